import Diagnostics

/// One key that a mapping may have.
public struct Keyword: Sendable {
  public let name: String
  public let form: ValueForm
  public let isRequired: Bool
  /// What it says, for editors.
  public let meaning: Message

  init(_ name: String, _ form: ValueForm, required: Bool = false, zh: String, en: String) {
    self.name = name
    self.form = form
    isRequired = required
    meaning = Message(zh: zh, en: en)
  }
}

/// A mapping with fixed keys: what the checker accepts there and a schema for editors says.
public struct MappingKind: Sendable {
  /// What the mapping is, in words.
  public let place: Message
  public let keywords: [Keyword]

  init(zh: String, en: String, _ keywords: [Keyword]) {
    place = Message(zh: zh, en: en)
    self.keywords = keywords
  }
}

/// The form in which a value is written.
public indirect enum ValueForm: Sendable {
  /// A name: of something new or of something declared.
  case name
  /// Any text.
  case text
  /// A text for people: one for all languages or one per language.
  case words
  case boolean
  /// A whole number within inclusive limits.
  case wholeNumber(ClosedRange<Int64>)
  /// A single value that the field's type reads.
  case value
  /// A list whose items have a form.
  case list(ValueForm)
  /// One of the form, or a list of them.
  case oneOrMany(ValueForm)
  /// Names of the author's with a form each.
  case named(ValueForm)
  case mapping(MappingKind)
  /// A single value for short, or the mapping.
  case shorthand(ValueForm, MappingKind)
  /// A field: its type for short, or the mapping that the type decides.
  case field
  /// Roles, or a mapping from action to roles.
  case access(MappingKind)
}
