"""Every format over every case: valid for its consumers, the same findings, the same bytes."""

import json
import os
import pty
import re
import subprocess

import jsonschema
import pytest

import formats
from server import ROOT, TENON, run
from tenon import NAME, SIZE, small_app, tenon

CASES = sorted((ROOT / "Tests/Cases").rglob("*.yaml"))


def lay_out(case, folder):
    """Writes the application of a case. Its expectations are comments and may stay."""
    path, files = "app.yaml", {"app.yaml": []}
    for line in case.read_bytes().splitlines(keepends=True):
        if line.startswith(b"#=== "):
            path = line[5:].strip().decode()
            files[path] = []
        else:
            files[path].append(line)
    for name, lines in files.items():
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(b"".join(lines))
    return folder


def written(place, app, *options):
    """What a check writes, by format."""
    outputs = [f"--output={name}=out.{name}" for name in formats.READERS]
    result = run(TENON, "check", app, *outputs, *options, cwd=place)
    assert result.returncode in (0, 1), result.stderr
    return result, {
        name: (place / f"out.{name}").read_text("utf-8") for name in formats.READERS}


@pytest.mark.parametrize("case", CASES, ids=lambda p: p.relative_to(ROOT / "Tests/Cases").as_posix())
def test_every_format_of_every_case(case, tmp_path):
    languages = {}
    for language in ("en", "zh"):
        texts = []
        for place in (tmp_path / language / "one", tmp_path / language / "two/deeper"):
            lay_out(case, place / "app")
            result, text = written(place, "app", "--lang", language)
            assert result.stdout == text["human"], "the default is human on standard output"
            texts.append(text)
        assert texts[0] == texts[1], "the folder shows"
        languages[language] = texts[0]
    assert languages["en"]["json"] == languages["zh"]["json"]
    for language, text in languages.items():
        read = {name: reader(text[name]) for name, reader in formats.READERS.items()}
        findings = read["json"]
        assert read["jsonl"] == findings
        for name in ("human", "short", "sarif", "github", "gitlab"):
            assert len(read[name]) == len(findings), name
        reported = [test for test in read["junit"] if len(test)]
        assert len(reported) == len(findings)
        errors = [f for f in findings if f["severity"] == "error"]
        assert sum(t.find("failure") is not None for t in reported) == len(errors)
        places = [(f["file"], f["span"]["byteStart"], f["code"]) for f in findings]
        assert places == sorted(places, key=lambda p: (
            p[0] == "app/tenon.lock", p[0].encode(), *p[1:]))
        key = "message" if language == "en" else "messageZh"
        for finding, sarif, github, gitlab, short in zip(
                findings, read["sarif"], read["github"], read["gitlab"], read["short"]):
            region = sarif["locations"][0]["physicalLocation"]["region"]
            span = finding["span"]
            assert region == {
                "startLine": span["line"], "startColumn": span["col"],
                "endLine": span["endLine"], "endColumn": span["endCol"]}
            assert sarif["ruleId"] == finding["code"] == github["title"].split()[0]
            assert github["message"].split("\n")[0] == finding[key].split("\n")[0]
            assert gitlab["description"] == finding[key]
            assert gitlab["fingerprint"] == finding["fingerprint"]
            assert sarif["partialFingerprints"]["tenonFinding/v1"] == finding["fingerprint"]
            assert short.startswith(f"{finding['file']}:{span['line']}:{span['col']}: ")
            assert github["file"] == gitlab["location"]["path"] == finding["file"]
    slices(tmp_path / "en/one", findings)


def slices(place, findings):
    """Bytes, lines and columns of a span name the same place of the file."""
    for finding in findings:
        data = (place / finding["file"]).read_bytes() if (place / finding["file"]).exists() else b""
        span = finding["span"]
        assert 0 <= span["byteStart"] <= span["byteEnd"] <= len(data)
        before = data[:span["byteStart"]].decode("utf-8", "replace")
        assert before.count("\n") + 1 == span["line"]
        assert len(before) - before.rfind("\n") == span["col"]


def test_the_schema_refuses_what_it_should():
    """A schema that takes anything would test nothing."""
    folder = ROOT / "Tests/Cases/many/wide.json.exp"
    good = json.loads(folder.read_text("utf-8"))[0]
    formats.DIAG.validate(good)
    for change in (
            {"schema": "tenon.diag/2"}, {"code": "TN1"}, {"severity": "fatal"}, {"extra": 1},
            {"fingerprint": "x"}, {"span": {}}, {"witness": {"a": 1}}, {"stableId": "field"}):
        with pytest.raises(jsonschema.ValidationError):
            formats.DIAG.validate({**good, **change})
    for member in formats.DIAG.schema["required"]:
        with pytest.raises(jsonschema.ValidationError):
            formats.DIAG.validate({k: v for k, v in good.items() if k != member})


def test_the_manual_names_every_member():
    text = (ROOT / "docs/diagnostics.md").read_text("utf-8")
    members = set(formats.DIAG.schema["properties"])
    rows = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", text, re.M)
    assert {name for row in rows for name in re.findall(r"\w+", row)} >= members


@pytest.fixture
def broken(tmp_path):
    """An application with one error."""
    app = small_app(tmp_path / "app", NAME, SIZE)
    path = app / "app.yaml"
    text = path.read_text("utf-8").replace("type: integer", "type: integr")
    path.write_text(text.replace("access: everyone", "access: sales"), "utf-8")
    return app


