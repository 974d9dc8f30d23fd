"""The YAML that Tenon reads, against an independent reader: inside the subset both read the same
tree; outside it the compiler says what is refused, and where."""

import json

import pytest
from ruamel.yaml import YAML

from tenon import tenon
from yaml_shapes import own, plain, printed, shapes

SHAPES = shapes()


@pytest.fixture(scope="module")
def results(tmp_path_factory):
    """What the compiler says of every text: findings about YAML, and the tree."""
    folder = tmp_path_factory.mktemp("shapes")
    for index, shape in enumerate(SHAPES):
        (folder / f"{index:03}.yaml").write_bytes(shape.text.encode())
    findings = {}
    for finding in json.loads(tenon("check", folder, "--format", "json").stdout):
        if finding["code"].startswith("TN1"):
            findings.setdefault(finding["file"].rsplit("/", 1)[-1], []).append(finding)
    return findings, printed(tenon("check", folder, "--print", "syntax").stdout)


def test_there_are_enough_and_their_names_differ():
    names = [shape.name for shape in SHAPES]
    assert len(names) >= 405
    assert len(set(names)) == len(names)


@pytest.mark.parametrize("index", range(len(SHAPES)), ids=[shape.name for shape in SHAPES])
def test_shape(results, index):
    shape, file = SHAPES[index], f"{index:03}.yaml"
    findings = results[0].get(file, [])
    said = ", ".join(
        f"{f['code']} {f['span']['line']}:{f['span']['col']}" for f in findings)
    if shape.expectation == "tree":
        assert said == ""
        composed = YAML(typ="safe", pure=True).compose(shape.text)
        assert results[1].get(file) == plain(composed)
    elif shape.expectation.startswith("own "):
        assert said == ""
        assert results[1].get(file) == own(shape.expectation)
    else:
        assert said == shape.expectation
        assert all(f["help"] or f["fixes"] or f["related"] for f in findings), findings
