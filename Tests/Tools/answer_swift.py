"""The generated Swift as a back end of Tests/Differential: answers to a file of cases.

python3 Tests/Tools/answer_swift.py cases.jsonl, after `swift build --product answer-swift`. With
TENON_KEEP=FOLDER what was generated stays there.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
BUILT = ROOT / ".build/debug"
PROGRAM = ROOT / "Tests/Tools/AnswerSwift/Program"


def compiled(folder):
    """The program from what is generated in the folder and what is the same for all cases."""
    sources = [*folder.glob("*.swift"), *PROGRAM.glob("*.swift")]
    sources.append(ROOT / "Tests/Tools/DifferentialCases/Canonical.swift")
    objects = (BUILT / "Values.build").glob("*.swift.o")
    program = folder / "program"
    command = ["swiftc", "-swift-version", "6", "-Onone", "-parse-as-library", "-suppress-warnings"]
    command += ["-module-name", "Cases", "-I", BUILT / "Modules", "-o", program]
    subprocess.run([*command, *sources, *objects], check=True, stdout=sys.stderr)
    return program


def answer(cases, folder):
    subprocess.run([BUILT / "answer-swift", folder, cases], check=True)
    subprocess.run([compiled(folder), folder], check=True)


def main():
    cases = Path(sys.argv[-1]).resolve()
    if keep := os.environ.get("TENON_KEEP"):
        Path(keep).mkdir(exist_ok=True)
        return answer(cases, Path(keep))
    with tempfile.TemporaryDirectory() as folder:
        answer(cases, Path(folder))


if __name__ == "__main__":
    main()
