extension RuleScript {
  /// What rules do to the place of a field: it is hidden, required, read-only, shows a computed
  /// value or what a check says.
  static let hold: StaticString = #"""
    const $ = (root, selector) => root.querySelector(selector);
    const $$ = (root, selector) => [...root.querySelectorAll(selector)];
    const map = (entries = []) => Object.assign(Object.create(null), Object.fromEntries(entries));
    const set = (e, name, is) => e.toggleAttribute(name, is) && e.setAttribute(name, "true");
    const controls = "input:not([type=hidden]), select, textarea, [role=radiogroup]";
    const inputsOf = (place, name) => $$(place, "[name]")
      .filter((e) => `.${e.name}`.endsWith(`.f.${name}`));
    const typedIn = (row) => $$(row, "[name*='.f.']")
      .flatMap((e) => chosen([e]).map((x) => `${e.name.split(".f.")[1]} ${x}`));

    // A rule that reads what nobody knows is left alone.
    const unknown = new Error("a value that the form does not hold");
    const guarded = (values) => new Proxy(values, {
      get: (all, name) => {
        if (!(name in all)) throw unknown;
        return all[name];
      },
    });
    const attempt = (ask, record) => {
      try {
        return ask?.(record);
      } catch (error) {
        if (error !== unknown) throw error;
      }
    };

    const hold = (place, rule, record) => {
      const hidden = attempt(rule.hidden, record);
      const parts = place.matches("td") ? [...place.children] : [place];
      if (hidden !== undefined) {
        place.classList.remove("hid");
        for (const part of parts) part.hidden = hidden;
      }
      const required = attempt(rule.required, record);
      if (required !== undefined) {
        for (const e of $$(place, controls)) set(e, "aria-required", required);
        const star = $(place, ".must");
        if (!required) star?.remove();
        else if (!star) {
          $(place, "label[for], .label")?.insertAdjacentHTML(
            "beforeend", "<b class=must aria-hidden=true>*</b>");
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
    const fill = (place, x, type, zone) => {
      const output = $(place, "output");
      if (!output) return;
      const choices = $$(output, "[data-value]");
      for (const e of choices) e.hidden = ![x].flat().map(String).includes(e.dataset.value);
      if (choices.length || type === "key") return;
      const word = filled(x) ? show(x, type, zone, output.dataset.before ?? "") : "";
      if (output.textContent !== word) output.textContent = word;
    };
    // What a check says appears when a field is left, and goes as soon as it holds.
    const examine = (place, check, record, isLeft) => {
      const passes = attempt(check.must, record);
      let note = [...place.children].find((e) => e.check === check);
      if (passes === undefined) return;
      if (passes) note?.remove();
      if (!passes && (note || isLeft)) {
        const say = check.say[isChinese() ? "zh" : "en"] ?? Object.values(check.say)[0];
        const word = attempt(say, record) ?? "";
        if (!note) {
          place.insertAdjacentHTML(check.at ? "beforeend" : "afterbegin",
            "<p class=error role=status></p>");
          note = check.at ? place.lastElementChild : place.firstElementChild;
          note.check = check;
        }
        if (note.textContent !== word) note.textContent = word;
      }
      const isBad = $(place, ":scope > .error") !== null;
      if (check.at) for (const e of inputsOf(place, check.at)) set(e, "aria-invalid", isBad);
    };

    """#
}
