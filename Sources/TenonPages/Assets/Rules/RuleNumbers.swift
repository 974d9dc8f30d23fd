extension RuleScript {
  /// Numbers, comparisons, durations. Everything is exact; what does not fit is blank.
  static let numbers: StaticString = #"""
    const filled = (x) => x !== null;
    const strict = (f) => (...all) => (all.every(filled) ? f(...all) : null);
    export const within = (x, least, most) => (filled(x) && x >= least && x <= most ? x : null);
    const most = 2n ** 127n - 1n;
    const long = 2n ** 63n - 1n;
    const span = (x) => within(x, ~long, long);
    export const fit = (x) => within(x, ~most, most);
    // The same number with more digits. It need not fit: only results must.
    export const wide = strict((x, by) => x * by);

    export const add = strict((a, b) => fit(a + b));
    export const subtract = strict((a, b) => fit(a - b));
    export const negate = strict((x) => fit(-x));
    export const multiply = strict((a, b, by = 1n) => round(a * b, by));
    export const quotient = strict((a, b) => (b ? fit(a / b) : null));
    export const modulo = strict((a, b) => (b ? fit(a % b) : null));
    const magnitude = (x) => (x < 0n ? -x : x);
    export const abs = strict((x) => fit(magnitude(x)));
    export const sign = strict((x) => (x > 0n ? 1n : x < 0n ? -1n : 0n));
    // Without the last digits, of which `by` is the tenth power.
    export const round = strict((x, by, mode = "half_away") => {
      const whole = x / by;
      const rest = magnitude(x % by);
      const over = 2n * rest - by;
      const grows = rest && {
        half_away: over >= 0n, half_even: over > 0n || (!over && whole % 2n),
        up: true, ceiling: x > 0n, floor: x < 0n,
      }[mode];
      return fit(grows ? whole + sign(x) : whole);
    });
    export const clamp = strict((x, low, high) =>
      low > high ? null : x < low ? low : x > high ? high : x);
    // `one` has the digits of the result, `by` those of x.
    export const power = strict((x, n, one, by) => {
      if (n < 0n || n > 1000n) return null;
      let result = one;
      for (; n && result; n -= 1n) result = round(result * x, by);
      return result;
    });
    export const allocate = strict((total, list) => {
      const weights = list.map((x) => x ?? 0n);
      const whole = plus(weights);
      if (!whole || weights.some((x) => x < 0n)) return null;
      const size = magnitude(total);
      const parts = weights.map((x) => size * x / whole);
      const rest = (i) => size * weights[i] % whole;
      const left = Number(size - plus(parts));
      const order = [...parts.keys()].sort((i, j) => compare(rest(j), rest(i)) || i - j);
      for (const i of order.slice(0, left)) parts[i] += 1n;
      return parts.map((x) => x * sign(total));
    });

    // Texts by code point: a surrogate stands for what it is a half of.
    const compare = (a, b) => {
      if (typeof a !== "string") return a < b ? -1 : Number(a > b);
      let i = 0;
      while (i < a.length && a[i] === b[i]) i += 1;
      return (a.codePointAt(i) ?? -1) - (b.codePointAt(i) ?? -1);
    };
    export const less = (a, b) => filled(a) && filled(b) && compare(a, b) < 0;
    export const atMost = (a, b) => filled(a) && filled(b) && compare(a, b) <= 0;
    export const isIn = (x, list) => filled(x) && filled(list) && list.includes(x);

    export const addSpans = strict((a, b) => span(a + b));
    export const negateSpan = strict((x) => span(-x));
    export const multiplySpan = strict((x, n, by) => span(round(x * n, by)));
    export const divideSpan = strict((x, n, by) =>
      n ? span(round(x * by * sign(n), magnitude(n))) : null);

    """#
}
