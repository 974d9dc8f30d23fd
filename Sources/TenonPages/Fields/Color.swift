import Values

/// `color`: a sample beside what it is called.
struct ColorControl: FormedText {
  var form: TextForm? { .color }
  var attributes: StaticString {
    ##" type="text" autocomplete="off" spellcheck="false" placeholder="#0F766E""##
  }
  var clarity: Clarity { .always }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    guard case .text(let text) = cell.value else { return }
    out.raw(#"<span class="call">"#)
    if TextForm.color.accepts(text) {
      out.raw(#"<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><rect width="16""#)
      out.raw(#" height="16" rx="4" stroke="none""#)
      out.attribute("fill", text)
      out.raw("/></svg>")
    }
    out.text(text)
    out.raw("</span>")
  }
}
