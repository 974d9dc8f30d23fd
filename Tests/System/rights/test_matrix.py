"""Every role and person, every entity, every record, all nine actions and every field: what the
oracle predicts, the server does. And in no answer stands what its reader may not see.

Writes are tried in batches whose last operation fails, so that nothing is kept and each cell is
asked of the same data.
"""

import csv
import io
import random
import re
from collections import Counter
from fractions import Fraction
from urllib.parse import quote

import openpyxl
import pytest
from masks import masked
from oracle import FULL, HIDDEN
from samples import another, wire

from server import pages

#: The whole matrix has more cells than `make test` has time for: so many of each kind, by chance.
CELLS = 700
NOBODY = 999_999_999


def sample(cells, seed, count=CELLS):
    cells = list(cells)
    return cells if len(cells) <= count else random.Random(seed).sample(cells, count)


def records(judged):
    """Every person with every record."""
    for person in judged.people:
        for entity in judged.declared.own_entities:
            for id, record in judged.oracle.facts.all(entity.name):
                yield person, entity, id, record


def entities(judged):
    for person in judged.people:
        for entity in judged.declared.own_entities:
            yield person, entity, judged.visitors[person.login]


class Wrong(list):
    """What differs, told together."""

    def note(self, person, what, expected, got):
        if expected != got:
            self.append(f"{person.login} ({' '.join(sorted(person.roles))}) {what}: "
                        f"expected {expected}, got {got}")

    def none(self):
        assert not self, f"{len(self)} cells differ:\n" + "\n".join(map(str, self[:40]))


def told(oracle, person, entity, record):
    """The fields that a record of the API shows to someone."""
    found = {}
    for field in entity.columns:
        sight = oracle.sight(person, entity.name, record, field.name)
        if sight != HIDDEN:
            value = record.get(field.name)
            found[field.name] = wire(field, value) if sight == FULL else masked(field, value)
    return found


# Reading

def test_lists_of_the_api(judged):
    wrong, cells = Wrong(), Counter()
    for person, entity, visitor in entities(judged):
        path = f"/api/{entity.name}"
        if not judged.oracle.offers(person, "read", entity.name):
            wrong.note(person, path, 403, visitor.api("GET", path).status)
            continue
        listed = {r["id"]: r for r in pages(Api(visitor), path)}
        readable = judged.oracle.readable(person, entity.name)
        wrong.note(person, path, sorted(readable), sorted(listed))
        for id in readable & set(listed):
            record = judged.oracle.facts.get(entity.name, id)
            expected = told(judged.oracle, person, entity, record)
            got = {f.name: listed[id][f.name] for f in entity.columns
                   if f.name in listed[id] and f.type not in ("attachment", "image")
                   and not f.live and f.type != "date_time"}
            for name in expected | got:
                if name in got or entity.fields[name].type not in (
                        "attachment", "image", "date_time") and not entity.fields[name].live:
                    wrong.note(person, f"{path} {id} {name}", expected.get(name, HIDDEN),
                               got.get(name, HIDDEN))
                    cells[entity.name] += 1
    wrong.none()
    assert cells.total() >= 2_000, cells


class Api:
    """A visitor as `pages` wants a client."""

    def __init__(self, visitor):
        self.get = lambda path: visitor.api("GET", path)


def test_single_records(judged):
    """By the API, on its page and in its form: there, or as if it never was."""
    wrong = Wrong()
    for person, entity, id, record in sample(records(judged), 1):
        visitor, oracle = judged.visitors[person.login], judged.oracle
        reads = oracle.allows(person, "read", entity.name, record)
        what = f"{entity.name} {id}"
        got = judged.check(person, visitor.api("GET", f"/api/{entity.name}/{id}"), what)
        wrong.note(person, "api " + what, 200 if reads else 404, got.status)
        page = judged.check(person, visitor.get(f"/app/{entity.name}/{id}"), "page " + what)
        wrong.note(person, "page " + what, 200 if reads else 404, page.status)
        form = judged.check(person, visitor.get(f"/app/{entity.name}/{id}/edit"), "form " + what)
        may = oracle.allows(person, "update", entity.name, record)
        wrong.note(person, "form " + what, 200 if may else 403 if reads else 404, form.status)
        if form.status == 200:
            check_inputs(judged, wrong, person, entity, record, form)
    wrong.none()


