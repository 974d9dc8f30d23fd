"""Attacks Tests/Apps/rights with tools that are not ours, and records what they say.

    attack.py --minutes N

sqlmap (level 5, risk 3) tries every parameter of requests of each kind, wapiti crawls and attacks
the pages as each role. Each attack has its share of the time; one that does not end is recorded as
cut short. Exits with 1 when something was found. docs/attacks.md is written anew.
"""

import argparse
import json
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlencode

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parents[1])]

from subjects import SUBJECTS  # noqa: E402
from visitor import FORM, Visitor  # noqa: E402

from engines import Files  # noqa: E402
from server import ROOT, Server  # noqa: E402

REPORT = ROOT / "docs/attacks.md"
#: One person of each role.
ROLES = {
    "sales": "ann", "manager": "fei", "director": "ivy", "finance": "jun", "service": "kim",
    "intern": "lee", "auditor": "qi", "admin": "adm",
}
#: For whom sqlmap's requests are recorded: one who reads all, one whose columns depend on rows.
RECORDED = ("director", "sales")
JSON = "application/json"


def recorded():
    """Requests of each kind, as method, path, content type, body; `*` marks a place in a path."""
    yield "GET", "/api/customer?" + urlencode({
        "q": "客户", "sort": "name", "limit": "5", "filter.level": "vip", "filter.owner": "me",
        "filter.credit.from": "1", "filter.dept.blank": "false", "expand": "parent"}), None, ""
    yield "GET", "/api/deal?" + urlencode({
        "filter.stage": "open", "filter.name.contains": "商", "sort": "-created_at",
        "at": "last"}), None, ""
    yield "GET", "/api/customer/1*", None, ""
    yield "GET", "/api/deal/1*/lines?limit=3&sort=item", None, ""
    yield "GET", "/app/customer?" + urlencode({
        "view": "all", "group": "level", "columns": "name,level", "q": "客", "filter.name": "户",
        "density": "compact"}), None, ""
    yield "GET", "/app/visit?view=calendar&month=2026-03", None, ""
    yield "GET", "/app/customer/-/pick?q=a", None, ""
    yield "GET", "/app/deal/-/choose?field=customer&q=a&id=1", None, ""
    yield "GET", "/app/customer/-/taken?field=name&value=a&id=1", None, ""
    yield "GET", "/search?q=客户&entity=customer", None, ""
    yield "GET", "/palette?q=a", None, ""
    yield "GET", "/app/customer/1*?until=1774000000000", None, ""
    yield "POST", "/api/customer", JSON, json.dumps({"name": "新客户", "level": "vip", "score": 1})
    yield "PATCH", "/api/customer/1", JSON, json.dumps({"remark": "a", "credit": "1.00"})
    yield "POST", "/api/customer/-/batch", JSON, json.dumps({
        "operations": [{"op": "update", "id": 1, "version": None, "record": {"remark": "b"}}]})
    yield "POST", "/app/customer/1/comments", FORM, urlencode({"text": "a"})
    yield "POST", "/app/customer/1", FORM, urlencode(
        {"version": "1", "only": "remark", "f.remark": "c"})
    yield "POST", "/app/customer/-/bulk", FORM, urlencode(
        {"do": "edit", "field": "remark", "f.remark": "d", "id": "1.1", "confirmed": "true"})
    yield "POST", "/app/customer/-/views", FORM, urlencode(
        {"do": "create", "name": "a", "query": "filter.name=a", "shared": "false"})


@dataclass
class Result:
    tool: str
    role: str
    target: str
    tried: str
    found: list
    is_cut: bool

    def row(self):
        found = "; ".join(self.found) or "nothing"
        return (f"| {self.tool} | {self.role} | `{self.target}` | {self.tried}"
                f"{', cut short' if self.is_cut else ''} | {found} |")


def tool(command, seconds):
    """What a tool says, and whether its time was over."""
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        try:
            process.wait(seconds)
            is_cut = False
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
            is_cut = True
        output.seek(0)
        return output.read().decode(errors="replace"), is_cut


def sqlmap(server, role, visitor, request, seconds, folder):
    method, path, type, body = request
    if type == FORM:
        body = urlencode({"csrf": visitor.csrf}) + "&" + body
    lines = [
        f"{method} {path.encode().decode('latin-1') if path.isascii() else quoted(path)} HTTP/1.1",
        f"Host: 127.0.0.1:{server.port}", f"Cookie: session={visitor.token}",
        f"X-CSRF-Token: {visitor.csrf}", "If-Match: *"]
    if type:
        lines.append(f"Content-Type: {type}")
    file = folder / "request.txt"
    file.write_bytes("\r\n".join(lines).encode() + b"\r\n\r\n" + body.encode())
    text, is_cut = tool(
        ["sqlmap", "-r", file, "--batch", "--level", "5", "--risk", "3", "--flush-session",
         "--dbms", "sqlite", "--timeout", "10", "--retries", "0", "--time-sec", "2",
         "--ignore-code", "*", "--skip", "csrf,Host,Cookie,X-CSRF-Token", "--param-exclude", "csrf",
         "--disable-coloring", "--output-dir", folder / "sqlmap"], seconds)
    found = re.findall(r"(\S+ parameter '[^']+' is vulnerable|Parameter: .+)", text)
    parameters = len(set(re.findall(r"testing .*?parameter '([^']+)'", text)))
    count = re.search(r"HTTP\(S\) requests: (\d+)|total of (\d+) HTTP", text)
    tried = f"{parameters} parameters" + (f", {count[1] or count[2]} requests" if count else "")
    return Result("sqlmap", role, f"{method} {path.split('?')[0]}", tried, found, is_cut)


