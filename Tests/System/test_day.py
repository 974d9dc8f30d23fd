"""A salesperson's day in apps/marketing, on a desk and on a phone.

Li Jing signs in, finds a customer by two characters, sees the number to call, writes down what was
said, moves an opportunity on the board, makes a contract with three lines, attaches the signed
paper and tells her manager. What the pages claim is asked of the API afterwards.
"""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from server import MARKETING, MARKETING_DATA, PASSWORD, Server, pages

PICTURES = os.environ.get("TENON_SCREENSHOTS")
SIZES = {"desk": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}
LINES = [("Q1 Pro", "4", "3880"), ("80 毫米", "4", "680"), ("连锁版", "2", "3600")]
TOTAL = "25440.00"


@pytest.fixture(scope="module")
def loaded(engine, tmp_path_factory):
    """The company's database as the demo data leaves it."""
    store = engine.store(tmp_path_factory.mktemp("company") / "company.sqlite")
    report = Server(store, MARKETING).load(MARKETING_DATA)
    assert report.returncode == 0, report.stderr[-2000:]
    return store


@pytest.fixture
def shop(engine, loaded, tmp_path):
    """A server over a copy of its own."""
    server = Server(engine.copy(loaded, tmp_path / loaded.path.name), MARKETING)
    server.start()
    yield server
    server.kill()
    server.store.remove()


class Person:
    """Somebody at a page; keeps what the console complains of."""

    def __init__(self, browser, shop, size, login):
        self.context = browser.new_context(
            viewport=SIZES[size], has_touch=size == "phone", is_mobile=size == "phone",
            locale="zh-CN", base_url=shop.address)
        self.page = self.context.new_page()
        self.size = size
        self.complaints = []
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("console", lambda message: message.type == "error"
                     and self.complaints.append(message.text))
        self.page.goto("/sign-in")
        self.page.locator('input[name="login"]').fill(login)
        self.page.locator('input[name="password"]').fill(PASSWORD)
        self.page.locator('form[action="/sign-in"] button').click()
        expect(self.page).not_to_have_url(re.compile("/sign-in"))

    def picture(self, name):
        if PICTURES:
            Path(PICTURES).mkdir(parents=True, exist_ok=True)
            self.page.screenshot(path=f"{PICTURES}/day-{self.size}-{name}.png")

    def shows_all(self):
        """Nothing scrolls sideways."""
        wide, window = self.page.evaluate(
            "[document.documentElement.scrollWidth, window.innerWidth]")
        assert wide <= window, f"{self.page.url} is {wide} wide in {window}"

    def pick(self, place, words):
        """Chooses a record in a box with suggestions."""
        box = place.locator('input[role="combobox"]')
        box.click()
        box.fill(words)
        option = place.get_by_role("option").filter(has_text=words).first
        expect(option).to_be_visible()
        option.dispatch_event("mousedown")

    def save(self):
        self.page.locator("main form").get_by_role("button", name=re.compile("^保存")).first.click()


def record_id(page):
    return int(re.search(r"/app/\w+/(\d+)", page.url).group(1))


@pytest.mark.parametrize("size", SIZES)
def test_a_day_of_sales(browser, shop, size):
    api = shop.sign_in("li")
    me = next(user["id"] for user in pages(api, "/api/user") if user["login"] == "li")
    li = Person(browser, shop, size, "li")
    # The history that was loaded is news to nobody.
    expect(li.page.locator("[data-unread]:visible")).to_have_count(0)
    li.picture("workbench")
    li.shows_all()

    customer = finds_a_customer(li, api, me)
    logs_a_follow_up(li, api, me, customer)
    moves_the_stage(li, api, me)
    contract = makes_a_contract(li, api, me, customer)
    attaches_a_file(li, api, contract)
    tells_the_manager(li, browser, shop, contract)

    # The browser notes each refusal; one was meant, when the stage asked for the day.
    assert [text for text in li.complaints if "422" not in text] == []
    assert len(li.complaints) == 1
    li.context.close()


