"""Fixtures: the server of Tests/Apps/sales over its demo data."""

import shutil

import pytest
from playwright.sync_api import sync_playwright

from server import SALES, Server

CHROMIUM = "/usr/bin/chromium"


@pytest.fixture(scope="session")
def demo_database(tmp_path_factory):
    """A database file with the demo data, loaded once; tests take copies."""
    assert SALES.exists(), f"{SALES} is not built: make test builds it"
    path = tmp_path_factory.mktemp("demo") / "demo.sqlite"
    report = Server(path).load()
    assert report.returncode == 0, report.stdout + report.stderr
    return path


@pytest.fixture(scope="session")
def browser():
    """One browser for all tests; each opens contexts of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def make_server(demo_database, tmp_path):
    """Makes servers, each over its own copy of the demo database; none outlives the test."""
    made = []

    def make(name="app.sqlite", folder=tmp_path, **options):
        target = folder / name
        for suffix in ("", "-wal"):
            source = demo_database.with_name(demo_database.name + suffix)
            if source.exists():
                shutil.copy(source, target.with_name(target.name + suffix))
        server = Server(target, **options)
        made.append(server)
        return server

    yield make
    for server in made:
        server.kill()


@pytest.fixture(scope="module")
def company(demo_database, tmp_path_factory):
    """One running server for the tests of a module that do not disturb each other."""
    target = tmp_path_factory.mktemp("company") / "app.sqlite"
    for suffix in ("", "-wal"):
        source = demo_database.with_name(demo_database.name + suffix)
        if source.exists():
            shutil.copy(source, target.with_name(target.name + suffix))
    server = Server(target)
    server.start()
    yield server
    server.kill()
