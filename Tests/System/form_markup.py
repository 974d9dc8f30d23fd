"""The markup of a form that follows rules, as `FormRules` of TenonPages describes it."""

import json
from html import escape


def attributes(**given):
    """Attributes; an underscore stands for a hyphen, True for one without a value."""
    parts = []
    for name, value in given.items():
        name = name.rstrip("_").replace("_", "-")
        if value is True:
            parts.append(name)
        elif value is not None and value is not False:
            parts.append(f'{name}="{escape(str(value))}"')
    return " ".join(parts)


def tag(element, content="", /, **given):
    return f"<{element} {attributes(**given)}>{content}</{element}>"


def void(element, /, **given):
    return f"<{element} {attributes(**given)}>"


def control(name, kind, value="", prefix="", options=()):
    """The inputs of a field."""
    full = f"{prefix}f.{name}"
    if kind == "output":
        choices = "".join(tag("span", o, data_value=o, hidden=True) for o in options)
        return tag("output", choices, data_before=value or None)
    if kind == "select":
        items = [tag("option", "–", value="")]
        items += [tag("option", o, value=o, selected=o == value) for o in options]
        return tag("select", "".join(items), name=full, id=full)
    if kind == "switch":
        return void("input", type="checkbox", role="switch", name=full, id=full, value="true",
                    checked=value == "true")
    if kind in ("ticks", "rate"):
        box = "checkbox" if kind == "ticks" else "radio"
        role = "group" if kind == "ticks" else "radiogroup"
        chosen = value.split(",")
        inner = [void("input", type=box, name=full, value=o, checked=o in chosen) for o in options]
        return tag("span", "".join(inner), role=role)
    if kind == "textarea":
        return tag("textarea", escape(value), name=full, id=full)
    return void("input", type=kind, name=full, id=full, value=value)


def place(name, kind, value="", options=()):
    """A field with its label."""
    of = f"f.{name}" if kind not in ("ticks", "rate") else None
    label = tag("label", name, for_=of) if of else tag("span", name, class_="label")
    return tag("div", label + control(name, kind, value, options=options), class_="field",
               data_field=name)


def row(lines, number, fields, known=None, identity=None):
    prefix = f"{lines}.{number}."
    cells = [
        tag("td", control(name, kind, value, prefix, options), data_field=name)
        for name, kind, value, options in fields
    ]
    if identity:
        cells[0] = cells[0].replace(
            ">", ">" + void("input", type="hidden", name=f"{prefix}id", value=identity), 1)
    cut = void("input", type="checkbox", name=f"{prefix}delete", value="1")
    known = json.dumps(known) if known else None
    return tag("tr", "".join(cells) + tag("td", cut, class_="del"), data_known=known)


def subform(lines, blank, rows):
    """`blank` are the fields of a new row, `rows` written ones."""
    body = tag("tbody", "".join(rows))
    template = tag("template", f"<table><tbody>{row(lines, '#', blank)}</tbody></table>")
    return tag("div", tag("table", body) + template, class_="field", data_field=lines,
               data_rows=True)


def document(places, entity, known=None, lang="en"):
    rules = {
        "data_entity": entity, "data_zone": "Asia/Shanghai", "data_now": 1772413200000,
        "data_today": 20514, "data_me": 3, "data_roles": "sales", "data_team": "3,4",
        "data_my": json.dumps({"department": "2"}), "data_known": json.dumps(known or {}),
    }
    fields = tag("div", "".join(places), class_="fields")
    section = tag("section", fields, class_="part")
    form = tag("form", tag("div", section, class_="body"), **rules)
    script = (
        'import { follow } from "./rules.js"; import tables from "./forms.js";'
        'follow(document.querySelector("form"), tables);'
    )
    page = tag("script", script, type="module")
    return f'<!doctype html><html lang="{lang}"><meta charset="utf-8">{form}{page}</html>'
