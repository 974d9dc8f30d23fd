"""The folder `app` and `schema.py` say the same."""

from fractions import Fraction

from kinds import Kind, is_link, list_of, option, reference
from ruamel.yaml import YAML
from schema import APP, ENTITIES, PARAMS, WEEK, ZONE


def loaded(name):
    return YAML(typ="safe", pure=True).load((APP / name).read_text(encoding="utf-8"))


def declared_kind(entity, name, field):
    word = field["type"]
    if word in ("choice", "stage"):
        return option(entity, name)
    if word == "multi_choice":
        return list_of(option(entity, name))
    if word == "reference":
        return reference(field["to"])
    if word == "subform":
        return Kind("rows", of=field["of"])
    if word == "decimal":
        return Kind("decimal", field["scale"])
    return None


def test_the_schema_is_that_of_the_application():
    entities = loaded("deal.yaml")["entities"] | loaded("party.yaml")["entities"]
    assert list(entities) == list(ENTITIES)
    for entity, definition in entities.items():
        assert list(definition["fields"]) == list(ENTITIES[entity])
        for name, field in definition["fields"].items():
            field = {"type": field} if isinstance(field, str) else field
            ours = ENTITIES[entity][name]
            assert ours.type == field["type"]
            assert ours.required == field.get("required", False)
            assert ours.options == tuple(field.get("options", ()))
            kind = declared_kind(entity, name, field)
            assert kind is None or ours.kind == kind
            assert kind is not None or not is_link(ours.kind) or field["type"] != "reference"


def test_the_settings_are_those_of_the_application():
    app = loaded("app.yaml")
    assert app["time_zone"] == ZONE
    words = {"integer": "int", "percent": "decimal"}
    for name, param in app["params"].items():
        kind, value = PARAMS[name]
        assert kind.name == words.get(param["type"], param["type"])
        given = str(param["default"])
        assert (Fraction(given) if isinstance(value, Fraction) else given) in (value, str(value))
    assert app["calendar"]["work"] == ["mon-fri 09:00-12:00 13:00-18:00"]
    assert WEEK == {day: ((540, 720), (780, 1080)) for day in range(1, 6)}
