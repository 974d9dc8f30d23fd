"""Lists as people work in them: filters, saved views, cells, many records at once, and each layout.

With TENON_SCREENSHOTS=folder each step leaves a picture there.
"""

import itertools
import re
from datetime import date, timedelta

import pytest
from playwright.sync_api import expect, sync_playwright

from test_browser import DESK, PHONE, picture, sign_in

FIRST = date.today().replace(day=1)


def day(number):
    return (FIRST + timedelta(days=number - 1)).isoformat()


EVENTS = [
    {"name": "春季展会", "kind": "fair", "cost": "50000", "starts_on": day(3), "ends_on": day(9)},
    {"name": "客户沙龙", "kind": "salon", "cost": "9000", "starts_on": day(4)},
    {"name": "年度直播", "kind": "online", "phase": "ready", "starts_on": day(12)},
    {"name": "渠道大会", "kind": "fair", "phase": "ready", "starts_on": day(15),
     "ends_on": day(20)},
    {"name": "新品体验", "kind": "salon", "starts_on": day(4), "tags": ["key", "new"]},
]
suffixes = itertools.count(1)


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def events(company):
    """Fresh events and no others."""
    api = company.sign_in()
    for event in api.get("/api/event?limit=200").json["data"]:
        path = f"/api/event/{event['id']}"
        assert api.delete(path, api.get(path).header("ETag")).status == 204
    mark = f"·{next(suffixes)}"
    made = []
    for event in EVENTS:
        answer = api.post("/api/event", event | {"name": event["name"] + mark})
        assert answer.status == 201, answer
        made.append(answer.json)
    return made


def open_page(browser, company, size=DESK, **options):
    context = browser.new_context(
        viewport=size, locale="zh-CN", base_url=company.address, **options)
    page = context.new_page()
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    sign_in(page)
    return page


@pytest.fixture
def page(browser, company, request):
    phone = "phone" in request.node.name
    page = open_page(browser, company, PHONE if phone else DESK, has_touch=phone)
    yield page
    assert page.complaints == []
    page.context.close()


@pytest.fixture
def plain(browser, company):
    """A page where no script runs."""
    page = open_page(browser, company, java_script_enabled=False)
    yield page
    page.context.close()


def row(page, event):
    return page.locator(f'.grid tbody tr:has(a.open[href="/app/event/{event["id"]}"])')


def cell(page, event, field):
    at = page.locator(f'.grid thead th[data-field="{field}"]').evaluate("e => e.cellIndex")
    return row(page, event).locator(f":scope > :nth-child({at + 1})")


def card(page, event):
    return page.locator(f'.board li[data-id="{event["id"]}"]')


def lane(page, value):
    return page.locator(f'.lane[data-value="{value}"]')


def stored(company, event):
    return company.sign_in().get(f"/api/event/{event['id']}").json


def test_filters_by_chips_live_in_the_url(page, events):
    page.goto("/app/event")
    picture(page, "events")
    chip = page.locator(".chip", has=page.get_by_text("形式", exact=True)).first
    chip.locator("summary").click()
    page.get_by_role("checkbox", name="展会").check()
    page.get_by_role("checkbox", name="沙龙").check()
    picture(page, "events-filter")
    chip.get_by_role("button", name="应用").click()
    expect(page).to_have_url(re.compile("filter.kind=fair&filter.kind=salon"))
    assert "columns=" not in page.url
    expect(row(page, events[0])).to_be_visible()
    expect(row(page, events[2])).to_have_count(0)
    expect(page.locator(".chip.set")).to_contain_text("展会、沙龙")
    page.get_by_role("link", name="清除“形式”").click()
    expect(row(page, events[2])).to_be_visible()


def test_columns_groups_and_density(page, events):
    page.goto("/app/event")
    page.locator(".display summary").click()
    page.get_by_label("分组").select_option("kind")
    page.get_by_label("行高").select_option("compact")
    page.locator(".display").get_by_role("button", name="应用").click()
    expect(page).to_have_url(re.compile("group=kind"))
    expect(page.locator(".grid .title").first).to_contain_text("展会")
    expect(page.locator(".grid.dense")).to_be_visible()
    picture(page, "events-groups")


