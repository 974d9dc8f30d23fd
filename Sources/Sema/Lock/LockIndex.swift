import IR

/// A lock prepared for looking up. The same object means the same lock.
public final class LockIndex: Sendable {
  public let lock: Lock
  /// All identities, those of items no longer declared too.
  let identities: Set<StableID>
  /// Names taken in a scope, folded.
  let taken: [String: Set<String>]

  public init(_ lock: Lock) {
    self.lock = lock
    identities = Set(lock.items.values.map(\.id))
    var taken: [String: Set<String>] = [:]
    for (key, item) in lock.items where item.physicalName != LockResolver.none {
      taken[LockResolver.scope(of: key), default: []].insert(
        PhysicalName.folded(item.physicalName))
    }
    self.taken = taken
  }
}
