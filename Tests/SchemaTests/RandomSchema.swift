import Query
import Schema
import TestSupport
import Values

/// Schemas from few names, so that two of them share much and differ in something.
struct RandomSchema {
  var random: SeededRandom

  private static let tables = ["order", "select \"x\"", "客户", "a", "o'b"]
  private static let columns = ["group", "名称", "c1", "c2", "say \"hi\"", "it's"]
  private static let storages: [Storage] = [
    .text, .integer, .scaled(2), .boolean, .date, .dateTime, .reference,
  ]

  mutating func schema() -> PhysicalSchema {
    var names = RandomSchema.tables
    names.shuffle(using: &random)
    names = Array(names.prefix(Int.random(in: 0...4, using: &random)))
    var schema = PhysicalSchema(
      tables: names.map { PhysicalTable(name: $0, columns: RandomSchema.system) }, indexes: [])
    for index in schema.tables.indices {
      for name in RandomSchema.columns where random.chance(50) {
        schema.tables[index].columns.append(column(name, names))
      }
      for _ in 0..<2 where random.chance(60) { addIndex(schema.tables[index], to: &schema) }
    }
    return schema
  }

  /// The schema with more of everything and nothing else changed.
  mutating func extended(_ schema: PhysicalSchema) -> PhysicalSchema {
    var result = schema
    for name in RandomSchema.tables
    where random.chance(40) && !result.tables.contains(where: { $0.name == name }) {
      result.tables.insert(
        PhysicalTable(name: name, columns: RandomSchema.system),
        at: Int.random(in: 0...result.tables.count, using: &random))
    }
    let names = result.tables.map(\.name)
    for index in result.tables.indices {
      for name in RandomSchema.columns
      where random.chance(40) && !result.tables[index].columns.contains(where: { $0.name == name })
      {
        // Not always behind the others: the definition's order is the author's.
        let place = Int.random(
          in: SystemColumn.count...result.tables[index].columns.count, using: &random)
        result.tables[index].columns.insert(column(name, names), at: place)
      }
      if random.chance(50) { addIndex(result.tables[index], to: &result) }
    }
    return result
  }

  private static let system = SystemColumn.columns.map {
    PhysicalColumn(name: $0.name, storage: $0.storage, isRequired: $0.isRequired)
  }

  private mutating func column(_ name: String, _ tables: [String]) -> PhysicalColumn {
    let storage = RandomSchema.storages.randomElement(using: &random)!
    var column = PhysicalColumn(name: name, storage: storage, isRequired: random.chance(30))
    if storage == .reference { column.references = tables.randomElement(using: &random)! }
    // A reference has no default in the language.
    if column.isRequired && storage != .reference && random.chance(60) {
      column.backfill = storage.isText ? .text("it's \"é\" '\u{301} ;--") : .integer(1)
    }
    return column
  }

  private mutating func addIndex(_ table: PhysicalTable, to schema: inout PhysicalSchema) {
    let columns = Array(table.columns.dropFirst().map(\.name).shuffled(using: &random).prefix(2))
    let index = PhysicalIndex(
      name: "ix \(table.name) \(columns.joined(separator: " "))", table: table.name,
      columns: columns, isUnique: random.chance(40))
    if schema.indexes.contains(where: { $0.name == index.name }) { return }
    schema.indexes.append(index)
  }
}

extension PhysicalSchema {
  /// The statements of the changes in a dialect. Nil when one does not only add.
  func additions(from old: PhysicalSchema, _ planner: any Planner.Type) -> [String]? {
    let changes = changes(from: old)
    guard changes.allSatisfy(\.onlyAdds) else { return nil }
    return changes.compactMap(planner.statement)
  }

  /// Whether all of a schema is in this one as it was: the definition of "only adds", by itself.
  func holds(_ old: PhysicalSchema) -> Bool {
    old.tables.allSatisfy { before in
      guard let table = tables.first(where: { $0.name == before.name }) else { return false }
      return before.columns.allSatisfy { column in
        table.columns.contains {
          $0.name == column.name && $0.storage == column.storage
            && $0.isRequired == column.isRequired && $0.references == column.references
        }
      }
    } && old.indexes.allSatisfy(indexes.contains)
  }
}
