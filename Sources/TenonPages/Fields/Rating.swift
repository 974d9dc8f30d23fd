import Values

/// `rating`: stars.
struct RatingControl: FieldControl {
  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    guard case .integer(let number) = cell.value else { return }
    let best = Int64(field.limit ?? 5)
    out.raw(#"<span class="stars" role="img""#)
    out.attribute("aria-label", context.locale.text(.starsOf, String(number), String(best)))
    out.raw(">")
    for star in 0..<best { out.raw(star < number ? "★" : "<i>☆</i>") }
    out.raw("</span>")
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    let best = input.field.limit ?? 5
    out.raw("<select")
    input.writeAttributes(into: &out)
    out.raw(#"><option value="">"#)
    out.text(context.locale[.choose])
    out.raw("</option>")
    for star in 1...best {
      out.raw("<option")
      out.attribute("value", Int64(star))
      if String(star) == input.form.text { out.raw(" selected") }
      out.raw(">")
      out.text(String(repeating: "★", count: star))
      out.raw("</option>")
    }
    out.raw("</select>")
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    FilterShape.range(
      filter, #" type="text" inputmode="numeric" autocomplete="off""#, context, into: &out)
  }
}
