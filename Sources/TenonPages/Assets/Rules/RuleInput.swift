extension RuleScript {
  /// What inputs hold, as values: read as leniently as the server reads it. Undefined is what
  /// nobody knows, and what is no value of its type yet.
  static let input: StaticString = #"""
    const parseNumber = (typed, scale, shift) => {
      const plain = typed.normalize("NFKC").replaceAll("\u2212", "-").replace(/\s/g, "");
      if (!plain) return null;
      const found = /^([-+]?)[¥$€£]?(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?([万亿]?)[%元]?$/.exec(plain);
      if (!found) return undefined;
      const digits = (found[3] ?? "").replace(/0+$/, "");
      const places = scale + shift - digits.length + ({ 万: 4, 亿: 8 }[found[4]] ?? 0);
      const all = found[2].replaceAll(",", "") + digits + "0".repeat(Math.max(places, 0));
      const cut = places < 0 ? all.slice(0, places) : all;
      if (/[1-9]/.test(all.slice(cut.length))) return undefined;
      return BigInt(`${found[1]}${cut || 0}`);
    };
    // What a text says for a type; a number of digits is one, too.
    const parse = (typed, type, zone) => {
      if (typeof type === "number") return parseNumber(typed, type, 0);
      if (type === "percent") return parseNumber(typed, 4, -2);
      if (type === "boolean") return typed === "true";
      if (type === "list") return typed ? typed.split(",") : null;
      if (type === "text") {
        const lines = typed.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\n\t]/gu, "");
        return text(trim(lines));
      }
      if (!typed || type === "key") return typed || null;
      if (type === "date") return parseDate(typed) ?? undefined;
      const time = Date.parse(`${typed}Z`);
      const day = Math.floor(time / 864e5);
      return Number.isNaN(time) ? undefined : moment(zone, day, time - day * 864e5);
    };
    const isBox = (e) => e.type === "checkbox" || e.type === "radio";
    const valueOf = (inputs, type, zone) => {
      const chosen = inputs.filter((e) => isBox(e) ? e.checked : e.value);
      if (type === "list") return chosen.length ? chosen.map((e) => e.value) : null;
      return parse(chosen[0]?.value ?? "", type, zone);
    };

    const grouped = (digits) => digits.replace(/\B(?=(\d{3})+$)/g, ",");
    const isChinese = () => document.documentElement.lang.startsWith("zh");
    const show = (x, type, zone, before) => {
      if (!filled(x)) return "";
      if (type === "percent") return `${print(x, 2).replace(/\.?0+$/, "")}\u00a0%`;
      if (typeof type === "number") {
        const [whole, digits] = print(magnitude(x), type).split(".");
        return (x < 0n ? "-" : "") + before + grouped(whole) + (digits ? `.${digits}` : "");
      }
      if (type === "text" || type === "key") return x;
      const time = type === "date" ? x * 864e5 : clock(zone, x);
      const word = new Date(time).toISOString();
      const date = isChinese() ? word.slice(0, 10) : new Date(time).toLocaleDateString("en-GB",
        { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });
      return type === "date" ? date : `${date}${isChinese() ? " " : ", "}${word.slice(11, 16)}`;
    };

    """#
}
