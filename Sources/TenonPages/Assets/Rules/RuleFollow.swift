extension RuleScript {
  /// Holds a form to the rules of its record and of the rows in it, whenever something is typed.
  ///
  /// The form names the module of the rules, and says what is not in its inputs: the attributes are
  /// those of ``FormRules``. `tables` is the module's function.
  static let follow: StaticString = #"""
    export const follow = (form, tables) => {
      const words = form.dataset;
      const { zone, me } = words;
      const list = (word) => (word ? word.split(",") : null);
      const env = {
        zone, me, today: Number(words.today), roles: list(words.roles), team: list(words.team),
      };
      const skew = Number(words.now) - Date.now();
      const app = tables(t, env);
      const given = (e, name) => map(Object.entries(JSON.parse(e.dataset[name] ?? "{}")));
      env.my = guarded(map(Object.entries(given(form, "my"))
        .map(([name, typed]) => [name, read(typed, app.my[name], zone)])));

      // Where the fields of a record or a row stand.
      const found = new WeakMap();
      const placesOf = (box) => {
        const isOwn = (e) => e.parentNode.closest("tr, form") === box;
        if (!found.has(box)) {
          const places = $$(box, "[data-field]").filter(isOwn);
          found.set(box, map(places.map((e) => [e.dataset.field, e])));
        }
        return found.get(box);
      };
      // A new row in which nothing was typed is none, as one that is to be deleted.
      const rowsOf = (place, kind) => {
        const template = $(place, "template");
        const first = template ? typedIn(template.content) : [];
        const stays = (row) => !$(row, "[name$='.delete']")?.checked
          && ($(row, "[name$='.id']") || typedIn(row).some((x) => !first.includes(x)));
        return $$(place, "tbody > tr").map((row) => [row, visit(row, kind)])
          .filter(([row]) => stays(row)).map(([, record]) => record);
      };

      let isLeft = false;
      const visit = (box, kind) => {
        const { types, rows, fields, checks } = app.entities[kind];
        const places = placesOf(box);
        const known = given(box, "known");
        const values = map();
        for (const [name, type] of Object.entries(types)) {
          const inputs = places[name] ? inputsOf(places[name], name) : [];
          const typed = inputs.length ? chosen(inputs).join() : known[name];
          const value = typed === undefined ? typed : read(typed, type, zone);
          if (value !== undefined) values[name] = value;
        }
        for (const [name, of] of Object.entries(rows)) {
          if (!places[name]) continue;
          const all = rowsOf(places[name], of);
          // Of some of the rows nothing can be worked out.
          if (!("partial" in places[name].dataset)) values[name] = all;
        }
        const record = guarded(values);
        const entries = Object.entries(fields);
        const put = (name, value) => {
          delete values[name];
          if (value !== undefined) values[name] = value;
        };
        // What is hidden keeps what is stored, as it will when the form is sent: one after the
        // other, since what hides a field may be hidden itself.
        const kept = [];
        for (let name; ; kept.push(name)) {
          for (const [of, { value }] of entries) if (value) put(of, attempt(value, record));
          name = entries.find(([of, rule]) => of in values && of in known && !kept.includes(of)
            && !rule.value && attempt(rule.hidden, record))?.[0];
          if (!name) break;
          put(name, read(known[name], types[name], zone));
        }
        for (const [name, rule] of entries) {
          const place = places[name];
          if (!place) continue;
          if (rule.value && name in values) fill(place, values[name], types[name], zone);
          hold(place, rule, record);
        }
        for (const check of checks) {
          const place = (check.at && places[check.at]) || $(box, ".body, td");
          if (place) examine(place, check, record, isLeft);
        }
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
      // What is not to be changed can still be seen, and left by the keyboard.
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
