import Values

/// One thing that a database has or lacks, with the statement that adds it alone.
///
/// The server keeps the list of what its database has; at start it adds what is missing and
/// refuses when something that is there is gone or differs.
public struct SchemaItem: Hashable, Sendable {
  /// `table customer`, `column customer.name`, `index …`, `foreign key …`.
  public var key: String
  /// What is compared.
  public var definition: String
  /// The key of the item whose creation includes this one.
  public var createdBy: String?
  /// The statement that adds the item to a database that has all before it.
  public var statement: String

  public init(key: String, definition: String, createdBy: String?, statement: String) {
    self.key = key
    self.definition = definition
    self.createdBy = createdBy
    self.statement = statement
  }

  /// The text form of a list, one item a line.
  public static func encode(_ items: [SchemaItem]) -> String {
    var out = ""
    for item in items {
      TabbedText.append(
        [item.key, item.definition, item.createdBy ?? "", item.statement], to: &out)
    }
    return out
  }

  /// Reads the text form; nil when the text is not as ``encode(_:)`` writes it.
  public static func decode(_ text: String) -> [SchemaItem]? {
    guard let records = TabbedText.records(text) else { return nil }
    var items: [SchemaItem] = []
    for record in records {
      guard record.count == 4 else { return nil }
      items.append(
        SchemaItem(
          key: record[0], definition: record[1], createdBy: record[2].isEmpty ? nil : record[2],
          statement: record[3]))
    }
    return items
  }
}
