"""The company of Tests/Apps/rights: people in three levels of departments, and records of every
kind of owner and department. Rows are dictionaries of CSV cells, so that tests can change them
before they are loaded."""

import csv
import itertools
from pathlib import Path

from server import PASSWORD

#: code, name, above, head.
DEPARTMENTS = [
    ("hq", "总部", "", ""),
    ("east", "华东", "hq", ""),
    ("sh", "上海", "east", ""),
    ("hz", "杭州", "east", ""),
    ("north", "华北", "hq", "gu"),
    ("bj", "北京", "north", ""),
    ("svc", "客服部", "hq", "kim"),
]
#: login, name, roles, department.
PEOPLE = [
    ("ann", "安然", "sales", "sh"),
    ("bob", "鲍勃", "sales", "sh"),
    ("cai", "蔡宁", "sales", "hz"),
    ("dan", "丹青", "sales", "bj"),
    ("eve", "伊芙", "sales service", "svc"),
    ("fei", "费明", "manager", "sh"),
    ("gu", "顾城", "manager", "north"),
    ("hui", "惠子", "manager", "hz"),
    ("ivy", "艾薇", "director", "hq"),
    ("jun", "俊杰", "finance", "hq"),
    ("kim", "金智", "service", "svc"),
    ("lee", "李想", "intern", "sh"),
    ("mo", "莫愁", "sales", ""),
    ("nan", "南风", "", "hz"),
    ("pan", "潘安", "manager finance", "bj"),
    ("qi", "齐云", "auditor intern", "hz"),
    ("adm", "管理员", "admin", "hq"),
    ("out", "欧离", "sales director", "sh"),
]
#: person, department, name, head: the east has two heads, and hui stands in two departments.
POSITIONS = [
    ("fei", "east", "区域经理", "true"),
    ("hui", "east", "副经理", "true"),
    ("hui", "sh", "顾问", "false"),
    ("eve", "sh", "驻点客服", "false"),
    ("pan", "bj", "负责人", "true"),
]
SUSPENDED = "out"
OWNERS = ["ann", "bob", "cai", "dan", "eve", "fei", "gu", "hui", "kim", "mo", None]
#: entity, its text that names the record, field that `pool` blanks.
OWNED = {"customer": "owner", "deal": "seller", "ticket": "agent"}
#: Last days of shares, counted from 1970.
ENDED, FAR = 18_262, 47_000


