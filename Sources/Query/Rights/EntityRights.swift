/// What one role, or everyone, may do with one entity. What actions imply each other the compiler
/// has worked out; an action that is left out is not given.
public struct Clause: Sendable {
  /// Who is meant: whoever holds one of the roles with these bits; all bits for everyone.
  public let roles: UInt64
  private let rows: [RowRule]
  /// By column, when it is hidden, shown with stars, or not to be changed.
  public let hide: [Int: RowRule]
  public let mask: [Int: RowRule]
  public let lock: [Int: RowRule]

  public static let everyone = UInt64.max

  public init(
    roles: UInt64, read: RowRule = .none, create: RowRule = .none, update: RowRule = .none,
    delete: RowRule = .none, export: RowRule = .none, load: RowRule = .none,
    print: RowRule = .none, assign: RowRule = .none, comment: RowRule = .none,
    hide: [Int: RowRule] = [:], mask: [Int: RowRule] = [:], lock: [Int: RowRule] = [:]
  ) {
    self.roles = roles
    rows = [read, create, update, delete, export, load, print, assign, comment]
    self.hide = hide
    self.mask = mask
    self.lock = lock
  }

  /// A clause that gives everything.
  public static func everything(to roles: UInt64) -> Clause {
    Clause(
      roles: roles, read: .all, create: .all, update: .all, delete: .all, export: .all,
      load: .all, print: .all, assign: .all, comment: .all)
  }

  /// The rows for which it gives an action.
  public func rule(_ action: Action) -> RowRule { rows[Int(action.rawValue)] }
}

/// Who may do what with the records of an entity; generated entities have one each.
public final class EntityRights: Sendable {
  /// The column of who owns a record.
  public let owner: Int
  /// The column of its department; nil when it is that of the owner.
  public let department: Int?
  /// Whether people may share single records.
  public let sharing: Bool
  /// Whether they are those of the records above whose rows the records are, and no others.
  public let areOfAbove: Bool
  public let clauses: [Clause]

  /// `owner` nil: whoever created the record.
  public init(
    owner: Int? = nil, department: Int? = nil, sharing: Bool = false, areOfAbove: Bool = false,
    _ clauses: [Clause]
  ) {
    self.owner = owner ?? SystemColumn.createdBy
    self.department = department
    self.sharing = sharing
    self.areOfAbove = areOfAbove
    self.clauses = clauses
  }
}
