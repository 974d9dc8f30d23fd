"""What all parts of the demo data share: the moment, chance with a seed, and CSV."""

import csv
import random
from datetime import date, datetime, time, timedelta
from pathlib import Path

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 18, 0)
FOLDER = Path(__file__).resolve().parent.parent
chance = random.Random(20261120)


def happens(share):
    return chance.random() < share


def workday(day):
    """The day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def day_between(first, last):
    if last <= first:
        return workday(first)
    return max(first, workday(first + timedelta(days=chance.randrange((last - first).days + 1))))


def moment(day):
    """A working hour of a day, never later than now."""
    at = datetime.combine(day, time(chance.choice([8, 9, 9, 10, 10, 11, 13, 14, 14, 15, 16, 17]),
                                    chance.randrange(0, 60, 5)))
    return min(at, NOW - timedelta(minutes=chance.randrange(5, 400)))


def after(at, hours):
    return min(at + timedelta(hours=hours), NOW)


def cell(value):
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat() + "+08:00"
    if isinstance(value, float):
        return f"{value:.2f}"
    return str(value)


def write(name, header, rows):
    """One file; rows are dictionaries. Records keep the order of their making."""
    if "created_at" in header:
        rows.sort(key=lambda row: row["created_at"])
    with open(FOLDER / f"{name}.csv", "w", encoding="utf-8", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        for row in rows:
            unknown = set(row) - set(header) - {key for key in row if key.startswith("_")}
            assert not unknown, (name, unknown)
            out.writerow([cell(row.get(column)) for column in header])
    return len(rows)
