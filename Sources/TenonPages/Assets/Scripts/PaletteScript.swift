extension Script {
  /// The palette: records, actions and pages by a few keys.
  static let palette: StaticString = #"""
    // The palette. Actions and pages are those of the frame; records come from the server.
    const finder = $(".search");
    if (finder) {
      const words = finder.dataset;
      const dialog = document.createElement("dialog");
      const box = finder.cloneNode(true);
      const input = $("input", box);
      const list = document.createElement("ul");
      let active = 0;
      let found = [];
      let recent = null;
      let asking = null;
      let timer = 0;

      dialog.className = "palette";
      dialog.setAttribute("aria-label", input.placeholder);
      box.removeAttribute("role");
      $("kbd", box).textContent = "Esc";
      list.id = "palette";
      list.setAttribute("role", "listbox");
      list.setAttribute("aria-label", input.placeholder);
      input.setAttribute("role", "combobox");
      input.setAttribute("aria-expanded", "true");
      input.setAttribute("aria-controls", list.id);
      dialog.append(box, list);
      document.body.append(dialog);

      const face = (link) => $("svg, .tile", link)?.cloneNode(true) ?? "";
      const links = (selector) => $$(selector).map((link) => (
        { title: link.title || $(":scope > span:last-of-type", link).textContent,
          url: link.href, face: face(link) }));
      const buttons = () => $$(".me form button").map((button) => {
        const group = button.parentElement.getAttribute("aria-label");
        const own = button.textContent.trim();
        return { title: group ? `${group}: ${own}` : own, face: face(button),
          run: () => button.click() };
      });
      const fits = (query) => {
        const parts = query.toLowerCase().split(/\s+/);
        return ({ title }) => parts.every((part) => title.toLowerCase().includes(part));
      };
      const tile = (entity) =>
        face($(`.side a[href="/app/${entity}"]`) ?? document.createElement("a"));
      const records = (groups) => groups.map(({ entity, label, items }) => ({
        label, items: items.map((item) => (
          { ...item, face: tile(item.entity ?? entity) || label.slice(0, 1) })),
      }));
      const mark = (index) => {
        const options = $$("[role=option]", list);
        active = Math.max(0, Math.min(options.length - 1, index));
        options.forEach((option, i) => option.setAttribute("aria-selected", i === active));
        options[active]?.scrollIntoView({ block: "nearest" });
        if (options[active]) input.setAttribute("aria-activedescendant", options[active].id);
        else input.removeAttribute("aria-activedescendant");
      };
      const draw = () => {
        const query = input.value.trim();
        const groups = [...(query ? found : recent ?? []),
          { label: words.actions,
            items: [...links(".tools .make li a"), ...(query ? buttons() : [])] },
          { label: words.pages, items: links(".side li a") },
        ];
        if (query) {
          for (const group of groups.slice(-2)) group.items = group.items.filter(fits(query));
          const url = `${finder.action}?q=${encodeURIComponent(query)}`;
          groups.push({ items: [{ title: `${words.all} “${query}”`, url, face: "⏎" }] });
        }
        let count = 0;
        list.replaceChildren(...groups.filter((group) => group.items.length).map((group) => {
          const part = document.createElement("li");
          const rows = document.createElement("ul");
          part.setAttribute("role", "group");
          if (group.label) {
            part.setAttribute("aria-label", group.label);
            const head = document.createElement("h3");
            head.textContent = group.label;
            part.append(head);
          }
          rows.append(...group.items.map((item) => row(item, count++)));
          rows.setAttribute("role", "presentation");
          part.append(rows);
          return part;
        }));
        mark(0);
      };
      const row = (item, index) => {
        const option = document.createElement("li");
        const inner = document.createElement(item.url ? "a" : "button");
        const title = document.createElement("span");
        const icon = document.createElement("i");
        option.id = `palette-${index}`;
        option.setAttribute("role", "option");
        inner.tabIndex = -1;
        if (item.url) inner.href = item.url;
        icon.append(item.face);
        icon.setAttribute("aria-hidden", "true");
        title.textContent = item.title;
        inner.append(icon, title);
        if (item.detail) {
          const detail = document.createElement("small");
          detail.textContent = item.detail;
          inner.append(detail);
        }
        inner.addEventListener("click", () => { dialog.close(); item.run?.(); });
        option.addEventListener("mousemove", () => { if (index !== active) mark(index); });
        option.append(inner);
        return option;
      };
      const ask = async (url) => {
        asking?.abort();
        asking = new AbortController();
        const answer = await fetch(url, { signal: asking.signal,
          headers: { Accept: "application/json" } });
        return answer.ok ? records((await answer.json()).groups) : [];
      };
      const look = async () => {
        const query = input.value.trim();
        if (query) {
          found = await ask(`${finder.action}/suggest?q=${encodeURIComponent(query)}`);
        } else {
          recent = await ask("/palette");
        }
        draw();
      };
      const later = (delay) => {
        clearTimeout(timer);
        // A request that was given up is no failure; what the frame knows is shown in any case.
        timer = setTimeout(() => look().catch((error) => {
          if (error.name !== "AbortError") found = [];
        }), delay);
      };
      const call = (text) => {
        if (dialog.open) return;
        input.value = text;
        found = [];
        dialog.showModal();
        input.select();
        draw();
        later(0);
      };

      finder.addEventListener("click", () => call(""));
      $("input", finder).addEventListener("input", (event) => {
        if (event.isComposing) return;
        call(event.target.value);
        event.target.value = "";
      });
      document.addEventListener("keydown", (event) => {
        if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== "k") return;
        event.preventDefault();
        if (dialog.open) dialog.close();
        else call("");
      });
      dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
      box.addEventListener("submit", (event) => event.preventDefault());
      input.addEventListener("input", (event) => {
        draw();
        if (!event.isComposing) later(120);
      });
      input.addEventListener("compositionend", () => later(0));
      input.addEventListener("keydown", (event) => {
        if (event.isComposing) return;
        const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[event.key];
        if (by) {
          event.preventDefault();
          mark(active + by);
        } else if (event.key === "Enter") {
          event.preventDefault();
          $("a, button", $$("[role=option]", list)[active])?.click();
        } else if (event.key === "Escape") {
          // The browser would only empty the box.
          event.preventDefault();
          dialog.close();
        }
      });
      const keys = $("kbd", finder);
      if (keys && /Mac|iPhone|iPad/.test(navigator.platform)) keys.textContent = "⌘ K";
    }

    """#
}
