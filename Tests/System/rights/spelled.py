"""Other spellings of a path, by which servers have been got round."""


def spellings(path):
    """Raw request targets that somebody might take for this path. The path begins with a slash."""
    parts = path.split("/")[1:]
    first, rest = parts[0], "/".join(parts[1:])
    tail = f"/{rest}" if rest else ""
    accented = f"{first[:1]}%cc%81{first[1:]}"
    encoded = "".join(f"%{ord(c):02x}" for c in first if c.isascii()) or first
    yield from (
        path, f"/{path}", f"//{path}", path.replace("/", "//"), f"/.{path}", f"/./{path[1:]}",
        f"/x/..{path}", f"/%2e{path}", f"/%2e%2e{path}", f"/..{path}", f"/..;{path}",
        f"/sign-in/..{path}", f"/sign-in/%2e%2e{path}", f"/assets/..{path}",
        f"/assets/%2e%2e{path}", f"/assets/..%2f{path[1:]}", f"/healthz/..{path}",
        f"{path};", f"{path};x", f"{path};.css", f"/{first};x=1{tail}", f"{path}.", f"{path}.css",
        f"{path}.json", f"{path}/", f"{path}//", f"{path}/.", f"{path}/x/..", f"{path}%20",
        f"{path}%00", f"{path}%00.css", f"{path}%0a", f"{path}%2f", f"{path}?x=/sign-in",
        f"{path}?/sign-in", f"{path}?sign-in", f"{path}#/sign-in", f"{path}%3f/sign-in",
        f"{path}%23", path.upper(), f"/{first.capitalize()}{tail}", f"/{encoded}{tail}",
        f"/{first}%2f{rest}", f"/{first}%252f{rest}", f"/{first}%5c{rest}", f"/{first}\\{rest}",
        f"/%ef%bc%8f{path[1:]}", f"/{accented}{tail}", f"{path}%c0%af",
        f"http://127.0.0.1{path}", f"http://elsewhere.example{path}", f"https://x@y{path}",
        f"*{path}", path[1:], f"{path}\t", f"/sign-in?next={path}&x=..%2f..%2f",
    )


#: Headers by which a proxy in front is believed to have looked already.
BELIEVED = (
    {"X-Original-URL": "/sign-in"}, {"X-Rewrite-URL": "/sign-in"}, {"X-Forwarded-User": "ivy"},
    {"X-Forwarded-For": "127.0.0.1"}, {"X-Remote-User": "ivy"}, {"Forwarded": "for=127.0.0.1"},
    {"X-HTTP-Method-Override": "GET"}, {"X-User-Id": "1"}, {"Authorization": "Bearer"},
    {"Authorization": "Bearer null"}, {"Authorization": "Bearer undefined"},
    {"Authorization": "Basic aXZ5OnRlbm9uLWRlbW8="}, {"Authorization": "Bearer " + "0" * 64},
    {"Authorization": "Bearer tn_" + "A" * 43}, {"Cookie": "session="}, {"Cookie": "session=null"},
    {"Cookie": "session=' OR 1=1 --"}, {"Cookie": "session=" + "0" * 64},
    {"Cookie": "__Host-session=" + "0" * 64}, {"Referer": "/sign-in"},
    {"X-Requested-With": "XMLHttpRequest"}, {"Sec-Fetch-Site": "same-origin"},
)