class Company:
    """Tables of CSV cells by entity. What loading gives a default is blanked afterwards."""

    def __init__(self):
        self.departments = {login: department for login, _, _, department in PEOPLE}
        self.tables = {
            "department": [
                {"code": c, "name": n, "parent.code": p, "head.login": h}
                for c, n, p, h in DEPARTMENTS],
            "users": [
                {"login": login, "name": name, "password": PASSWORD, "roles": roles,
                 "department.code": department}
                for login, name, roles, department in PEOPLE],
            "position": [
                {"person.login": p, "department.code": d, "name": n, "head": h}
                for p, d, n, h in POSITIONS],
            "product": [{"name": f"产品{n}", "price": f"{n * 1234}.56"} for n in range(1, 5)],
            "memo": [{"text": f"便笺{n}"} for n in range(1, 4)],
        }
        self.tables["customer"] = list(self.customers())
        self.tables["deal"] = list(self.deals())
        self.tables["deal_line"] = list(self.lines())
        self.tables["visit"] = list(self.visits())
        self.tables["ticket"] = list(self.tickets())
        #: Which records have nobody: by entity, row numbers.
        self.pool = {
            entity: [i for i, row in enumerate(self.tables[entity]) if row.pop("pool", None)]
            for entity in OWNED}
        self.shares = list(self.made_shares())

    def belonging(self, count):
        """Owner and department of each record: own, none, another's."""
        departments = itertools.cycle([code for code, *_ in DEPARTMENTS])
        for number in range(count):
            owner = OWNERS[number % len(OWNERS)]
            kind = number // len(OWNERS) % 3
            department = ["", self.departments.get(owner, "east"), next(departments)][kind]
            yield number, owner, department

    def customers(self):
        for number, owner, department in self.belonging(44):
            yield {
                "name": f"客户{number:02}", "phone": f"138{number:04}{9876 - number * 7:04}",
                "email": f"c{number}.{owner or 'x'}@mail{number % 4}.example",
                "id_card": f"3101{number:02}19900101{1000 + number * 31}X",
                "level": ["vip", "normal", "normal"][number % 3],
                "status": ["active", "active", "dormant", "active", "dormant"][number % 5],
                "owner.login": owner or "ann", "dept.code": department,
                "parent.name": f"客户{number - 5:02}" if number % 4 == 3 and number > 5 else "",
                # Amounts that occur once tell where they turn up.
                "credit": f"{410000 + number * 1009}.{number:02}" if number % 7 else "",
                "debt": self.debt(number),
                "score": str(number * 13 % 100) if number % 8 else "",
                "alarm": f"门禁{number:02}-{number * 7919}" if number % 3 else "",
                "remark": f"备注 {number} remark{number:02}", "pool": owner is None,
                "created_by.login": "ivy", "created_at": self.moment(number)}

    def deals(self):
        stages = ["open", "offer", "won", "lost"]
        for number, owner, department in self.belonging(40):
            yield {
                "name": f"商机{number:02}", "customer.name": f"客户{number * 7 % 44:02}",
                "seller.login": owner or "ann", "team.code": department,
                "stage": stages[(number + number // 11) % 4], "amount": f"{52000 + number * 419}.11",
                "cost": f"{30000 + number * 211}.37" if number % 9 else "",
                "product.name": f"产品{number % 4 + 1}" if number % 3 else "",
                "note": f"说明 note{number:02}", "pool": owner is None,
                "created_by.login": "ivy", "created_at": self.moment(number)}

    def lines(self):
        for number in range(48):
            yield {
                "deal.name": f"商机{number % 40:02}", "item": f"项目{number:02}",
                "quantity": str(number % 5 + 1), "price": f"{1100 + number * 13}.29",
                "cost": f"{710 + number * 17}.83" if number % 4 else "",
                "created_by.login": "ivy", "created_at": self.moment(number)}

    def visits(self):
        makers = [m for m in OWNERS if m] + ["qi", "lee", "ivy"]
        for number in range(39):
            yield {
                "customer.name": f"客户{number * 5 % 44:02}", "summary": f"拜访{number:02}",
                "day": f"202{5 + number % 2}-0{number % 9 + 1}-1{number % 8}",
                "secret": "true" if number % 3 == 0 else "false",
                "created_by.login": makers[number % len(makers)],
                "created_at": self.moment(number)}

    def tickets(self):
        for number, owner, department in self.belonging(36):
            yield {
                "subject": f"工单{number:02}", "agent.login": owner or "kim",
                "department.code": department or ("svc" if number % 4 == 0 else ""),
                "customer.name": f"客户{number * 3 % 44:02}" if number % 5 else "",
                "state": ["open", "closed"][number % 2], "urgency": str(number % 5 + 1),
                "contact": f"139{number:04}{5000 + number:04}", "answer": f"答复{number}",
                "internal": f"内部{number}" if number % 4 else "", "due": f"2026-0{number % 9 + 1}-20",
                "pool": owner is None, "created_by.login": "ivy",
                "created_at": self.moment(number)}

    @staticmethod
    def debt(number):
        if number % 6 == 0:
            return ""
        return f"{number}.{number:02}" if number % 5 == 0 else f"{61000 + number * 307}.{number:02}"

    @staticmethod
    def moment(number):
        return f"2026-03-{number % 27 + 1:02}T09:00:{number:02}+08:00"

    def made_shares(self):
        """entity, row, login, whether for editing, until."""
        wishes = itertools.cycle(
            [(False, None), (True, None), (True, ENDED), (False, FAR), (True, FAR), (False, ENDED)])
        logins = itertools.cycle(["ann", "cai", "eve", "kim", "dan", "bob", "mo", "lee"])
        for entity, count in (("customer", 44), ("ticket", 36)):
            for row in range(1, count, 2):
                edit, until = next(wishes)
                yield entity, row, next(logins), edit, until

    # Into a database

    def write(self, folder):
        """Writes the CSV files."""
        Path(folder).mkdir(parents=True, exist_ok=True)
        for name, rows in self.tables.items():
            with open(Path(folder) / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
                writer = csv.DictWriter(file, list(rows[0]))
                writer.writeheader()
                writer.writerows(rows)

    def finish(self, store):
        """What no file can say, with the server down."""
        ids = {name: dict(enumerate(r[0] for r in store.query(f'SELECT id FROM "{name}" ORDER BY id')))
               for name in OWNED}
        users = dict(store.query("SELECT login, id FROM tenon_user"))
        blanked = [
            f'UPDATE "{entity}" SET "{OWNED[entity]}" = NULL WHERE id IN '
            f"({', '.join(str(ids[entity][row]) for row in rows)})"
            for entity, rows in self.pool.items() if rows]
        shared = [
            'INSERT INTO tenon_share (entity, record, "user", edit, until, "by", at) VALUES '
            f"('{entity}', {ids[entity][row]}, {users[login]}, {int(edit)}, {until or 'NULL'}, "
            f"{users['ivy']}, 1767225600000)"
            for entity, row, login, edit, until in self.shares]
        suspended = f"UPDATE tenon_user SET active = 0 WHERE login = '{SUSPENDED}'"
        run_all(store, [*blanked, *shared, suspended])


def run_all(store, statements):
    """Runs statements that answer nothing: in one go where each costs a process."""
    for sql in [";\n".join(statements)] if store.engine == "postgres" else statements:
        store.query(sql)
