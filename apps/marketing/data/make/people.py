"""People, departments, regions, products, customers and their contacts."""

from datetime import date, timedelta

from base import NOW, TODAY, chance, day_between, happens, moment, write
from words import (
    BRANDS, BUSINESSES, DEPARTMENTS, GIVEN, PEOPLE, POSITIONS, PRODUCTS, REGIONS,
    SECOND_POSITIONS, SURNAMES)

STREETS = ["云杉路", "青石街", "望湖大道", "稻香路", "松涛街", "长桥路", "新安街", "明德路", "双溪路", "枫林大道"]
REMARKS = [
    "老客户介绍，信任基础好。", "门店分散，重视手机端使用体验。", "付款习惯好，一般验收后 30 天内付清。",
    "要求提供同行业案例，“眼见为实”。", "对数据安全要求高，倾向私有化部署。", "价格敏感，比价三家以上；服务响应是加分项。",
    "集团采购，每年 11 月做次年预算。", "希望先试用一家店，效果好再推广。", "决策链较长：门店运营 → 信息部 → 分管副总。",
    "老板每周二巡店，上午电话打不通。", "财务只在 10 号和 25 号付款，对账单要提前一周发。", "店长流动大，每季度要重新培训一次。",
    "喜欢打羽毛球，约球比约会议容易。", "总部在装修，寄件请写仓库地址。", "对上一家供应商不满，重点是响应慢。", "", "", "", "",
]
phones = set()


def mobile():
    """A mobile number: 142 00 is given to no network."""
    while True:
        number = f"142 00{chance.randrange(100):02d} {chance.randrange(10000):04d}"
        if number not in phones:
            phones.add(number)
            return number


def person_name():
    return chance.choice(SURNAMES) + chance.choice(GIVEN)


def staff():
    write("department", ["name", "parent.name", "head.login", "code"], [
        {"name": name, "parent.name": parent, "head.login": head, "code": code}
        for name, parent, head, code in DEPARTMENTS])
    write("users", ["login", "name", "password", "roles", "department.name", "position", "phone",
                    "email"], [
        {"login": login, "name": name, "password": "tenon-demo", "roles": role,
         "department.name": department, "position": position, "phone": mobile(),
         "email": f"{login}@tenon.example"}
        for login, name, department, position, role in PEOPLE])
    write("position", ["person.login", "name", "department.name", "head"], [
        {"person.login": login, "name": name, "department.name": department, "head": head}
        for login, name, department, head in SECOND_POSITIONS])
    write("region", ["name", "code", "head.login", "provinces", "target"], [
        {"name": name, "code": code, "head.login": head, "provinces": provinces, "target": target}
        for name, code, head, provinces, target, _, _ in REGIONS])


def products():
    rows = []
    for code, name, short, category, unit, price, floor, stock, days, tags, spec in PRODUCTS:
        status = {"SY-110": "selling", "DY-101": "ending", "SM-310": "ending"}.get(code, "selling")
        rows.append({
            "code": code, "name": name, "category": category, "status": status, "tags": tags,
            "price": price, "floor": floor, "cost": round(floor * 0.82, 2), "unit": unit, "stock": stock, "lead_days": days,
            "keeper.login": "lin" if category in ("software", "service") else "gao", "spec": spec,
            "page": f"https://www.tenon.example/products/{code.lower()}", "_short": short})
    write("product", ["code", "name", "category", "status", "tags", "price", "floor", "cost",
                      "unit", "stock", "lead_days", "keeper.login", "spec", "page"], rows)
    return rows


def customers(count):
    made, names = [], set()
    weights = [business[1] for business in BUSINESSES]
    region_weights = [22, 14, 13, 9, 8, 20, 13, 11, 7]
    while len(made) < count:
        region = chance.choices(REGIONS, region_weights)[0]
        city, dial = chance.choice(region[5])
        brand, pinyin = chance.choice(BRANDS)
        industry, _, kinds, shops, heads = chance.choices(BUSINESSES, weights)[0]
        kind = chance.choice(kinds)
        name = city + brand + kind + chance.choice(["有限公司"] * 4 + ["股份有限公司"])
        if (city, brand) in names or (brand, kind) in names:
            continue
        names.update([(city, brand), (brand, kind)])
        made.append(customer(len(made), name, city, dial, brand, pinyin, industry, kind, shops,
                             heads, region))
    return made


