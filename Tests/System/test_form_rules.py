"""A form that follows rules while someone types, with the script as it is sent and the rules as
the compiler writes them."""

import json
import statistics
import subprocess

import pytest
from playwright.sync_api import expect

from form_markup import document, place, row, subform
from server import ROOT
from tenon import tenon

APP = """\
app: orders
languages: [zh, en]
params: { limit: { type: money, default: 1000 } }
entities:
  order:
    label: { zh: 订单, en: Order }
    title: "{name}"
    access: everyone
    fields:
      name: { type: text, required: true }
      kind: { type: choice, required: true, options: { small: 小, big: 大 } }
      due: { type: date, required: kind == big }
      reason: { type: long_text, hidden: kind == small }
      code: { type: text, read_only: kind == big }
      level: { type: choice, read_only: kind == big, options: { low: 低, high: 高 } }
      agreed: { type: boolean, read_only: kind == big }
      stars: { type: rating, required: kind == big }
      tags: { type: multi_choice, options: { vip: 重点, risky: 有风险 } }
      why: { type: text, required: risky in tags }
      rate: percent
      total: { type: money, value: "sum(lines.amount) * (1 - (rate ?? 0))" }
      is_over: { type: boolean, value: total > limit }
      size: { type: choice, options: { plain: 平, over: 超 }, value: if total > limit then over else plain }
      label: { type: text, value: "name + ' ' + text_of(total)" }
      share: { type: percent, value: "percent_of(limit, total)" }
      at: date_time
      until: { type: date_time, value: at + 90 minutes }
      ends: { type: date, value: due + 1 month }
      owner: { type: person, required: true }
      note: { type: text, hidden: "owner == me" }
      mine: { type: text, required: me.department == team and sales in my_roles() }
      team: department
      spent: money
      secret: { type: text, required: spent > 5 }
      other: { type: text, required: number_of_visits > 5 }
      number_of_visits: integer
      lines: { type: subform, of: line }
%(more)s
    checks:
      later: { must: due >= today(), at: due, say: { zh: "{due} 已过", en: "{due} is over" } }
      few: { must: count(lines) < 4, say: { zh: 行太多, en: "{count(lines)} lines" } }
  line:
    label: { zh: 行, en: Line }
    access: everyone
    fields:
      order: { type: reference, to: order, required: true }
      product: { type: text, hidden: quantity > 10 }
      quantity: { type: integer, required: true, default: 1 }
      price: money
      amount: { type: money, value: quantity * price }
    checks:
      whole: { must: quantity > 0, at: quantity, say: { zh: 没有, en: None }  }
roles:
  sales: { label: { zh: 销售, en: Sales } }
views:
  order.all: { label: { zh: 全部, en: All }, columns: [name] }
  line.all: { label: { zh: 全部, en: All }, columns: [product] }
"""
LINE = [
    ("product", "text", "", ()), ("quantity", "text", "1", ()), ("price", "text", "", ()),
    ("amount", "output", "¥", ()),
]
# Fields that make a form long: half of them hang on another.
FILLERS = 44
PLACES = [
    place("name", "text", "A"),
    place("kind", "select", "small", ("small", "big")),
    place("due", "date"), place("reason", "textarea"), place("code", "text", "c"),
    place("level", "select", "low", ("low", "high")), place("agreed", "switch"),
    place("stars", "rate", "", ("3", "2", "1")), place("tags", "ticks", "", ("vip", "risky")),
    place("why", "text"), place("rate", "text"), place("total", "output", "¥"),
    place("is_over", "output", "", ("true", "false")),
    place("size", "output", "", ("plain", "over")), place("label", "output"),
    place("share", "output"), place("at", "datetime-local"), place("until", "output"),
    place("ends", "output"), place("owner", "select", "", ("3", "5")), place("note", "text"),
    place("mine", "text"), place("team", "select", "", ("1", "2")), place("secret", "text"),
    place("other", "text"),
]


