extension Script {
  /// The frame: menus, keys, and what the other parts build on.
  static let frame: StaticString = #"""
    const $ = (selector, root = document) => root.querySelector(selector);
    const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

    // What a part does with a page's main element: at once for this page and again for each page
    // that is swapped in. `page` is what is known of the page on show.
    const starts = [];
    const onPage = (start) => { starts.push(start); };
    const page = { isDirty: false, ends: [] };
    const begin = (main) => {
      for (const start of starts) {
        const end = start(main);
        if (typeof end === "function") page.ends.push(end);
      }
    };

    // Menus: one at a time, closed by Escape and by a click elsewhere.
    const menus = () => $$("details.menu[open], details.pop[open]");
    document.addEventListener("click", (event) => {
      for (const menu of menus()) {
        if (!menu.contains(event.target) || event.target.closest(".panel a")) menu.open = false;
      }
    });
    document.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      for (const menu of menus()) {
        menu.open = false;
        $("summary", menu).focus();
      }
    });

    // What is to be copied stands before its button.
    document.addEventListener("click", (event) => {
      const button = event.target.closest("[data-copy]");
      if (!button) return;
      const input = button.previousElementSibling;
      input.select();
      const done = () => { button.textContent = button.dataset.done; };
      navigator.clipboard?.writeText(input.value).then(done, () => input.select());
    });

    // A summary of errors takes the focus when the page opens.
    onPage((main) => { $("[data-focus]", main)?.focus(); });

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
      if (event.target.closest("input, select, textarea, dialog, [contenteditable]")) return;
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

    // A page of ours when the network is gone. A browser that refuses goes on without.
    navigator.serviceWorker?.register(`/sw.js?language=${document.documentElement.lang}`)
      .catch((error) => console.info(error.message));

    // Groups of the menu stay as they were left.
    for (const group of $$(".side details.group")) {
      const key = `group.${group.dataset.group}`;
      if (localStorage.getItem(key)) group.open = false;
      group.addEventListener("toggle", () => {
        if (group.open) localStorage.removeItem(key);
        else localStorage.setItem(key, "closed");
      });
    }

    """#
}
