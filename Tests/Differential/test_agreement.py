"""500 random expressions of each context over 50 records: every back end says what the judge says."""

import io

import agreement
import postgres_server
import pytest


@pytest.fixture(scope="module")
def backends():
    with postgres_server.started() as socket:
        yield agreement.backends(socket)


@pytest.mark.parametrize("context", ["query", "form", "server"])
def test_all_agree(context, backends):
    out = io.StringIO()
    found = agreement.chunk(5, context, 500, 50, backends[context], out)
    assert found and not any(found.values()), out.getvalue()
