"""Spreadsheets come in: checked first, applied in pieces, corrected, loaded again, taken back.

With TENON_SCREENSHOTS=folder each page leaves a picture there.
"""

import csv
import io
import time

import pytest

from file_samples import TYPE, form
from test_browser import DESK, PHONE, picture, sign_in

ENDS = ("checked", "done", "undone")
KINDS = {
    "csv": "text/csv",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def table(*rows):
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def wait(api, job, entity="customer", limit=120):
    """The job when it stands."""
    end = time.monotonic() + limit
    while time.monotonic() < end:
        job = api.get(f"/api/{entity}/-/import/{job['id']}").json
        if job["state"] in ENDS or "trouble" in job:
            return job
        time.sleep(0.05)
    raise AssertionError(f"still {job}")


def load(api, content, query="", entity="customer", limit=120, status=202, kind="text/csv"):
    """Imports a spreadsheet; answers the job when it stands."""
    if len(content) < 1 << 20:
        answer = api.request("POST", f"/api/{entity}/-/import{query}", raw=content,
                             headers={"Content-Type": kind})
    else:
        answer = api.request("POST", f"/api/{entity}/-/import{query}",
                             raw=form(files=[("file", "big.csv", content)]),
                             headers={"Content-Type": TYPE})
    assert answer.status == status, answer
    return wait(api, answer.json, entity, limit) if status == 202 else answer


def records(api, entity="customer"):
    found, path = [], f"/api/{entity}?limit=200"
    while path:
        page = api.get(path).json
        found += page["data"]
        cursor = page.get("next")
        path = f"/api/{entity}?limit=200&after={cursor}" if cursor else None
    return found


def find(api, name, entity="customer"):
    return [one for one in records(api, entity) if one["name"] == name]


def test_made_and_taken_back(company):
    api = company.sign_in()
    rows = table(["客户名称", "客户级别", "所属行业"], ["甲进口", "重点", "Retail"],
                 ["乙进口", "normal", "零售连锁"])
    tried = load(api, rows, "?dry_run=true")
    assert (tried["state"], tried["created"], tried["wrong"]) == ("checked", 2, 0), tried
    assert find(api, "甲进口") == []
    job = wait(api, api.post(f"/api/customer/-/import/{tried['id']}/apply", {}).json)
    assert (job["state"], job["created"]) == ("done", 2), job
    made = find(api, "甲进口")[0]
    assert (made["level"], made["industry"]) == ("vip", "retail")
    # One was changed since: it stays.
    changed = api.patch(f"/api/customer/{made['id']}", {"level": "normal"}, "*")
    assert changed.status == 200, changed
    job = wait(api, api.post(f"/api/customer/-/import/{job['id']}/undo", {}).json)
    assert (job["state"], job["done"], job["total"]) == ("undone", 1, 2), job
    assert len(find(api, "甲进口")) == 1 and find(api, "乙进口") == []


def test_wrong_rows_come_back_and_are_corrected(company):
    api = company.sign_in()
    rows = table(["客户名称", "级别", "负责人"], ["丙进口", "重点", ""], ["丁进口", "没有", "nobody"],
                 ["", "重点", ""], ["丙进口", "普通", ""])
    job = load(api, rows)
    assert (job["created"], job["wrong"]) == (1, 3), job
    assert {error["row"] for error in job["errors"]} == {3, 4, 5}, job
    back = api.get(f"/api/customer/-/import/{job['id']}/wrong").body.decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(back)))
    assert lines[0][-1] in ("错误原因", "What is wrong") and len(lines) == 4, lines
    lines[1][1:3] = ["普通", ""]
    job = load(api, table(*lines[:2]))
    assert (job["created"], job["wrong"]) == (1, 0), job
    assert len(find(api, "丁进口")) == 1


