import IR
import Query
import Values

/// The database of one application without any dialect: tables and indexes by physical name.
public struct PhysicalSchema: Hashable, Sendable {
  public var tables: [PhysicalTable]
  public var indexes: [PhysicalIndex]
  /// What may not overlap; the server holds it, the database only serves it with an index.
  public var claims: [PhysicalClaim]

  /// The schema of nothing: creation is the diff from here.
  public static let empty = PhysicalSchema(tables: [], indexes: [])

  public init(
    tables: [PhysicalTable], indexes: [PhysicalIndex], claims: [PhysicalClaim] = []
  ) {
    self.tables = tables
    self.indexes = indexes
    self.claims = claims
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

/// Columns in which rows that agree may not overlap between two others.
public struct PhysicalClaim: Hashable, Sendable {
  public var table: String
  public var of: [String]
  public var from: String
  public var to: String

  public init(table: String, of: [String], from: String, to: String) {
    self.table = table
    self.of = of
    self.from = from
    self.to = to
  }

  /// `lease (unit) starts_on ends_on`.
  public var description: String {
    "\(table) (" + of.joined(separator: ", ") + ") \(from) \(to)"
  }

  /// Gives the ids of neighbours that overlap: when no neighbours do, nothing does. The same in
  /// both dialects.
  public var overlaps: String {
    let id = SQLText.quoted(SystemColumn.columns[SystemColumn.id].name)
    let (from, to) = (SQLText.quoted(from), SQLText.quoted(to))
    let of = of.map(SQLText.quoted)
    let filled = (of + [from]).map { "\($0) IS NOT NULL" }.joined(separator: " AND ")
    return """
      SELECT id, following FROM (
        SELECT \(id) AS id, \(to) AS ends, lead(\(id)) OVER neighbours AS following,
          lead(\(from)) OVER neighbours AS begins
        FROM \(SQLText.quoted(table))
        WHERE \(filled) AND (\(to) IS NULL OR \(to) > \(from))
        WINDOW neighbours AS (PARTITION BY \(of.joined(separator: ", ")) ORDER BY \(from), \(id))
      ) AS claims
      WHERE following IS NOT NULL AND (ends IS NULL OR ends > begins) ORDER BY id
      """
  }
}
