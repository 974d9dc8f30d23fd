import Values

/// How one kind of field is shown, typed, filtered and read back.
protocol FieldControl: Sendable {
  /// Whether values stand at the right edge with tabular digits.
  var isNumeric: Bool { get }
  /// Whether a form shows the value but takes none.
  var isReadOnly: Bool { get }
  /// Whether the value takes the whole width of a record or form.
  var isWide: Bool { get }
  /// Whether the input is several, which share one name.
  var isGroup: Bool { get }

  /// Whether it is one box beside its label.
  var isBox: Bool { get }

  /// Whether a value on a card says by itself what it is.
  var clarity: Clarity { get }

  /// Whether its input sends files, so that the form has to be one that can.
  var takesFiles: Bool { get }

  /// Writes a filled value in a list. Inside a link (`linked`) it must not write another.
  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter)
  /// Writes a filled value on the record's page.
  func writeRead(
    _ cell: Cell, _ field: PageField, _ context: PageContext, into out: inout HTMLWriter)
  /// Writes the input alone; label, help and error are ``FormFieldWriter``'s.
  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter)
  /// Writes the filter's inputs.
  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter)
  /// What an input holds for a value, so that ``parse(_:_:)`` reads it back.
  func inputText(_ value: Value, _ field: PageField) -> String
  /// Reads what was typed; nil when it is malformed.
  func parse(_ text: String, _ field: PageField) -> FormInput?
  /// A filled value as plain text, in titles and sentences; nil for as its storage is written.
  func plain(_ value: Value, _ field: PageField, _ context: PageContext) -> String?
}

extension FieldControl {
  var isNumeric: Bool { false }
  var isReadOnly: Bool { false }
  var isWide: Bool { false }
  var takesFiles: Bool { false }
  var isGroup: Bool { false }
  var isBox: Bool { false }
  var clarity: Clarity { .alone }

  func writeRead(
    _ cell: Cell, _ field: PageField, _ context: PageContext, into out: inout HTMLWriter
  ) {
    writeCell(cell, field, context, linked: false, into: &out)
  }

  func inputText(_ value: Value, _ field: PageField) -> String { field.storage.print(value) }

  func parse(_ text: String, _ field: PageField) -> FormInput? { .wire(text) }

  func plain(_ value: Value, _ field: PageField, _ context: PageContext) -> String? { nil }
}

/// Whether a value without its label is clear: never, where no other field on show is of its kind,
/// or always.
enum Clarity { case never, alone, always }

extension PageField {
  /// Whether a value says by itself what it is beside those of other fields.
  func isClear(among others: [PageField]) -> Bool {
    switch control.clarity {
    case .always: return true
    case .alone: return others.count { type(of: $0.control) == type(of: control) } == 1
    case .never: return false
    }
  }
}