def check_inputs(judged, wrong, person, entity, record, form):
    """Inputs of a form are for what may be written, and for nothing else."""
    inputs = set(re.findall(r'name="f\.(\w+)"', form.body.decode()))
    for field in entity.columns:
        writes = judged.oracle.writes(person, "update", entity.name, record, field.name)
        if field.name in inputs and not writes:
            wrong.note(person, f"input {entity.name} {record['id']} {field.name}", False, True)


def test_what_is_not_there_says_nothing(judged):
    """An unreadable record answers byte for byte as one that never was."""
    for person, entity, id, record in sample(records(judged), 2, 250):
        if judged.oracle.allows(person, "read", entity.name, record):
            continue
        visitor = judged.visitors[person.login]
        asked = [
            ("GET", f"/api/{entity.name}/%d", None), ("PATCH", f"/api/{entity.name}/%d", {}),
            ("DELETE", f"/api/{entity.name}/%d", None)]
        for method, path, body in asked:
            answers = [
                visitor.api(method, path % i, body, **{"X-Request-Id": "same"})
                for i in (id, NOBODY)]
            assert told_of(answers[0], id) == told_of(answers[1], NOBODY), (
                f"{person.login} {method} {path % id}")
        for tail in ("", "/edit", "/cell?field=name", "/move?field=stage", "/access", "/print"):
            path = f"/app/{entity.name}/%d{tail}"
            answers = [
                visitor.get(path % i, **{"X-Request-Id": "same"}) for i in (id, NOBODY)]
            assert told_of(answers[0], id) == told_of(answers[1], NOBODY), (
                f"{person.login} {path % id}")


def told_of(answer, id):
    headers = {n: v for n, v in answer.headers.items() if n not in ("Date", "Content-Length")}
    body = re.sub(rf"(?<=/){id}(?!\w)", "N", answer.body.decode(errors="replace"))
    return answer.status, headers, body


# Writing

def attempt(visitor, entity, operation):
    """Whether an operation is let through, in a batch that is taken back; else the status or the
    code of the problem."""
    last = {"op": "update", "id": NOBODY, "version": None, "record": {}}
    answer = visitor.api("POST", f"/api/{entity}/-/batch", {"operations": [operation, last]})
    if answer.status == 409:
        return True  # Others refer to it: that is said of what may be deleted.
    if answer.status != 422:
        return answer.status
    ours = [e["code"] for e in answer.json["errors"] if e["field"].startswith("operations/0")]
    return ours[0] if ours else True


#: What rights have no part in: the rules of the application say it of whoever may write.
RULES = {"check", "needed", "required", "not_offered", "not_unique", "malformed", "too_long",
         "too_small", "too_large", "overlapping", "hidden"}


def test_updates_and_deletions(judged):
    wrong, counts = Wrong(), Counter()
    cells = ((*cell, action) for cell in records(judged) for action in ("update", "delete"))
    for person, entity, id, record, action in sample(cells, 3):
        oracle = judged.oracle
        operation = {"op": action, "id": id, "version": None}
        if action == "update":
            field = writable(oracle, person, entity, record)
            value = field and another(field, record.get(field.name), oracle, person)
            operation["record"] = {field.name: value} if value is not None else {}
        may = oracle.allows(person, action, entity.name, record)
        reads = oracle.allows(person, "read", entity.name, record)
        got = attempt(judged.visitors[person.login], entity.name, operation)
        if may and got in RULES:
            continue
        counts[may] += 1
        wrong.note(person, f"{action} {entity.name} {id}",
                   True if may else 403 if reads else 404,
                   404 if got == "unknown" and not reads else got)
    wrong.none()
    assert counts[True] > 50 and counts[False] > 50, counts


def writable(oracle, person, entity, record):
    """A field that may be changed without moving the record elsewhere, or any that may."""
    fields = [f for f in entity.columns
              if oracle.writes(person, "update", entity.name, record, f.name)
              and f.type not in ("attachment", "image", "multi_choice", "date_time")]
    plain = [f for f in fields if f.type in ("text", "long_text", "integer") and not f.unique]
    return next(iter(plain or fields), None)


