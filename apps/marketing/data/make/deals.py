"""Opportunities, and what comes of those that were won: contracts, orders, payments."""

from datetime import timedelta

from base import NOW, TODAY, after, chance, day_between, happens, moment, workday, write
from notes import LOST_REMARKS

# What an opportunity is about, by the category of its main product.
TITLES = {
    "till": ["{n} 家门店收银更换", "新店收银设备配置", "自助结账试点", "收银台升级", "高峰分流改造"],
    "printing": ["标签打印机更新", "后厨打印改造", "面单打印方案", "门店打印机换新"],
    "scanning": ["门店盘点终端", "仓库扫码出入库", "盘点提速项目", "收货扫码改造"],
    "shelf": ["电子价签一期", "电子价签扩店", "生鲜区电子价签", "样板店电子价签"],
    "supplies": ["年度耗材框架", "小票纸集中采购", "标签耗材供应", "耗材补货"],
    "software": ["连锁版软件上线", "会员系统升级", "进销存与盘点", "经营看板", "软件续费"],
    "service": ["年度维保", "金牌维保升级", "门店巡检与培训"],
}
# Categories that go with the main one on a contract.
BESIDE = {
    "till": ["till", "printing", "software", "service", "supplies"],
    "printing": ["supplies", "printing", "service"], "scanning": ["scanning", "software", "service"],
    "shelf": ["shelf", "shelf", "software", "service"], "supplies": ["supplies", "printing"],
    "software": ["software", "service", "scanning"], "service": ["service", "supplies"],
}
STAGES = ["contact", "need", "offer", "negotiation", "won", "lost"]
PROBABILITY = {"contact": (5, 20), "need": (20, 40), "offer": (40, 60), "negotiation": (60, 90)}
RIVALS = ["原有供应商", "一家本地服务商", "另外两家厂商", "低价线上品牌", ""]
PROMISES = [
    "开业当天派工程师守店一天。", "首年每季度免费巡检一次。", "旧会员数据由我方迁移，约六万条。", "到货后十天内装完所有门店。",
    "小票纸首批免费两箱。", "培训不限人数，可录像。", "备机一台存放在客户仓库。", "两年内软件价格不上调。",
]
names = set()


def unique(text):
    name, number = text, 2
    while name in names:
        name = f"{text}{'一二三四五六七八九十'[number - 1] + '期' if number <= 10 else number}"
        number += 1
    names.add(name)
    return name


def quantity(product, shops):
    category = product["category"]
    if category == "shelf":
        per = {"JQ-101": 900, "JQ-102": 600, "JQ-103": 120, "JQ-104": 12, "JQ-201": 1, "JQ-301": 300}
        return max(1, round(per[product["code"]] * min(shops, 6) * chance.uniform(0.5, 1.5)))
    if category == "supplies":
        many = product["unit"] == "roll"
        return round(shops * chance.uniform(6, 40) if many else shops * chance.uniform(2, 8)) + 1
    if category in ("software", "service"):
        return max(1, round(shops * chance.uniform(0.5, 1.1)))
    return max(1, round(shops * chance.uniform(0.8, 2.2)))


def opportunities(customers, products, campaigns, count):
    rows = []
    weights = {"vip": 5.5, "normal": 2.2, "potential": 0.75}
    pool = [customer for customer in customers if customer["created_at"].date() < TODAY - timedelta(days=9)]
    category_of = {category: [p for p in products if p["category"] == category] for category in TITLES}
    while len(rows) < count:
        customer = chance.choices(pool, [weights[c["level"]] for c in pool])[0]
        category = chance.choices(list(TITLES), [26, 8, 13, 14, 16, 16, 7])[0]
        product = chance.choice(category_of[category])
        shops = chance.randrange(40, 130) if happens(0.05) else 2 + round(chance.random() ** 1.7 * 34)
        shops = max(1, min(customer["shops"], shops))
        title = chance.choice(TITLES[category]).format(n=max(2, shops))
        created = moment(day_between(customer["created_at"].date(), TODAY - timedelta(days=1)))
        created = after(max(created, customer["created_at"]), 1)
        stage = stage_by_age((TODAY - created.date()).days, customer["level"])
        number = quantity(product, shops)
        discount = chance.choice([0, 0, 0.05, 0.05, 0.08, 0.1, 0.12])
        amount = number * product["price"] * (1 - discount) * chance.uniform(1.0, 1.35)
        if amount < 1500:
            continue
        row = {
            "name": unique(f"{customer['_short']} {title}"), "customer.name": customer["name"],
            "owner.login": customer["owner.login"],
            "stage": stage, "product.code": product["code"], "quantity": number,
            "amount": float(round(amount, -2) or 100), "discount": f"{discount:g}" if discount else "",
            "source": "repeat" if customer.get("_won") else chance.choice(
                ["exhibition", "website", "referral", "advertising", "visit"]),
            "competitor": chance.choice(RIVALS), "created_at": created,
            "created_by.login": customer["owner.login"], "_customer": customer, "_shops": shops,
            "_product": product, "_category": category}
        if row["source"] in ("exhibition", "advertising"):
            near = [c for c in campaigns if c["kind"] in ("fair", "advertising")
                    and 0 <= (created.date() - c["starts_on"]).days <= 120]
            row["campaign.name"] = chance.choice(near)["name"] if near else ""
        people = [c for c in customer["_contacts"] if not c["left"] and c["created_at"] <= created]
        if people or stage == "negotiation":
            row["_contact"] = chance.choice(people or customer["_contacts"])
            row["contact.phone"] = row["_contact"]["phone"]
        outlook(row)
        if stage == "won":
            customer["_won"] = True
        rows.append(row)
    return rows


