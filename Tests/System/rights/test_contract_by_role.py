"""schemathesis as each role, against one document: answers keep it whatever one may see, and no
object of one person is another's."""

import json
import re

import pytest
from conftest import Judged
from test_contract import CHECKS, CONFIGURATION, SCHEMATHESIS
from subjects import SUBJECTS

from server import run

#: One person of each role and one who has two; the last has none.
WHO = {
    "sales": "ann", "manager": "fei", "director": "ivy", "finance": "jun", "service": "kim",
    "intern": "lee", "auditor": "qi", "admin": "adm", "two": "eve", "none": "nan",
}
#: People of one role who see nothing of each other.
PEERS = ["cai", "dan"]


@pytest.fixture(scope="module")
def disturbed(engine, tmp_path_factory):
    """A server of its own, because records come and go."""
    judged = Judged(SUBJECTS["rights"], engine, tmp_path_factory.mktemp("contract"))
    yield judged
    judged.close()


def attempt(disturbed, folder, examples, checks, *options, phases="examples,coverage,fuzzing"):
    (folder / "schemathesis.toml").write_text(CONFIGURATION + AUTHORISED.get(checks[0], ""), "utf-8")
    result = run(
        SCHEMATHESIS, "--config-file", folder / "schemathesis.toml", "run",
        f"{disturbed.server.address}/openapi.json", "--checks", ",".join(checks), "--phases",
        phases, "--max-examples", str(examples), "--seed", "1", "--generation-database", "none",
        "--continue-on-failure", "--no-color", "--request-timeout", "20", *options,
        timeout=900, cwd=folder)
    assert result.returncode == 0, result.stdout[-12_000:] + result.stderr[-2_000:]
    assert disturbed.server.process.poll() is None
    return result.stdout


#: What a configuration needs besides, by the first check.
AUTHORISED = {
    "object_level_authorization": f'\n[auth.wfc]\npath = "people.json"\npeers = {json.dumps(PEERS)}\n'
}


def as_role(disturbed, folder, role, examples, paths):
    token = disturbed.visitors[WHO[role]].token
    return attempt(
        disturbed, folder, examples, CHECKS, "--header", f"Authorization: Bearer {token}",
        "--include-path-regex", paths)


@pytest.mark.engines("sqlite")
@pytest.mark.parametrize("role", ["sales", "service"])
def test_the_document_is_kept_for_a_role(disturbed, tmp_path, role):
    told = as_role(disturbed, tmp_path, role, 2, "^/api/ticket(/|$)")
    assert re.search(r"Test cases:\s+(\d{2,}) generated", told)


@pytest.mark.slow
@pytest.mark.parametrize("role", WHO)
def test_the_document_is_kept_for_every_role(disturbed, tmp_path, role):
    told = as_role(disturbed, tmp_path, role, 15, "^/api/")
    assert re.search(r"Test cases:\s+(\d{3,}) generated", told)


def people(disturbed, folder):
    """The peers, in the form of Web Fuzzing Commons."""
    (folder / "people.json").write_text(json.dumps({"auth": [
        {"name": login, "fixedHeaders": [
            {"name": "Authorization", "value": f"Bearer {disturbed.visitors[login].token}"}]}
        for login in PEERS]}), "utf-8")


@pytest.mark.slow
def test_objects_of_one_are_not_another_s(disturbed, tmp_path):
    people(disturbed, tmp_path)
    told = attempt(
        disturbed, tmp_path, 40, ["object_level_authorization", "ignored_auth", "use_after_free"],
        "--include-path-regex", "^/api/(customer|deal|visit|ticket)",
        phases="examples,coverage,fuzzing,stateful")
    assert re.search(r"Test cases:\s+(\d{3,}) generated", told)

