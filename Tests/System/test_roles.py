"""Four people of apps/marketing meet four applications: what their menus, workbenches, lists and
records hold, and what is not there for them; an administrator sees what another sees."""

import re
from dataclasses import dataclass

import pytest
from playwright.sync_api import expect

from server import MARKETING, MARKETING_DATA, Client, Server, pages

pytestmark = pytest.mark.engines("sqlite")
DESK = {"width": 1440, "height": 900}


@dataclass(frozen=True)
class Role:
    #: Entities in the menu, in its order.
    menu: str
    #: Titles of the workbench's cards.
    cards: list[str]
    #: What can be made from the workbench.
    quick: str
    #: Columns that the list of an entity shows, and such that it does not.
    shown: dict[str, str]
    absent: dict[str, str]
    #: Entities of which there is nothing at all.
    closed: str


ROLES = {
    "li": Role(
        menu="lead customer contact follow_up opportunity contract order payment product campaign "
        "coupon complaint article department user",
        cards=["一周内要跟进", "我的商机", "我的线索", "我的待回款", "两月内到期"],
        quick="lead customer contact follow_up opportunity contract",
        shown={"customer": "公司电话 累计消费", "contract": "合同金额", "product": "标准价"},
        absent={"product": "成本价", "campaign": "预算"},
        closed="region",
    ),
    "lin": Role(
        menu="lead customer contact follow_up opportunity order product campaign coupon complaint "
        "article region department user",
        cards=["进行中与筹备中", "线索池", "可用的券", "我写的"],
        quick="lead follow_up product campaign coupon article",
        shown={"customer": "公司电话", "campaign": "预算 实际花费"},
        absent={"customer": "年度预算"},
        closed="contract payment",
    ),
    "song": Role(
        menu="customer contact contract order payment product campaign coupon complaint article "
        "department user",
        cards=["逾期未回", "一月内应收", "履行中的合同", "待交付订单"],
        quick="payment article",
        shown={"contract": "合同金额", "payment": "金额 到账日期"},
        absent={},
        closed="lead follow_up opportunity",
    ),
    "he": Role(
        menu="customer contact follow_up contract order product coupon complaint article "
        "department user",
        cards=["我的工单", "未解决", "已发布"],
        quick="contact follow_up order complaint article",
        shown={"contract": "合同名称 到期日期", "customer": "公司电话"},
        absent={"contract": "合同金额", "customer": "年度预算"},
        closed="lead opportunity payment campaign",
    ),
}


@pytest.fixture(scope="module")
def company(engine, tmp_path_factory):
    assert MARKETING.exists(), f"{MARKETING} is not built: make test builds it"
    server = Server(engine.store(tmp_path_factory.mktemp("roles") / "app.sqlite"), MARKETING)
    report = server.load(MARKETING_DATA)
    assert report.returncode == 0, report.stdout + report.stderr
    server.start()
    yield server
    server.kill()
    server.store.remove()


@pytest.fixture(scope="module")
def desk(browser, company):
    """Opens a page of somebody's own browser; one for each person."""
    known = {}

    def desk(login):
        if login not in known:
            context = browser.new_context(
                viewport=DESK, locale="zh-CN", base_url=company.address)
            context.add_cookies([
                {"name": name, "value": value, "url": company.address}
                for name, value in (
                    ("session", company.sign_in(login).token), ("language", "zh"))])
            known[login] = context.new_page()
        return known[login]

    yield desk
    for page in known.values():
        page.context.close()


def entities(page, where):
    """The entities to which the links of a part of the page lead."""
    links = page.locator(f'{where} a[href^="/app/"]')
    return [link.get_attribute("href").split("/")[2] for link in links.all()]


def customer_of(company, login, owner):
    """A customer with a phone that belongs to somebody, as someone reads it."""
    people = {p["login"]: p["id"] for p in pages(company.sign_in("admin"), "/api/user")}
    found = company.sign_in(login).get(f"/api/customer?filter.owner={people[owner]}&limit=50")
    return next(c for c in found.json["data"] if c["phone"])


@pytest.mark.parametrize("login", ROLES)
def test_menu_and_workbench(desk, login):
    page = desk(login)
    page.goto("/")
    role = ROLES[login]
    assert entities(page, ".side") == role.menu.split()
    assert page.locator("main .card h2[id^=card]").all_inner_texts() == role.cards
    assert entities(page, ".quick") == role.quick.split()


@pytest.mark.parametrize("login", ROLES)
def test_nothing_offered_is_refused(desk, login):
    """Each link of the workbench, of every list and of its first record leads to a page."""
    page = desk(login)
    places, known = ["/"] + [f"/app/{name}" for name in ROLES[login].menu.split()], set()
    refused = []
    for place in places:
        page.goto(place)
        first = page.locator("main tbody th a").first
        if place != "/" and first.count():
            page.goto(first.get_attribute("href"))
        paths = page.evaluate('''() => [...document.querySelectorAll('a[href^="/"]')]
            .map(link => link.getAttribute("href")).filter(path => !path.includes("sort="))''')
        for path in set(paths) - known:
            known.add(path)
            status = page.context.request.get(path, max_redirects=0).status
            if status >= 400:
                refused.append((page.url, path, status))
    assert len(known) > 40
    assert refused == []


