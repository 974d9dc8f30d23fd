"""Pictures of the pages of apps/marketing.

    python3 Tests/Tools/screenshots.py                    the pictures of docs/images
    python3 Tests/Tools/screenshots.py FOLDER [NAME ...]  every page in both languages and sizes,
                                                          for eyes that judge them; --dark: dark

Needs dist/marketing; loads the demo data into a database of its own.
"""

import ctypes
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests/System"))
from server import MARKETING, MARKETING_DATA, PASSWORD, Server  # noqa: E402

SIZES = {"pc": (1440, 900), "phone": (390, 844)}


@dataclass(frozen=True)
class Look:
    size: str = "pc"
    language: str = "zh"
    scheme: str = "light"


@dataclass(frozen=True)
class Shot:
    name: str
    login: str | None
    path: str
    look: Look = Look()
    #: What the palette looks for before the picture is taken.
    seek: str | None = None


PHONE = Look("phone")
DARK = Look(scheme="dark")
ENGLISH = Look(language="en")
# docs/pages.md shows them in this order.
SHOTS = [
    Shot("workbench", "wang", "/"),
    Shot("workbench-phone", "li", "/", PHONE),
    Shot("list", "li", "/app/customer"),
    Shot("list-grouped", "zhou", "/app/opportunity?view=open", ENGLISH),
    Shot("list-phone", "li", "/app/customer", PHONE),
    Shot("board", "wang", "/app/opportunity?view=board"),
    Shot("board-dark", "he", "/app/complaint?view=board", Look(language="en", scheme="dark")),
    Shot("board-phone", "wang", "/app/opportunity?view=board", Look("phone", scheme="dark")),
    Shot("calendar", "wang", "/app/follow_up?view=calendar"),
    Shot("gallery", "li", "/app/product?view=gallery"),
    Shot("gantt", "lin", "/app/campaign?view=gantt", DARK),
    Shot("record", "wang", "/app/opportunity/{open}"),
    Shot("record-dark", "li", "/app/customer/{vip}", Look(language="en", scheme="dark")),
    Shot("record-phone", "li", "/app/customer/{vip}", PHONE),
    Shot("form", "song", "/app/contract/{contract}/edit"),
    Shot("form-phone", "li", "/app/customer/new", PHONE),
    Shot("palette", "li", "/app/customer", DARK, seek="茶饮"),
    Shot("search", "li", "/search?q=茶饮"),
    Shot("activity-phone", "li", "/app/customer/{vip}#activity", PHONE),
    Shot("me", "li", "/me", ENGLISH),
    Shot("people", "admin", "/app/user"),
    Shot("rights", "li", "/me/rights", ENGLISH),
    Shot("masked", "lin", "/app/contact"),
    Shot("audit", "admin", "/audit"),
    Shot("sign-in", None, "/sign-in"),
    Shot("sign-in-phone", None, "/sign-in", Look("phone", "en", "dark")),
    Shot("not-found-phone", "li", "/app/customer/999999", PHONE),
]


def places(server):
    """Ids of records that have much to show."""
    api = server.sign_in("wang")

    def first(path):
        return api.get(path).json["data"][0]["id"]

    return {
        "vip": first("/api/customer?filter.level=vip&sort=-met_at&limit=1"),
        "open": first("/api/opportunity?filter.stage=negotiation&limit=1"),
        "contract": first("/api/contract?filter.stage=running&sort=-amount&limit=1"),
    }


class Palette:
    """Brings a picture to 256 colours with the library that makes thumbnails: a third of the
    bytes, and the eye sees no less."""

    def __init__(self):
        self.gd = ctypes.CDLL("libgd.so.3")
        self.gd.gdImageCreateFromPngPtr.restype = ctypes.c_void_p
        self.gd.gdImagePngPtrEx.restype = ctypes.c_void_p

    def reduced(self, png):
        image = ctypes.c_void_p(self.gd.gdImageCreateFromPngPtr(len(png), png))
        # A neural net finds the colours (2), as carefully as it can (1).
        self.gd.gdImageTrueColorToPaletteSetMethod(image, 2, 1)
        self.gd.gdImageTrueColorToPalette(image, 0, 256)
        size = ctypes.c_int()
        found = ctypes.c_void_p(self.gd.gdImagePngPtrEx(image, ctypes.byref(size), 9))
        made = ctypes.string_at(found, size.value)
        self.gd.gdFree(found)
        self.gd.gdImageDestroy(image)
        return made


class Camera:
    """Takes pictures of a server's pages; a context for each person and look is kept."""

    def __init__(self, server, browser):
        self.server = server
        self.browser = browser
        self.places = places(server)
        self.palette = Palette()
        self.pages = {}

    def page(self, login, look):
        if (login, look) not in self.pages:
            width, height = SIZES[look.size]
            is_phone = look.size == "phone"
            context = self.browser.new_context(
                viewport={"width": width, "height": height}, color_scheme=look.scheme,
                locale={"zh": "zh-CN", "en": "en-GB"}[look.language], is_mobile=is_phone,
                has_touch=is_phone, reduced_motion="reduce", base_url=self.server.address)
            cookies = {"language": look.language}
            if login:
                cookies["session"] = self.server.sign_in(login, PASSWORD).token
            context.add_cookies([
                {"name": name, "value": value, "url": self.server.address}
                for name, value in cookies.items()])
            self.pages[login, look] = context.new_page()
        return self.pages[login, look]

    def take(self, shot, look, path):
        page = self.page(shot.login, look)
        page.goto(shot.path.format(**self.places))
        if shot.seek:
            page.keyboard.press("Control+k")
            page.keyboard.type(shot.seek)
            page.locator('.palette a[href^="/app/"]', has_text=shot.seek).first.wait_for()
        page.wait_for_load_state("networkidle")
        path.write_bytes(self.palette.reduced(page.screenshot()))
        print(path.name, flush=True)


def all_looks(scheme):
    return [Look(size, language, scheme) for size in SIZES for language in ("zh", "en")]


def main(folder, wanted, scheme):
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        server = Server(Path(scratch) / "marketing.sqlite", MARKETING)
        report = server.load(MARKETING_DATA)
        if report.returncode != 0:
            sys.exit(report.stderr)
        server.start()
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        try:
            camera = Camera(server, browser)
            if scheme is None:
                for shot in SHOTS:
                    camera.take(shot, shot.look, folder / f"{shot.name}.png")
                return
            for look in all_looks(scheme):
                for shot in {shot.path: shot for shot in SHOTS}.values():
                    label = f"{shot.name}-{look.language}-{look.size}"
                    if not wanted or any(word in label for word in wanted):
                        camera.take(shot, look, folder / f"{label}.png")
        finally:
            browser.close()
            server.kill()


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "--dark"]
    if words:
        main(Path(words[0]), words[1:], "dark" if "--dark" in sys.argv else "light")
    else:
        main(ROOT / "docs/images", [], None)
