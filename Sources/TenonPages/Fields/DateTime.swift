import Values

/// `date_time`: a moment, shown and typed on the clock of the reader's zone.
struct DateTimeControl: FieldControl {
  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    guard case .integer(let milliseconds) = cell.value else { return }
    out.formatted { Formats.dateTime(milliseconds, context.locale, to: &$0) }
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    input.writeLine(#" type="datetime-local""#, into: &out)
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    FilterShape.days(filter, context, into: &out)
  }

  /// The form of `datetime-local`, with seconds only where there are some.
  func inputText(_ value: Value, _ field: PageField) -> String {
    guard case .integer(let milliseconds) = value else { return "" }
    let (day, time) = Instant.split(milliseconds)
    return ByteWriter.text {
      day.append(to: &$0)
      $0.append(0x54)
      Instant.appendTime(time, seconds: time % 60_000 >= 1000, to: &$0)
    }
  }

  func parse(_ text: String, _ field: PageField) -> FormInput? {
    let text = Text.trimmed(text)
    if text.isEmpty { return .wire("") }
    return Instant.parseLocal(text).map(FormInput.localTime)
  }
}
