/// The access tokens of a person, and the form that makes one: it posts `csrf`, `token` (the
/// form's own), `name`, `days` (nothing: never) and `read_only` to `/me/tokens`. Revoking posts
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

    public init(
      id: Int64, name: String, isReadOnly: Bool, expiresAt: Int64?, isOver: Bool,
      lastUsedAt: Int64?
    ) {
      self.id = id
      self.name = name
      self.isReadOnly = isReadOnly
      self.expiresAt = expiresAt
      self.isOver = isOver
      self.lastUsedAt = lastUsedAt
    }
  }

  /// What came of the form.
  public enum Outcome: Sendable {
    /// The new token, to be seen this once.
    case made(String)
    /// The form was sent before.
    case sentAlready
    case unnamed
    case tooMany(Int)
  }

  public var entries: [Entry]
  public var outcome: Outcome?
  /// Lets the form make one token.
  public var formToken: String
  /// What was typed as name.
  public var name: String

  /// How many days a token may last, in the order offered.
  public static let days = [30, 90, 365]

  public init(entries: [Entry], outcome: Outcome?, formToken: String, name: String = "") {
    self.entries = entries
    self.outcome = outcome
    self.formToken = formToken
    self.name = name
  }
}
