import Diagnostics

/// A list of one entity's records.
public struct View: Sendable {
  public let id: StableID
  /// The name without its entity: `all` of `customer.all`.
  public let name: String
  /// Of which the records are.
  public let entity: StableID
  public let label: Words
  public let columns: [Column]
  /// Columns by which the reader may filter, in the order offered.
  public let filters: [Column]
  /// Orders offered; the first is the one the list opens with.
  public let sorts: [Sort]
  public let origin: Span

  public init(
    id: StableID, name: String, entity: StableID, label: Words, columns: [Column],
    filters: [Column],
    sorts: [Sort], origin: Span
  ) {
    self.id = id
    self.name = name
    self.entity = entity
    self.label = label
    self.columns = columns
    self.filters = filters
    self.sorts = sorts
    self.origin = origin
  }

  /// A declared field or one of those that every record has.
  public enum Column: Hashable, Sendable {
    /// Index into the entity's fields.
    case field(Int)
    case createdAt
    case updatedAt
  }

  /// One order: a column and its direction.
  public struct Sort: Hashable, Sendable {
    public let column: Column
    public let descending: Bool
    public init(column: Column, descending: Bool) {
      self.column = column
      self.descending = descending
    }
  }
}
