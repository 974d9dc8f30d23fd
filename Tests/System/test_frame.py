"""The frame around the pages: palette, swapped pages, theme, phone, the own page, people, offline.

With TENON_SCREENSHOTS=folder each step leaves a picture there.
"""

import itertools
import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from server import PASSWORD

SCREENSHOTS = os.environ.get("TENON_SCREENSHOTS")
DESK = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
numbers = itertools.count(1)


@pytest.fixture(scope="module")
def browser():
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def open_page(browser, company):
    """Opens signed-in pages; the test fails on any script error or refused resource."""
    contexts, complaints = [], []

    def make(user="wang", password=PASSWORD, size=DESK, **options):
        options = {"viewport": size, "locale": "zh-CN", "base_url": company.address, **options}
        context = browser.new_context(**options)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on(
            "console", lambda message: message.type == "error" and complaints.append(message.text))
        if user:
            page.goto("/sign-in")
            page.locator('input[name="login"]').fill(user)
            page.locator('input[name="password"]').fill(password)
            page.locator('form[action="/sign-in"] button').click()
            page.wait_for_url(lambda url: "sign-in" not in url)
        return page

    yield make
    for context in contexts:
        context.close()
    # A form that is refused on purpose, and a network that is cut on purpose, are no defects.
    known = re.compile("status of 4(04|22)|ERR_INTERNET_DISCONNECTED")
    assert [c for c in complaints if not known.search(c)] == []


def picture(page, name):
    if SCREENSHOTS:
        Path(SCREENSHOTS).mkdir(parents=True, exist_ok=True)
        page.screenshot(path=f"{SCREENSHOTS}/{name}.png")


def ground(page):
    return page.evaluate("getComputedStyle(document.body).backgroundColor")


def marked(page):
    """So that a page that is loaded anew is told from one that was swapped in."""
    page.evaluate("window.mark = 1")


def was_swapped(page):
    return page.evaluate("window.mark === 1")


def test_the_workbench_opens_the_day(open_page):
    page = open_page()
    expect(page.locator("h1")).to_contain_text("王强")
    expect(page.locator(".workbench .card")).to_have_count(4)
    picture(page, "workbench")
    page.locator(".workbench .grid .open").first.click()
    expect(page).to_have_url(re.compile(r"/app/opportunity/\d+$"))
    title = page.locator("h1").inner_text()
    page.goto("/")
    expect(page.locator('section[aria-labelledby="recent"]')).to_contain_text(title)


def test_the_palette_finds_records_actions_and_pages_by_keys(open_page):
    page = open_page()
    page.goto("/app/customer")
    name = page.locator(".grid .open").first.inner_text()
    page.keyboard.press("Control+k")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    expect(dialog.get_by_role("combobox")).to_be_focused()
    page.keyboard.type(name[:6])
    # The offer to search for what was typed stands first until the records come.
    expect(dialog.get_by_role("option").first).to_contain_text(name)
    picture(page, "palette")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"/app/customer/\d+$"))

    page.keyboard.press("Control+k")
    expect(dialog.get_by_role("option").first).to_contain_text(name[:6])
    page.keyboard.type("新建商机")
    expect(dialog.get_by_role("option").first).to_contain_text("新建商机")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/app/opportunity/new$"))

    page.keyboard.press("Control+k")
    page.keyboard.type("部门")
    page.keyboard.press("ArrowDown")
    expect(dialog.locator('[aria-selected="true"]')).to_have_count(1)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()


def test_links_swap_the_page_and_keep_the_frame(open_page):
    page = open_page()
    page.goto("/app/customer")
    marked(page)
    page.locator(".side").get_by_role("link", name="商机").click()
    expect(page.locator("h1")).to_have_text("商机")
    expect(page).to_have_url(re.compile("/app/opportunity$"))
    expect(page).to_have_title(re.compile("^商机"))
    expect(page.locator(".side [aria-current]")).to_have_text(re.compile("商机"))
    expect(page.locator("h1")).to_be_focused()
    page.locator(".grid .open").nth(20).scroll_into_view_if_needed()
    page.locator(".grid .open").nth(20).click()
    expect(page).to_have_url(re.compile(r"/app/opportunity/\d+$"))
    page.go_back()
    expect(page.locator("h1")).to_have_text("商机")
    assert was_swapped(page)
    expect(page.locator(".grid .open").nth(20)).to_be_in_viewport()
    page.locator(".side").get_by_role("link", name="工作台").click()
    expect(page.locator("h1")).to_contain_text("王强")
    assert was_swapped(page)


def test_the_theme_is_chosen_and_kept(open_page):
    page = open_page(color_scheme="light")
    light = ground(page)
    page.locator(".me > summary").click()
    picture(page, "menu")
    page.locator('.me button[value="dark"]').click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    dark = ground(page)
    assert dark != light
    picture(page, "workbench-dark")
    page.goto("/app/customer")
    assert page.locator("html").get_attribute("data-theme") == "dark"
    page.locator(".me > summary").click()
    page.locator('.me button[value="device"]').click()
    expect(page.locator("html")).not_to_have_attribute("data-theme", "dark")
    page.goto("/")
    assert ground(page) == light
    page.emulate_media(color_scheme="dark")
    assert ground(page) == dark


