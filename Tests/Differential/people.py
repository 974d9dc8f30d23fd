"""The people of every run, and a record with nothing in it."""

PEOPLE = {
    "department": [
        {"id": "1", "name": "总部", "code": "HQ", "head": "1"},
        {"id": "2", "name": "销售部", "parent": "1", "head": "2"},
        {"id": "3", "name": "Service", "code": "é", "parent": "2"},
    ],
    "user": [
        {"id": "1", "login": "zhao", "name": "赵𠮷", "department": "1", "active": True,
         "roles": ["sales", "admin"], "phone": "13812345678", "position": "总经理"},
        {"id": "2", "login": "li", "name": "Élodie", "department": "2", "active": True,
         "roles": ["sales"], "email": "li@example.com"},
        {"id": "3", "login": "wang", "name": "王", "department": "2", "active": False,
         "roles": ["director"]},
        {"id": "4", "login": "ghost", "name": "ghost", "active": True},
    ],
}  # fmt: skip
RUN = {"zone": "Asia/Shanghai", "now": "2026-03-02T01:00:00.000Z", "me": "1", "records": PEOPLE}
EMPTY = {"id": "1000", "fields": {"ready": False}, "old": None, "records": {}}
