/// The access tokens of a person, and the form that makes one: it posts `csrf`, `token` (the
/// form's own), `name`, `days` (nothing: never), `read_only`,
/// `reach` (`all` or `some`) and for each
/// action on an entity `may` (`customer.read`) to `/me/tokens`. Revoking posts
/// `csrf` to `/me/tokens/{id}/revoke`.
public struct TokensPage: Sendable {
  /// A token, moments in the reader's zone.
  public struct Entry: Sendable {
    public var id: Int64
    public var name: String
    public var isReadOnly: Bool
    public var expiresAt: Int64?
    public var isOver: Bool
    public var lastUsedAt: Int64?
    /// What it is limited to; nil for all that its maker may do.
    public var scope: [Reach]?

    public init(
      id: Int64, name: String, isReadOnly: Bool, expiresAt: Int64?, isOver: Bool,
      lastUsedAt: Int64?, scope: [Reach]? = nil
    ) {
      self.id = id
      self.name = name
      self.isReadOnly = isReadOnly
      self.expiresAt = expiresAt
      self.isOver = isOver
      self.lastUsedAt = lastUsedAt
      self.scope = scope
    }
  }

  /// What a token may do with one entity.
  public struct Reach: Sendable {
    /// The entity's label.
    public var entity: String
    public var actions: [TokenAction]

    public init(entity: String, actions: [TokenAction]) {
      self.entity = entity
      self.actions = actions
    }
  }

  /// What came of the form.
  public enum Outcome: Sendable {
    /// The new token, to be seen this once.
    case made(String)
    /// The form was sent before.
    case sentAlready
    case unnamed
    /// Limited to nothing.
    case emptyScope
    case tooMany(Int)
  }

  public var entries: [Entry]
  public var outcome: Outcome?
  /// Lets the form make one token.
  public var formToken: String
  /// The entities that it can be limited to.
  public var entities: [ModuleLink]
  /// What was typed as name.
  public var name: String

  /// How many days a token may last, in the order offered.
  public static let days = [30, 90, 365]

  public init(
    entries: [Entry], outcome: Outcome?, formToken: String, entities: [ModuleLink] = [],
    name: String = ""
  ) {
    self.entries = entries
    self.outcome = outcome
    self.formToken = formToken
    self.entities = entities
    self.name = name
  }
}

/// What a token can be limited to on an entity.
public enum TokenAction: String, CaseIterable, Sendable {
  case read, create, update, delete, export, comment

  var phrase: Phrase {
    switch self {
    case .read: return .mayRead
    case .create: return .mayCreate
    case .update: return .mayUpdate
    case .delete: return .mayDelete
    case .export: return .mayExport
    case .comment: return .mayComment
    }
  }
}
