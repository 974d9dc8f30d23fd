/// The menus of the frame: at the left, and in the bar of a phone.
struct FrameMenu {
  let frame: FrameModel

  private var locale: Locale { frame.context.locale }

  /// Writes the left bar below the application's name.
  func writeSide(into out: inout HTMLWriter) {
    out.raw("<ul>")
    link(MenuLink(locale[.workbench], .home, .home), into: &out)
    link(MenuLink(locale[.notifications], .bell, .notifications), hasCount: true, into: &out)
    out.raw("</ul>")
    for group in frame.groups {
      open(group.name, group.label, into: &out)
      modules(group.modules, into: &out)
      out.raw(group.label == nil ? "</ul>" : "</ul></details>")
    }
    if frame.administration.isEmpty { return }
    open("-", locale[.administration], into: &out)
    for item in frame.administration { link(item, into: &out) }
    out.raw("</ul></details>")
  }

  private func open(_ name: String, _ label: String?, into out: inout HTMLWriter) {
    guard let label else { return out.raw(#"<ul class="group">"#) }
    out.raw(#"<details class="group" open"#)
    out.attribute("data-group", name)
    out.raw("><summary>")
    out.text(label)
    Icon.down.write(into: &out)
    out.raw("</summary><ul>")
  }

  /// Writes the bar of a phone: workbench, modules, create, notifications, me.
  func writeBar(into out: inout HTMLWriter) {
    step(.home, .home, .workbench, into: &out)
    sheet(#"<details class="menu all"><summary"#, .grid, .modules, into: &out)
    for group in frame.groups {
      section(group.label, into: &out)
      modules(group.modules, into: &out)
      out.raw("</ul></section>")
    }
    if !frame.administration.isEmpty {
      section(locale[.administration], into: &out)
      for item in frame.administration { tiled(item, into: &out) }
      out.raw("</ul></section>")
    }
    out.raw("</div></details>")
    if !frame.creatable.isEmpty {
      sheet(#"<details class="menu make"><summary"#, .plus, .create, into: &out)
      section(locale[.create], into: &out)
      writeCreatable(into: &out)
      out.raw("</ul></section></div></details>")
    }
    step(.notifications, .bell, .notifications, into: &out)
    step(.profile, .user, .account, into: &out)
  }

  private func section(_ label: String?, into out: inout HTMLWriter) {
    out.raw("<section>")
    if let label {
      out.raw("<h3>")
      out.text(label)
      out.raw("</h3>")
    }
    out.raw("<ul>")
  }

  private func sheet(
    _ opening: StaticString, _ icon: Icon, _ phrase: Phrase, into out: inout HTMLWriter
  ) {
    out.raw(opening)
    // The word may be hidden, the name stays.
    out.attribute("aria-label", locale[phrase])
    out.raw(">")
    icon.write(into: &out)
    out.raw(#"<span class="word">"#)
    out.text(locale[phrase])
    out.raw(#"</span></summary><div class="panel sheet">"#)
  }

  private func step(
    _ path: PagePath, _ icon: Icon, _ phrase: Phrase, into out: inout HTMLWriter
  ) {
    out.raw("<a")
    out.attribute("href", path)
    if path == frame.current { out.raw(#" aria-current="page""#) }
    out.raw(">")
    icon.write(into: &out)
    if path == .notifications { writeUnread(into: &out) }
    out.raw("<span>")
    out.text(locale[phrase])
    out.raw("</span></a>")
  }

  private func modules(_ modules: [ModuleLink], into out: inout HTMLWriter) {
    for module in modules {
      out.raw("<li><a")
      out.attribute("href", module.path)
      if module.path == frame.current { out.raw(#" aria-current="page""#) }
      out.raw(">")
      Frame.tile(module, into: &out)
      out.raw("<span>")
      out.text(module.plural)
      out.raw("</span></a></li>")
    }
  }

  /// Writes a line for each kind of record that the person may create.
  func writeCreatable(into out: inout HTMLWriter) {
    for module in frame.creatable {
      out.raw("<li><a")
      out.attribute("href", module.newPath)
      out.attribute("title", module.create)
      out.raw(">")
      Frame.tile(module, into: &out)
      out.raw("<span>")
      out.text(module.label)
      out.raw("</span></a></li>")
    }
  }

  private func link(_ item: MenuLink, hasCount: Bool = false, into out: inout HTMLWriter) {
    out.raw("<li><a")
    out.attribute("href", item.path)
    if item.path == frame.current { out.raw(#" aria-current="page""#) }
    out.raw(">")
    item.icon.write(into: &out)
    out.raw("<span>")
    out.text(item.label)
    out.raw("</span>")
    if hasCount { writeUnread(into: &out) }
    out.raw("</a></li>")
  }

  private func tiled(_ item: MenuLink, into out: inout HTMLWriter) {
    out.raw("<li><a")
    out.attribute("href", item.path)
    out.raw(#"><span class="tile p7" aria-hidden="true">"#)
    item.icon.write(into: &out)
    out.raw("</span><span>")
    out.text(item.label)
    out.raw("</span></a></li>")
  }

  /// Writes how many notifications are not read; there even when there are none, so that script
  /// can fill it.
  func writeUnread(into out: inout HTMLWriter) {
    out.raw(#"<b class="badge hot" data-unread"#)
    if frame.unread == 0 { return out.raw(" hidden></b>") }
    out.raw(">")
    if frame.unread > 99 { out.raw("99+") } else { out.number(Int64(frame.unread)) }
    out.raw(#"<span class="vh"> "#)
    out.text(locale[.unread])
    out.raw("</span></b>")
  }
}
