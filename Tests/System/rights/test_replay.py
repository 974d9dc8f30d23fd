"""What one person was given is worth nothing in another's hands, and nothing any more once it was
taken away: ids, files, comments, undo, keys of pages, tokens, sessions."""

import itertools
import re

import pytest
from conftest import Judged
from subjects import SUBJECTS
from visitor import Visitor

from server import PASSWORD, SESSION, Client

NUMBERS = itertools.count(1)
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8cfc0"
    "00000301010018dd8db00000000049454e44ae426082")


@pytest.fixture(scope="module")
def scene(engine, tmp_path_factory):
    judged = Judged(SUBJECTS["rights"], engine, tmp_path_factory.mktemp("scene"))
    yield judged
    judged.close()


@pytest.fixture
def newcomer(scene):
    """Adds a person and signs in; every call makes another."""
    def make(roles, department="hz"):
        login = f"new{next(NUMBERS)}"
        departments = scene.oracle.facts.records["department"].values()
        body = {
            "login": login, "name": f"新人{login}", "roles": roles, "active": True,
            "department": next(d["id"] for d in departments if d["code"] == department)}
        admin = scene.visitors["adm"]
        answer = admin.api("POST", "/api/user", body)
        assert answer.status == 201, answer
        number = answer.json["id"]
        assert admin.post(f"/app/user/{number}/access/password", new=PASSWORD).status == 303
        person = Visitor(scene.server, login)
        person.number = number
        return person

    return make


def create(visitor, entity, **body):
    answer = visitor.api("POST", f"/api/{entity}", body)
    assert answer.status == 201, answer
    return answer.json


def test_records_comments_files_and_undo_of_another(scene, newcomer):
    mine, other = newcomer(["sales"], "sh"), newcomer(["sales"], "bj")
    record = create(mine, "customer", name=f"秘密客户{mine.login}")
    path = f"/app/customer/{record['id']}"
    assert mine.post(f"{path}/comments", text="只有我看").status == 303
    comment = re.search(rb"/comments/(\d+)", mine.get(path).body)[1].decode()
    moved = mine.post("/app/customer/-/bulk", {
        "do": "edit", "field": "remark", "f.remark": "改过", "confirmed": "true",
        "id": f"{record['id']}.1"})
    undo = re.search(r"undo\.(\d+)", moved.header("Set-Cookie"))[1]
    assert other.api("GET", f"/api/customer/{record['id']}").status == 404
    for target, form in (
            (f"{path}/comments", {"text": "x"}), (f"{path}/comments/{comment}", {"text": "x"}),
            (f"{path}/comments/{comment}/delete", {}), (f"{path}/delete", {"version": "2"}),
            (path, {"version": "2", "f.name": "x", "only": "name"}),
            (f"{path}/cell", {"version": "2", "field": "name", "f.name": "x"}),
            (f"{path}/move", {"version": "2", "field": "status", "value": "dormant"}),
            (f"{path}/files", {"files": "1"})):
        assert other.post(target, form).status == 404, target
    # The comment named beside a record of the other's own.
    theirs = create(other, "customer", name=f"别人的{other.login}")
    for tail in ("", "/delete"):
        beside = f"/app/customer/{theirs['id']}/comments/{comment}{tail}"
        assert other.post(beside, text="x").status == 404
    assert other.post("/app/customer/-/undo", id=undo).status in (400, 404)
    bulk = other.post("/app/customer/-/bulk", {
        "do": "delete", "confirmed": "true", "id": f"{record['id']}.2"})
    assert bulk.status in (303, 404)
    after = mine.api("GET", f"/api/customer/{record['id']}")
    assert after.status == 200 and after.json["remark"] == "改过"
    assert "只有我看".encode() in mine.get(path).body


def upload(visitor, name):
    """The id of a new file."""
    mark = "mark"
    body = (
        f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n'
        "Content-Type: image/png\r\n\r\n").encode() + PICTURE + f"\r\n--{mark}--\r\n".encode()
    answer = visitor.client.request("POST", "/files", None, {
        "Authorization": f"Bearer {visitor.token}",
        "Content-Type": f"multipart/form-data; boundary={mark}"}, body)
    assert answer.status == 201, answer
    return re.search(r'"id":\s*"?(\w+)', answer.body.decode())[1]


