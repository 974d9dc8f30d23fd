extension Script {
  /// References: one box with suggestions.
  static let references: StaticString = #"""
    // References: the select becomes one box with suggestions and stays the form's field.
    let count = 0;
    function suggest(place) {
      const select = $("select", place);
      const input = document.createElement("input");
      const list = document.createElement("ul");
      const known = [...select.options].filter((o) => o.value)
        .map((o) => ({ id: o.value, title: o.text }));
      let items = [];
      let active = -1;
      let request = null;
      let timer = 0;

      for (const part of $$(".seek, [role=status]", place)) part.remove();
      input.id = select.id;
      input.type = "text";
      input.autocomplete = "off";
      input.placeholder = select.options[0].text;
      for (const name of ["aria-required", "aria-invalid", "aria-describedby"]) {
        if (select.hasAttribute(name)) input.setAttribute(name, select.getAttribute(name));
      }
      list.id = `options-${++count}`;
      list.className = "options";
      list.hidden = true;
      list.setAttribute("role", "listbox");
      list.setAttribute("aria-label", input.placeholder);
      input.setAttribute("role", "combobox");
      input.setAttribute("aria-autocomplete", "list");
      input.setAttribute("aria-controls", list.id);
      select.removeAttribute("id");
      select.hidden = true;
      place.append(input, list);

      const chosen = () => select.selectedOptions[0];
      const show = (isOpen) => {
        list.hidden = !isOpen;
        input.setAttribute("aria-expanded", String(isOpen));
        if (!isOpen) input.removeAttribute("aria-activedescendant");
      };
      const restore = () => { input.value = chosen()?.value ? chosen().text : ""; };
      const mark = (index) => {
        active = index;
        [...list.children].forEach((li, i) => {
          li.setAttribute("aria-selected", String(i === index));
          if (i !== index) return;
          input.setAttribute("aria-activedescendant", li.id);
          li.scrollIntoView({ block: "nearest" });
        });
      };
      const say = (text) => {
        items = [];
        const li = document.createElement("li");
        li.className = "mute";
        li.textContent = text;
        li.setAttribute("role", "option");
        li.setAttribute("aria-disabled", "true");
        list.replaceChildren(li);
        show(true);
      };
      const fill = (found) => {
        if (!found.length) return say(place.dataset.none);
        items = found;
        list.replaceChildren(...found.map((item, index) => {
          const li = document.createElement("li");
          li.id = `${list.id}-${index}`;
          li.setAttribute("role", "option");
          if (place.matches(".people")) li.append(face(item.title));
          li.append(item.title);
          li.addEventListener("mousedown", (event) => {
            event.preventDefault();
            take(item);
          });
          return li;
        }));
        show(true);
        mark(0);
      };
      const take = (item) => {
        let option = [...select.options].find((o) => o.value === String(item.id));
        if (!option) select.add(option = new Option(item.title, item.id));
        option.selected = true;
        restore();
        show(false);
        select.dispatchEvent(new Event("input", { bubbles: true }));
      };
      // What can be chosen may depend on what the form holds now.
      const question = (words) => {
        const url = new URL(place.dataset.pick, location);
        const prefix = select.name.replace(/f\.[^.]*$/, "");
        const data = place.dataset.reads && new FormData(select.form);
        url.searchParams.set("q", words);
        for (const name of place.dataset.reads?.split(" ").filter(Boolean) ?? []) {
          const [from, as] = name[0] === "^"
            ? [`f.${name.slice(1)}`, `above.f.${name.slice(1)}`]
            : [`${prefix}f.${name}`, `f.${name}`];
          const inputs = select.form.elements[from];
          if (inputs && !data.has(from)) url.searchParams.append(as, "");
          for (const value of data.getAll(from)) url.searchParams.append(as, value);
        }
        return url;
      };
      const offer = () => "reads" in place.dataset ? look(true) : fill(known.slice(0, 50));
      const look = async (isAll) => {
        const words = isAll === true ? "" : input.value.trim();
        if (!("reads" in place.dataset) && (!words || !place.dataset.pick)) return offer();
        request?.abort();
        request = new AbortController();
        if (list.hidden) say(place.dataset.busy);
        try {
          const answer = await fetch(question(words),
            { signal: request.signal, headers: { Accept: "application/json" } });
          fill(answer.ok ? (await answer.json()).items : []);
        } catch (error) {
          if (error.name !== "AbortError") fill([]);
        }
      };

      input.addEventListener("input", (event) => {
        if (event.isComposing) return;
        clearTimeout(timer);
        timer = setTimeout(look, 140);
      });
      input.addEventListener("compositionend", () => { timer = setTimeout(look, 0); });
      input.addEventListener("focus", () => input.select());
      input.addEventListener("click", () => { if (list.hidden) offer(); });
      input.addEventListener("blur", () => {
        clearTimeout(timer);
        request?.abort();
        if (!input.value.trim()) select.value = "";
        restore();
        show(false);
      });
      input.addEventListener("keydown", (event) => {
        if (event.isComposing) return;
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
          event.preventDefault();
          if (list.hidden) return offer();
          const last = items.length - 1;
          mark(Math.max(0, Math.min(last, active + (event.key === "ArrowDown" ? 1 : -1))));
        } else if (event.key === "Enter" && !list.hidden) {
          event.preventDefault();
          if (items[active]) take(items[active]);
        } else if (event.key === "Escape" && !list.hidden) {
          event.stopPropagation();
          restore();
          show(false);
        }
      });
      select.addEventListener("change", restore);
      restore();
      show(false);
    }
    onPage((main) => { $$(".pick:has(> select)", main).forEach(suggest); });

    """#
}
