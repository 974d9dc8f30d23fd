"""Campaigns, coupons, leads, complaints and the knowledge base."""

from datetime import date, timedelta

from articles import ARTICLES
from base import NOW, TODAY, after, chance, day_between, happens, moment, workday, write
from notes import ABOUT, COMPLAINTS, LEAD_NOTES
from people import mobile, person_name
from words import BRANDS, BUSINESSES, CAMPAIGNS, REGIONS, REVIEWS


def campaigns():
    rows = []
    for index, (name, kind, region, starts, ends, budget, target, channels, brief) in enumerate(CAMPAIGNS):
        starts, ends = date.fromisoformat(starts), date.fromisoformat(ends)
        row = {
            "name": name, "kind": kind, "region.name": region, "starts_on": starts, "ends_on": ends,
            "budget": budget, "target": target or "", "channels": channels, "brief": brief,
            "owner.login": "lin" if kind in ("fair", "salon", "thanks") else "gao",
            "created_by.login": "lin", "created_at": moment(workday(min(starts - timedelta(days=40), TODAY - timedelta(days=24 - index)))),
            "page": f"https://www.tenon.example/events/{index + 1}" if kind in ("fair", "live", "salon") else ""}
        row["stage"] = "planned" if starts > TODAY else "running" if ends >= TODAY else "ended"
        if row["stage"] != "planned":
            done = 1 if ends < TODAY else (TODAY - starts).days / (ends - starts).days
            row["spent"] = round(budget * done * chance.uniform(0.8, 1.12), -2)
        if row["stage"] == "ended":
            row["review"] = REVIEWS[index % len(REVIEWS)]
        rows.append(row)
    rows[8].update({"stage": "cancelled", "review": "场地方临时装修，改到次年春季。费用全退。", "spent": 0})
    write("campaign", ["name", "kind", "stage", "owner.login", "region.name", "channels",
                       "starts_on", "ends_on", "budget", "spent", "target", "page", "brief",
                       "review", "created_at", "created_by.login"], rows)
    return rows


def coupons(campaigns, customers, orders):
    rows, taken = [], set()
    kinds = [("cash", "满 3000 减 300", 300, "", 3000), ("cash", "满 5000 减 400", 400, "", 5000),
             ("percent", "耗材九折券", "", "0.1", 500), ("service", "免费上门巡检一次", "", "", ""),
             ("cash", "续费立减 200", 200, "", 2000)]
    for campaign in campaigns:
        if campaign["kind"] not in ("promotion", "thanks") or campaign["stage"] == "planned":
            continue
        kind, name, amount, discount, minimum = chance.choice(kinds)
        given = [c for c in customers if c["created_at"].date() < campaign["starts_on"]]
        for customer in chance.sample(given, min(len(given), chance.randrange(14, 26))):
            created = moment(day_between(campaign["starts_on"], min(campaign["ends_on"], TODAY)))
            row = {
                "code": f"Q{campaign['starts_on']:%y%m}-{chance.randrange(16**5):05X}", "name": name,
                "kind": kind, "amount": amount, "discount": discount, "minimum": minimum,
                "campaign.name": campaign["name"], "customer.name": customer["name"],
                "expires_on": campaign["ends_on"] + timedelta(days=30), "stage": "issued",
                "created_at": created, "created_by.login": "gao"}
            fitting = [o for o in orders if o["_customer"] is customer and o["_number"] not in taken
                       and o["stage"] != "cancelled" and o["_amount"] >= (minimum or 0)
                       and campaign["starts_on"] <= o["ordered_on"] <= row["expires_on"]]
            if fitting:
                taken.add(fitting[0]["_number"])
                row.update({"stage": "used", "order.number": fitting[0]["_number"], "used_on": fitting[0]["ordered_on"]})
                row["created_at"] = min(created, moment(fitting[0]["ordered_on"]))
            elif row["expires_on"] < TODAY:
                row["stage"] = "expired"
            rows.append(row)
    for index in range(20):
        rows.append({
            "code": f"Q2612-{index + 1:03d}", "name": "答谢会现场券 满 2000 减 200", "kind": "cash", "amount": 200,
            "minimum": 2000, "campaign.name": "2026 年终客户答谢会", "expires_on": date(2027, 1, 31),
            "stage": "made", "created_at": NOW - timedelta(hours=30), "created_by.login": "lin"})
    write("coupon", ["code", "name", "kind", "amount", "discount", "minimum", "campaign.name",
                     "customer.name", "stage", "order.number", "used_on", "expires_on",
                     "created_at", "created_by.login"], rows)
    return rows


