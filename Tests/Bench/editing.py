"""`tenon dev` over a copy of apps/marketing: from the save of a file to what is seen of it."""

import os
import shutil
import statistics
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
os.environ.setdefault("TENON", str(ROOT / ".build/release/tenon"))

from dev import Dev  # noqa: E402
from server import Client  # noqa: E402

FIELDS = "    fields:\n"


def figures(table, scratch, turns):
    """Adds the rows. What a page does is done by hand: it waits for news and asks anew; what the
    browser needs to draw it is not in the figure."""
    folder = scratch / "dev"
    shutil.rmtree(folder, ignore_errors=True)
    app = Path(shutil.copytree(ROOT / "apps/marketing", folder / "marketing"))
    dev = Dev(app, folder)
    dev.until("Ctrl-C")
    # Someone who sells, and so may create customers.
    token = dev.sign_in("li").token
    path = app / "customer.yaml"
    told, shown = [], []
    for turn in range(turns):
        sound = path.read_text("utf-8")
        told.append(to_diagnostics(dev, path, sound))
        save(path, sound)
        dev.until("nothing to build", told[-1][1])
        shown.append(to_page(dev, path, sound, token, turn))
    dev.stop()
    told = statistics.median(seconds for seconds, _ in told)
    shown = statistics.median(shown)
    table.add(
        "dev: save to diagnostics, in the terminal and told to the page",
        f"{told * 1e3:.0f} ms", "< 0.2 s", told < 0.2)
    table.add(
        "dev: save to page, the new field in the form's HTML", f"{shown:.2f} s", "< 3 s",
        shown < 3)


def save(path, text):
    """As editors do: a new file in the place of the old."""
    fresh = path.with_name(path.name + "~")
    fresh.write_text(text, "utf-8")
    fresh.replace(path)


def to_diagnostics(dev, path, sound):
    """Seconds from the save of a mistake to both places; where the terminal was before."""
    seen, said = dev.status()["stamp"], len(dev.said)
    begin = time.monotonic()
    save(path, sound.replace(FIELDS, FIELDS + "      wrong: { type: nonsense }\n", 1))
    dev.until("nonsense", said)
    if dev.status(seen)["status"]["state"] != "mistakes":
        sys.exit("the page was not told")
    return time.monotonic() - begin, said


def to_page(dev, path, sound, token, turn):
    """Seconds from the save of a new field to a form that asks for it."""
    before = dev.status()
    label = f"Added {turn}"
    field = f"      added_{turn}: {{ type: text, label: {{ zh: 新增{turn}, en: {label} }} }}\n"
    begin = time.monotonic()
    save(path, sound.replace(FIELDS, FIELDS + field, 1))
    seen = before["stamp"]
    while True:
        try:
            status = dev.status(seen)
            seen = status["stamp"]
        except OSError:
            time.sleep(0.1)
            continue
        if status["server"] != before["server"]:
            break
        time.sleep(0.1)
    page = Client(dev.port, token).get("/app/customer/new", **{"Accept-Language": "en"})
    taken = time.monotonic() - begin
    if page.status != 200 or label not in page.body.decode():
        sys.exit(f"the form does not ask for {label}: {page}")
    return taken
