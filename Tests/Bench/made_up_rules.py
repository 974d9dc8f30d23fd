#!/usr/bin/env python3
"""Writes a made-up application full of expressions: made_up_rules.py ENTITIES FOLDER.

Ten expressions for each entity, of the kinds that an analyst writes: amounts, shares, terms,
references, conditions, a check. The same number gives the same bytes.
"""

import re
import sys
from pathlib import Path

PER_ENTITY = 10
PER_FILE = 10

ENTITY = """  deal_{number}:
    label: 商机{number}
    access: everyone
    fields:
      name: {{ type: text, required: true }}
      earlier: {{ type: reference, to: deal_{earlier} }}
      stage: {{ type: stage, required: true, options: {{ open: 进行中, won: 赢单, lost: 输单 }} }}
      quantity: {{ type: integer, required: true, min: 1 }}
      price: {{ type: money, required: true }}
      discount: {{ type: percent, required: true, default: 0 }}
      starts_on: {{ type: date, required: true, default: today() }}
      ends_on: {{ type: date, read_only: stage == won and quantity > 10 }}
      net: {{ type: money, value: quantity * price * (1 - discount) }}
      tax: {{ type: money, value: net * rate }}
      total: {{ type: money, value: if stage == lost then 0 else net + tax }}
      share: {{ type: percent, value: if total == 0 then blank else (total - tax) / total }}
      months: {{ type: integer, value: "months_between(starts_on, ends_on) ?? 12" }}
      before: {{ type: money, value: earlier.price * earlier.quantity }}
      reason: {{ type: long_text, required: stage == lost or discount > 0.3 and total > limit }}
    checks:
      order: {{ must: ends_on >= starts_on, at: ends_on, say: 顺序 }}
"""


def plain(text: str) -> str:
    """The same without its expressions."""
    text = re.sub(r", (?:value|read_only|required): (?!true)[^\n]* \}\n", " }\n", text)
    text = text.replace(", default: today() }", " }")
    return re.sub(r" {4}checks:\n {6}order:[^\n]*\n", "", text)


def write(entities: int, folder: Path, with_rules: bool = True) -> Path:
    """Writes the application into `folder` and returns it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "app.yaml").write_text(
        "app: made_up_rules\nlanguages: zh\nparams:\n"
        "  rate: { type: percent, default: 0.13 }\n"
        "  limit: { type: money, default: 500000 }\n", "utf-8")
    for start in range(0, entities, PER_FILE):
        numbers = range(start, min(start + PER_FILE, entities))
        text = "entities:\n" + "".join(
            ENTITY.format(number=number, earlier=max(0, number - 1)) for number in numbers)
        text += "views:\n" + "".join(
            f"  deal_{number}.all: {{ label: 全部, columns: [name] }}\n" for number in numbers)
        (folder / f"deals_{start:05}.yaml").write_text(
            text if with_rules else plain(text), "utf-8")
    return folder


if __name__ == "__main__":
    print(write(int(sys.argv[1]), Path(sys.argv[2])))
