extension Script {
  /// Forms: nothing typed is lost by leaving; rows of subforms; values that are taken.
  static let forms: StaticString = #"""
    // Forms: nothing typed is lost by leaving, and a second click does not send twice.
    onPage((main) => {
      const form = $("form[data-guard]", main);
      settle(form);
      if (!form) return;
      page.isDirty = $("[data-focus]", form) !== null;
      let isSent = false;
      form.addEventListener("input", () => { page.isDirty = true; });
      form.addEventListener("submit", (event) => {
        if (isSent) event.preventDefault();
        isSent = true;
        page.isDirty = false;
      });
      addEventListener("pageshow", (event) => { if (event.persisted) isSent = false; });
      if (form.dataset.draft) keepDraft(form);
    });
    // A slider says where it stands.
    addEventListener("input", ({ target }) => {
      if (target.type === "range") target.nextElementSibling.value = target.value;
    });
    addEventListener("beforeunload", (event) => { if (page.isDirty) event.preventDefault(); });

    // Rules: what holds a form to them comes when there is such a form.
    onPage((main) => {
      for (const form of $$("form[data-rules]", main)) {
        const parts = [form.dataset.functions, form.dataset.rules].map((path) => import(path));
        Promise.all(parts).then(([script, tables]) => script.follow(form, tables.default));
      }
    });

    // Drafts: what is typed stays in the browser until it is saved.
    const draftKey = (form) => form?.dataset.draft ? `draft.${form.dataset.draft}` : "";
    function settle(form) {
      const sent = sessionStorage.getItem("sent");
      if (!sent) return;
      sessionStorage.removeItem("sent");
      // The form that comes again was refused: its draft stays.
      if (draftKey(form) !== sent) localStorage.removeItem(sent);
    }
    const typed = (form) => [...form.elements].filter((e) =>
      /^(f\.|\w+\.\d+\.(f\.|delete))/.test(e.name) && !/hidden|submit|file|password/.test(e.type));
    const isBox = (e) => e.type === "checkbox" || e.type === "radio";
    function keepDraft(form) {
      const key = draftKey(form);
      const known = localStorage.getItem(key);
      let timer = 0;
      form.addEventListener("input", () => {
        clearTimeout(timer);
        timer = setTimeout(() => {
          const list = typed(form).filter((e) => !isBox(e) || e.checked)
            .map((e) => [e.name, e.value, e.selectedOptions?.[0]?.text]);
          localStorage.setItem(key, JSON.stringify(list));
        }, 300);
      });
      form.addEventListener("submit", () => {
        clearTimeout(timer);
        sessionStorage.setItem("sent", key);
      });
      if (!known || $("[data-focus]", form)) return;
      const note = document.createElement("div");
      note.className = "notice warn row draft";
      note.setAttribute("role", "status");
      note.append(form.dataset.found);
      const button = (text, act) => {
        const made = document.createElement("button");
        made.type = "button";
        made.className = "button small";
        made.textContent = text;
        made.addEventListener("click", () => {
          note.remove();
          act();
        });
        note.append(made);
      };
      button(form.dataset.restore, () => restoreDraft(form, JSON.parse(known)));
      button(form.dataset.discard, () => localStorage.removeItem(key));
      $(".body", form).prepend(note);
    }
    function restoreDraft(form, list) {
      const given = new Map();
      for (const [name, value, text] of list) {
        const [, lines, number] = /^(\w+)\.(\d+)\./.exec(name) ?? [];
        if (lines && !form.elements[`${lines}.${number}.f.${name.split(".").pop()}`]) {
          $(`[data-field="${lines}"][data-rows]`, form)
            ?.dispatchEvent(new CustomEvent("row", { detail: number }));
        }
        given.set(name, [...(given.get(name) ?? []), { value, text }]);
      }
      for (const e of typed(form)) {
        const values = given.get(e.name) ?? [];
        if (isBox(e)) e.checked = values.some((v) => v.value === e.value);
        else if (values[0]) {
          const { value, text } = values[0];
          if (e.options && ![...e.options].some((o) => o.value === value)) {
            e.add(new Option(text, value));
          }
          e.value = value;
        }
        e.dispatchEvent(new Event("change", { bubbles: true }));
      }
      page.isDirty = true;
    }

    // Rows of a subform: one more, one less; Enter goes down.
    function editRows(box) {
      const body = $("tbody", box);
      const template = $("template", box);
      let next = body.rows.length;
      for (const row of $$("tr.noscript", box)) row.remove();
      const add = (number) => {
        next = Math.max(next, Number(number) + 1);
        const made = document.createElement("template");
        made.innerHTML = template.innerHTML.replaceAll("-#-", `-${number}-`)
          .replaceAll(".#.", `.${number}.`);
        const row = $("tr", made.content);
        body.append(row);
        begin(row);
        return row;
      };
      const first = (row, at = 0) => $("input:not([type=hidden], .vh), select, textarea",
        row.cells[at])?.focus();
      const mark = (row) => {
        const cut = $(".cut input", row);
        if (cut?.checked && !$("input[name$='.id']", row)) row.remove();
        else row.classList.toggle("gone", Boolean(cut?.checked));
      };
      [...body.rows].forEach(mark);
      $("[data-add]", box)?.addEventListener("click", () => first(add(next)));
      box.addEventListener("row", (event) => add(event.detail));
      box.addEventListener("change", (event) => {
        if (event.target.closest(".cut")) mark(event.target.closest("tr"));
      });
      body.addEventListener("keydown", (event) => {
        if (event.key !== "Enter" || event.isComposing || event.defaultPrevented) return;
        if (event.ctrlKey || event.metaKey || event.target.matches("textarea")) return;
        event.preventDefault();
        const cell = event.target.closest("td");
        const row = cell.parentNode.nextElementSibling ?? (template && add(next));
        if (row) first(row, cell.cellIndex);
      });
    }
    onPage((main) => { $$("[data-rows]", main).forEach(editRows); });

    // Values that must occur once: a word while typing.
    onPage((main) => {
      for (const input of $$("[data-taken]", main)) {
        const note = $("[role=status]", input.closest(".field") ?? input.parentNode);
        let timer = 0;
        if (note) input.addEventListener("input", () => {
          clearTimeout(timer);
          timer = setTimeout(async () => {
            const url = new URL(input.dataset.taken, location);
            url.searchParams.set("value", input.value);
            const answer = await fetch(url, { headers: { Accept: "application/json" } });
            const found = answer.ok ? await answer.json() : {};
            note.replaceChildren();
            if (!found.taken) return;
            const link = document.createElement("a");
            link.href = found.path;
            link.target = "_blank";
            link.className = "link";
            link.textContent = found.title;
            note.append(note.dataset.words, link);
          }, 250);
        });
      }
    });

    """#
}
