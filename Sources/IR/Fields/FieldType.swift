import Values

/// The type of a field with what belongs to it alone.
public enum FieldType: Sendable {
  /// One line, at most `maxLength` code points.
  case text(maxLength: Int)
  /// Several lines.
  case longText(maxLength: Int)
  case email
  case phone
  case url
  /// Text of at most `maxLength` code points that is stored encrypted, apart from the record.
  case secret(maxLength: Int)
  case integer(NumberRange)
  /// A decimal with `scale` digits after the point; the range is in mantissas.
  case decimal(scale: UInt8, NumberRange)
  /// Money in the application's currency; the range is in minor units.
  case money(scale: UInt8, NumberRange)
  /// A share of one with four digits after the point: 0.1250 is 12.5 %. Range in mantissas.
  case percent(NumberRange)
  /// A whole number of stars from 1 to the best.
  case rating(best: Int)
  case boolean
  case date
  case dateTime
  case choice([Option])
  /// Steps that a record goes through, in their order.
  case stage([Option])
  /// Several of the options.
  case multiChoice([Option])
  /// A record of another entity: an index into the application's entities.
  case reference(entity: StableID)
  /// Someone of ``People/user``.
  case person
  /// One of ``People/department``.
  case department
  /// Files of any type, at most so many.
  case attachment(limit: Int)
  /// Pictures, at most so many.
  case image(limit: Int)
  /// Given by the system at creation.
  case autoNumber(NumberPattern)

  /// The keyword in YAML of the type itself; ``Control/name`` names the control.
  public var keyword: String {
    switch self {
    case .text: return "text"
    case .longText: return "long_text"
    case .email: return "email"
    case .phone: return "phone"
    case .url: return "url"
    case .secret: return "secret"
    case .integer: return "integer"
    case .decimal: return "decimal"
    case .money: return "money"
    case .percent: return "percent"
    case .rating: return "rating"
    case .boolean: return "boolean"
    case .date: return "date"
    case .dateTime: return "date_time"
    case .choice: return "choice"
    case .stage: return "stage"
    case .multiChoice: return "multi_choice"
    case .reference: return "reference"
    case .person: return "person"
    case .department: return "department"
    case .attachment: return "attachment"
    case .image: return "image"
    case .autoNumber: return "auto_number"
    }
  }

  /// The physical form.
  public var storage: Storage {
    switch self {
    case .text, .longText, .email, .phone, .url, .secret, .choice, .stage, .autoNumber:
      return .text
    case .integer, .rating: return .integer
    case .decimal(let scale, _), .money(let scale, _): return .scaled(scale)
    case .percent: return .scaled(4)
    case .boolean: return .boolean
    case .date: return .date
    case .dateTime: return .dateTime
    case .reference, .person, .department: return .reference
    case .multiChoice, .attachment, .image: return .list
    }
  }

  /// The entity that a value refers to; nil for types that refer to none.
  public var target: StableID? {
    switch self {
    case .reference(let entity): return entity
    case .person: return People.user
    case .department: return People.department
    default: return nil
    }
  }

  /// The options to choose from; nil for types without.
  public var options: [Option]? {
    switch self {
    case .choice(let options), .stage(let options), .multiChoice(let options): return options
    default: return nil
    }
  }
}
