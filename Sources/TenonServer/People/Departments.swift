import Synchronization
import TenonDatabase

/// The tree of departments and who heads them. It is kept at hand until a person, a department or
/// a position changes, which ``Sessions`` hears of.
final class Departments: Sendable {
  private let database: Database
  private let kept = Mutex(Kept())

  private struct Kept {
    var tree: DepartmentTree?
    /// Raised whenever it is forgotten: what was read before is not kept after.
    var changes: UInt64 = 0
  }

  init(_ database: Database) { self.database = database }

  func forget() {
    kept.withLock { kept in
      kept.changes += 1
      kept.tree = nil
    }
  }

  private static let authority = SystemAuthority("departments of people")
  private static let places = SystemStatement(
    """
    SELECT department, 0 FROM tenon_user WHERE id = ? AND department IS NOT NULL
    UNION ALL SELECT department, head FROM tenon_position WHERE person = ?
    """)

  /// The person as the rights know one: with the departments that count at this moment.
  func principal(
    _ user: Int64, roles: RoleSet, actor: Int64? = nil, isReadOnly: Bool = false,
    _ session: Session
  ) throws -> Principal {
    var departments: [Int64] = []
    let tree = try tree(session)
    var headed = tree.headed(by: user)
    try session.rows(
      Departments.places, [.integer(user), .integer(user)], Departments.authority
    ) { row in
      departments.append(row.integer(0))
      if row.integer(1) == 1 { headed.append(row.integer(0)) }
    }
    return Principal(
      user: user, roles: roles, departments: Set(departments).sorted(),
      below: tree.withBelow(departments), headed: tree.withBelow(headed), actor: actor,
      isReadOnly: isReadOnly)
  }

  private func tree(_ session: Session) throws -> DepartmentTree {
    let (known, changes) = kept.withLock { ($0.tree, $0.changes) }
    if let known, database.isListening { return known }
    let tree = try DepartmentTree(session)
    kept.withLock { if $0.changes == changes { $0.tree = tree } }
    return tree
  }
}

/// Departments by id: which lie directly below each, and who heads which.
struct DepartmentTree: Sendable {
  private var children: [Int64: [Int64]] = [:]
  private var headed: [Int64: [Int64]] = [:]

  private static let all = SystemStatement("SELECT id, parent, head FROM tenon_department")

  init(_ session: Session) throws {
    var children: [Int64: [Int64]] = [:]
    var headed: [Int64: [Int64]] = [:]
    try session.rows(DepartmentTree.all, [], SystemAuthority("departments")) { row in
      if !row.isBlank(1) { children[row.integer(1), default: []].append(row.integer(0)) }
      if !row.isBlank(2) { headed[row.integer(2), default: []].append(row.integer(0)) }
    }
    self.children = children
    self.headed = headed
  }

  /// The departments of which someone is the head that the department itself names.
  func headed(by user: Int64) -> [Int64] { headed[user] ?? [] }

  /// These departments and all below them, ascending. Each once, so that a ring, which a database
  /// may hold from before rings were refused, comes to an end.
  func withBelow(_ departments: [Int64]) -> [Int64] {
    var found = Set(departments)
    var rest = departments
    while let department = rest.popLast() {
      for child in children[department] ?? [] where found.insert(child).inserted {
        rest.append(child)
      }
    }
    return found.sorted()
  }
}

/// No department comes to lie below itself.
struct DepartmentRing: RecordEffect {
  private static let parent = SystemStatement("SELECT parent FROM tenon_department WHERE id = ?")

  func apply(_ change: RecordChange, _ store: RecordStore) throws {
    guard change.entity.name == "department",
      let column = change.entity.meta.column(named: "parent"),
      var above = change.after?[column].integer, change.before?[column] != change.after?[column]
    else { return }
    var seen: Set<Int64> = [change.id]
    while seen.insert(above).inserted {
      var next: Int64?
      try store.session.rows(
        DepartmentRing.parent, [.integer(above)], SystemAuthority("rings of departments")
      ) { row in
        if !row.isBlank(0) { next = row.integer(0) }
      }
      guard let next else { return }
      above = next
    }
    // A ring of others above it is not this change's doing.
    if above == change.id { throw Refusal.invalid([("parent", .aboveItself)]) }
  }
}
