extension RuleScript {
  /// Texts in NFC, by code point. There is no empty text, and none above a million.
  static let texts: StaticString = #"""
    export const text = (...parts) => {
      const all = parts.join("");
      return all && (all.length <= 1e6 || [...all].length <= 1e6) ? all.normalize() : null;
    };
    const part = (s, from, to) => text([...s].slice(from, to).join(""));
    const size = (s) => [...s].length;
    export const length = (s) => BigInt(size(s ?? ""));
    export const slice = strict((s, from, count) => {
      const start = Math.max(Number(from), 1) - 1;
      return part(s, start, start + Math.max(Number(count), 0));
    });
    export const left = strict((s, n) => part(s, 0, Math.max(Number(n), 0)));
    export const right = strict((s, n) => part(s, Math.max(size(s) - Math.max(Number(n), 0), 0)));
    const isSpace = (s) => /\p{White_Space}/u.test(s);
    export const trim = strict((s) => {
      let [start, end] = [0, s.length];
      while (start < end && isSpace(s[start])) start += 1;
      while (start < end && isSpace(s[end - 1])) end -= 1;
      return s.slice(start, end) || null;
    });
    export const upper = strict((s) => text(s.replace(/[a-z]+/g, (a) => a.toUpperCase())));
    export const lower = strict((s) => text(s.replace(/[A-Z]+/g, (a) => a.toLowerCase())));
    export const contains = (s, part) => filled(s) && filled(part) && s.includes(part);
    export const startsWith = (s, part) => filled(s) && filled(part) && s.startsWith(part);
    export const endsWith = (s, part) => filled(s) && filled(part) && s.endsWith(part);
    export const replace = (s, old, made) => {
      if (!filled(s) || !filled(old)) return null;
      const parts = s.split(old);
      const by = made ?? "";
      const more = (parts.length - 1) * (by.length - old.length);
      return s.length + more > 2e6 ? null : text(parts.join(by));
    };
    export const splitPart = strict((s, separator, n) =>
      n > 0n ? text(s.split(separator)[Number(n) - 1] ?? "") : null);
    export const padLeft = strict((s, width, fill) => {
      if (width > 10000n) return null;
      const missing = Math.max(Number(width) - size(s), 0);
      return text([...fill.repeat(missing)].slice(0, missing).join(""), s);
    });
    export const digitsOnly = strict((s) => s.replace(/[０-９]/g, (a) => a.normalize("NFKC"))
      .replace(/[^0-9]/g, "") || null);
    export const mask = strict((s, start, end) => {
      const all = [...s];
      const keeps = start >= 0n && end >= 0n && start + end < all.length;
      const stays = (i) => keeps && (i < start || i >= all.length - Number(end));
      return text(all.map((a, i) => (stays(i) ? a : "*")).join(""));
    });
    // A table of states, each with the next one for each class of code points: 1 is the first, 0
    // leads nowhere.
    export const pattern = (classes, next, ends) => (s) => {
      let state = 1;
      for (const a of s ?? "") {
        state = next[state][classes.findLastIndex((start) => start <= a.codePointAt(0))];
        if (!state) return false;
      }
      return filled(s) && ends.includes(state);
    };

    export const print = strict((x, scale) => {
      let digits = String(magnitude(x)).padStart(scale + 1, "0");
      if (scale) digits = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
      if (scale > 9) digits = digits.replace(/\.?0+$/, "");
      return (x < 0n ? "-" : "") + digits;
    });
    export const printSpan = strict((x) => {
      const seconds = magnitude(x) / 1000n;
      const two = (n) => String(n % 60n).padStart(2, "0");
      return `${x <= -1000n ? "-" : ""}${seconds / 3600n}:${two(seconds / 60n)}:${two(seconds)}`;
    });
    export const printed = strict(String);
    export const named = strict((x, names) => (Object.hasOwn(names, x) ? names[x] : x));
    export const parseInt = strict((s) => {
      const found = /^-?[0-9]+$/.test(trim(s) ?? "") ? BigInt(trim(s)) : null;
      return within(found, -(2n ** 53n - 1n), 2n ** 53n - 1n);
    });
    export const parseDecimal = strict((s) => {
      const found = /^(-?[0-9]+)(?:\.([0-9]+))?$/.exec(trim(s) ?? "");
      const digits = found?.[2] ?? "";
      if (!found || /[1-9]/.test(digits.slice(9))) return null;
      return fit(BigInt(found[1] + digits.slice(0, 9).padEnd(9, "0")));
    });

    """#
}