def test_fields_that_may_be_changed(judged):
    wrong, counts = Wrong(), Counter()
    cells = ((*cell, field) for cell in records(judged) for field in cell[1].columns
             if field.is_filled_in)
    for person, entity, id, record, field in sample(cells, 4, 2 * CELLS):
        oracle = judged.oracle
        if not oracle.allows(person, "update", entity.name, record):
            continue
        value = another(field, record.get(field.name), oracle, person)
        if value is None:
            continue
        stored = Fraction(value) if field.type in ("money", "integer") else value
        may = oracle.may_change(person, entity.name, record, {field.name: stored})
        got = attempt(judged.visitors[person.login], entity.name, {
            "op": "update", "id": id, "version": None, "record": {field.name: value}})
        if may and got in RULES:
            continue
        counts[may] += 1
        wrong.note(person, f"change {entity.name} {id} {field.name}", may, got is True)
    wrong.none()
    assert min(counts[True], counts[False]) > 10, counts


def test_creation(judged):
    """New records of every owner and department, with and without each field."""
    wrong, counts = Wrong(), Counter()
    for person, entity, visitor in entities(judged):
        examples = judged.oracle.facts.all(entity.name)
        for _, example in random.Random(f"{person.login} {entity.name}").sample(
                examples, min(5, len(examples))):
            record, body = fresh(judged, person, entity, example)
            if body is None:
                continue
            may = judged.oracle.allows(person, "create", entity.name, record) and all(
                judged.oracle.writes(person, "create", entity.name, record, name) for name in body)
            got = attempt(visitor, entity.name, {"op": "create", "record": body})
            if may and got in RULES:
                continue
            counts[may] += 1
            wrong.note(person, f"create {entity.name} {body}", may, got is True)
    wrong.none()
    assert counts[True] > 20 and counts[False] > 20, counts


def fresh(judged, person, entity, example):
    """A new record like an example, as stored and as sent; None when the person cannot name what it
    refers to."""
    record, body = {"created_by": person.id}, {}
    for field in entity.columns:
        value = example.get(field.name)
        if not field.is_filled_in or field.type in ("attachment", "image"):
            continue
        if field.to and value is not None and value not in judged.oracle.readable(
                person, field.to):
            if field.required:
                return None, None
            value = None
        if field.unique and value is not None:
            value = f"{value}·{person.login}"
        if value is None and (field.default or field.to is None):
            if field.default == "me":
                value = person.id
            continue
        record[field.name] = value
        body[field.name] = wire(field, value)
    return {n: v for n, v in record.items() if v is not None}, body


# Lists

def test_filters_orders_and_searches(judged):
    """What is not full everywhere stands in none of them, as if it were not there."""
    wrong = Wrong()
    for person, entity, visitor in entities(judged):
        oracle = judged.oracle
        if not oracle.offers(person, "read", entity.name):
            continue
        views = [v for v in judged.declared.views if v.entity == entity.name]
        filters = {n for v in views for n in v.filters}
        sorts = {n.lstrip("-") for v in views for n in v.sorts} - {"created_at", "updated_at"}
        for name in sorted(filters):
            may = oracle.is_full_everywhere(person, entity.name, name)
            got = visitor.api("GET", f"/api/{entity.name}?filter.{name}.blank=false")
            wrong.note(person, f"filter {entity.name}.{name}", 200 if may else 400, got.status)
        for name in sorted(sorts):
            may = oracle.is_full_everywhere(person, entity.name, name)
            for sign in ("", "-"):
                got = visitor.api("GET", f"/api/{entity.name}?sort={sign}{name}&limit=5")
                wrong.note(person, f"sort {entity.name}.{name}", 200 if may else 400, got.status)
                judged.check(person, got, f"sort {entity.name}.{name}")
    wrong.none()


#: The palette shows what one looked at last, whatever is typed: it is left out.
SEARCHES = ("/app/{}/-/pick?q={}", "/app/{}?q={}", "/search?q={1}", "/search/suggest?q={1}")


