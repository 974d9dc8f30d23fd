"""The compiler's command line: exit codes, texts, the same bytes anywhere, few libraries."""

import filecmp
import re
import shutil

import pytest

from server import ROOT, SALES, TENON, run
from tenon import NAME, SIZE, small_app, tenon

MARKETING = ROOT / "apps/marketing"
CODES = ROOT / "Sources/Diagnostics/Code.swift"
STAGES = [
    "syntax", "ir", "analysis", "lock", "schema", "sqlite", "postgres", "blueprint", "openapi",
    "swift", "files",
]


def test_a_right_app():
    result = tenon("check", MARKETING)
    assert result.returncode == 0, result.stdout + result.stderr


def test_help_names_every_command_and_exit_code():
    result = tenon("--help")
    assert result.returncode == 0
    for word in ("check", "build", "run", "--print", "70"):
        assert word in result.stdout, word


def test_the_manual_names_the_options_of_both_programs_and_no_others():
    def options(text):
        return set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", text))

    shown = options(tenon("--help").stdout) | options(run(SALES, "--help").stdout)
    assert len(shown) > 40
    assert options((ROOT / "docs/operations.md").read_text("utf-8")) == shown


@pytest.mark.parametrize("arguments", [
    (), ("nonsense",), ("check", "--nonsense"), ("check", MARKETING, "--print"),
    ("check", MARKETING, "--print", "nonsense"),
    ("check", MARKETING, MARKETING, "--surplus"),
])
def test_wrong_usage_is_2(arguments):
    result = tenon(*arguments)
    assert result.returncode == 2, (result.returncode, result.stdout + result.stderr)
    assert result.stderr and not result.stdout, "usage errors go to standard error"


@pytest.mark.parametrize("word", ["TN2001", "tn2001", "shape/unknown-key", "Shape/Unknown-Key"])
def test_a_code_is_explained_by_number_and_by_rule(word):
    result = tenon("explain", word, "--lang", "en")
    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith("TN2001 shape/unknown-key (error)\n")
    for part in ("Why it matters", "lable: 客户名称", "label: 客户名称"):
        assert part in result.stdout, part
    assert "为什么重要" in tenon("explain", word, "--lang", "zh").stdout


def test_explain_lists_every_code():
    lines = tenon("explain", "--lang", "zh").stdout.splitlines()
    codes = re.findall(r"^  case \w+ = \"(TN\d{4})\"", CODES.read_text("utf-8"), re.M)
    assert [line.split()[0] for line in lines] == codes and len(codes) > 50
    assert all(re.search(r"[\u4e00-\u9fff]", line) for line in lines)


@pytest.mark.parametrize("word, answer", [
    ("TN20011", "`TN2001`"), ("shape/unknwon-key", "`shape/unknown-key`"),
    ("weather", "`tenon explain` lists them"),
])
def test_an_unknown_code_is_2_with_what_was_meant(word, answer):
    result = tenon("explain", word, "--lang", "en")
    assert result.returncode == 2 and not result.stdout
    assert f"no code `{word}`; " in result.stderr and answer in result.stderr


def test_a_missing_folder_is_3(tmp_path):
    result = tenon("check", tmp_path / "nowhere")
    assert result.returncode == 3
    assert "nowhere" in result.stderr


def test_no_compiler_is_3(tmp_path):
    app = small_app(tmp_path / "app", NAME, SIZE)
    result = tenon(
        "build", app, "--generated", tmp_path / "out", "--dist", tmp_path,
        env={"PATH": "/nonexistent"})
    assert result.returncode == 3, result.stdout + result.stderr
    assert "swiftc" in result.stderr


def test_an_output_that_cannot_be_written_is_3(tmp_path):
    app = small_app(tmp_path / "app", NAME, SIZE)
    (tmp_path / "file").write_text("no folder")
    result = tenon("generate", app, "--generated", tmp_path / "file/out")
    assert result.returncode == 3, result.stdout + result.stderr