def quoted(path):
    from urllib.parse import quote
    return quote(path, safe="/?=&%.:+,;@-_~*")


#: Modules of wapiti that look at an application; the others look for other people's products.
MODULES = ("blindsql,cookieflags,crlf,csp,csrf,exec,file,http_headers,methods,permanentxss,"
           "redirect,sql,ssrf,xss,xxe,backup,htaccess,shellshock")
#: What it says of that is as it should be, with the reason.
EXPECTED = {
    "Secure Flag cookie": "the test server speaks plain HTTP, where browsers drop such cookies",
    "Strict-Transport-Security": "plain HTTP: the proxy with the certificate says it",
    "HttpOnly Flag cookie": "the cookies of language and theme hold nothing secret",
}


def wapiti(server, role, visitor, seconds, folder):
    report = folder / f"wapiti-{role}.json"
    _, is_cut = tool(
        ["wapiti", "-u", f"{server.address}/", "--scope", "folder", "-m", MODULES,
         "--header", f"Cookie: session={visitor.token}", "-f", "json", "-o", report,
         "--max-scan-time", str(max(1, seconds // 60)), "-d", "4", "--max-links-per-page", "60",
         "-x", f"{server.address}/sign-out", "-x", f"{server.address}/me/password",
         "-x", f"{server.address}/me/sessions", "--flush-session", "--no-bugreport"],
        seconds + 120)
    if not report.exists():
        return Result("wapiti", role, "/", "no report", ["it did not end by itself"], True)
    told = json.loads(report.read_text("utf-8"))
    found = []
    for kind in ("vulnerabilities", "anomalies"):
        for name, entries in told[kind].items():
            infos = {e["info"] for e in entries if not is_expected(name, e["info"])}
            found += [f"{name}: {info}" for info in sorted(infos)]
    pages = told.get("infos", {}).get("crawled_pages_nbr") or told.get("infos", {}).get("scope", "")
    return Result("wapiti", role, "/", f"all pages that it found ({pages})", found, is_cut)


def is_expected(name, info):
    return any(key in name or key in info for key in EXPECTED)


def attack(minutes, folder):
    subject = SUBJECTS["rights"]
    store = Files().store(folder / "attacked.sqlite")
    subject.fill(store, folder / "data")
    server = Server(store, subject.binary, options=["--log", "none"])
    server.start()
    requests = list(recorded())
    share = max(20, minutes * 60 // 2 // (len(requests) * len(RECORDED)))
    try:
        for role in RECORDED:
            for request in requests:
                visitor = Visitor(server, ROLES[role])
                yield sqlmap(server, role, visitor, request, share, folder)
                visitor.close()
        for role, login in ROLES.items():
            yield wapiti(server, role, Visitor(server, login),
                         max(60, minutes * 60 // 2 // len(ROLES)), folder)
        assert server.process.poll() is None, "the server died"
    finally:
        server.kill()


def version(command):
    said = subprocess.run([command, "--version"], capture_output=True, text=True).stdout
    return re.search(r"\d+\.[\d.]+", said)[0]


def write(results, minutes):
    expected = "\n".join(f"- {name}: {reason}." for name, reason in EXPECTED.items())
    rows = "\n".join(result.row() for result in results)
    wrong = sum(len(r.found) for r in results)
    REPORT.write_text(f"""\
# Attacks

What tools that are not ours found in [Tests/Apps/rights](../Tests/Apps/rights) over a database in a
file. `make attack` runs them, {minutes} minutes in this run of {time.strftime("%Y-%m-%d")}, and writes
this page: sqlmap {version("sqlmap")} at level 5 and risk 3 on every parameter of requests of each
kind, wapiti {version("wapiti")} as one person of each role. "Cut short" is what had more to try than
its share of the time.

Found: {wrong or "nothing"}.

| tool | role | where | tried | found |
|---|---|---|---|---|
{rows}

Not counted, because it is as it should be:

{expected}
""", "utf-8")
    return wrong


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--minutes", type=int, default=40)
    minutes = parser.parse_args().minutes
    results = []
    with tempfile.TemporaryDirectory() as folder:
        for result in attack(minutes, Path(folder)):
            print(result.row(), flush=True)
            results.append(result)
    return 1 if write(results, minutes) else 0


if __name__ == "__main__":
    sys.exit(main())
