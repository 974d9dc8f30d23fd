import IR

/// Gives each item of one unit its identity and its name in the database: those in the lock when it
/// was seen before, new ones otherwise.
struct LockResolver {
  private let index: LockIndex
  /// What the lock does not hold yet, in the order asked for.
  private(set) var newItems: [(key: Lock.Key, item: Lock.Item)] = []
  /// Identities that may not be given.
  private var identities: Set<StableID>
  /// Names given here, by scope, folded: SQLite compares names without case.
  private var taken: [String: Set<String>] = [:]

  /// `reserved` are identities that other units were given.
  init(_ index: LockIndex, reserved: Set<StableID> = []) {
    self.index = index
    identities = reserved
  }

  /// The physical name of what the schema does not hold.
  static let none = "-"

  /// The identity of an item without a name in the database.
  mutating func identity(_ kind: Lock.Kind, _ path: String) -> StableID {
    let key = Lock.Key(kind, path)
    if let item = index.lock.items[key] { return item.id }
    let id = newIdentity(kind, path)
    newItems.append((key, Lock.Item(id: id, physicalName: LockResolver.none)))
    return id
  }

  /// Identity and physical name of an item whose name should be `name`.
  mutating func item(_ kind: Lock.Kind, _ path: String, name: String) -> Lock.Item {
    let key = Lock.Key(kind, path)
    let known = index.lock.items[key]
    if let known, known.physicalName != LockResolver.none { return known }
    let id = known?.id ?? newIdentity(kind, path)
    let scope = LockResolver.scope(of: key)
    let physical = PhysicalName.make(name, kind: kind, id: id) { candidate in
      let folded = PhysicalName.folded(candidate)
      return index.taken[scope]?.contains(folded) ?? false
        || taken[scope]?.contains(folded) ?? false
    }
    taken[scope, default: []].insert(PhysicalName.folded(physical))
    let item = Lock.Item(id: id, physicalName: physical)
    newItems.append((key, item))
    return item
  }

  /// Tables and indexes share one space, columns have their table's, options their field's.
  static func scope(of key: Lock.Key) -> String {
    switch key.kind {
    case .entity, .unique, .role, .view: return ""
    case .field, .option:
      let path = key.path.utf8
      let end = path.lastIndex(of: UInt8(ascii: ".")) ?? path.endIndex
      return key.kind.rawValue + " " + String(key.path[..<end])
    }
  }

  /// The first identity of the item that no other has.
  private mutating func newIdentity(_ kind: Lock.Kind, _ path: String) -> StableID {
    var attempt = 0
    while true {
      let id = Lock.identity(of: Lock.Key(kind, path), attempt: attempt)
      if !index.identities.contains(id), identities.insert(id).inserted { return id }
      attempt += 1
    }
  }
}