def test_updates_by_key_and_taken_back(company):
    api = company.sign_in()
    load(api, table(["name", "level"], ["戊进口", "vip"], ["己进口", "vip"]))
    rows = table(["name", "level"], ["戊进口", "普通"], ["己进口", "重点"], ["庚进口", "普通"])
    job = load(api, rows, "?key=name")
    assert (job["updated"], job["unchanged"], job["created"]) == (1, 1, 1), job
    assert find(api, "戊进口")[0]["level"] == "normal"
    job = wait(api, api.post(f"/api/customer/-/import/{job['id']}/undo", {}).json)
    assert job["done"] == 2, job
    assert find(api, "戊进口")[0]["level"] == "vip" and find(api, "庚进口") == []


def test_cells_as_people_type_them(company):
    api = company.sign_in()
    load(api, table(["name"], ["辛进口"]))
    head = ["合同名称", "客户", "合同金额", "折扣", "签订日期", "附加条款", "到期续签", "负责人", "核对时间"]
    job = load(api, table(
        head,
        ["进口一号", "辛进口", "￥1,234.50", "12.5%", "2026/3/2", "质保、Training", "是", "王强",
         "2026年3月2日 9:05"],
        ["进口二号", "辛进口", "1.2万", "0.125", "20260302", "", "否", "wang", "2026-03-02 09:05:00"],
        ["进口三号", "没有的客户", "x", "", "2026-13-40", "质保,无", "也许", "", ""]), entity="contract")
    assert (job["created"], job["wrong"]) == (2, 1), job
    one, two = find(api, "进口一号", "contract")[0], find(api, "进口二号", "contract")[0]
    assert (one["amount"], two["amount"]) == ("1234.50", "12000.00")
    assert float(one["discount"]) == float(two["discount"]) == 0.125
    assert one["signed_on"] == two["signed_on"] == "2026-03-02"
    assert one["terms"] == ["warranty", "training"] and one["renews"] is True
    assert one["owner"] == two["owner"] and one["checked_at"] == two["checked_at"]
    assert {error["column"] for error in job["errors"]} >= {
        "客户", "合同金额", "签订日期", "附加条款", "到期续签"}, job


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_what_was_exported_changes_nothing(company, ending, language):
    api = company.sign_in()
    mark = f"往返{ending}{language}"
    customer = api.post("/api/customer", {"name": mark}).json["id"]
    for number, remark in enumerate(("第一行\n第二行 x", "=1+1", "'=x", "-5")):
        made = api.post("/api/contract", {
            "name": f"{mark}{number}", "customer": customer, "stage": "draft",
            "amount": "1234.50", "discount": "0.125",
            "signed_on": "2026-03-31", "score": 4, "terms": ["warranty", "onsite"],
            "renews": True, "checked_at": "2026-03-31T00:30:15Z", "remark": remark,
            "phone": "+86 138 0013", "email": "a@example.com", "website": "https://example.com"})
        assert made.status == 201, made
    names = ["name", "customer", "owner", "stage", "amount", "discount", "signed_on", "score",
             "terms", "renews", "checked_at", "remark", "phone", "email", "website"]
    way = "&".join(f"columns={name}" for name in names)
    answer = api.get(f"/api/contract.{ending}?{way}&filter.name.contains={mark}",
                     **{"Accept-Language": language})
    assert answer.status == 200, answer
    job = load(api, answer.body, "?key=name", entity="contract", kind=KINDS[ending])
    assert (job["unchanged"], job["total"], job["wrong"]) == (4, 4, 0), job


def test_files_that_are_none(company):
    api = company.sign_in()
    for content in (b"", b"\x00\x01\x02\x03" * 50, b"PK\x03\x04" + b"x" * 100):
        job = load(api, content)
        assert job["trouble"], job
    assert load(api, b"a", "?key=level", status=400).problem
    assert load(api, b"a", "?what=1", status=400).problem


