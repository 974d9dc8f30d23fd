import Values

/// `url`: a link to another site.
struct WebAddressControl: FieldControl {
  var clarity: Clarity { .always }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    guard case .text(let text) = cell.value else { return }
    // What was stored before the field had this type may be anything: only these schemes are links.
    let isLink = ["https://", "http://"].contains { text.lowercased().hasPrefix($0) }
    if linked || !isLink { return out.text(text) }
    out.raw(#"<a class="ref" rel="noopener noreferrer" target="_blank""#)
    out.attribute("href", text)
    out.raw(">")
    out.text(WebAddressControl.short(text))
    out.raw("</a>")
  }

  /// The address without what everyone adds in thought.
  private static func short(_ text: String) -> String {
    var rest = Substring(text)
    for start in ["https://", "http://", "www."] where rest.lowercased().hasPrefix(start) {
      rest = rest.dropFirst(start.count)
    }
    if rest.hasSuffix("/") { rest.removeLast() }
    return rest.isEmpty ? text : String(rest)
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    input.writeLine(#" type="url" autocomplete="off" inputmode="url""#, into: &out)
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    FilterShape.contains(filter, into: &out)
  }
}
