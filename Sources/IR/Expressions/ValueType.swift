/// The type of a value in an expression. A number knows how many digits follow its point.
public indirect enum ValueType: Hashable, Sendable {
  case boolean
  case text
  case integer
  /// A plain number; percent is one of scale 4. At most 18 digits follow the point.
  case decimal(scale: Int)
  /// Money in the application's currency.
  case money(scale: Int)
  case date
  /// A time of day.
  case time
  case dateTime
  /// An exact span of time, in milliseconds.
  case duration
  /// Calendar days and months; which of them it can hold.
  case period(PeriodParts)
  /// Working days or working hours.
  case workingTime
  /// One of the options of a field.
  case option(field: StableID)
  /// A record; a person is one of ``People/user``, a department one of ``People/department``.
  case reference(StableID)
  /// An attachment or an image.
  case file
  case list(ValueType)

  /// Digits after the point of a number; nil for what is none.
  public var scale: Int? {
    switch self {
    case .integer: return 0
    case .decimal(let scale), .money(let scale): return scale
    default: return nil
    }
  }

  /// The same kind of number with other digits.
  public func scaled(_ scale: Int) -> ValueType {
    switch self {
    case .money: return .money(scale: scale)
    case .integer, .decimal: return .decimal(scale: scale)
    default: return self
    }
  }
}

/// What a period can consist of.
public struct PeriodParts: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }
  public static let months = PeriodParts(rawValue: 1)
  public static let days = PeriodParts(rawValue: 2)
}

extension FieldType {
  /// The type of the field's values; `field` is its identity.
  public func valueType(of field: StableID) -> ValueType {
    switch self {
    case .text, .longText, .email, .phone, .url, .secret, .autoNumber: return .text
    case .integer, .rating: return .integer
    case .decimal(let scale, _): return .decimal(scale: Int(scale))
    case .money(let scale, _): return .money(scale: Int(scale))
    case .percent: return .decimal(scale: 4)
    case .boolean: return .boolean
    case .date: return .date
    case .dateTime: return .dateTime
    case .choice, .stage: return .option(field: field)
    case .multiChoice: return .list(.option(field: field))
    case .reference(let entity): return .reference(entity)
    case .person: return .reference(People.user)
    case .department: return .reference(People.department)
    case .attachment, .image: return .list(.file)
    }
  }
}