@pytest.fixture
def warned(tmp_path):
    """An application with one warning: a role that no access names."""
    app = small_app(tmp_path / "app", NAME, SIZE)
    path = app / "app.yaml"
    text = path.read_text("utf-8").replace("roles:\n", "roles:\n  boss: { label: { zh: 老板, en: Boss } }\n")
    path.write_text(text.replace("access: everyone", "access: sales"), "utf-8")
    return app


def test_fail_on_decides_the_exit_code(broken, tmp_path):
    for level, code in (("error", 1), ("warning", 1), ("info", 1), ("never", 0)):
        assert tenon("check", broken, "--fail-on", level).returncode == code, level
    assert tenon("generate", broken, "--fail-on", "never").returncode == 1, "there is no application"


def test_fail_on_and_warnings(warned):
    assert "TN7002" in tenon("check", warned).stdout
    for level, code in (("error", 0), ("warning", 1), ("info", 1), ("never", 0)):
        assert tenon("check", warned, "--fail-on", level).returncode == code, level


@pytest.mark.parametrize("options", [
    ["--format", "xml"], ["--output", "xml=out"], ["--output", "sarif"], ["--output", "sarif="],
    ["--output", "sarif=out", "--output", "json=out"],
    ["--output", "sarif=out", "--output", "json=./out"],
    ["--output", "sarif=-", "--output", "json=-"], ["--format", "json", "--output", "sarif=-"],
    ["--print", "ir", "--output", "sarif=-"], ["--fail-on", "fatal"], ["--color", "red"],
])
def test_wrong_options_are_2_and_write_nothing(broken, tmp_path, options):
    place = tmp_path / "place"
    place.mkdir()
    result = tenon("check", broken, *options, cwd=place)
    assert result.returncode == 2 and not result.stdout, result.stdout
    assert not list(place.iterdir())


def test_an_output_may_take_standard_output(broken, tmp_path):
    result = tenon("check", broken, "--output", "github=-", "--output", f"json={tmp_path}/out")
    assert result.returncode == 1
    assert len(formats.read_github(result.stdout)) == 1
    assert len(formats.read_json((tmp_path / "out").read_text("utf-8"))) == 1


def test_outputs_beside_a_stage(warned, tmp_path):
    result = tenon("check", warned, "--print", "files", "--output", f"json={tmp_path}/out")
    assert result.returncode == 0
    assert "Package.swift" in result.stdout
    assert len(formats.read_json((tmp_path / "out").read_text("utf-8"))) == 1


def test_what_cannot_be_written_is_3_and_the_rest_is(broken, tmp_path):
    result = tenon(
        "check", broken, "--output", f"json={tmp_path}/nowhere/out", "--output",
        f"sarif={tmp_path}/out")
    assert result.returncode == 3
    assert "nowhere/out" in result.stderr and "TN3004" in result.stdout
    assert len(formats.read_sarif((tmp_path / "out").read_text("utf-8"))) == 1


def test_a_device_stays_a_device(broken):
    before = os.stat("/dev/null").st_mode
    assert tenon("check", broken, "--output", "json=/dev/null").returncode == 1
    assert os.stat("/dev/null").st_mode == before


def on_a_terminal(*arguments, **environment):
    """What the compiler prints when standard output is a terminal."""
    reader, writer = pty.openpty()
    variables = {"TERM": "xterm", "NO_COLOR": "", "LANG": "C", **environment}
    code = subprocess.run(
        [str(part) for part in (TENON, *arguments)], stdout=writer, stdin=subprocess.DEVNULL,
        env={**os.environ, **variables}, timeout=60).returncode
    os.close(writer)
    data = b""
    try:
        while part := os.read(reader, 65536):
            data += part
    except OSError:
        pass  # Linux ends a terminal without a writer with an error.
    os.close(reader)
    return code, data.decode("utf-8")


def test_colours_stand_on_terminals_only(broken):
    assert "\x1b" not in tenon("check", broken).stdout
    assert "\x1b[1;31m" in tenon("check", broken, "--color", "always").stdout
    assert "\x1b" not in tenon("check", broken, "--color", "always", "--format", "json").stdout
    assert "\x1b[1;31m" in on_a_terminal("check", broken)[1]
    assert "\x1b" not in on_a_terminal("check", broken, "--color", "never")[1]
    assert "\x1b" not in on_a_terminal("check", broken, NO_COLOR="1")[1]
    assert "\x1b" not in on_a_terminal("check", broken, TERM="dumb")[1]
    assert "\x1b[1;31m" in on_a_terminal("check", broken, "--color", "always", NO_COLOR="1")[1]


def test_all_is_well_is_said_on_terminals_only(tmp_path):
    app = small_app(tmp_path / "app", NAME, SIZE)
    path = app / "app.yaml"
    path.write_text(path.read_text("utf-8").replace(
        "roles:\n  sales: { label: { zh: 销售, en: Sales } }\n", ""), "utf-8")
    assert tenon("check", app).stdout == ""
    code, shown = on_a_terminal("check", app, "--color", "never")
    assert (code, shown) == (0, "✓ 0 errors, 1 entity, 2 fields, 1 view\r\n")
    _, shown = on_a_terminal("check", app, "--color", "never", "--lang", "zh")
    assert shown == "✓ 0 个错误，1 个实体，2 个字段，1 个视图\r\n"
    assert on_a_terminal("check", app, "--format", "json")[1] == "[]\r\n"