def finds_a_customer(li, api, me):
    """By two characters of its name; the phone number stands there to be called."""
    page = li.page
    customer = next(
        record for record in pages(api, f"/api/customer?filter.owner={me}&filter.level=vip")
        if record["phone"])
    words = customer["name"][2:4]
    if li.size == "desk":
        page.keyboard.press("Control+k")
        page.keyboard.type(words)
        hit = page.locator("dialog[open]").get_by_role("option").filter(has_text=customer["name"])
    else:
        page.goto(f"/search?q={words}")
        hit = page.locator("main").get_by_role("link").filter(has_text=customer["name"])
    expect(hit.first).to_be_visible()
    li.picture("search")
    (hit.first.locator("a") if li.size == "desk" else hit.first).click()
    expect(page).to_have_url(re.compile(rf"/app/customer/{customer['id']}\b"))
    expect(page.locator("h1")).to_contain_text(customer["name"])
    call = page.locator('main a[href^="tel:"]').first
    expect(call).to_have_text(customer["phone"])
    digits = re.sub(r"\D", "", customer["phone"])
    assert re.sub(r"\D", "", call.get_attribute("href")) == digits
    li.picture("customer")
    li.shows_all()
    return customer


def logs_a_follow_up(li, api, me, customer):
    """What was said on the phone, written in the customer's own page."""
    page = li.page
    before = len(pages(api, f"/api/follow_up?filter.customer={customer['id']}"))
    section = page.locator('section.lines[aria-labelledby="l-follow_ups"]')
    section.locator("a.more[data-open]").click()
    rows = page.locator('[data-rows][data-field="follow_ups"]')
    rows.locator("[data-add]").click()
    row = rows.locator("tbody tr").last
    row.locator('[name$=".f.subject"]').fill("电话：确认周五上门")
    row.locator('[name$=".f.content"]').fill("采购同意周五看样机，让带一台 Q1 Pro。")
    row.locator('[name$=".f.done_at"]').fill("2026-11-20T15:30")
    row.locator('[name$=".f.kind"]').select_option("call")
    row.locator('[name$=".f.next_on"]').fill("2026-11-27")
    li.picture("follow-up")
    li.save()
    expect(page.locator("main")).to_contain_text("电话：确认周五上门")
    made = pages(api, f"/api/follow_up?filter.customer={customer['id']}")
    assert len(made) == before + 1
    (note,) = [record for record in made if record["subject"] == "电话：确认周五上门"]
    assert note["kind"] == "call" and note["next_on"] == "2026-11-27"
    assert note["owner"] == me and note["done_at"] == "2026-11-20T07:30:00.000Z"


def moves_the_stage(li, api, me):
    """An opportunity goes from 方案报价 to 商务谈判: dragged on the desk, by its menu on the phone."""
    page = li.page
    page.goto(f"/app/opportunity?view=board&filter.owner={me}")
    li.picture("board")
    li.shows_all()
    lane = page.locator('.lane[data-value="offer"]')
    ready = {
        record["id"] for record in pages(api, f"/api/opportunity?filter.owner={me}&filter.stage=offer")
        if record["contact"]}
    shown = [int(card.get_attribute("data-id")) for card in lane.locator("li[data-id]").all()]
    chosen = next(number for number in shown if number in ready)
    card = page.locator(f'.board li[data-id="{chosen}"]')
    target = page.locator('.lane[data-value="negotiation"]')
    if li.size == "desk":
        card.drag_to(target.locator("ul"))
    else:
        card.locator("a.move").click()
        page.locator('button[name="value"][value="negotiation"]:visible').click()
    expect(target.locator(f'li[data-id="{chosen}"]')).to_be_visible()
    # The card moves at once, before the server has answered.
    page.wait_for_load_state("networkidle")
    assert api.get(f"/api/opportunity/{chosen}").json["stage"] == "negotiation"
    li.picture("moved")

    # Winning needs the day: the page says so and nothing is lost.
    page.goto(f"/app/opportunity/{chosen}")
    page.locator('form.path button[value="won"]').first.click()
    expect(page.locator('[name="f.closed_on"]:visible').first).to_be_visible()
    assert api.get(f"/api/opportunity/{chosen}").json["stage"] == "negotiation"


