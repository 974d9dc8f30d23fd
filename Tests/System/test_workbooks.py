"""Lists as workbooks, read by openpyxl, and workbooks of openpyxl and others, read by us."""

import datetime
import io
import itertools
import os
import subprocess
import zipfile

import openpyxl
import pytest

from server import ROOT, Client

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ROWS = ROOT / ".build/debug/sheet-rows"
numbers = itertools.count(1)

# What spreadsheets run or have run: of each beginning, as it is and with what people put before it.
PAYLOADS = [
    before + sign + rest
    for before in ("", " ", "'", "\n", "\"")
    for sign in ("=", "+", "-", "@", "＝", "＋", "－", "＠")
    for rest in ("1+1", "HYPERLINK(\"http://127.0.0.1/\")", "cmd|' /C calc'!A0", "SUM(A1:A9)",
                 "DDE(\"a\";\"b\";\"c\")")
]


@pytest.fixture(scope="module")
def api(company):
    return company.sign_in("wang")


def customer(api):
    return api.post("/api/customer", {"name": f"导出{next(numbers)}公司", "level": "normal"}).json["id"]


def workbook(answer):
    assert answer.status == 200, answer
    assert answer.header("Content-Type") == XLSX
    return openpyxl.load_workbook(io.BytesIO(answer.body))


def exported(api, columns, name, lang="zh"):
    """The rows of contracts with a name, below the header."""
    way = "&".join(f"columns={c}" for c in columns)
    book = workbook(api.get(
        f"/api/contract.xlsx?{way}&filter.name.contains={name}", **{"Accept-Language": lang}))
    return book.active


def test_cells_have_types(api):
    mark = f"typed{next(numbers)}"
    columns = ["name", "customer", "stage", "amount", "discount", "signed_on", "score", "terms",
               "renews", "checked_at", "remark"]
    made = api.post("/api/contract", {
        "name": mark, "customer": customer(api), "stage": "draft", "amount": "1234.50",
        "discount": "0.125", "signed_on": "2026-03-31", "score": 4,
        "terms": ["warranty", "onsite"], "renews": True, "checked_at": "2026-03-31T00:30:15Z",
        "remark": "第一行\n第二行 x"})
    assert made.status == 201, made
    sheet = exported(api, columns, mark)
    head, row = list(sheet.iter_rows())
    assert [c.value for c in head] == [
        "合同名称", "客户", "阶段", "合同金额", "折扣", "签订日期", "履约评分", "附加条款", "到期续签", "核对时间", "备注"]
    assert all(c.font.b for c in head) and sheet.freeze_panes == "A2"
    value = dict(zip(columns, row))
    assert value["amount"].value == 1234.5 and "¥" in value["amount"].number_format
    assert value["discount"].value == 0.125 and value["discount"].number_format.endswith("%")
    assert value["signed_on"].value == datetime.datetime(2026, 3, 31) and value["signed_on"].is_date
    assert value["checked_at"].value == datetime.datetime(2026, 3, 31, 8, 30, 15)
    assert value["renews"].value is True and value["score"].value == 4
    assert value["stage"].value == "起草" and value["terms"].value == "质保、驻场"
    assert value["remark"].value == "第一行\n第二行 x"
    assert all(sheet.column_dimensions[c.column_letter].width >= 10 for c in head)


def test_no_text_is_a_formula(api):
    assert len(PAYLOADS) >= 200
    mark, owner = f"formula{next(numbers)}", customer(api)
    for number, text in enumerate(PAYLOADS):
        made = api.post("/api/contract", {
            "name": f"{mark} {number:03}", "customer": owner, "remark": text})
        assert made.status == 201, made
    sheet = exported(api, ["name", "remark"], mark)
    kept = {row[0].value: row[1] for row in sheet.iter_rows(min_row=2)}
    assert len(kept) == len(PAYLOADS)
    for number, text in enumerate(PAYLOADS):
        cell = kept[f"{mark} {number:03}"]
        found = api.get(f"/api/contract?filter.name.contains={mark} {number:03}")
        stored = found.json["data"][0]["remark"]
        assert (cell.data_type, cell.value) == ("s", stored), text


def test_headers_follow_the_language_and_the_list(api, company):
    sheet = exported(api, ["name", "amount"], "nothing-is-called-so", "en")
    assert [[c.value for c in row] for row in sheet.iter_rows()] == [["Name", "Amount"]]
    assert sheet.title == "Contracts"
    answer = api.get("/api/contract.xlsx")
    assert ".xlsx" in answer.header("Content-Disposition")
    assert answer.header("Cache-Control") == "no-store"
    assert len(list(workbook(answer).active.iter_rows())) == 1 + len(
        api.get("/api/contract.csv").body.decode("utf-8-sig").strip().split("\r\n")) - 1
    assert Client(company.port).get("/api/contract.xlsx").status == 401
    assert api.get("/api/contract.xls").status == 404
    assert api.get("/api/customer.xlsx").status == 403


# --- reading -------------------------------------------------------------------------------------


