import Query
import Values

/// Prints the changes that only add, in one dialect. What would lose data has no statement here:
/// the caller refuses it.
public protocol Planner: Sendable {
  static var dialect: Dialect { get }
  /// The column type of a storage.
  static func type(_ storage: Storage) -> String
  /// The primary key column of every table.
  static var primaryKey: String { get }
  /// Words after a table's closing bracket.
  static var tableOptions: String { get }
  /// Whether a reference is declared after all tables are there, so that tables may refer to each
  /// other in a ring; otherwise it stands in the column.
  static var addsForeignKeysLast: Bool { get }
  /// Whether an index must name the id that breaks ties.
  static var indexesNameTheID: Bool { get }
}

extension Planner {
  /// The statement of a change that only adds, nil where the dialect needs none for it. Changes
  /// that do not only add have none at all: ask ``Change/onlyAdds`` first.
  public static func statement(_ change: Change) -> String? {
    switch change {
    case .createTable(let table): return create(table)
    case .addColumn(let table, let column):
      return "ALTER TABLE \(SQLText.quoted(table)) ADD COLUMN " + spell(column, backfill: true)
    case .createIndex(let index): return create(index)
    case .addForeignKey(let table, let column):
      guard addsForeignKeysLast, let target = column.references else { return nil }
      return "ALTER TABLE \(SQLText.quoted(table)) ADD FOREIGN KEY "
        + "(\(SQLText.quoted(column.name))) " + reference(target)
    case .dropTable, .dropColumn, .alterColumn, .dropIndex: return nil
    }
  }

  private static func create(_ table: PhysicalTable) -> String {
    let columns = table.columns.map { column in
      column.name == SystemColumn.columns[SystemColumn.id].name
        ? primaryKey : spell(column, backfill: false)
    }
    return "CREATE TABLE \(SQLText.quoted(table.name)) (\n  "
      + columns.joined(separator: ",\n  ") + "\n)" + tableOptions
  }

  private static func create(_ index: PhysicalIndex) -> String {
    var columns = index.columns.map(SQLText.quoted)
    if !index.isUnique && indexesNameTheID {
      columns.append(SQLText.quoted(SystemColumn.columns[SystemColumn.id].name))
    }
    return "CREATE \(index.isUnique ? "UNIQUE " : "")INDEX \(SQLText.quoted(index.name)) ON "
      + "\(SQLText.quoted(index.table)) (\(columns.joined(separator: ", ")))"
  }

  private static func spell(_ column: PhysicalColumn, backfill: Bool) -> String {
    var text = SQLText.quoted(column.name) + " " + type(column.storage)
    if column.isRequired { text += " NOT NULL" }
    if backfill && column.isRequired && !column.backfill.isBlank {
      text += " DEFAULT " + SQLText.literal(column.backfill)
    }
    if !addsForeignKeysLast, let target = column.references { text += " " + reference(target) }
    return text
  }

  private static func reference(_ target: String) -> String {
    let id = SQLText.quoted(SystemColumn.columns[SystemColumn.id].name)
    return "REFERENCES \(SQLText.quoted(target)) (\(id))"
  }
}

/// The one way in which text of a definition enters SQL. Quotes are doubled scalar by scalar: a
/// combining mark behind one makes a single character of the two, which is no quote to Swift.
public enum SQLText {
  /// A quoted identifier (SQL:1992 §5.2).
  public static func quoted(_ name: String) -> String {
    enclosed(name, in: "\"")
  }

  /// A literal of a carrier.
  static func literal(_ value: Value) -> String {
    switch value {
    case .blank: return "NULL"
    case .integer(let number): return String(number)
    case .text(let text): return self.text(text)
    }
  }

  /// A literal of a text.
  public static func text(_ text: String) -> String { enclosed(text, in: "'") }

  private static func enclosed(_ text: String, in quote: Unicode.Scalar) -> String {
    var out = String(quote)
    for scalar in text.unicodeScalars {
      if scalar == quote { out.unicodeScalars.append(quote) }
      out.unicodeScalars.append(scalar)
    }
    out.unicodeScalars.append(quote)
    return out
  }
}
