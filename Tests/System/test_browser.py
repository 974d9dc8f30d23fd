"""A person at the pages, in Chinese and English, on a desk and on a phone.

With TENON_SCREENSHOTS=folder each step leaves a picture there.
"""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from server import PASSWORD, pages

SCREENSHOTS = os.environ.get("TENON_SCREENSHOTS")
DESK = {"width": 1440, "height": 900}
PHONE = {"width": 360, "height": 740}


@pytest.fixture
def page(browser, company, request):
    """A signed-in page; the test fails on any script error or refused resource."""
    size = PHONE if "phone" in request.node.name else DESK
    context = browser.new_context(viewport=size, locale="zh-CN", base_url=company.address)
    page = context.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: message.type == "error" and complaints.append(message.text))
    sign_in(page)
    yield page
    context.close()
    # The status line of a form that is refused on purpose is no defect.
    assert [c for c in complaints if not re.search("status of 4(09|12|22)", c)] == []


def picture(page, name):
    if SCREENSHOTS:
        Path(SCREENSHOTS).mkdir(parents=True, exist_ok=True)
        # A bar that stands still at the foot of a phone would lie across a picture of all.
        whole = page.viewport_size["width"] > PHONE["width"]
        page.screenshot(path=f"{SCREENSHOTS}/{name}.png", full_page=whole)


def sign_in(page, user="wang", password=PASSWORD):
    page.goto("/sign-in")
    page.locator('input[name="login"]').fill(user)
    page.locator('input[name="password"]').fill(password)
    page.locator('form[action="/sign-in"] button').click()


def control(page, name):
    """The form's control of a field."""
    return page.locator(f'form [name="f.{name}"]:not([type="hidden"])').first


def save(page):
    page.locator("main form").get_by_role("button", name=re.compile("^(保存|Save)")).click()


def names(page):
    """The first column of the rows on screen."""
    return [text.strip() for text in page.locator("main tbody th a").all_inner_texts()]


def test_sign_in_refuses_and_admits(browser, company):
    context = browser.new_context(viewport=DESK, locale="zh-CN", base_url=company.address)
    page = context.new_page()
    page.goto("/app/customer")
    expect(page).to_have_url(re.compile("/sign-in"))
    picture(page, "sign-in")
    sign_in(page, password="wrong")
    expect(page).to_have_url(re.compile("/sign-in"))
    expect(page.get_by_role("alert").first).to_be_visible()
    sign_in(page)
    expect(page).to_have_url(re.compile("/$"))
    expect(page.locator("body")).to_contain_text("王强")
    context.close()


def test_list_sorted_filtered_and_paged(page, company):
    page.goto("/app/customer?sort=name")
    picture(page, "list-zh")
    expect(page.locator("h1")).to_contain_text("客户")
    first = names(page)
    assert len(first) == 50 and first == sorted(first)
    page.locator('main a[rel="next"]').first.click()
    expect(page).to_have_url(re.compile("after="))
    second = names(page)
    assert second == sorted(second) and second[0] > first[-1]
    page.locator('main a[rel="prev"]').first.click()
    expect(page).to_have_url(re.compile("before="))
    assert names(page) == first

    page.goto("/app/customer?sort=name&filter.level=vip")
    picture(page, "list-filtered")
    api = company.sign_in()
    wanted = [r["name"] for r in pages(api, "/api/customer?filter.level=vip&sort=name")]
    assert names(page) == wanted[:50]


def test_a_filter_is_set_by_hand(page):
    page.goto("/app/opportunity")
    chip = page.locator(".chip", has=page.locator('[name="filter.stage"]'))
    chip.locator("summary").click()
    chip.locator('[value="won"]').check()
    chip.locator("button").click()
    expect(page).to_have_url(re.compile("filter.stage=won"))
    expect(page.locator("main table")).to_contain_text("赢单")
    expect(page.locator("main table tbody")).not_to_contain_text("输单")
    picture(page, "opportunity-filtered")


