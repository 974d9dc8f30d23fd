"""The oracle itself, held against answers that were worked out by hand from the specification."""

import pytest
from declared import Declared
from facts import Facts
from masks import masked
from oracle import FULL, HIDDEN, MASKED, Oracle

APP = """\
app: tiny
params: { limit: { type: money, default: 10 } }
roles:
  a:
    may:
      deal:
        read: own or below
        update: own
        hide: { cost: unless own }
        mask: { phone: unless own }
        lock: { note: when amount > limit }
  b: { may: { deal: { read: true, hide: [cost], mask: [phone] }, line: { hide: [cost] } } }
  c: { may: { deal: { read: not pool, create: own, assign: none }, visit: read } }
  d: { may: { deal: read, visit: { read: reach(deal), update: reach(deal) and not own } } }
  e: { may: { deal: { read: all }, line: { hide: [price] } } }
  f: { may: { deal: { read: headed, export: shared, delete: shared, hide: { cost: when amount == 5 } } } }
entities:
  deal:
    owner: seller
    sharing: true
    title: "{name}"
    fields:
      name: text
      seller: person
      dept: department
      phone: phone
      amount: { type: money, required: true }
      cost: money
      margin: { type: money, value: amount - cost }
      open_margin: { type: money, value: amount - cost, declassify: 说明 }
      spent: { type: money, value: sum(lines.cost) }
      note: text
      lines: { type: subform, of: line }
  line:
    fields:
      deal: { type: reference, to: deal, required: true }
      price: money
      cost: money
      twice: { type: money, value: price + price }
      rest: { type: money, value: deal.amount - price }
  visit:
    access: { comment: everyone }
    fields: { deal: { type: reference, to: deal }, at: text }
views:
  deal.all: { label: x, columns: [name], where: amount > 3 and seller == me }
  deal.costly: { label: x, columns: [name], where: cost > 3 }
  deal.told: { label: x, columns: [name], where: cost > 3, for: [a], declassify: x }
"""
DATA = {
    "tenon_department": [
        {"id": 1, "name": "top"}, {"id": 2, "name": "mid", "parent": 1},
        {"id": 3, "name": "low", "parent": 2}, {"id": 4, "name": "ring", "parent": 5},
        {"id": 5, "name": "ring", "parent": 4, "head": 6}],
    "tenon_user": [
        {"id": i, "login": login, "roles": roles, "department": department, "active": 1}
        for i, login, roles, department in [
            (1, "ann", '["a"]', 2), (2, "ben", '["b"]', 3), (3, "cid", '["a", "c"]', None),
            (4, "dot", '["d"]', 1), (5, "eli", '["b", "e"]', 1), (6, "fay", '["f"]', 1),
            (7, "gus", None, 2)]],
    "tenon_position": [{"id": 1, "person": 3, "department": 3}],
    "deal": [
        {"id": 1, "seller": 1, "dept": 1, "amount": 500, "cost": 100},
        {"id": 2, "seller": 2, "dept": 3, "amount": 2000, "cost": 100},
        {"id": 3, "amount": 900},
        {"id": 4, "seller": 7, "dept": 4, "amount": 500, "cost": 100}],
    "line": [{"id": 1, "deal": 2, "price": 1, "cost": 1}],
    "visit": [
        {"id": 1, "deal": 3, "created_by": 4}, {"id": 2, "created_by": 1},
        {"id": 3, "deal": 1, "created_by": 7}],
    "tenon_share": [
        {"entity": "deal", "record": 4, "user": 6, "edit": 0, "until": None},
        {"entity": "deal", "record": 4, "user": 6, "edit": 1, "until": 1}],
}


class Written:
    """A store that holds what is written here."""

    def read(self, sql):
        return DATA[sql.split()[-1].strip('"')]


@pytest.fixture(scope="module")
def oracle(tmp_path_factory):
    folder = tmp_path_factory.mktemp("tiny")
    (folder / "app.yaml").write_text(APP, "utf-8")
    declared = Declared(folder)
    return Oracle(declared, Facts(declared, Written()))


def who(oracle, login):
    return oracle.facts.people[login]


@pytest.mark.parametrize(("login", "entity", "ids"), [
    ("ann", "deal", {1, 2}),
    ("ben", "deal", {1, 2, 3, 4}),
    ("cid", "deal", {1, 2, 4}),
    ("fay", "deal", {4}),
    ("gus", "deal", set()),
    ("gus", "visit", set()),
    ("cid", "visit", {1, 2, 3}),
    ("dot", "visit", {1, 3}),
    ("ann", "line", {1}),
    ("fay", "line", set()),
    ("eli", "line", {1}),
    ("gus", "user", {1, 2, 3, 4, 5, 6, 7}),
])
def test_what_is_read(oracle, login, entity, ids):
    assert oracle.readable(who(oracle, login), entity) == ids


