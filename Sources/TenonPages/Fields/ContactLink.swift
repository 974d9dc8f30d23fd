/// A value that starts a call or a letter: `scheme:` and the address. What is masked starts nothing
/// and is bare text.
struct ContactLink {
  let text: String
  /// What the link leads to.
  let target: String

  private var isMasked: Bool { text.contains("*") }

  /// As a word in a list; bare text where the whole line is a link already.
  func writeCell(linked: Bool, into out: inout HTMLWriter) {
    if linked || isMasked { return out.text(text) }
    write(#"<a class="ref""#, nil, into: &out)
  }

  /// Large enough for a thumb.
  func writeRead(_ icon: Icon, into out: inout HTMLWriter) {
    if isMasked { return out.text(text) }
    write(#"<a class="ref call""#, icon, into: &out)
  }

  private func write(_ start: StaticString, _ icon: Icon?, into out: inout HTMLWriter) {
    out.raw(start)
    out.attribute("href", target)
    out.raw(">")
    icon?.write(into: &out)
    out.text(text)
    out.raw("</a>")
  }
}