def test_searches_find_by_what_is_full_everywhere(judged):
    wrong, found = Wrong(), Counter()
    texts = ("text", "phone", "email", "long_text")
    cells = ((*cell, field) for cell in records(judged) for field in cell[1].columns
             if field.type in texts and field.value is None and cell[3].get(field.name))
    for person, entity, id, record, field in sample(cells, 5, 300):
        oracle, visitor = judged.oracle, judged.visitors[person.login]
        words = record[field.name]
        others = [f.name for f in entity.columns if f.name != field.name and f.type in texts
                  and words in str(record.get(f.name))]
        reads = oracle.allows(person, "read", entity.name, record)
        may = reads and oracle.is_full_everywhere(person, entity.name, field.name)
        if others or not oracle.offers(person, "read", entity.name):
            continue
        answer = visitor.api("GET", f"/api/{entity.name}?q={quote(words)}&limit=200")
        ids = {r["id"] for r in answer.json["data"]} if answer.status == 200 else set()
        found[may] += 1
        wrong.note(person, f"search {entity.name} {id} by {field.name}", may, id in ids)
        for path in SEARCHES:
            asked = visitor.get(path.format(entity.name, quote(words)))
            assert asked.status < 500
            links = rf'(?:/app/{entity.name}/|"id":){id}(?!\d)'
            if not may and re.search(links, asked.body.decode(errors="replace")):
                wrong.note(person, f"{path} {entity.name} {id} by {field.name}", False, True)
    wrong.none()
    assert found[True] > 20 and found[False] > 20, found


def test_views(judged):
    """Views are there for whom they are offered, with the records that he reads."""
    wrong = Wrong()
    for person in judged.people:
        visitor = judged.visitors[person.login]
        for view in judged.declared.views:
            path = f"/app/{view.entity}?view={view.name}"
            page = judged.check(person, visitor.get(path), path)
            offered = judged.oracle.is_offered(person, view)
            reads = judged.oracle.offers(person, "read", view.entity)
            wrong.note(person, path, 200 if offered else 404 if reads else 403, page.status)
            readable = judged.oracle.readable(person, view.entity)
            linked = {int(i) for i in re.findall(
                rf'/app/{view.entity}/(\d+)', page.body.decode())}
            wrong.note(person, f"{path} links to", [], sorted(linked - readable))
    wrong.none()


def test_pages_of_a_person(judged):
    for person in judged.people:
        visitor = judged.visitors[person.login]
        for path in ("/", "/notifications", "/me", "/search?q=客", "/palette?q=a"):
            judged.check(person, visitor.get(path), path)
        for entity in judged.declared.own_entities:
            for tail in ("", "/new", "/-/pick?q=", "?group=none&density=compact"):
                path = f"/app/{entity.name}{tail}"
                judged.check(person, visitor.get(path), path)


def test_what_belongs_together(judged):
    """Expanded references and rows of subforms."""
    wrong = Wrong()
    for person, entity, visitor in entities(judged):
        oracle = judged.oracle
        links = [
            f for f in entity.fields.values()
            if f.type == "subform"
            or f.type == "reference" and oracle.may_show(person, entity.name, f.name)]
        if not links or not oracle.offers(person, "read", entity.name):
            continue
        path = f"/api/{entity.name}?limit=200&expand={','.join(f.name for f in links)}"
        answer = judged.check(person, visitor.api("GET", path), path)
        for record in answer.json["data"]:
            stored = oracle.facts.get(entity.name, record["id"])
            for link in links:
                got = (record.get("expanded") or {}).get(link.name)
                wrong.note(person, f"{path} {record['id']} {link.name}",
                           *expansion(oracle, person, entity, stored, link, got))
    wrong.none()


def expansion(oracle, person, entity, stored, link, got):
    """What should stand in an expansion and what does, as ids."""
    if link.type == "reference":
        target = stored.get(link.name)
        seen = target in oracle.readable(person, link.to) and oracle.sight(
            person, entity.name, stored, link.name) == FULL
        return target if seen else None, got and got["id"]
    rows = {
        id for id, row in oracle.facts.all(link.to)
        if row.get(link.by) == stored["id"] and oracle.allows(person, "read", link.to, row)}
    if not oracle.is_full_everywhere(person, link.to, link.by):
        rows = set()
    rows = sorted(rows)[:200]
    got = got["data"] if isinstance(got, dict) else got
    return rows, sorted(r["id"] for r in got or [])


# Files, papers, comments

def exported_rows(path, body):
    """How many rows a file has, its header with them."""
    if ".xlsx?" in path:
        return openpyxl.load_workbook(io.BytesIO(body)).active.max_row
    return len(list(csv.reader(io.StringIO(body.decode("utf-8-sig")))))


