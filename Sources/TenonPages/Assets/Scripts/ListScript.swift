extension Script {
  /// Lists: keys, selection, filters that apply when their panel closes.
  static let lists: StaticString = #"""
    // Lists: the page is text from the server; a piece of it can be had and put in.
    const parsed = (html) => new DOMParser().parseFromString(html, "text/html");
    const here = () => location.pathname + location.search;
    const post = (url, body) => fetch(url, { method: "POST", body: new URLSearchParams(body) });
    function ask(html, place) {
      const step = $(".step", parsed(html)) ?? $("main", parsed(html));
      const dialog = document.createElement("dialog");
      dialog.append(document.adoptNode(step));
      dialog.addEventListener("close", () => dialog.remove());
      dialog.addEventListener("click", (event) => {
        if (!event.target.closest("a.quiet") && event.target !== dialog) return;
        event.preventDefault();
        dialog.close();
      });
      place.append(dialog);
      $$(".pick", dialog).forEach(suggest);
      dialog.showModal();
      return dialog;
    }
    function tell(done) {
      $("div.done")?.remove();
      if (done) $("main").append(document.adoptNode(done));
    }

    // j and k walk over rows and cards, arrows over cells; x selects, e edits, ? shows the keys.
    function step(by) {
      const links = $$("main .open").filter((link) => link.offsetParent);
      if (!links.length) return;
      const row = document.activeElement.closest("tr, li");
      const at = links.findIndex((link) => link.closest("tr, li") === row);
      const next = at < 0 ? (by > 0 ? 0 : links.length - 1) : at + by;
      const link = links[Math.max(0, Math.min(links.length - 1, next))];
      const column = document.activeElement.closest("td")?.cellIndex;
      const cell = column && link.closest("tr")?.cells[column];
      (cell && cell.tabIndex === -1 ? cell : link).focus();
      link.closest("tr, li").scrollIntoView({ block: "nearest" });
    }
    document.addEventListener("keydown", (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
      if (event.target.closest("input:not([type=checkbox]), select, textarea, dialog")) return;
      const row = event.target.closest(".grid tr, .board li");
      if (event.key === "?") $("dialog.keys")?.showModal();
      else if (event.key === "x" && row) $(".sel input", row)?.click();
      else if (event.key === "e" && row) go(`${$(".open", row).pathname}/edit`);
      else if (row && event.key.startsWith("Arrow")) {
        const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (by) step(by);
        else sideways(event.target.closest("td, th"), event.key === "ArrowRight");
      } else return;
      event.preventDefault();
    });
    function sideways(cell, isRight) {
      if (!cell) return;
      const next = isRight ? cell.nextElementSibling : cell.previousElementSibling;
      if (!next || next.matches(".sel")) return;
      const link = $(".open", next);
      if (!link) next.tabIndex = -1;
      (link ?? next).focus();
    }

    // What is cut short tells the rest.
    document.addEventListener("pointerover", ({ target }) => {
      const cut = target.closest?.("td, th, dd, h1, .open, .name, .ev > *");
      if (cut && cut.scrollWidth > cut.clientWidth) cut.title = cut.textContent.trim();
    });

    // Selection: a range with Shift, the page by the box in the head.
    onPage((main) => {
      const bar = $("#bulk", main);
      if (!bar) return;
      const ticks = () => $$(".grid .sel input", main);
      const all = $(".grid thead input", main);
      let last = null;
      const count = () => {
        const chosen = ticks().filter((tick) => tick.checked);
        const output = $("output", bar);
        bar.classList.toggle("active", chosen.length > 0);
        output.textContent = output.dataset.text.replace("#", chosen.length);
        all.checked = chosen.length > 0 && chosen.length === ticks().length;
        all.indeterminate = chosen.length > 0 && !all.checked;
      };
      const every = (isChecked) => {
        for (const box of ticks()) box.checked = isChecked;
        count();
      };
      $("[data-clear]", bar).addEventListener("click", () => every(false));
      all.addEventListener("click", () => every(all.checked));
      $(".grid", main).addEventListener("click", (event) => {
        const boxes = ticks();
        const at = boxes.indexOf(event.target);
        if (at >= 0) {
          const from = event.shiftKey ? boxes.indexOf(last) : -1;
          if (from >= 0) {
            boxes.slice(Math.min(from, at), Math.max(from, at) + 1)
              .forEach((box) => { box.checked = event.target.checked; });
          }
          last = event.target;
        } else return;
        count();
      });
      bar.addEventListener("submit", async (event) => {
        event.preventDefault();
        const body = new FormData(bar, event.submitter);
        ask(await (await post(bar.action, body)).text(), main);
      });
      count();
    });

    // Filters apply when their panel closes; what is empty or as before stays out of the URL.
    onPage((main) => {
      const filters = $("form.filters", main);
      if (!filters) return;
      const changed = new Set();
      filters.addEventListener("change", (event) => {
        const pop = event.target.closest("details.pop");
        if (!pop) return filters.requestSubmit();
        changed.add(pop);
      });
      for (const pop of $$("details.pop", filters)) {
        pop.addEventListener("toggle", () => {
          if (!pop.open && changed.has(pop)) filters.requestSubmit();
        });
      }
      filters.addEventListener("formdata", ({ formData }) => {
        const columns = formData.getAll("columns");
        if (columns.length) formData.set("columns", columns.join(","));
        if (!changed.has($(".display", filters))) {
          const before = new URLSearchParams(location.search);
          for (const name of ["columns", "group", "density"]) {
            formData.delete(name);
            for (const value of before.getAll(name)) formData.append(name, value);
          }
        }
        for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
      });
    });

    """#
}