def leads(customers, campaigns, count):
    rows = []
    converted = [c for c in customers if c["_age"] < 500]
    for customer in chance.sample(converted, min(len(converted), 130)):
        contact = customer["_contacts"][0]
        row = lead(customer["_region"], customer["city"], customer["name"], contact["name"], campaigns,
                   customer["created_at"] - timedelta(days=chance.randrange(1, 20), hours=1))
        row.update({"stage": "converted", "customer.name": customer["name"], "phone": contact["phone"],
                    "owner.login": customer["owner.login"], "position": contact["position"],
                    "heat": chance.choice([3, 4, 4, 5]), "contacted_at": customer["created_at"]})
        rows.append(row)
    while len(rows) < count:
        region = chance.choices(REGIONS, [22, 14, 13, 9, 8, 20, 13, 11, 7])[0]
        city = chance.choice(region[5])[0]
        kind = chance.choice(chance.choice(BUSINESSES)[2])
        company = city + chance.choice(BRANDS)[0] + kind
        age = int(chance.random() ** 1.6 * 330)
        row = lead(region, city, company, person_name(), campaigns, moment(workday(TODAY - timedelta(days=age))))
        stages, shares = ["pool", "working", "qualified", "invalid"], (
            [50, 34, 10, 6] if age < 10 else [12, 40, 20, 28] if age < 60 else [4, 10, 12, 74])
        row["stage"] = chance.choices(stages, shares)[0]
        if row["stage"] == "pool":
            row["company"] = company if happens(0.8) else ""
        else:
            row["owner.login"] = chance.choice(region[6])
            row["contacted_at"] = after(row["created_at"], chance.choice([2, 5, 20, 26, 50]))
            row["heat"] = chance.choice([1, 2, 3, 3, 4]) if row["stage"] != "qualified" else chance.choice([3, 4, 4, 5])
        if row["stage"] == "invalid":
            row["heat"] = chance.choice(["", 1, 1, 2])
            row["reason"] = chance.choices(["wrong", "peer", "small", "none", "repeated"], [14, 8, 24, 42, 12])[0]
        rows.append(row)
    write("lead", ["name", "company", "position", "phone", "email", "stage", "owner.login", "heat",
                   "source", "campaign.name", "region.name", "city", "interest", "budget", "reason",
                   "customer.name", "contacted_at", "remark", "created_at", "created_by.login"], rows)
    return rows


def lead(region, city, company, name, campaigns, created):
    source = chance.choices(["fair", "website", "live", "wechat", "referral", "advertising", "visit", "hotline"],
                            [20, 22, 12, 10, 12, 14, 6, 4])[0]
    fitting = {"fair": "fair", "live": "live", "advertising": "advertising"}.get(source)
    near = [c for c in campaigns if c["kind"] == fitting and 0 <= (created.date() - c["starts_on"]).days <= 90]
    interest = chance.sample(["till", "printing", "scanning", "shelf", "supplies", "software", "service"],
                             chance.choice([1, 1, 2, 3]))
    return {
        "name": name, "company": company, "phone": mobile(), "source": source,
        "campaign.name": chance.choice(near)["name"] if near else "", "region.name": region[0],
        "city": city, "interest": " ".join(interest),
        "position": chance.choice(["店长", "老板", "采购", "运营经理", "总经理", "信息主管", "", ""]),
        "budget": chance.choice([5000, 10000, 20000, 30000, 50000, 80000, 150000, 300000]) if happens(0.35) else "",
        "remark": chance.choice(LEAD_NOTES).format(n=chance.randrange(2, 30)), "created_at": created,
        "created_by.login": chance.choice(["lin", "gao"]) if source not in ("visit", "referral") else chance.choice(region[6])}


