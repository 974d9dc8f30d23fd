"""Fixtures of the judges: the marketing application over its demo data, seen by someone who has
every role."""

import pytest
from judging import JUDGE, over_demo_data
from looks import Look
from pages import PAGES, resolve


@pytest.fixture(scope="session")
def judged(tmp_path_factory):
    server = over_demo_data(tmp_path_factory.mktemp("judged"))
    yield server
    server.kill()


@pytest.fixture(scope="session")
def judge(judged):
    """A client of the API."""
    return judged.sign_in(JUDGE)


@pytest.fixture(scope="session")
def paths(judge):
    return {page.name: resolve(page, judge) for page in PAGES}


@pytest.fixture(scope="session")
def visit(browser, judged, judge, paths):
    """Opens a page in a look; contexts are kept for the next page."""
    contexts = {}

    def visit(page, look: Look):
        key = (look, page.signed_in)
        if key not in contexts:
            context = browser.new_context(base_url=judged.address, **look.options)
            cookies = {"language": look.language}
            if page.signed_in:
                cookies["session"] = judge.token
            context.add_cookies([
                {"name": name, "value": value, "url": judged.address}
                for name, value in cookies.items()])
            contexts[key] = context.new_page()
        tab = contexts[key]
        answer = tab.goto(paths[page.name], wait_until="load")
        assert answer.status == page.status, f"{page.path}: {answer.status}"
        return tab

    return visit
