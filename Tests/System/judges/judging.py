"""What the judges share: the server that they look at, and their cases."""

import subprocess

import pytest
from pages import PAGES

from server import MARKETING, MARKETING_DATA, PASSWORD, Server

JUDGE = "judge"


def over_demo_data(folder):
    """A running server over the demo data, with the judge among its people."""
    assert MARKETING.exists(), f"{MARKETING} is not built: make judge builds it"
    server = Server(folder / "judged.sqlite", MARKETING)
    report = server.load(MARKETING_DATA)
    assert report.returncode == 0, report.stdout + report.stderr
    subprocess.run(
        [MARKETING, "user", "add", JUDGE, "--all-roles", "--database", server.database],
        input=PASSWORD + "\n", text=True, check=True)
    server.start()
    return server


def cases(looks, fast):
    """Every page in every look; those that are not `fast` are for `make judge` alone."""
    return [
        pytest.param(
            page, look, id=f"{page.name}-{look}",
            marks=[] if page.fast and look in fast else [pytest.mark.slow])
        for page in PAGES for look in looks]
