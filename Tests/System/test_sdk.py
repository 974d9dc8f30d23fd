"""The SDK that applications are linked with: a stale one rebuilds itself, a foreign one is refused."""

import os
import shutil

import pytest

from server import ROOT
from tenon import NAME, SIZE, small_app, tenon

SDK = ROOT / ".build/sdk"
CHANGED = "the runtime changed"


@pytest.fixture
def app(tmp_path):
    return small_app(tmp_path / "app", NAME, SIZE)


def build(app, *options, **process):
    """Builds the application beside itself."""
    root = app.parent
    return tenon(
        "build", app, "--generated", root / "generated", "--dist", root / "dist", *options,
        timeout=300, **process)


def test_a_stale_sdk_rebuilds_itself(app):
    stamp = (SDK / "stamp").read_text()
    begin, sources = stamp.rsplit("sources ", 1)
    assert sources.strip(), stamp
    (SDK / "stamp").write_text(f"{begin}sources 0000000000000000\n")
    stale = build(app)
    assert stale.returncode == 0, stale.stdout + stale.stderr
    assert CHANGED in stale.stderr
    assert (SDK / "stamp").read_text() == stamp
    assert (app.parent / "dist/sample").exists()
    fresh = build(app)
    assert fresh.returncode == 0 and CHANGED not in fresh.stderr


@pytest.fixture
def home(tmp_path):
    """The runtime's sources with their SDK in another place."""
    home = tmp_path / "home"
    shutil.copytree(ROOT / "Sources", home / "Sources")
    shutil.copy(ROOT / "Package.swift", home)
    shutil.copytree(SDK, home / ".build/sdk")
    return home


def test_what_makes_an_sdk_stale(app, home, tmp_path):
    """The rebuild itself takes a minute there, so a `swift` that only fails stands in its way: being
    asked is what counts, and that a failure is told."""
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin/swift").write_text("#!/bin/sh\nexit 9\n")
    (tmp_path / "bin/swift").chmod(0o755)
    environment = {
        **os.environ, "TENON_HOME": str(home), "PATH": f"{tmp_path / 'bin'}:{os.environ['PATH']}"}
    result = build(app, env=environment)
    assert result.returncode == 0, "the same sources elsewhere: " + result.stderr

    # The compiler alone is no part of the SDK.
    compiler = home / "Sources/Emit/Emitter.swift"
    compiler.write_text(compiler.read_text("utf-8") + "// changed\n", "utf-8")
    assert build(app, env=environment).returncode == 0

    runtime = home / "Sources/TenonServer/API/APIPart.swift"
    runtime.write_text(runtime.read_text("utf-8") + "// changed\n", "utf-8")
    result = build(app, env=environment)
    assert result.returncode == 3, result.stdout + result.stderr
    assert CHANGED in result.stderr and "9" in result.stderr.splitlines()[-1]
    assert not (home / ".build/sdk/stamp").exists(), "half an SDK must not look whole"


def test_a_given_sdk_is_used_as_it_is(app, home):
    stamp = (home / ".build/sdk/stamp").read_text()
    result = build(app, "--sdk", home / ".build/sdk")
    assert result.returncode == 0, result.stdout + result.stderr
    assert (home / ".build/sdk/stamp").read_text() == stamp


@pytest.mark.parametrize("found, said", [
    (None, "no stamp"), ("", "was made for"), ("rubbish\n", "rubbish"),
    ("tenon 0.0.9\nswift {swift}\nsources 1\n", "tenon 0.0.9"),
    ("tenon {tenon}\nswift Swift version 5.9.2 (swift-5.9.2-RELEASE)\nsources 1\n", "5.9.2"),
], ids=["none", "empty", "rubbish", "another tenon", "another Swift"])
def test_a_foreign_sdk_is_refused(app, tmp_path, found, said):
    tenon_line, swift_line = (SDK / "stamp").read_text().splitlines()[:2]
    sdk = tmp_path / "foreign"
    sdk.mkdir()
    if found is not None:
        (sdk / "stamp").write_text(found.format(
            tenon=tenon_line.removeprefix("tenon "), swift=swift_line.removeprefix("swift ")))
    result = build(app, "--sdk", sdk)
    assert result.returncode == 3, result.stdout + result.stderr
    assert said in result.stderr and str(sdk) in result.stderr, result.stderr
    assert not (app.parent / "dist").exists()
