"""`tenon dev`: what happens in the terminal and in the open page while a definition is edited."""

import json
import os
import re
import signal
import subprocess
import time

import pytest
from playwright.sync_api import expect

from dev import LIMIT, Dev
from server import TENON, Client, free_port, run
from tenon import COLOUR, NAME, SIZE, VIEWS, small_app

WITHOUT_SIZE = VIEWS.replace("[name, size]", "[name]")


def data(app, text):
    (app / "data/note.csv").write_text(text, "utf-8")


@pytest.fixture
def app(tmp_path):
    folder = small_app(tmp_path / "sample", NAME, SIZE)
    data(folder, "name,size\r\n茶,3\r\n酒,4\r\n")
    return folder


@pytest.fixture
def dev(app, tmp_path):
    """A process that serves the small application."""
    dev = Dev(app, tmp_path)
    try:
        dev.until("Ctrl-C")
        yield dev
    finally:
        if dev.process.poll() is None:
            dev.stop()


def test_a_mistake_is_told_and_goes_away_when_mended(app, dev):
    before = dev.status()
    assert before["status"]["state"] == "ready"
    said = len(dev.said)
    small_app(app, NAME, SIZE.replace("integer", "intger"))
    dev.until(r"app\.yaml:15:\d+", said)
    told = dev.said[said:]
    assert "no field type `intger`" in told and "write `integer`" in told
    broken = dev.status(before["stamp"])
    assert broken["server"] == before["server"], "the old server goes on"
    assert broken["status"]["state"] == "mistakes" and broken["status"]["title"] == "1 error"
    (item,) = broken["status"]["items"]
    assert "no field type `intger`" in item["title"]
    assert re.search(r"app\.yaml:15:\d+", item["text"]) and "write `integer`" in item["text"]
    assert dev.sign_in().get("/api/note").json["data"]

    small_app(app, NAME, SIZE)
    mended = dev.status(broken["stamp"])
    assert mended["server"] == before["server"] and mended["status"]["state"] == "ready"
    dev.until("nothing to build", said)


def test_a_new_field_comes_and_the_data_stay(app, dev):
    api = dev.sign_in()
    made = api.post("/api/note", {"name": "自己写的"})
    assert made.status == 201, made
    said = len(dev.said)
    small_app(app, NAME, SIZE, COLOUR)
    dev.until("restarted .*data kept", said)
    # The session and the record are those of before: nothing was loaded anew.
    record = Client(dev.port, api.token).get(f"/api/note/{made.json['id']}").json
    assert record["name"] == "自己写的" and record["colour"] is None


def test_what_only_fits_new_data_is_reseeded_and_said(app, dev):
    api = dev.sign_in()
    assert api.post("/api/note", {"name": "自己写的"}).status == 201
    said = len(dev.said)
    small_app(app, NAME, views=WITHOUT_SIZE)
    # The demo data still have the column: the old server goes on and says why.
    dev.until("the demo data do not fit", said)
    dev.until("the last version goes on", said)
    assert "size" in dev.sign_in().get("/api/note/1").json
    assert dev.status()["status"]["state"] == "failure"

    said = len(dev.said)
    data(app, "name\r\n茶\r\n")
    dev.until("made anew from", said)
    status = dev.status()["status"]
    assert status["state"] == "ready" and "made anew" in status["note"]
    (record,) = dev.sign_in().get("/api/note").json["data"]
    assert record["name"] == "茶" and "size" not in record


def test_a_field_that_goes_is_named(app, dev):
    data(app, "name\r\n茶\r\n")
    dev.until("demo data changed")
    said = len(dev.said)
    small_app(app, NAME, views=WITHOUT_SIZE)
    dev.until("does more than add", said)
    dev.until("column note.size", said)


def test_it_starts_with_mistakes_and_waits(tmp_path):
    app = small_app(tmp_path / "sample", NAME, SIZE.replace("integer", "intger"))
    dev = Dev(app, tmp_path)
    try:
        dev.until("no field type `intger`")
        small_app(app, NAME, SIZE)
        dev.until("Ctrl-C")
        assert Client(dev.port).get("/readyz").status == 200
    finally:
        assert dev.stop() == 0


def test_files_saved_by_renaming_and_new_files_are_seen(app, dev):
    said = len(dev.said)
    (app / "more").mkdir()
    time.sleep(0.1)
    (app / "more/part.yaml.new").write_text("entities: 1\n", "utf-8")
    os.replace(app / "more/part.yaml.new", app / "more/part.yaml")
    dev.until("more/part.yaml", said)
    (app / "more/part.yaml").unlink()
    dev.until("nothing to build", said)


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_both_processes_end(dev, number):
    server = int(dev.status()["server"].split(".")[0])
    assert dev.stop(number) == 0
    with pytest.raises(ProcessLookupError):
        os.kill(server, 0)


