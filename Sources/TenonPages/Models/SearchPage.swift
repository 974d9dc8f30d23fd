import Values

/// What was found across all entities.
public struct SearchPage: Sendable {
  /// What was typed.
  public let typed: String
  /// What of it is searched; nil when there is nothing to search for.
  public let words: SearchWords?
  public let groups: [SearchGroup]

  public init(typed: String, words: SearchWords?, groups: [SearchGroup]) {
    self.typed = typed
    self.words = words
    self.groups = groups
  }
}

/// The hits of one entity.
public struct SearchGroup: Sendable {
  public let entity: ModuleLink
  public let items: [SearchItem]
  /// How many hits were counted, those not shown included.
  public let count: Int
  /// Whether there are more than were counted.
  public let isMore: Bool

  public init(entity: ModuleLink, items: [SearchItem], count: Int, isMore: Bool) {
    self.entity = entity
    self.items = items
    self.count = count
    self.isMore = isMore
  }
}

/// One hit.
public struct SearchItem: Sendable {
  public let id: Int64
  public let title: String
  /// A field beside the title, with its label.
  public let label: String?
  public let detail: String?

  public init(id: Int64, title: String, label: String?, detail: String?) {
    self.id = id
    self.title = title
    self.label = label
    self.detail = detail
  }
}