def stage_by_age(days, level):
    """Old ones are decided; of the young ones most are still open."""
    if days < 12:
        return chance.choices(STAGES, [50, 30, 14, 3, 2, 1])[0]
    if days < 45:
        return chance.choices(STAGES, [20, 26, 26, 14, 9, 5])[0]
    if days < 110:
        return chance.choices(STAGES, [6, 10, 14, 12, 38, 20])[0]
    won = {"vip": 78, "normal": 62, "potential": 0}[level]
    still = 1 if days < 220 else 0
    return chance.choices(STAGES, [still, still, 2 * still, 2 * still, won, 94 - won])[0]


def outlook(row):
    created, stage = row["created_at"].date(), row["stage"]
    days = chance.randrange(8, 30) if row["amount"] < 20000 else chance.randrange(20, 110)
    if stage in ("won", "lost"):
        closed = workday(min(TODAY, created + timedelta(days=days)))
        row.update({
            "closed_on": max(closed, created), "expected_on": max(created, closed + timedelta(days=chance.randrange(-14, 15))),
            "probability": "1" if stage == "won" else "0", "budget_confirmed": stage == "won" or happens(0.3)})
        if stage == "lost":
            row["lost_reason"] = chance.choices(
                ["price", "rival", "function", "delayed", "people"], [34, 22, 12, 22, 10])[0]
            row["remark"] = chance.choice(LOST_REMARKS)
        return
    low, high = PROBABILITY[stage]
    row["probability"] = f"{chance.randrange(low, high + 1, 5) / 100:g}"
    row["budget_confirmed"] = stage in ("offer", "negotiation") and happens(0.7)
    if stage != "contact" or happens(0.4):
        row["expected_on"] = workday(max(TODAY + timedelta(days=chance.randrange(3, 75)), created))
    if happens(0.8):
        row["next_contact_at"] = moment_ahead(chance.randrange(-3, 15))


def moment_ahead(days):
    day = workday(TODAY + timedelta(days=days))
    return NOW.replace(year=day.year, month=day.month, day=day.day, minute=chance.choice([0, 30]),
                       hour=chance.choice([9, 10, 11, 14, 15, 16]))


def contracts(opportunities, products, count):
    """A contract for each that was won, and drafts for some in negotiation."""
    by_category = {}
    for product in products:
        by_category.setdefault(product["category"], []).append(product)
    won = [row for row in opportunities if row["stage"] == "won"]
    near = [row for row in opportunities if row["stage"] == "negotiation"]
    chosen = won[:count] + chance.sample(near, min(len(near), 22))
    return [contract(row, by_category) for row in chosen]


def contract(opportunity, by_category):
    customer = opportunity["_customer"]
    lines = contract_lines(opportunity, by_category)
    amount = round(sum(line["_amount"] for line in lines), 2)
    category = opportunity["_category"]
    kind = {"supplies": "frame", "service": "service"}.get(category, "project")
    kind = "renewal" if "续费" in opportunity["name"] else kind
    terms = ("monthly" if kind == "frame" else "once" if amount < 20000 or kind != "project"
             else chance.choice(["half", "thirds", "thirds"]))
    row = {
        "name": opportunity["name"] + "合同", "customer.name": customer["name"],
        "opportunity.name": opportunity["name"], "kind": kind, "terms": terms, "_amount": amount,
        "owner.login": opportunity["owner.login"],
        "created_by.login": opportunity["owner.login"], "_customer": customer, "_lines": lines,
        "_contact": opportunity.get("_contact"),
        "signer.phone": opportunity["_contact"]["phone"] if "_contact" in opportunity else "",
        "promises": "\n".join(chance.sample(PROMISES, chance.choice([1, 1, 2]))) if happens(0.35) else ""}
    if opportunity["stage"] != "won":
        row["stage"] = chance.choice(["draft", "draft", "review"])
        row["created_at"] = max(opportunity["created_at"], NOW - timedelta(hours=chance.randrange(6, 240)))
        if row["stage"] == "draft" and happens(0.4):
            row["terms"] = ""
        return row
    signed = opportunity["closed_on"]
    opportunity["amount"] = amount
    starts = signed + timedelta(days=chance.choice([0, 1, 3, 7]))
    length = chance.randrange(60, 200) if kind == "project" else 364
    row.update({"signed_on": signed, "starts_on": starts, "ends_on": starts + timedelta(days=length)})
    row["created_at"] = min(max(opportunity["created_at"], moment(signed)), NOW)
    customer.setdefault("_contracts", []).append(row)
    if happens(0.02):
        row.update({"stage": "cancelled", "remark": "客户开店计划取消，双方协商作废。"})
    elif (TODAY - signed).days < 20:
        row["stage"] = "signed"
    else:
        row["stage"] = "closed" if row["ends_on"] < TODAY else "running"
    return row


def contract_lines(opportunity, by_category):
    main = opportunity["_product"]
    category = opportunity["_category"]
    chosen = [main]
    wanted = chance.choices([2, 3, 4, 5, 6], [24, 30, 24, 14, 8])[0]
    while len(chosen) < wanted:
        product = chance.choice(by_category[chance.choice(BESIDE[category])])
        if product not in chosen:
            chosen.append(product)
        else:
            wanted -= happens(0.2)
    lines = []
    for product in chosen:
        shops = opportunity["_shops"]
        number = opportunity["quantity"] if product is main else quantity(product, max(1, shops // 2))
        discount = chance.choice([0, 0, 0.05, 0.08, 0.1])
        lines.append({
            "product.code": product["code"], "quantity": number, "price": product["price"],
            "discount": f"{discount:g}" if discount else "",
            "cost_price": product["cost"],
            "_amount": round(number * product["price"] * (1 - discount), 2), "_product": product})
    return lines
