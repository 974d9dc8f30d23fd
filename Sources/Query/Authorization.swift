/// Who acts: a signed-in person and the roles held at this moment.
public struct Principal: Hashable, Sendable {
  /// The person's user id.
  public let user: Int64
  public let roles: RoleSet

  public init(user: Int64, roles: RoleSet) {
    self.user = user
    self.roles = roles
  }
}

/// A set of roles by their index in the application, at most 64.
public struct RoleSet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }
  public init(role index: Int) { rawValue = 1 << UInt64(index) }
}

/// What one may do with the records of an entity.
public enum Action: UInt8, Hashable, Sendable, CaseIterable {
  case read, create, update, delete
}

/// What a policy allows: on which rows, which columns may be read and which written. A class, so
/// that the proofs that carry it are cheap to pass on.
public final class Grant: Sendable {
  public let rows: Predicate
  public let readable: ColumnSet
  public let writable: ColumnSet

  public init(rows: Predicate, readable: ColumnSet, writable: ColumnSet) {
    self.rows = rows
    self.readable = readable
    self.writable = writable
  }
}

/// A table and the policy over it; generated entities are these.
public protocol Governed: Sendable {
  static var table: Table { get }
  /// What the principal may do, or nil when nothing.
  static func grant(_ action: Action, to principal: Principal) -> Grant?
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

  /// Whether this column may be read.
  public func mayRead(_ column: Int) -> Bool { grant.readable.contains(column) }
  /// Whether this column may be written.
  public func mayWrite(_ column: Int) -> Bool { grant.writable.contains(column) }
}

/// The only maker of ``Authorization``: asks the entity's policy, and denies by default.
public func authorize(
  _ principal: Principal, _ action: Action, on entity: any Governed.Type
) -> Authorization? {
  guard let grant = entity.grant(action, to: principal) else { return nil }
  return Authorization(
    principal: principal, action: action, table: entity.table, grant: grant)
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
