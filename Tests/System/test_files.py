"""Files: no row without its file after any crash, and nothing that is uploaded runs anywhere.

TENON_FILE_KILLS sets the number of kills, TENON_SEED where the chance begins.
"""

import base64
import ctypes
import hashlib
import http.client
import json
import os
import random
import re
import socket
import threading
import time

import pytest

from file_samples import HOSTILE, SCRIPT, TYPE, form, png, png_bomb, upload
from server import Client

KILLS = int(os.environ.get("TENON_FILE_KILLS", "30"))
SEED = int(os.environ.get("TENON_SEED", "1"))
CLIENTS = 4


def digest(content):
    return hashlib.blake2b(content, digest_size=32).hexdigest()


def folder(server):
    return server.database.with_name(server.database.name + ".files")


def place(server, key):
    name = f"{key:014x}"
    return folder(server) / name[:2] / name[2:4] / name


def content_names(server):
    """Ids of all files that lie in the folder, thumbnails included."""
    return {int(path.name.split(".")[0], 16)
            for path in folder(server).glob("??/??/*")}


def rows(server):
    """{id: row} of the table of files, read with the server down."""
    names = ("id", "entity", "record", "size", "digest", "width")
    found = server.store.query(f"SELECT {', '.join(names)} FROM tenon_file")
    return {row[0]: dict(zip(names, row, strict=True)) for row in found}


class Uploader(threading.Thread):
    """One client: uploads files, attaches some to records, changes and deletes those."""

    def __init__(self, port, token, seed):
        super().__init__()
        self.client = Client(port, token, timeout=10)
        self.random = random.Random(seed)
        self.files = {}  # id: digest, of uploads that were answered
        self.wrong = []

    def run(self):
        try:
            while not self.wrong:
                self.step()
        except (OSError, http.client.HTTPException, json.JSONDecodeError):
            return

    def step(self):
        size = self.random.choice([0, 10, 3_000, 60_000, 400_000])
        contents = [self.random.randbytes(size) for _ in range(self.random.randint(1, 3))]
        if self.random.random() < 0.3:
            contents.append(png(60, 40, self.random.random()))
        answer = upload(self.client, *((f"文件 {n}.bin", content) for n, content in enumerate(contents)))
        if answer.status != 201:
            return self.wrong.append(answer)
        made = [int(file["id"]) for file in answer.json["data"]]
        self.files.update(zip(made, map(digest, contents)))
        if self.random.random() < 0.6:
            self.attach(made)

    def attach(self, made):
        ids = [str(key) for key in made[:3]]
        answer = self.client.post("/api/agreement", {"name": "合同", "papers": ids})
        if answer.status != 201:
            return self.wrong.append(answer)
        record = answer.json
        fate = self.random.random()
        path = f"/api/agreement/{record['id']}"
        if fate < 0.3:
            # From here on the files may be gone, answered or not.
            for key in ids:
                self.files.pop(int(key))
            answer = self.client.delete(path, "*")
        elif fate < 0.6:
            self.files.pop(int(ids[0]))
            answer = self.client.patch(path, {"papers": ids[1:]}, "*")
        if answer.status not in (200, 201, 204):
            self.wrong.append(answer)


def check_after_kill(server, uploaders):
    """With the server down: every row has its content, and what was answered is there."""
    found = rows(server)
    for key, row in found.items():
        content = place(server, key).read_bytes()
        assert len(content) == row["size"] and digest(content) == row["digest"], dict(row)
        if row["width"]:
            for size in (96, 480):
                thumbnail = place(server, key).with_name(place(server, key).name + f".{size}")
                assert thumbnail.read_bytes()[8:12] == b"WEBP"
    for uploader in uploaders:
        assert not uploader.wrong, uploader.wrong[0]
        for key, content in uploader.files.items():
            assert key in found and found[key]["digest"] == content, "an answered upload is lost"
    named = {}
    for record, papers in server.store.query("SELECT id, papers FROM agreement WHERE papers IS NOT NULL"):
        for key in json.loads(papers):
            named[int(key)] = record
    attached = {key: row["record"] for key, row in found.items() if row["entity"] == "agreement"}
    assert attached == named, "rows of files and records say different things"
    return found


def wait_until_swept(server, known):
    """Content without a row goes soon after the start."""
    until = time.monotonic() + 10
    while (left := content_names(server) - known) and time.monotonic() < until:
        time.sleep(0.02)
    assert not left, "content without a row stays"


