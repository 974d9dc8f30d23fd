/// A table and the rights to it; generated entities are these.
public protocol Governed: Sendable {
  static var table: Table { get }
  /// Who may do what with its records; what is not given there nobody may.
  static var rights: EntityRights { get }
}

/// The proof that a principal may do an action on a table, and on which rows and columns.
///
/// Every query and every change takes one. It has no public initialiser: ``authorize(_:_:on:)``
/// alone makes it, and the composer folds its rows and columns into each statement.
public struct Authorization: Sendable {
  public let principal: Principal
  public let action: Action
  public let table: Table
  let grant: Grant

  fileprivate init(principal: Principal, action: Action, table: Table, grant: Grant) {
    self.principal = principal
    self.action = action
    self.table = table
    self.grant = grant
  }

  /// Whether this column may be read on every row that the principal may read, and so may stand
  /// anywhere: in a filter, an order, a search, a key, a title.
  public func mayRead(_ column: Int) -> Bool { grant.readable.contains(column) }

  /// Whether this column may stand among the outputs of a query: on some rows at least it is seen,
  /// be it with stars.
  public func mayShow(_ column: Int) -> Bool {
    if case .hidden = grant.sights[column] { return false }
    return true
  }

  /// How much is seen of a column; nil when it depends on the row.
  public func shown(_ column: Int) -> Shown? {
    switch grant.sights[column] {
    case .full: return .full
    case .masked: return .masked
    case .hidden: return .hidden
    case .by: return nil
    }
  }

  /// Whether this column may be written on some of the rows of the action.
  public func mayWrite(_ column: Int) -> Bool { grant.writable[column] != .nothing }

  /// Whether it depends on the row of the action whether this column may be written.
  public func writingDepends(on column: Int) -> Bool {
    grant.writable[column].map { $0 != .nothing } ?? false
  }

  /// Whether the action may be done on every record.
  public var reachesAll: Bool { grant.rows == .everything }

  /// What is made of the proof once and kept with it. There is room for one such thing: whoever
  /// asks for another kind makes it anew.
  public func remembered<Made: Sendable>(_ make: () -> Made) -> Made {
    if let known = grant.memory.withLock({ $0 }) as? Made { return known }
    let made = make()
    grant.memory.withLock { $0 = made }
    return made
  }

  /// The references by which the action is given: who sets one moves the record to where other
  /// rights may hold.
  public func reaches(through column: Int) -> Bool { grant.passages.contains(column) }
}

/// How much of a value is seen.
public enum Shown: Int64, Hashable, Sendable {
  case hidden, masked, full
}

/// The only maker of ``Authorization``: asks the entity's rights and the scope of the token that
/// was shown, and denies by default.
public func authorize(
  _ principal: Principal, _ action: Action, on entity: any Governed.Type
) -> Authorization? {
  let table = entity.table
  // Not where rights reach into other entities: those are the person's own.
  if let scope = principal.standing.scope, !scope.allows(action, on: table.name) { return nil }
  guard let grant = principal.standing.grant(action, entity.rights, table) else { return nil }
  return Authorization(principal: principal, action: action, table: table, grant: grant)
}

/// The proof for the server's own tables (users, sessions, counters, schema), which no request
/// can name. It goes only with statements whose text is a literal of the program.
public struct SystemAuthority: Sendable {
  /// Why the server acts for itself; appears in traces.
  public let purpose: StaticString
  public init(_ purpose: StaticString) { self.purpose = purpose }
}

/// A statement of the server itself: its text is a literal, values are bound.
public struct SystemStatement: Sendable {
  public let sql: StaticString
  public init(_ sql: StaticString) { self.sql = sql }
}
