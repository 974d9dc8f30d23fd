"""Follow-ups: notes that read as people write them."""

from datetime import timedelta

from base import NOW, TODAY, chance, day_between, happens, moment, workday, write
from notes import FOLLOW_UPS

PATH = ["contact", "need", "offer", "negotiation"]
DAYS = ["周一", "周二", "周三", "周四", "周五", "下周一", "下周三", "下周五", "月底", "后天"]
KINDS = {
    "contact": (["call", "visit", "chat", "fair"], [55, 15, 22, 8]),
    "need": (["visit", "meeting", "call", "chat"], [55, 18, 17, 10]),
    "offer": (["meeting", "visit", "call", "mail"], [24, 30, 28, 18]),
    "negotiation": (["visit", "call", "meeting", "mail"], [38, 28, 18, 16]),
    "won": (["visit", "call", "chat"], [55, 30, 15]), "lost": (["call", "chat", "mail"], [70, 20, 10]),
    "care": (["call", "chat", "visit"], [50, 32, 18])}
told = set()


def spoken(contact):
    """How colleagues call somebody: 陈经理, 王总."""
    position = contact["position"]
    if position in ("总经理", "董事长", "运营副总", "门店事业部总经理", "创始人"):
        return contact["name"][0] + "总"
    for word in ("经理", "店长", "主管", "会计"):
        if word in position:
            return contact["name"][0] + word
    return contact["name"][0] + chance.choice(["工", "哥"])


def note(situation, customer, contact, product, shops):
    """A text that was not told before."""
    parts = FOLLOW_UPS[situation]
    while True:
        middle = chance.sample(parts["middle"], 2 if situation != "lost" and happens(0.35) else 1)
        text = chance.choice(parts["open"]) + "".join(middle) + chance.choice(parts["end"])
        text = text.format(who=spoken(contact), p=product, n=max(2, shops), d=chance.choice(DAYS))
        if (customer, text) not in told:
            told.add((customer, text))
            return text


def follow_up(situation, customer, at, product, shops, opportunity=None):
    contacts = [c for c in customer["_contacts"] if c["created_at"] <= at] or customer["_contacts"]
    contact = chance.choice(contacts)
    if opportunity and "_contact" in opportunity and happens(0.6):
        contact = opportunity["_contact"]
    parts = FOLLOW_UPS[situation]
    kinds, weights = KINDS[situation]
    row = {
        "subject": chance.choice(parts["subjects"]), "customer.name": customer["name"],
        "contact.phone": contact["phone"], "opportunity.name": opportunity["name"] if opportunity else "",
        "kind": chance.choices(kinds, weights)[0], "done_at": at,
        "content": note(situation, customer["name"], contact, product, shops),
        "mood": chance.choice(parts["mood"]) if happens(0.85) else "",
        "owner.login": customer["owner.login"], "created_by.login": customer["owner.login"],
        "created_at": min(NOW, at + timedelta(minutes=chance.randrange(5, 180)))}
    if happens(0.6):
        day = at.date() + timedelta(days=chance.choice([2, 3, 5, 7, 10, 14, 30]))
        # Of a weekend half waits until Monday.
        row["next_on"] = workday(day) if day.weekday() != 6 else day + timedelta(days=1)
        row["next_step"] = chance.choice(parts["steps"])
        if row["next_on"] <= at.date():
            row["next_on"] += timedelta(days=4)
    customer["_met"] = max(customer.get("_met", at), at)
    return row


def follow_ups(opportunities, customers, products, count):
    rows = []
    for opportunity in opportunities:
        stage = opportunity["stage"]
        path = PATH + [stage] if stage in ("won", "lost") else PATH[:PATH.index(stage) + 1]
        if stage == "lost":
            path = PATH[:chance.choice([1, 2, 3, 3])] + ["lost"]
        told_of = [part for part in path if part == path[-1] or happens(0.45)]
        first = opportunity["created_at"].date()
        last = opportunity.get("closed_on") or TODAY
        for index, part in enumerate(told_of):
            step = (last - first) / len(told_of)
            day = day_between(first + step * index, first + step * (index + 1))
            at = max(moment(min(day, TODAY)), opportunity["created_at"])
            rows.append(follow_up(part, opportunity["_customer"], at, opportunity["_product"]["_short"],
                                  opportunity["_shops"], opportunity))
    served = [customer for customer in customers if customer.get("_contracts")]
    while len(rows) < count:
        customer = chance.choice(served)
        at = moment(day_between(min(c["signed_on"] for c in customer["_contracts"]), TODAY))
        product = chance.choice(products)["_short"]
        rows.append(follow_up("care", customer, at, product, min(customer["shops"], 30)))
    write("follow_up", ["subject", "customer.name", "contact.phone", "opportunity.name", "kind",
                        "done_at", "content", "mood", "next_on", "next_step", "owner.login",
                        "created_at", "created_by.login"], rows)
    return rows
