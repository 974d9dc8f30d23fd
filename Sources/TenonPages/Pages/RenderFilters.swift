extension Pages {
  /// The filters and the order as one GET form: what is chosen lives in the URL.
  static func writeFilters(_ page: ListPage, _ context: PageContext, into out: inout HTMLWriter) {
    guard !page.filters.isEmpty || page.words != nil || page.sorts.count > 1 else { return }
    let locale = context.locale
    out.raw(#"<form class="filters" method="get" role="search""#)
    out.attribute("action", PagePath.list(page.entity.entity))
    out.attribute("aria-label", locale[.filters])
    out.raw(">")
    if page.view > 0 { Document.hidden("view", page.views[page.view].name, into: &out) }
    if let words = page.words { writeWords(words, page, locale, into: &out) }
    for (index, filter) in page.filters.enumerated() {
      out.raw(filter.isActive ? #"<div class="chip set">"# : #"<div class="chip">"#)
      filter.field.control.writeFilter(filter, context, into: &out)
      if filter.isActive {
        out.raw(#"<a class="clear""#)
        out.attribute("href", page.path(withoutFilter: index))
        let label = locale.text(.clear, filter.field.label)
        out.attribute("aria-label", label)
        out.attribute("title", label)
        out.raw(">")
        Icon.cross.write(into: &out)
        out.raw("</a>")
      }
      out.raw("</div>")
    }
    writeSort(page, locale, into: &out)
    out.raw(#"<button class="button apply">"#)
    out.text(locale[.apply])
    out.raw("</button>")
    if page.isFiltered {
      out.raw(#"<a class="quiet""#)
      out.attribute("href", page.pathWithoutFilters)
      out.raw(">")
      out.text(locale[.clearAll])
      out.raw("</a>")
    }
    out.raw("</form>")
  }

  private static func writeWords(
    _ words: String, _ page: ListPage, _ locale: Locale, into out: inout HTMLWriter
  ) {
    out.raw(words.isEmpty ? #"<div class="chip">"# : #"<div class="chip set">"#)
    out.raw(#"<input type="search" name="q" maxlength="64" autocomplete="off""#)
    out.raw(#" enterkeyhint="search""#)
    let label = locale.text(.searchIn, page.entity.plural)
    out.attribute("aria-label", label)
    out.attribute("placeholder", label)
    out.attribute("value", words)
    out.raw("></div>")
  }

  private static func writeSort(_ page: ListPage, _ locale: Locale, into out: inout HTMLWriter) {
    guard page.sorts.count > 1, !page.isSearch else { return }
    out.raw(#"<div class="chip order"><label><span>"#)
    out.text(locale[.sort])
    out.raw(#"</span><select name="sort">"#)
    for (index, sort) in page.sorts.enumerated() {
      out.raw("<option")
      out.attribute("value", index == 0 ? "" : sort.key)
      if index == page.sort { out.raw(" selected") }
      out.raw(">")
      out.text(locale.text(sort.isDescending ? .descending : .ascending, sort.label))
      out.raw("</option>")
    }
    out.raw("</select></label></div>")
  }
}

extension ListPage {
  /// The list with its view and order, and no filter.
  var pathWithoutFilters: PagePath {
    var page = self
    page.filters = []
    page.words = nil
    return page.path(.first)
  }

  /// The list without one of its filters.
  func path(withoutFilter index: Int) -> PagePath {
    var page = self
    page.filters.remove(at: index)
    return page.path(.first)
  }
}
