extension RuleScript {
  /// Numbers, comparisons, durations. Everything is exact; what does not fit is blank.
  static let numbers: StaticString = #"""
    const filled = (x) => x !== null;
    const strict = (f) => (...all) => (all.every(filled) ? f(...all) : null);
    // The functions that expressions call; those of `define` are blank when an operand is.
    export const t = {};
    const define = (all) => {
      for (const name in all) t[name] = strict(all[name]);
    };
    const most = 2n ** 127n - 1n;
    const long = 2n ** 63n - 1n;
    const span = (x) => t.within(x, ~long, long);
    const magnitude = (x) => (x < 0n ? -x : x);
    define({
      within: (x, low, high) => (x >= low && x <= high ? x : null),
      fit: (x) => t.within(x, ~most, most),
      // The same number with more digits. It need not fit: only results must.
      wide: (x, by) => x * by,
      add: (a, b) => t.fit(a + b),
      subtract: (a, b) => t.fit(a - b),
      negate: (x) => t.fit(-x),
      multiply: (a, b, by = 1n) => t.round(a * b, by),
      quotient: (a, b) => (b ? t.fit(a / b) : null),
      modulo: (a, b) => (b ? t.fit(a % b) : null),
      abs: (x) => t.fit(magnitude(x)),
      sign: (x) => (x > 0n ? 1n : x < 0n ? -1n : 0n),
      // Without the last digits, of which `by` is the tenth power.
      round: (x, by, mode = "half_away") => {
        const whole = x / by;
        const rest = magnitude(x % by);
        const over = 2n * rest - by;
        const grows = rest && {
          half_away: over >= 0n, half_even: over > 0n || (!over && whole % 2n),
          up: true, ceiling: x > 0n, floor: x < 0n,
        }[mode];
        return t.fit(grows ? whole + t.sign(x) : whole);
      },
      clamp: (x, low, high) => (low > high ? null : x < low ? low : x > high ? high : x),
      // `one` has the digits of the result, `by` those of x.
      power: (x, n, one, by) => {
        if (n < 0n || n > 1000n) return null;
        let result = one;
        for (; n && result; n -= 1n) result = t.round(result * x, by);
        return result;
      },
      allocate: (total, list) => {
        const weights = list.map((x) => x ?? 0n);
        const whole = plus(weights);
        if (!whole || weights.some((x) => x < 0n)) return null;
        const size = magnitude(total);
        const parts = weights.map((x) => size * x / whole);
        const rest = (i) => size * weights[i] % whole;
        const left = Number(size - plus(parts));
        const order = [...parts.keys()].sort((i, j) => compare(rest(j), rest(i)) || i - j);
        for (const i of order.slice(0, left)) parts[i] += 1n;
        return parts.map((x) => x * t.sign(total));
      },
      addSpans: (a, b) => span(a + b),
      negateSpan: (x) => span(-x),
      multiplySpan: (x, n, by) => span(t.round(x * n, by)),
      divideSpan: (x, n, by) => (n ? span(t.round(x * by * t.sign(n), magnitude(n))) : null),
    });

    // Texts by code point: a surrogate stands for what it is a half of.
    const compare = (a, b) => {
      if (typeof a !== "string") return a < b ? -1 : Number(a > b);
      let i = 0;
      while (i < a.length && a[i] === b[i]) i += 1;
      return (a.codePointAt(i) ?? -1) - (b.codePointAt(i) ?? -1);
    };
    // A condition of two values that is false when one is blank.
    const both = (f) => (a, b) => filled(a) && filled(b) && f(a, b);
    t.less = both((a, b) => compare(a, b) < 0);
    t.atMost = both((a, b) => compare(a, b) <= 0);
    t.isIn = both((x, list) => list.includes(x));

    """#
}
