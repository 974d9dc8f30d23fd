import TenonDatabase

/// What an entry of the audit trail tells in detail, as its row holds it: columns and subforms by
/// the names that stay.
enum StoredChange: Equatable {
  case value(column: String, before: Value, after: Value)
  /// A secret was set, changed or taken away; its values are told nowhere.
  case secret(String)
  /// A row of a subform; its id is not known in what was kept before ids were.
  case row(subform: String, Row, id: Int64?)
  /// A file beside the record's fields.
  case file(name: String, isAdded: Bool)
  case detail(AuditDetail, Value)

  enum Row: String { case added, changed, removed }

  static func encode(_ changes: [StoredChange]) -> String {
    if changes.isEmpty { return "" }
    return ByteWriter.text { out in
      for change in changes { change.append(to: &out) }
    }
  }

  private func append(to out: inout ByteWriter) {
    switch self {
    case .value(let column, let before, let after):
      return StoredChange.append(column, before, after, to: &out)
    case .secret(let column): return StoredChange.append(secret: column, to: &out)
    case .row(let subform, let row, let id):
      out.append("row\t")
      TabbedText.append(field: subform, to: &out)
      out.append("\t")
      out.append(text: row.rawValue)
      if let id {
        out.append("\t")
        Decimal.append(id, scale: 0, to: &out)
      }
    case .file(let name, let isAdded):
      out.append("file\t")
      TabbedText.append(field: name, to: &out)
      out.append(isAdded ? "\tadded" : "\tremoved")
    case .detail(let name, let value):
      out.append("detail\t")
      out.append(text: name.rawValue)
      out.append("\t")
      StoredChange.append(value, to: &out)
    }
    out.append("\n")
  }

  /// Appends what became of a value: most stand in records that are new or gone, so that one side
  /// is blank and left out.
  static func append(
    _ column: String, _ before: Value, _ after: Value, to out: inout ByteWriter
  ) {
    out.append(before.isBlank ? "is\t" : after.isBlank ? "was\t" : "value\t")
    TabbedText.append(field: column, to: &out)
    for value in [before, after] where !value.isBlank {
      out.append("\t")
      append(value, to: &out)
    }
    out.append("\n")
  }

  /// Appends that a secret became another.
  static func append(secret column: String, to out: inout ByteWriter) {
    out.append("secret\t")
    TabbedText.append(field: column, to: &out)
    out.append("\n")
  }

  private static func append(_ value: Value, to out: inout ByteWriter) {
    switch value {
    case .blank: break
    case .integer(let number):
      out.append("i")
      Decimal.append(number, scale: 0, to: &out)
    case .text(let text):
      out.append("t")
      TabbedText.append(field: text, to: &out)
    }
  }

  /// Reads the text back; what it does not know is left out.
  static func decode(_ text: String) -> [StoredChange] {
    (TabbedText.records(text) ?? []).compactMap { record in
      switch (record[0], record.count) {
      case ("value", 4):
        guard let before = value(record[2]), let after = value(record[3]) else { return nil }
        return .value(column: record[1], before: before, after: after)
      case ("is", 3):
        return value(record[2]).map { .value(column: record[1], before: .blank, after: $0) }
      case ("was", 3):
        return value(record[2]).map { .value(column: record[1], before: $0, after: .blank) }
      case ("secret", 2): return .secret(record[1])
      case ("file", 3): return .file(name: record[1], isAdded: record[2] == "added")
      case ("row", 3), ("row", 4):
        let id = record.count == 4 ? Int64(record[3]) : nil
        return Row(rawValue: record[2]).map { .row(subform: record[1], $0, id: id) }
      case ("detail", 3):
        guard let name = AuditDetail(rawValue: record[1]), let value = value(record[2]) else {
          return nil
        }
        return .detail(name, value)
      default: return nil
      }
    }
  }

  private static func value(_ text: String) -> Value? {
    switch text.first {
    case nil: return .blank
    case "i": return Int64(text.dropFirst()).map(Value.integer)
    case "t": return .text(String(text.dropFirst()))
    default: return nil
    }
  }
}
