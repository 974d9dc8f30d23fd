extension RuleScript {
  /// What inputs hold, as values: read as leniently as the server reads it. Undefined is what
  /// nobody knows, and what is no value of its type yet.
  static let input: StaticString = #"""
    const readNumber = (typed, scale, shift) => {
      const plain = typed.normalize("NFKC").replaceAll("\u2212", "-").replace(/\s/g, "");
      if (!plain) return null;
      const found = /^([-+]?)[¥$€£]?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?([万亿]?)[%元]?$/.exec(plain);
      if (!found) return undefined;
      const digits = (found[3] ?? "").replace(/0+$/, "");
      const places = scale + shift - digits.length + ({ 万: 4, 亿: 8 }[found[4]] ?? 0);
      const all = found[2].replaceAll(",", "") + digits + "0".repeat(Math.max(places, 0));
      const end = all.length + Math.min(places, 0);
      return /[1-9]/.test(all.slice(end)) ? undefined : BigInt(found[1] + (all.slice(0, end) || 0));
    };
    // What a text says for a type; a number of digits is a type, too.
    const read = (typed, type, zone) => {
      if (typeof type === "number") return readNumber(typed, type, 0);
      if (type === "percent") return readNumber(typed, 4, -2);
      if (type === "boolean") return typed === "true";
      if (type === "text") {
        return t.text(t.trim(typed.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "")));
      }
      if (!typed) return null;
      if (type === "key") return typed;
      if (type === "list") return typed.split(",");
      if (type === "date") return t.parseDate(typed) ?? undefined;
      const time = Date.parse(`${typed}Z`);
      const day = Math.floor(time / 864e5);
      return Number.isNaN(time) ? undefined : t.moment(zone, day, time - day * 864e5);
    };
    const isBox = (e) => /checkbox|radio/.test(e.type);
    const chosen = (inputs) => inputs.filter((e) => (isBox(e) ? e.checked : e.value))
      .map((e) => e.value);

    const isChinese = () => document.documentElement.lang.startsWith("zh");
    const show = (x, type, zone, before) => {
      if (type === "percent") return `${t.print(x, 2).replace(/\.?0+$/, "")}\u00a0%`;
      if (typeof type === "number") {
        const [whole, digits] = t.print(magnitude(x), type).split(".");
        const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
        return (x < 0n ? "-" : "") + before + grouped + (digits ? `.${digits}` : "");
      }
      if (type === "text") return x;
      const time = new Date(type === "date" ? x * 864e5 : t.clock(zone, x));
      const [, day, month, year] = time.toUTCString().split(" ");
      const word = time.toISOString();
      const date = isChinese() ? word.slice(0, 10) : `${Number(day)} ${month} ${year}`;
      const comma = isChinese() ? " " : ", ";
      return type === "date" ? date : date + comma + word.slice(11, 16);
    };

    """#
}
