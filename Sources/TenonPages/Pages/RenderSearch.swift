import Values

extension Pages {
  /// Writes the page of results.
  public static func render(_ page: SearchPage, frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    let body: StaticString = #"<body class="finding">"#
    Frame.open(title: locale[.searchTitle], frame, body: body, into: &out)
    out.raw(#"<div class="head"><h1>"#)
    out.text(locale[.searchTitle])
    out.raw("</h1></div>")
    writeSearchBox(page, locale, into: &out)
    if let words = page.words, !page.groups.isEmpty {
      for group in page.groups { write(group, page.typed, words, frame, into: &out) }
    } else {
      writeNothing(page, locale, into: &out)
    }
    Frame.close(into: &out)
  }

  private static func writeSearchBox(
    _ page: SearchPage, _ locale: Locale, into out: inout HTMLWriter
  ) {
    out.raw(#"<form class="find" role="search""#)
    out.attribute("action", PagePath.search)
    out.raw(#"><input type="search" name="q" autocomplete="off" enterkeyhint="search""#)
    out.raw(#" maxlength="64""#)
    out.attribute("aria-label", locale[.searchLabel])
    out.attribute("value", page.typed)
    if page.typed.isEmpty { out.raw(" autofocus") }
    out.raw(#"><button class="button main">"#)
    out.text(locale[.searchTitle])
    out.raw("</button></form>")
  }

  private static func writeNothing(
    _ page: SearchPage, _ locale: Locale, into out: inout HTMLWriter
  ) {
    if page.typed.isEmpty {
      out.raw(#"<p class="hint">"#)
      out.text(locale[.searchHint])
      out.raw("</p>")
      return
    }
    out.raw(#"<div class="empty"><h2>"#)
    out.text(
      page.words == nil ? locale[.searchNoLetters] : locale.text(.searchNothing, page.typed))
    out.raw("</h2><p>")
    out.text(locale[page.words == nil ? .searchHint : .searchNothingHint])
    out.raw("</p></div>")
  }

  private static func write(
    _ group: SearchGroup, _ typed: String, _ words: SearchWords, _ frame: FrameModel,
    into out: inout HTMLWriter
  ) {
    let locale = frame.context.locale
    let count = String(group.count) + (group.isMore ? "+" : "")
    out.raw(#"<section class="found"><h2>"#)
    Frame.tile(group.entity, into: &out)
    out.text(group.entity.label)
    out.raw(#" <small>"#)
    out.text(locale.text(.searchHits, count))
    out.raw("</small></h2><ul>")
    for item in group.items {
      out.raw("<li><a")
      out.attribute("href", PagePath.record(group.entity.entity, item.id))
      out.raw("><strong>")
      write(item.title, marked: words, withInitials: true, into: &out)
      out.raw("</strong>")
      if let label = item.label, let detail = item.detail {
        out.raw("<span><span>")
        out.text(label)
        out.raw("</span> ")
        write(detail, marked: words, withInitials: false, into: &out)
        out.raw("</span>")
      }
      out.raw("</a></li>")
    }
    out.raw("</ul>")
    if group.isMore || group.count > group.items.count {
      out.raw("<p><a")
      out.attribute("href", PagePath.list(group.entity.entity).with([("q", typed)]))
      out.raw(">")
      out.text(locale.text(.searchAllIn, count, group.entity.label))
      out.raw("</a></p>")
    }
    out.raw("</section>")
  }

  private static func write(
    _ text: String, marked words: SearchWords, withInitials: Bool, into out: inout HTMLWriter
  ) {
    for (part, isMatch) in words.marked(text, withInitials: withInitials) {
      if isMatch { out.raw("<mark>") }
      out.text(String(part))
      if isMatch { out.raw("</mark>") }
    }
  }
}
