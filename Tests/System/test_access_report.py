"""Who may do what, as the tool tells it: report, derivation, difference."""

import csv
import io
import subprocess

import pytest

from server import ROOT
from tenon import tenon

MARKETING = ROOT / "apps/marketing"
ACTIONS = ["read", "create", "update", "delete", "export", "import", "print", "assign", "comment"]

APP = """
app: crm
roles:
  sales: { label: 销售, may: { customer: { read: own, hide: [cost] } } }
  boss: { label: 老板, may: { customer: all } }
entities:
  customer:
    label: 客户
    fields:
      name: text
      owner: person
      price: money
      cost: money
      margin: { type: money, value: price - cost }
views:
  customer.all: { label: 全部客户, columns: [name] }
"""


@pytest.fixture
def app(tmp_path):
    folder = tmp_path / "crm"
    folder.mkdir()
    (folder / "app.yaml").write_text(APP, "utf-8")
    return folder


def test_the_table_has_every_role_entity_and_action():
    result = tenon("access", MARKETING, "--format", "csv", "--lang", "zh")
    assert result.returncode == 0, result.stderr
    rows = list(csv.DictReader(io.StringIO(result.stdout, newline="")))
    assert {row["extent"] for row in rows} == {"all", "some", "none"}
    told = {}
    for row in rows:
        assert (row["extent"] == "some") == bool(row["records"]), row
        told.setdefault((row["role"], row["entity"]), []).append(row["right"])
    for rights in told.values():
        assert rights[:9] == ACTIONS
    assert {role for role, _ in told} >= {"sales", "manager", "finance", "ceo"}


def test_the_report_is_told_in_both_languages(app):
    zh = tenon("access", app, "--lang", "zh").stdout
    en = tenon("access", app, "--lang", "en").stdout
    assert "读取、打印、评论：本人的" in zh and "看不到：cost、margin" in zh
    assert "read, print, comment: one's own" in en and "not shown: cost, margin" in en
    page = tenon("access", app, "--format", "html").stdout
    assert page.startswith("<!doctype html>") and page.count("<table>") == page.count("</table>")


def test_the_report_takes_one_role_and_one_entity(app):
    text = tenon("access", app, "--role", "boss", "--entity", "customer", "--lang", "en").stdout
    assert "老板" in text and "销售" not in text and "department\n" not in text


def test_why_leads_to_the_line(app):
    result = tenon("why", app, "--role", "sales", "--field", "customer.margin", "--lang", "en")
    assert result.returncode == 0, result.stderr
    assert "margin is worked out of cost" in result.stdout
    assert f"{app}/app.yaml:4:" in result.stdout


@pytest.mark.parametrize("arguments, near", [
    (("--role", "sale", "--field", "customer.margin"), "`sales`"),
    (("--role", "sales", "--field", "custmer.margin"), "`customer`"),
    (("--role", "sales", "--field", "customer.margn"), "`margin`"),
    (("--role", "sales", "--field", "margin"), "customer.phone"),
    (("--role", "sales"), "--field"),
])
def test_wrong_names_are_told(app, arguments, near):
    result = tenon("why", app, *arguments, "--lang", "en")
    assert result.returncode == 2 and near in result.stderr, result.stderr


def test_a_difference_between_a_revision_and_a_folder(app):
    def git(*words):
        subprocess.run(
            ["git", "-c", "user.name=x", "-c", "user.email=x@example.com", *words],
            cwd=app.parent, check=True, capture_output=True)

    git("init", "-q")
    git("add", ".")
    git("commit", "-qm", "x")
    (app / "app.yaml").write_text(APP.replace("read: own", "read: own or below"), "utf-8")
    result = tenon("diff", "HEAD:crm", "crm", "--lang", "en", cwd=app.parent)
    assert result.returncode == 0, result.stderr
    assert "+ read: one's own → one's own or of one's department and below" in result.stdout
    assert "3 gained, 0 lost" in result.stdout
    same = tenon("diff", "crm", "crm", "--lang", "en", cwd=app.parent)
    assert same.stdout == "no right changes\n"
    assert tenon("diff", "HEAD:none", "crm", cwd=app.parent).returncode == 3


def test_a_broken_definition_is_told(app):
    (app / "app.yaml").write_text("app: crm\nentities: { x: {} }\n", "utf-8")
    for words in (("access", app), ("diff", app, app)):
        result = tenon(*words)
        assert result.returncode == 1 and "TN2007" in result.stderr and not result.stdout
