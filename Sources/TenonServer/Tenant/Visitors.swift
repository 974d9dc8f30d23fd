/// Puts values into a record; columns without an entry stay as they are.
struct FieldSetter: FieldVisitor {
  /// By column index.
  let values: [Value?]

  func field(_ column: Int, _ value: inout String?) {
    if let given = values[column] { value = given.text }
  }
  func field(_ column: Int, _ value: inout Int64?) {
    if let given = values[column] { value = given.integer }
  }
  func field(_ column: Int, _ value: inout Bool?) {
    if let given = values[column] { value = given.integer.map { $0 != 0 } }
  }
}

/// Puts all values into a record.
private struct WholeSetter: FieldVisitor {
  let values: [Value]

  func field(_ column: Int, _ value: inout String?) { value = values[column].text }
  func field(_ column: Int, _ value: inout Int64?) { value = values[column].integer }
  func field(_ column: Int, _ value: inout Bool?) { value = values[column].integer.map { $0 != 0 } }
}

/// Takes the values out of a record, by column index; columns of the system stay blank.
struct FieldGetter: FieldVisitor {
  var values: [Value]

  init(_ meta: EntityMeta) {
    values = Array(repeating: .blank, count: meta.table.columns.count)
  }

  mutating func field(_ column: Int, _ value: inout String?) { values[column] = Value(value) }
  mutating func field(_ column: Int, _ value: inout Int64?) { values[column] = Value(value) }
  mutating func field(_ column: Int, _ value: inout Bool?) { values[column] = Value(value) }
}

extension Entity {
  /// A record with these values over what it held before.
  mutating func set(_ values: [Value?]) {
    var setter = FieldSetter(values: values)
    visit(&setter)
  }

  /// A record with these values, by column index.
  mutating func set(all values: [Value]) {
    var setter = WholeSetter(values: values)
    visit(&setter)
  }

  /// The values by column index.
  func values() -> [Value] {
    var copy = self
    var getter = FieldGetter(Self.meta)
    copy.visit(&getter)
    return getter.values
  }

  /// What is wrong with the record by its own constraints.
  func problems() -> Checks {
    var checks = Checks()
    check(&checks)
    return checks
  }
}
