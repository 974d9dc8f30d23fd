extension Script {
  /// Records: values are edited where they stand, small forms open above the page.
  static let records: StaticString = #"""
    // Forms of a part of a record come from the server as pages; what they send answers with the
    // record's page, which takes the place of this one, or with the form again.
    async function load(url, options) {
      const answer = await fetch(url, { headers: { Accept: "text/html" }, ...options });
      const next = new DOMParser().parseFromString(await answer.text(), "text/html");
      return { answer, next, form: $("form.form", next) };
    }
    const send = (form, button) => load(button?.getAttribute("formaction") || form.action, {
      method: "POST",
      body: new URLSearchParams([...new FormData(form, button)]
        .filter(([, value]) => typeof value === "string")),
    });
    function renew({ answer, next }) {
      if (!$(".side", next)) return location.reload();
      const y = scrollY;
      const at = document.activeElement?.closest("[data-edit]")?.dataset.edit;
      const url = new URL(answer.url);
      if (answer.redirected && url.pathname !== location.pathname) {
        history.pushState(null, "", url);
      }
      begin(put(next));
      scrollTo(0, y);
      if (at) $(`[data-edit="${CSS.escape(at)}"] .pen`)?.focus({ preventScroll: true });
    }

    // Puts a form into a place of this page: bare for one value, else with a title and buttons.
    function host(form, box, close, isBare) {
      const head = $(".head", form);
      const [save, cancel] = $$(".button", head);
      let isBusy = false;
      document.adoptNode(form);
      form.removeAttribute("data-guard");
      form.className = isBare ? "inline" : "hosted";
      if (isBare) {
        head.remove();
      } else {
        const title = document.createElement("h2");
        const foot = document.createElement("div");
        title.textContent = $("h1", head).textContent;
        foot.className = "row foot";
        foot.append(save, cancel);
        form.append(foot);
        head.replaceWith(title);
        cancel.addEventListener("click", (event) => {
          event.preventDefault();
          event.stopPropagation();
          close();
        });
      }
      const was = new URLSearchParams(new FormData(form)).toString();
      const isSame = () => new URLSearchParams(new FormData(form)).toString() === was;
      form.addEventListener("submit", async (event) => {
        event.preventDefault();
        if (isBusy) return;
        isBusy = true;
        try {
          const got = await send(form, event.submitter);
          if (got.form && !got.answer.redirected) host(got.form, box, close, isBare);
          else renew(got);
        } catch {
          form.submit();
        }
      });
      form.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && !event.defaultPrevented) {
          event.stopPropagation();
          close();
        } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          form.requestSubmit();
        }
      });
      if (isBare) {
        const now = (event) => {
          if (event.target.matches("select, input[type=radio], input[role=switch]")) {
            setTimeout(() => { if (form.isConnected && !isSame()) form.requestSubmit(); });
          }
        };
        form.addEventListener("change", now);
        form.addEventListener("input", (event) => {
          if (event.target.closest(".pick")) now(event);
        });
        form.addEventListener("focusout", () => setTimeout(() => {
          if (!form.isConnected || isBusy || form.contains(document.activeElement)) return;
          if (isSame()) close();
          else form.requestSubmit();
        }));
      }
      box.replaceChildren(form);
      begin(form);
      if (!$("[data-focus]", form)) {
        const input = $("input:not([type=hidden], .vh), select:not([hidden]), textarea", form)
          ?? $("input.vh", form);
        input?.focus();
        if (isBare && input?.matches("[type=text], [type=email], [type=tel], [type=url]")) {
          input.select();
        }
      }
    }

    // A value becomes its input, a table of rows its form.
    async function edit(place, url, isBare, cell) {
      if (place.classList.contains("editing")) return;
      const before = [...place.childNodes];
      place.classList.add("editing");
      const { answer, form } = await load(url).catch(() => ({}));
      if (!answer?.ok || !form) return location.assign(url);
      host(form, place, () => {
        place.classList.remove("editing");
        place.replaceChildren(...before);
        $(".pen, a.more", place)?.focus();
      }, isBare);
      if (cell) $(`tbody tr:nth-child(${cell.row + 1}) td:nth-child(${cell.column + 1})
        :is(input:not([type=hidden], .vh), select:not([hidden]), textarea)`, place)?.focus();
    }
    function above(form) {
      const box = document.createElement("dialog");
      box.className = "above";
      $("main").append(box);
      box.addEventListener("close", () => box.remove());
      host(form, box, () => box.close(), false);
      box.showModal();
    }

    document.addEventListener("click", async (event) => {
      const target = event.target;
      if (event.button || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const link = target.closest("a[data-open], .make .panel a[href$='/new']");
      const lines = target.closest(".lines:not(.editing)");
      if (link || (lines && target.closest(".editable td") && !target.closest("a"))) {
        const url = new URL((link ?? $("a[data-open]", lines)).href);
        event.preventDefault();
        event.stopPropagation();
        for (const menu of menus()) menu.open = false;
        if (lines) {
          const cell = target.closest("td");
          return edit(lines, url, false,
            cell && { row: cell.parentNode.sectionRowIndex, column: cell.cellIndex });
        }
        url.searchParams.set("quick", "1");
        const { answer, form } = await load(url);
        return answer.ok && form ? above(form) : location.assign(link.href);
      }
      const place = target.closest("[data-edit]");
      if (!place || place.classList.contains("editing")) return;
      if (!target.closest(".pen") && target.closest("a, button")) return;
      if (String(getSelection())) return;
      edit(place, place.dataset.edit, true);
    }, true);

    // Stages and comments.
    document.addEventListener("submit", async (event) => {
      const form = event.target;
      if (event.defaultPrevented || !form.matches("[data-partial]")) return;
      event.preventDefault();
      if (form.isBusy) return;
      form.isBusy = true;
      try {
        const got = await send(form, event.submitter);
        form.isBusy = false;
        if (got.form && !got.answer.redirected) above(got.form);
        else renew(got);
      } catch {
        form.submit();
      }
    });

    // Tabs of related records; on a phone the parts of the page.
    const chosen = new Map();
    onPage((main) => {
      for (const nav of $$("[data-tabs], .places", main)) {
        const key = location.pathname + nav.className;
        const links = $$("a", nav);
        const show = (link) => {
          chosen.set(key, link.hash);
          for (const each of links) {
            if (each === link) each.setAttribute("aria-current", "true");
            else each.removeAttribute("aria-current");
            if (nav.matches("[data-tabs]")) {
              const tab = document.getElementById(decodeURIComponent(each.hash.slice(1)));
              tab.hidden = each !== link;
            }
          }
          if (nav.matches(".places")) main.dataset.place = link.hash.slice(1);
        };
        nav.addEventListener("click", (event) => {
          const link = event.target.closest("a");
          if (!link) return;
          event.preventDefault();
          show(link);
        });
        show(links.find((link) => link.hash === (chosen.get(key) ?? location.hash))
          ?? links.find((link) => link.hasAttribute("aria-current")) ?? links[0]);
      }
      for (const form of $$("[data-send]", main)) {
        form.addEventListener("change", () => form.requestSubmit());
      }
      $("[data-print]", main)?.addEventListener("click", () => print());
      $("[data-link]", main)?.addEventListener("click", async ({ currentTarget }) => {
        await navigator.clipboard.writeText(location.origin + location.pathname);
        const toast = document.createElement("p");
        toast.className = "toast good";
        toast.setAttribute("role", "status");
        toast.textContent = currentTarget?.dataset.done ?? $("[data-link]").dataset.done;
        main.append(toast);
      });
    });

    // People by name: what stands behind an @ is looked for.
    const hues = [0, 4, 2, 1, 5, 3, 6, 7];
    function face(name) {
      const made = document.createElement("span");
      const hash = new TextEncoder().encode(name).reduce((h, b) => (h * 31 + b) & 0xffff, 0);
      made.className = `avatar p${hues[hash % 8]}`;
      made.textContent = [...name][0]?.toUpperCase() ?? "";
      made.setAttribute("aria-hidden", "true");
      return made;
    }
    function mention(area) {
      const list = document.createElement("ul");
      const place = document.createElement("div");
      let active = 0;
      let request = null;
      list.className = "options";
      list.hidden = true;
      list.setAttribute("role", "listbox");
      place.className = "names";
      area.replaceWith(place);
      place.append(area, list);
      const words = () => /@([^@\n]{0,20})$/.exec(area.value.slice(0, area.selectionStart))?.[1];
      const mark = (index) => {
        active = index;
        [...list.children].forEach((li, i) => li.setAttribute("aria-selected", i === index));
      };
      const take = (name) => {
        const end = area.selectionStart;
        area.setRangeText(`@${name} `, end - words().length - 1, end, "end");
        list.hidden = true;
        area.focus();
      };
      area.addEventListener("input", async () => {
        const wanted = words();
        request?.abort();
        if (wanted === undefined) return list.hidden = true;
        request = new AbortController();
        try {
          const answer = await fetch(`${area.dataset.pick}?q=${encodeURIComponent(wanted)}`,
            { signal: request.signal, headers: { Accept: "application/json" } });
          const { items } = await answer.json();
          list.replaceChildren(...items.slice(0, 8).map(({ title }) => {
            const li = document.createElement("li");
            li.setAttribute("role", "option");
            li.append(face(title), title);
            li.addEventListener("mousedown", (event) => {
              event.preventDefault();
              take(title);
            });
            return li;
          }));
          list.hidden = !items.length;
          mark(0);
        } catch (error) {
          list.hidden = true;
        }
      });
      area.addEventListener("blur", () => { list.hidden = true; });
      area.addEventListener("keydown", (event) => {
        if (!list.hidden && !event.isComposing) {
          const last = list.children.length - 1;
          const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
          if (step) mark(Math.max(0, Math.min(last, active + step)));
          else if (event.key === "Enter" || event.key === "Tab") {
            take(list.children[active].lastChild.data);
          } else if (event.key === "Escape") list.hidden = true;
          else return;
          event.preventDefault();
          event.stopPropagation();
        } else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
          area.form.requestSubmit();
        }
      });
    }
    onPage((main) => { $$("[data-mention]", main).forEach(mention); });

    """#
}
