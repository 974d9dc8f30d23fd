import Diagnostics
import IR

/// Does each `hide`, `mask` and `lock` keep its role from something? Only what is plain counts: a
/// clause without conditions that undoes it.
enum IdleLimits {
  static func verdicts(_ rights: Rights) -> [Verdict] {
    rights.policies.flatMap { policy in
      policy.mays.flatMap { may -> [Verdict] in
        guard case .role(let role) = may.holder else { return [] }
        let search = Search(policy: policy, role: role, may: may, rights: rights)
        return [(Key.hide, may.hide), (.mask, may.mask), (.lock, may.lock)].flatMap { key, limits in
          limits.map { search.verdict(key, $0) }
        }
      }
    }
  }

  private enum Key: String {
    case hide, mask, lock
  }

  /// Looks for what undoes the limits of one clause.
  private struct Search {
    let policy: EntityPolicy
    let role: Int
    let may: Clause
    let rights: Rights

    func verdict(_ key: Key, _ limit: FieldLimit) -> Verdict {
      guard let field = policy.fields[limit.field] else { return .notAnalysed }
      guard let reason = reason(key, limit, field) else { return .proved }
      return .refuted(
        FieldLimitMistake.idleLimit(
          key: key.rawValue, field: field.name, reason: reason, at: limit.origin))
    }

    private func reason(
      _ key: Key, _ limit: FieldLimit, _ field: EntityPolicy.FieldFacts
    ) -> Message? {
      if limit.when.isNothing {
        return Message(zh: "条件永远不成立", en: "its condition never holds")
      }
      if key != .hide, may.hide.contains(where: { $0.field == limit.field && $0.when.isAll }) {
        return Message(zh: "这个字段已经隐藏", en: "the field is hidden already")
      }
      if key == .lock, field.isAutomatic {
        return Message(zh: "这个字段由系统填写", en: "the system fills in this field")
      }
      // What follows needs to know all that gives rights to the role.
      guard rights.isKnown(policy) else { return nil }
      let clauses = rights.clauses(of: policy.id, for: role)
      let own = clauses.filter { $0.holder == may.holder && $0.source != .access }
      let actions: [AccessAction] =
        switch key {
        case .hide: [.read, .create]
        case .mask: [.read]
        case .lock: [.update, .create]
        }
      if own.allSatisfy({ clause in actions.allSatisfy { clause[$0].isNothing } }) {
        return key == .lock
          ? Message(
            zh: "这里没有给角色修改或新建的权限", en: "nothing here lets the role change or create records")
          : Message(zh: "这里没有给角色读取的权限", en: "nothing here lets the role read records")
      }
      return undone(key, limit.field, clauses)
    }

    /// Whether another clause gives all that the limit takes.
    private func undone(_ key: Key, _ field: Int, _ clauses: [Clause]) -> Message? {
      let others = clauses.filter { $0.source == .access || $0.holder == .everyone }
      func isFree(_ limits: [FieldLimit]) -> Bool { !limits.contains { $0.field == field } }
      let shown = others.first { clause in
        clause[.read].isAll && isFree(clause.hide) && (key == .hide || isFree(clause.mask))
      }
      guard let shown else { return nil }
      if key == .lock {
        guard others.contains(where: { $0[.update].isAll && isFree($0.lock) }) else { return nil }
        return who(
          shown, zh: "可以修改所有记录的所有字段", en: "may change all fields of all records")
      }
      return who(shown, zh: "可以读取所有记录的所有字段", en: "may read all fields of all records")
    }

    private func who(_ clause: Clause, zh: String, en: String) -> Message {
      clause.holder == .everyone
        ? Message(zh: "所有人都\(zh)", en: "everyone \(en)")
        : Message(
          zh: "按 `\(policy.name)` 的 `access`，这个角色\(zh)",
          en: "by `access` of `\(policy.name)` the role \(en)")
    }
  }
}
