import Values

/// `rating`: stars.
struct RatingControl: FieldControl {
  var clarity: Clarity { .always }
  var isGroup: Bool { true }

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

  /// A button for each star and one for none, the best first: what stands behind the chosen one in
  /// the page is filled by the style sheet.
  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    let best = input.field.limit ?? 5
    RadioGroup.open(#"<span class="rate""#, input, into: &out)
    for star in (1...best).reversed() {
      let label = context.locale.text(.starsOf, String(star), String(best))
      writeChoice(String(star), label, "★", input, into: &out)
    }
    writeChoice("", context.locale[.noStars], "×", input, into: &out)
    out.raw("</span>")
  }

  private func writeChoice(
    _ value: String, _ label: String, _ sign: StaticString, _ input: InputPlace,
    into out: inout HTMLWriter
  ) {
    out.raw(value.isEmpty ? #"<label class="none""# : "<label")
    out.attribute("title", label)
    out.raw(#"><input type="radio" class="vh""#)
    out.attribute("name", input.name)
    out.attribute("value", value)
    out.attribute("aria-label", label)
    if value == input.form.text { out.raw(" checked") }
    out.raw("><span>")
    out.raw(sign)
    out.raw("</span></label>")
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    FilterShape.range(
      filter, #" type="text" inputmode="numeric" autocomplete="off""#, context, into: &out)
  }
}
