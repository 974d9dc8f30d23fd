"""A person at a record: values edited where they stand, stages, rows, related records, comments.

With TENON_SCREENSHOTS=folder the tests leave pictures there.
"""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from server import PASSWORD

SCREENSHOTS = os.environ.get("TENON_SCREENSHOTS")
DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}


def visitor(browser, company, complaints, user="wang", **options):
    """A signed-in page in a context of its own."""
    context = browser.new_context(
        **{"viewport": DESK, "locale": "zh-CN", "base_url": company.address, **options})
    page = context.new_page()
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
    page.goto("/sign-in")
    page.locator('input[name="login"]').fill(user)
    page.locator('input[name="password"]').fill(PASSWORD)
    page.locator('form[action="/sign-in"] button').click()
    expect(page).to_have_url(re.compile(r"/(app.*)?$"))
    return page


@pytest.fixture
def visit(browser, company):
    """Makes signed-in pages; the test fails on any script error or refused resource."""
    complaints = []
    pages = []

    def make(**options):
        pages.append(visitor(browser, company, complaints, **options))
        return pages[-1]

    yield make
    for page in pages:
        page.context.close()
    # The status line of a form that is refused on purpose is no defect.
    assert [c for c in complaints if not re.search("status of 4(09|12|22)", c)] == []


@pytest.fixture
def api(company):
    return company.sign_in()


COUNT = iter(range(1, 1000))


@pytest.fixture
def contract(api):
    """A contract with one line, fresh for each test."""
    number = next(COUNT)
    customer = api.post("/api/customer", {"name": f"合同客户{number}", "level": "vip"}).json["id"]
    made = api.post("/api/contract", {
        "name": f"合同{number}", "customer": customer, "phone": "021-5588 1234",
        "lines": [{"name": "安装", "quantity": 2, "price": "1000"}],
    })
    assert made.status == 201, made
    return made.json


def record(contract):
    return f"/app/contract/{contract['id']}"


