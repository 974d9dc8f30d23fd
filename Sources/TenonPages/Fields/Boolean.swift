import Values

/// `boolean`: a tick or a dash with words for screen readers; a checkbox in forms.
struct BooleanControl: FieldControl {
  var clarity: Clarity { .never }
  var isBox: Bool { true }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    guard case .integer(let bit) = cell.value else { return }
    out.raw(
      bit == 0
        ? #"<span class="off" aria-hidden="true">–</span>"#
        : #"<span class="on" aria-hidden="true">✓</span>"#)
    out.raw(#"<span class="vh">"#)
    out.text(context.locale[bit == 0 ? .no : .yes])
    out.raw("</span>")
  }

  func writeRead(
    _ cell: Cell, _ field: PageField, _ context: PageContext, into out: inout HTMLWriter
  ) {
    guard case .integer(let bit) = cell.value else { return }
    out.raw(
      bit == 0
        ? #"<span class="off" aria-hidden="true">–</span> "#
        : #"<span class="on" aria-hidden="true">✓</span> "#)
    out.text(context.locale[bit == 0 ? .no : .yes])
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    out.raw(#"<input type="checkbox" class="switch-box" role="switch" value="true""#)
    input.writeAttributes(isChosen: true, into: &out)
    if input.form.text == "true" { out.raw(" checked") }
    out.raw(">")
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    let options = [("true", context.locale[.yes]), ("false", context.locale[.no])]
    FilterShape.choose(filter, options.map { (value: $0.0, label: $0.1) }, into: &out)
  }

  /// A box that is not ticked does not arrive: that is a no.
  func parse(_ text: String, _ field: PageField) -> FormInput? {
    switch text {
    case "true", "on": return .wire("true")
    case "", "false": return .wire("false")
    default: return nil
    }
  }
}
