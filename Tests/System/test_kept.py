"""Computed values that are stored: right after every write, on every way that a write can come."""

import http.client
import os
import random
import threading
import time

import pytest

from kept import ORDERS, ORDERS_DATA, Browser, differences, rows
from server import Client, Server, run
from tenon import NAME, SIZE, build, small_app

STEPS = 400  # random writes
RACE_STEPS = 60
KILLS = int(os.environ.get("TENON_KEPT_KILLS", "10"))


@pytest.fixture(scope="module")
def loaded(engine, tmp_path_factory):
    """A database with the demo data."""
    store = engine.store(tmp_path_factory.mktemp("orders") / "app.sqlite")
    report = Server(store, binary=ORDERS).load(ORDERS_DATA)
    assert report.returncode == 0, report.stdout + report.stderr
    yield store
    store.remove()


@pytest.fixture
def copied(engine, loaded, tmp_path):
    """A copy of it, without a server."""
    store = engine.copy(loaded, tmp_path / "app.sqlite")
    yield store
    store.remove()


@pytest.fixture
def shop(copied):
    """A running server over a copy of it."""
    server = Server(copied, binary=ORDERS)
    server.start()
    yield server
    server.kill()


@pytest.fixture
def api(shop):
    return shop.sign_in()


def made(api, entity, **record):
    answer = api.post(f"/api/{entity}", record)
    assert answer.status == 201, answer
    return answer.json


def read(api, entity, record):
    answer = api.get(f"/api/{entity}/{record['id']}")
    assert answer.status == 200, answer
    return answer.json


def changed(api, entity, record, **fields):
    etag = api.get(f"/api/{entity}/{record['id']}").header("ETag")
    answer = api.patch(f"/api/{entity}/{record['id']}", fields, etag)
    assert answer.status == 200, answer
    return answer.json


def sample(api):
    """A customer with an order of two items."""
    customer = made(api, "customer", name="甲", credit="500")
    product = made(api, "product", name="砖", price="10.05")
    order = made(
        api, "purchase", customer=customer["id"], placed_on="2026-03-02", discount="0.5",
        items=[{"product": product["id"], "quantity": 3},
               {"product": product["id"], "quantity": 1, "price": "2"}])
    return customer, product, order


def test_loaded_records_have_their_values(loaded):
    assert differences(loaded) == []
    assert rows(loaded, "customer")[1]["purchases"] == 2


def test_a_record_has_its_values_at_once(api, shop):
    customer, product, order = sample(api)
    order = read(api, "purchase", order)
    # (3 × 10.05 + 2) / 2 = 16.075, half away from zero.
    assert (order["net"], order["total"]) == ("32.15", "16.08")
    assert order["summary"] == f"{order['code']} 甲"
    after = read(api, "customer", customer)
    assert (after["purchases"], after["largest"], after["spent"]) == (1, "16.08", "0.00")
    assert (after["is_busy"], after["newest"]) == (True, order["code"])
    assert read(api, "product", product)["sold"] == 4
    assert differences(shop.store) == []


def test_what_follows_makes_no_version_and_no_history(api):
    customer, _, order = sample(api)
    changed(api, "purchase", order, state="closed")
    after = read(api, "customer", customer)
    assert after["spent"] == "16.08"
    assert (after["version"], after["updated_at"]) == (customer["version"], customer["updated_at"])


def test_a_price_goes_all_the_way_up(api, shop):
    customer, product, order = sample(api)
    changed(api, "product", product, price="100", is_heavy=True)
    assert read(api, "purchase", order)["net"] == "302.00"
    assert read(api, "purchase", order)["heavy"] == 4
    assert read(api, "customer", customer)["largest"] == "151.00"
    assert differences(shop.store) == []


def test_moving_and_deleting_count_for_both(api, shop):
    customer, product, order = sample(api)
    other = made(api, "customer", name="乙")
    changed(api, "purchase", order, customer=other["id"])
    assert read(api, "customer", customer)["purchases"] == 0
    assert read(api, "customer", customer)["largest"] is None
    assert read(api, "customer", other)["largest"] == "16.08"
    item = api.get(f"/api/item?filter=purchase eq {order['id']}")
    for row in rows(shop.store, "item").values():
        if row["purchase"] == order["id"]:
            assert api.delete(f"/api/item/{row['id']}", f'"{row["version"]}"').status == 204, item
    assert read(api, "product", product)["sold"] == 0
    assert read(api, "customer", other)["largest"] == "0.00"
    assert differences(shop.store) == []


