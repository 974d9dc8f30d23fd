import Diagnostics

/// One key that a mapping may have.
public struct Keyword: Sendable {
  public let name: String
  public let form: ValueForm
  /// Whether the reading of the table says so when it is missing.
  public let isRequired: Bool
  /// What it says, for editors.
  public let meaning: Message
  /// What it is called elsewhere, in Chinese and in other systems; for suggestions.
  public let also: [String]
  /// What means its opposite elsewhere.
  public let contrary: [String]

  init(
    _ name: String, _ form: ValueForm, required: Bool = false,
    also: String = "", contrary: String = "", zh: String, en: String
  ) {
    self.name = name
    self.form = form
    isRequired = required
    meaning = Message(zh: zh, en: en)
    self.also = Keyword.list(also)
    self.contrary = Keyword.list(contrary)
  }

  var candidate: Candidate { Candidate(name, also: also, contrary: contrary) }

  /// Words parted by spaces.
  static func list(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
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
  /// A name that `-` may stand before.
  case order
  /// One of the words that the language knows.
  case oneOf([String])
  /// Any text.
  case text
  /// A text for people: one for all languages or one per language, each up to a number of
  /// characters.
  case words(upTo: Int)
  case boolean
  /// An expression.
  case expression
  /// Yes, no, or an expression that decides.
  case condition
  /// A whole number within inclusive limits.
  case wholeNumber(ClosedRange<Int64>)
  /// A number that the field's type reads.
  case number
  /// A single value that the field's type reads.
  case value
  /// A list whose items have a form.
  case list(ValueForm)
  /// One of the form, or a list of them.
  case oneOrMany(ValueForm)
  /// Names of the author's with a form each.
  case named(NamedForm)
  case mapping(MappingKind)
  /// A text for people for short, or the mapping.
  case shorthand(ValueForm, MappingKind)
  /// A field: its type for short, or the mapping that the type decides.
  case field
  /// Roles, or a mapping from action to roles.
  case access(MappingKind)
  /// `read` or `all` for short, or a mapping from action to records and from limit to fields.
  case rights(MappingKind)
  /// A field, a list of them, or a mapping from field to when.
  case limits
}

/// Names that the author makes up, with something under each.
public struct NamedForm: Sendable {
  public enum Names: Sendable {
    case plain
    /// `entity.name`.
    case views
  }

  public let form: ValueForm
  public let names: Names
  /// Names that are the system's.
  public let reserved: [String]
  /// How many there may be; nil when there is no upper limit.
  public let minimum: Int
  public let maximum: Int?

  init(
    _ form: ValueForm, names: Names = .plain, reserved: [String] = [], minimum: Int = 0,
    maximum: Int? = nil
  ) {
    self.form = form
    self.names = names
    self.reserved = reserved
    self.minimum = minimum
    self.maximum = maximum
  }
}
