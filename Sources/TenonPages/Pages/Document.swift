/// The shell of each HTML document.
enum Document {
  /// Writes everything up to and with `<body>`.
  static func open(
    title: String, app: String, _ context: PageContext, body: StaticString,
    into out: inout HTMLWriter
  ) {
    out.raw(#"<!doctype html><html lang=""#)
    out.raw(context.locale.tag)
    switch context.theme {
    case .device: out.raw("\">")
    case .light: out.raw(#"" data-theme="light">"#)
    case .dark: out.raw(#"" data-theme="dark">"#)
    }
    out.raw(
      #"<head><meta charset="utf-8"><meta name="viewport""#
    )
    out.raw(#" content="width=device-width, initial-scale=1, viewport-fit=cover">"#)
    switch context.theme {
    case .device:
      out.raw(
        ##"<meta name="theme-color" content="#f7f8fa" media="(prefers-color-scheme: light)">"##)
      out.raw(
        ##"<meta name="theme-color" content="#121317" media="(prefers-color-scheme: dark)">"##)
    case .light: out.raw(##"<meta name="theme-color" content="#f7f8fa">"##)
    case .dark: out.raw(##"<meta name="theme-color" content="#121317">"##)
    }
    out.raw("<title>")
    out.text(title)
    out.raw(" · ")
    out.text(app)
    out.raw(#"</title><link rel="stylesheet""#)
    out.attribute("href", PageAssets.style.path)
    out.raw(#"><link rel="stylesheet""#)
    out.attribute("href", context.brand.style)
    out.raw(#"><link rel="icon" type="image/svg+xml""#)
    out.attribute("href", context.brand.icon)
    out.raw(#"><link rel="apple-touch-icon""#)
    out.attribute("href", context.brand.picture)
    if let manifest = context.brand.manifest {
      out.raw(#"><link rel="manifest""#)
      out.attribute("href", manifest)
    }
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

  /// Writes a form with one button for each of some choices, the one in force pressed.
  static func segments(
    _ name: StaticString, _ action: PagePath, label: String,
    _ choices: [(value: String, label: String, isCurrent: Bool)], csrf: String, back: PagePath,
    into out: inout HTMLWriter
  ) {
    out.raw(#"<form method="post""#)
    out.attribute("action", action)
    out.raw(">")
    hidden("csrf", csrf, into: &out)
    hidden("back", back.text, into: &out)
    out.raw(#"<div class="segments" role="group""#)
    out.attribute("aria-label", label)
    out.raw(">")
    for choice in choices {
      out.raw(#"<button name=""#)
      out.raw(name)
      out.raw("\"")
      out.attribute("value", choice.value)
      out.raw(choice.isCurrent ? #" aria-pressed="true">"# : #" aria-pressed="false">"#)
      out.text(choice.label)
      out.raw("</button>")
    }
    out.raw("</div></form>")
  }

  /// Writes the switch of languages; nothing where there is one only.
  static func languages(
    _ languages: [LanguageChoice], csrf: String, back: PagePath, _ context: PageContext,
    into out: inout HTMLWriter
  ) {
    guard languages.count > 1 else { return }
    segments(
      "language", .language, label: context.locale[.language],
      languages.map { ($0.tag, name($0.tag), $0.isCurrent) }, csrf: csrf, back: back, into: &out)
  }

  /// Writes the switch of themes.
  static func themes(
    csrf: String, back: PagePath, _ context: PageContext, into out: inout HTMLWriter
  ) {
    let locale = context.locale
    let words: [(Theme, Phrase)] = [
      (.device, .themeDevice), (.light, .themeLight), (.dark, .themeDark),
    ]
    segments(
      "theme", .theme, label: locale[.theme],
      words.map { ($0.0.rawValue, locale[$0.1], $0.0 == context.theme) }, csrf: csrf, back: back,
      into: &out)
  }

  /// A language's name in that language; the tag itself for one that the runtime does not speak.
  static func name(_ tag: String) -> String {
    switch String(tag.prefix(2)) {
    case "zh": return "中文"
    case "en": return "English"
    default: return tag
    }
  }
}