def test_a_file_is_its_record_s(scene, newcomer):
    mine, other = newcomer(["sales"], "sh"), newcomer(["sales"], "bj")
    record = create(mine, "customer", name=f"有附件{mine.login}")
    file = upload(mine, "合同.png")
    path = f"/files/{file}"
    assert other.get(path).status == 404, "a file that belongs to no record is its uploader's"
    # Nor is it to be had by naming it in a record of one's own.
    theirs = create(other, "customer", name=f"借附件{other.login}")
    stolen = other.api("PATCH", f"/api/customer/{theirs['id']}", {"papers": [file]})
    assert stolen.status == 422, stolen
    kept = mine.api("PATCH", f"/api/customer/{record['id']}", {"papers": [file]})
    assert kept.status == 200, kept
    assert mine.get(path).status == 200
    for visitor in (other, scene.visitors["nan"], scene.visitors["dan"]):
        for tail in ("", "/thumb"):
            assert visitor.get(path + tail).status == 404, visitor.login
    assert other.api("PATCH", f"/api/customer/{theirs['id']}", {"papers": [file]}).status == 422
    assert Client(scene.server.port).get(path).status in (303, 401)


EXTRA = {
    "id": 1, "version": 9, "created_by": 1, "created_at": "2020-01-01T00:00:00Z", "updated_by": 1,
    "__proto__": {"roles": ["director"]}, "constructor": {"prototype": {"a": 1}},
    "roles": ["director"], "is_admin": True, "password": "x", "room": "1.00", "deals": 7,
    "owner_id": 1, "expanded": {}, "$where": "1", "owner.login": "ivy", "NAME": "x",
}


@pytest.mark.parametrize("key", EXTRA)
def test_keys_that_are_none_of_the_record_s(scene, newcomer, key):
    mine = newcomer(["sales"])
    record = create(mine, "customer", name=f"客户{mine.login}")
    path = f"/api/customer/{record['id']}"
    before = mine.api("GET", path).body
    extra = {key: EXTRA[key]}
    for method, target, body in (
            ("POST", "/api/customer", {"name": f"又一个{mine.login}"} | extra),
            ("PATCH", path, extra), ("PATCH", path, {"remark": "x"} | extra),
            ("POST", "/api/customer/-/batch", {"operations": [
                {"op": "update", "id": record["id"], "version": None, "record": extra}]})):
        answer = mine.api(method, target, body)
        assert answer.status in (400, 422), (method, target, answer)
    assert mine.api("GET", path).body == before
    assert mine.api("GET", f"/api/customer?q=又一个{mine.login}").json["data"] == []


def test_owner_and_department_are_given_by_whom_may_assign(scene, newcomer):
    sales, service = newcomer(["sales"]), newcomer(["service"], "svc")
    ivy = scene.oracle.facts.people["ivy"].id
    mine = create(sales, "customer", name=f"客户{sales.login}")
    assert mine["owner"] == sales.number
    away = sales.api("POST", "/api/customer", {"name": f"他的{sales.login}", "owner": ivy})
    assert away.status in (403, 422), "create: own"
    ticket = create(service, "ticket", subject="工单", agent=service.number)
    assert service.api("PATCH", f"/api/ticket/{ticket['id']}", {"agent": ivy}).status == 200
    assert service.api("PATCH", f"/api/ticket/{ticket['id']}", {"agent": service.number}).status in (
        403, 404, 422), "what was given away is another's"


def test_nobody_gives_himself_roles(scene, newcomer):
    mine = newcomer(["intern"])
    path = f"/api/user/{mine.number}"
    for answer in (
            mine.api("PATCH", path, {"roles": ["director", "admin"]}),
            mine.post(f"/app/user/{mine.number}", {
                "version": "1", "f.roles": "admin", "only": "roles"}),
            mine.post(f"/app/user/{mine.number}/access/active", active="true"),
            mine.api("POST", "/api/position", {"person": mine.number, "head": True})):
        assert answer.status in (403, 404), answer
    mine.post("/me", {"f.name": "改名", "f.roles": "admin", "name": "改名", "roles": "admin",
                      "f.department": "1", "f.active": "true"})
    assert scene.visitors["adm"].api("GET", path).json["roles"] == ["intern"]


# Sessions and tokens

