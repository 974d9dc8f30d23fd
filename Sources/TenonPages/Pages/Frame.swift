/// The frame around the pages of a signed-in user: modules at the left, tools at the top; on a
/// phone both are one bar at the bottom.
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
    modules(frame, into: &out)
    out.raw(#"</nav><header class="tools">"#)
    tools(frame, into: &out)
    out.raw(#"</header><main id="main" tabindex="-1">"#)
    if let flash = frame.flash { write(flash, into: &out) }
  }

  /// Writes what ``open(title:_:body:into:)`` left open.
  static func close(into out: inout HTMLWriter) {
    out.raw("</main>")
    Document.close(into: &out)
  }

  private static func modules(_ frame: FrameModel, into out: inout HTMLWriter) {
    out.raw("<ul>")
    for (index, module) in frame.modules.enumerated() {
      out.raw("<li><a")
      out.attribute("href", PagePath.list(module.entity))
      if module.entity == frame.current { out.raw(#" aria-current="page""#) }
      out.raw(">")
      tile(module.label, index, into: &out)
      out.raw("<span>")
      out.text(module.label)
      out.raw("</span></a></li>")
    }
    out.raw("</ul>")
  }

  private static func tools(_ frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    menu(#"<details class="menu all">"#, .grid, locale[.modules], into: &out)
    modules(frame, into: &out)
    out.raw("</div></details>")
    if !frame.creatable.isEmpty {
      menu(#"<details class="menu make">"#, .plus, locale[.create], into: &out)
      out.raw("<ul>")
      for module in frame.creatable {
        out.raw("<li><a")
        out.attribute("href", PagePath.new(module.entity))
        out.raw(">")
        tile(module.label, index(of: module, in: frame), into: &out)
        out.raw("<span>")
        out.text(locale.text(.createEntity, module.label))
        out.raw("</span></a></li>")
      }
      out.raw("</ul></div></details>")
    }
    Document.languages(
      frame.languages, csrf: frame.csrf, back: frame.here, frame.context, into: &out)
    menu(#"<details class="menu me">"#, .user, locale[.account], into: &out)
    out.raw(#"<p class="who"><span class="face" aria-hidden="true">"#)
    out.text(initial(frame.userName))
    out.raw("</span>")
    out.text(frame.userName)
    out.raw(#"</p><form method="post""#)
    out.attribute("action", PagePath.signOut)
    out.raw(">")
    Document.hidden("csrf", frame.csrf, into: &out)
    out.raw("<button>")
    Icon.exit.write(into: &out)
    out.text(locale[.signOut])
    out.raw("</button></form></div></details>")
  }

  private static func menu(
    _ opening: StaticString, _ icon: Icon, _ label: String, into out: inout HTMLWriter
  ) {
    out.raw(opening)
    out.raw("<summary")
    out.attribute("title", label)
    out.raw(">")
    icon.write(into: &out)
    out.raw(#"<span class="word">"#)
    out.text(label)
    out.raw(#"</span></summary><div class="panel">"#)
  }

  private static func write(_ flash: Flash, into out: inout HTMLWriter) {
    switch flash.kind {
    case .success: out.raw(#"<p class="flash good" role="status">"#)
    case .failure: out.raw(#"<p class="flash bad" role="alert">"#)
    }
    out.text(flash.text)
    out.raw("</p>")
  }

  /// The place of an entity among the modules, which gives its colour.
  static func index(of module: ModuleLink, in frame: FrameModel) -> Int {
    frame.modules.firstIndex { $0.entity == module.entity } ?? frame.modules.count
  }

  /// Writes a tile with the first character of a label, coloured by place.
  static func tile(_ label: String, _ index: Int, into out: inout HTMLWriter) {
    switch index % 8 {
    case 0: out.raw(#"<span class="tile p0" aria-hidden="true">"#)
    case 1: out.raw(#"<span class="tile p4" aria-hidden="true">"#)
    case 2: out.raw(#"<span class="tile p2" aria-hidden="true">"#)
    case 3: out.raw(#"<span class="tile p1" aria-hidden="true">"#)
    case 4: out.raw(#"<span class="tile p5" aria-hidden="true">"#)
    case 5: out.raw(#"<span class="tile p3" aria-hidden="true">"#)
    case 6: out.raw(#"<span class="tile p6" aria-hidden="true">"#)
    default: out.raw(#"<span class="tile p7" aria-hidden="true">"#)
    }
    out.text(initial(label))
    out.raw("</span>")
  }

  static func initial(_ label: String) -> String { label.prefix(1).uppercased() }
}