def test_live_values_follow_what_is_not_stored(api):
    customer, _, order = sample(api)
    assert read(api, "customer", customer)["open_credit"] == "483.92"
    changed(api, "purchase", order, state="void")
    assert read(api, "customer", customer)["open_credit"] == "500.00"
    age = read(api, "purchase", order)["age"]
    assert isinstance(age, int) and age > 0
    listed = api.get("/api/customer?sort=-spent&limit=50").json["data"]
    assert {r["id"]: r["open_credit"] for r in listed}[customer["id"]] == "500.00"


def test_nobody_writes_them(api, shop):
    for field, value in (("spent", "1"), ("open_credit", "1"), ("level", "gold")):
        refused = api.post("/api/customer", {"name": "丙", field: value})
        assert refused.status == 400 and field in refused.body.decode(), refused
    document = api.get("/openapi.json").json["components"]["schemas"]
    customer = next(s for name, s in document.items() if "spent" in s.get("properties", {}))
    assert customer["properties"]["spent"]["readOnly"] is True
    creating = [s for name, s in document.items() if name.endswith("Create")]
    assert creating and all("spent" not in s["properties"] for s in creating)
    browser = Browser(shop)
    page = browser.get("/app/customer/1/edit").body.decode()
    assert "f.spent" not in page and "<output" in page
    assert "f.spent" not in browser.get("/app/customer/new").body.decode()
    before = rows(shop.store, "customer")[1]
    sent = browser.post(
        "/app/customer/1", ("version", before["version"]), ("f.name", "改名"), ("f.spent", "9"))
    assert sent.status in (302, 303), sent
    after = rows(shop.store, "customer")[1]
    assert (after["name"], after["spent"]) == ("改名", before["spent"])
    assert differences(shop.store) == []


def test_loading_refuses_the_column(engine, tmp_path):
    folder = tmp_path / "data"
    folder.mkdir()
    (folder / "users.csv").write_text((ORDERS_DATA / "users.csv").read_text("utf-8"), "utf-8")
    (folder / "customer.csv").write_text("name,spent\n甲,5\n", "utf-8")
    store = engine.store(tmp_path / "app.sqlite")
    report = Server(store, binary=ORDERS).load(folder)
    store.remove()
    assert report.returncode == 1 and "spent" in report.stdout + report.stderr


def test_totals_count_what_the_person_may_not_see(api, shop):
    """A clerk sees neither customers nor products; what they enter counts all the same."""
    customer, product, _ = sample(api)
    clerk = shop.sign_in("luo")
    assert clerk.get(f"/api/customer/{customer['id']}").status in (403, 404)
    order = made(clerk, "purchase", placed_on="2026-05-01")
    assert "net" not in order and read(api, "purchase", order)["net"] == "0.00"
    changed(api, "purchase", order, customer=customer["id"])
    etag = clerk.get(f"/api/purchase/{order['id']}").header("ETag")
    assert clerk.patch(f"/api/purchase/{order['id']}", {"state": "closed"}, etag).status == 200
    assert read(api, "customer", customer)["kinds"] == 2
    assert differences(shop.store) == []


# --- pages --------------------------------------------------------------------------------------


def test_lists_boards_and_undo_keep_them(api, shop):
    customer, _, order = sample(api)
    second = made(api, "purchase", customer=customer["id"], placed_on="2026-04-01")
    browser = Browser(shop)

    def version(record):
        return read(api, "purchase", record)["version"]

    ids = [("id", f"{r['id']}.{version(r)}") for r in (order, second)]
    sent = browser.post("/app/purchase/-/bulk", *ids, ("do", "edit"), ("field", "state"),
                        ("f.state", "closed"), ("confirmed", "true"))
    assert sent.status in (302, 303), sent
    assert read(api, "customer", customer)["spent"] == "16.08"
    assert differences(shop.store) == []
    undo(browser, shop)
    assert read(api, "customer", customer)["spent"] == "0.00"
    sent = browser.post(f"/app/purchase/{order['id']}/move", version=version(order),
                        field="state", value="closed")
    assert sent.status in (302, 303), sent
    assert read(api, "customer", customer)["spent"] == "16.08"
    sent = browser.post(f"/app/purchase/{order['id']}/cell", ("version", version(order)),
                        ("field", "discount"), ("f.discount", "0"), ("columns", "code,discount"))
    assert sent.status == 200, sent
    assert read(api, "customer", customer)["spent"] == "32.15"
    assert differences(shop.store) == []
    sent = browser.post("/app/purchase/-/bulk", ("id", f"{second['id']}.{version(second)}"),
                        ("do", "delete"), ("confirmed", "true"))
    assert sent.status in (302, 303), sent
    assert read(api, "customer", customer)["purchases"] == 1
    undo(browser, shop)
    assert read(api, "customer", customer)["purchases"] == 2
    assert differences(shop.store) == []


