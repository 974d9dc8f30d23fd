"""The definitions that the repository holds: applications, cases of the compiler, examples of the
documentation, each with the codes that are expected in each of its files."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from server import ROOT

HEADER = re.compile(r"#=== (\S+)$")
EXPECTED = re.compile(r"^\s*#.*\b(?:error|warning) (TN\d{4}): ")


@dataclass
class Definition:
    """One file. `whole` is where it comes from: several files may be one application."""

    whole: str
    text: str
    codes: set = field(default_factory=set)


def applications():
    """Every YAML file of apps/ and Tests/Apps; all are clean."""
    for folder in (ROOT / "apps", ROOT / "Tests/Apps"):
        for path in sorted(folder.rglob("*.yaml")):
            yield Definition(str(path.relative_to(ROOT)), path.read_text("utf-8"))


def cases():
    """Every file of Tests/Cases, see the README there."""
    for path in sorted((ROOT / "Tests/Cases").rglob("*.yaml")):
        name = str(path.relative_to(ROOT))
        for text in parts(path.read_text("utf-8")):
            lines = [(line, EXPECTED.match(line)) for line in text.splitlines(keepends=True)]
            yield Definition(
                name, "".join(line for line, code in lines if not code),
                {code[1] for _, code in lines if code})


def parts(text):
    """The YAML files of a text in which lines `#=== NAME` begin others; tables are left out."""
    files = [(True, "")]
    for line in text.splitlines(keepends=True):
        header = HEADER.match(line.rstrip("\n"))
        if header:
            files.append((header[1].endswith((".yaml", ".yml")), ""))
        else:
            files[-1] = (files[-1][0], files[-1][1] + line)
    return [text for is_yaml, text in files if is_yaml]


WRAPPED = {
    "entity": "entities:\n  customer:\n", "fields": "entities:\n  customer:\n    fields:\n",
    "views": "views:\n", "view": "views:\n  customer.all:\n",
}
NEEDED = {"label": "客户", "access": "everyone", "fields": "{ name: text }"}


def examples():
    """The YAML blocks of the documentation, see Tests/DocsTests/Example.swift. The codes of an
    application of several blocks stand at its first: which file they belong to is not said, so
    such applications are left out."""
    pages = [ROOT / "README.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))]
    for page in pages:
        groups = []
        for block in re.finditer(
                r"^```yaml (.*)\n((?:.*\n)*?)```$", page.read_text("utf-8"), re.M):
            kind, *words = block[1].split()
            named = dict(word.split("=", 1) for word in words)
            codes = set(named.get("error", "").split(",")) - {""}
            if kind != "more":
                groups.append([])
            groups[-1] += [
                Definition(f"{page.name}: {block[1]}", wrapped(kind, text), codes)
                for text in parts(block[2])]
        for files in groups:
            if len(files) == 1 or not files[0].codes:
                yield from files


def wrapped(kind, text):
    """A block as a file: what stands around it, and the keys that every entity needs."""
    if kind not in WRAPPED:
        return text
    head = WRAPPED[kind]
    depth = head.splitlines()[-1].index(head.split()[-1]) + 2
    text = head + "".join(" " * depth + line for line in text.splitlines(keepends=True))
    if kind in ("entity", "fields"):
        for key, value in NEEDED.items():
            if not re.search(rf"^    {key}:", text, re.M):
                text += f"    {key}: {value}\n"
    return text
