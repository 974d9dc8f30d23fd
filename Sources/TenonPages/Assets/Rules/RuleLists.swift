extension RuleScript {
  /// Functions of lists, and of what rows give.
  static let lists: StaticString = #"""
    const plus = (list) => list.reduce((all, x) => all + (x ?? 0n), 0n);
    const best = (list, isBetter) => list.filter(filled)
      .reduce((a, b) => (a === null || isBetter(b, a) ? b : a), null);
    export const count = (list) => BigInt(list.filter(filled).length);
    export const sum = (list) => fit(plus(list));
    export const sumSpans = (list) => span(plus(list));
    export const average = (list, by, cut = 1n) => quotient(plus(list) * by, count(list) * cut);
    export const least = (list) => best(list, (a, b) => a < b);
    export const greatest = (list) => best(list, (a, b) => a > b);
    export const distinct = (list) => BigInt(new Set(list.filter(filled)).size);
    export const first = (list) => list.find(filled) ?? null;
    export const last = (list) => list.findLast(filled) ?? null;
    export const join = (list, separator) => text(list.filter(filled).join(separator ?? ""));
    // Rows by a key, those without one left out, or at the end.
    export const ordered = (rows, key, way, keepsBlank) => {
      const keyed = rows.map((row) => [key(row), row]);
      const has = keyed.filter(([k]) => filled(k)).sort(([a], [b]) => way * compare(a, b));
      const lacks = keepsBlank ? keyed.filter(([k]) => !filled(k)) : [];
      return [...has, ...lacks].map(([, row]) => row);
    };

    """#
}
