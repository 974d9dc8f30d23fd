"""Writes docs/security.md from asvs.csv: python3 Tests/Security/security_page.py

asvs.csv has a line for each requirement of level 1 and 2 of OWASP ASVS 5.0.0, in our own short
words under its number; `test` holds one or several, parted by `;`; status is `met`, `partly`,
`open` or `proxy` (met by the proxy in front as docs/operations.md says).
"""

import csv
import re
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "Tests/Security/asvs.csv"
PAGE = ROOT / "docs/security.md"

CHAPTERS = {
    1: "Encoding and sanitisation", 2: "Validation and business logic", 3: "Web front end",
    4: "API and web service", 5: "Files", 6: "Authentication", 7: "Sessions", 8: "Authorisation",
    9: "Self-contained tokens", 10: "OAuth and OIDC", 11: "Cryptography",
    12: "Secure communication", 13: "Configuration", 14: "Data protection",
    15: "Secure coding and architecture", 16: "Logging and error handling", 17: "WebRTC",
}
GOOD = ("met", "proxy")

HEAD = """# Security

What Tenon does for each requirement of the OWASP Application Security Verification Standard 5.0.0,
levels 1 and 2, in our own short words under its number. Written by
`python3 Tests/Security/security_page.py` from `Tests/Security/asvs.csv`; a test holds that the
numbers are complete, that each test named exists, and that nine of ten that apply are met.

*Proxy*: met by the proxy in front, set up as [operations](operations.md) says.

Libraries are those of the distribution and are patched with it: its security updates are to be
installed within 7 days, at once where a fault is exploited. An application is built anew when
Tenon's own release notes say that a fault of security was mended.
"""


def read():
    with SOURCE.open(newline="") as file:
        return list(csv.DictReader(file))


def chapter(row):
    return int(row["number"].split(".")[0])


def applies(row):
    return row["applies"] == "yes"


def share(rows):
    """How many of those that apply are met, and how many apply."""
    wanted = [row for row in rows if applies(row)]
    return sum(row["status"] in GOOD for row in wanted), len(wanted)


def cell(text):
    return text.replace("|", "\\|")


def tests(row):
    """[(path, name)] of the tests that a line names."""
    return [tuple(test.split("::")) for test in re.split("; *", row["test"]) if test]


def test_links(row):
    return ", ".join(f"[{cell(name)}](../{path})" for path, name in tests(row))


def line(row):
    if not applies(row):
        return f"| {row['number']} | {row['level']} | {cell(row['requirement'])} | – | " \
            f"{cell(row['reason'])} | does not apply |"
    how = "; ".join(part for part in (row["mechanism"], row["reason"]) if part)
    test = test_links(row)
    return f"| {row['number']} | {row['level']} | {cell(row['requirement'])} | {cell(how)} | " \
        f"{test} | {row['status']} |"


def page(rows):
    met, wanted = share(rows)
    out = [HEAD, f"Of {len(rows)} requirements {wanted} apply; {met} of them are met "
           f"({100 * met / wanted:.1f} %).\n",
           "| chapter | requirements | apply | met |", "|---|---|---|---|"]
    counts = Counter(map(chapter, rows))
    for number, title in CHAPTERS.items():
        part = [row for row in rows if chapter(row) == number]
        good, all_of_them = share(part)
        out.append(f"| {number} {title} | {counts[number]} | {all_of_them} | {good} |")
    rest = [row for row in rows if applies(row) and row["status"] not in GOOD]
    out += ["", "## Not met, and why", ""]
    out += [f"- **{row['number']}** {row['requirement']}: {row['status']}. {row['reason']}"
            for row in rest]
    for number, title in CHAPTERS.items():
        out += ["", f"## {number} {title}", "",
                "| number | level | requirement | mechanism | test | status |",
                "|---|---|---|---|---|---|"]
        out += [line(row) for row in rows if chapter(row) == number]
    return "\n".join(out) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(read()))