def test_a_view_is_saved_shared_and_deleted(page, events):
    page.goto("/app/event?filter.kind=fair")
    page.locator(".keep summary").click()
    page.locator('.keep input[name="name"]').last.fill("只看展会")
    picture(page, "events-save")
    page.get_by_role("button", name="另存为新视图").click()
    expect(page.locator(".tabs [aria-current]")).to_have_text("只看展会")
    page.goto("/app/event")
    page.locator(".tabs a", has_text="只看展会").click()
    expect(row(page, events[0])).to_be_visible()
    expect(row(page, events[1])).to_have_count(0)
    page.locator(".keep summary").click()
    page.get_by_role("button", name="删除视图").click()
    expect(page.locator(".tabs")).not_to_contain_text("只看展会")


def test_a_cell_is_edited_in_place_and_undone(page, company, events):
    page.goto("/app/event")
    cell(page, events[0], "cost").dblclick()
    page.locator("form.cell input[name='f.cost']").fill("6万")
    picture(page, "events-cell")
    page.keyboard.press("Enter")
    expect(cell(page, events[0], "cost")).to_contain_text("60,000.00")
    assert stored(company, events[0])["cost"] == "60000.00"
    # What is wrong is said at the cell, and Escape leaves it as it was.
    page.keyboard.press("Enter")
    page.locator("form.cell input[name='f.cost']").fill("很多")
    page.keyboard.press("Enter")
    expect(page.locator("form.cell .error")).to_contain_text("费用应为数字")
    page.locator("form.cell input[name='f.cost']").press("Escape")
    expect(cell(page, events[0], "cost")).to_contain_text("60,000.00")
    page.locator(".done").get_by_role("button", name="撤销").click()
    expect(cell(page, events[0], "cost")).to_contain_text("50,000.00")


def test_a_cell_that_someone_else_changed_is_told(page, company, events):
    page.goto("/app/event")
    cell(page, events[1], "cost").dblclick()
    page.locator("form.cell input[name='f.cost']").fill("1")
    api = company.sign_in()
    api.patch(f"/api/event/{events[1]['id']}", {"cost": "77"}, '"1"')
    page.keyboard.press("Enter")
    expect(page.locator("form.cell")).to_contain_text("记录已被他人修改")
    assert stored(company, events[1])["cost"] == "77.00"


def test_many_are_changed_at_once_and_undone(page, company, events):
    page.goto("/app/event")
    boxes = [row(page, event).locator(".sel input") for event in events[:3]]
    boxes[0].check()
    boxes[2].click(modifiers=["Shift"])
    expect(boxes[1]).to_be_checked()
    expect(page.locator("#bulk output")).to_have_text("已选 3 条")
    picture(page, "events-bulk")
    page.locator("#bulk select").select_option("kind")
    page.locator("#bulk").get_by_role("button", name="批量修改").click()
    page.locator("dialog select").select_option("online")
    picture(page, "events-bulk-step")
    page.locator("dialog").get_by_role("button", name="保存").click()
    expect(page.locator(".done")).to_contain_text("已修改 3 条")
    assert {stored(company, event)["kind"] for event in events[:3]} == {"online"}
    picture(page, "events-bulk-done")
    page.locator(".done").get_by_role("button", name="撤销").click()
    expect(page.locator(".done")).to_contain_text("已撤销")
    kinds = [stored(company, event)["kind"] for event in events[:3]]
    assert kinds == ["fair", "salon", "online"]


def test_deleted_records_come_back(page, company, events):
    page.goto("/app/event")
    row(page, events[0]).locator(".sel input").check()
    page.locator("#bulk").get_by_role("button", name="删除").click()
    page.locator("dialog").get_by_role("button", name="删除").click()
    expect(row(page, events[0])).to_have_count(0)
    page.locator(".done").get_by_role("button", name="撤销").click()
    expect(row(page, events[0])).to_be_visible()
    assert stored(company, events[0])["name"] == events[0]["name"]