def last_undo(shop):
    return shop.store.read("SELECT max(id) AS last FROM tenon_undo")[0]["last"]


def undo(browser, shop):
    sent = browser.post("/app/purchase/-/undo", id=last_undo(shop))
    assert sent.status in (302, 303), sent


def test_a_batch_keeps_them(api, shop):
    customer, _, _ = sample(api)
    operations = [{"op": "create", "record": {
        "customer": customer["id"], "placed_on": f"2026-06-{day:02d}"}} for day in range(1, 21)]
    answer = api.post("/api/purchase/-/batch", {"operations": operations})
    assert answer.status == 200, answer
    assert read(api, "customer", customer)["purchases"] == 21
    assert differences(shop.store) == []


# --- random writes ------------------------------------------------------------------------------


class Writer:
    """Random writes of a person at the API and in lists."""

    def __init__(self, shop, api, seed):
        self.shop, self.api = shop, api
        self.browser = Browser(shop)
        self.random = random.Random(seed)

    def ids(self, table):
        return list(rows(self.shop.store, table).values())

    def some(self, table):
        found = self.ids(table)
        return self.random.choice(found) if found else None

    def date(self):
        return self.random.choice(
            [None, f"2026-0{self.random.randint(1, 9)}-{self.random.randint(1, 28):02d}"])

    def item(self):
        price = self.random.choice([None, None, "0", "0.01", "99999.99", "12.34"])
        return {"product": self.some("product")["id"], "price": price,
                "quantity": self.random.randint(1, 9)}

    def purchase(self):
        customer = self.random.choice([None] + [c["id"] for c in self.ids("customer")])
        return {
            "customer": customer, "placed_on": self.date(),
            "state": self.random.choice(["open", "closed", "void"]),
            "discount": self.random.choice([None, "0.1", "0.3333", "1"]),
        }

    def step(self):
        act = self.random.choice([
            self.create, self.create, self.change_purchase, self.change_purchase,
            self.change_items, self.move_item, self.delete_item, self.delete_purchase,
            self.change_product, self.rename, self.bulk, self.undo,
        ])
        answer = act()
        assert answer is None or answer.status < 500, answer
        return act.__name__, answer and answer.status

    def create(self):
        record = {**self.purchase(), "items": [self.item() for _ in range(self.random.randint(0, 4))]}
        return self.api.post("/api/purchase", record)

    def patch(self, table, row, fields):
        return self.api.patch(f"/api/{table}/{row['id']}", fields, f'"{row["version"]}"')

    def change_purchase(self):
        row = self.some("purchase")
        fields = self.purchase()
        return row and self.patch("purchase", row, {
            name: fields[name] for name in self.random.sample(list(fields), 2)})

    def change_items(self):
        row = self.some("purchase")
        own = [i for i in self.ids("item") if row and i["purchase"] == row["id"]]
        if not own:
            return None
        sent = []
        for item in own:
            known = {"id": item["id"], "version": item["version"]}
            sent.append({**known, "delete": True} if self.random.random() < 0.3
                        else {**known, "quantity": self.random.randint(1, 9)})
        fields = {"items": sent + [self.item()]}
        if self.random.random() < 0.5:
            fields["state"] = self.random.choice(["open", "closed", "void"])
        return self.patch("purchase", row, fields)

    def move_item(self):
        row = self.some("item")
        return row and self.patch("item", row, {
            "purchase": self.some("purchase")["id"], "product": self.some("product")["id"]})

    def delete_item(self):
        row = self.some("item")
        return row and self.api.delete(f"/api/item/{row['id']}", f'"{row["version"]}"')

    def delete_purchase(self):
        row = self.some("purchase")
        return row and self.api.delete(f"/api/purchase/{row['id']}", f'"{row["version"]}"')

    def change_product(self):
        return self.patch("product", self.some("product"), {
            "price": f"{self.random.randint(0, 9_999_999) / 100:.2f}",
            "is_heavy": self.random.random() < 0.5})

    def rename(self):
        return self.patch("customer", self.some("customer"), {
            "name": f"客户{self.random.randint(1, 9)}"})

    def bulk(self):
        found = self.ids("purchase")
        chosen = self.random.sample(found, min(3, len(found)))
        do = self.random.choice([
            [("do", "delete")],
            [("do", "edit"), ("field", "state"), ("f.state", "closed")],
            [("do", "edit"), ("field", "customer"), ("f.customer", self.some("customer")["id"])]])
        return self.browser.post(
            "/app/purchase/-/bulk", *[("id", f"{r['id']}.{r['version']}") for r in chosen], *do,
            ("confirmed", "true"))

    def undo(self):
        last = last_undo(self.shop)
        return last and self.browser.post("/app/purchase/-/undo", id=last)


