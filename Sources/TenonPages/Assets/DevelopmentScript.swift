/// The script that `tenon dev` adds to each page: reloads it when there is a newer server, and
/// shows what stands in the way of one.
enum DevelopmentScript {
  static let text: StaticString = #"""
    const here = document.querySelector("script[data-server]").dataset.server;
    const pause = (time) => new Promise((done) => setTimeout(done, time));
    let hasTyped = false;
    addEventListener("input", (event) => {
      if (event.target.closest?.("form[method=post]")) hasTyped = true;
    }, true);

    const style = new CSSStyleSheet();
    style.replaceSync(`
      * { box-sizing: border-box; }
      dialog { width: min(960px, calc(100vw - 32px)); max-height: calc(100vh - 64px); padding: 0;
        border: 0; border-top: 4px solid #e5484d; border-radius: 8px; overflow: auto;
        background: #16171d; color: #ecedf1; box-shadow: 0 16px 64px #000a;
        font: 14px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
          sans-serif; }
      dialog::backdrop { background: #0008; }
      header { display: flex; gap: 16px; align-items: center; padding: 14px 20px;
        position: sticky; top: 0; background: #16171d; border-bottom: 1px solid #34363f; }
      h2 { flex: 1; margin: 0; font-size: 16px; }
      h3 { margin: 20px 20px 8px; font-size: 14px; color: #ff9ea4; overflow-wrap: anywhere; }
      pre { margin: 0 20px; padding: 12px; overflow: auto; background: #0d0e12; border-radius: 6px;
        font: 13px/1.5 ui-monospace, Menlo, Consolas, "Noto Sans Mono CJK SC", monospace; }
      p { margin: 20px; color: #b8bac4; }
      button { min-height: 32px; padding: 4px 14px; border: 1px solid #565966; border-radius: 6px;
        background: #24262e; color: inherit; font: inherit; cursor: pointer; }
      button:focus-visible, pre:focus-visible { outline: 2px solid #9db1ff; outline-offset: 1px; }
      .note { position: fixed; z-index: 2147483647; left: 50%; bottom: 72px;
        transform: translateX(-50%); display: flex; gap: 12px; align-items: center;
        max-width: calc(100vw - 32px); width: max-content; padding: 8px 14px; border-radius: 8px;
        background: #16171d; color: #ecedf1; box-shadow: 0 4px 24px #0006;
        font: 14px/1.5 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC",
          sans-serif; }
      .note:empty { display: none; }
      @media (pointer: coarse) { button { min-height: 44px; } }`);

    const make = (tag, text, more = {}) =>
      Object.assign(document.createElement(tag), { textContent: text }, more);
    const host = document.createElement("tenon-dev");
    const root = host.attachShadow({ mode: "open" });
    root.adoptedStyleSheets = [style];
    const note = make("div", "", { className: "note", role: "status" });
    const dialog = make("dialog", "", { role: "alertdialog" });
    dialog.setAttribute("aria-labelledby", "title");
    root.append(note, dialog);
    document.body.append(host);

    function say(text, word, act) {
      if (!text) return note.replaceChildren();
      note.replaceChildren(make("span", text));
      if (word) note.append(make("button", word, { onclick: act }));
    }

    function overlay(status) {
      if (!status.items) return dialog.close();
      const head = document.createElement("header");
      head.append(make("h2", status.title, { id: "title" }),
        make("button", status.hide, { onclick: () => dialog.close() }));
      const items = status.items.flatMap((item) =>
        [make("h3", item.title), make("pre", item.text, { tabIndex: 0 })]);
      dialog.replaceChildren(head, ...items, make("p", status.advice));
      if (!dialog.open) dialog.showModal();
    }

    function show(status) {
      if (!status) return;
      host.lang = status.lang;
      overlay(status);
      const word = status.state === "building" ? "" : status.hide;
      say(status.note, word, () => note.replaceChildren());
    }

    // Waits for news as long as the page is seen: a browser has few connections to a server.
    let seen = "";
    for (;;) {
      if (document.hidden) {
        await new Promise((done) =>
          document.addEventListener("visibilitychange", done, { once: true }));
        continue;
      }
      try {
        const answer = await fetch(`/dev/status?seen=${seen}`, { cache: "no-store" });
        const { server, stamp, status } = await answer.json();
        if (server !== here) {
          if (!hasTyped) {
            location.reload();
            break;
          }
          overlay(status);
          say(status.newer, status.reload, () => { location.reload(); });
        } else if (stamp !== seen) {
          show(status);
        }
        seen = stamp;
      } catch {
        // The server is being restarted.
      }
      await pause(100);
    }

    """#
}
