"""`tenon check --fix` and `tenon fmt` on disk; another YAML reader judges what fmt wrote."""

import shutil
import subprocess

import pytest
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from server import ROOT, TENON
from tenon import tenon

APPS = [ROOT / "apps/marketing", ROOT / "Tests/Apps/hostile"]
TEXTS = sorted(
    path for folder in ("Tests/Cases", "Tests/Apps", "apps")
    for path in (ROOT / folder).rglob("*.yaml"))

BROKEN = """\
app: shop
entities:
  item:
    label: Item
    access: everyone
    fields:
      number: { type: auto_number, required: true, pattern: "{0000}" }
      name: { type: text, required: yes }
      price: { type: monney }
"""
VIEWS = "views:\r\n  item.all: { label: All, columns: [name, name] }\r\n"
OTHER = "roles: {}\n"


@pytest.fixture
def shop(tmp_path):
    folder = tmp_path / "shop"
    folder.mkdir()
    (folder / "app.yaml").write_bytes(BROKEN.encode())
    (folder / "views.yaml").write_bytes(b"\xef\xbb\xbf" + VIEWS.encode())
    (folder / "other.yaml").write_bytes(OTHER.encode())
    return folder


def test_fix_writes_what_is_certain_and_reports_the_rest(shop):
    untouched = (shop / "other.yaml").stat()
    result = tenon("check", "--fix", "shop", "--format", "short", cwd=shop.parent)
    assert result.returncode == 1, "the unknown type remains"
    assert [line.split(" ")[0] for line in result.stdout.splitlines()] == ["shop/app.yaml:9:22:"]
    assert "shop/app.yaml:7:36: fixed[TN4006]: delete `required`" in result.stderr
    assert "shop/app.yaml:8:37: fixed[TN2005]: write `true`" in result.stderr
    assert "shop/views.yaml:2:43: fixed[TN3015]: delete `name`" in result.stderr
    assert (shop / "app.yaml").read_text() == BROKEN.replace(
        "required: true, ", "").replace("yes", "true")
    assert (shop / "views.yaml").read_bytes() == b"\xef\xbb\xbf" + VIEWS.replace(
        ", name]", "]").encode(), "mark and line ends stay"
    now = (shop / "other.yaml").stat()
    assert (now.st_ino, now.st_mtime_ns) == (untouched.st_ino, untouched.st_mtime_ns)

    before = (shop / "app.yaml").stat().st_mtime_ns
    again = tenon("check", "--fix", shop)
    assert (again.returncode, again.stderr) == (1, "")
    assert (shop / "app.yaml").stat().st_mtime_ns == before

    result = tenon("check", "--fix", "--unsafe-fixes", shop)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "type: money }" in (shop / "app.yaml").read_text()


def test_fix_speaks_chinese(shop):
    result = tenon("check", "--fix", "--lang", "zh", "shop", cwd=shop.parent)
    assert "shop/app.yaml:8:37: 已修复[TN2005]: 改为 `true`" in result.stderr


def test_a_diff_writes_nothing_and_can_be_applied(shop):
    before = {path: path.read_bytes() for path in shop.iterdir()}
    # Bytes, for a diff has the line ends of its files.
    result = subprocess.run(
        [TENON, "check", "--fix", "--diff", "shop"], cwd=shop.parent, capture_output=True)
    assert result.returncode == 1, "there would be changes"
    assert before == {path: path.read_bytes() for path in shop.iterdir()}
    applied = subprocess.run(
        ["git", "apply", "--whitespace=nowarn"], input=result.stdout, cwd=shop.parent,
        capture_output=True)
    assert applied.returncode == 0, applied.stderr + result.stdout
    by_diff = {path: path.read_bytes() for path in shop.iterdir()}
    for path, content in before.items():
        path.write_bytes(content)
    tenon("check", "--fix", shop)
    assert by_diff == {path: path.read_bytes() for path in shop.iterdir()}
    assert tenon("check", "--fix", "--diff", shop).returncode == 0