@pytest.mark.parametrize("seed", [1, 2])
def test_random_writes_keep_them(api, shop, seed):
    writer = Writer(shop, api, seed)
    done = []
    for number in range(STEPS):
        done.append(writer.step())
        if number % 20 == 19:
            assert differences(shop.store) == [], done[-20:]
    assert differences(shop.store) == [], done[-20:]
    assert sum(1 for _, status in done if status and status < 400) > STEPS / 2, done
    assert shop.stop() == 0
    assert doctor(shop.store).returncode == 0


# --- races --------------------------------------------------------------------------------------


class Racer(threading.Thread):
    """Adds, changes, moves and deletes rows below the same few records as all the others."""

    def __init__(self, port, token, number, orders, customers, products):
        super().__init__()
        self.client = Client(port, token, timeout=60)
        self.random = random.Random(number)
        self.orders, self.customers, self.products = orders, customers, products
        self.done, self.wrong = 0, []

    def run(self):
        for _ in range(RACE_STEPS):
            answer = self.step()
            if answer.status in (200, 201, 204):
                self.done += 1
            # Someone else was faster, or has taken it away.
            elif answer.status not in (404, 412):
                self.wrong.append(answer)

    def step(self):
        act = self.random.random()
        if act < 0.4:
            return self.client.post("/api/item", {
                "purchase": self.random.choice(self.orders), "quantity": self.random.randint(1, 9),
                "product": self.random.choice(self.products)})
        if act < 0.5:
            return self.change("purchase", self.orders, {
                "customer": self.random.choice(self.customers),
                "state": self.random.choice(["open", "closed", "void"])})
        if act < 0.55:
            return self.change("product", self.products, {"price": str(self.random.randint(1, 99))})
        listed = self.client.get("/api/item?sort=-created_at&limit=20")
        if listed.status != 200:
            return listed
        item = self.random.choice(listed.json["data"])
        path, etag = f"/api/item/{item['id']}", f'"{item["version"]}"'
        if act < 0.75:
            return self.client.delete(path, etag)
        return self.client.patch(path, {
            "purchase": self.random.choice(self.orders), "quantity": self.random.randint(1, 9),
        }, etag)

    def change(self, entity, ids, fields):
        path = f"/api/{entity}/{self.random.choice(ids)}"
        return self.client.patch(path, fields, self.client.get(path).header("ETag"))


def test_many_at_the_same_records_keep_them(api, shop):
    """On PostgreSQL by two processes, of which neither knows what the other does."""
    customers = [made(api, "customer", name=f"客户 {n}")["id"] for n in range(2)]
    products = [made(api, "product", name=f"产品 {n}", price="10.05")["id"] for n in range(2)]
    orders = [made(api, "purchase", customer=customers[n], placed_on=f"2026-03-0{n + 1}",
                   items=[{"product": products[n], "quantity": 1}] * 5)["id"] for n in range(2)]
    servers = [shop]
    if shop.store.engine == "postgres":
        servers.append(Server(shop.store, binary=ORDERS))
        servers[1].start()
    try:
        racers = [Racer(servers[n % len(servers)].port, api.token, n, orders, customers, products)
                  for n in range(12)]
        for racer in racers:
            racer.start()
        for racer in racers:
            racer.join()
            assert not racer.wrong, racer.wrong[:3]
            assert racer.done > RACE_STEPS / 4
        assert differences(shop.store) == []
        for server in servers:
            assert server.stop() == 0
    finally:
        for server in servers:
            server.kill()
    report = doctor(shop.store)
    assert report.returncode == 0, report.stdout + report.stderr


# --- doctor -------------------------------------------------------------------------------------


def doctor(store, *more):
    return run(ORDERS, "doctor", "--database", store.argument, *store.options, *more)


