import Query

extension SchemaItem {
  /// The kind: what stands before the first space of a key.
  static func kind(_ key: String) -> Substring { key.prefix { $0 != " " } }

  /// The name: what stands after it.
  static func name(_ key: String) -> Substring { key.drop { $0 != " " }.dropFirst() }

  /// Table and column of a column's key.
  static func column(_ key: String) -> (table: Substring, column: Substring) {
    let name = name(key)
    return (name.prefix { $0 != "." }, name.drop { $0 != "." }.dropFirst())
  }
}

/// What stands against one item of a schema.
public struct SchemaConflict: Hashable, Sendable {
  /// Why the item cannot be applied.
  public enum Reason: Hashable, Sendable {
    /// The database has it and the application no longer does: its contents would be lost.
    case removed
    /// The database has it with another definition (`recorded`): its contents might be lost.
    case changed(recorded: String)
    /// A new column must have a value, and there are rows without one.
    case needsValue
    /// A new unique index, and there are rows with equal values.
    case duplicates
    /// A new rule that rows do not overlap, and some do: the ids of the first few pairs.
    case overlapping([[Int64]])
  }

  /// The key of the item, such as `column customer.name`.
  public let key: String
  public let reason: Reason
  /// Rows concerned: of a table all; of a column those where it is not blank, or for `needsValue`
  /// all; of a new index those with equal values; of an old index none;
  /// of rows that overlap the pairs.
  public let count: Int
}

/// Why a schema was not applied. Nothing was changed.
public enum SchemaRefusal: Error, Hashable, Sendable {
  /// The database holds what the application does not fit, in the order of the items; removed
  /// items come last, by key.
  case conflicts([SchemaConflict])
  /// The database failed, or refused a statement of the item with this key.
  case failed(key: String?, DatabaseError)
}