WRONG = {
    "an unknown type": lambda text: text.replace("type: integer", "type: integr"),
    "no access": lambda text: text.replace("    access: everyone\n", ""),
    "broken YAML": lambda text: text.replace("languages: [zh, en]", "languages: [zh, en"),
    "an unknown column": lambda text: text.replace("columns: [name, size]", "columns: [nam]"),
    "a missing wording": lambda text: text.replace("{ zh: 数量, en: Size }", "{ zh: 数量 }"),
    "a field twice": lambda text: text.replace(SIZE, SIZE + SIZE),
    "an alias": lambda text: text.replace("app: sample", "app: &a sample\nx: *a"),
    "a tab": lambda text: text.replace("  note:", "\tnote:", 1),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_app_is_1_with_the_place(tmp_path, name):
    app = small_app(tmp_path / "app", NAME, SIZE)
    before = (app / "app.yaml").read_text("utf-8")
    wrong = WRONG[name](before)
    assert wrong != before
    (app / "app.yaml").write_text(wrong, "utf-8")
    for command in ("check", "build"):
        result = tenon(command, app)
        assert result.returncode == 1, (command, result.stdout + result.stderr)
        assert re.search(r"app\.yaml:\d+:\d+", result.stdout + result.stderr)
        assert re.search(r"TN\d{4}", result.stdout + result.stderr)
    assert not (app / "tenon.lock").exists(), "a wrong app must not get a lock"


@pytest.mark.parametrize("data", [
    b"", b"\0", b"\xff\xfe", b"\xef\xbb\xbfapp x\n", b"- " * 20_000, b"[" * 20_000, b"{a: " * 5000,
    b"app: x\n---\napp: y\n", b"%TAG ! tag:x,2000:\n---\napp: x\n", b"? ? ? ?\n", b"a: b: c\n",
    "app：全角冒号\n".encode(), b"app: !!python/object x\n", b"'" * 999, b"x: |\n\t\n", b"\r" * 50,
], ids=range(16))
def test_no_yaml_crashes_it(tmp_path, data):
    app = tmp_path / "app"
    app.mkdir()
    (app / "app.yaml").write_bytes(data)
    result = run(TENON, "check", app, timeout=10)
    assert result.returncode == 1, (result.returncode, result.stderr[-500:])
    assert re.search(r"TN\d{4}", result.stdout + result.stderr)


@pytest.mark.parametrize("stage", STAGES)
def test_every_stage_prints_the_same_in_any_folder(tmp_path, stage):
    outputs = []
    for place in (tmp_path / "one", tmp_path / "two/deeper"):
        shutil.copytree(MARKETING, place / "marketing")
        result = tenon("check", place / "marketing", "--print", stage, cwd=place)
        assert result.returncode == 0, result.stdout + result.stderr
        assert result.stdout, stage
        outputs.append(result.stdout.replace(str(place), ""))
    assert outputs[0] == outputs[1]


def test_generation_is_the_same_in_any_folder_and_touches_only_what_changed(tmp_path):
    trees = []
    for place in (tmp_path / "one", tmp_path / "two/deeper"):
        shutil.copytree(MARKETING, place / "app")
        result = tenon("generate", place / "app", "--generated", place / "out")
        assert result.returncode == 0, result.stdout + result.stderr
        trees.append(place / "out")
    files = sorted(p.relative_to(trees[0]) for p in trees[0].rglob("*") if p.is_file())
    assert files == sorted(p.relative_to(trees[1]) for p in trees[1].rglob("*") if p.is_file())
    assert len(files) >= 4
    _, different, missing = filecmp.cmpfiles(*trees, files, shallow=False)
    assert not different and not missing

    times = {file: (trees[0] / file).stat().st_mtime_ns for file in files}
    assert tenon("generate", tmp_path / "one/app", "--generated", trees[0]).returncode == 0
    assert times == {file: (trees[0] / file).stat().st_mtime_ns for file in files}
    for path in (tmp_path / "one/app").glob("*.yaml"):
        path.write_text(path.read_text("utf-8").replace("联系人", "对接人"), "utf-8")
    assert tenon("generate", tmp_path / "one/app", "--generated", trees[0]).returncode == 0
    touched = [f for f in files if times[f] != (trees[0] / f).stat().st_mtime_ns]
    code = [file for file in touched if file.suffix == ".swift" and file.name != "Blueprint.swift"]
    assert touched and not code, f"a label is a look: it may change the blueprint, not {code}"


def test_the_compiler_needs_only_libyaml():
    """Beyond libc's family and Swift's own runtime."""
    allowed = re.compile(
        r"^(linux-vdso|ld-linux-x86-64|ld-linux-aarch64|lib(yaml-0|c|m|dl|pthread|rt|util|gcc_s"
        r"|stdc\+\+|swift\w+|_\w+|dispatch|BlocksRuntime))\.so")
    result = run("ldd", TENON)
    names = [line.split()[0].rsplit("/", 1)[-1] for line in result.stdout.splitlines()]
    assert any(name.startswith("libyaml") for name in names), result.stdout
    assert [name for name in names if not allowed.match(name)] == []
