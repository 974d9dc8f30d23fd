import Values

/// `icon`: one of the icons, drawn.
struct IconControl: FormedText {
  var form: TextForm? { .icon }
  var isWide: Bool { true }
  var isGroup: Bool { true }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    guard case .text(let text) = cell.value else { return }
    out.raw(#"<span class="call">"#)
    Icon(named: text).write(into: &out)
    out.text(text)
    out.raw("</span>")
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    RadioGroup.open(#"<span class="ticks""#, input, into: &out)
    RadioGroup.write("", "–", context.locale[.choose], input, into: &out)
    for name in Icons.all {
      out.raw(#"<label class="tick""#)
      out.attribute("title", name)
      out.raw(">")
      RadioGroup.button(name, label: name, input, into: &out)
      out.raw("<span>")
      Icon(named: name).write(into: &out)
      out.raw("</span></label>")
    }
    out.raw("</span>")
  }
}
