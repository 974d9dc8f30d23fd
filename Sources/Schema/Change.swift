/// The closed set of changes between two schemas.
public enum Change: Hashable, Sendable {
  case createTable(PhysicalTable)
  case addColumn(table: String, PhysicalColumn)
  case createIndex(PhysicalIndex)
  /// The column refers to records of the table that it names.
  case addForeignKey(table: String, PhysicalColumn)
  case dropTable(PhysicalTable)
  case dropColumn(table: String, PhysicalColumn)
  case alterColumn(table: String, from: PhysicalColumn, to: PhysicalColumn)
  case dropIndex(PhysicalIndex)

  /// Whether the change only adds: nothing stored can be lost by it.
  public var onlyAdds: Bool {
    switch self {
    case .createTable, .addColumn, .createIndex, .addForeignKey: return true
    case .dropTable, .dropColumn, .alterColumn, .dropIndex: return false
    }
  }
}

extension PhysicalSchema {
  /// What turns `old` into this schema, in an order in which each change can be carried out:
  /// indexes dropped; tables, columns, foreign keys, indexes made; columns and tables dropped.
  public func changes(from old: PhysicalSchema) -> [Change] {
    let oldTables = Dictionary(uniqueKeysWithValues: old.tables.map { ($0.name, $0) })
    let oldIndexes = Dictionary(uniqueKeysWithValues: old.indexes.map { ($0.name, $0) })
    let newTables = Dictionary(uniqueKeysWithValues: tables.map { ($0.name, $0) })
    let newIndexes = Dictionary(uniqueKeysWithValues: indexes.map { ($0.name, $0) })
    var changes: [Change] = []
    for index in old.indexes where newIndexes[index.name]?.definition != index.definition {
      changes.append(.dropIndex(index))
    }
    for table in tables {
      if let before = oldTables[table.name] {
        changes += table.additions(from: before)
      } else {
        changes.append(.createTable(table))
      }
    }
    for table in tables {
      for column in table.columns where column.references != nil {
        if oldTables[table.name]?.columns.contains(where: { $0.name == column.name }) == true {
          continue
        }
        changes.append(.addForeignKey(table: table.name, column))
      }
    }
    for index in indexes where oldIndexes[index.name]?.definition != index.definition {
      changes.append(.createIndex(index))
    }
    for table in old.tables {
      if let after = newTables[table.name] {
        changes += after.removals(from: table)
      } else {
        changes.append(.dropTable(table))
      }
    }
    return changes
  }
}

extension PhysicalTable {
  fileprivate func additions(from old: PhysicalTable) -> [Change] {
    columns.compactMap { column in
      guard let before = old.columns.first(where: { $0.name == column.name }) else {
        return .addColumn(table: name, column)
      }
      if before.definition == column.definition { return nil }
      return .alterColumn(table: name, from: before, to: column)
    }
  }

  fileprivate func removals(from old: PhysicalTable) -> [Change] {
    old.columns.filter { column in !columns.contains { $0.name == column.name } }
      .map { .dropColumn(table: name, $0) }
  }
}
