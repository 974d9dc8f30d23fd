import IR
import Query
import Values

/// The database of one application without any dialect: tables and indexes by physical name.
public struct PhysicalSchema: Hashable, Sendable {
  public var tables: [PhysicalTable]
  public var indexes: [PhysicalIndex]

  /// The schema of nothing: creation is the diff from here.
  public static let empty = PhysicalSchema(tables: [], indexes: [])

  public init(tables: [PhysicalTable], indexes: [PhysicalIndex]) {
    self.tables = tables
    self.indexes = indexes
  }
}

/// A table; its columns begin with those of ``SystemColumn``.
public struct PhysicalTable: Hashable, Sendable {
  public var name: String
  public var columns: [PhysicalColumn]

  public init(name: String, columns: [PhysicalColumn]) {
    self.name = name
    self.columns = columns
  }
}

/// A column.
public struct PhysicalColumn: Hashable, Sendable {
  public var name: String
  public var storage: Storage
  public var isRequired: Bool
  /// Whether its contents follow from others: nothing is lost with them.
  public var isComputed: Bool
  /// The table that a reference points to.
  public var references: String?
  /// What existing rows receive when the column is added to them; no part of the column's identity.
  public var backfill: Value

  public init(
    name: String, storage: Storage, isRequired: Bool, isComputed: Bool = false,
    references: String? = nil, backfill: Value = .blank
  ) {
    self.name = name
    self.storage = storage
    self.isRequired = isRequired
    self.isComputed = isComputed
    self.references = references
    self.backfill = backfill
  }

  /// The text by which two versions of a column are compared.
  public var definition: String {
    storage.name + (isRequired ? " required" : "") + (references.map { " references \($0)" } ?? "")
      + (isComputed ? SchemaItem.computed : "")
  }
}

/// An index. The id stands at the end of one that is not unique, as the last sort key.
public struct PhysicalIndex: Hashable, Sendable {
  public var name: String
  public var table: String
  public var columns: [String]
  public var isUnique: Bool

  public init(name: String, table: String, columns: [String], isUnique: Bool) {
    self.name = name
    self.table = table
    self.columns = columns
    self.isUnique = isUnique
  }

  /// The text by which two versions of an index are compared.
  public var definition: String {
    (isUnique ? "unique " : "") + "on \(table) (" + columns.joined(separator: ", ") + ")"
  }
}
