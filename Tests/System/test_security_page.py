"""docs/security.md says what is so."""

import re
import sys
from collections import Counter

import pytest

from server import ROOT

sys.path.append(str(ROOT / "Tests/Security"))

import security_page  # noqa: E402

# Requirements of level 1 and 2 in ASVS 5.0.0, chapter by chapter.
COUNTS = {1: 27, 2: 11, 3: 19, 4: 10, 5: 9, 6: 35, 7: 18, 8: 7, 9: 7, 10: 29, 11: 14, 12: 9,
          13: 13, 14: 9, 15: 13, 16: 16, 17: 7}
ROWS = security_page.read()


def test_the_numbers_are_complete():
    assert Counter(map(security_page.chapter, ROWS)) == COUNTS
    numbers = [row["number"] for row in ROWS]
    assert len(set(numbers)) == len(numbers) == 253
    order = [[int(part) for part in number.split(".")] for number in numbers]
    assert order == sorted(order)


@pytest.mark.parametrize("row", ROWS, ids=[row["number"] for row in ROWS])
def test_a_line_is_whole(row):
    assert row["level"] in ("1", "2") and row["requirement"]
    if row["applies"] == "no":
        assert row["reason"] and not row["status"]
        return
    assert row["status"] in ("met", "proxy", "partly", "open")
    assert row["mechanism"] or row["reason"]
    assert row["reason"] or row["status"] == "met"
    assert row["test"] or row["reason"] or "None" in row["mechanism"] \
        or row["mechanism"].startswith("no ")


def named_tests():
    return sorted({test for row in ROWS for test in security_page.tests(row)})


@pytest.mark.parametrize("path, name", named_tests())
def test_each_test_named_exists(path, name):
    text = (ROOT / path).read_text()
    assert re.search(rf"(def|func|static let) `?{re.escape(name)}\b", text)


def test_nine_of_ten_are_met():
    met, wanted = security_page.share(ROWS)
    assert met >= 0.9 * wanted


def test_the_page_is_what_the_generator_writes():
    assert security_page.PAGE.read_text() == security_page.page(ROWS)