@pytest.mark.parametrize("option", ["--diff", "--unsafe-fixes"])
def test_options_of_fixing_need_fix(shop, option):
    result = tenon("check", shop, option)
    assert result.returncode == 2 and option in result.stderr


def test_fmt_checks_shows_and_writes(shop):
    path = shop / "app.yaml"
    path.write_bytes(b"app:    shop   \r\nlabel:   {zh: A,en: B}\r\n\r\n\r\n")
    wanted = "app: shop\nlabel: { zh: A, en: B }\n"
    check = tenon("fmt", "--check", shop / "other.yaml", path)
    assert (check.returncode, check.stdout) == (1, f"{path}\n")
    diff = tenon("fmt", "--diff", "shop/app.yaml", cwd=shop.parent)
    assert diff.returncode == 1 and "+app: shop\n" in diff.stdout
    assert path.read_bytes().startswith(b"app:    shop"), "nothing is written yet"
    assert tenon("fmt", path).returncode == 0
    assert path.read_bytes() == wanted.encode()
    times = path.stat().st_mtime_ns
    assert tenon("fmt", path).returncode == 0 and path.stat().st_mtime_ns == times


def test_fmt_leaves_broken_files_alone(shop):
    (shop / "app.yaml").write_text("app: [a\n")
    result = tenon("fmt", shop)
    assert result.returncode == 1 and "TN1019" in result.stdout
    assert (shop / "app.yaml").read_text() == "app: [a\n"
    assert (shop / "views.yaml").read_bytes() == VIEWS.replace("\r\n", "\n").encode(), (
        "the others are laid out")


def test_fmt_of_nothing_is_3(tmp_path):
    assert tenon("fmt", tmp_path / "nowhere").returncode == 3


def test_apps_are_laid_out():
    result = tenon("fmt", "--check", *APPS)
    assert (result.returncode, result.stdout) == (0, ""), result.stdout


def load(text):
    """What ruamel.yaml reads, or None when it refuses."""
    try:
        return [YAML(typ="base", pure=True).load(text)]
    except YAMLError:
        return None


def test_another_reader_sees_no_difference(tmp_path):
    """Every text of the repository that fmt accepts, and a widened copy of it."""
    compared = 0
    for number, path in enumerate(TEXTS):
        text = path.read_bytes().decode("utf-8", "replace")
        for kind, changed in (("as is", text), ("widened", widen(text))):
            copy = tmp_path / f"{number}-{kind[0]}.yaml"
            copy.write_bytes(changed.encode())
            before = load(changed)
            result = tenon("fmt", copy)
            assert result.returncode in (0, 1), result.stderr
            if result.returncode == 1:
                assert copy.read_bytes() == changed.encode()
            elif before is not None:
                assert load(copy.read_bytes().decode()) == before, f"{path} {kind}"
                compared += 1
    assert compared > 100


def widen(text):
    """Twice the indentation, CRLF and spaces at line ends; block scalars keep their meaning."""
    lines = []
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip(" "))
        lines.append(" " * indent + line)
    return "\r\n".join(lines)


def test_a_diff_of_many_lines_is_still_a_diff(tmp_path):
    """More differences than are looked for one by one."""
    names = [f"f{n}" for n in range(3000)]
    text = "app: a\nroles:\n" + "".join(f"      {name}:  R\n" for name in names)
    (tmp_path / "a.yaml").write_text(text)
    diff = tenon("fmt", "--diff", "a.yaml", cwd=tmp_path)
    assert diff.returncode == 1
    copy = tmp_path / "copy.yaml"
    shutil.copy(tmp_path / "a.yaml", copy)
    subprocess.run(["git", "apply"], input=diff.stdout.encode(), cwd=tmp_path, check=True)
    assert tenon("fmt", copy).returncode == 0
    assert copy.read_text() == (tmp_path / "a.yaml").read_text()