def complaints(customers, orders, count):
    rows = []
    shipped = [order for order in orders if order["stage"] in ("received", "shipped")]
    for index in range(count):
        order = chance.choice(shipped)
        customer = order["_customer"]
        kind, subject, content, solution = chance.choice(COMPLAINTS)
        # The last thirty are of these days, so that the desk has work.
        first = max(order["shipped_on"], TODAY - timedelta(days=8)) if index < 30 else order["shipped_on"]
        received = moment(day_between(first, TODAY))
        urgency = chance.choices(["urgent", "high", "normal"], [16, 28, 56])[0]
        row = {
            "subject": subject, "customer.name": customer["name"], "kind": kind, "urgency": urgency,
            "contact.phone": chance.choice(customer["_contacts"])["phone"] if happens(0.8) else "",
            "product.code": chance.choice(ABOUT.get(subject, [""])),
            "order.number": order["_number"] if kind == "delivery" and happens(0.8) else "",
            "channel": chance.choices(["hotline", "wechat", "sales", "mail"], [48, 32, 15, 5])[0],
            "received_at": received, "due_at": received + timedelta(hours={"urgent": 4, "high": 24, "normal": 72}[urgency]),
            "content": content, "created_at": received, "created_by.login": chance.choice(["he", "luo", customer["owner.login"]])}
        age = (NOW - received).total_seconds() / 3600
        row["stage"] = (chance.choice(["new", "new", "doing"]) if age < 20 else
                        chance.choices(["doing", "waiting", "solved"], [4, 3, 3])[0] if age < 120 else
                        chance.choices(["solved", "rejected", "waiting"], [95, 4, 1])[0])
        if row["stage"] != "new":
            row["owner.login"] = chance.choice(["he", "luo", "luo"])
        if row["stage"] in ("waiting", "solved"):
            row["solution"] = solution
        if row["stage"] == "rejected":
            row["solution"] = chance.choice(["现场检查为网络运营商故障，已协助报修。", "误操作，已电话指导，客户认可。"])
        if row["stage"] == "solved":
            row["solved_at"] = after(received, chance.choice([1, 2, 3, 6, 20, 26, 44, 70]))
            row["satisfaction"] = chance.choices([5, 4, 3, 2, 1, ""], [38, 30, 10, 4, 2, 16])[0]
            row["compensation"] = chance.choice([100, 200, 320, 500]) if happens(0.08) else ""
        rows.append(row)
    write("complaint", ["subject", "customer.name", "contact.phone", "product.code", "order.number",
                        "kind", "urgency", "channel", "stage", "owner.login", "received_at",
                        "due_at", "solved_at", "content", "solution", "compensation",
                        "satisfaction", "created_at", "created_by.login"], rows)
    return rows


def articles():
    rows = []
    for index, (category, tags, product, name, summary, body) in enumerate(ARTICLES):
        published = workday(date(2025, 2, 10) + timedelta(days=round(index * 37 % 600)))
        stage = "draft" if index in (17, 44) else "retired" if index == 31 else "published"
        author = {"question": "he", "case": "lin", "process": "zhou"}.get(
            category, chance.choice(["gao", "lin", "li", "wang", "huang"]))
        rows.append({
            "name": name, "category": category, "stage": stage, "summary": summary, "body": body,
            "product.code": product, "tags": tags, "author.login": author, "created_by.login": author,
            "published_on": published if stage != "draft" else "",
            "useful": chance.choice([3, 4, 4, 5, 5]) if happens(0.8) else "", "created_at": moment(published)})
    write("article", ["name", "category", "stage", "summary", "body", "product.code", "tags",
                      "author.login", "published_on", "useful", "created_at", "created_by.login"], rows)
    return rows