@pytest.fixture(scope="module")
def scripts(tmp_path_factory):
    """The module of functions as pages get it, and the rules of the application."""
    folder = tmp_path_factory.mktemp("form")
    more = "".join(
        f"      x{i}: {{ type: integer, required: x{i - 1} > {i} and total > 5 }}\n"
        if i % 2 else f"      x{i}: {{ type: integer }}\n"
        for i in range(FILLERS)
    )
    (folder / "app").mkdir()
    (folder / "app/app.yaml").write_text(APP % {"more": more.rstrip()}, "utf-8")
    done = tenon("check", folder / "app", "--print", "javascript")
    assert done.returncode == 0, done.stdout + done.stderr
    header = {
        "run": 1, "context": "form", "zone": "Asia/Shanghai", "now": "2026-03-02T01:00:00.000Z",
        "me": "1", "records": {},
    }
    (folder / "none.jsonl").write_text(json.dumps(header), "utf-8")
    subprocess.run(
        [ROOT / ".build/debug/answer-javascript", folder, folder / "none.jsonl"], check=True)
    return {"rules.js": (folder / "rules.mjs").read_text("utf-8"), "forms.js": done.stdout}


@pytest.fixture
def open_form(browser, scripts):
    """Opens a page; the test fails on any script error."""
    context = browser.new_context(locale="zh-CN", timezone_id="America/New_York")
    page = context.new_page()
    complaints = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.on("console", lambda message: message.type == "error" and complaints.append(message.text))

    def answer(route):
        name = route.request.url.rsplit("/", 1)[1]
        if name in scripts:
            route.fulfill(body=scripts[name], content_type="text/javascript; charset=utf-8")
        elif name:
            route.fulfill(status=204)
        else:
            route.fulfill(body=page.html, content_type="text/html; charset=utf-8")

    def opened(places=(), rows=(), lang="en", known=None):
        lines = subform("lines", LINE, rows)
        page.html = document([*PLACES, lines, *places], "order", known, lang)
        page.goto("http://form.test/")
        page.wait_for_selector("[data-field=is_over] :not([hidden])")
        return page

    context.route("**/*", answer)
    yield opened
    context.close()
    assert complaints == []


def field(page, name):
    return page.locator(f"[data-field={name}]").first


def control(page, name):
    return page.locator(f"[name='f.{name}']").first


def stored(number, product, quantity, price):
    values = {"product": product, "quantity": quantity, "price": price}
    fields = [(name, kind, values.get(name, value), options) for name, kind, value, options in LINE]
    return row("lines", number, fields, identity=str(number + 1))


def test_states_follow_what_is_typed(open_form):
    page = open_form()
    expect(field(page, "reason")).to_be_hidden()
    expect(control(page, "due")).not_to_have_attribute("aria-required", "true")
    control(page, "kind").select_option("big")
    expect(field(page, "reason")).to_be_visible()
    expect(control(page, "due")).to_have_attribute("aria-required", "true")
    expect(field(page, "due").locator("label .must")).to_have_count(1)
    expect(field(page, "stars").locator("[role=radiogroup]")).to_have_attribute(
        "aria-required", "true")
    control(page, "kind").select_option("small")
    expect(field(page, "reason")).to_be_hidden()
    expect(field(page, "due").locator(".must")).to_have_count(0)
    page.locator("[name='f.tags'][value=risky]").check()
    expect(control(page, "why")).to_have_attribute("aria-required", "true")
    control(page, "owner").select_option("3")
    expect(field(page, "note")).to_be_hidden()
    expect(control(page, "mine")).not_to_have_attribute("aria-required", "true")
    control(page, "team").select_option("2")
    expect(control(page, "mine")).to_have_attribute("aria-required", "true")


def test_what_is_read_only_is_sent_and_not_changed(open_form):
    page = open_form()
    control(page, "kind").select_option("big")
    expect(control(page, "code")).to_have_attribute("readonly", "")
    expect(control(page, "level")).to_have_attribute("aria-readonly", "true")
    control(page, "level").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.type("h")
    control(page, "agreed").click(force=True)
    sent = page.evaluate("Object.fromEntries(new FormData(document.forms[0]))")
    assert (sent["f.level"], sent["f.code"], "f.agreed" in sent) == ("low", "c", False)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('[data-field]').dataset.field") != "level"
    control(page, "kind").select_option("small")
    control(page, "level").select_option("high")
    control(page, "agreed").check()
    expect(control(page, "code")).to_be_editable()