def test_create_with_an_error_then_right_then_edit(page):
    page.goto("/app/customer/new")
    control(page, "name").fill("浏览器测试有限公司")
    control(page, "staff").fill("-5")
    control(page, "level").select_option("vip")
    save(page)
    picture(page, "form-error")
    expect(control(page, "staff")).to_have_attribute("aria-invalid", "true")
    expect(control(page, "staff")).to_have_value("-5")
    expect(control(page, "name")).to_have_value("浏览器测试有限公司")
    described = control(page, "staff").get_attribute("aria-describedby").split()
    (error,) = [identifier for identifier in described if identifier.endswith("-error")]
    expect(page.locator(f"#{error}")).to_be_visible()

    control(page, "staff").fill("320")
    control(page, "budget").fill("120000")
    control(page, "since").fill("2026-03-02")
    save(page)
    expect(page).to_have_url(re.compile(r"/app/customer/\d+"))
    expect(page.locator("h1")).to_contain_text("浏览器测试有限公司")
    for text in ("320", "120,000.00", "2026-03-02", "重点", "KH-"):
        expect(page.locator("main")).to_contain_text(text)
    picture(page, "record-zh")

    record = re.search(r"/app/customer/(\d+)", page.url).group(1)
    page.goto(f"/app/customer/{record}/edit")
    control(page, "city").fill("上海")
    picture(page, "form-zh")
    save(page)
    expect(page).to_have_url(re.compile(rf"/app/customer/{record}$|/app/customer/{record}\?"))
    expect(page.locator("main")).to_contain_text("上海")
    expect(page.locator("main")).to_contain_text("320")


def test_a_duplicate_is_told_at_its_field(page, company):
    taken = company.sign_in().get("/api/customer?limit=1&sort=name").json["data"][0]["name"]
    page.goto("/app/customer/new")
    control(page, "name").fill(taken)
    save(page)
    expect(control(page, "name")).to_have_attribute("aria-invalid", "true")


def test_an_edit_over_a_newer_version_is_not_lost(page, company):
    api = company.sign_in()
    record = api.get("/api/customer?limit=1&sort=name").json["data"][0]
    path = f"/api/customer/{record['id']}"
    page.goto(f"/app/customer/{record['id']}/edit")
    answer = api.patch(path, {"contact": "先到者"}, api.get(path).header("ETag"))
    assert answer.status == 200
    control(page, "contact").fill("后来者")
    save(page)
    page.wait_for_load_state()
    assert api.get(path).json["contact"] == "先到者"


def test_both_languages(page):
    page.goto("/app/customer")
    expect(page.locator("html")).to_have_attribute("lang", re.compile("^zh"))
    page.locator(".me > summary").click()
    page.locator(".me").get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", re.compile("^en"))
    expect(page.locator("h1")).to_contain_text("ustomer")
    picture(page, "list-en")
    chinese = re.compile("[\u4e00-\u9fff]")
    head = page.locator("main table thead").inner_text()
    assert not chinese.search(head), head
    page.goto("/app/customer/new")
    labels = " ".join(page.locator("main form label").all_inner_texts())
    assert "Credit code" in labels and not chinese.search(labels), labels
    picture(page, "form-en")
    # The language stays with the person, whom the other tests meet again.
    page.locator(".me > summary").click()
    page.locator(".me").get_by_role("button", name="中文").click()
    expect(page.locator("html")).to_have_attribute("lang", re.compile("^zh"))


@pytest.mark.parametrize("path", ["/app/customer", "/app/customer/new", "/app/opportunity"])
def test_on_a_phone_nothing_scrolls_sideways(page, path):
    page.goto(path)
    picture(page, "phone" + path.replace("/", "-"))
    widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1], widths
    small = page.evaluate("""() => [...document.querySelectorAll('main button, main input, select')]
        .filter(e => e.offsetParent && e.type != 'hidden' && e.type != 'checkbox')
        .filter(e => !e.closest('[aria-hidden]'))
        .filter(e => e.getBoundingClientRect().height < 40).map(e => e.outerHTML.slice(0, 90))""")
    assert small == [], "targets that are small for a thumb"


def test_without_script_everything_still_works(browser, company):
    context = browser.new_context(
        viewport=DESK, locale="zh-CN", base_url=company.address, java_script_enabled=False)
    page = context.new_page()
    sign_in(page)
    page.goto("/app/customer/new")
    control(page, "name").fill("无脚本有限公司")
    save(page)
    expect(page.locator("h1")).to_contain_text("无脚本有限公司")
    context.close()
