import Diagnostics
import IR
import Syntax
import Values

/// One kind of field as the checker knows it: a file of its own and a line in ``FieldKinds``.
struct FieldKind: Sendable {
  /// The word under `type:`.
  let keyword: String
  /// Keys beside those of every field.
  var keywords: [Keyword] = []
  /// Reads what belongs to the type alone; nil after reporting what is wrong.
  let type: @Sendable (FieldInput, Checker) -> FieldType?
  /// Reads `default:`; nil after reporting what is wrong.
  let defaultValue: @Sendable (YAMLEntry, FieldType, Checker) -> Value?

  /// For types that take no default.
  static let noDefault: @Sendable (YAMLEntry, FieldType, Checker) -> Value? = {
    entry, type, checker in
    checker.report(
      TypeMistake.defaultNotAllowed(
        type: type.keyword, removal: checker.removal(of: entry), at: entry.keySpan))
    return nil
  }
}

/// A field as it was written, for its kind.
struct FieldInput {
  /// `customer.name`.
  let path: String
  /// Its keys; a field given by its type alone has none.
  let keyed: Keyed
}

/// The table of kinds.
enum FieldKinds {
  static let all: [FieldKind] = [
    .text, .longText, .integer, .decimal, .money, .percent, .boolean, .date, .dateTime, .choice,
    .reference, .autoNumber,
  ]

  static let byKeyword = Dictionary(uniqueKeysWithValues: all.map { ($0.keyword, $0) })

  /// The kinds to which a key belongs that is not every field's.
  static func owners(of key: String) -> [String] {
    all.filter { kind in kind.keywords.contains { $0.name == key } }.map(\.keyword)
  }
}
