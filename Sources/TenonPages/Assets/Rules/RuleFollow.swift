extension RuleScript {
  /// Holds a form to the rules of its record and of the rows in it, whenever something is typed.
  static let follow: StaticString = #"""
    const $ = (root, selector) => root.querySelector(selector);
    const $$ = (root, selector) => [...root.querySelectorAll(selector)];
    const missing = new Error("a value that the form does not hold");
    const attempt = (ask, record) => {
      try {
        return ask?.(record);
      } catch (error) {
        if (error !== missing) throw error;
      }
    };
    // A rule that reads what nobody knows is left alone.
    const guarded = (values) => new Proxy(values, {
      get: (all, name) => {
        if (!(name in all)) throw missing;
        return all[name];
      },
    });
    const controls = "input:not([type=hidden]), select, textarea, [role=radiogroup]";
    const set = (e, name, is) => {
      if (is) e.setAttribute(name, "true");
      else e.removeAttribute(name);
    };
    const typedIn = (box) => $$(box, "input, select, textarea")
      .filter((e) => /\.f\./.test(e.name) && (isBox(e) ? e.checked : e.value))
      .map((e) => [e.name.replace(/^.*?\.f\./, ""), e.value].join("="));

    export const follow = (form, tables, functions) => {
      const words = form.dataset;
      const list = (word) => word ? word.split(",") : null;
      const env = {
        zone: words.zone, me: words.me, roles: list(words.roles), team: list(words.team), my: Object.create(null),
        today: Number(words.today),
      };
      const skew = Number(words.now) - Date.now();
      const app = tables(functions, env);
      const knownOf = (box) => JSON.parse(box.dataset.known ?? "{}");
      for (const [name, typed] of Object.entries(JSON.parse(words.my ?? "{}"))) {
        env.my[name] = parse(typed, app.my[name], words.zone);
      }
      env.my = guarded(env.my);

      // Where the fields of a record or a row stand.
      const found = new WeakMap();
      const places = (box) => {
        if (found.has(box)) return found.get(box);
        const all = Object.create(null);
        for (const place of $$(box, "[data-field]")) {
          if (place.parentNode.closest("tr, form") === box) all[place.dataset.field] = place;
        }
        found.set(box, all);
        return all;
      };
      const inputsOf = (place, name) => $$(place, "[name]")
        .filter((e) => `.${e.name}`.endsWith(`.f.${name}`));
      // A new row in which nothing was typed is none.
      const isRow = (row, first) => {
        if ($(row, "[name$='.delete']")?.checked) return false;
        return $(row, "[name$='.id']") || typedIn(row).some((e) => !first.includes(e));
      };
      const rowsOf = (place, kind) => {
        const first = $(place, "template");
        const blank = first ? typedIn(first.content) : [];
        return $$(place, "tbody > tr").map((row) => [row, visit(row, kind)])
          .filter(([row]) => isRow(row, blank)).map(([, record]) => record);
      };

      const state = (place, name, rule, record) => {
        const hidden = attempt(rule.hidden, record);
        const parts = place.matches("td") ? [...place.children] : [place];
        if (hidden !== undefined) for (const part of parts) part.hidden = hidden;
        const required = attempt(rule.required, record);
        if (required !== undefined) {
          for (const e of $$(place, controls)) set(e, "aria-required", required);
          const label = $(place, "label[for], .label");
          if (label && required !== Boolean($(label, ".must"))) {
            const star = document.createElement("b");
            star.className = "must";
            star.ariaHidden = "true";
            star.textContent = "*";
            if (required) label.append(star);
            else $(label, ".must").remove();
          }
        }
        const readOnly = attempt(rule.readOnly, record);
        if (readOnly === undefined) return;
        place.classList.toggle("fixed", readOnly);
        for (const e of $$(place, controls)) {
          if (e.matches("select, [type=checkbox], [role]")) set(e, "aria-readonly", readOnly);
          else if (!isBox(e)) e.readOnly = readOnly;
        }
      };
      const showIn = (place, type, x) => {
        const output = $(place, "output");
        if (!output) return;
        const choices = $$(output, "[data-value]");
        const chosen = [x].flat().map(String);
        for (const choice of choices) choice.hidden = !chosen.includes(choice.dataset.value);
        if (choices.length) return;
        const word = show(x, type, words.zone, output.dataset.before ?? "");
        if (output.textContent !== word) output.textContent = word;
      };

      // What a check says appears when a field is left, and goes as soon as it holds.
      let isLeft = false;
      const examine = (box, check, record) => {
        const passes = attempt(check.must, record);
        const place = places(box)[check.at] ?? $(box, ".body, td");
        if (passes === undefined || !place) return;
        const note = [...place.children].find((e) => e.check === check);
        if (passes) note?.remove();
        const says = passes || (!note && !isLeft) ? null
          : attempt(check.say[isChinese() ? "zh" : "en"] ?? Object.values(check.say)[0], record);
        if (says && !note) {
          const made = document.createElement("p");
          Object.assign(made, { className: "error", check, textContent: says });
          made.setAttribute("role", "status");
          if (check.at) place.append(made);
          else place.prepend(made);
        } else if (says && note.textContent !== says) {
          note.textContent = says;
        }
        for (const e of check.at ? inputsOf(place, check.at) : []) {
          set(e, "aria-invalid", $(place, ".error"));
        }
      };

      const visit = (box, kind) => {
        const { types, rows, fields, checks } = app.entities[kind];
        const all = places(box);
        const known = knownOf(box);
        const values = Object.create(null);
        for (const [name, type] of Object.entries(types)) {
          const inputs = all[name] ? inputsOf(all[name], name) : [];
          const value = inputs.length ? valueOf(inputs, type, words.zone)
            : Object.hasOwn(known, name) ? parse(known[name], type, words.zone) : undefined;
          if (value !== undefined) values[name] = value;
        }
        for (const [name, of] of Object.entries(rows)) {
          if (all[name]) values[name] = rowsOf(all[name], of);
        }
        const record = guarded(values);
        for (const [name, rule] of Object.entries(fields)) {
          if (!rule.value) continue;
          const value = attempt(rule.value, record);
          delete values[name];
          if (value === undefined) continue;
          values[name] = value;
          if (all[name]) showIn(all[name], types[name], value);
        }
        for (const [name, rule] of Object.entries(fields)) {
          if (all[name]) state(all[name], name, rule, record);
        }
        for (const check of checks) examine(box, check, record);
        return record;
      };
      const run = () => {
        env.now = BigInt(Date.now() + skew);
        visit(form, words.entity);
        for (const part of $$(form, ".part")) {
          const inside = $$(part, ".fields > [data-field]");
          part.hidden = inside.length > 0 && inside.every((e) => e.hidden);
        }
        isLeft = false;
      };
      let frame = 0;
      for (const kind of ["input", "change", "click", "focusin"]) {
        form.addEventListener(kind, () => {
          isLeft ||= kind === "change";
          frame ||= requestAnimationFrame(() => {
            frame = 0;
            run();
          });
        });
      }
      // What is not to be changed can be seen and left by the keyboard.
      for (const kind of ["keydown", "mousedown", "click"]) {
        form.addEventListener(kind, (event) => {
          const { target, key } = event;
          if (key === "Tab" || !target.closest(".fixed")) return;
          if (target.matches("[readonly]:not([role=combobox])")) return;
          event.preventDefault();
          event.stopPropagation();
        }, true);
      }
      run();
    };

    """#
}