def test_exports(judged):
    """Of a list's rows those that may be exported, of the columns those that are seen."""
    wrong, counts = Wrong(), Counter()
    for person, entity, visitor in entities(judged):
        oracle = judged.oracle
        # Of a view that has all rows.
        view = next(v for v in judged.declared.views if v.entity == entity.name and not v.where)
        path = f"/app/{entity.name}.csv?view={view.name}"
        columns = [n for n in view.columns if n in entity.fields
                   and oracle.may_show(person, entity.name, n)]
        may = all(oracle.offers(person, a, entity.name) for a in ("read", "export"))
        if may and not columns or not oracle.is_offered(person, view) and may:
            continue
        if not may and oracle.offers(person, "read", entity.name) and not oracle.is_offered(
                person, view):
            continue
        book = path.replace(".csv?", ".xlsx?")
        for path in (path, path.replace("/app/", "/api/"), book, book.replace("/app/", "/api/")):
            way = visitor.get(path) if path.startswith("/app/") else visitor.api("GET", path)
            judged.check(person, way, path)
            wrong.note(person, path, 200 if may else 403, way.status)
            if way.status == 200:
                exported = sum(oracle.allows(person, "export", entity.name, r)
                               for _, r in oracle.facts.all(entity.name))
                found = exported_rows(path, way.body)
                wrong.note(person, f"{path} rows", exported, found - 1)
                counts[entity.name] += found - 1
    wrong.none()
    assert counts.total() > 100


def test_papers(judged):
    wrong = Wrong()
    for person, entity, id, record in sample(records(judged), 6, 400):
        oracle, path = judged.oracle, f"/app/{entity.name}/{id}/print"
        may = oracle.allows(person, "print", entity.name, record)
        reads = oracle.allows(person, "read", entity.name, record)
        page = judged.check(person, judged.visitors[person.login].get(path), path)
        wrong.note(person, path, 200 if may else 403 if reads else 404, page.status)
    wrong.none()


def test_comments(judged):
    """With an empty text, so that none stays."""
    wrong = Wrong()
    for person, entity, id, record in sample(records(judged), 7, 400):
        oracle, path = judged.oracle, f"/app/{entity.name}/{id}/comments"
        may = oracle.allows(person, "comment", entity.name, record)
        reads = oracle.allows(person, "read", entity.name, record)
        page = judged.check(person, judged.visitors[person.login].post(path, text=" "), path)
        wrong.note(person, path, 422 if may else 403 if reads else 404, page.status)
    wrong.none()


def test_secrets_are_opened_by_whom_sees_them_in_full(judged):
    """A few by each: who looks at many is stopped."""
    wrong = Wrong()
    for person in judged.people:
        cells = [cell for cell in records(judged) if cell[0] is person
                 for f in cell[1].columns if f.type == "secret" and f.name in cell[3]]
        for _, entity, id, record in sample(cells, person.login, 8):
            check_secret(judged, wrong, person, entity, record)
    wrong.none()


def check_secret(judged, wrong, person, entity, record):
    oracle, visitor, id = judged.oracle, judged.visitors[person.login], record["id"]
    name = next(f.name for f in entity.columns if f.type == "secret")
    may = oracle.allows(person, "read", entity.name, record) and oracle.sight(
        person, entity.name, record, name) == FULL
    for answer in (visitor.api("GET", f"/api/{entity.name}/{id}?reveal={name}"),
                   visitor.get(f"/app/{entity.name}/{id}/reveal?field={name}")):
        what = f"secret of {entity.name} {id}"
        wrong.note(person, what, 200 if may else 404, answer.status)
        opened = any(s.encode() in answer.body for s in judged.sealed)
        wrong.note(person, f"{what} opens", may, opened)


@pytest.mark.parametrize("what", ["user", "department", "position"])
def test_people_are_read_by_all_and_written_by_administrators(judged, what):
    for person in judged.people:
        visitor = judged.visitors[person.login]
        assert visitor.api("GET", f"/api/{what}?limit=1").status == 200
        got = attempt(visitor, what, {
            "op": "update", "id": 1, "version": None, "record": {"name": "改"}})
        is_administrator = any(
            judged.declared.roles[r].get("administrator") == "true" for r in person.roles)
        assert (got is True) == is_administrator, (person.login, what, got)
