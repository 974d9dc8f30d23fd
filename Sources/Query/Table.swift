import Synchronization
import Values

/// One entity's table as queries see it. A column's index is the field's index everywhere: in
/// generated code, in queries and in proofs. Tables are made once at start and compared by
/// identity.
public final class Table: Hashable, Sendable {
  /// The physical name, unquoted.
  public let name: String
  /// System columns first (see ``SystemColumn``), then the declared fields in declared order.
  public let columns: [Column]
  /// Which table it is among all that were made, so that a statement kept for one that is gone
  /// is never taken for another's, as an address would be.
  let number: Int

  private static let made = Atomic(0)

  public init(name: String, fields: [Column]) {
    self.name = name
    self.columns = SystemColumn.columns + fields
    number = Table.made.add(1, ordering: .relaxed).newValue
  }

  public static func == (a: Table, b: Table) -> Bool { a === b }
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }

  /// All column indices.
  public var allColumns: ColumnSet { ColumnSet(columns.indices) }
}

/// One column: physical name, storage, and whether it is never blank.
public struct Column: Hashable, Sendable {
  /// The physical name, unquoted.
  public let name: String
  public let storage: Storage
  /// NOT NULL in the database: keyset pages then need no step for blanks.
  public let isRequired: Bool
  /// What it is worked out by on reading; nil for a column that the database holds.
  public let expression: CompiledExpression?
  /// How its text is shown to those who may see only a part of it.
  public let mask: Mask

  public init(
    name: String, storage: Storage, isRequired: Bool, expression: CompiledExpression? = nil,
    mask: Mask = .text
  ) {
    self.name = name
    self.storage = storage
    self.isRequired = isRequired
    self.expression = expression
    self.mask = mask
  }
}

/// The columns that every table begins with.
public enum SystemColumn {
  /// Primary key, given by the database, never used again.
  public static let id = 0
  /// 1 at creation, one more with each change: the entity tag of HTTP.
  public static let version = 1
  public static let createdAt = 2
  /// The user who created the record; blank when the system did.
  public static let createdBy = 3
  public static let updatedAt = 4
  public static let updatedBy = 5
  /// How many there are; declared fields begin at this index.
  public static let count = 6

  public static let columns: [Column] = [
    Column(name: "id", storage: .reference, isRequired: true),
    Column(name: "version", storage: .integer, isRequired: true),
    Column(name: "created_at", storage: .dateTime, isRequired: true),
    Column(name: "created_by", storage: .reference, isRequired: false),
    Column(name: "updated_at", storage: .dateTime, isRequired: true),
    Column(name: "updated_by", storage: .reference, isRequired: false),
  ]
}

/// A set of column indices of one table, as bits.
public struct ColumnSet: Hashable, Sendable {
  private var words: [UInt64] = []

  public init() {}

  public init(_ indices: some Sequence<Int>) {
    for index in indices { insert(index) }
  }

  public mutating func insert(_ index: Int) {
    while words.count <= index / 64 { words.append(0) }
    words[index / 64] |= 1 << UInt64(index % 64)
  }

  public func contains(_ index: Int) -> Bool {
    index / 64 < words.count && words[index / 64] & (1 << UInt64(index % 64)) != 0
  }
}
