extension RuleScript {
  /// Days of the years 1 to 9999, periods, moments. The zone counts for what clocks show alone.
  static let days: StaticString = #"""
    const at = (day) => new Date(day * 864e5);
    const inDays = (day) => within(day, -719162, 2932896);
    // Months since the year 0.
    const month = (day) => at(day).getUTCFullYear() * 12 + at(day).getUTCMonth();
    const dayOf = (months, day) => new Date(0).setUTCFullYear(0, months, day) / 864e5;
    const number = (f) => strict((...all) => BigInt(f(...all)));
    const weekday = (day) => ((day + 3) % 7 + 7) % 7;
    const moved = (day, months) => {
      const to = month(day) + months;
      if (to < 12 || to >= 120000) return null;
      return Math.min(dayOf(to, at(day).getUTCDate()), dayOf(to + 1, 0));
    };
    const months = (a, b) => {
      const all = month(b) - month(a);
      return moved(a, all) > b ? all - 1 : all;
    };
    export const year = number((day) => at(day).getUTCFullYear());
    export const monthOf = number((day) => at(day).getUTCMonth() + 1);
    export const day = number((day) => at(day).getUTCDate());
    export const weekdayOf = number((day) => weekday(day) + 1);
    export const quarter = number((day) => Math.floor(at(day).getUTCMonth() / 3) + 1);
    export const isoWeek = number((day) => {
      const thursday = day - weekday(day) + 3;
      return Math.floor((thursday - dayOf(at(thursday).getUTCFullYear() * 12, 1)) / 7) + 1;
    });
    const units = { month: 1, quarter: 3, year: 12 };
    const begin = (day, unit) => month(day) - month(day) % units[unit];
    export const startOf = strict((day, unit) => unit === "day" ? day
      : inDays(unit === "week" ? day - weekday(day) : dayOf(begin(day, unit), 1)));
    export const endOf = strict((day, unit) => unit === "day" ? day
      : inDays(unit === "week" ? day - weekday(day) + 6 : dayOf(begin(day, unit) + units[unit], 0)));
    export const addMonths = strict((day, n) => moved(day, Number(n)));
    export const addDays = strict((day, n) => inDays(day + Number(n)));
    export const daysBetween = number((a, b) => b - a);
    export const monthsBetween = number((a, b) => (a > b ? -months(b, a) : months(a, b)));
    export const ageYears = strict((born, on) =>
      born > on ? null : BigInt(Math.floor(months(born, on) / 12)));
    export const printDay = strict((day) => at(day).toISOString().slice(0, 10));
    export const parseDate = strict((s) => {
      const word = trim(s) ?? "";
      const day = /^\d{4}-\d\d-\d\d$/.test(word) ? inDays(Date.parse(word) / 864e5) : null;
      return filled(day) && printDay(day) === word ? day : null;
    });

    // A period holds its days in the lower 40 bits.
    const made = (months, days) => {
      const fits = [months, days].every((n) => filled(within(n, -(2n ** 31n), 2n ** 31n - 1n)));
      return fits ? (months << 40n) + days : null;
    };
    const daysIn = (period) => BigInt.asIntN(40, period);
    const monthsIn = (period) => (period - daysIn(period)) >> 40n;
    export const period = (months, days) => made(BigInt(months), BigInt(days));
    export const addPeriods = strict((a, b) => made(monthsIn(a + b), daysIn(a + b)));
    export const multiplyPeriod = strict((p, n) => made(monthsIn(p) * n, daysIn(p) * n));
    export const shiftDate = (day, p) =>
      filled(p) ? addDays(addMonths(day, monthsIn(p)), daysIn(p)) : null;

    const inTime = (time) => within(time, -62135596800000n, 253402300799999n);
    export const advance = strict((time, x) => inTime(time + x));
    export const elapsed = strict((a, b) => a - b);
    // How far a zone's clocks are ahead, in milliseconds.
    const zones = {};
    const ahead = (zone, time) => {
      zones[zone] ??= new Intl.DateTimeFormat("sv", {
        timeZone: zone, dateStyle: "short", timeStyle: "medium",
      });
      // Zones have not changed before 1811, nor has that time a year of four digits.
      const whole = Math.floor(Math.max(time, -5e12) / 1000) * 1000;
      return Date.parse(`${zones[zone].format(whole).replace(" ", "T")}Z`) - whole;
    };
    export const clock = (zone, time) => Number(time) + ahead(zone, Number(time));
    const known = {};
    // The moment at which a zone's clocks show a day and milliseconds of it. What they leave out
    // is later by the gap, of two the earlier counts.
    export const moment = (zone, day, time) => known[`${zone} ${day} ${time}`] ??= (() => {
      const shown = day * 864e5 + time;
      const [before, after] = [-864e5, 864e5].map((days) => ahead(zone, shown + days));
      const isAfter = ahead(zone, shown - before) !== before
        && ahead(zone, shown - after) === after;
      return inTime(BigInt(shown - (isAfter ? after : before)));
    })();

    """#
}
