extension Script {
  /// Lists: rows by key and by click, filters that apply at once.
  static let lists: StaticString = #"""
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
    onPage((main) => {
      $(".grid tbody", main)?.addEventListener("click", (event) => {
        if (event.target.closest("a, button, input, summary") || String(getSelection())) return;
        const link = $(".open", event.target.closest("tr") ?? main);
        if (!link) return;
        if (event.ctrlKey || event.metaKey) open(link.href, "_blank", "noopener");
        else link.click();
      });
      // Filters apply as they are chosen; what is empty stays out of the URL.
      const filters = $("form.filters", main);
      filters?.addEventListener("change", (event) => {
        if (event.target.closest("select, input[type=search]")) filters.requestSubmit();
      });
      filters?.addEventListener("formdata", ({ formData }) => {
        for (const [name, value] of [...formData]) if (value === "") formData.delete(name);
      });
    });

    """#
}
