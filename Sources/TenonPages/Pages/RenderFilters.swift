/// The bar above a list: search, filters, order, grouping and columns. One GET form, so that what
/// is chosen lives in the URL and all of it works without script.
struct ListBar {
  let page: ListPage
  let context: PageContext

  private var locale: Locale { context.locale }

  func write(into out: inout HTMLWriter) {
    out.raw(#"<form class="filters" method="get""#)
    out.attribute("action", PagePath.list(page.entity.entity))
    out.attribute("aria-label", locale[.filters])
    out.raw(">")
    page.query.writeHidden(except: isOwn, into: &out)
    if let words = page.words { write(words, into: &out) }
    for filter in page.filters { write(filter, into: &out) }
    if page.isFiltered {
      out.raw(#"<a class="quiet""#)
      out.attribute("href", page.path(page.query.withoutFilters()))
      out.raw(">")
      out.text(locale[.clearAll])
      out.raw("</a>")
    }
    writeDisplay(into: &out)
    out.raw(#"<button class="button small noscript">"#)
    out.text(locale[.apply])
    out.raw("</button></form>")
  }

  private func write(_ words: String, into out: inout HTMLWriter) {
    out.raw(words.isEmpty ? #"<div class="chip words">"# : #"<div class="chip words set">"#)
    Icon.search.write(into: &out)
    out.raw(#"<input type="search" name="q" maxlength="64" autocomplete="off""#)
    out.raw(#" enterkeyhint="search""#)
    let label = locale.text(.searchIn, page.entity.plural)
    out.attribute("aria-label", label)
    out.attribute("placeholder", label)
    out.attribute("value", words)
    out.raw("></div>")
  }

  /// Names that the form's own fields carry.
  private func isOwn(_ name: String) -> Bool {
    switch name {
    case "q": return page.words != nil
    case "sort": return page.sorts.count > 1 && !page.isSearch
    case "columns", "density": return !page.offeredColumns.isEmpty
    case "group": return !page.groupings.isEmpty
    default:
      guard name.hasPrefix("filter.") else { return false }
      return page.filters.contains { name == $0.name || name.hasPrefix($0.name + ".") }
    }
  }

  private func write(_ filter: ListFilter, into out: inout HTMLWriter) {
    out.raw(filter.isActive ? #"<div class="chip set">"# : #"<div class="chip">"#)
    out.raw(#"<details class="pop""#)
    out.raw(filter.search.isEmpty ? "><summary>" : " open><summary>")
    out.text(filter.field.label)
    if filter.isActive {
      out.raw("<b>")
      out.text(filter.summary(locale))
      out.raw("</b>")
    }
    Icon.down.write(into: &out)
    out.raw(#"</summary><div class="panel">"#)
    filter.field.control.writeFilter(filter, context, into: &out)
    FilterShape.blank(filter, locale, into: &out)
    out.raw(#"<button class="button small">"#)
    out.text(locale[.apply])
    out.raw("</button></div></details>")
    if filter.isActive { writeClear(filter, into: &out) }
    out.raw("</div>")
  }

  private func writeClear(_ filter: ListFilter, into out: inout HTMLWriter) {
    out.raw(#"<a class="clear""#)
    out.attribute("href", page.path(page.query.withoutFilters(filter.field.name)))
    let label = locale.text(.clear, filter.field.label)
    out.attribute("aria-label", label)
    out.attribute("title", label)
    out.raw(">")
    Icon.cross.write(into: &out)
    out.raw("</a>")
  }

  // MARK: Display

  private func writeDisplay(into out: inout HTMLWriter) {
    guard page.sorts.count > 1 || !page.groupings.isEmpty || !page.offeredColumns.isEmpty else {
      return
    }
    out.raw(#"<details class="pop display"><summary class="button small quiet">"#)
    Icon.sliders.write(into: &out)
    out.text(locale[.displayOptions])
    out.raw(#"</summary><div class="panel">"#)
    writeSort(into: &out)
    writeGrouping(into: &out)
    if !page.offeredColumns.isEmpty {
      writeColumns(into: &out)
      writeDensity(into: &out)
    }
    out.raw(#"<button class="button small">"#)
    out.text(locale[.apply])
    out.raw("</button></div></details>")
  }

  private func writeSort(into out: inout HTMLWriter) {
    guard page.sorts.count > 1, !page.isSearch else { return }
    out.raw("<label><span>")
    out.text(locale[.sort])
    out.raw(#"</span><select name="sort">"#)
    for (index, sort) in page.sorts.enumerated() {
      option(
        index == 0 ? "" : sort.key,
        locale.text(sort.isDescending ? .descending : .ascending, sort.label),
        isChosen: index == page.sort, into: &out)
    }
    out.raw("</select></label>")
  }

  private func writeGrouping(into out: inout HTMLWriter) {
    guard !page.groupings.isEmpty else { return }
    out.raw("<label><span>")
    out.text(locale[.groupBy])
    out.raw(#"</span><select name="group">"#)
    option("none", locale[.noGroup], isChosen: page.grouping == nil, into: &out)
    for field in page.groupings {
      option(field.name, field.label, isChosen: field.name == page.grouping, into: &out)
    }
    out.raw("</select></label>")
  }

  private func writeColumns(into out: inout HTMLWriter) {
    out.raw("<fieldset><legend>")
    out.text(locale[.shownColumns])
    out.raw("</legend>")
    let shown = Set(page.columns.map(\.name))
    let rest = page.offeredColumns.filter { !shown.contains($0.name) }
    for field in page.columns + rest {
      FilterShape.tick(
        "columns", field.name, field.label, isChecked: shown.contains(field.name), into: &out)
    }
    out.raw("</fieldset>")
  }

  private func writeDensity(into out: inout HTMLWriter) {
    out.raw("<label><span>")
    out.text(locale[.density])
    out.raw(#"</span><select name="density">"#)
    option("", locale[.roomy], isChosen: !page.isDense, into: &out)
    option("compact", locale[.compact], isChosen: page.isDense, into: &out)
    out.raw("</select></label>")
  }

  private func option(
    _ value: String, _ label: String, isChosen: Bool, into out: inout HTMLWriter
  ) {
    out.raw("<option")
    out.attribute("value", value)
    if isChosen { out.raw(" selected") }
    out.raw(">")
    out.text(label)
    out.raw("</option>")
  }
}