def test_the_doctor_tells_and_mends(copied):
    healthy = doctor(copied)
    assert healthy.returncode == 0, healthy.stdout + healthy.stderr
    state = next(
        column for column in rows(copied, "purchase")[2] if column.startswith("tenon_roll_"))
    copied.query("UPDATE customer SET purchases = 77 WHERE id = 1")
    copied.query(f"UPDATE purchase SET \"{state}\" = '4200' WHERE id = 2")
    told = doctor(copied)
    assert told.returncode == 1, told.stdout
    assert "customer 1: purchases is 77, should be 2" in told.stdout, told.stdout
    assert f"purchase 2: {state} is 4200, should be blank" in told.stdout, told.stdout
    assert rows(copied, "customer")[1]["purchases"] == 77, "doctor alone changed it"
    mended = doctor(copied, "--repair")
    assert mended.returncode == 0, mended.stdout + mended.stderr
    assert differences(copied) == []
    assert doctor(copied).returncode == 0


# --- upgrades -----------------------------------------------------------------------------------


def doubled(value):
    return (f'      twice: {{ type: integer, label: {{ zh: 倍数, en: Twice }}, value: "{value}" }}\n')


@pytest.fixture(scope="module")
def versions(tmp_path_factory):
    """Binaries of one application: without the field, with it, with another expression, without
    it again, and with one over what people typed."""
    root = tmp_path_factory.mktemp("versions")
    typed = '      size: { type: integer, label: { zh: 数量, en: Size }, value: "length(name)" }\n'
    fields = [(SIZE,), (SIZE, doubled("size * 2")), (SIZE, doubled("(size ?? 1) * 3")), (SIZE,), (typed,)]
    return root / "app/data", [build(small_app(root / "app", NAME, *more), root) for more in fields]


def test_new_and_changed_expressions_fill_all_records(engine, versions, tmp_path):
    data, (plain, twice, thrice, again, typed) = versions
    server = Server(engine.store(tmp_path / "app.sqlite"), binary=plain)
    try:
        assert server.load(data).returncode == 0
        server.start()
        client = server.sign_in()
        for number in range(30):
            made(client, "note", name=f"第{number}条", size=number or None)
        assert server.stop() == 0
        for binary, factor in ((twice, 2), (thrice, 3)):
            server.binary = binary
            server.start()
            client = server.sign_in()
            notes = client.get("/api/note?limit=100").json["data"]
            assert len(notes) == 30
            for note in notes:
                size = note["size"] if factor == 2 else note["size"] or 1
                assert note["twice"] == (None if size is None else size * factor), note
                assert note["version"] == 1
            assert server.stop() == 0
        # It may go again: what followed from others is no loss.
        server.binary = again
        server.start()
        assert "twice" not in server.sign_in().get("/api/note/1").json
        assert server.stop() == 0
        # But what people wrote is not overwritten by an expression.
        server.binary = typed
        process = server.spawn()
        assert process.wait(10) != 0
        assert "size" in server.tail()
    finally:
        server.kill()
        server.store.remove()


# --- kill ---------------------------------------------------------------------------------------


class Hammer(threading.Thread):
    """Enters orders and changes prices until the server dies."""

    def __init__(self, shop, number):
        super().__init__()
        self.client = shop.sign_in()
        self.random = random.Random(number)
        self.answers = 0

    def run(self):
        while True:
            product = self.random.randint(1, 3)
            try:
                if self.random.random() < 0.2:
                    known = self.client.get(f"/api/product/{product}")
                    self.client.patch(
                        f"/api/product/{product}", {"price": str(self.random.randint(1, 999))},
                        known.header("ETag"))
                else:
                    answer = self.client.post("/api/purchase", {
                        "customer": self.random.randint(1, 2), "placed_on": "2026-07-01",
                        "state": self.random.choice(["open", "closed"]),
                        "items": [{"product": product, "quantity": 2}] * 3})
                    self.answers += answer.status == 201
            except (OSError, http.client.HTTPException):
                return


def test_a_kill_keeps_both_or_neither(shop):
    for kill in range(KILLS):
        hammers = [Hammer(shop, kill * 100 + number) for number in range(8)]
        for hammer in hammers:
            hammer.start()
        time.sleep(random.Random(kill).uniform(0.05, 0.4))
        shop.kill()
        for hammer in hammers:
            hammer.join()
        shop.start()
        assert differences(shop.store) == [], f"after kill {kill}"
    assert len(rows(shop.store, "purchase")) > KILLS