def test_a_session_cannot_be_chosen_beforehand(scene, newcomer):
    mine, other = newcomer(["sales"]), newcomer(["sales"])
    chosen = "a" * 64
    client = Client(scene.server.port)
    for cookie in (chosen, other.token):
        answer = client.request("POST", SESSION, {"user": mine.login, "password": PASSWORD},
                                {"Cookie": f"session={cookie}"})
        assert answer.status == 201 and answer.json["token"] not in (cookie, mine.token)
        assert answer.json["csrf_token"] not in (mine.csrf, other.csrf)
        assert client.get("/api/customer", Cookie=f"session={chosen}").status == 401
    page = client.get("/sign-in", Cookie=f"session={chosen}")
    csrf = re.search(rb'name="csrf" value="(\w+)"', page.body)[1].decode()
    guard = page.header("Set-Cookie").split(";")[0]
    form = client.request("POST", "/sign-in", headers={
        "Cookie": f"session={chosen}; {guard}",
        "Content-Type": "application/x-www-form-urlencoded"},
        raw=f"csrf={csrf}&login={mine.login}&password={PASSWORD}".encode())
    assert form.status == 303 and chosen not in form.header("Set-Cookie")


def test_tokens_against_other_sites_are_the_session_s(scene):
    ann, bob = scene.visitors["ann"], scene.visitors["bob"]
    own = min(scene.oracle.readable(scene.oracle.facts.people["ann"], "customer"))
    for csrf in (bob.csrf, "", ann.csrf[:-1], ann.csrf + "0", ann.token):
        other = Visitor(scene.server, "ann", ann.token, csrf)
        assert other.post(f"/app/customer/{own}/comments", text="x").status == 403, csrf
        body = other.client.request("PATCH", f"/api/customer/{own}", {"remark": "x"}, {
            "Cookie": f"session={ann.token}", "X-CSRF-Token": csrf or "0", "If-Match": "*"})
        assert body.status == 403


def access_token(visitor, name, read_only=False):
    page = visitor.post("/me/tokens", name=name, **({"read_only": "true"} if read_only else {}))
    assert page.status == 201, page
    return re.search(r"tn_[\w-]+", page.body.decode())[0]


def by_token(scene, token):
    return Visitor(scene.server, "", token, "")


def test_access_tokens_reach_no_further_than_their_makers(scene, newcomer):
    mine, other = newcomer(["sales"], "sh"), newcomer(["sales"], "bj")
    secret = create(other, "customer", name=f"别人的{other.login}")
    record = create(mine, "customer", name=f"客户{mine.login}")
    program = by_token(scene, access_token(mine, "程序"))
    reader = by_token(scene, access_token(mine, "只读", read_only=True))
    assert program.api("GET", f"/api/customer/{secret['id']}").status == 404
    assert program.api("PATCH", f"/api/customer/{record['id']}", {"remark": "a"}).status == 200
    assert reader.api("PATCH", f"/api/customer/{record['id']}", {"remark": "b"}).status == 403
    assert reader.api("DELETE", "/session").status in (401, 403)
    for path in ("/", "/me", "/me/tokens", "/app/customer"):
        page = program.client.request("GET", path, headers={
            "Authorization": f"Bearer {program.token}"})
        assert page.status in (303, 401, 403), path
    listed = re.findall(rb"/me/tokens/(\d+)/revoke", mine.get("/me/tokens").body)
    for number in listed:
        assert other.post(f"/me/tokens/{number.decode()}/revoke").status == 404
    assert reader.api("GET", f"/api/customer/{record['id']}").status == 200
    for number in listed:
        assert mine.post(f"/me/tokens/{number.decode()}/revoke").status == 303
    for gone in (program, reader):
        assert gone.api("GET", f"/api/customer/{record['id']}").status == 401


@pytest.mark.parametrize("how", ["page", "api"])
def test_whoever_is_suspended_is_out_at_once(scene, newcomer, how):
    mine = newcomer(["sales"])
    record = create(mine, "customer", name=f"客户{mine.login}")
    path = f"/api/customer/{record['id']}"
    token = by_token(scene, access_token(mine, "程序"))
    open_ones = [mine, Visitor(scene.server, mine.login), Visitor(scene.server, mine.login), token]
    assert [v.api("GET", path).status for v in open_ones] == [200] * 4
    admin = scene.visitors["adm"]
    if how == "page":
        assert admin.post(f"/app/user/{mine.number}/access/active", active="false").status == 303
    else:
        assert admin.api("PATCH", f"/api/user/{mine.number}", {"active": False}).status == 200
    assert [v.api("GET", path).status for v in open_ones] == [401] * 4
    for visitor in open_ones[:3]:
        page = visitor.get("/app/customer")
        assert page.status == 303 and page.header("Location").startswith("/sign-in")
        assert visitor.post(f"/app/customer/{record['id']}/delete", version="1").status in (303, 401)
    again = Client(scene.server.port).post(SESSION, {"user": mine.login, "password": PASSWORD})
    assert again.status == 401
    assert admin.api("PATCH", f"/api/user/{mine.number}", {"active": True}).status == 200


