// Evaluates the modules that `answer-javascript` wrote over the records of a file of cases.
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

const [folder, path] = process.argv.slice(2);
const { t } = await import(join(folder, "rules.mjs"));
const types = JSON.parse(readFileSync(join(folder, "types.json"), "utf8"));
const lines = readFileSync(path, "utf8").split("\n").filter(Boolean).map((line) => JSON.parse(line));
const run = lines[0];

// A value of a field, from its written form.
const read = (type, value) => {
  if (value === null || value === undefined || value === "") return null;
  if (typeof type === "number") {
    const [whole, digits = ""] = value.split(".");
    return BigInt(whole + digits.padEnd(type, "0"));
  }
  if (type === "date") return t.parseDate(value);
  if (type === "datetime") return BigInt(Date.parse(value));
  if (type === "list") return value.length ? value : null;
  return value;
};
const record = (entity, fields) => Object.fromEntries(
  Object.entries(types[entity]).map(([name, type]) => [name, read(type, fields[name])]));

// The person who looks, and what belongs to the moment.
const people = (entity) => run.records[entity];
const find = (entity, id) => people(entity).find((row) => row.id === id) ?? {};
const my = new Proxy({}, {
  get: (_, path) => {
    let [entity, row, value] = ["user", find("user", run.me), null];
    for (const name of path.split(".")) {
      if (name === "id") return BigInt(row.id);
      const type = types[entity][name];
      value = read(type, row[name]);
      if (value === null) return null;
      entity = type === "department" ? "department" : "user";
      row = find(entity, value);
    }
    return value;
  },
});
const now = BigInt(Date.parse(run.now));
const own = find("user", run.me);
const team = own.department
  ? people("user").filter((row) => row.department === own.department).map((row) => row.id) : null;
const e = {
  zone: run.zone, now, today: Math.floor(t.clock(run.zone, now) / 864e5), me: run.me, my,
  roles: own.roles ?? null, team,
};

const digits = (x, scale) => {
  const all = String(x < 0n ? -x : x).padStart(scale + 1, "0");
  const text = scale ? `${all.slice(0, -scale)}.${all.slice(-scale)}` : all;
  return x < 0n ? `-${text}` : text;
};
// The canonical form of a value.
const written = (kind, x) => {
  if (x === null) return null;
  switch (kind.type) {
    case "int": case "decimal": case "money": return digits(x, kind.scale);
    case "date": return t.printDay(x);
    case "datetime": return new Date(Number(x)).toISOString();
    case "duration": return String(x);
    case "period": {
      const days = BigInt.asIntN(40, x);
      return `${(x - days) >> 40n}mo${days}d`;
    }
    case "list": return x.map((item) => written(kind.of, item));
    default: return x;
  }
};

const kinds = new Map(lines.filter((line) => "expression" in line)
  .map((line) => [line.expression, line.target ?? line.kind]));
const records = lines.filter((line) => "record" in line).map((line) => {
  const rows = (line.records.deal_line ?? []).filter((row) => row.deal === line.id)
    .sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? -1 : 1));
  const lines = rows.map((row) => ({ ...record("deal_line", row), id: BigInt(row.id) }));
  return [line.record, { ...record("deal", line.fields), id: BigInt(line.id), lines }];
});
for (const name of readdirSync(folder).filter((name) => name.startsWith("cases"))) {
  const { default: cases } = await import(join(folder, name));
  for (const [expression, evaluate] of cases(t, e)) {
    const kind = kinds.get(expression);
    const answers = records.map(([index, r]) => {
      let value;
      try {
        value = written(kind, evaluate(r));
      } catch (error) {
        throw new Error(`expression ${expression}, record ${index}: ${evaluate}`, { cause: error });
      }
      return JSON.stringify([expression, index, value]);
    });
    process.stdout.write(`${answers.join("\n")}\n`);
  }
}