def test_the_server_does_not_outlive_it(dev):
    server = int(dev.status()["server"].split(".")[0])
    dev.process.kill()
    deadline = time.monotonic() + 30
    while time.monotonic() < deadline:
        try:
            os.kill(server, 0)
        except ProcessLookupError:
            return
        time.sleep(0.1)
    raise AssertionError("the server runs on")


def test_a_port_in_use_is_told(app, dev, tmp_path):
    other = small_app(tmp_path / "other", NAME, SIZE, name="other")
    result = run(
        TENON, "dev", other, "--listen", f"127.0.0.1:{dev.port}", cwd=tmp_path, timeout=LIMIT)
    assert result.returncode == 3
    assert f"port {dev.port}" in result.stderr and "in use" in result.stderr


def test_it_speaks_chinese(app, tmp_path):
    dev = Dev(app, tmp_path, "--lang", "zh")
    try:
        dev.until("按 Ctrl-C 结束")
        before = dev.status()
        small_app(app, NAME, SIZE.replace("integer", "intger"))
        status = dev.status(before["stamp"])["status"]
        assert status["title"] == "1 个错误" and "没有字段类型" in status["items"][0]["title"]
        assert status["lang"] == "zh-CN" and status["hide"] == "收起"
    finally:
        assert dev.stop() == 0


# --- the page ------------------------------------------------------------------------------------


@pytest.fixture
def page(browser, dev):
    page = browser.new_page(base_url=dev.address, locale="en-GB")
    page.complaints = []
    page.on("pageerror", lambda error: page.complaints.append(str(error)))
    page.goto("/sign-in")
    page.locator('input[name="login"]').fill("wang")
    page.locator('input[name="password"]').fill("tenon-demo")
    page.locator('form[action="/sign-in"] button').click()
    page.wait_for_url(re.compile("/app|/$"))
    yield page
    assert page.complaints == []
    page.close()


def test_the_page_shows_mistakes_until_they_are_mended(app, page):
    page.goto("/app/note")
    overlay = page.get_by_role("alertdialog")
    small_app(app, NAME, SIZE.replace("integer", "<b>intger"))
    expect(overlay).to_contain_text("<b>intger")
    expect(overlay).to_contain_text("app.yaml:15")
    # Nothing of it was read as markup.
    assert overlay.locator("b").count() == 0
    overlay.get_by_role("button", name="Hide").click()
    expect(overlay).to_be_hidden()
    small_app(app, NAME, SIZE.replace("integer", "intger"))
    expect(overlay).to_contain_text("write `integer`")
    small_app(app, NAME, SIZE)
    expect(overlay).to_be_hidden()


def test_the_page_shows_a_new_field_by_itself(app, page):
    page.goto("/app/note/new")
    expect(page.get_by_label("Colour")).to_have_count(0)
    small_app(app, NAME, SIZE, COLOUR)
    expect(page.get_by_label("Colour")).to_be_visible(timeout=LIMIT * 1000)


def test_the_page_keeps_what_was_typed(app, page):
    page.goto("/app/note/new")
    page.get_by_label("Name").fill("half a line")
    small_app(app, NAME, SIZE, COLOUR)
    expect(page.get_by_role("status").filter(has_text="was updated")).to_be_visible(
        timeout=LIMIT * 1000)
    expect(page.get_by_label("Name")).to_have_value("half a line")


def test_nothing_of_it_is_in_a_server_of_its_own(dev, tmp_path):
    binary = tmp_path / "dist/sample"
    port = free_port()
    server = subprocess.Popen(
        [str(binary), "serve", "--database", str(tmp_path / "own.sqlite"),
         "--listen", f"127.0.0.1:{port}"], stdout=subprocess.PIPE, text=True)
    try:
        assert "ready" in server.stdout.readline()
        client = Client(port)
        assert client.get("/dev/status").status == 404
        ours = re.search(r'src="(/assets/dev\.\w+\.js)"', Client(dev.port).get(
            "/sign-in").body.decode())
        assert ours and Client(dev.port).get(ours[1]).status == 200
        assert client.get(ours[1]).status == 404
        assert b"data-server" not in client.get("/sign-in").body
    finally:
        server.terminate()
        server.wait(10)


def test_the_status_is_json_without_inline_anything(dev):
    client = Client(dev.port)
    answer = client.get("/sign-in")
    assert "unsafe" not in answer.header("Content-Security-Policy")
    assert json.loads(client.get("/dev/status").body)["status"]["state"] == "ready"