def test_one_sees_no_others_import(company):
    api, other = company.sign_in("wang"), company.sign_in("li")
    job = load(api, table(["name"], ["壬进口"]), "?dry_run=true")
    assert other.get(f"/api/customer/-/import/{job['id']}").status == 404
    assert other.post(f"/api/customer/-/import/{job['id']}/apply", {}).status == 404


def test_a_restart_goes_on(make_server):
    server = make_server()
    server.start()
    api = server.sign_in()
    rows = table(["name"], *[[f"重启{number}"] for number in range(6000)])
    answer = api.request("POST", "/api/customer/-/import", raw=rows,
                         headers={"Content-Type": "text/csv"})
    job = answer.json
    while api.get(f"/api/customer/-/import/{job['id']}").json["done"] < 400:
        time.sleep(0.02)
    server.kill()
    server.start()
    api = server.sign_in()
    job = wait(api, job, limit=200)
    assert (job["state"], job["created"], job["wrong"]) == ("done", 6000, 0), job
    assert len(find(api, "重启5999")) == 1


def test_in_the_browser(browser, company, tmp_path, request):
    rows = table(["客户名称", "级别", "备 注"], ["页面进口", "重点", "x"], ["页面错误", "没有", ""])
    path = tmp_path / "客户.csv"
    path.write_bytes(rows)
    for size, name in ((DESK, "desk"), (PHONE, "phone")):
        context = browser.new_context(
            viewport=size, locale="zh-CN", base_url=company.address)
        page = context.new_page()
        sign_in(page)
        page.goto("/app/customer/-/import")
        picture(page, f"import-start-{name}")
        page.set_input_files("#import-file", path)
        page.get_by_role("button", name="上传").click()
        picture(page, f"import-plan-{name}")
        page.get_by_role("button", name="检查").click()
        page.get_by_text("检查完成").wait_for()
        picture(page, f"import-checked-{name}")
        if name == "desk":
            page.get_by_role("button", name="开始导入").click()
            page.get_by_text("导入完成").wait_for()
            picture(page, f"import-done-{name}")
            page.get_by_role("button", name="撤销整个导入").click()
            page.get_by_text("已撤销").first.wait_for()
            picture(page, f"import-undone-{name}")
        context.close()


@pytest.mark.slow
def test_a_hundred_thousand(make_server):
    """Others write meanwhile and never wait for long; memory stays."""
    server = make_server()
    server.start()
    api = server.sign_in()
    load(api, table(["name"], *[[f"目标{number}"] for number in range(100)]))
    rows = table(
        ["合同名称", "客户", "负责人", "合同金额", "折扣", "签订日期", "履约评分", "到期续签", "对方邮箱",
         "对方电话", "对方网站", "核对时间", "附加条款", "备注", "阶段"],
        *[[f"合同{number}", f"目标{number % 100}", "王强", f"{number}.50", "10%", "2026-03-02", 3, "是",
           f"a{number}@example.com", f"1380000{number:06}", "https://example.com",
           "2026-03-02 09:05", "质保", f"备注 {number}", "起草"] for number in range(100_000)])
    started = time.monotonic()
    job = api.request("POST", "/api/contract/-/import", raw=form(files=[("file", "big.csv", rows)]),
                      headers={"Content-Type": TYPE}).json
    longest, peak = 0.0, 0
    number = 0
    while job["state"] not in ENDS and "trouble" not in job:
        number += 1
        before = time.monotonic()
        assert api.post("/api/customer", {"name": f"旁边{number}"}).status == 201
        longest = max(longest, time.monotonic() - before)
        with open(f"/proc/{server.process.pid}/status") as status:
            peak = max(peak, *(int(line.split()[1]) for line in status if "VmRSS" in line))
        time.sleep(0.2)
        job = api.get(f"/api/contract/-/import/{job['id']}").json
    seconds = time.monotonic() - started
    print(f"{seconds:.1f} s, {peak >> 10} MB, others waited {longest:.2f} s at most")
    assert (job["created"], job["wrong"]) == (100_000, 0), job
    assert longest < 1 and peak < 200 << 10
