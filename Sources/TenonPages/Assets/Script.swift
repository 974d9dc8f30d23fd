/// The script, an ES module. Pages work without it; it adds keys, suggestions and a guard.
enum Script {
  static let parts = [general, lists, forms, references]

  private static let general: StaticString = #"""
    const $ = (selector, root = document) => root.querySelector(selector);
    const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

    // Menus: one at a time, closed by Escape and by a click elsewhere.
    const menus = () => $$("details.menu[open], details.pop[open]");
    document.addEventListener("click", (event) => {
      for (const menu of menus()) if (!menu.contains(event.target)) menu.open = false;
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      for (const menu of menus()) {
        menu.open = false;
        $("summary", menu).focus();
      }
    });

    // A summary of errors takes the focus when the page opens.
    $("[data-focus]")?.focus();

    // Single keys, unless someone is typing.
    document.addEventListener("keydown", (event) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s") {
        const save = $("[data-key=s]");
        if (save) {
          event.preventDefault();
          save.click();
        }
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target.closest("input, select, textarea, [contenteditable]")) return;
      if (event.key === "/") {
        const box = $(".filters input[type=search], .filters select");
        if (box) {
          event.preventDefault();
          box.focus();
        }
      } else if (event.key === "n" || event.key === "e") {
        $(`[data-key=${event.key}]`)?.click();
      } else if (event.key === "j" || event.key === "k") {
        step(event.key === "j" ? 1 : -1);
      }
    });

    """#

  private static let lists: StaticString = #"""
    // Lists: j and k walk over the rows, a click anywhere in a row opens it.
    function step(by) {
      const links = $$(".grid .open");
      if (!links.length) return;
      const at = links.indexOf(document.activeElement);
      const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
      const link = links[Math.max(0, Math.min(links.length - 1, next))];
      link.focus();
      link.closest("tr").scrollIntoView({ block: "nearest" });
    }
    $(".grid tbody")?.addEventListener("click", (event) => {
      if (event.target.closest("a, button, input") || String(getSelection())) return;
      const link = $(".open", event.target.closest("tr") ?? document);
      if (!link) return;
      if (event.ctrlKey || event.metaKey) open(link.href, "_blank", "noopener");
      else link.click();
    });

    // Filters apply as they are chosen; what is empty stays out of the URL.
    const filters = $("form.filters");
    filters?.addEventListener("change", (event) => {
      if (event.target.closest("select, input[type=search]")) filters.requestSubmit();
    });
    filters?.addEventListener("formdata", ({ formData }) => {
      for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
    });

    """#

  private static let forms: StaticString = #"""
    // Forms: nothing typed is lost by leaving, and a second click does not send twice.
    const form = $("form[data-guard]");
    if (form) {
      let isDirty = $("[data-focus]", form) !== null;
      let isSent = false;
      form.addEventListener("input", () => { isDirty = true; });
      form.addEventListener("submit", (event) => {
        if (isSent) event.preventDefault();
        isSent = true;
      });
      addEventListener("beforeunload", (event) => {
        if (isDirty && !isSent) event.preventDefault();
      });
      addEventListener("pageshow", (event) => { if (event.persisted) isSent = false; });
    }

    """#

  private static let references: StaticString = #"""
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
          li.textContent = item.title;
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
      const look = async () => {
        const words = input.value.trim();
        if (!words || !place.dataset.pick) return fill(known.slice(0, 50));
        request?.abort();
        request = new AbortController();
        if (list.hidden) say(place.dataset.busy);
        try {
          const answer = await fetch(`${place.dataset.pick}?q=${encodeURIComponent(words)}`,
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
      input.addEventListener("click", () => { if (list.hidden) fill(known.slice(0, 50)); });
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
          if (list.hidden) return fill(known.slice(0, 50));
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
      restore();
      show(false);
    }
    $$(".pick").forEach(suggest);

    """#
}