def picture(page, name):
    if SCREENSHOTS:
        Path(SCREENSHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{SCREENSHOTS}/{name}.png", full_page=True)


def value(page, field):
    """The place of a field's value."""
    return page.locator(f'dd[data-edit$="only={field}"]')


def begin(page, field):
    """Opens a value; its input comes from the server."""
    value(page, field).click()
    expect(page.locator("dd input:focus")).to_be_visible()


def test_a_value_is_edited_where_it_stands(visit, api, contract):
    page = visit()
    page.goto(record(contract))
    picture(page, "record-zh")
    value(page, "remark").click()
    page.locator("dd textarea").fill("先谈价格")
    picture(page, "record-inline")
    page.locator("h1").click()
    expect(value(page, "remark")).to_contain_text("先谈价格")
    begin(page, "amount")
    page.keyboard.type("12万")
    page.keyboard.press("Enter")
    expect(value(page, "amount")).to_contain_text("¥120,000.00")
    # Escape leaves it as it was.
    begin(page, "amount")
    page.keyboard.type("999")
    page.keyboard.press("Escape")
    expect(value(page, "amount")).to_contain_text("¥120,000.00")
    # What is wrong is said there, and corrected there.
    begin(page, "email")
    page.keyboard.type("nobody")
    page.keyboard.press("Enter")
    expect(page.locator("dd .error")).to_contain_text("格式不正确")
    page.locator('dd [name="f.email"]').fill("li@example.com")
    page.keyboard.press("Enter")
    expect(value(page, "email").locator("a[href='mailto:li@example.com']")).to_be_visible()
    # Stars, switches and options.
    value(page, "score").locator(".pen").focus()
    page.keyboard.press("Enter")
    page.locator('dd .rate label[title^="4"]').click()
    expect(value(page, "score").locator("[role=img]")).to_have_attribute(
        "aria-label", re.compile("^4"))
    value(page, "terms").click()
    page.locator("dd .tick").nth(1).click()
    page.locator("h1").click()
    # The list of ticks names it too, until it is saved.
    expect(page.locator("dd .tick")).to_have_count(0)
    expect(value(page, "terms")).to_contain_text("培训")
    held = api.get(f"/api/contract/{contract['id']}").json
    assert (held["amount"], held["score"], held["terms"]) == ("120000.00", 4, ["training"])


def test_a_number_is_called_with_a_touch(visit, contract):
    page = visit(viewport=PHONE, has_touch=True)
    page.goto(record(contract))
    call = value(page, "phone").locator("a[href='tel:021-55881234']")
    assert call.bounding_box()["height"] >= 44
    picture(page, "phone-record")


def test_a_stage_asks_for_what_is_missing(visit, contract):
    page = visit()
    page.goto(record(contract))
    expect(page.locator(".path p")).to_contain_text("进入“审核”前还需填写：合同金额")
    page.locator(".path button", has_text="已签").click()
    dialog = page.locator("dialog.above")
    expect(dialog.locator('[data-field="amount"] .error')).to_contain_text("合同金额")
    picture(page, "stage-needs")
    dialog.locator('[name="f.amount"]').fill("5000")
    dialog.locator('[name="f.signed_on"]').fill("2026-03-02")
    dialog.get_by_role("button", name="保存").click()
    expect(page.locator(".path .won")).to_contain_text("已签")
    expect(page.locator("dialog.above")).to_have_count(0)
    expect(page.locator(".timeline")).to_contain_text("签订日期")
    picture(page, "stage-won")


def test_rows_are_added_changed_and_deleted(visit, api, contract):
    page = visit()
    page.goto(record(contract))
    page.locator(".lines td", has_text="安装").click()
    form = page.locator(".lines form")
    expect(form.locator('[name="lines.0.f.name"]')).to_be_focused()
    form.locator('[name="lines.0.f.name"]').fill("安装调试")
    form.locator("[data-add]").click()
    page.keyboard.type("培训")
    page.keyboard.press("Enter")
    page.keyboard.type("巡检")
    picture(page, "rows")
    form.get_by_role("button", name="保存").click()
    expect(page.locator(".lines tbody tr")).to_have_count(3)
    expect(page.locator(".timeline")).to_contain_text("新增 培训、巡检")
    page.locator(".lines td", has_text="培训").click()
    page.locator(".lines form tbody tr").nth(1).locator(".cut").click()
    page.locator(".lines form").get_by_role("button", name="保存").click()
    expect(page.locator(".lines tbody tr")).to_have_count(2)
    names = [row["name"] for row in api.get("/api/contract_line?limit=200").json["data"]
             if row["contract"] == contract["id"]]
    assert sorted(names) == ["安装调试", "巡检"]


def test_a_related_record_is_made_from_its_tab(visit, contract):
    page = visit()
    page.goto(f"/app/customer/{contract['customer']}")
    page.locator(".related .tabs a", has_text="合同").click()
    tab = page.locator("#r-contract-customer")
    expect(tab).to_contain_text(contract["name"])
    picture(page, "related")
    tab.get_by_role("link", name="新建合同").click()
    dialog = page.locator("dialog.above")
    expect(dialog.get_by_role("combobox").first).to_have_value(re.compile("合同客户"))
    dialog.locator('[name="f.name"]').fill(contract["name"] + " 续签")
    picture(page, "quick-create")
    dialog.get_by_role("button", name="保存").click()
    expect(tab).to_contain_text("续签")
    expect(page).to_have_url(re.compile(f"/app/customer/{contract['customer']}$"))


def test_a_comment_names_a_colleague(visit, contract):
    page = visit()
    page.goto(record(contract))
    box = page.locator("aside .say textarea").first
    box.click()
    page.keyboard.type("请 @李")
    expect(page.locator("aside .options li").first).to_contain_text("李静")
    page.keyboard.press("Enter")
    page.keyboard.type("下周跟进")
    picture(page, "comment")
    page.get_by_role("button", name="发表").click()
    expect(page.locator(".said .at")).to_have_text("@李静")
    other = visit(user="li")
    other.goto("/notifications")
    expect(other.locator("main")).to_contain_text(contract["name"])
    # Only the author changes it.
    other.goto(record(contract))
    expect(other.locator(".said")).to_contain_text("下周跟进")
    expect(other.locator(".own")).to_have_count(0)
    page.locator(".own summary").click()
    page.locator(".own textarea").fill("改期")
    page.locator(".own").get_by_role("button", name="保存").click()
    expect(page.locator(".said")).to_have_text("改期")
    page.locator(".own summary").click()
    page.locator(".own").get_by_role("button", name="删除").click()
    expect(page.locator(".said")).to_have_count(0)


def test_a_draft_is_offered_again(visit):
    page = visit()
    page.goto("/app/contract/new")
    page.locator('[name="f.name"]').fill("草稿合同")
    page.locator("[data-add]").click()
    page.keyboard.type("第一行")
    page.locator(".tick", has_text="质保").click()
    page.wait_for_timeout(500)
    # Leaving asks first.
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))
    page.goto("/app/contract")
    assert asked == ["beforeunload"]
    page.goto("/app/contract/new")
    expect(page.locator('[name="f.name"]')).to_have_value("")
    picture(page, "draft")
    page.get_by_role("button", name="恢复草稿").click()
    expect(page.locator('[name="f.name"]')).to_have_value("草稿合同")
    expect(page.locator('tbody [name$=".f.name"]')).to_have_value("第一行")
    expect(page.locator('[name="f.terms"]').first).to_be_checked()


