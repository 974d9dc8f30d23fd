"""axe (Deque Systems, bundled with its wheel) on every page: nothing serious, nothing critical."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from judging import cases
from looks import Look, looks

GRAVE = {"serious", "critical"}
FAST = [Look("zh", "light", "pc"), Look("en", "dark", "phone")]


@pytest.mark.parametrize("page, look", cases(looks(devices=("pc", "phone")), FAST))
def test_nothing_grave(visit, page, look):
    found = Axe().run(visit(page, look)).response["violations"]
    grave = [
        f"{v['id']} ({v['impact']}): {v['help']}\n    {' '.join(map(str, node['target']))}\n"
        f"    {node['html'][:200]}\n    {node.get('failureSummary', '')}"
        for v in found if v["impact"] in GRAVE for node in v["nodes"][:5]]
    assert not grave, "\n".join(grave)


def test_axe_sees_what_is_wrong(browser):
    page = browser.new_page()
    page.set_content('<!doctype html><html lang="en"><title>a</title><main><input></main>')
    found = Axe().run(page).response["violations"]
    assert any(v["id"] == "label" and v["impact"] in GRAVE for v in found)
    page.close()
