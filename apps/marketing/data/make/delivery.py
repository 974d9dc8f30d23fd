"""What follows a contract: orders, payments, and the files of both with their lines."""

from collections import Counter
from datetime import timedelta

from base import NOW, TODAY, chance, day_between, happens, moment, workday, write


def orders(contracts, customers, products, repeats):
    rows = []
    for contract in contracts:
        if contract["stage"] not in ("signed", "running", "closed"):
            continue
        goods = [line for line in contract["_lines"] if line["_product"]["category"] not in ("software", "service")]
        if not goods:
            continue
        parts = [goods[::2], goods[1::2]] if len(goods) > 3 and happens(0.5) else [goods]
        for part in parts:
            placed = day_between(contract["starts_on"], contract["starts_on"] + timedelta(days=20))
            if placed <= TODAY:
                rows.append(order(contract["_customer"], part, placed, contract))
    supplies = [product for product in products if product["category"] == "supplies"]
    buyers = [customer for customer in customers if customer.get("_contracts")]
    for _ in range(repeats):
        customer = chance.choice(buyers)
        placed = day_between(min(c["signed_on"] for c in customer["_contracts"]), TODAY)
        lines = []
        for product in chance.sample(supplies, chance.choice([1, 1, 2, 3])):
            number = chance.choice([2, 3, 5, 10, 20]) * (10 if product["unit"] == "roll" else 1)
            lines.append({"product.code": product["code"], "quantity": number, "price": product["price"],
                          "_amount": round(number * product["price"], 2), "_product": product})
        rows.append(order(customer, lines, placed, None))
    rows.sort(key=lambda row: row["created_at"])
    days = Counter()
    for row in rows:
        day = row["created_at"].strftime("%Y%m%d")
        days[day] += 1
        # What the auto number will be: it counts by the day of creation.
        row["_number"] = f"DD-{day}-{days[day]:03d}"
    return rows


def order(customer, lines, placed, contract):
    first = lines[0]["_product"]["_short"]
    contact = chance.choice(customer["_contacts"])
    row = {
        "name": f"{first}等 {len(lines)} 项" if len(lines) > 1 else f"{first} × {lines[0]['quantity']}",
        "customer.name": customer["name"], "contract.name": contract["name"] if contract else "",
        "owner.login": customer["owner.login"], "created_by.login": customer["owner.login"],
        "_amount": round(sum(line["_amount"] for line in lines), 2), "ordered_on": placed,
        "ship_by": placed + timedelta(days=chance.choice([2, 3, 5, 7, 10, 14])),
        "receiver": contact["name"], "phone": contact["phone"],
        "address": customer["address"] or f"{customer['city']}市", "created_at": min(moment(placed), NOW),
        "_lines": lines, "_customer": customer}
    age = (TODAY - placed).days
    if happens(0.025):
        row.update({"stage": "cancelled", "remark": chance.choice(["客户重复下单。", "改由总部统一采购。", "库存不足，客户不愿等。"])})
    elif age <= 1:
        row["stage"] = "placed"
    elif age <= 4:
        row["stage"] = "confirmed"
    else:
        row["shipped_on"] = workday(min(TODAY, row["ship_by"] - timedelta(days=chance.choice([0, 0, 1, -2]))))
        row["shipped_on"] = max(row["shipped_on"], placed)
        row["tracking"] = f"YD{chance.randrange(10**11, 10**12)}"
        row["stage"] = "shipped"
        received = row["shipped_on"] + timedelta(days=chance.choice([2, 3, 3, 4, 6]))
        if received <= TODAY:
            row.update({"stage": "received", "received_on": received})
    return row


def payments(contracts):
    rows = []
    plans = {
        "once": [("whole", 1.0, 10)], "half": [("advance", 0.5, 7), ("final", 0.5, 75)],
        "thirds": [("advance", 0.3, 7), ("progress", 0.6, 45), ("final", 0.1, 120)],
        "monthly": [("progress", 0.25, 30), ("progress", 0.25, 60), ("progress", 0.25, 90), ("final", 0.25, 120)]}
    for contract in contracts:
        if contract["stage"] not in ("signed", "running", "closed"):
            continue
        left = contract["_amount"]
        plan = plans[contract["terms"]]
        for index, (kind, share, days) in enumerate(plan):
            amount = round(left, 2) if index == len(plan) - 1 else round(contract["_amount"] * share, 2)
            left -= amount
            if amount > 0:
                rows.append(payment(contract, kind, amount, workday(contract["signed_on"] + timedelta(days=days))))
    return rows


def payment(contract, kind, amount, due):
    row = {
        "customer.name": contract["customer.name"], "contract.name": contract["name"], "kind": kind,
        "amount": amount, "due_on": due, "owner.login": contract["owner.login"], "stage": "planned",
        "created_at": contract["created_at"], "created_by.login": "song"}
    late = (TODAY - due).days
    paid_on = max(contract["signed_on"], workday(due + timedelta(days=chance.choice([-6, -3, -1, 0, 0, 1, 2, 4, 9, 21, 34]))))
    if late > 75 and happens(0.006):
        row.update({"stage": "bad", "invoice": invoice(), "remark": "客户门店全部关闭，法务评估后核销。"})
    elif paid_on <= TODAY and (late > 75 or happens(0.86)):
        row.update({"stage": "paid", "paid_on": paid_on, "invoice": invoice(),
                    "method": chance.choices(["transfer", "wallet", "bill", "cheque"], [80, 8, 10, 2])[0]})
    elif late > -12:
        row.update({"stage": "invoiced", "invoice": invoice()})
        if late > 15:
            row["remark"] = chance.choice(["对账差一笔运费，正在核。", "客户财务换人，资料重发。", "答应下个付款日付。", ""])
    return row


def invoice():
    return f"26{chance.randrange(10**8, 10**9)}"


def store(opportunities, contracts, orders, payments):
    write("opportunity", ["name", "customer.name", "contact.phone", "owner.login",
                          "stage", "product.code", "quantity", "amount", "discount", "probability",
                          "budget_confirmed", "expected_on", "next_contact_at", "source",
                          "campaign.name", "competitor", "closed_on", "lost_reason", "remark",
                          "created_at", "created_by.login"], opportunities)
    write("contract", ["name", "customer.name", "opportunity.name", "signer.phone", "owner.login",
                       "stage", "kind", "terms", "signed_on", "starts_on",
                       "ends_on", "promises", "remark", "created_at", "created_by.login"], contracts)
    line = ["product.code", "quantity", "price", "discount", "cost_price"]
    write("contract_line", ["contract.name", *line], [
        {**part, "contract.name": contract["name"]} for contract in contracts for part in contract["_lines"]])
    write("order", ["name", "customer.name", "contract.name", "owner.login", "stage",
                    "ordered_on", "ship_by", "shipped_on", "received_on", "tracking", "receiver",
                    "phone", "address", "remark", "created_at", "created_by.login"], orders)
    line = line[:3]
    write("order_line", ["order.number", *line], [
        {**{name: part[name] for name in line}, "order.number": order["_number"]}
        for order in orders for part in order["_lines"]])
    write("payment", ["customer.name", "contract.name", "kind", "amount", "due_on", "stage",
                      "invoice", "paid_on", "method", "owner.login", "remark", "created_at",
                      "created_by.login"], payments)
