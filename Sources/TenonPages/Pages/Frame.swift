/// The frame around the pages of a signed-in user: menu at the left, search and tools at the top;
/// on a phone a bar at the bottom.
enum Frame {
  /// Writes everything up to and with `<main>`.
  static func open(
    title: String, _ frame: FrameModel, body: StaticString, into out: inout HTMLWriter
  ) {
    let locale = frame.context.locale
    Document.open(title: title, app: frame.app, frame.context, body: body, into: &out)
    out.raw(##"<a class="skip" href="#main">"##)
    out.text(locale[.skipToContent])
    out.raw(#"</a><nav class="side""#)
    out.attribute("aria-label", locale[.navigation])
    out.raw(#"><a class="app" href="/"><span class="logo" aria-hidden="true">"#)
    out.text(initial(frame.app))
    out.raw("</span><span>")
    out.text(frame.app)
    out.raw("</span></a>")
    FrameMenu(frame: frame).writeSide(into: &out)
    out.raw(#"</nav><header class="top">"#)
    writeSearch(locale, into: &out)
    out.raw(#"<div class="tools">"#)
    writeTools(frame, into: &out)
    out.raw(#"</div></header><nav class="bar""#)
    out.attribute("aria-label", locale[.shortcuts])
    out.raw(">")
    FrameMenu(frame: frame).writeBar(into: &out)
    out.raw(#"</nav><main id="main" tabindex="-1">"#)
    if let line = frame.standIn { write(line, csrf: frame.csrf, locale, into: &out) }
    if let flash = frame.flash { write(flash, into: &out) }
  }

  /// Writes what ``open(title:_:body:into:)`` left open.
  static func close(into out: inout HTMLWriter) {
    out.raw("</main>")
    Document.close(into: &out)
  }

  /// The box that opens the palette; without script it is a form to the page of results.
  private static func writeSearch(_ locale: Locale, into out: inout HTMLWriter) {
    out.raw(#"<form class="search" role="search""#)
    out.attribute("action", PagePath.search)
    out.attribute("data-actions", locale[.actions])
    out.attribute("data-pages", locale[.pagesOfApp])
    out.attribute("data-all", locale[.searchRecords])
    out.raw(">")
    Icon.search.write(into: &out)
    out.raw(#"<input type="search" name="q" autocomplete="off" enterkeyhint="search""#)
    out.attribute("placeholder", locale[.searchAll])
    out.attribute("aria-label", locale[.searchAll])
    out.raw("><kbd class=\"script\">Ctrl K</kbd></form>")
  }

  private static func writeTools(_ frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    if !frame.creatable.isEmpty {
      out.raw(#"<details class="menu make"><summary class="button small">"#)
      Icon.plus.write(into: &out)
      out.text(locale[.create])
      out.raw(#"</summary><div class="panel"><ul>"#)
      FrameMenu(frame: frame).writeCreatable(into: &out)
      out.raw("</ul></div></details>")
    }
    out.raw(#"<a class="tool""#)
    out.attribute("href", PagePath.notifications)
    out.attribute("aria-label", locale[.notifications])
    out.attribute("title", locale[.notifications])
    out.raw(">")
    Icon.bell.write(into: &out)
    FrameMenu(frame: frame).writeUnread(into: &out)
    out.raw(#"</a><details class="menu me"><summary"#)
    out.attribute("aria-label", locale[.account])
    out.attribute("title", frame.userName)
    out.raw(">")
    avatar(frame.userName, into: &out)
    out.raw(#"</summary><div class="panel"><p class="who">"#)
    avatar(frame.userName, into: &out)
    out.raw("<span>")
    out.text(frame.userName)
    out.raw("<small>")
    out.text(frame.login)
    out.raw("</small></span></p>")
    writeAccount(frame, into: &out)
    out.raw("</div></details>")
  }

  /// The links and switches of the person: in the menu at the top and on the page of the person.
  private static func writeAccount(_ frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    if frame.standIn == nil {
      out.raw("<div>")
      item(.user, locale[.profile], .profile, into: &out)
      out.raw("</div>")
    }
    out.raw(#"<div><div class="switch"><span>"#)
    out.text(locale[.theme])
    out.raw("</span>")
    Document.themes(csrf: frame.csrf, back: frame.here, frame.context, into: &out)
    out.raw("</div>")
    if frame.languages.count > 1 {
      out.raw(#"<div class="switch"><span>"#)
      out.text(locale[.language])
      out.raw("</span>")
      Document.languages(
        frame.languages, csrf: frame.csrf, back: frame.here, frame.context, into: &out)
      out.raw("</div>")
    }
    out.raw("</div>")
    writeSignOut(frame, #"<button class="item">"#, into: &out)
  }

  /// Writes the form that ends the session.
  static func writeSignOut(
    _ frame: FrameModel, _ button: StaticString, into out: inout HTMLWriter
  ) {
    out.raw(#"<form method="post""#)
    out.attribute("action", PagePath.signOut)
    out.raw(">")
    Document.hidden("csrf", frame.csrf, into: &out)
    out.raw(button)
    Icon.exit.write(into: &out)
    out.text(frame.context.locale[.signOut])
    out.raw("</button></form>")
  }

  private static func item(
    _ icon: Icon, _ label: String, _ path: PagePath, into out: inout HTMLWriter
  ) {
    out.raw(#"<a class="item""#)
    out.attribute("href", path)
    out.raw(">")
    icon.write(into: &out)
    out.text(label)
    out.raw("</a>")
  }

  /// Writes a button that leads to a further page.
  static func button(_ link: MenuLink, into out: inout HTMLWriter) {
    out.raw(#"<a class="button""#)
    out.attribute("href", link.path)
    out.attribute("aria-label", link.label)
    out.raw(">")
    link.icon.write(into: &out)
    // A phone has no room for it beside the title.
    out.raw(#"<span class="word">"#)
    out.text(link.label)
    out.raw("</span></a>")
  }

  private static func write(_ flash: Flash, into out: inout HTMLWriter) {
    switch flash.kind {
    case .success: out.raw(#"<p class="toast good" role="status">"#)
    case .failure: out.raw(#"<p class="toast bad" role="alert">"#)
    }
    out.text(flash.text)
    out.raw("</p>")
  }

  /// Writes the tile of an entity: its icon, else the first character of its label.
  static func tile(_ module: ModuleLink, isBig: Bool = false, into out: inout HTMLWriter) {
    out.raw(isBig ? #"<span class="tile big "# : #"<span class="tile "#)
    out.raw(colour(module.order))
    out.raw(#"" aria-hidden="true">"#)
    if let icon = module.icon {
      Icon(named: icon).write(into: &out)
    } else {
      out.text(initial(module.label))
    }
    out.raw("</span>")
  }

  /// Writes the round picture of a person: the first character of the name, in a colour that the
  /// name gives.
  static func avatar(
    _ name: String, isBig: Bool = false, picture: Int64? = nil, into out: inout HTMLWriter
  ) {
    out.raw(isBig ? #"<span class="avatar big "# : #"<span class="avatar "#)
    out.raw(colour(name.utf8.reduce(0) { $0 &* 31 &+ Int($1) } & 0xFFFF))
    out.raw(#"" aria-hidden="true">"#)
    if let picture {
      out.raw(#"<img alt="""#)
      out.attribute("src", PagePath.thumbnail(picture, 96))
      out.raw(">")
    } else {
      out.text(initial(name))
    }
    out.raw("</span>")
  }

  /// The class of a colour by place; neighbours differ much.
  static func colour(_ place: Int) -> StaticString {
    switch place % 8 {
    case 0: return "p0"
    case 1: return "p4"
    case 2: return "p2"
    case 3: return "p1"
    case 4: return "p5"
    case 5: return "p3"
    case 6: return "p6"
    default: return "p7"
    }
  }

  static func initial(_ label: String) -> String {
    // Most names begin with an ideograph, which has no other case and takes no accent.
    if let first = label.unicodeScalars.first, (0x4E00...0x9FFF).contains(first.value) {
      return String(first)
    }
    return label.prefix(1).uppercased()
  }
}
