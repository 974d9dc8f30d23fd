extension RuleScript {
  /// Days of the years 1 to 9999, periods, moments. The zone counts for what clocks show alone.
  static let days: StaticString = #"""
    const at = (day) => new Date(day * 864e5);
    const inDays = (day) => t.within(day, -719162, 2932896);
    // Months since the year 0.
    const month = (day) => at(day).getUTCFullYear() * 12 + at(day).getUTCMonth();
    const dayOf = (months, day) => new Date(0).setUTCFullYear(0, months, day) / 864e5;
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
    const units = { month: 1, quarter: 3, year: 12 };
    const begin = (day, unit) => month(day) - month(day) % units[unit];
    define({
      year: (day) => BigInt(at(day).getUTCFullYear()),
      month: (day) => BigInt(at(day).getUTCMonth() + 1),
      day: (day) => BigInt(at(day).getUTCDate()),
      weekday: (day) => BigInt(weekday(day) + 1),
      quarter: (day) => BigInt(Math.ceil((at(day).getUTCMonth() + 1) / 3)),
      isoWeek: (day) => {
        const thursday = day - weekday(day) + 3;
        return BigInt(Math.ceil((thursday - dayOf(begin(thursday, "year"), 0)) / 7));
      },
      startOf: (day, unit) => unit === "day" ? day
        : inDays(unit === "week" ? day - weekday(day) : dayOf(begin(day, unit), 1)),
      endOf: (day, unit) => unit === "day" ? day
        : inDays(unit === "week" ? day - weekday(day) + 6
          : dayOf(begin(day, unit) + units[unit], 0)),
      addMonths: (day, n) => moved(day, Number(n)),
      addDays: (day, n) => inDays(day + Number(n)),
      daysBetween: (a, b) => BigInt(b - a),
      monthsBetween: (a, b) => BigInt(a > b ? -months(b, a) : months(a, b)),
      ageYears: (born, on) => born > on ? null : BigInt(Math.floor(months(born, on) / 12)),
      printDay: (day) => at(day).toISOString().slice(0, 10),
      parseDate: (s) => {
        const word = t.trim(s) ?? "";
        const day = /^\d{4}-\d\d-\d\d$/.test(word) ? inDays(Date.parse(word) / 864e5) : null;
        return t.printDay(day) === word ? day : null;
      },
      // A period holds its days in the lower 40 bits.
      period: (months, days) => {
        const least = -(2n ** 31n);
        const all = [months, days].map(BigInt);
        return all.every((n) => n >= least && n < -least) ? (all[0] << 40n) + all[1] : null;
      },
      addPeriods: (a, b) => t.period(monthsIn(a + b), daysIn(a + b)),
      multiplyPeriod: (p, n) => t.period(monthsIn(p) * n, daysIn(p) * n),
      shiftDate: (day, p) => t.addDays(t.addMonths(day, monthsIn(p)), daysIn(p)),
      advance: (time, x) => inTime(time + x),
      elapsed: (a, b) => a - b,
    });
    const daysIn = (period) => BigInt.asIntN(40, period);
    const monthsIn = (period) => (period - daysIn(period)) >> 40n;

    const inTime = (time) => t.within(time, -62135596800000n, 253402300799999n);
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
    t.clock = (zone, time) => Number(time) + ahead(zone, Number(time));
    // The moment at which a zone's clocks show a day and milliseconds of it. What they leave out
    // is later by the gap, of two the earlier counts.
    const moments = {};
    t.moment = (zone, day, time) => moments[`${zone} ${day} ${time}`] ??= (() => {
      const shown = day * 864e5 + time;
      const [before, after] = [-864e5, 864e5].map((days) => ahead(zone, shown + days));
      const isAfter = ahead(zone, shown - before) !== before
        && ahead(zone, shown - after) === after;
      return inTime(BigInt(shown - (isAfter ? after : before)));
    })();

    """#
}
