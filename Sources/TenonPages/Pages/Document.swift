/// The shell of each HTML document.
enum Document {
  /// Writes everything up to and with `<body>`.
  static func open(
    title: String, app: String, _ context: PageContext, body: StaticString,
    into out: inout HTMLWriter
  ) {
    out.raw(#"<!doctype html><html lang=""#)
    out.raw(context.locale.tag)
    out.raw(
      #""><head><meta charset="utf-8"><meta name="viewport""#
    )
    out.raw(#" content="width=device-width, initial-scale=1, viewport-fit=cover">"#)
    out.raw(#"<meta name="color-scheme" content="light dark"><title>"#)
    out.text(title)
    out.raw(" · ")
    out.text(app)
    out.raw(#"</title><link rel="stylesheet""#)
    out.attribute("href", PageAssets.style.path)
    out.raw(#"><link rel="icon" type="image/svg+xml""#)
    out.attribute("href", PageAssets.icon.path)
    out.raw(#"><script type="module""#)
    out.attribute("src", PageAssets.script.path)
    out.raw("></script>")
    if let run = context.development {
      out.raw(#"<script type="module""#)
      out.attribute("src", PageAssets.development.path)
      out.attribute("data-server", run)
      out.raw("></script>")
    }
    out.raw("</head>")
    out.raw(body)
  }

  /// Writes what ``open(title:app:_:body:into:)`` left open.
  static func close(into out: inout HTMLWriter) { out.raw("</body></html>\n") }

  /// Writes `<input type="hidden">`.
  static func hidden(_ name: StaticString, _ value: String, into out: inout HTMLWriter) {
    out.raw(#"<input type="hidden""#)
    out.raw(#" name=""#)
    out.raw(name)
    out.raw("\"")
    out.attribute("value", value)
    out.raw(">")
  }

  /// Writes a form with one button for each language that is not the current one.
  static func languages(
    _ languages: [LanguageChoice], csrf: String, back: PagePath, _ context: PageContext,
    into out: inout HTMLWriter
  ) {
    guard languages.count > 1 else { return }
    out.raw(#"<form class="lang" method="post""#)
    out.attribute("action", PagePath.language)
    out.attribute("aria-label", context.locale[.language])
    out.raw(">")
    hidden("csrf", csrf, into: &out)
    hidden("back", back.text, into: &out)
    for choice in languages where !choice.isCurrent {
      out.raw(#"<button name="language""#)
      out.attribute("value", choice.tag)
      out.attribute("lang", choice.tag)
      out.attribute("aria-label", name(choice.tag))
      out.raw(#"><span class="glyph" aria-hidden="true">"#)
      out.text(glyph(choice.tag))
      out.raw(#"</span><span class="word">"#)
      out.text(name(choice.tag))
      out.raw("</span></button>")
    }
    out.raw("</form>")
  }

  /// A language's name in that language; the tag itself for one that the runtime does not speak.
  private static func name(_ tag: String) -> String {
    switch String(tag.prefix(2)) {
    case "zh": return "中文"
    case "en": return "English"
    default: return tag
    }
  }

  private static func glyph(_ tag: String) -> String {
    switch String(tag.prefix(2)) {
    case "zh": return "中"
    case "en": return "EN"
    default: return String(tag.prefix(2)).uppercased()
    }
  }
}
