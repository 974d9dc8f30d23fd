"""`tenon new`: what it makes is an application that checks clean, loads its data and serves; what
it refuses it leaves alone."""

import os

import pytest

from server import ROOT, Server, pages, run
from tenon import tenon

TEMPLATES = ["minimal", "crm", "service"]
CHECKER = ROOT / ".venv/bin/check-jsonschema"


def make(folder, *options):
    result = tenon("new", folder, *options)
    assert result.returncode == 0, result.stdout + result.stderr
    return result


def test_list_names_the_templates_and_writes_nothing(tmp_path):
    for language, word in (("zh", "客户"), ("en", "customers")):
        result = tenon("new", "--list", "--lang", language, cwd=tmp_path)
        assert result.returncode == 0, result.stderr
        assert [line.split()[0] for line in result.stdout.splitlines()] == TEMPLATES
        assert word in result.stdout
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("template", TEMPLATES)
def test_every_template_is_clean_laid_out_and_fits_the_schema(tmp_path, template, language):
    app = tmp_path / "sample"
    make(app, "--template", template, "--lang", language)
    checked = tenon("check", app, "--format", "short")
    assert (checked.returncode, checked.stdout) == (0, ""), checked.stdout + checked.stderr
    laid_out = tenon("fmt", app, "--check")
    assert laid_out.returncode == 0, laid_out.stdout + laid_out.stderr
    schema = app / "tenon.schema.json"
    assert schema.read_text("utf-8") == tenon("schema").stdout
    files = sorted(app.rglob("*.yaml"))
    fits = run(CHECKER, "--schemafile", schema, *files)
    assert fits.returncode == 0, fits.stdout
    for file in files:
        assert file.read_text("utf-8").startswith(
            "# yaml-language-server: $schema=tenon.schema.json\n")
    assert "tenon run sample" in (app / "README.md").read_text("utf-8")
    assert [path.name for path in tmp_path.iterdir()] == ["sample"], "nothing else is left"


@pytest.fixture(scope="module", params=TEMPLATES)
def made(request, tmp_path_factory):
    """The application of a template and its binary."""
    folder = tmp_path_factory.mktemp("new")
    app = folder / "sample"
    make(app, "--template", request.param)
    built = tenon("build", app, "--generated", folder / "generated", "--dist", folder / "dist",
                  timeout=300)
    assert built.returncode == 0, built.stdout + built.stderr
    return app, folder / "dist/sample"


def test_it_serves_its_data(made, engine, tmp_path):
    app, binary = made
    server = Server(engine.store(tmp_path / "sample.sqlite"), binary=binary)
    loaded = server.load(app / "data")
    assert loaded.returncode == 0, loaded.stdout + loaded.stderr
    server.start()
    try:
        client = server.sign_in("me")
        for file in sorted((app / "data").glob("*.csv")):
            if file.stem == "users":
                continue
            rows = file.read_text("utf-8").splitlines()[1:]
            assert len(pages(client, f"/api/{file.stem}")) == len(rows) > 0, file.name
            page = client.get(f"/app/{file.stem}", Accept="text/html")
            assert page.status == 200, page
    finally:
        server.kill()
        server.store.remove()


@pytest.mark.parametrize("name, hint", [
    ("my-crm", "my_crm"), ("2nd", "nd"), ("a b", "a_b"), ("crm!", "crm"), ("...", None),
])
def test_a_name_that_cannot_be_one_is_2_with_another(tmp_path, name, hint):
    result = tenon("new", name, cwd=tmp_path)
    assert result.returncode == 2, result.stdout + result.stderr
    assert hint is None or f"`{hint}`" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_chinese_name_is_one(tmp_path):
    make(tmp_path / "客户管理", "--lang", "zh")
    assert "app: 客户管理\n" in (tmp_path / "客户管理/app.yaml").read_text("utf-8")


@pytest.mark.parametrize("arguments", [
    (), ("a", "b"), ("a", "--template"), ("a", "--template", "crn"), ("a", "--surplus"),
])
def test_wrong_usage_is_2(tmp_path, arguments):
    result = tenon("new", *arguments, cwd=tmp_path)
    assert result.returncode == 2, result.stdout + result.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_folder_with_something_in_it_is_left_alone(tmp_path):
    folder = tmp_path / "sample"
    folder.mkdir()
    (folder / "mine").write_text("mine")
    result = tenon("new", folder)
    assert result.returncode == 3 and "sample" in result.stderr
    assert [path.name for path in folder.iterdir()] == ["mine"]
    (tmp_path / "file").write_text("mine")
    assert tenon("new", tmp_path / "file").returncode == 3
    assert (tmp_path / "file").read_text() == "mine"


def test_an_empty_folder_is_filled(tmp_path):
    (tmp_path / "sample").mkdir()
    make(tmp_path / "sample/")
    assert (tmp_path / "sample/app.yaml").exists()


def test_a_place_that_cannot_be_written_is_3_and_nothing_is_left(tmp_path):
    (tmp_path / "file").write_text("no folder")
    result = tenon("new", tmp_path / "file/sample")
    assert result.returncode == 3, result.stdout + result.stderr
    assert sorted(os.listdir(tmp_path)) == ["file"]
