"""Somebody at the server: a program with a token and a browser with a cookie, of one session."""

import time
from urllib.parse import urlencode

from server import PASSWORD, SESSION, Client

FORM = "application/x-www-form-urlencoded"


#: A connection that was idle for so many seconds may have been closed by the server.
IDLE = 5


class Visitor:
    """`token` and `csrf` are those of a session that is there already; without it signs in."""

    def __init__(self, server, login, token=None, csrf=None):
        self.login = login
        self.client = Client(server.port, timeout=20)
        self.used = time.monotonic()
        if token is None:
            answer = self.client.post(SESSION, {"user": login, "password": PASSWORD})
            assert answer.status == 201, answer
            token, csrf = answer.json["token"], answer.json["csrf_token"]
        self.token, self.csrf = token, csrf

    def at(self, server):
        """The same session at a server over a copy of the database."""
        return Visitor(server, self.login, self.token, self.csrf)

    def fresh(self):
        """A client whose connection is open."""
        if time.monotonic() - self.used > IDLE:
            self.client.close()
        self.used = time.monotonic()
        return self.client

    def api(self, method, path, body=None, **headers):
        sent = {"Authorization": f"Bearer {self.token}", "Accept-Language": "zh"}
        if method in ("PATCH", "DELETE"):
            sent["If-Match"] = "*"
        return self.fresh().request(method, path, body, sent | headers)

    def get(self, path, **headers):
        """A page."""
        return self.fresh().request("GET", path, headers={
            "Cookie": f"session={self.token}", "Accept-Language": "zh"} | headers)

    def post(self, path, fields=(), **more):
        """A form."""
        data = urlencode([("csrf", self.csrf), *dict(fields).items(), *more.items()]).encode()
        return self.fresh().request("POST", path, None, {
            "Cookie": f"session={self.token}", "Content-Type": FORM, "Accept-Language": "zh"}, data)

    def close(self):
        self.client.close()
