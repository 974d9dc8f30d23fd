import Query

extension SchemaItem {
  /// All items of a schema in an order in which they can be added.
  public static func items(_ schema: PhysicalSchema, _ planner: any Planner.Type) -> [SchemaItem] {
    var items: [SchemaItem] = []
    func add(
      _ key: String, _ definition: String, by creator: String? = nil, needsValue: Bool = false,
      _ change: Change
    ) {
      guard let statement = planner.statement(change) else { return }
      items.append(
        SchemaItem(
          key: key, definition: definition, sql: statement, createdBy: creator,
          needsValue: needsValue))
    }
    for table in schema.tables {
      let key = "table \(table.name)"
      add(key, "table", .createTable(table))
      for column in table.columns {
        add(
          "column \(table.name).\(column.name)", column.definition, by: key,
          needsValue: column.isRequired && column.backfill.isBlank,
          .addColumn(table: table.name, column))
      }
    }
    for table in schema.tables {
      for column in table.columns where column.references != nil {
        add(
          "foreign key \(table.name).\(column.name)", column.definition,
          .addForeignKey(table: table.name, column))
      }
    }
    for index in schema.indexes {
      add("index \(index.name)", index.definition, .createIndex(index))
    }
    for claim in schema.claims {
      // It stands or falls as a whole: what it says is its name.
      items.append(
        SchemaItem(
          key: SchemaItem.apart + " " + claim.description, definition: SchemaItem.apart,
          sql: claim.overlaps))
    }
    return items
  }
}
