"""The audit trail worked out anew from the rows, by code that shares nothing with the server's."""

import base64
import hashlib
import hmac

NUMBER = 1 << 36  # an id is its chain times this, and its number


def rows(store):
    """All rows of the trail in the order of their ids, as dictionaries."""
    return store.read("SELECT * FROM tenon_history ORDER BY id")


def seals(store):
    return store.read("SELECT * FROM tenon_seal ORDER BY id")


def spelled(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def number(value):
    return "" if value is None else str(value)


def digest(before, row):
    """The hash that a row has behind another."""
    text = "\n".join([
        number(row["id"]), number(row["at"]), number(row["user"]), number(row["behalf"]),
        row["kind"], row["entity"], number(row["record"]), row["changes"]])
    return hashlib.sha256(before + text.encode()).digest()


def chains(store):
    """{chain: rows}, after every hash and number was found right."""
    found = {}
    for row in rows(store):
        if row["id"] >= NUMBER:
            found.setdefault(row["id"] // NUMBER, []).append(row)
    assert list(found) == list(range(1, len(found) + 1)), list(found)
    for chain, own in found.items():
        before = bytes(32)
        for place, row in enumerate(own, 1):
            assert row["id"] == chain * NUMBER + place, row
            before = digest(before, row)
            assert row["hash"] == spelled(before), row
    return found


def check_seals(store, key):
    """Every seal is what the key makes of it, and covers a row that is there."""
    hashes = {row["id"]: row["hash"] for row in rows(store)}
    before = ""
    for place, seal in enumerate(seals(store), 1):
        assert seal["id"] == place, seal
        text = "\n".join([before] + [
            str(seal[name]) for name in ("id", "at", "chain", "number", "hash")])
        mac = hmac.new(key, text.encode(), hashlib.sha512).digest()[:32]
        assert seal["mac"] == spelled(mac), seal
        assert hashes[seal["chain"] * NUMBER + seal["number"]] == seal["hash"], seal
        before = seal["mac"]


def unescaped(text):
    out, rest = "", text
    while rest:
        head, slash, rest = rest.partition("\\")
        out += head
        if slash:
            out += {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}[rest[0]]
            rest = rest[1:]
    return out


def plain(value):
    """A value as a row spells it."""
    return int(value[1:]) if value[0] == "i" else value[1:]


def told(row):
    """What a row tells: {column: (before, after)} of values, {name: value} of details."""
    result = {}
    for line in row["changes"].split("\n"):
        parts = [unescaped(part) for part in line.split("\t")]
        if parts[0] == "value":
            result[parts[1]] = (plain(parts[2]), plain(parts[3]))
        elif parts[0] == "is":
            result[parts[1]] = (None, plain(parts[2]))
        elif parts[0] == "was":
            result[parts[1]] = (plain(parts[2]), None)
        elif parts[0] == "detail":
            result[parts[1]] = plain(parts[2])
        elif parts[0] in ("row", "file", "secret"):
            result[parts[1]] = parts[2:]
    return result


def unlock(store):
    """Takes the triggers away, as someone could who owns the database."""
    for table in ("tenon_history", "tenon_seal"):
        if store.engine == "sqlite":
            for change in ("update", "delete"):
                store.query(f'DROP TRIGGER "{table}_{change}"')
        else:
            store.query(f"ALTER TABLE {table} DISABLE TRIGGER USER")
