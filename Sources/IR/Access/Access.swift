import Diagnostics

/// Who may do what with all records of an entity and all their fields: what stands at the entity.
/// Deny by default: an action that nobody is given, nobody has.
public struct Access: Sendable {
  /// What is written, and where.
  public let given: [AccessAction: Given]
  public let origin: Span

  /// Who is given an action.
  public struct Given: Sendable {
    public let audience: Audience
    public let origin: Span

    public init(_ audience: Audience, at origin: Span) {
      self.audience = audience
      self.origin = origin
    }
  }

  public init(_ given: [AccessAction: Given], origin: Span) {
    self.given = given
    self.origin = origin
  }

  /// Who has an action, given by itself or with another one.
  public subscript(_ action: AccessAction) -> Audience {
    if let own = given[action] { return own.audience }
    return action.follows.map { self[$0] } ?? .nobody
  }

  /// Where an action is given, by itself or with another one.
  public func origin(of action: AccessAction) -> Span {
    given[action]?.origin ?? action.follows.map { origin(of: $0) } ?? origin
  }
}

/// What people do with records; the raw value is the keyword.
public enum AccessAction: String, Sendable, CaseIterable {
  case read, create, update, delete, export
  case load = "import"
  case print, assign, comment

  /// The action that gives this one where nothing else is said of it; nil for one that is never
  /// implied.
  public var follows: AccessAction? {
    switch self {
    case .print, .comment: return .read
    case .assign: return .update
    case .load: return .create
    case .read, .create, .update, .delete, .export: return nil
    }
  }
}

/// Who is meant by an access.
public enum Audience: Hashable, Sendable {
  /// Everyone who is signed in.
  case everyone
  /// People who hold one of these roles: indices into the application's roles, ascending.
  case roles([Int])
  case nobody
}
