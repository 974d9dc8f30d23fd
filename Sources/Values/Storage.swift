/// The physical form of a field: how its ``Value`` is carried, written on the wire and read back.
///
/// Field *kinds* (email, money, stage …) are many and belong to the stages that know them; they
/// all rest on these few forms.
public enum Storage: Hashable, Sendable {
  /// Text in NFC, never empty.
  case text
  /// A whole number within ±(2^53 − 1), so that JSON readers keep it exactly.
  case integer
  /// A decimal with this many digits after the point (0…9), stored as value × 10^scale.
  case scaled(UInt8)
  /// 0 or 1.
  case boolean
  /// Days since 1970-01-01 in the proleptic Gregorian calendar.
  case date
  /// Milliseconds since 1970-01-01T00:00:00Z.
  case dateTime
  /// The id of a record, positive.
  case reference
  /// Several short texts, see ``ItemList``.
  case list

  /// Whether the carrier is text; all other forms are carried as integers.
  public var isText: Bool { self == .text || self == .list }
}

extension Storage {
  /// Largest magnitude of ``integer``: 2^53 − 1.
  public static let integerLimit: Int64 = 9_007_199_254_740_991
  /// Largest magnitude of a scaled mantissa; leaves room for sums of a thousand rows in Int64.
  public static let mantissaLimit: Int64 = 9_007_199_254_740_991

  /// Reads the wire form (JSON text, form input, CSV cell), which is the same in every locale.
  /// White space around it is ignored; nothing at all is blank. Returns nil when the text is not
  /// of this form or out of its range: the caller reports it, nothing is guessed.
  public func parse(_ input: String) -> Value? {
    if self == .text { return Value(Text.normalized(input)) }
    let text = Text.trimmed(input)
    if text.isEmpty { return .blank }
    switch self {
    case .text: return Value(Text.normalized(text))
    case .integer:
      return Decimal.parse(text, scale: 0, limit: Storage.integerLimit).map(Value.integer)
    case .scaled(let scale):
      return Decimal.parse(text, scale: scale, limit: Storage.mantissaLimit).map(Value.integer)
    case .boolean:
      switch text {
      case "true": return .integer(1)
      case "false": return .integer(0)
      default: return nil
      }
    case .date: return CivilDate(parsing: text).map { .integer($0.days) }
    case .dateTime: return Instant.parse(text).map(Value.integer)
    case .reference:
      guard let id = Decimal.parse(text, scale: 0, limit: Storage.integerLimit), id > 0 else {
        return nil
      }
      return .integer(id)
    case .list: return ItemList.parse(text)
    }
  }

  /// Writes the wire form of a value; blank is the empty text. ``parse(_:)`` reads it back.
  public func print(_ value: Value) -> String {
    switch value {
    case .blank: return ""
    case .text(let text): return self == .list ? ItemList.print(text) : text
    case .integer(let number):
      switch self {
      case .text, .list, .integer, .reference: return String(number)
      case .scaled(let scale): return Decimal.print(number, scale: scale)
      case .boolean: return number == 0 ? "false" : "true"
      case .date: return CivilDate(days: number).description
      case .dateTime: return Instant.print(number)
      }
    }
  }

  /// The name used in generated code, dumps and the lock: `text`, `integer`, `scaled2`, `boolean`,
  /// `date`, `date_time`, `reference`, `list`.
  public var name: String {
    switch self {
    case .text: return "text"
    case .integer: return "integer"
    case .scaled(let scale): return "scaled\(scale)"
    case .boolean: return "boolean"
    case .date: return "date"
    case .dateTime: return "date_time"
    case .reference: return "reference"
    case .list: return "list"
    }
  }

  /// Reads ``name`` back; nil for anything else.
  public init?(name: some StringProtocol) {
    switch name {
    case "text": self = .text
    case "integer": self = .integer
    case "boolean": self = .boolean
    case "date": self = .date
    case "date_time": self = .dateTime
    case "reference": self = .reference
    case "list": self = .list
    default:
      guard name.hasPrefix("scaled"), let scale = UInt8(name.dropFirst(6)), scale <= 9,
        name == "scaled\(scale)"
      else { return nil }
      self = .scaled(scale)
    }
  }
}