def customer(index, name, city, dial, brand, pinyin, industry, kind, shops, heads, region):
    level = chance.choices(["vip", "normal", "potential"], [12, 55, 33])[0]
    # The company grew: more customers came later.
    age = int(900 * (1 - chance.random() ** 0.6)) if level != "potential" else int(chance.random() ** 2 * 420)
    created = moment(day_between(TODAY - timedelta(days=age + 8), TODAY - timedelta(days=age + 2)))
    size = chance.random() ** 2 * (2.0 if level == "vip" else 1.0)
    owner = region[2] if level == "vip" and happens(0.2) else chance.choice(region[6])
    tags = [tag for tag, share in [
        ("chain", 0.4 if shops[1] > 20 else 0), ("reference", 0.3 if level == "vip" else 0.02),
        ("prompt", 0.15), ("slow", 0.08), ("price", 0.18), ("group", 0.12 if level == "vip" else 0.03),
        ("dormant", 0.06 if level == "normal" and age > 400 else 0)] if happens(share)]
    domain = f"{pinyin}{'' if happens(0.4) else chance.choice(['-group', '-cn', '-shop'])}.example"
    return {
        "name": name, "level": level, "industry": industry, "tags": " ".join(tags),
        "credit_code": f"91{dial.strip('0').ljust(4, '0')[:4]}02DEM{index + 1:06d}{chance.choice('ABCDEFGH')}",
        "owner.login": owner, "active": "dormant" not in tags,
        "region.name": region[0], "city": city,
        "address": f"{city}市{chance.choice(STREETS)} {chance.randrange(1, 900)} 号" if happens(0.8) else "",
        "phone": f"{dial}-5550{chance.randrange(1000, 10000)}", "email": f"office@{domain}" if happens(0.7) else "",
        "website": f"https://www.{domain}" if happens(0.5) else "",
        "staff": round((heads[0] + size * (heads[1] - heads[0])) / 5) * 5 if happens(0.85) else "",
        "shops": max(1, round(shops[0] + size * (shops[1] - shops[0]))), "created_at": created,
        "created_by.login": owner, "remark": chance.choice(REMARKS), "_region": region,
        "_domain": domain, "_short": city + brand, "_kind": kind, "_age": age}


def contacts(made):
    rows = []
    for customer in made:
        customer["_contacts"] = []
        number = chance.choices([1, 2, 3, 4], [25, 38, 25, 12])[0] + (customer["level"] == "vip")
        parts = [POSITIONS[0] if happens(0.6) else POSITIONS[2]] + chance.choices(POSITIONS, k=number - 1)
        names = set()
        for part, positions in parts:
            name = person_name()
            while name in names:
                name = person_name()
            names.add(name)
            created = moment(day_between(customer["created_at"].date(), min(
                TODAY, customer["created_at"].date() + timedelta(days=60))))
            row = {
                "name": name, "customer.name": customer["name"], "position": chance.choice(positions),
                "part": part, "phone": mobile(),
                "email": f"{chance.choice('abcdefghjklmnpqrstwxyz')}{chance.randrange(10, 99)}@{customer['_domain']}"
                if happens(0.55) else "",
                "wechat": f"wx_{chance.randrange(16**6):06x}" if happens(0.35) else "",
                "birthday": date(chance.randrange(1968, 2001), chance.randrange(1, 13), chance.randrange(1, 29))
                if happens(0.3) else "",
                "left": happens(0.04), "created_at": max(created, customer["created_at"]),
                "created_by.login": customer["owner.login"],
                "remark": chance.choice(["爱喝茶，不喝酒。", "说话直，别绕弯子。", "微信回得比电话快。", "下午三点以后才有空。",
                                         "以前做过店长，懂现场。"]) if happens(0.12) else ""}
            customer["_contacts"].append(row)
            rows.append(row)
    write("contact", ["name", "customer.name", "position", "part", "phone", "email", "wechat",
                      "birthday", "left", "remark", "created_at", "created_by.login"], rows)
    return rows


def finish(made):
    """Writes the customers once their business is known."""
    for customer in made:
        contracts = customer.get("_contracts", [])
        spent = sum(contract["_amount"] for contract in contracts)
        if contracts:
            customer["since"] = min(contract["signed_on"] for contract in contracts)
            customer["discount"] = chance.choice(["0.05", "0.08", "0.1", "0.12", ""])
            customer["rating"] = f"{min(5, max(2.4, chance.gauss(4.2, 0.6))):.1f}"
        budget = spent * chance.uniform(0.6, 1.4) if spent else customer["shops"] * chance.uniform(3000, 9000)
        customer["budget"] = round(budget, -3) if happens(0.8) and budget >= 1000 else ""
        customer["met_at"] = customer.get("_met", "")
    write("customer", ["name", "credit_code", "level", "industry", "tags", "owner.login",
                       "active", "region.name", "city", "address", "phone", "email",
                       "website", "staff", "shops", "budget", "discount", "rating", "since",
                       "met_at", "remark", "created_at", "created_by.login"], made)
    assert all(row["created_at"] <= NOW for row in made)
