import Diagnostics
import IR
import Syntax
import Values

/// One kind of field as the checker knows it: a file of its own and a line in ``FieldKinds``.
public struct FieldKind: Sendable {
  /// The word under `type:`.
  public let keyword: String
  /// What such a field holds, for editors.
  public let meaning: Message
  /// What it is called elsewhere, parted by spaces; for suggestions.
  let also: String
  /// Keys beside those of every field.
  public var keywords: [Keyword] = []
  /// Reads what belongs to the type alone; nil after reporting what is wrong.
  let type: @Sendable (FieldInput, Checker) -> FieldType?
  /// Reads `default:`, nil after reporting what is wrong; itself nil when the type takes none.
  let defaultValue: (@Sendable (YAMLEntry, FieldType, Checker) -> Value?)?
  /// What its text must look like, for a control over a text.
  var form: TextForm?
  /// What its values mean where programs read them, in English.
  var note: String?

  public var takesDefault: Bool { defaultValue != nil }

  /// Whether the type alone makes a field: `phone: text`.
  public var hasShortForm: Bool { !keywords.contains(where: \.isRequired) }

  var candidate: Candidate { Candidate(keyword, also: Keyword.list(also)) }
}

/// A field as it was written, for its kind.
struct FieldInput {
  /// `customer.name`.
  let path: String
  /// Its keys; a field given by its type alone has none.
  let keyed: Keyed
}

/// The table of kinds.
public enum FieldKinds {
  public static let all: [FieldKind] = [
    .text, .longText, .email, .phone, .url, .secret, .integer, .decimal, .money, .percent,
    .rating, .boolean, .date, .dateTime, .choice, .stage, .multiChoice, .reference, .person,
    .department,
    .attachment, .image, .subform, .autoNumber,
    .markdown, .code, .json, .personName, .idCard, .creditCode, .bankCard, .plate, .address,
    .color, .icon, .barcode, .qrCode, .yearMonth, .time, .duration,
  ]

  static let byKeyword = Dictionary(uniqueKeysWithValues: all.map { ($0.keyword, $0) })

  /// The kinds to which a key belongs that is not every field's.
  static func owners(of key: String) -> [String] {
    all.filter { kind in kind.keywords.contains { $0.name == key } }.map(\.keyword)
  }
}
