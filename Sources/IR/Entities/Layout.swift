import Diagnostics

/// Records of another entity that belong to each record of this one and are edited with it.
public struct Subform: Sendable {
  public let name: String
  public let label: Words
  public let help: Words?
  /// The entity of the rows.
  public let entity: StableID
  /// The field of the rows that refers to this entity: an index into their fields.
  public let by: Int
  /// What is shown of a row: indices into its fields.
  public let columns: [Int]
  public let origin: Span

  public init(
    name: String, label: Words, help: Words?, entity: StableID, by: Int, columns: [Int],
    origin: Span
  ) {
    self.name = name
    self.label = label
    self.help = help
    self.entity = entity
    self.by = by
    self.columns = columns
    self.origin = origin
  }
}

/// Fields and subforms that stand together under a heading.
public struct Section: Sendable {
  /// Nil for those without a heading.
  public let label: Words?
  public let items: [Item]
  /// To whom it is offered; nil when to all.
  public let offer: Offer?

  public enum Item: Hashable, Sendable {
    /// Index into the entity's fields.
    case field(Int)
    /// Index into the entity's subforms.
    case subform(Int)
  }

  public init(label: Words?, items: [Item], offer: Offer? = nil) {
    self.label = label
    self.items = items
    self.offer = offer
  }
}

/// A group of entities in the menu.
public struct MenuGroup: Sendable {
  public let name: String
  /// Nil for a menu that is one group without a heading.
  public let label: Words?
  public let icon: String?
  public let entities: [StableID]
  /// To whom it is offered; nil when to all.
  public let offer: Offer?

  public init(
    name: String, label: Words?, icon: String?, entities: [StableID], offer: Offer? = nil
  ) {
    self.name = name
    self.label = label
    self.icon = icon
    self.entities = entities
    self.offer = offer
  }
}
