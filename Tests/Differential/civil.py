"""Days, periods, instants and the zone.

A date is a `datetime.date`, which has exactly the years 1 to 9999 of the specification. An instant
is whole milliseconds since 1970-01-01T00:00Z, a time of day whole seconds, a period a pair of
months and days, a duration whole milliseconds.
"""

from datetime import MAXYEAR, MINYEAR, date, datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

DAY = 86_400_000
EPOCH = date(1970, 1, 1).toordinal()
FIRST = (date.min.toordinal() - EPOCH) * DAY
LAST = (date.max.toordinal() - EPOCH + 1) * DAY - 1
PERIOD_LIMIT = 2**31 - 1


def month_length(year, month):
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def add_days(day, count):
    ordinal = day.toordinal() + count
    if not date.min.toordinal() <= ordinal <= date.max.toordinal():
        return None
    return date.fromordinal(ordinal)


def add_months(day, count):
    """The same day of another month, or that month's last day where it is shorter."""
    months = day.year * 12 + (day.month - 1) + count
    year, month = months // 12, months % 12 + 1
    if not MINYEAR <= year <= MAXYEAR:
        return None
    return date(year, month, min(day.day, month_length(year, month)))


def add_period(day, period):
    """Months first, then days."""
    moved = add_months(day, period[0])
    return None if moved is None else add_days(moved, period[1])


def months_between(a, b):
    """Full months under the clamp; negative when b is earlier."""
    if b < a:
        return -months_between(b, a)
    count = (b.year - a.year) * 12 + b.month - a.month
    reached = add_months(a, count)
    return count if reached <= b else count - 1


def age_years(born, on):
    if on < born:
        return None
    years = on.year - born.year
    return years if add_months(born, 12 * years) <= on else years - 1


def iso_week(day):
    """The week of the year that has most of its days: the one of its Thursday."""
    thursday = day.toordinal() - (weekday(day) - 1) + 3
    first_of_year = date(date.fromordinal(thursday).year, 1, 1).toordinal()
    return (thursday - first_of_year) // 7 + 1


def weekday(day):
    """Monday is 1. 0001-01-01 was a Monday."""
    return (day.toordinal() - 1) % 7 + 1


def quarter(day):
    return (day.month - 1) // 3 + 1


def start_of(day, unit):
    if unit == "week":
        return add_days(day, 1 - weekday(day))
    if unit == "month":
        return day.replace(day=1)
    if unit == "quarter":
        return date(day.year, quarter(day) * 3 - 2, 1)
    if unit == "year":
        return date(day.year, 1, 1)
    return day


def end_of(day, unit):
    if unit == "week":
        return add_days(day, 7 - weekday(day))
    if unit == "month":
        return day.replace(day=month_length(day.year, day.month))
    if unit == "quarter":
        month = quarter(day) * 3
        return date(day.year, month, month_length(day.year, month))
    if unit == "year":
        return date(day.year, 12, 31)
    return day


# Instants


def in_range(instant):
    return instant if FIRST <= instant <= LAST else None


@cache
def zone_named(name):
    return ZoneInfo(name)


def offset_at(instant, zone):
    """Milliseconds that the zone is ahead of UTC at an instant."""
    # Near the ends of the calendar no zone changes its offset, and `datetime` would overflow.
    safe = min(max(instant, FIRST + 3 * DAY), LAST - 3 * DAY)
    moment = datetime(1970, 1, 1, tzinfo=timezone.utc) + timedelta(milliseconds=safe)
    return round(moment.astimezone(zone_named(zone)).utcoffset() / timedelta(milliseconds=1))


def wall(instant, zone):
    """The day and the milliseconds of the day that a clock in the zone shows, or blank."""
    days, rest = divmod(instant + offset_at(instant, zone), DAY)
    ordinal = days + EPOCH
    if not date.min.toordinal() <= ordinal <= date.max.toordinal():
        return None
    return date.fromordinal(ordinal), rest


def from_wall(day, milliseconds, zone):
    """The instant at which the clock shows this. What the clock skips is later by the gap; of two
    instants that show the same it is the first, with the offset that held before."""
    clock = datetime(day.year, day.month, day.day, tzinfo=zone_named(zone))
    clock += timedelta(milliseconds=milliseconds)
    offset = round(clock.replace(fold=0).utcoffset() / timedelta(milliseconds=1))
    return in_range((day.toordinal() - EPOCH) * DAY + milliseconds - offset)


def shift(instant, period, zone):
    """An instant moved by calendar days, at the same time of the clock."""
    if period == (0, 0):
        return instant
    shown = wall(instant, zone)
    if shown is None:
        return None
    day = add_period(shown[0], period)
    return None if day is None else from_wall(day, shown[1], zone)
