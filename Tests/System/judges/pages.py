"""The pages that the judges look at: one list. Whoever adds a page adds a line here.

`{customer}` in a path is the id of the first customer that the API lists.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    name: str
    path: str
    status: int = 200
    #: Whether somebody is signed in.
    signed_in: bool = True
    #: Whether `make test` looks at it too.
    fast: bool = False


PAGES = [
    Page("sign-in", "/sign-in", signed_in=False, fast=True),
    Page("offline", "/offline", signed_in=False),
    Page("workbench", "/", fast=True),
    Page("notifications", "/notifications"),
    Page("profile", "/me"),
    Page("search", "/search?q=公司"),
    Page("search-nothing", "/search?q=zzzz9999"),

    Page("list", "/app/customer", fast=True),
    Page("list-filtered", "/app/customer?view=all&filter.level=vip&sort=name"),
    Page("list-grouped", "/app/opportunity?view=all&group=stage"),
    Page("list-dense", "/app/contract?view=all&density=compact"),
    Page("list-empty", "/app/customer?view=all&filter.name=zzzz9999"),
    Page("list-lead", "/app/lead"),
    Page("list-payment", "/app/payment"),
    Page("list-complaint", "/app/complaint"),
    Page("list-user", "/app/user"),
    Page("list-department", "/app/department"),
    Page("board", "/app/opportunity?view=board", fast=True),
    Page("board-leads", "/app/lead?view=board"),
    Page("calendar", "/app/opportunity?view=calendar"),
    Page("calendar-follow-up", "/app/follow_up?view=calendar"),
    Page("gallery", "/app/product?view=gallery"),
    Page("gantt", "/app/contract?view=gantt"),

    Page("record", "/app/customer/{customer}", fast=True),
    Page("record-opportunity", "/app/opportunity/{opportunity}"),
    Page("record-contract", "/app/contract/{contract}"),
    Page("record-article", "/app/article/{article}"),
    Page("record-product", "/app/product/{product}"),
    Page("record-user", "/app/user/{user}"),
    Page("user-access", "/app/user/{user}/access"),
    Page("move", "/app/opportunity/{opportunity}/move?field=stage"),

    Page("form", "/app/customer/new", fast=True),
    Page("form-opportunity", "/app/opportunity/new"),
    Page("form-contract", "/app/contract/new"),
    Page("form-edit", "/app/contract/{contract}/edit"),
    Page("form-user", "/app/user/new"),

    Page("not-found", "/app/customer/999999999", status=404, fast=True),
    Page("no-such-page", "/nowhere", status=404),
    Page("bad-request", "/app/customer?sort=nonsense", status=400),
]


def resolve(page, client):
    """The page's path with ids in it."""
    def first(match):
        answer = client.get(f"/api/{match[1]}?limit=1")
        assert answer.status == 200, answer
        (record,) = answer.json["data"]
        return str(record["id"])
    return re.sub(r"\{(\w+)\}", first, page.path)
