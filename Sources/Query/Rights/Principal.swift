import Synchronization

/// Who acts: a signed-in person with the roles held and the departments that count. Cheap to copy:
/// all of it, and what was found out about the rights, stands in one object that goes with the
/// session.
public struct Principal: Sendable {
  let standing: Standing

  /// The person's user id; 0 for the server.
  public var user: Int64 { standing.user }
  public var roles: RoleSet { standing.roles }
  /// The person's departments: the own one and those of the positions.
  public var departments: [Int64] { standing.departments }
  /// These and all below them.
  public var below: [Int64] { standing.below }
  /// The departments that the person heads and all below them.
  public var headed: [Int64] { standing.headed }
  /// Who really acts: another person for one who stands in for this one, else the same.
  public var actor: Int64 { standing.actor }
  /// Whether nothing can be changed: an administrator looks with this person's eyes.
  public var isReadOnly: Bool { standing.isReadOnly }

  public init(
    user: Int64, roles: RoleSet, departments: [Int64] = [], below: [Int64] = [],
    headed: [Int64] = [], actor: Int64? = nil, isReadOnly: Bool = false
  ) {
    standing = Standing(
      user: user, roles: roles, departments: departments, below: below, headed: headed,
      actor: actor ?? user, isReadOnly: isReadOnly, acts: nil)
  }

  /// The same person with no more than a scope leaves.
  public func limited(to scope: Scope) -> Principal {
    Principal(
      standing: Standing(
        user: user, roles: roles, departments: departments, below: below, headed: headed,
        actor: actor, isReadOnly: isReadOnly, acts: standing.acts, scope: scope))
  }

  private init(standing: Standing) { self.standing = standing }

  /// The server itself, which may do everything; what it changes is this person's doing (0:
  /// nobody's).
  public init(for user: Int64 = 0, _ authority: SystemAuthority) {
    standing = Standing(
      user: user, roles: [], departments: [], below: [], headed: [], actor: user,
      isReadOnly: false, acts: authority)
  }
}

/// A set of roles by their index in the application, at most 64.
public struct RoleSet: OptionSet, Hashable, Sendable {
  public let rawValue: UInt64
  public init(rawValue: UInt64) { self.rawValue = rawValue }
  public init(role index: Int) { rawValue = 1 << UInt64(index) }
}

/// What a principal is, and the grants that were made for it.
final class Standing: Sendable {
  let user: Int64
  let roles: RoleSet
  let departments: [Int64]
  let below: [Int64]
  let headed: [Int64]
  let actor: Int64
  let isReadOnly: Bool
  /// Why the server acts for itself; nil for a person.
  let acts: SystemAuthority?
  /// What an access token leaves of the rights; nil for all of them.
  let scope: Scope?

  private let grants = Mutex<[Key: Entry]>([:])

  private struct Key: Hashable {
    let rights: ObjectIdentifier
    let action: Action
  }

  /// Keeps the rights, so that no others ever come to stand at their address.
  private struct Entry {
    let rights: EntityRights
    let grant: Grant?
  }

  init(
    user: Int64, roles: RoleSet, departments: [Int64], below: [Int64], headed: [Int64],
    actor: Int64, isReadOnly: Bool, acts: SystemAuthority?, scope: Scope? = nil
  ) {
    self.user = user
    self.roles = roles
    self.departments = departments
    self.below = below
    self.headed = headed
    self.actor = actor
    self.isReadOnly = isReadOnly
    self.acts = acts
    self.scope = scope
  }

  /// The grant for an action, made when it is asked for the first time.
  func grant(_ action: Action, _ rights: EntityRights, _ table: Table) -> Grant? {
    let key = Key(rights: ObjectIdentifier(rights), action: action)
    if let known = grants.withLock({ $0[key] }) { return known.grant }
    // Outside the lock: a right that reaches into another entity asks for that one's grant.
    let grant = GrantMaker(standing: self, rights: rights, table: table).grant(action)
    grants.withLock { $0[key] = Entry(rights: rights, grant: grant) }
    return grant
  }
}