@pytest.mark.parametrize("login", ROLES)
def test_columns(desk, login):
    page = desk(login)
    for entity, labels in ROLES[login].shown.items():
        page.goto(f"/app/{entity}?view=all")
        head = page.locator("main thead").inner_text()
        assert [label for label in labels.split() if label not in head] == [], entity
    for entity, labels in ROLES[login].absent.items():
        page.goto(f"/app/{entity}?view=all")
        first = page.locator("main tbody th a").first.get_attribute("href")
        seen = page.locator("main").inner_text()
        page.goto(first)
        seen += page.locator("main").inner_text()
        assert [label for label in labels.split() if label in seen] == [], entity


@pytest.mark.parametrize("login", ROLES)
def test_what_is_closed_is_not_there(desk, company, login):
    page = desk(login)
    api = company.sign_in(login)
    for entity in ROLES[login].closed.split():
        assert page.goto(f"/app/{entity}").status in (403, 404)
        assert page.goto(f"/app/{entity}/new").status in (403, 404)
    for entity in {"lead", "contract", "opportunity"} & set(ROLES[login].closed.split()):
        (record, *_) = company.sign_in("zhou").get(f"/api/{entity}?limit=1").json["data"]
        assert page.goto(f"/app/{entity}/{record['id']}").status == 404
        assert api.get(f"/api/{entity}/{record['id']}").status in (403, 404)


def test_customers_of_another_department_are_not_there(desk, company):
    other = customer_of(company, "wu", "wu")
    page = desk("li")
    assert page.goto(f"/app/customer/{other['id']}").status == 404
    assert company.sign_in("li").get(f"/api/customer/{other['id']}").status == 404
    page.goto(f"/search?q={other['name']}")
    assert other["name"] not in page.locator("main .card").all_inner_texts()
    expect(page.locator(f'main a[href="/app/customer/{other["id"]}"]')).to_have_count(0)


@pytest.mark.parametrize("login, owner, is_masked", [
    ("li", "li", False), ("li", "chen", True), ("wang", "chen", False), ("lin", "li", True),
    ("song", "li", True), ("he", "li", False),
])
def test_phones(desk, company, login, owner, is_masked):
    customer = customer_of(company, owner, owner)
    page = desk(login)
    page.goto(f"/app/customer/{customer['id']}")
    seen = page.locator("main").inner_text()
    digits = customer["phone"]
    assert (digits in seen) != is_masked
    # A number that is no number to call is no link.
    expect(page.locator('main .key a[href^="tel:"]')).to_have_count(0 if is_masked else 1)
    if is_masked:
        stars = company.sign_in(login).get(f"/api/customer/{customer['id']}").json["phone"]
        assert re.fullmatch(r"\d{3}\*+\d{4}", stars) and stars in seen


@pytest.mark.parametrize("login, entity, owner, may_edit", [
    ("li", "customer", "li", True), ("li", "customer", "chen", False),
    ("wang", "customer", "chen", True), ("lin", "customer", "li", False),
    ("song", "customer", "li", False), ("he", "customer", "li", True),
])
def test_buttons(desk, company, login, entity, owner, may_edit):
    customer = customer_of(company, owner, owner)
    page = desk(login)
    path = f"/app/{entity}/{customer['id']}"
    page.goto(path)
    expect(page.locator(f'main .head a[href="{path}/edit"]')).to_have_count(int(may_edit))
    assert page.goto(f"{path}/edit").status == (200 if may_edit else 403)


def test_an_administrator_sees_what_another_sees_and_changes_nothing(desk, company):
    own, admin = desk("li"), desk("admin")
    people = {p["login"]: p["id"] for p in pages(company.sign_in("admin"), "/api/user")}
    customer = customer_of(company, "li", "li")
    path = f"/app/customer/{customer['id']}"
    assert admin.goto(path).status == 404
    admin.goto(f"/app/user/{people['li']}/rights")
    admin.locator('form[action$="/rights/look"] button').click()
    expect(admin.locator("body")).to_contain_text("李静")
    for place in ("/", "/app/customer", "/app/contract", path, "/app/product"):
        own.goto(place)
        admin.goto(place)
        for part in (".side", "main"):
            shown = admin.locator(part).inner_text()
            if part == "main":  # The bar that says as whom one looks stands above.
                bar = admin.locator("main > .notice").first.inner_text()
                assert "李静" in bar
                shown = shown.replace(bar, "", 1)
            assert shown.strip() == own.locator(part).inner_text().strip(), (place, part)
    # Every change is refused: from the form, and from the API with the same session.
    admin.goto(f"{path}/edit")
    with admin.expect_response(lambda answer: answer.request.method == "POST") as refused:
        admin.locator("main form").get_by_role("button", name="保存").first.click()
    assert refused.value.status == 403
    session = next(
        c["value"] for c in admin.context.cookies() if c["name"].endswith("session"))
    before = company.sign_in("li").get(f"/api/customer/{customer['id']}")
    token = Client(company.port, token=session)
    answer = token.patch(
        f"/api/customer/{customer['id']}", {"city": "别处"}, before.header("ETag"))
    assert answer.status in (401, 403, 404)
    after = company.sign_in("li").get(f"/api/customer/{customer['id']}")
    assert after.header("ETag") == before.header("ETag")
    # And back again.
    admin.goto("/")
    admin.get_by_role("button", name=re.compile("返回本人")).click()
    expect(admin.locator(".side")).to_contain_text("审计日志")
    assert admin.goto(path).status == 404
