extension RuleScript {
  /// Texts in NFC, by code point. There is no empty text, and none above a million.
  static let texts: StaticString = #"""
    t.text = (...parts) => {
      const all = parts.join("");
      return all && (all.length <= 1e6 || size(all) <= 1e6) ? all.normalize() : null;
    };
    const size = (s) => [...s].length;
    const part = (s, from, to) => t.text([...s].slice(from, to).join(""));
    const above = (n) => Math.max(Number(n), 0);
    const isSpace = (s) => /\p{White_Space}/u.test(s);
    t.length = (s) => BigInt(size(s ?? ""));
    t.contains = both((s, part) => s.includes(part));
    t.startsWith = both((s, part) => s.startsWith(part));
    t.endsWith = both((s, part) => s.endsWith(part));
    t.replace = (s, old, by) => both((s, old) => {
      const parts = s.split(old);
      const more = (parts.length - 1) * ((by ?? "").length - old.length);
      return s.length + more > 2e6 ? null : t.text(parts.join(by ?? ""));
    })(s, old) || null;
    // A table of states, each with the next one for each class of code points: 1 is the first, 0
    // leads nowhere.
    t.pattern = (classes, next, ends) => (s) => {
      let state = 1;
      for (const a of s ?? "") {
        state = next[state][classes.findLastIndex((start) => start <= a.codePointAt(0))];
        if (!state) return false;
      }
      return filled(s) && ends.includes(state);
    };
    define({
      slice: (s, from, count) => {
        const start = above(from - 1n);
        return part(s, start, start + above(count));
      },
      left: (s, n) => part(s, 0, above(n)),
      right: (s, n) => part(s, above(size(s) - above(n))),
      trim: (s) => {
        let [start, end] = [0, s.length];
        while (start < end && isSpace(s[start])) start += 1;
        while (start < end && isSpace(s[end - 1])) end -= 1;
        return s.slice(start, end) || null;
      },
      upper: (s) => t.text(s.replace(/[a-z]+/g, (a) => a.toUpperCase())),
      lower: (s) => t.text(s.replace(/[A-Z]+/g, (a) => a.toLowerCase())),
      splitPart: (s, separator, n) => n > 0n ? t.text(s.split(separator)[Number(n) - 1]) : null,
      padLeft: (s, width, fill) => {
        if (width > 10000n) return null;
        const missing = above(Number(width) - size(s));
        return t.text(part(fill.repeat(Math.ceil(missing / size(fill))), 0, missing), s);
      },
      digitsOnly: (s) => s.replace(/[０-９]/g, (a) => a.normalize("NFKC"))
        .replace(/[^0-9]/g, "") || null,
      mask: (s, start, end) => {
        const all = [...s];
        const keeps = start >= 0n && end >= 0n && start + end < all.length;
        const stays = (i) => keeps && (i < start || i >= all.length - Number(end));
        return t.text(all.map((a, i) => (stays(i) ? a : "*")).join(""));
      },
      print: (x, scale) => {
        let digits = String(magnitude(x)).padStart(scale + 1, "0");
        if (scale) digits = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
        if (scale > 9) digits = digits.replace(/\.?0+$/, "");
        return (x < 0n ? "-" : "") + digits;
      },
      printSpan: (x) => {
        const seconds = magnitude(x) / 1000n;
        const two = (n) => String(n % 60n).padStart(2, "0");
        return `${x <= -1000n ? "-" : ""}${seconds / 3600n}:${two(seconds / 60n)}:${two(seconds)}`;
      },
      printed: String,
      named: (x, names) => (Object.hasOwn(names, x) ? names[x] : x),
      parseInt: (s) => {
        const found = /^-?[0-9]+$/.test(t.trim(s) ?? "") ? BigInt(t.trim(s)) : null;
        return t.within(found, -(2n ** 53n - 1n), 2n ** 53n - 1n);
      },
      parseDecimal: (s) => {
        const found = /^(-?[0-9]+)(?:\.([0-9]+))?$/.exec(t.trim(s) ?? "");
        const digits = found?.[2] ?? "";
        if (!found || /[1-9]/.test(digits.slice(9))) return null;
        return t.fit(BigInt(found[1] + digits.slice(0, 9).padEnd(9, "0")));
      },
    });

    """#
}
