"""The oracle as a back end: answers to a file of cases on standard output."""

import json
import sys

from cases import Cases


def main():
    for line in Cases.read(sys.argv[1]).answers():
        sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