def read(path):
    done = subprocess.run([ROWS, path], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done
    return done.stdout.splitlines()


def test_workbooks_of_openpyxl_are_read(tmp_path):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["名称", 1234.5, 0.1 + 0.2, True, datetime.date(2026, 3, 31),
                  datetime.datetime(2026, 3, 31, 8, 30, 15), datetime.time(8, 30), "=1+1"])
    sheet["B3"] = 0.5
    sheet["B3"].number_format = "0%"
    sheet["C3"] = 46112
    sheet["C3"].number_format = 'yyyy"年"m"月"d"日"'
    sheet["D3"] = datetime.timedelta(hours=30)
    sheet.merge_cells("A4:C4")
    sheet["A4"] = "合并"
    # A formula that was never computed has no value.
    expected = [
        "1 text:名称 number:1234.5 number:0.3 boolean:true date:2026-03-31 "
        "dateTime:2026-03-31T08:30:15.000Z time:30600000",
        "3 - percent:0.5 date:2026-03-31 time:108000000",
        "4 text:合并",
    ]
    for epoch in (openpyxl.utils.datetime.CALENDAR_WINDOWS_1900,
                  openpyxl.utils.datetime.CALENDAR_MAC_1904):
        book.epoch = epoch
        if epoch != openpyxl.utils.datetime.CALENDAR_WINDOWS_1900:
            sheet["C3"] = 46112 - 1462
        path = tmp_path / f"{epoch.year}.xlsx"
        book.save(path)
        assert read(path) == expected


def part(book, name, change, tmp_path):
    """A copy of a workbook with one of its files changed."""
    path = tmp_path / f"changed{next(numbers)}.xlsx"
    with zipfile.ZipFile(book) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            content = old.read(entry)
            new.writestr(entry.filename, change(content) if entry.filename == name else content)
    return path


SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def plain(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["甲", 1])
    book.save(tmp_path / "plain.xlsx")
    return tmp_path / "plain.xlsx"


@pytest.mark.parametrize("change, said", [
    (lambda t: t.replace(b"<worksheet", b'<!DOCTYPE w [<!ENTITY a "b">]><worksheet', 1),
     "documentType"),
    (lambda t: t + b" " * (300 << 20), "ratio"),
    (lambda t: t[:-20], "damaged"),
    (lambda t: t.replace(b'r="1"', b'r="9999999"', 1), "rows"),
    (lambda t: t.replace(b"<sheetData>", b"<sheetData>" + b"<a>" * 200, 1), "damaged"),
    (lambda t: t.replace(b"<worksheet", b"<worksheet b='" + os.urandom(2 << 20).hex().encode() + b"'", 1), "damaged"),
])
def test_hostile_workbooks_are_refused(plain, tmp_path, change, said):
    answer = read(part(plain, SHEET, change, tmp_path))
    assert len(answer) == 1 and said in answer[0], answer


def test_lying_archives_are_refused(plain, tmp_path):
    data = bytearray(plain.read_bytes())
    claims = bytes(data)
    central = data.index(b"PK\x01\x02")
    data[central + 24:central + 28] = (0xF0000000).to_bytes(4, "little")
    (tmp_path / "claims.xlsx").write_bytes(data)
    assert "unpacked" in read(tmp_path / "claims.xlsx")[0]
    secret = bytearray(claims)
    secret[6] |= 1
    secret[central + 8] |= 1
    (tmp_path / "secret.xlsx").write_bytes(secret)
    assert "encrypted" in read(tmp_path / "secret.xlsx")[0]
    with zipfile.ZipFile(tmp_path / "many.xlsx", "w") as book:
        for number in range(3000):
            book.writestr(f"{number}.xml", "")
    assert "entries" in read(tmp_path / "many.xlsx")[0]
    twice = tmp_path / "twice.xlsx"
    twice.write_bytes(claims)
    with pytest.warns(UserWarning), zipfile.ZipFile(twice, "a") as book:
        book.writestr(SHEET, "<worksheet/>")
    assert "damaged" in read(twice)[0]
    for name in ("../evil.xml", "/evil.xml"):
        path = tmp_path / "path.xlsx"
        path.write_bytes(claims)
        with zipfile.ZipFile(path, "a") as book:
            book.writestr(name, "x")
        assert "damaged" in read(path)[0]
    for front in (b"%PDF-1.4\n", b"\x89PNG\r\n\x1a\n\0", b"#!/bin/sh\n\0"):
        (tmp_path / "two.xlsx").write_bytes(front + claims)
        assert "unknownKind" in read(tmp_path / "two.xlsx")[0]


def test_strict_workbooks_and_prefixes_are_read(plain, tmp_path):
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    strict = part(
        plain, SHEET, lambda t: t.replace(main, b"http://purl.oclc.org/ooxml/spreadsheetml/main"),
        tmp_path)
    assert read(strict) == ["1 text:甲 number:1"]
    sheet = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><x:worksheet '
        'xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row>'
        '<x:c t="inlineStr"><x:is><x:r><x:t>甲</x:t></x:r>'
        '<x:rPh sb="0" eb="1"><x:t>jia</x:t></x:rPh>'
        '<x:r><x:t> 乙</x:t></x:r></x:is></x:c><x:c><x:f>1+1</x:f><x:v>2</x:v></x:c>'
        '<x:c t="str"><x:f>A1</x:f><x:v>值</x:v></x:c>'
        '<x:c t="d"><x:v>2026-03-31T08:30:00</x:v></x:c>'
        '<x:c t="b"><x:v>0</x:v></x:c><x:c t="e"><x:v>#REF!</x:v></x:c></x:row></x:sheetData>'
        '</x:worksheet>')
    assert read(part(plain, SHEET, lambda _: sheet.encode(), tmp_path)) == [
        "1 text:甲 乙 number:2 text:值 dateTime:2026-03-31T08:30:00.000Z boolean:false error:#REF!"]
