"""Working time, counted on the wall clock of the application's zone.

A clock is a pair of day and milliseconds of the day. Both ends of a span are inside it.
"""

from datetime import date, timedelta

import civil


class Calendar:
    """`week`: weekday → spans in minutes; `exceptions`: date → spans, or None for plain hours."""

    def __init__(self, week, exceptions):
        self.week = {day: self.milliseconds(week.get(day, ())) for day in range(1, 8)}
        plain = next((self.week[d] for d in range(1, 8) if self.week[d]), ())
        self.exceptions = {
            day: plain if spans is None else self.milliseconds(spans)
            for day, spans in exceptions.items()
        }
        self.week_total = sum(b - a for spans in self.week.values() for a, b in spans)
        self.week_days = sum(1 for spans in self.week.values() if spans)

    @staticmethod
    def milliseconds(spans):
        return tuple((a * 60_000, b * 60_000) for a, b in spans)

    def spans(self, day):
        if day in self.exceptions:
            return self.exceptions[day]
        return self.week[civil.weekday(day)]

    def is_workday(self, day):
        return bool(self.spans(day))

    def plain_weeks(self, day):
        """How many whole weeks without an exception begin with this day."""
        later = [e for e in self.exceptions if e >= day]
        end = min(later) if later else date.max
        return max(0, (end - day).days // 7)

    def inside(self, clock):
        day, at = clock
        return any(a <= at <= b for a, b in self.spans(day))

    def opening(self, clock):
        """The clock itself when inside, else the next opening; blank when there is none."""
        if self.inside(clock):
            return clock
        day, at = clock
        while day is not None:
            for a, _ in self.spans(day):
                if a >= at:
                    return day, a
            skipped = self.plain_weeks(day) if not self.week_total else 0
            day, at = civil.add_days(day, max(1, 7 * skipped)), 0
        return None

    def add_time(self, clock, amount):
        """The first moment by which so much has been worked."""
        if amount == 0:
            return self.opening(clock)
        day, at = clock
        while day is not None:
            if at == 0:
                weeks = self.plain_weeks(day)
                if self.week_total:
                    # One whole week less, so that the last moment is found by walking.
                    weeks = min(weeks, max(0, (amount - 1) // self.week_total))
                amount -= weeks * self.week_total
                day = civil.add_days(day, 7 * weeks)
            for a, b in self.spans(day):
                begin = max(a, at)
                if begin < b and amount <= b - begin:
                    return day, begin + amount
                amount -= max(0, b - begin)
            day, at = civil.add_days(day, 1), 0
        return None

    def nth_workday(self, day, count):
        """The count-th workday after a day."""
        while count > 0:
            weeks = self.plain_weeks_after(day)
            if self.week_days:
                weeks = min(weeks, (count - 1) // self.week_days)
            if weeks:
                count -= weeks * self.week_days
                day = civil.add_days(day, 7 * weeks)
            day = civil.add_days(day, 1)
            if day is None:
                return None
            count -= self.is_workday(day)
        return day

    def plain_weeks_after(self, day):
        following = civil.add_days(day, 1)
        return 0 if following is None else self.plain_weeks(following)

    def add_days(self, clock, count):
        day, at = clock
        if count == 0:
            return self.opening(clock)
        target = self.nth_workday(day, count)
        if target is None:
            return None
        spans = self.spans(target)
        if not self.is_workday(day):
            return target, spans[-1][1]
        for a, b in spans:
            if at <= b:
                # Before an opening or in a break it is the next opening.
                return target, max(a, at)
        return target, spans[-1][1]

    def add_date_days(self, day, count):
        if count:
            return self.nth_workday(day, count)
        return day if self.is_workday(day) else self.nth_workday(day, 1)

    def between(self, a, b):
        """Working time from one clock to another; negative when b is earlier."""
        if b < a:
            return -self.between(b, a)
        (day, at), (last, end), total = a, b, 0
        while day < last:
            if at == 0:
                weeks = min(self.plain_weeks(day), (last - day).days // 7)
                total += weeks * self.week_total
                day += timedelta(days=7 * weeks)
                if day == last:
                    break
            total += self.overlap(day, at, civil.DAY)
            day, at = day + timedelta(days=1), 0
        return total + self.overlap(last, at, end)

    def overlap(self, day, start, end):
        return sum(max(0, min(b, end) - max(a, start)) for a, b in self.spans(day))
