#!/usr/bin/env python3
"""Writes a made-up application: made_up.py ENTITIES FIELDS FOLDER.

The same numbers give the same bytes. Every field type occurs, references form no cycle, ten
entities stand in a file as an analyst would split them.
"""

import sys
from pathlib import Path

TYPES = [
    "text, required: true, max_length: 100", "text, max_length: 40", "integer, min: 0, max: 99999",
    "decimal, scale: 2, min: 0", "money, min: 0", "percent, min: 0, max: 1", "boolean", "date",
    "date_time", "choice, options: { a: { zh: 甲, en: A }, b: { zh: 乙, en: B } }, default: a",
    "REFERENCE", "long_text, max_length: 2000", "text, max_length: 200", "integer", "date",
]
PER_FILE = 10


def entity(number: int, fields: int) -> str:
    """One entity's YAML, indented to stand under `entities:`."""
    lines = [
        f"  thing_{number}:",
        f"    label: {{ zh: 事物{number}, en: Thing {number} }}",
        '    title: "{field_0}"',
        "    access: everyone",
        "    fields:",
    ]
    for index in range(fields):
        kind = TYPES[index % len(TYPES)]
        if kind == "REFERENCE":
            kind = f"reference, to: thing_{number - 1}" if number else "text, max_length: 60"
        lines.append(
            f"      field_{index}: {{ type: {kind}, "
            f"label: {{ zh: 字段{index}, en: Field {index} }} }}")
    lines.append("    unique: [[field_0]]")
    return "\n".join(lines) + "\n"


def view(number: int, fields: int) -> str:
    """One list's YAML, indented to stand under `views:`."""
    columns = ", ".join(f"field_{index}" for index in range(min(fields, 6)))
    sort = "field_2" if fields > 2 else "field_0"
    return (
        f"  thing_{number}.all:\n    label: {{ zh: 全部{number}, en: All {number} }}\n"
        f"    columns: [{columns}]\n    filter: [field_0]\n    sort: [{sort}]\n")


def write(
        entities: int, fields: int, folder: Path, name: str = "made_up",
        per_file: int = PER_FILE) -> Path:
    """Writes the application into `folder` and returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "app.yaml").write_text(
        f"app: {name}\nlabel: {{ zh: 虚构, en: Made up }}\nlanguages: [zh, en]\ncurrency: CNY\n"
        "time_zone: Asia/Shanghai\nroles:\n  sales: { label: { zh: 销售, en: Sales } }\n", "utf-8")
    for start in range(0, entities, per_file):
        numbers = range(start, min(start + per_file, entities))
        text = "entities:\n" + "\n".join(entity(number, fields) for number in numbers)
        text += "\nviews:\n" + "\n".join(view(number, fields) for number in numbers)
        (folder / f"things_{start // per_file:03d}.yaml").write_text(text, "utf-8")
    return folder


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    write(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3]))