def test_keys(page, events):
    page.goto("/app/event")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("x")
    expect(page.locator(".grid .sel input:checked")).to_have_count(1)
    page.keyboard.press("?")
    expect(page.locator("dialog.keys")).to_be_visible()
    picture(page, "events-keys")
    page.keyboard.press("Escape")
    page.keyboard.press("/")
    expect(page.locator('.filters [name="q"]')).to_be_focused()


def drag(page, event, value):
    card(page, event).scroll_into_view_if_needed()
    box = card(page, event).bounding_box()
    target = lane(page, value).bounding_box()
    page.mouse.move(box["x"] + 40, box["y"] + 12)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + 30, steps=3)
    page.mouse.move(target["x"] + 100, target["y"] + 120, steps=5)
    picture(page, "board-drag")
    page.mouse.up()


def test_a_card_is_dragged_and_refused_where_something_is_missing(page, company, events):
    page.goto("/app/event?view=phases")
    picture(page, "board")
    drag(page, events[0], "ready")
    expect(lane(page, "ready").locator(f'[data-id="{events[0]["id"]}"]')).to_be_visible()
    expect(page.locator(".done")).to_contain_text("已修改 1 条")
    assert stored(company, events[0])["phase"] == "ready"
    drag(page, events[0], "done")
    expect(page.locator("dialog[open]")).to_contain_text("这个阶段需要先填写总结日期")
    picture(page, "board-refused")
    expect(page.locator("dialog a", has_text="去填写")).to_have_attribute(
        "href", re.compile("only=phase%2Cclosed_on"))
    assert stored(company, events[0])["phase"] == "ready"


def test_a_card_is_moved_by_keyboard(page, company, events):
    page.goto("/app/event?view=phases")
    card(page, events[1]).locator(".move").focus()
    page.keyboard.press("Enter")
    page.locator("dialog[open] .targets").get_by_role("button", name="筹备完成").press("Enter")
    expect(lane(page, "ready").locator(f'[data-id="{events[1]["id"]}"]')).to_be_visible()
    assert stored(company, events[1])["phase"] == "ready"


def test_calendar(page, events):
    page.goto("/app/event?view=month")
    picture(page, "calendar")
    expect(page.locator(".ev", has_text=events[0]["name"]).first).to_be_visible()
    page.locator(".day a", has=page.locator(f'time[datetime="{day(6)}"]')).click()
    expect(page).to_have_url(re.compile(f"/app/event/new.*f.starts_on={day(6)}"))
    page.goto("/app/event?view=month")
    page.get_by_role("link", name="往前").click()
    expect(page).to_have_url(re.compile(r"month=\d{4}-\d{2}"))


@pytest.mark.parametrize("view", ["photos", "plan"])
def test_gallery_and_chart(page, events, view):
    page.goto(f"/app/event?view={view}")
    picture(page, view)
    expect(page.locator("main .open", has_text=events[0]["name"])).to_be_visible()


@pytest.mark.parametrize("view", ["all", "kinds", "phases", "month", "photos", "plan"])
def test_on_a_phone_layouts_fit(page, events, view):
    page.goto(f"/app/event?view={view}")
    picture(page, f"phone-{view}")
    widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1], widths
    expect(page.get_by_text(events[3]["name"]).first).to_be_visible()


def test_without_script(plain, company, events):
    plain.goto("/app/event?filter.kind=fair")
    plain.locator(".chip summary").first.click()
    expect(plain.locator(".filters > .button")).to_be_visible()
    row(plain, events[0]).locator(".sel input").check()
    plain.locator("#bulk select").select_option("kind")
    plain.locator("#bulk").get_by_role("button", name="批量修改").click()
    plain.locator("main select").select_option("online")
    plain.get_by_role("button", name="保存").click()
    expect(plain.locator(".done")).to_contain_text("已修改 1 条")
    plain.locator(".done").get_by_role("button", name="撤销").click()
    expect(plain.locator(".done")).to_contain_text("已撤销")
    assert stored(company, events[0])["kind"] == "fair"
    plain.goto("/app/event?view=phases")
    card(plain, events[0]).locator(".move").click()
    plain.get_by_role("button", name="筹备完成").click()
    expect(lane(plain, "ready").locator(f'[data-id="{events[0]["id"]}"]')).to_be_visible()
