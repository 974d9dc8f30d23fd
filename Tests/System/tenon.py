"""Small applications for tests, and the compiler's command line."""

import shutil
from pathlib import Path

from server import ROOT, TENON, run

HEAD = """\
app: {name}
label: {{ zh: 样例, en: Sample }}
languages: [zh, en]
currency: CNY
time_zone: Asia/Shanghai
roles:
  sales: {{ label: {{ zh: 销售, en: Sales }} }}
entities:
  note:
    label: {{ zh: 记录, en: Note }}
    title: "{{name}}"
    access: everyone
    fields:
"""
NAME = "      name: { type: text, label: { zh: 名称, en: Name }, required: true, max_length: 40 }\n"
SIZE = "      size: { type: integer, label: { zh: 数量, en: Size } }\n"
SIZE_AS_TEXT = "      size: { type: text, label: { zh: 数量, en: Size }, max_length: 9 }\n"
COLOUR = "      colour: { type: text, label: { zh: 颜色, en: Colour }, max_length: 20 }\n"
VIEWS = """\
views:
  note.all:
    label: { zh: 全部, en: All }
    columns: [name, size]
    filter: [name]
    sort: [name]
"""


def small_app(folder: Path, *fields: str, name: str = "sample", views: str = VIEWS) -> Path:
    """Writes an application of one entity; keeps the lock of a version that is there already."""
    (folder / "data").mkdir(parents=True, exist_ok=True)
    (folder / "app.yaml").write_text(HEAD.format(name=name) + "".join(fields) + views, "utf-8")
    (folder / "data/users.csv").write_text(
        "login,name,password,roles\r\nwang,王强,tenon-demo,sales\r\n", "utf-8")
    return folder


def tenon(*arguments, **options):
    """Runs the compiler from the repository's root."""
    options.setdefault("cwd", ROOT)
    return run(TENON, *arguments, **options)


def build(app: Path, output: Path) -> Path:
    """Builds the application below `output`; returns a copy of the binary that no later build
    overwrites."""
    result = tenon(
        "build", app, "--generated", output / "generated", "--dist", output / "dist", timeout=300)
    assert result.returncode == 0, result.stdout + result.stderr
    kept = output / f"sample-{sum(1 for _ in output.glob('sample-*')) + 1}"
    return Path(shutil.copy(output / "dist/sample", kept))
