import Values

extension Pages {
  /// Writes the page of results.
  public static func render(_ page: SearchPage, frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    let body: StaticString = #"<body class="find">"#
    Frame.open(title: locale[.searchTitle], frame, body: body, into: &out)
    out.raw(#"<div class="head"><h1>"#)
    out.text(locale[.searchTitle])
    out.raw("</h1></div>")
    out.raw(#"<div class="page stack">"#)
    writeSearchBox(page, locale, into: &out)
    if let words = page.words, !page.groups.isEmpty {
      for group in page.groups { write(group, page.typed, words, locale, into: &out) }
    } else {
      writeNothing(page, locale, into: &out)
    }
    out.raw("</div>")
    Frame.close(into: &out)
  }

  private static func writeSearchBox(
    _ page: SearchPage, _ locale: Locale, into out: inout HTMLWriter
  ) {
    out.raw(#"<form class="find row" role="search""#)
    out.attribute("action", PagePath.search)
    out.raw(
      #"><input class="input" type="search" name="q" autocomplete="off" enterkeyhint="search""#)
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
    _ group: SearchGroup, _ typed: String, _ words: SearchWords, _ locale: Locale,
    into out: inout HTMLWriter
  ) {
    let count = String(group.count) + (group.isMore ? "+" : "")
    let hasMore = group.isMore || group.count > group.items.count
    out.raw(#"<section class="card"><header>"#)
    Frame.tile(group.entity, into: &out)
    out.raw("<h2>")
    out.text(group.entity.plural)
    out.raw(#"</h2>"#)
    if hasMore {
      out.raw(#"<a class="more""#)
      out.attribute("href", PagePath.list(group.entity.entity).with([("q", typed)]))
      out.raw(">")
      out.text(locale.text(.searchAllIn, count, group.entity.plural))
    } else {
      out.raw(#"<span class="mute">"#)
      out.text(locale.text(.searchHits, count))
    }
    out.raw(hasMore ? "</a>" : "</span>")
    out.raw(#"</header><ul class="rows">"#)
    for item in group.items {
      out.raw("<li><a")
      out.attribute("href", PagePath.record(group.entity.entity, item.id))
      out.raw(#"><span class="name">"#)
      write(item.title, marked: words, withInitials: true, into: &out)
      out.raw("</span>")
      if let label = item.label, let detail = item.detail {
        out.raw(#"<span class="more">"#)
        out.text(label)
        out.raw(" ")
        write(detail, marked: words, withInitials: false, into: &out)
        out.raw("</span>")
      }
      out.raw("</a></li>")
    }
    out.raw("</ul></section>")
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
