"""Fixtures: the server of Tests/Apps/sales over its demo data, on both databases.

Every test that needs `engine`, by itself or through a server, runs on SQLite and on PostgreSQL,
unless it is marked with those that it is about: `@pytest.mark.engines("sqlite")`.
"""

import pytest
from playwright.sync_api import sync_playwright

from engines import Cluster, Files
from server import SALES, Server

CHROMIUM = "/usr/bin/chromium"


def pytest_generate_tests(metafunc):
    if "engine" in metafunc.fixturenames:
        marker = metafunc.definition.get_closest_marker("engines")
        engines = marker.args if marker else ("sqlite", "postgres")
        metafunc.parametrize("engine", engines, indirect=True, scope="session")


# They build applications: only one of them at a time, and none beside the one that spoils the SDK.
BUILDERS = {
    "test_claims.py", "test_cli.py", "test_dev.py", "test_form_rules.py", "test_hostile.py",
    "test_kept.py", "test_new.py", "test_sdk.py", "test_upgrade.py",
}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """What one process takes whole when several run: the tests of a file on one engine. A browser
    sees the same pages over both databases: `make test` shows it one of them."""
    for item in items:
        params = item.callspec.params if hasattr(item, "callspec") else {}
        engine = params.get("engine", "")
        is_builder = item.path.name in BUILDERS
        group = "builders" if is_builder else f"{item.path.name} {engine}"
        item.add_marker(pytest.mark.xdist_group(group))
        if engine == "postgres" and "browser" in item.fixturenames:
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def cluster():
    """One PostgreSQL server for all tests."""
    cluster = Cluster()
    yield cluster
    cluster.close()


@pytest.fixture(scope="session")
def engine(request):
    """Where databases are made."""
    return Files() if request.param == "sqlite" else request.getfixturevalue("cluster")


@pytest.fixture(scope="session")
def demo_database(engine, tmp_path_factory):
    """A database with the demo data, loaded once; tests take copies."""
    assert SALES.exists(), f"{SALES} is not built: make test builds it"
    store = engine.store(tmp_path_factory.mktemp("demo") / "demo.sqlite")
    report = Server(store).load()
    assert report.returncode == 0, report.stdout + report.stderr
    return store


@pytest.fixture(scope="session")
def browser():
    """One browser for all tests; each opens contexts of its own."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def make_server(engine, demo_database, tmp_path):
    """Makes servers, each over its own copy of the demo database; none outlives the test."""
    made = []

    def make(name="app.sqlite", folder=tmp_path, **options):
        server = Server(engine.copy(demo_database, folder / name), **options)
        made.append(server)
        return server

    yield make
    for server in made:
        server.kill()
        server.store.remove()


@pytest.fixture(scope="module")
def company(engine, demo_database, tmp_path_factory):
    """One running server for the tests of a module that do not disturb each other."""
    server = Server(engine.copy(demo_database, tmp_path_factory.mktemp("company") / "app.sqlite"))
    server.start()
    yield server
    server.kill()
    server.store.remove()
