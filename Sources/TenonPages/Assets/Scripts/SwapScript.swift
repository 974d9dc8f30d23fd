extension Script {
  /// Links swap the page inside the frame.
  static let swap: StaticString = #"""
    // Links inside the frame swap the page and keep the frame; whatever is unusual loads in full.
    let swapping = null;
    const places = () => $$("main, .scroll");
    const remember = () => {
      history.replaceState({ at: [scrollY, ...places().map((e) => e.scrollTop)] }, "");
    };
    const same = (next, selector, read) => {
      const list = (root) => $$(selector, root).map(read).join();
      return list(document) === list(next);
    };
    async function go(url, back, field) {
      swapping?.abort();
      const mine = swapping = new AbortController();
      const late = setTimeout(() => document.body.setAttribute("aria-busy", "true"), 150);
      try {
        const answer = await fetch(url, { signal: mine.signal, headers: { Accept: "text/html" } });
        const type = answer.headers.get("content-type") ?? "";
        if (!answer.ok || !type.startsWith("text/html")) throw answer;
        const next = new DOMParser().parseFromString(await answer.text(), "text/html");
        const root = document.documentElement;
        const fits = $(".side", next)
          && same(next, "head link, head script", (e) => e.href || e.src)
          && root.lang === next.documentElement.lang
          && root.dataset.theme === next.documentElement.dataset.theme;
        if (!fits) throw answer;
        if (!back) {
          remember();
          history.pushState(null, "", answer.redirected ? answer.url : url);
        }
        show(next, back, field);
      } catch (error) {
        if (error.name !== "AbortError") location.assign(url);
      } finally {
        clearTimeout(late);
        if (swapping === mine) document.body.removeAttribute("aria-busy");
      }
    }
    function put(next) {
      for (const end of page.ends.splice(0)) end();
      page.isDirty = false;
      document.title = next.title;
      document.body.className = next.body.className;
      const main = document.adoptNode($("main", next));
      $("main").replaceWith(main);
      return main;
    }
    function show(next, back, field) {
      const main = put(next);
      for (const bar of [".side", ".bar"]) {
        const now = $(`${bar} [aria-current]`, next)?.getAttribute("href");
        for (const link of $$(`${bar} a`)) {
          if (link.getAttribute("href") === now) link.setAttribute("aria-current", "page");
          else link.removeAttribute("aria-current");
        }
      }
      const counts = $$("[data-unread]", next);
      $$("[data-unread]").forEach((badge, i) => badge.replaceWith(counts[i]));
      const backs = $$(".tools input[name=back]", next);
      $$(".tools input[name=back]").forEach((input, i) => { input.value = backs[i].value; });
      begin(main);
      const at = back?.at ?? [0];
      scrollTo(0, at[0]);
      places().forEach((e, i) => { e.scrollTop = at[i + 1] ?? 0; });
      if (main.contains(document.activeElement)) return;
      const title = $(`[name="${CSS.escape(field ?? "")}"]`, main) ?? $("h1", main);
      if (title?.matches("h1")) title.tabIndex = -1;
      title?.focus({ preventScroll: true });
    }
    const mayGo = (url) => url.origin === location.origin && !page.isDirty
      && !/^\/(assets|api|files)\//.test(url.pathname);
    document.addEventListener("click", (event) => {
      const link = event.target.closest("a[href]");
      if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey
        || event.shiftKey || event.altKey || link.target || link.hasAttribute("download")) return;
      const url = new URL(link.href);
      const isHere = url.pathname + url.search === location.pathname + location.search;
      if (!$(".side") || !mayGo(url) || (isHere && url.hash)) return;
      event.preventDefault();
      go(url.href);
    });
    document.addEventListener("submit", (event) => {
      const form = event.target;
      if (event.defaultPrevented || form.method !== "get" || !$(".side")) return;
      const url = new URL(form.action);
      if (!mayGo(url)) return;
      event.preventDefault();
      url.search = new URLSearchParams(new FormData(form, event.submitter));
      go(url.href, null, document.activeElement?.name);
    });
    if ($(".side")) {
      history.scrollRestoration = "manual";
      addEventListener("popstate", (event) => {
        if (page.isDirty) location.reload();
        else go(location.href, event.state ?? {});
      });
    }

    """#
}
