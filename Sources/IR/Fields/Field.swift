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
  public let isRequired: Bool
  /// What a new record starts with; blank when nothing is declared.
  public let defaultValue: Value
  public let origin: Span

  public init(
    id: StableID, name: String, physicalName: String, label: Words, help: Words?,
    type: FieldType, isRequired: Bool, defaultValue: Value, origin: Span
  ) {
    self.id = id
    self.name = name
    self.physicalName = physicalName
    self.label = label
    self.help = help
    self.type = type
    self.isRequired = isRequired
    self.defaultValue = defaultValue
    self.origin = origin
  }
}

/// The type of a field with what belongs to it alone.
public enum FieldType: Sendable {
  /// One line, at most `maxLength` code points.
  case text(maxLength: Int)
  /// Several lines.
  case longText(maxLength: Int)
  case integer(NumberRange)
  /// A decimal with `scale` digits after the point; the range is in mantissas.
  case decimal(scale: UInt8, NumberRange)
  /// Money in the application's currency; the range is in minor units.
  case money(scale: UInt8, NumberRange)
  /// A share of one with four digits after the point: 0.1250 is 12.5 %. Range in mantissas.
  case percent(NumberRange)
  case boolean
  case date
  case dateTime
  case choice([Option])
  /// A record of another entity: an index into the application's entities.
  case reference(entity: StableID)
  /// Given by the system at creation.
  case autoNumber(NumberPattern)

  /// The keyword in YAML, which also names the control in the blueprint.
  public var keyword: String {
    switch self {
    case .text: return "text"
    case .longText: return "long_text"
    case .integer: return "integer"
    case .decimal: return "decimal"
    case .money: return "money"
    case .percent: return "percent"
    case .boolean: return "boolean"
    case .date: return "date"
    case .dateTime: return "date_time"
    case .choice: return "choice"
    case .reference: return "reference"
    case .autoNumber: return "auto_number"
    }
  }

  /// The physical form.
  public var storage: Storage {
    switch self {
    case .text, .longText, .choice, .autoNumber: return .text
    case .integer: return .integer
    case .decimal(let scale, _), .money(let scale, _): return .scaled(scale)
    case .percent: return .scaled(4)
    case .boolean: return .boolean
    case .date: return .date
    case .dateTime: return .dateTime
    case .reference: return .reference
    }
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
  public let origin: Span

  public init(id: StableID, name: String, physicalName: String, label: Words, origin: Span) {
    self.id = id
    self.name = name
    self.physicalName = physicalName
    self.label = label
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