@pytest.mark.parametrize(("login", "action", "entity", "id", "answer"), [
    ("ann", "update", "deal", 1, True), ("ann", "update", "deal", 2, False),
    ("ann", "assign", "deal", 1, True), ("ann", "print", "deal", 2, True),
    ("ann", "export", "deal", 1, False), ("ann", "delete", "deal", 1, False),
    ("cid", "assign", "deal", 1, False), ("dot", "update", "visit", 1, False),
    ("dot", "update", "visit", 3, True), ("dot", "comment", "visit", 1, True),
    ("dot", "comment", "visit", 2, False),
    # A share that has ended does not let her delete, one for reading lets her export.
    ("fay", "delete", "deal", 4, False), ("fay", "export", "deal", 4, True),
    # Rows: reading follows reading the deal, exporting exporting it, writing writing it.
    ("ann", "export", "line", 1, False), ("ann", "update", "line", 1, False),
    ("eli", "update", "line", 1, False),
])
def test_actions(oracle, login, action, entity, id, answer):
    record = oracle.facts.get(entity, id)
    assert oracle.allows(who(oracle, login), action, entity, record) is answer


@pytest.mark.parametrize(("login", "entity", "id", "field", "sight"), [
    ("ann", "deal", 1, "cost", FULL), ("ann", "deal", 2, "cost", HIDDEN),
    ("ann", "deal", 2, "margin", HIDDEN), ("ann", "deal", 2, "open_margin", FULL),
    ("ann", "deal", 2, "phone", MASKED), ("ann", "deal", 1, "phone", FULL),
    ("ben", "deal", 1, "margin", HIDDEN), ("ben", "line", 1, "cost", HIDDEN),
    ("ben", "deal", 1, "spent", HIDDEN), ("ann", "deal", 2, "spent", FULL),
    # Everything of c's, who reads what somebody owns.
    ("cid", "deal", 2, "cost", FULL), ("cid", "deal", 4, "phone", FULL),
    # A row's look at the deal above needs all deals.
    ("ann", "line", 1, "rest", HIDDEN), ("ben", "line", 1, "rest", FULL),
    # By one of two roles.
    ("eli", "line", 1, "price", FULL), ("eli", "line", 1, "twice", FULL),
    ("eli", "line", 1, "cost", FULL),
    # A hide whose condition holds.
    ("fay", "deal", 4, "cost", HIDDEN),
])
def test_fields(oracle, login, entity, id, field, sight):
    person = who(oracle, login)
    assert oracle.sight(person, entity, oracle.facts.get(entity, id), field) == sight


@pytest.mark.parametrize(("login", "action", "record", "field", "answer"), [
    ("ann", "update", 1, "note", True), ("ann", "update", 2, "note", False),
    ("ann", "update", 1, "margin", False), ("ann", "update", 1, "seller", True),
    ("cid", "create", {"seller": 3, "amount": 1}, "seller", True),
    ("cid", "create", {"seller": 1, "amount": 1}, "seller", False),
    ("cid", "create", {"seller": 3, "amount": 1}, "cost", True),
])
def test_what_is_written(oracle, login, action, record, field, answer):
    if isinstance(record, int):
        record = oracle.facts.get("deal", record)
    assert oracle.writes(who(oracle, login), action, "deal", record, field) is answer


def test_departments_and_rows_that_move(oracle):
    ann, eli = who(oracle, "ann"), who(oracle, "eli")
    assert oracle.writes(ann, "update", "deal", oracle.facts.get("deal", 1), "dept")
    assert oracle.writes(ann, "create", "deal", {"seller": 1, "dept": 2}, "dept") is False
    cid = who(oracle, "cid")
    assert oracle.writes(cid, "create", "deal", {"seller": 3, "dept": 3, "amount": 1}, "dept")
    # By a, who assigns what is hers.
    assert oracle.writes(cid, "create", "deal", {"seller": 3, "dept": 2, "amount": 1}, "dept")
    visit = oracle.facts.get("visit", 3)
    assert oracle.may_change(who(oracle, "dot"), "visit", visit, {"deal": 2})
    assert not oracle.may_change(who(oracle, "dot"), "visit", visit, {"deal": None})
    assert not oracle.may_change(eli, "line", oracle.facts.get("line", 1), {"deal": 1})


def test_a_lock_with_a_condition(oracle):
    record = oracle.facts.get("deal", 1) | {"amount": 11}
    assert not oracle.writes(who(oracle, "ann"), "update", "deal", record, "note")


def test_columns_and_views(oracle):
    ann, ben, cid, gus = (who(oracle, login) for login in ("ann", "ben", "cid", "gus"))
    assert not oracle.is_full_everywhere(ann, "deal", "phone")
    assert oracle.is_full_everywhere(ann, "deal", "amount")
    # c shows the cost of all that it reads, but a reads more: what nobody owns.
    assert not oracle.is_full_everywhere(cid, "deal", "cost")
    assert not oracle.may_show(ben, "deal", "cost") and oracle.may_show(ann, "deal", "cost")
    offered = {
        p.login: [v.name for v in oracle.declared.views if oracle.is_offered(p, v)]
        for p in (ann, ben, gus)}
    assert offered == {"ann": ["all", "told"], "ben": ["all"], "gus": []}


@pytest.mark.parametrize(("type", "text", "stars"), [
    ("phone", "13812345678", "138****5678"), ("phone", "1234567", "1****7"), ("text", "张", "*"),
    ("text", "张三", "**"), ("text", "张小三", "张****三"), ("email", "li@x.cn", "l****@x.cn"),
    ("email", "l@x.cn", "****@x.cn"), ("email", "none", "n****e"), ("text", None, None),
    ("text", "e\u0301🙂x", "e****x"),
])
def test_masks(type, text, stars):
    assert masked(type_of(type), text) == stars


def type_of(type):
    from declared import Field
    return Field("x", type)
