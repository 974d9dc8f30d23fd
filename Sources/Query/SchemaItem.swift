import Values

/// One thing that a database has or lacks, with the statement that adds it alone.
///
/// The server keeps the list of what its database has; at start it adds what is missing and
/// refuses when something that is there is gone or differs.
public struct SchemaItem: Hashable, Sendable {
  /// `table customer`, `column customer.name`, `index …`, `foreign key …`, `apart …`.
  public var key: String
  /// What is compared.
  public var definition: String
  /// The key of the item whose creation includes this one.
  public var createdBy: String?
  /// The statement that adds the item to a database that has all before it.
  public var sql: String
  /// A column that must have a value and has none to give: it cannot come to a table with rows.
  public var needsValue: Bool

  public init(
    key: String, definition: String, sql: String, createdBy: String? = nil,
    needsValue: Bool = false
  ) {
    self.key = key
    self.definition = definition
    self.sql = sql
    self.createdBy = createdBy
    self.needsValue = needsValue
  }

  /// What the definition of a column ends with whose contents follow from others.
  public static let computed = " computed"

  /// The kind of a rule that rows do not overlap in time. Its statement makes nothing: it gives the
  /// ids of rows that stand against it.
  public static let apart = "apart"

  /// The text form of a list, one item a line.
  public static func encode(_ items: [SchemaItem]) -> String {
    var out = ""
    for item in items {
      TabbedText.append(
        [
          item.key, item.definition, item.needsValue ? "needs value" : "", item.createdBy ?? "",
          item.sql,
        ], to: &out)
    }
    return out
  }

  /// Reads the text form; nil when the text is not as ``encode(_:)`` writes it.
  public static func decode(_ text: String) -> [SchemaItem]? {
    guard let records = TabbedText.records(text) else { return nil }
    var items: [SchemaItem] = []
    for record in records {
      guard record.count == 5 else { return nil }
      items.append(
        SchemaItem(
          key: record[0], definition: record[1], sql: record[4],
          createdBy: record[3].isEmpty ? nil : record[3], needsValue: record[2] == "needs value"))
    }
    return items
  }
}
