"""schemathesis against the running API and its own document: requests that fit and requests that do
not, made from /openapi.json, and what the answers must be."""

import json
import re
from pathlib import Path

import pytest
from judging import JUDGE, over_demo_data

from server import ROOT, run

SCHEMATHESIS = ROOT / ".venv/bin/schemathesis"

# The checks that judge, by their names in schemathesis.
CHECKS = [
    "not_a_server_error", "status_code_conformance", "content_type_conformance",
    "response_headers_conformance", "response_schema_conformance", "negative_data_rejection",
    "missing_required_header", "unsupported_method", "allow_header_conformance",
    "use_after_free", "ensure_resource_availability", "ignored_auth",
]
# Those that do not, with the reason.
EXCLUDED = {
    "positive_data_acceptance":
        "what fits the document may still be refused: names that are taken, references to nothing, "
        "a version that is not the record's (412), a cursor of another list",
    "object_level_authorization":
        "wants people who own different things: Tests/System/rights/test_contract_by_role.py",
}
# The whole document in parts, each with a session of its own: that of the last part ends there.
DOCUMENT = json.loads((ROOT / "generated/marketing/openapi.json").read_text("utf-8"))
ENTITIES = sorted({path.split("/")[2] for path in DOCUMENT["paths"] if path.startswith("/api/")})
PARTS = {entity: f"^/api/{entity}(/|$)" for entity in ENTITIES}
PARTS |= {"files": "^/files", "rest": "^/(?!api/|files)"}

# A refusal is a refusal: which of several mistakes of a request is told is not the document's.
CONFIGURATION = """\
[checks]
negative_data_rejection.expected-statuses = ["4xx"]
"""


def test_every_check_is_named():
    """A new version's checks are chosen or excluded by someone."""
    text = run(SCHEMATHESIS, "run", "--help").stdout
    offered = re.search(r"--checks\s+.*?\[possible values:(.*?)\]", text, re.S)[1]
    names = set(re.findall(r"\w+", offered)) - {"all"}
    assert names == set(CHECKS) | set(EXCLUDED)


@pytest.fixture(scope="module")
def disturbed(tmp_path_factory):
    """A server of its own, because records come and go."""
    folder = tmp_path_factory.mktemp("contract")
    server = over_demo_data(folder)
    yield server
    server.kill()


@pytest.mark.slow
@pytest.mark.parametrize("part", PARTS)
def test_the_document_is_kept(disturbed, tmp_path, part):
    configuration = Path(tmp_path / "schemathesis.toml")
    configuration.write_text(CONFIGURATION, "utf-8")
    token = disturbed.sign_in(JUDGE).token
    result = run(
        SCHEMATHESIS, "--config-file", configuration, "run",
        f"{disturbed.address}/openapi.json", "--header", f"Authorization: Bearer {token}",
        "--checks", ",".join(CHECKS), "--phases", "examples,coverage,fuzzing",
        "--max-examples", "25", "--seed", "1", "--generation-database", "none",
        "--continue-on-failure", "--no-color", "--request-timeout", "20",
        "--include-path-regex", PARTS[part], timeout=900, cwd=tmp_path)
    assert result.returncode == 0, result.stdout[-12_000:] + result.stderr[-2_000:]
    assert re.search(r"Test cases:\s+(\d{3,}) generated", result.stdout), "it did not try much"
    assert disturbed.process.poll() is None
