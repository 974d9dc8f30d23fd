extension RuleScript {
  /// Functions of lists, and of what rows give.
  static let lists: StaticString = #"""
    const plus = (list) => list.reduce((all, x) => all + (x ?? 0n), 0n);
    const best = (list, isBetter) => list.filter(filled)
      .reduce((a, b) => (a === null || isBetter(b, a) ? b : a), null);
    define({
      count: (list) => BigInt(list.filter(filled).length),
      sum: (list) => t.fit(plus(list)),
      sumSpans: (list) => span(plus(list)),
      average: (list, by, cut = 1n) => t.quotient(plus(list) * by, t.count(list) * cut),
      least: (list) => best(list, (a, b) => a < b),
      greatest: (list) => best(list, (a, b) => a > b),
      distinct: (list) => BigInt(new Set(list.filter(filled)).size),
      first: (list) => list.find(filled) ?? null,
      last: (list) => list.findLast(filled) ?? null,
      // Rows by a key, those without one left out, or at the end.
      ordered: (rows, key, way, keepsBlank) => {
        const keyed = rows.map((row) => [key(row), row]);
        const has = keyed.filter(([k]) => filled(k)).sort(([a], [b]) => way * compare(a, b));
        const lacks = keepsBlank ? keyed.filter(([k]) => !filled(k)) : [];
        return [...has, ...lacks].map(([, row]) => row);
      },
    });
    t.join = (list, separator) => t.text(list.filter(filled).join(separator ?? ""));

    """#
}
