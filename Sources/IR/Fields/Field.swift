import Diagnostics
import Values

/// One field of an entity.
public struct Field: Sendable {
  public let id: StableID
  public let name: String
  /// The column's name in the database; keeps its first spelling when `name` changes.
  public let physicalName: String
  public let label: Words
  /// A sentence beside the input, or nil.
  public let help: Words?
  public let type: FieldType
  /// How it is shown and typed.
  public let control: Control
  public let isRequired: Bool
  /// What a new record starts with; blank when nothing is declared.
  public let defaultValue: Value
  /// Whether a new record starts with the person who creates it.
  public let startsWithMe: Bool
  /// What expressions say of it.
  public var rules = FieldRules()
  /// Why its computed value is shown to people who may not read all that it is worked out of; nil
  /// when it is not.
  public let declassification: Words?
  public let origin: Span

  public init(
    id: StableID, name: String, physicalName: String, label: Words, help: Words?,
    type: FieldType, control: Control? = nil, isRequired: Bool, defaultValue: Value,
    startsWithMe: Bool = false,
    declassification: Words? = nil, origin: Span
  ) {
    self.id = id
    self.name = name
    self.physicalName = physicalName
    self.label = label
    self.help = help
    self.type = type
    self.control = control ?? Control(type.keyword)
    self.isRequired = isRequired
    self.defaultValue = defaultValue
    self.startsWithMe = startsWithMe
    self.declassification = declassification
    self.origin = origin
  }
}

/// Inclusive bounds of a number, in stored units.
public struct NumberRange: Hashable, Sendable {
  public let minimum: Int64
  public let maximum: Int64

  public init(minimum: Int64, maximum: Int64) {
    self.minimum = minimum
    self.maximum = maximum
  }
}

/// One option of a choice. Its physical name is what the database holds.
public struct Option: Sendable {
  public let id: StableID
  public let name: String
  public let physicalName: String
  public let label: Words
  /// How a stage ends; nil for one that goes on and for options of other types.
  public let outcome: Outcome?
  /// Names of fields that must be filled in this stage.
  public let needs: [String]
  public let origin: Span

  public enum Outcome: String, Sendable, CaseIterable { case won, lost }

  public init(
    id: StableID, name: String, physicalName: String, label: Words, outcome: Outcome? = nil,
    needs: [String] = [], origin: Span
  ) {
    self.id = id
    self.name = name
    self.physicalName = physicalName
    self.label = label
    self.outcome = outcome
    self.needs = needs
    self.origin = origin
  }
}

/// The form of an auto number such as `KH-{yyyy}{mm}-{0000}`. The counter begins anew with each
/// distinct filling of the date parts.
public struct NumberPattern: Hashable, Sendable {
  public let parts: [Part]
  public init(parts: [Part]) { self.parts = parts }

  public enum Part: Hashable, Sendable {
    case literal(String)
    /// `{yyyy}`, `{yy}`, `{mm}`, `{dd}` of the day of creation in the application's zone.
    case year4, year2, month, day
    /// `{0000}`: the counter padded to at least this many digits.
    case counter(digits: Int)
  }

  /// The pattern as it is written in YAML.
  public var text: String {
    parts.map { part in
      switch part {
      case .literal(let text): return text
      case .year4: return "{yyyy}"
      case .year2: return "{yy}"
      case .month: return "{mm}"
      case .day: return "{dd}"
      case .counter(let digits): return "{" + String(repeating: "0", count: digits) + "}"
      }
    }.joined()
  }
}