def test_a_draft_ends_when_it_is_saved(visit, contract):
    page = visit()
    page.goto(record(contract) + "/edit")
    page.locator('[name="f.remark"]').fill("x")
    page.wait_for_timeout(500)
    page.keyboard.press("Control+s")
    expect(page).to_have_url(re.compile(record(contract) + "$"))
    page.goto(record(contract) + "/edit")
    expect(page.locator('[name="f.remark"]')).to_have_value("x")
    expect(page.locator(".draft")).to_have_count(0)


def test_a_double_click_makes_one(visit, api, contract):
    page = visit()
    page.goto(f"/app/contract/new?f.customer={contract['customer']}")
    name = contract["name"] + " 双击"
    page.locator('[name="f.name"]').fill(name)
    page.locator("main .head").get_by_role("button", name="保存").dblclick()
    expect(page.locator("h1")).to_have_text(name)
    same = [c for c in api.get("/api/contract?limit=200").json["data"] if c["name"] == name]
    assert len(same) == 1


def test_a_taken_value_is_told_while_typing(visit, contract):
    page = visit()
    page.goto("/app/contract/new")
    page.locator('[name="f.name"]').fill(contract["name"])
    link = page.locator('[data-field="name"] [role=status] a')
    expect(link).to_have_text(contract["name"])
    expect(link).to_have_attribute("href", record(contract))


def test_deleting_says_what_refers_to_it(visit, contract):
    page = visit()
    page.goto(f"/app/customer/{contract['customer']}")
    page.locator(".ask summary").click()
    expect(page.locator(".ask .notice")).to_contain_text("1 条合同")
    picture(page, "delete")
    page.locator(".ask .danger").click()
    expect(page.locator("body")).to_contain_text("请先处理引用它的记录")


def test_parts_of_a_record_on_a_phone(visit, contract):
    page = visit(viewport=PHONE, has_touch=True)
    page.goto(record(contract))
    expect(page.locator("#activity")).to_be_hidden()
    page.locator(".places a", has_text="动态").click()
    expect(page.locator("#activity")).to_be_visible()
    expect(page.locator(".facts").first).to_be_hidden()
    picture(page, "phone-activity")
    page.locator(".places a").first.click()
    page.locator(".path button", has_text="已签").click()
    expect(page.locator("dialog.above")).to_be_visible()
    picture(page, "phone-stage")
    widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1], widths
    page.goto(record(contract) + "/edit")
    picture(page, "phone-form")
    widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1], widths


def test_without_script(visit, api, contract):
    page = visit(java_script_enabled=False)
    page.goto(record(contract))
    picture(page, "noscript-record")
    page.get_by_role("link", name="编辑合同明细").click()
    page.locator('[name="lines.1.f.name"]').fill("无脚本")
    page.get_by_role("button", name="保存").click()
    expect(page.locator(".lines tbody tr")).to_have_count(2)
    page.locator(".path button", has_text="已签").click()
    page.locator('[name="f.amount"]').fill("1")
    page.locator('[name="f.signed_on"]').fill("2026-03-02")
    page.get_by_role("button", name="保存").click()
    expect(page.locator(".path .won")).to_be_visible()
    page.locator("aside textarea").first.fill("@李静 好")
    page.get_by_role("button", name="发表").click()
    expect(page.locator(".said .at")).to_have_text("@李静")
    # Enter in the box that looks for a record looks, and saves nothing.
    page.goto("/app/contract/new")
    page.locator('[name="f.name"]').fill("回车")
    page.locator('[name="q.customer"]').fill(api.get(
        f"/api/customer/{contract['customer']}").json["name"])
    page.locator('[name="q.customer"]').press("Enter")
    expect(page.locator('[name="f.name"]')).to_have_value("回车")
    expect(page.locator('[name="f.customer"] option', has_text="合同客户").first).to_be_attached()
    page.locator('[name="f.customer"]').select_option(str(contract["customer"]))
    page.locator('[name="q.customer"]').fill("")
    page.locator('[name="f.name"]').press("Enter")
    expect(page.locator("h1")).to_have_text("回车")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("language", ["zh-CN", "en-US"])
def test_pictures(visit, contract, scheme, language):
    page = visit(locale=language, color_scheme=scheme)
    page.goto(record(contract))
    expect(page.locator("h1")).to_have_text(contract["name"])
    picture(page, f"record-{language}-{scheme}")
    page.goto(record(contract) + "/edit")
    expect(page.locator("h1")).to_contain_text(contract["name"])
    picture(page, f"form-{language}-{scheme}")