def test_a_phone_has_a_bar(open_page):
    page = open_page(size=PHONE, has_touch=True)
    picture(page, "phone-workbench")
    expect(page.locator(".side")).to_be_hidden()
    bar = page.locator(".bar")
    for item in bar.locator("> a, > details > summary").all():
        box = item.bounding_box()
        assert box["height"] >= 44 and box["width"] >= 44, box
    bar.get_by_text("模块").click()
    picture(page, "phone-modules")
    bar.get_by_role("link", name="客户").click()
    expect(page.locator("h1")).to_have_text("客户")
    expect(bar.locator(".sheet").first).to_be_hidden()
    bar.get_by_role("link", name="我的").click()
    expect(page.locator("h1")).to_have_text("王强")
    for path in ("/", "/me", "/notifications", "/app/user/1/access"):
        page.goto(path)
        picture(page, "phone" + path.replace("/", "-"))
        widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
        assert widths[0] <= widths[1], (path, widths)


def test_the_own_page_changes_name_language_and_password(open_page, company):
    login = f"own{next(numbers)}"
    admin = company.sign_in("wang")
    made = admin.post("/api/user", {"login": login, "name": "周敏", "roles": ["sales"]})
    assert made.status == 201, made
    page = open_page()
    page.goto(f"/app/user/{made.json['id']}")
    page.get_by_role("link", name="登录与安全").click()
    page.locator("#new").fill("a first password")
    page.get_by_role("button", name="设置密码").click()
    expect(page.get_by_role("status")).to_contain_text("密码已修改")
    picture(page, "access")

    page = open_page(login, "a first password")
    page.goto("/me")
    page.locator('[name="f.name"]').fill("周小敏")
    page.locator('[name="f.phone"]').fill("142 0000 0009")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_role("status")).to_contain_text("已保存")
    expect(page.locator("h1")).to_have_text("周小敏")
    picture(page, "profile")
    page.locator("#old").fill("a first password")
    page.locator("#new").fill("a second password")
    page.locator("#again").fill("another password")
    page.get_by_role("button", name="修改密码").click()
    expect(page.locator("#again-error")).to_contain_text("不一致")
    page.locator("#old").fill("a first password")
    page.locator("#new").fill("a second password")
    page.locator("#again").fill("a second password")
    page.get_by_role("button", name="修改密码").click()
    expect(page.get_by_role("status")).to_contain_text("密码已修改")
    page.locator("main").get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    picture(page, "profile-en")
    other = open_page(login, "a second password")
    expect(other.locator("html")).to_have_attribute("lang", "en")


def test_an_invitation_lets_someone_in(open_page, company):
    login = f"guest{next(numbers)}"
    made = company.sign_in("wang").post(
        "/api/user", {"login": login, "name": "新同事", "roles": ["sales"]})
    assert made.status == 201, made
    page = open_page()
    page.goto(f"/app/user/{made.json['id']}/access")
    page.get_by_role("button", name="生成邀请链接").click()
    link = page.locator(".copy input").input_value()
    guest = open_page(user=None)
    guest.goto(link)
    picture(guest, "welcome")
    guest.locator("#new").fill("my own password")
    guest.get_by_role("button", name="开始使用").click()
    expect(guest.locator("h1")).to_contain_text("新同事")
    page.goto(f"/app/user/{made.json['id']}/access")
    page.get_by_role("button", name="停用账号").click()
    expect(page.get_by_role("status")).to_contain_text("已停用")
    guest.goto("/")
    expect(guest).to_have_url(re.compile("/sign-in"))


def test_without_network_a_page_of_ours_answers(open_page):
    page = open_page()
    page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    page.reload()
    page.context.set_offline(True)
    page.goto("/app/customer")
    expect(page.locator("h1")).to_have_text("网络已断开")
    picture(page, "offline")
    page.context.set_offline(False)
    page.get_by_role("link", name="重试").click()
    expect(page.locator("h1")).to_have_text("客户")


def test_it_can_be_installed(open_page):
    page = open_page(user=None)
    page.goto("/sign-in")
    manifest = page.locator('link[rel="manifest"]').get_attribute("href")
    answer = page.request.get(manifest)
    assert answer.ok
    read = answer.json()
    assert read["name"] == "客户营销管理系统" and read["display"] == "standalone"
    for icon in read["icons"]:
        if icon["type"] != "image/png":
            continue
        size = page.evaluate(
            """async (source) => {
              const image = new Image();
              image.src = source;
              await image.decode();
              return `${image.naturalWidth}x${image.naturalHeight}`;
            }""", icon["src"])
        assert size == icon["sizes"]


def test_the_frame_works_without_script(open_page):
    page = open_page(java_script_enabled=False)
    page.locator('.search input[name="q"]').fill("有限")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("/search\\?q="))
    page.locator(".tools .make > summary").click()
    page.locator(".tools .make").get_by_role("link", name="客户").click()
    expect(page).to_have_url(re.compile("/app/customer/new$"))
    page.locator(".me > summary").click()
    page.locator('.me button[value="dark"]').click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