def test_a_role_that_is_taken_away_is_gone_at_the_next_request(scene, newcomer):
    mine = newcomer(["director", "intern"])
    token = by_token(scene, access_token(mine, "程序"))
    secret = min(i for i, r in scene.oracle.facts.all("deal"))
    both = (mine, token)
    assert [v.api("GET", f"/api/deal/{secret}").status for v in both] == [200, 200]
    cursor = mine.api("GET", "/api/deal?limit=2&sort=-margin").json["next"]
    admin = scene.visitors["adm"]
    answer = admin.api("PATCH", f"/api/user/{mine.number}", {"roles": ["intern"]})
    assert answer.status == 200, answer
    assert [v.api("GET", f"/api/deal/{secret}").status for v in both] == [403, 403] or [
        v.api("GET", f"/api/deal/{secret}").status for v in both] == [404, 404]
    for path in ("/api/deal", f"/api/deal?sort=-margin&after={cursor}", "/app/deal",
                 "/app/deal?view=targets", f"/app/deal/{secret}/edit"):
        for visitor in both:
            answer = visitor.api("GET", path) if path.startswith("/api") else visitor.get(path)
            assert answer.status in (303, 400, 401, 403, 404), (path, answer.status)


def test_a_new_department_counts_at_the_next_request(scene, newcomer):
    mine = newcomer(["intern"], "bj")
    before = {r["id"] for r in mine.api("GET", "/api/customer?limit=200").json["data"]}
    departments = {d["code"]: d["id"] for d in scene.oracle.facts.records["department"].values()}
    admin = scene.visitors["adm"]
    assert admin.api(
        "PATCH", f"/api/user/{mine.number}", {"department": departments["svc"]}).status == 200
    after = {r["id"] for r in mine.api("GET", "/api/customer?limit=200").json["data"]}
    customers = scene.oracle.facts.records["customer"].items()
    for found, code in ((before, "bj"), (after, "svc")):
        assert found >= {i for i, r in customers if r.get("dept") == departments[code]}
    assert not before & after


def test_keys_and_orders_of_another(scene):
    """A page's key is no proof: it gives whoever brings it a page of what is his."""
    ivy, ann = scene.visitors["ivy"], scene.visitors["ann"]
    mine = scene.oracle.readable(scene.oracle.facts.people["ann"], "customer")
    page = ivy.api("GET", "/api/customer?limit=5").json
    while page["next"]:
        answer = ann.api("GET", f"/api/customer?limit=5&after={page['next']}")
        assert answer.status == 200 and {r["id"] for r in answer.json["data"]} <= mine
        page = ivy.api("GET", f"/api/customer?limit=5&after={page['next']}").json
    hidden = ivy.api("GET", "/api/customer?limit=5&sort=-debt").json["next"]
    for path in (f"/api/customer?after={hidden}", f"/api/customer?sort=-debt&after={hidden}",
                 f"/app/customer?sort=-debt&after={hidden}"):
        answer = ann.api("GET", path) if path.startswith("/api") else ann.get(path)
        assert answer.status == 400, path


def test_a_key_for_once_only_is_one_person_s(scene, newcomer):
    mine, other = newcomer(["sales"], "sh"), newcomer(["sales"], "bj")
    body = {"name": f"一次{mine.login}"}
    key = {"Idempotency-Key": '"the-same-key"'}
    first = mine.api("POST", "/api/customer", body, **key)
    assert first.status == 201
    second = other.api("POST", "/api/customer", body, **key)
    assert second.status == 409 and first.json["name"] not in second.body.decode()
    assert mine.api("POST", "/api/customer", body, **key).json["id"] == first.json["id"]


def test_saved_views_of_another(scene, newcomer):
    mine, other = newcomer(["sales"], "sh"), newcomer(["sales"], "bj")
    made = mine.post("/app/customer/-/views", {
        "do": "create", "name": "我的秘密视图", "query": "filter.name=机密客户", "shared": "false"})
    number = re.search(r"saved=(\d+)", made.header("Location"))[1]
    page = other.get(f"/app/customer?saved={number}")
    assert "我的秘密视图".encode() not in page.body and "机密客户".encode() not in page.body
    for deed in ("save", "delete"):
        answer = other.post("/app/customer/-/views", {
            "do": deed, "id": number, "name": "x", "query": "", "shared": "true"})
        assert answer.status in (403, 404)
    assert "我的秘密视图".encode() in mine.get("/app/customer").body
