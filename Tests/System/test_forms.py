"""A person at forms that follow conditions: what is hidden, required, read-only and worked out is
the same in the browser and on the server, with script and without.

With TENON_SCREENSHOTS=folder the tests leave pictures there.
"""

import random
import re

import pytest
from playwright.sync_api import expect

from test_records import DESK, PHONE, api, picture, visit  # noqa: F401

COUNT = iter(range(1, 1000))
LINE = {"what": "车票", "amount": "120"}


@pytest.fixture
def trip(api):  # noqa: F811
    """Makes trips."""
    def make(**values):
        record = {"name": f"出差{next(COUNT)}", "lines": [LINE], **values}
        made = api.post("/api/trip", record)
        assert made.status == 201, made
        return made.json

    return make


def field(page, name):
    return page.locator(f"form [data-field={name}]").first


def control(page, name):
    return page.locator(f"[name='f.{name}']").first


def cell(page, number, name):
    rows = page.locator("[data-field=lines] tbody tr")
    return rows.nth(number).locator(f"[name$='.f.{name}']")


def save(page):
    page.get_by_role("button", name=re.compile("^(保存|Save)")).first.click()


def begin(page, path="/app/trip/new"):
    """Opens a form whose script is at work."""
    page.goto(path)
    expect(page.locator("form[data-rules]")).to_be_visible()
    page.wait_for_function("document.querySelector('tr.noscript') === null")
    # The script shows computed values once it holds the form.
    expect(page.locator("[data-field=total] output")).to_have_text(re.compile("¥"))


def test_a_new_trip(visit, api):  # noqa: F811
    page = visit()
    begin(page)
    expect(field(page, "visa")).to_be_hidden()
    expect(page.get_by_role("heading", name="境外")).to_be_hidden()
    picture(page, "trip-new")
    control(page, "name").fill("展会")
    control(page, "kind").select_option("abroad")
    expect(field(page, "visa")).to_be_visible()
    expect(field(page, "visa").locator(".must")).to_have_count(1)
    expect(control(page, "allowance")).to_have_value("100.00")
    expect(field(page, "insured")).to_be_hidden()
    control(page, "visa").fill("X1")
    control(page, "insured").check()
    control(page, "insurer").fill("甲保险")
    page.locator("[data-add]").click()
    cell(page, 0, "what").fill("机票")
    cell(page, 0, "amount").fill("1200")
    expect(field(page, "total").locator("output")).to_have_text("¥1,200.00")
    expect(control(page, "reason")).to_have_attribute("aria-required", "true")
    expect(cell(page, 0, "seat")).to_be_hidden()
    cell(page, 0, "rail").check()
    expect(cell(page, 0, "seat")).to_be_visible()
    picture(page, "trip-abroad")
    save(page)
    # The server asks for what the form showed.
    expect(field(page, "reason").locator(".error")).to_have_text(re.compile("请填写超支说明"))
    expect(page.locator("td[data-field=seat] .error")).to_have_text(re.compile("请填写席别"))
    picture(page, "trip-refused")
    control(page, "reason").fill("旺季")
    cell(page, 0, "seat").select_option("first")
    save(page)
    expect(page.locator("h1")).to_have_text("展会")
    expect(page.locator("main")).to_contain_text("甲保险")
    picture(page, "trip-record")


def test_what_is_hidden_at_the_end_is_not_saved(visit, api, trip):  # noqa: F811
    made = trip(kind="abroad", visa="X1")
    page = visit()
    begin(page, f"/app/trip/{made['id']}/edit")
    control(page, "visa").fill("X2")
    control(page, "allowance").fill("不是金额")
    control(page, "kind").select_option("inland")
    expect(field(page, "visa")).to_be_hidden()
    save(page)
    expect(page.locator("h1")).to_have_text(made["name"])
    expect(page.locator("main")).not_to_contain_text("签证号")
    record = api.get(f"/api/trip/{made['id']}").json
    assert (record["kind"], record["visa"], record["allowance"]) == ("inland", "X1", "100.00")
    # In the list it is there.
    page.goto("/app/trip")
    expect(page.locator("tbody tr", has_text=made["name"])).to_contain_text("X1")


def test_messages_of_checks(visit, trip):  # noqa: F811
    page = visit(locale="en-US")
    begin(page)
    control(page, "days").fill("40")
    control(page, "days").blur()
    note = field(page, "days").locator(".error")
    expect(note).to_have_text("40 days are too long")
    # The check stands beside the rows, and goes when there is one.
    rows = page.locator("[data-field=lines]").first
    expect(rows.locator("> .error")).to_have_text("Add a cost at least")
    picture(page, "trip-checks-en")
    control(page, "name").fill("Fair")
    save(page)
    expect(rows.locator("> .error")).to_have_text("Add a cost at least")
    expect(page.locator(".notice.bad")).to_contain_text("40 days are too long")
    picture(page, "trip-checks-refused-en")
    control(page, "kind").select_option("abroad")
    expect(note).to_have_count(0)
    control(page, "visa").fill("X1")
    page.locator("[data-add]").click()
    cell(page, 0, "what").fill("Ticket")
    cell(page, 0, "amount").fill("1")
    save(page)
    expect(page.locator("h1")).to_have_text("Fair")


