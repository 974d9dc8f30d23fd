"""Random requests of every kind that one person can send, from what the oracle says of a database.

Words to look for and values to send are taken from both databases of a pair, secret ones too: who
guesses a secret must not see that it is one. Left out is what legitimately tells: a value of a
unique field that only one of the two holds.
"""

import random
from urllib.parse import quote, urlencode

from oracle import FULL
from samples import another, wire
from twins import Asked

NOBODY = 999_999


class Asking:
    """Requests of one person. `others` are texts that only hidden places hold."""

    def __init__(self, oracle, login, seed, others):
        self.oracle = oracle
        self.person = oracle.facts.people[login]
        self.draw = random.Random(f"requests {login} {seed}")
        self.others = others or ["密"]
        self.entities = [e for e in oracle.declared.own_entities]
        self.kinds = [
            (9, self.api_list), (6, self.api_record), (3, self.api_rows), (5, self.api_update),
            (3, self.api_create), (1, self.api_delete), (3, self.api_batch), (9, self.page_list),
            (6, self.page_record), (3, self.page_form), (3, self.pick), (2, self.choose),
            (2, self.taken), (4, self.search), (3, self.form_update), (2, self.form_create),
            (3, self.cell), (2, self.bulk), (2, self.move), (2, self.comment), (1, self.view),
            (1, self.own_pages), (1, self.notices), (3, self.reading_out), (2, self.shares),
        ]

    def requests(self, count):
        kinds = [kind for weight, kind in self.kinds for _ in range(weight)]
        return [self.draw.choice(kinds)(self.draw.choice(self.entities)) for _ in range(count)]

    # What is drawn

    def id(self, entity, readable=0.6):
        """Mostly of a record that is read, else of one that is not, or of none."""
        all = set(self.oracle.facts.records[entity.name])
        mine = self.oracle.readable(self.person, entity.name)
        chance = self.draw.random()
        pool = mine if chance < readable else all - mine if chance < 0.93 else {NOBODY}
        return self.draw.choice(sorted(pool) or [NOBODY])

    def field(self, entity, *types):
        fields = [f for f in entity.columns if not types or f.type in types]
        return self.draw.choice(fields or entity.columns)

    def words(self):
        """Something to look for: of any record, or a secret of one of the two."""
        if self.draw.random() < 0.4:
            return self.draw.choice(self.others)
        entity = self.draw.choice(self.entities)
        field = self.field(entity, "text", "phone", "email", "long_text")
        value = self.oracle.facts.get(entity.name, self.id(entity)).get(field.name)
        text = value if isinstance(value, str) else "客户"
        return text if self.draw.random() < 0.6 else text[: self.draw.randint(1, 4)]

    def value(self, entity, field):
        """A value to send for a field: a plain one, one that it has elsewhere, or a secret."""
        chance = self.draw.random()
        if field.unique:
            return f"新{self.draw.randrange(10**8)}"
        if chance < 0.2 and field.type in ("text", "long_text"):
            return self.draw.choice(self.others)
        record = self.oracle.facts.get(entity.name, self.id(entity))
        if field.to:
            return self.id(self.oracle.declared.entities[field.to], 0.8)
        if chance < 0.6 and field.type not in ("attachment", "image"):
            value = record.get(field.name)
            return wire(field, value)
        return another(field, record.get(field.name), self.oracle, self.person)

    def values(self, entity, most=3):
        """Values for fields: mostly for some that may be written somewhere, else for any."""
        fields = entity.columns
        if self.draw.random() < 0.7:
            fields = [f for f in fields if f.is_filled_in and self.oracle.is_full_everywhere(
                self.person, entity.name, f.name)] or fields
        fields = self.draw.sample(fields, min(len(fields), self.draw.randint(1, most)))
        return {f.name: self.value(entity, f) for f in fields if f.type not in
                ("attachment", "image", "auto_number")}

    def filled(self, entity):
        """Values for a new record, like one that is there."""
        body = self.values(entity, 4)
        for field in entity.columns:
            if field.required and field.value is None:
                body[field.name] = self.value(entity, field)
        return {n: v for n, v in body.items() if v is not None}

    def offered(self, entity, names):
        """Mostly of what is full everywhere, else of all."""
        full = [n for n in names if n in entity.fields and self.oracle.is_full_everywhere(
            self.person, entity.name, n)]
        return self.draw.choice(full if full and self.draw.random() < 0.7 else names)

    def filter(self, entity):
        views = [v for v in self.oracle.declared.views if v.entity == entity.name]
        names = [n for v in views for n in v.filters] + [f.name for f in entity.columns]
        field = entity.fields[self.offered(entity, names)]
        value = self.value(entity, field)
        ends = {
            "text": ("", ".contains", ".not", ".blank"), "money": (".from", ".to", ".blank"),
            "integer": (".from", ".to", "", ".blank"), "date": (".from", ".to"),
        }.get(field.type, ("", ".not", ".blank"))
        end = self.draw.choice(ends)
        if end == ".blank":
            value = self.draw.choice(["true", "false"])
        if isinstance(value, bool):
            value = str(value).lower()
        return f"filter.{field.name}{end}", "me" if value is None else str(value)

    def query(self, entity, pairs):
        return "?" + urlencode(pairs) if pairs else ""

    def list_query(self, entity):
        pairs = [self.filter(entity) for _ in range(self.draw.choice([0, 0, 0, 1, 1, 2]))]
        if self.draw.random() < 0.5:
            views = [v for v in self.oracle.declared.views if v.entity == entity.name]
            name = self.offered(
                entity, [n.lstrip("-") for v in views for n in v.sorts] + ["created_at"])
            pairs.append(("sort", self.draw.choice(["", "-"]) + name))
        if self.draw.random() < 0.25:
            pairs.append(("q", self.words()))
        if self.draw.random() < 0.15:
            pairs.append(("at", "last"))
        return pairs

    # The API

    def api_list(self, entity):
        pairs = self.list_query(entity)
        if self.draw.random() < 0.7:
            pairs.append(("limit", self.draw.choice([1, 3, 10, 50, 200])))
        if self.draw.random() < 0.3:
            links = [f.name for f in entity.fields.values() if f.type in ("reference", "subform")]
            if links:
                pairs.append(("expand", ",".join(links)))
        if self.draw.random() < 0.15:
            pairs.append((self.draw.choice(["after", "before"]), self.cursor(entity)))
        return Asked("GET", f"/api/{entity.name}{self.query(entity, pairs)}")

    def cursor(self, entity):
        """A key of one's own making, as if a hidden column stood in the order."""
        column = self.draw.randrange(6, 20)
        text = f"-{column},-0\ti{self.draw.randrange(10**7)}\ti{self.id(entity)}\n"
        return text.encode().hex()

    def api_record(self, entity):
        return Asked("GET", f"/api/{entity.name}/{self.id(entity)}")

    def api_rows(self, entity):
        above = [e for e in self.entities for f in e.fields.values() if f.type == "subform"]
        entity = self.draw.choice(above or self.entities)
        rows = [f.name for f in entity.fields.values() if f.type == "subform"] or ["x"]
        path = f"/api/{entity.name}/{self.id(entity)}/{rows[0]}"
        child = self.oracle.declared.entities[entity.fields[rows[0]].to] if rows != ["x"] else entity
        return Asked("GET", path + self.query(child, self.list_query(child)))

    def api_update(self, entity):
        path = f"/api/{entity.name}/{self.id(entity)}"
        version = self.draw.choice(["*", "*", "*", '"1"', '"2"', '"7"'])
        return Asked("PATCH", path, self.values(entity), headers=(("If-Match", version),))

    def api_create(self, entity):
        return Asked("POST", f"/api/{entity.name}", self.filled(entity))

    def api_delete(self, entity):
        return Asked("DELETE", f"/api/{entity.name}/{self.id(entity)}")

    def api_batch(self, entity):
        operations = []
        for _ in range(self.draw.randint(1, 3)):
            kind = self.draw.choice(["create", "update", "update", "delete"])
            if kind == "create":
                operations.append({"op": kind, "record": self.filled(entity)})
                continue
            operation = {"op": kind, "id": self.id(entity), "version": None}
            if kind == "update":
                operation["record"] = self.values(entity)
            operations.append(operation)
        return Asked("POST", f"/api/{entity.name}/-/batch", {"operations": operations})

    # Pages

    def page_list(self, entity):
        views = [v.name for v in self.oracle.declared.views if v.entity == entity.name]
        pairs = self.list_query(entity)
        if views and self.draw.random() < 0.7:
            pairs.append(("view", self.draw.choice(views)))
        if self.draw.random() < 0.3:
            pairs.append(("group", self.field(entity).name))
        if self.draw.random() < 0.2:
            names = {self.field(entity).name for _ in range(3)}
            pairs.append(("columns", ",".join(sorted(names))))
        if self.draw.random() < 0.1:
            pairs.append(("month", "2026-03"))
        return Asked("GET", f"/app/{entity.name}{self.query(entity, pairs)}")

    def page_record(self, entity):
        tail = self.draw.choice([
            "", "", "", "?until=1774000000000", "/edit", "/print", "/reveal?field=alarm"])
        return Asked("GET", f"/app/{entity.name}/{self.id(entity)}{tail}")

    def page_form(self, entity):
        pairs = [(f"f.{n}", v) for n, v in self.values(entity, 2).items() if v is not None]
        return Asked("GET", f"/app/{entity.name}/new{self.query(entity, pairs)}")

    def pick(self, entity):
        return Asked("GET", f"/app/{entity.name}/-/pick?q={quote(self.words())}")

    def choose(self, entity):
        pairs = [("field", self.field(entity, "reference", "person", "department").name),
                 ("q", self.words()), ("id", self.id(entity))]
        return Asked("GET", f"/app/{entity.name}/-/choose{self.query(entity, pairs)}")

    def taken(self, entity):
        """Whether a name is taken: one that the person reads, or none has."""
        field = next((f for f in entity.columns if f.unique), self.field(entity, "text"))
        known = self.readable_in_full(entity, field)
        name = f"无{self.draw.randrange(10**6)}"
        if known and self.draw.random() < 0.5:
            name = str(self.oracle.facts.get(entity.name, self.draw.choice(sorted(known))).get(
                field.name))
        pairs = [("field", field.name), ("value", name)]
        return Asked("GET", f"/app/{entity.name}/-/taken{self.query(entity, pairs)}")

    def readable_in_full(self, entity, field):
        return {
            id for id in self.oracle.readable(self.person, entity.name)
            if self.oracle.sight(self.person, entity.name, self.oracle.facts.get(entity.name, id),
                                 field.name) == FULL}

    def search(self, entity):
        path = self.draw.choice(["/search", "/search/suggest", "/palette"])
        return Asked("GET", f"{path}?q={quote(self.words())}")

    def form(self, values):
        return tuple(
            (f"f.{n}", str(v).lower() if isinstance(v, bool) else str(v))
            for n, v in values.items() if v is not None)

    def form_update(self, entity):
        values = self.values(entity)
        fields = self.form(values) + (
            ("version", self.draw.choice(["1", "2", "3"])), ("only", ",".join(values)))
        return Asked("POST", f"/app/{entity.name}/{self.id(entity)}", form=fields)

    def form_create(self, entity):
        return Asked("POST", f"/app/{entity.name}", form=self.form(self.filled(entity)))

    def cell(self, entity):
        field, id = self.field(entity), self.id(entity)
        path = f"/app/{entity.name}/{id}/cell"
        if self.draw.random() < 0.4:
            return Asked("GET", f"{path}?field={field.name}")
        columns = ",".join(v for v in {self.field(entity).name for _ in range(3)})
        value = self.form({field.name: self.value(entity, field)})
        return Asked("POST", path, form=value + (
            ("field", field.name), ("version", self.draw.choice("123")), ("columns", columns)))

    def bulk(self, entity):
        ids = {self.id(entity) for _ in range(self.draw.randint(1, 4))}
        field = self.field(entity)
        fields = tuple(("id", f"{i}.{self.draw.choice('112')}") for i in sorted(ids))
        fields += (("do", self.draw.choice(["edit", "edit", "delete"])), ("field", field.name))
        fields += self.form({field.name: self.value(entity, field)})
        if self.draw.random() < 0.7:
            fields += (("confirmed", "true"),)
        return Asked("POST", f"/app/{entity.name}/-/bulk", form=fields)

    def move(self, entity):
        field = self.field(entity, "stage", "choice")
        path = f"/app/{entity.name}/{self.id(entity)}/move"
        if self.draw.random() < 0.4:
            return Asked("GET", f"{path}?field={field.name}")
        value = self.draw.choice(field.options or ("x",))
        return Asked("POST", path, form=(
            ("field", field.name), ("value", value), ("version", self.draw.choice("12"))))

    def comment(self, entity):
        text = self.draw.choice(["看过了", "@王强 请看", "@安然 请看", self.words()])
        return Asked("POST", f"/app/{entity.name}/{self.id(entity)}/comments",
                     form=(("text", text),))

    def view(self, entity):
        query = urlencode(self.list_query(entity))
        return Asked("POST", f"/app/{entity.name}/-/views", form=(
            ("do", "create"), ("name", f"视图{self.draw.randrange(99)}"), ("query", query),
            ("shared", self.draw.choice(["true", "false"]))))

    def own_pages(self, entity):
        return Asked("GET", self.draw.choice(
            ["/", "/notifications", "/me", "/me/tokens", "/me/rights", "/me/deputies", "/audit",
             f"/app/{entity.name}?saved=1", "/app/user", "/app/department", "/openapi.json"]))

    def notices(self, entity):
        if self.draw.random() < 0.3:
            return Asked("POST", "/notifications/read")
        return Asked("GET", "/notifications")

    def reading_out(self, entity):
        """A file of a list."""
        pairs = self.list_query(entity)
        views = [v.name for v in self.oracle.declared.views if v.entity == entity.name]
        if views:
            pairs.append(("view", self.draw.choice(views)))
        if self.draw.random() < 0.4:
            names = {self.field(entity).name for _ in range(4)}
            pairs.append(("columns", ",".join(sorted(names))))
        way = self.draw.choice(["/app", "/api"])
        return Asked("GET", f"{way}/{entity.name}.csv{self.query(entity, pairs)}")

    def shares(self, entity):
        path = f"/app/{entity.name}/{self.id(entity)}/shares"
        if self.draw.random() < 0.5:
            return Asked("GET", path)
        whom = self.draw.choice(sorted(self.oracle.facts.records["user"]))
        if self.draw.random() < 0.3:
            return Asked("POST", path, form=(("withdraw", str(whom)),))
        return Asked("POST", path, form=(
            ("f.person", str(whom)), ("edit", self.draw.choice(["true", "false"]))))