def test_no_row_without_its_file(make_server):
    server = make_server()
    server.start()
    token = server.sign_in().token
    chance = random.Random(SEED)
    answered = orphans = 0
    for kill in range(KILLS):
        uploaders = [Uploader(server.port, token, (SEED, kill, n).__hash__()) for n in range(CLIENTS)]
        for uploader in uploaders:
            uploader.start()
        time.sleep(chance.uniform(0.03, 0.5))
        server.kill()
        for uploader in uploaders:
            uploader.join()
        found = check_after_kill(server, uploaders)
        orphans += len(content_names(server) - found.keys()) + len(list((folder(server) / "new").iterdir()))
        answered += sum(len(uploader.files) for uploader in uploaders)
        server.start()
        assert list((folder(server) / "new").iterdir()) == []
        wait_until_swept(server, found.keys())
    server.kill()
    # What nobody attached goes after a day.
    fresh = {key for (key,) in server.store.query("SELECT id FROM tenon_file WHERE entity IS NULL")}
    server.store.query("UPDATE tenon_file SET created_at = created_at - 25 * 3600000 WHERE entity IS NULL")
    kept = rows(server).keys() - fresh
    server.start()
    wait_until_swept(server, kept)
    assert server.stop() == 0
    assert rows(server).keys() == kept and content_names(server) == kept
    print(f"{KILLS} kills, {answered} answered uploads, {orphans} half done, {len(kept)} attached")
    assert answered > KILLS and fresh and kept, "hardly any upload was under way"


# MARK: hostile content


def is_harmless(answer):
    """Whether no browser opens, runs or guesses anything in this answer."""
    policy = answer.header("Content-Security-Policy")
    return (answer.status == 200 and answer.header("X-Content-Type-Options") == "nosniff"
            and policy == "sandbox; default-src 'none'"
            and answer.header("Cross-Origin-Resource-Policy") == "same-origin"
            and not re.search("html|xml|script|css|pdf", answer.header("Content-Type").replace(
                "application/pdf", "").replace("openxmlformats", "")))


@pytest.mark.parametrize("name, content", HOSTILE, ids=[f"{n}-{name[:12]!a}" for n, (name, _) in enumerate(HOSTILE)])
def test_hostile_files_are_plain_downloads(company, name, content):
    client = company.sign_in()
    begin = time.monotonic()
    made = upload(client, (name, content))
    assert made.status == 201, made
    assert time.monotonic() - begin < 30
    file = made.json["data"][0]
    shown = file["name"]
    assert shown and len(shown) <= 120 and not re.search('[\x00-\x1f/\\\\<>:"|?*\u202e]', shown)
    assert not re.match(r"(?i)(con|nul|aux)(\.|$)", shown) and not shown.startswith(".")
    for query in ("", "?inline=1"):
        answer = client.get(f"/files/{file['id']}{query}")
        assert is_harmless(answer), dict(answer.headers)
        assert answer.body == content
        disposition = answer.header("Content-Disposition")
        assert re.fullmatch(r'(attachment|inline); filename="[\w. -]+"; filename\*=UTF-8\'\'[\w.%-]+', disposition)
        if query == "" or "width" not in file:
            assert disposition.startswith("attachment")
        else:
            assert file["type"].startswith("image/")
    assert ("width" in file) == (name == "polyglot.png")


def test_names_never_become_paths(company, tmp_path):
    names = {path.name for path in folder(company).rglob("*") if path.is_file()} - {"lock"}
    assert names and all(re.fullmatch(r"[0-9a-f]{14}(\.(96|480))?", name) for name in names)
    assert not list(company.database.parent.glob("*passwd*"))


def test_a_browser_shows_no_page_of_an_upload(browser, company):
    """In a real browser: an uploaded page is a download, and a picture shown is only that."""
    client = company.sign_in()
    page_id = upload(client, ("x.html", b"<title>x</title>" + SCRIPT)).json["data"][0]["id"]
    picture = upload(client, ("x.png", png(30, 20) + SCRIPT)).json["data"][0]["id"]
    context = browser.new_context()
    context.add_cookies([{"name": "session", "value": client.token, "url": company.address}])
    page = context.new_page()
    with page.expect_download() as download:
        page.evaluate(f"location.href = '{company.address}/files/{page_id}?inline=1'")
    assert download.value.suggested_filename == "x.html"
    page.goto(f"{company.address}/files/{picture}?inline=1")
    assert page.title() != "hacked"
    assert page.evaluate("document.images.length") == 1
    context.close()


# MARK: size and pace


def test_ten_gigabytes_are_refused_at_once(company):
    token = company.sign_in().token
    for length in (10_000_000_000, 110_000_000):
        with socket.create_connection(("127.0.0.1", company.port), timeout=5) as connection:
            connection.sendall(
                f"POST /files HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer {token}\r\n"
                f"Content-Type: {TYPE}\r\nContent-Length: {length}\r\n\r\n".encode())
            assert connection.recv(4096).startswith(b"HTTP/1.1 413 ")


