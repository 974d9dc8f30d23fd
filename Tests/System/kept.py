"""What Tests/Apps/orders has to keep, worked out from the plain columns by its own little code."""

from server import ROOT, PASSWORD, SESSION, Client

ORDERS = ROOT / "dist/orders"
ORDERS_DATA = ROOT / "Tests/Apps/orders/data"
GOLD = 1_000_000  # in fen


def rows(store, table):
    """{id: row} of a table, as plain SQL reads it."""
    return {row["id"]: row for row in store.read(f'SELECT * FROM "{table}"')}


def half_away(numerator, denominator):
    """A quotient as a whole number, halves away from zero; the numerator may be negative."""
    magnitude = (2 * abs(numerator) + denominator) // (2 * denominator)
    return magnitude if numerator >= 0 else -magnitude


def expected(store):
    """{(table, id): {column: value}} of everything that is computed and stored."""
    customers, products, purchases, items = (
        rows(store, table) for table in ("customer", "product", "purchase", "item"))
    result = {}
    for item in items.values():
        unit = item["price"]
        if unit is None:
            unit = products[item["product"]]["price"]
        item["unit"], item["amount"] = unit, unit * item["quantity"]
        result["item", item["id"]] = {"unit": unit, "amount": item["amount"]}
    for purchase in purchases.values():
        own = [item for item in items.values() if item["purchase"] == purchase["id"]]
        net = sum(item["amount"] for item in own)
        name = customers[purchase["customer"]]["name"] if purchase["customer"] else ""
        purchase["total"] = half_away(net * (10_000 - (purchase["discount"] or 0)), 10_000)
        result["purchase", purchase["id"]] = {
            "net": net, "total": purchase["total"],
            "heavy": sum(i["quantity"] for i in own if products[i["product"]]["is_heavy"]),
            "summary": f"{purchase['code']} {name}".strip(),
        }
    for product in products.values():
        sold = [item["quantity"] for item in items.values() if item["product"] == product["id"]]
        result["product", product["id"]] = {"sold": sum(sold)}
    for customer in customers.values():
        own = [p for p in purchases.values() if p["customer"] == customer["id"]]
        result["customer", customer["id"]] = of_customer(sorted(own, key=lambda p: p["id"]))
    return result


def of_customer(own):
    totals = [p["total"] for p in own]
    ended = [p["total"] for p in own if p["state"] != "open"]
    dated = sorted((p for p in own if p["placed_on"] is not None),
                   key=lambda p: (p["placed_on"], p["id"]))
    listed = sorted((p for p in own if p["placed_on"] is not None),
                    key=lambda p: (-p["placed_on"], p["id"]))
    listed += [p for p in own if p["placed_on"] is None]
    spent = sum(p["total"] for p in own if p["state"] == "closed")
    usual = None
    if totals:
        # Twelve digits after the point of yuan, cut off, and then to fen.
        usual = half_away(sum(totals) * 10**10 // len(totals), 10**10)
    return {
        "spent": spent, "purchases": len(own), "usual": usual,
        "largest": max(totals, default=None), "smallest": min(ended, default=None),
        "is_busy": int(any(p["state"] == "open" for p in own)),
        "is_settled": int(all(p["state"] == "closed" for p in own)),
        "newest": dated[-1]["code"] if dated else None,
        "oldest": dated[0]["code"] if dated else None,
        "codes": ", ".join(p["code"] for p in listed) or None,
        "kinds": len({p["state"] for p in own}),
        "level": "gold" if spent >= GOLD else "plain",
    }


def differences(store):
    """What is stored otherwise than it should be: (table, id, column, stored, right)."""
    stored = {table: rows(store, table)
              for table in ("customer", "product", "purchase", "item")}
    return [
        (table, id, column, stored[table][id][column], right)
        for (table, id), values in expected(store).items()
        for column, right in values.items() if stored[table][id][column] != right
    ]


class Browser:
    """Sends forms as pages do, by cookie."""

    def __init__(self, server, user="wang"):
        self.client = Client(server.port)
        session = self.client.post(SESSION, {"user": user, "password": PASSWORD})
        assert session.status == 201, session
        self.csrf = session.json["csrf_token"]
        self.cookie = session.header("Set-Cookie").split(";")[0]

    def get(self, path):
        return self.client.get(path, Cookie=self.cookie)

    def post(self, path, *fields, **more):
        from urllib.parse import urlencode
        body = urlencode([("csrf", self.csrf), *fields, *more.items()]).encode()
        return self.client.request("POST", path, None, {
            "Cookie": self.cookie, "Content-Type": "application/x-www-form-urlencoded",
        }, body)
