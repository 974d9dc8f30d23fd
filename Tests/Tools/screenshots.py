"""Pictures of the pages of apps/marketing for docs/images, and for eyes that judge them.

    python3 Tests/Tools/screenshots.py FOLDER [NAME ...]

Needs dist/marketing; loads the demo data into a database of its own. Files are named
page-language-size.png; --dark takes them in the dark theme.
"""

import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "System"))
from server import MARKETING, MARKETING_DATA, PASSWORD, Server  # noqa: E402

SIZES = {"pc": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}
# page, who looks, path
PAGES = [
    ("sign-in", None, "/sign-in"),
    ("workbench", "li", "/"),
    ("customers", "li", "/app/customer"),
    ("customer", "li", "/app/customer/{vip}"),
    ("customer-form", "li", "/app/customer/{vip}/edit"),
    ("pipeline", "wang", "/app/opportunity?view=board"),
    ("opportunity", "li", "/app/opportunity/{open}"),
    ("open-grouped", "zhou", "/app/opportunity?view=open"),
    ("contract", "song", "/app/contract/{contract}"),
    ("contract-form", "li", "/app/contract/new"),
    ("products", "li", "/app/product"),
    ("campaigns", "lin", "/app/campaign?view=gantt"),
    ("calendar", "song", "/app/payment?view=calendar"),
    ("complaints", "he", "/app/complaint?view=board"),
    ("article", "li", "/app/article/1"),
    ("search", "li", "/search?q=茶饮"),
    ("notifications", "wang", "/notifications"),
    ("me", "li", "/me"),
    ("people", "admin", "/app/user"),
    ("person", "admin", "/app/user/5"),
    ("not-found", "li", "/app/customer/999999"),
    ("denied", "li", "/app/region/new"),
    ("empty", "li", "/app/customer?filter.name=没有这个客户"),
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


def signed_in(browser, server, size, language, scheme, login):
    context = browser.new_context(
        viewport=SIZES[size], locale={"zh": "zh-CN", "en": "en-GB"}[language],
        color_scheme=scheme, base_url=server.address, is_mobile=size == "phone",
        has_touch=size == "phone")
    page = context.new_page()
    page.goto("/sign-in")
    page.locator(f'form[action="/language"] button[value="{language}"]').first.click()
    if login:
        page.locator('input[name="login"]').fill(login)
        page.locator('input[name="password"]').fill(PASSWORD)
        page.locator('form[action="/sign-in"] button').click()
        page.wait_for_url(lambda url: "sign-in" not in url)
    return page


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
            numbers = places(server)
            for size in SIZES:
                for language in ("zh", "en"):
                    people = {}
                    for name, login, path in PAGES:
                        label = f"{name}-{language}-{size}"
                        if wanted and not any(word in label for word in wanted):
                            continue
                        if login not in people:
                            people[login] = signed_in(browser, server, size, language, scheme, login)
                        page = people[login]
                        page.goto(path.format(**numbers))
                        page.wait_for_load_state("networkidle")
                        page.screenshot(path=folder / f"{label}.png")
                        print(label, flush=True)
        finally:
            browser.close()
            server.kill()


if __name__ == "__main__":
    words = [word for word in sys.argv[1:] if word != "--dark"]
    if not words:
        sys.exit(__doc__)
    main(Path(words[0]), words[1:], "dark" if "--dark" in sys.argv else "light")
