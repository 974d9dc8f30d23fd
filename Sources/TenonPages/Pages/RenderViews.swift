/// The tabs of a list's views, and what a person may do with saved ones.
struct ViewTabs {
  let page: ListPage
  let frame: FrameModel

  private var locale: Locale { frame.context.locale }

  func write(into out: inout HTMLWriter) {
    out.raw(#"<nav class="tabs""#)
    out.attribute("aria-label", locale[.views])
    out.raw(">")
    for tab in page.views {
      out.raw("<a")
      out.attribute("href", tab.path)
      if tab.isCurrent { out.raw(#" aria-current="page""#) }
      out.raw(">")
      icon(tab.kind)?.write(into: &out)
      out.text(tab.label)
      out.raw("</a>")
    }
    out.raw("</nav>")
    writeMenu(into: &out)
  }

  private func icon(_ kind: ListTab.Kind) -> Icon? {
    switch kind {
    case .table: return nil
    case .board: return .board
    case .calendar: return Icon(named: "calendar")
    case .gallery: return .grid
    case .gantt: return .gantt
    case .saved: return Icon(named: "star")
    case .shared: return Icon(named: "users")
    }
  }

  /// Saving what is on show; changing and deleting the view that is open.
  private func writeMenu(into out: inout HTMLWriter) {
    out.raw(#"<details class="pop keep"><summary class="button small quiet">"#)
    let isOwn = page.saved?.mayChange == true
    out.text(locale[isOwn ? .manageView : .saveView])
    if page.saved?.isChanged == true { out.raw(#"<i class="dot p1"></i>"#) }
    out.raw(#"</summary><div class="panel">"#)
    if let saved = page.saved, saved.mayChange {
      open(saved, into: &out)
      name(saved.name, isShared: saved.isShared, into: &out)
      button("save", .saveChanges, #"<button class="button main" name="do" value=""#, into: &out)
      button("delete", .deleteView, #"<button class="button danger" name="do" value=""#, into: &out)
      out.raw("</form><hr>")
    }
    open(nil, into: &out)
    name("", isShared: false, into: &out)
    button("create", .saveAsView, #"<button class="button" name="do" value=""#, into: &out)
    out.raw("</form></div></details>")
  }

  private func open(_ saved: SavedViewState?, into out: inout HTMLWriter) {
    out.raw(#"<form method="post""#)
    out.attribute("action", PagePath.savedViews(page.entity.entity))
    out.raw(">")
    Document.hidden("csrf", frame.csrf, into: &out)
    Document.hidden("query", page.query.text, into: &out)
    if let saved { Document.hidden("id", String(saved.id), into: &out) }
  }

  private func name(_ name: String, isShared: Bool, into out: inout HTMLWriter) {
    out.raw(#"<label><span>"#)
    out.text(locale[.viewName])
    out.raw(#"</span><input name="name" required maxlength="60" autocomplete="off""#)
    out.attribute("value", name)
    out.raw(#"></label><label class="opt"><input type="checkbox" name="shared" value="true""#)
    if isShared { out.raw(" checked") }
    out.raw("><span>")
    out.text(locale[.shareView])
    out.raw("</span></label>")
  }

  private func button(
    _ value: StaticString, _ phrase: Phrase, _ opening: StaticString,
    into out: inout HTMLWriter
  ) {
    out.raw(opening)
    out.raw(value)
    out.raw("\">")
    out.text(locale[phrase])
    out.raw("</button>")
  }
}
