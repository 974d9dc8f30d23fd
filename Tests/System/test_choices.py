"""What a reference can be set to: on both databases, when files are loaded, and while someone types.

A lease's contract is one of its customer that is not ended; a charge's opportunity one of the
customer of its lease.
"""

import pytest
from playwright.sync_api import expect

from server import Server
from test_browser import page, save  # noqa: F401 - the fixture

ANY = "*"


def made(client, entity, **record):
    answer = client.post(f"/api/{entity}", record)
    assert answer.status == 201, answer
    return answer.json["id"]


def test_what_cannot_be_chosen_is_refused(company):
    client = company.sign_in()
    first, other = (made(client, "customer", name=f"选 {name}") for name in "甲乙")
    mine = made(client, "contract", name="选 C1", customer=first)
    theirs = made(client, "contract", name="选 C2", customer=other)
    answer = client.post("/api/lease", {"customer": first, "contract": theirs})
    assert answer.status == 422 and answer.codes() == {"contract": "not_offered"}, answer
    lease = made(client, "lease", customer=first, contract=mine)
    for change in ({"contract": theirs}, {"customer": other}, {"customer": None}):
        answer = client.patch(f"/api/lease/{lease}", change, ANY)
        assert answer.status == 422 and answer.codes() == {"contract": "not_offered"}, answer
    assert client.patch(f"/api/contract/{mine}", {"stage": "ended", "reason": "x"}, ANY).status == 200
    assert client.patch(f"/api/lease/{lease}", {"name": "新"}, ANY).status == 200
    opportunity = made(client, "opportunity", name="选 O", customer=other, amount="1")
    answer = client.post("/api/lease", {
        "customer": first, "lines": [{"name": "a", "opportunity": opportunity}]})
    assert answer.status == 422 and answer.codes() == {"lines/0/opportunity": "not_offered"}, answer


@pytest.mark.parametrize("customer, fits", [("甲", True), ("乙", False)])
def test_files_are_examined_when_all_are_in(engine, tmp_path, customer, fits):
    store = engine.store(tmp_path / "app.sqlite")
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "customer.csv").write_text("name\n甲\n乙\n", "utf-8")
    (folder / "contract.csv").write_text("name,customer.name\nC1,甲\n", "utf-8")
    (folder / "lease.csv").write_text(
        f"name,customer.name,contract.name\nL1,甲,C1\nL2,{customer},C1\n", "utf-8")
    result = Server(store).load(folder)
    said = result.stdout + result.stderr
    assert (result.returncode == 0) == fits, said
    assert fits or "lease.csv:3: contract: 这条记录不在合同的可选范围内" in said, said
    store.remove()


def box(page, name):
    """The box with suggestions of a reference."""
    return page.locator(f'.pick:has(> select[name$="{name}"]) input[role="combobox"]')


def choose(page, name, words):
    box(page, name).fill(words)
    option = page.get_by_role("option", name=words)
    expect(option).to_be_visible()
    option.click()


def offered(page, name):
    """What is offered before anything is typed."""
    field = box(page, name)
    field.focus()
    with page.expect_response(lambda answer: "/-/choose" in answer.url):
        field.click()
    shown = page.locator(f"#{field.get_attribute('aria-controls')} li")
    expect(shown.first).to_be_visible()
    texts = shown.all_inner_texts()
    field.press("Escape")
    return texts


def test_the_picker_goes_by_what_the_form_holds(page, company):  # noqa: F811
    client = company.sign_in()
    names = ("红杉茶庄", "蓝杉茶庄")
    for name in names:
        customer = made(client, "customer", name=name)
        made(client, "contract", name=f"{name}合同", customer=customer)
        made(client, "opportunity", name=f"{name}商机", customer=customer, amount="1")
    page.goto("/app/lease/new")
    page.locator("[data-add]").click()
    for name in names:
        choose(page, "f.customer", name)
        assert offered(page, "f.contract") == [f"{name}合同"]
        row = offered(page, ".f.opportunity")
        assert len(row) == 1 and row[0].endswith(f"{name}商机"), row
    # What was chosen before and no longer fits is refused when it is saved.
    choose(page, "f.contract", f"{names[1]}合同")
    choose(page, "f.customer", names[0])
    save(page)
    expect(page.locator("main")).to_contain_text("这条记录不在合同的可选范围内")
