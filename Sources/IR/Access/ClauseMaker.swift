import Diagnostics

/// Makes the clauses of entities. Rows without an `access` of their own have the rights of the
/// record above them: one clause for each of its clauses, for the same holders. A role whose `may`
/// names an action for the rows has what stands there instead, were it nothing; one that only takes
/// fields away has these taken from what the record above gives.
///
/// Where fields are worked out of other records, what everyone has is taken once more for each
/// role, whose holders may read more of those.
struct ClauseMaker {
  private let policies: [StableID: EntityPolicy]
  private let roleCount: Int
  private var made: [StableID: [Clause]] = [:]
  /// The rows on the way up: subforms may stand in a ring.
  private var isOnWay: Set<StableID> = []

  init(_ policies: [EntityPolicy], roleCount: Int) {
    self.roleCount = roleCount
    self.policies = Dictionary(policies.map { ($0.id, $0) }) { first, _ in first }
  }

  mutating func clauses(of id: StableID) -> [Clause] {
    if let known = made[id] { return known }
    guard let policy = policies[id], isOnWay.insert(id).inserted else { return [] }
    defer { isOnWay.remove(id) }
    var result: [Clause]
    if policy.isInherited {
      let own = policy.mays.filter { !$0.grants.isEmpty }
      result = policy.above.flatMap { inherited(policy, $0) } + own
    } else {
      result = (policy.access?.clauses ?? []) + policy.mays
    }
    if policy.readsOthers {
      let everyones = result.filter { $0.holder == .everyone && !$0[.read].isNothing }
      for role in 0..<roleCount {
        result += everyones.map { $0.held(by: .role(role), isEveryones: true) }
      }
    }
    made[id] = result
    return result
  }

  private mutating func inherited(
    _ rows: EntityPolicy, _ above: EntityPolicy.Above
  ) -> [Clause] {
    clauses(of: above.entity).compactMap { clause in
      let may = rows.mays.first { $0.holder == clause.holder }
      if let may, may.namesActions { return nil }
      var grants: [AccessAction: Grant] = [:]
      for action in AccessAction.allCases {
        let needed: AccessAction
        switch action {
        case .read, .print, .comment: needed = .read
        case .export: needed = .export
        case .create, .update, .delete, .assign, .load: needed = .update
        }
        guard let grant = clause.grants[needed] else { continue }
        grants[action] = Grant(
          .reach(field: above.by, needed), at: grant.origin, follows: grant.follows)
      }
      if grants.isEmpty { return nil }
      return Clause(
        holder: clause.holder, source: .above(above.entity), grants: grants,
        hide: may?.hide ?? [], mask: may?.mask ?? [], lock: may?.lock ?? [],
        origin: may?.origin ?? clause.origin, isEveryones: clause.isEveryones)
    }
  }
}
