import IR

/// Gives each item its identity and its name in the database: those in the lock when it was seen
/// before, new ones otherwise.
struct LockResolver {
  private(set) var lock: Lock
  private var identities: Set<StableID>
  /// Names taken in a scope, in lower-case ASCII, for SQLite compares names without case.
  private var taken: [String: Set<String>] = [:]

  init(_ lock: Lock) {
    self.lock = lock
    identities = Set(lock.items.values.map(\.id))
    for (key, item) in lock.items where item.physicalName != LockResolver.none {
      taken[LockResolver.scope(of: key), default: []].insert(
        LockResolver.folded(item.physicalName))
    }
  }

  /// The physical name of what the schema does not hold.
  private static let none = "-"

  /// The identity of an item without a name in the database.
  mutating func identity(_ kind: Lock.Kind, _ path: String) -> StableID {
    let key = Lock.Key(kind, path)
    if let item = lock.items[key] { return item.id }
    let id = newIdentity(kind, path)
    lock.items[key] = Lock.Item(id: id, physicalName: LockResolver.none)
    return id
  }

  /// Identity and physical name of an item whose name should be `name`.
  mutating func item(_ kind: Lock.Kind, _ path: String, name: String) -> Lock.Item {
    let key = Lock.Key(kind, path)
    if let item = lock.items[key], item.physicalName != LockResolver.none { return item }
    let id = lock.items[key]?.id ?? newIdentity(kind, path)
    let scope = LockResolver.scope(of: key)
    let physical = PhysicalName.make(name, kind: kind, id: id) { candidate in
      taken[scope]?.contains(LockResolver.folded(candidate)) ?? false
    }
    taken[scope, default: []].insert(LockResolver.folded(physical))
    let item = Lock.Item(id: id, physicalName: physical)
    lock.items[key] = item
    return item
  }

  /// Tables and indexes share one space, columns have their table's, options their field's.
  private static func scope(of key: Lock.Key) -> String {
    switch key.kind {
    case .entity, .unique, .role, .view: return ""
    case .field, .option:
      let path = key.path.utf8
      let end = path.lastIndex(of: UInt8(ascii: ".")) ?? path.endIndex
      return key.kind.rawValue + " " + String(key.path[..<end])
    }
  }

  private static func folded(_ name: String) -> String { PhysicalName.folded(name) }

  /// The first identity of the item that no other has.
  private mutating func newIdentity(_ kind: Lock.Kind, _ path: String) -> StableID {
    var attempt = 0
    while true {
      let id = Lock.identity(of: Lock.Key(kind, path), attempt: attempt)
      if identities.insert(id).inserted { return id }
      attempt += 1
    }
  }
}
