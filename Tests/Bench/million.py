"""Fills a database that the server made with a million customers, straight into the file. The server
fills its search index when it starts next.

Rows repeat the demo customers with new unique values, so that every constraint holds; the columns
and unique keys are read from the file. An earlier fill is kept as long as the schema is the same.
"""

import hashlib
import random
import shutil
import sqlite3
from pathlib import Path

import made_up_names

TABLE = "customer"


def unique_columns(db):
    """Columns that are a unique key by themselves."""
    found = set()
    for _, index, is_unique, *_ in db.execute(f'PRAGMA index_list("{TABLE}")'):
        columns = [row[2] for row in db.execute(f'PRAGMA index_info("{index}")')]
        if is_unique and len(columns) == 1:
            found.add(columns[0])
    return found


def fingerprint(path, rows):
    db = sqlite3.connect(path)
    schema = db.execute("SELECT sql FROM sqlite_master ORDER BY name").fetchall()
    db.close()
    return hashlib.sha256(repr((schema, rows)).encode()).hexdigest()[:16]


def made_rows(db, columns, rows):
    """Yields the rows to add, in the order of `columns`."""
    samples = db.execute(f'SELECT * FROM "{TABLE}"').fetchall()
    start = db.execute(f'SELECT max(id) FROM "{TABLE}"').fetchone()[0] + 1
    unique = [(columns.index(name), name) for name in sorted(unique_columns(db) - {"id"})]
    lively = [
        (columns.index(name), make) for name, make in (
            ("name", made_up_names.company), ("contact", made_up_names.person),
            ("phone", made_up_names.phone)) if name in columns]
    names = set()
    key, created, updated = (columns.index(n) for n in ("id", "created_at", "updated_at"))
    first_day = 1_640_995_200_000  # 2022-01-01 in milliseconds
    chance = random.Random(1)
    for number in range(start, rows + 1):
        row = list(chance.choice(samples))
        row[key] = number
        row[created] = row[updated] = first_day + number * 60_000
        for place, name in unique:
            row[place] = f"B-{number:07d}"
        for place, make in lively:
            row[place] = make(chance)
        if "name" in columns:
            place = columns.index("name")
            while row[place] in names:
                row[place] += chance.choice(made_up_names.MARKS)
            names.add(row[place])
        yield row


def fill(source: Path, target: Path, rows: int = 1_000_000) -> Path:
    """Copies `source` to `target` and adds customers until there are `rows`; no server may be
    running on either."""
    mark = target.with_suffix(".schema")
    wanted = fingerprint(source, rows)
    if target.exists() and mark.exists() and mark.read_text() == wanted:
        return target
    for path in (target, target.with_name(target.name + "-wal"), mark):
        path.unlink(missing_ok=True)
    shutil.copy(source, target)
    db = sqlite3.connect(target, isolation_level=None)
    db.execute("PRAGMA journal_mode = OFF")
    db.execute("PRAGMA synchronous = OFF")
    db.execute("PRAGMA cache_size = -1000000")
    columns = [row[1] for row in db.execute(f'PRAGMA table_info("{TABLE}")')]
    made = list(made_rows(db, columns, rows))
    indexes = db.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql NOT NULL",
        (TABLE,)).fetchall()
    db.execute("BEGIN")
    for name, _ in indexes:
        db.execute(f'DROP INDEX "{name}"')
    places = ", ".join("?" * len(columns))
    db.executemany(f'INSERT INTO "{TABLE}" VALUES ({places})', made)
    for _, sql in indexes:
        db.execute(sql)
    db.execute("DELETE FROM tenon_search WHERE name = ?", (f"tenon_search_{TABLE}",))
    db.execute("COMMIT")
    db.execute("PRAGMA journal_mode = WAL")
    db.close()
    mark.write_text(wanted)
    return target