def test_what_is_read_only(visit, trip):  # noqa: F811
    made = trip(days=3, phase="approved")
    page = visit()
    begin(page, f"/app/trip/{made['id']}/edit")
    expect(control(page, "days")).to_have_attribute("readonly", "")
    picture(page, "trip-read-only")
    control(page, "phase").select_option("planned")
    expect(control(page, "days")).to_be_editable()
    control(page, "days").fill("4")
    save(page)
    expect(page.locator("main")).to_contain_text("4")
    # On the record's page its value cannot be begun.
    other = trip(days=3, phase="approved")
    page.goto(f"/app/trip/{other['id']}")
    expect(page.locator("dd[data-edit$='only=days']")).to_have_count(0)
    expect(page.locator("dd[data-edit$='only=name']")).to_have_count(1)


def test_a_cell_says_why_it_stays(visit, trip):  # noqa: F811
    made = trip(days=3, phase="approved")
    page = visit()
    page.goto("/app/trip")
    row = page.locator("tbody tr", has_text=made["name"])
    row.locator("td", has_text=re.compile("^3$")).dblclick()
    expect(row.locator("form .error")).to_have_text(re.compile("天数现在不能修改"))
    picture(page, "trip-cell")
    expect(row.locator("form button")).to_have_count(0)
    page.locator("h1").click()
    expect(row.locator("form")).to_have_count(0)


@pytest.mark.parametrize("language", ["zh-CN", "en-US"])
def test_on_a_phone(visit, trip, language):  # noqa: F811
    page = visit(viewport=PHONE, locale=language)
    made = trip(kind="abroad", visa="X1", days=3, phase="approved", lines=[
        {**LINE, "rail": True, "seat": "first"}, {"what": "酒店", "amount": "900"},
    ], reason="旺季")
    begin(page, f"/app/trip/{made['id']}/edit")
    picture(page, f"trip-phone-{language}")
    widths = page.evaluate("[document.documentElement.scrollWidth, window.innerWidth]")
    assert widths[0] <= widths[1], widths
    control(page, "kind").select_option("inland")
    expect(field(page, "visa")).to_be_hidden()
    picture(page, f"trip-phone-hidden-{language}")


def test_without_script(visit, api, trip):  # noqa: F811
    page = visit(java_script_enabled=False)
    page.goto("/app/trip/new")
    expect(field(page, "visa")).to_be_hidden()
    control(page, "name").fill("无脚本")
    control(page, "kind").select_option("abroad")
    cell(page, 0, "what").fill("机票")
    save(page)
    expect(field(page, "visa")).to_be_visible()
    expect(field(page, "visa").locator(".error")).to_have_text(re.compile("请填写签证号"))
    picture(page, "trip-noscript")
    control(page, "visa").fill("X1")
    save(page)
    expect(page.locator("h1")).to_have_text("无脚本")


# What stands in a form: by field whether it is hidden, required and read-only.
STATES = """(root) => {
  const states = {};
  for (const place of root.querySelectorAll("form [data-field]")) {
    if (place.closest("template, .noscript")) continue;
    const row = place.closest("tr");
    const name = (row ? [...row.parentNode.rows].indexOf(row) + "." : "") + place.dataset.field;
    const input = place.querySelector("input:not([type=hidden]), select, textarea");
    const isHidden = row
      ? place.classList.contains("hid") || (place.firstElementChild?.hidden ?? false)
      : place.hidden;
    states[name] = [isHidden, input?.getAttribute("aria-required") === "true",
      place.classList.contains("fixed")].map(Number).join("");
  }
  return states;
}"""
# The form as it would be sent, answered by the server as one that looks for a record: it comes
# again as typed, and nothing is saved.
SERVER = """async () => {
  const body = new URLSearchParams(new FormData(document.querySelector("main form")));
  body.set("find", "none");
  const answer = await fetch(document.querySelector("main form").action, { method: "POST", body });
  const html = await answer.text();
  return (%s)(new DOMParser().parseFromString(html, "text/html"));
}""" % STATES


def test_browser_and_server_agree(visit, trip):  # noqa: F811
    """The same form in the same state has the same fields hidden, required and read-only."""
    made = trip(kind="abroad", visa="X1", insured=True, insurer="甲", days=3, lines=[
        {**LINE, "rail": True, "seat": "first"}, {"what": "酒店", "amount": "900"},
    ], reason="旺季")
    page = visit()
    begin(page, f"/app/trip/{made['id']}/edit")
    draw = random.Random(5)
    seen = set()
    for _ in range(30):
        page.evaluate(
            """(values) => {
              for (const [name, value] of Object.entries(values)) {
                const input = document.querySelector(`main [name="${name}"]`);
                if (input.type === "checkbox") input.checked = value === "true";
                else input.value = value;
                input.dispatchEvent(new Event("input", { bubbles: true }));
              }
            }""",
            {
                "f.kind": draw.choice(["inland", "abroad"]),
                "f.phase": draw.choice(["planned", "approved", "over"]),
                "f.visa": draw.choice(["", "X1", "X2", " "]),
                "f.insured": draw.choice(["", "true"]),
                "f.days": draw.choice(["", "3", "31", "x"]),
                "lines.0.f.rail": draw.choice(["", "true"]),
                "lines.1.f.rail": draw.choice(["", "true"]),
            })
        page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
        browser, server = page.evaluate(f"() => ({STATES})(document)"), page.evaluate(SERVER)
        assert browser == server
        seen.add(tuple(browser.items()))
    # Not one and the same state all along.
    assert len(seen) > 10