def makes_a_contract(li, api, me, customer):
    """Three lines in one form."""
    page = li.page
    page.goto(f"/app/contract/new?f.customer={customer['id']}")
    page.locator('form [name="f.name"]').fill("样机采购合同")
    rows = page.locator('[data-rows][data-field="lines"]')
    for number, (product, quantity, price) in enumerate(LINES):
        while rows.locator("tbody tr").count() <= number:
            rows.locator("[data-add]").click()
        row = rows.locator("tbody tr").nth(number)
        li.pick(row.locator('td[data-field="product"]'), product)
        row.locator('[name$=".f.quantity"]').fill(quantity)
        row.locator('[name$=".f.price"]').fill(price)
    expect(page.locator('.field[data-field="amount"] output')).to_have_text("¥25,440.00")
    li.picture("contract-form")
    li.shows_all()
    li.save()
    expect(page).to_have_url(re.compile(r"/app/contract/\d+"))
    expect(page.locator("h1")).to_contain_text("样机采购合同")
    contract = record_id(page)
    record = api.get(f"/api/contract/{contract}").json
    assert record["customer"] == customer["id"] and record["amount"] == TOTAL
    assert record["owner"] == me and record["number"].startswith("HT-")
    lines = pages(api, f"/api/contract_line?filter.contract={contract}")
    names = {record["id"]: record["name"] for record in pages(api, "/api/product")}
    assert sorted((line["quantity"], line["price"]) for line in lines) == sorted(
        (int(quantity), price + ".00") for _, quantity, price in LINES)
    for line, (product, _, _) in zip(sorted(lines, key=lambda line: line["id"]), LINES):
        assert product in names[line["product"]]
    li.picture("contract")
    return contract


def attaches_a_file(li, api, contract):
    """The signed paper, on the contract."""
    page = li.page
    page.goto(f"/app/contract/{contract}/edit?only=papers")
    paper = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n"
    page.locator('main input[type="file"]').first.set_input_files(
        {"name": "样机采购合同.pdf", "mimeType": "application/pdf", "buffer": paper})
    expect(page.locator("main .files")).to_contain_text("样机采购合同.pdf")
    li.save()
    expect(page).to_have_url(re.compile(rf"/app/contract/{contract}(\?|$)"))
    link = page.locator("main .files a").filter(has_text="样机采购合同.pdf")
    expect(link).to_be_visible()
    (number,) = api.get(f"/api/contract/{contract}").json["papers"]
    answer = api.get(f"/files/{number}")
    assert answer.status == 200 and answer.body == paper
    assert answer.header("X-Content-Type-Options") == "nosniff"


def tells_the_manager(li, browser, shop, contract):
    """A comment that mentions somebody reaches them."""
    page = li.page
    page.goto(f"/app/contract/{contract}")
    if li.size == "phone":
        page.locator('nav.places a[href="#activity"]').click()
    box = page.locator("form.say textarea").first
    box.fill("合同已签，麻烦 ")
    box.press("End")
    box.press_sequentially("@王")
    page.get_by_role("option").filter(has_text="王强").first.dispatch_event("mousedown")
    box.press_sequentially("看一下付款条件")
    li.picture("comment")
    page.locator("form.say button").first.click()
    expect(page.locator("#activity")).to_contain_text("看一下付款条件")
    expect(page.locator("#activity .said b.at").first).to_contain_text("王强")

    wang = Person(browser, shop, li.size, "wang")
    wang.page.goto("/notifications")
    expect(wang.page.locator("main")).to_contain_text("李静")
    wang.page.locator("main").get_by_role("link").filter(has_text="样机采购合同").first.click()
    expect(wang.page).to_have_url(re.compile(rf"/app/contract/{contract}\b"))
    wang.picture("notified")
    assert wang.complaints == []
    wang.context.close()