def test_computed_values_follow_rows(open_form):
    page = open_form(rows=[stored(0, "a", "2", "1,000.50"), stored(1, "b", "1", "99")])
    total = field(page, "total").locator("output")
    expect(total).to_have_text("¥2,100.00")
    expect(field(page, "label").locator("output")).to_have_text("A 2100.00")
    expect(field(page, "size").locator("[data-value=over]")).to_be_visible()
    expect(field(page, "size").locator("[data-value=plain]")).to_be_hidden()
    expect(field(page, "is_over").locator("[data-value=true]")).to_be_visible()
    control(page, "rate").fill("２５%")
    expect(total).to_have_text("¥1,575.00")
    expect(field(page, "share").locator("output")).to_have_text("63.49\u00a0%")
    # A number that is not finished leaves things as they are.
    control(page, "rate").fill("25.")
    expect(total).to_have_text("¥1,575.00")
    control(page, "rate").fill("")
    page.locator("[name='lines.0.f.price']").fill("-1万")
    expect(total).to_have_text("-¥19,901.00")
    expect(page.locator("tr").first.locator("output")).to_have_text("-¥20,000.00")
    page.locator("[name='lines.0.delete']").check()
    expect(total).to_have_text("¥99.00")


def test_rows_have_rules_and_untouched_ones_are_none(open_form):
    page = open_form(rows=[stored(0, "a", "2", "10")])
    page.evaluate(
        """() => {
          const template = document.querySelector("template").innerHTML.replaceAll(".#.", ".9.");
          const made = document.createElement("template");
          made.innerHTML = template;
          document.querySelector("tbody").append(made.content.querySelector("tr"));
        }""")
    total = field(page, "total").locator("output")
    product = page.locator("[name='lines.9.f.product']")
    product.focus()
    expect(total).to_have_text("¥20.00")
    page.locator("[name='lines.9.f.price']").fill("5")
    expect(total).to_have_text("¥25.00")
    expect(product).to_be_visible()
    page.locator("[name='lines.9.f.quantity']").fill("11")
    expect(product).to_be_hidden()
    expect(total).to_have_text("¥75.00")


def test_checks_speak_when_a_field_is_left(open_form):
    page = open_form(rows=[stored(i, "a", "2", "10") for i in range(3)])
    control(page, "due").fill("2020-01-01")
    note = field(page, "due").locator(".error")
    control(page, "due").blur()
    expect(note).to_have_text("2020-01-01 is over")
    expect(control(page, "due")).to_have_attribute("aria-invalid", "true")
    control(page, "due").fill("2120-01-01")
    expect(note).to_have_count(0)
    expect(control(page, "due")).not_to_have_attribute("aria-invalid", "true")
    expect(field(page, "ends").locator("output")).to_have_text("1 Feb 2120")
    # Of the row, and of the record as a whole.
    quantity = page.locator("[name='lines.0.f.quantity']")
    quantity.fill("0")
    quantity.blur()
    expect(page.locator("td[data-field=quantity] > .error")).to_have_text("None")


def test_a_form_in_chinese_words_dates_and_messages(open_form):
    page = open_form(lang="zh-CN")
    control(page, "due").fill("2020-01-31")
    control(page, "due").blur()
    expect(field(page, "due").locator(".error")).to_have_text("2020-01-31 已过")
    expect(field(page, "ends").locator("output")).to_have_text("2020-02-29")
    # The clocks are those of the company, wherever the reader is.
    control(page, "at").fill("2026-03-02T23:15")
    expect(field(page, "until").locator("output")).to_have_text("2026-03-03 00:45")


def test_what_stands_in_no_input_is_known_or_leaves_the_rule_alone(open_form):
    page = open_form(known={"spent": "6"})
    expect(control(page, "secret")).to_have_attribute("aria-required", "true")
    expect(control(page, "other")).not_to_have_attribute("aria-required", "true")


def test_sixty_fields_and_twenty_linkages_take_less_than_a_frame(open_form):
    fillers = [place(f"x{i}", "text", str(i)) for i in range(FILLERS)]
    rows = [stored(i, "a", "2", "10") for i in range(5)]
    page = open_form(places=fillers, rows=rows)
    assert page.locator("[data-field]").count() > 60
    times = page.evaluate(
        """async () => {
          const e = document.querySelector("[name='lines.0.f.price']");
          const times = [];
          for (let i = 0; i < 60; i += 1) {
            e.value = String(i);
            e.dispatchEvent(new Event("input", { bubbles: true }));
            times.push(await new Promise((done) => requestAnimationFrame((start) => {
              document.body.offsetHeight;
              done(performance.now() - start);
            })));
          }
          return times;
        }""")
    print(f"median {statistics.median(times):.1f} ms, most {max(times):.1f} ms")
    assert statistics.median(times) < 16
