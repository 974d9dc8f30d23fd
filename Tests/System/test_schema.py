"""`tenon schema`: what it accepts and refuses, against the checker's own verdicts."""

import json
import re

import pytest

from definitions import Definition, applications, cases, examples
from server import ROOT, run
from tenon import tenon

CHECKER = ROOT / ".venv/bin/check-jsonschema"

# What a schema of one file cannot see, with the reason. Everything else of TN2 it must refuse.
UNSEEN = {
    "TN2010": "which languages are declared stands in another place",
    "TN2011": "which languages are declared stands in another place",
    "TN2015": "any other file may name the application",
}
# Codes of other areas that the schema refuses as well.
SEEN = {"TN3001", "TN3002", "TN3004", "TN3009", "TN3010", "TN3011", "TN3013", "TN7009"}

# A plain `null` is a text here like any other word; for editors it is nothing.
READ_OTHERWISE = {"Tests/Cases/names/keywords.yaml", "Tests/Cases/fields/as_written.yaml"}


@pytest.fixture(scope="module")
def schema(tmp_path_factory):
    path = tmp_path_factory.mktemp("schema") / "tenon.schema.json"
    result = tenon("schema")
    assert result.returncode == 0, result.stderr
    path.write_text(result.stdout, "utf-8")
    return path


def refused(schema, definitions, folder):
    """The numbers of the definitions that do not fit, with what is said about each."""
    folder.mkdir()
    paths = []
    for number, definition in enumerate(definitions):
        path = folder / f"{number}.yaml"
        path.write_text(definition.text, "utf-8")
        paths.append(path)
    result = run(CHECKER, "--schemafile", schema, "--output-format", "json", *paths)
    report = json.loads(result.stdout)
    assert report.get("parse_errors", []) == [], report["parse_errors"]
    said = {}
    for error in report["errors"]:
        number = int(error["filename"].rsplit("/", 1)[-1].removesuffix(".yaml"))
        said.setdefault(number, []).append(f"{error['path']}: {error['message'][:200]}")
    return said


def test_it_is_a_schema(schema):
    result = run(CHECKER, "--check-metaschema", schema)
    assert result.returncode == 0, result.stdout + result.stderr


def test_it_is_the_same_with_each_call(schema):
    assert tenon("schema").stdout == schema.read_text("utf-8")


def test_clean_definitions_are_accepted(schema, tmp_path):
    clean = [d for d in [*applications(), *cases(), *examples()]
             if not d.codes and is_filled(d) and d.whole not in READ_OTHERWISE]
    assert len(clean) > 30
    said = refused(schema, clean, tmp_path / "clean")
    assert {clean[n].whole: words for n, words in said.items()} == {}


def is_filled(definition):
    """Editors do not validate a file with nothing but comments either."""
    return any(re.sub(r"#.*", "", line).strip() for line in definition.text.splitlines())


def test_mistakes_of_shape_are_refused(schema, tmp_path):
    wrong = [d for d in [*cases(), *examples()]
             if not any(code.startswith("TN1") for code in d.codes)
             and any(is_seen(code) for code in d.codes)]
    assert len(wrong) > 25
    said = refused(schema, wrong, tmp_path / "wrong")
    accepted = [(d.whole, d.codes) for n, d in enumerate(wrong) if n not in said]
    assert accepted == []


def test_every_mistake_of_shape_is_seen_or_named():
    """Every TN2 code stands in a case, which the test above finds refused, or in the list of what
    cannot be seen."""
    codes = set(re.findall(r"= \"(TN2\d{3})\"",
                           (ROOT / "Sources/Diagnostics/Code.swift").read_text("utf-8")))
    assert len(codes) > 15
    in_cases = set().union(*(d.codes for d in cases()))
    # Their texts are made by Tests/CompilerTests/GeneratedTexts.swift.
    made = {"TN2014"}
    assert codes - set(UNSEEN) - made <= in_cases


def is_seen(code):
    return code in SEEN or code.startswith("TN2") and code not in UNSEEN


def test_too_many_are_refused(schema, tmp_path):
    head = "app: a\n"
    roles = "roles: {" + ", ".join(f"r{n}: R" for n in range(65)) + "}\n"
    fields = "{" + ", ".join(f"f{n}: text" for n in range(501)) + "}"
    entity = "entities: { a: { label: A, access: everyone, fields: " + fields + " } }\n"
    many = [Definition("roles", head + roles), Definition("fields", head + entity)]
    said = refused(schema, many, tmp_path / "many")
    assert set(said) == {0, 1}


@pytest.mark.parametrize("language, present, absent", [
    ("zh", "必填", "must be filled"), ("en", "must be filled", "必填"),
])
def test_explanations_can_be_in_one_language(language, present, absent):
    text = tenon("schema", "--lang", language).stdout
    assert present in text and absent not in text


def test_explanations_are_in_both_languages(schema):
    text = schema.read_text("utf-8")
    assert "必填" in text and "must be filled" in text


def walk(node, path=""):
    if isinstance(node, dict):
        yield path, node
        for key, value in node.items():
            yield from walk(value, f"{path}/{key}")
    elif isinstance(node, list):
        for number, value in enumerate(node):
            yield from walk(value, f"{path}/{number}")


def test_every_object_is_closed_and_no_branches_are_guessed(schema):
    text = schema.read_text("utf-8")
    assert '"oneOf"' not in text and '"anyOf"' not in text
    for path, node in walk(json.loads(text)):
        if isinstance(node.get("properties"), dict) and "/if" not in path:
            closed = "additionalProperties" in node or "propertyNames" in node
            assert closed, path


def test_every_key_is_explained(schema):
    root = json.loads(schema.read_text("utf-8"))
    for path, node in walk(root):
        properties = node.get("properties")
        if not isinstance(properties, dict) or "/if" in path:
            continue
        for key, value in properties.items():
            if value is True or key in ("zh", "en"):
                continue
            explained = {"title", "description", "markdownDescription"} <= set(value)
            assert explained, f"{path}/{key}"