def test_strangers_cannot_fill_the_disk(company):
    """Without a session the limit is that of any body."""
    body = form(files=[("file", "a", bytes(3 << 20))])
    answer = Client(company.port).request("POST", "/files", raw=body, headers={"Content-Type": TYPE})
    assert answer.status == 413
    assert list((folder(company) / "new").iterdir()) == []


def test_memory_stays_small(company):
    """A body of 80 MB in four files goes through, and none of it stays in memory."""
    client = company.sign_in()

    def resident():
        status = open(f"/proc/{company.process.pid}/status").read()
        return int(re.search(r"VmHWM:\s+(\d+)", status).group(1)) // 1024

    upload(client, ("warm", bytes(1000)))
    before = resident()
    files = [(f"{n}.bin", random.Random(n).randbytes(20 << 20)) for n in range(4)]
    made = upload(client, *files)
    assert made.status == 201, made
    for file, (_, content) in zip(made.json["data"], files):
        assert digest(client.get(f"/files/{file['id']}").body) == digest(content)
    # The digest is taken over a mapping of one file: 20 MB may be resident for a moment.
    assert resident() - before < 45, (before, resident())


def test_a_bomb_takes_no_server_down(company):
    """Pixels beyond the limit, and just below it."""
    client = Client(company.port, company.sign_in().token, timeout=60)
    for side in (7_000, 20_000, 7_000):
        made = upload(client, ("bomb.png", png_bomb(side)))
        assert made.status == 201
        assert ("width" in made.json["data"][0]) == (side == 7_000)
        assert client.get("/readyz").status == 200


# MARK: pictures

# 16 by 8 pixels, red on the left and blue on the right.
JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQEAYABgAAD/2wBDAAYEBQYFBAYGBQYHBwYIChAKCgkJChQODwwQFxQYGBcUFhYaHSUfGhsjHBYWICwgIyYn"
    "KSopGR8tMC0oMCUoKSj/2wBDAQcHBwoIChMKChMoGhYaKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgoKCgo"
    "KCgoKCgoKCj/wAARCAAIABADASIAAhEBAxEB/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUF"
    "BAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0KxwRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVW"
    "V1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpKWmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi"
    "4+Tl5ufo6erx8vP09fb3+Pn6/8QAHwEAAwEBAQEBAQEBAQAAAAAAAAECAwQFBgcICQoL/8QAtREAAgECBAQDBAcFBAQAAQJ3AAEC"
    "AxEEBSExBhJBUQdhcRMiMoEIFEKRobHBCSMzUvAVYnLRChYkNOEl8RcYGRomJygpKjU2Nzg5OkNERUZHSElKU1RVVldYWVpjZGVm"
    "Z2hpanN0dXZ3eHl6goOEhYaHiImKkpOUlZaXmJmaoqOkpaanqKmqsrO0tba3uLm6wsPExcbHyMnK0tPU1dbX2Nna4uPk5ebn6Onq"
    "8vP09fb3+Pn6/9oADAMBAAIRAxEAPwDzquAoor7Dwn/5i/8AuH/7efe+Jv8AzC/9v/8Ath//2Q==")


def turned(orientation):
    """The picture with a wish of Exif, tag 274, how to turn it."""
    tiff = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0" + bytes([orientation]) + bytes(7)
    exif = b"Exif\0\0" + tiff
    return JPEG[:2] + b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif + JPEG[2:]


def corner_colours(webp):
    """The colours of the first and the last pixel, `red` or `blue`, by the library itself."""
    library = ctypes.CDLL("libgd.so.3")
    library.gdImageCreateFromWebpPtr.restype = ctypes.c_void_p
    image = ctypes.c_void_p(library.gdImageCreateFromWebpPtr(len(webp), webp))
    width, height = (8, 16) if library.gdImageBoundsSafe(image, 0, 12) else (16, 8)

    def colour(x, y):
        value = library.gdImageGetTrueColorPixel(image, x, y)
        return "red" if value >> 16 & 255 > value & 255 else "blue"
    return (width, height), colour(1, 1), colour(width - 2, height - 2)


@pytest.mark.parametrize("orientation, size, first", [
    (1, (16, 8), "red"), (2, (16, 8), "blue"), (3, (16, 8), "blue"), (4, (16, 8), "red"),
    (5, (8, 16), "red"), (6, (8, 16), "red"), (7, (8, 16), "blue"), (8, (8, 16), "blue")])
def test_thumbnails_stand_upright_and_say_nothing_else(company, orientation, size, first):
    client = company.sign_in()
    file = upload(client, ("a.jpg", turned(orientation))).json["data"][0]
    assert (file["width"], file["height"]) == size
    thumbnail = client.get(f"/files/{file['id']}/thumb?size=480")
    assert corner_colours(thumbnail.body) == (size, first, "blue" if first == "red" else "red")
    assert b"Exif" not in thumbnail.body and b"EXIF" not in thumbnail.body
