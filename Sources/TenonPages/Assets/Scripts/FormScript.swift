extension Script {
  /// Forms: nothing typed is lost by leaving.
  static let forms: StaticString = #"""
    // Forms: nothing typed is lost by leaving, and a second click does not send twice.
    onPage((main) => {
      const form = $("form[data-guard]", main);
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
    });
    addEventListener("beforeunload", (event) => { if (page.isDirty) event.preventDefault(); });

    """#
}
