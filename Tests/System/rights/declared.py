"""What an application's YAML declares, as far as rights depend on it. Nothing here asks Tenon."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from ruamel.yaml import YAML

#: Every record has these.
SYSTEM_FIELDS = {
    "created_at": "date_time", "created_by": "person", "updated_at": "date_time",
    "updated_by": "person",
}
#: What every application has without declaring it.
BUILT_IN = {
    "user": {
        "login": "text", "name": "text", "position": "text", "department": "department",
        "phone": "phone", "email": "email", "roles": "multi_choice", "active": "boolean",
    },
    "department": {
        "name": "text", "code": "text", "parent": "department", "head": "person",
    },
    "position": {
        "person": "person", "department": "department", "name": "text", "head": "boolean",
    },
}
HOLE = re.compile(r"\{\{|\}\}|\{(\w+)\}")


@dataclass
class Field:
    name: str
    type: str
    options: tuple = ()
    #: The entity of a reference, and of what a subform holds.
    to: str | None = None
    by: str | None = None
    scale: int = 2
    required: bool = False
    unique: bool = False
    #: The expression of a computed field.
    value: str | None = None
    live: bool = False
    default: str | None = None
    declassified: bool = False

    @property
    def is_filled_in(self):
        """Whether people fill it in."""
        return self.value is None and self.type not in ("auto_number", "subform")


@dataclass
class Entity:
    name: str
    fields: dict
    title: tuple = ()
    owner: str | None = None
    department: str | None = None
    sharing: bool = False
    #: As written; None when nothing is.
    access: object = None
    #: Entities whose subforms hold these records, with the reference that leads there.
    above: list = field(default_factory=list)
    built_in: bool = False

    @property
    def columns(self):
        """Fields with a value of their own."""
        return [f for f in self.fields.values() if f.type != "subform"]


@dataclass
class View:
    entity: str
    name: str
    columns: list
    filters: list
    sorts: list
    where: str | None
    #: Fields without which the view is nothing: what a board is parted by, days of a calendar.
    keys: list
    offered: list | None
    declassified: bool


class Declared:
    """An application's folder."""

    def __init__(self, folder):
        self.sections = {}
        #: Everything that is written there: labels, options, words.
        self.text = ""
        for path in sorted(Path(folder).rglob("*.y*ml")):
            inside = path.relative_to(folder).parts
            if "data" in inside or any(part.startswith(".") for part in inside):
                continue
            text = path.read_text("utf-8")
            self.text += text
            for key, value in (YAML(typ="base").load(text) or {}).items():
                if isinstance(value, dict):
                    self.sections.setdefault(key, {}).update(value)
                else:
                    self.sections[key] = value
        self.zone = self.sections.get("time_zone", "Asia/Shanghai")
        self.params = self.sections.get("params", {})
        self.roles = {
            name: role if isinstance(role, dict) else {}
            for name, role in self.sections.get("roles", {}).items()
        }
        self.entities = {name: built_in(name) for name in BUILT_IN}
        for name, text in self.sections.get("entities", {}).items():
            self.entities[name] = entity(name, text)
        for above in self.entities.values():
            for subform in above.fields.values():
                if subform.type == "subform":
                    self.join(above, subform)
        self.views = [
            view(name, text) for name, text in self.sections.get("views", {}).items()]

    def join(self, above, subform):
        child = self.entities[subform.to]
        back = [f.name for f in child.fields.values() if f.to == above.name]
        subform.by = subform.by or back[0]
        child.above.append((above.name, subform.by))

    @property
    def own_entities(self):
        return [e for e in self.entities.values() if not e.built_in]


def built_in(name):
    fields = {n: Field(n, type, to=target(type, {})) for n, type in BUILT_IN[name].items()}
    return Entity(name, fields, title=("name",), built_in=True)


def target(type, text):
    return {"person": "user", "department": "department", "reference": text.get("to"),
            "subform": text.get("of")}.get(type)


def declared_field(name, text):
    text = {"type": text} if isinstance(text, str) else text
    type = text["type"]
    options = text.get("options", ())
    return Field(
        name, type, options=tuple(options), to=target(type, text), by=text.get("by"),
        scale=int(text.get("scale", 2)), required=text.get("required") == "true", unique=text.get("unique") == "true",
        value=text.get("value"), live=text.get("live") == "true", default=text.get("default"),
        declassified="declassify" in text)


def entity(name, text):
    fields = {n: declared_field(n, t) for n, t in text["fields"].items()}
    texts = [f.name for f in fields.values() if f.type == "text"]
    numbers = [f.name for f in fields.values() if f.type == "auto_number"]
    title = text.get("title") or "".join(f"{{{n}}}" for n in (texts or numbers)[:1])
    for key in listed(text.get("unique")):
        if isinstance(key, str):
            fields[key].unique = True
    return Entity(
        name, fields, title=tuple(n for n in HOLE.findall(title) if n),
        owner=text.get("owner") or first(fields, "person", "owner"),
        department=text.get("department") or first(fields, "department", "department", "dept"),
        sharing=text.get("sharing") == "true", access=text.get("access"))


def first(fields, type, *names):
    return next((n for n in names if n in fields and fields[n].type == type), None)


def listed(value):
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def view(name, text):
    entity, short = name.split(".", 1)
    offered = text.get("for")
    return View(
        entity, short, listed(text["columns"]), listed(text.get("filter")),
        listed(text.get("sort")) or ["-created_at"], text.get("where"),
        [text[k] for k in ("by", "from", "to") if k in text],
        None if offered is None else listed(offered), "declassify" in text)
