import Diagnostics
import IR
import Syntax

/// What roles say of one entity.
struct RightsDraft {
  /// What stands under `may`, as far as it is sound, in the order of the roles.
  var clauses: [Clause] = []
  /// Whether all of it is.
  var isKnown = true
  /// What it was made of.
  let mays: [May]

  func isMade(of mays: [May]) -> Bool {
    self.mays.count == mays.count && zip(self.mays, mays).allSatisfy { $0.isSame(as: $1) }
  }
}

extension Checker {
  /// Checks what roles say of an entity, now that its fields are known.
  func checkRights(_ draft: EntityDraft, _ id: StableID, _ mays: [May]) -> RightsDraft {
    var result = RightsDraft(mays: mays)
    guard !mays.isEmpty, let fields = fields(of: id) else { return result }
    for may in mays.sorted(by: { $0.role < $1.role }) {
      if let clause = clause(may, RightsReader(checker: self, draft: draft, fields: fields)) {
        result.clauses.append(clause)
      } else {
        result.isKnown = false
      }
    }
    return result
  }

  private func clause(_ may: May, _ reader: RightsReader) -> Clause? {
    let entry = may.entry
    if case .scalar = entry.value.content {
      return shorthand(entry).map { grants in
        Clause(
          holder: .role(may.role), source: .may, grants: Grant.resolved(grants),
          origin: entry.keySpan)
      }
    }
    guard let keyed = keyed(entry.value, Keywords.may, name: entry.key, at: entry.keySpan) else {
      return nil
    }
    if case .mapping(let entries) = entry.value.content, entries.isEmpty, entry.value.isComplete {
      report(ShapeMistake.emptyCollection(key: entry.key, at: entry.keySpan))
      return nil
    }
    let grants = reader.grants(keyed)
    let hide = reader.limits(.hide, keyed)
    let mask = reader.limits(.mask, keyed)
    let lock = reader.limits(.lock, keyed)
    guard !keyed.hasUnknownKeys, entry.value.isComplete, let grants, let hide, let mask, let lock
    else { return nil }
    return Clause(
      holder: .role(may.role), source: .may, grants: Grant.resolved(grants),
      namesActions: !grants.isEmpty, hide: hide, mask: mask, lock: lock, origin: entry.keySpan)
  }

  /// `read` or `all` for all records.
  private func shorthand(_ entry: YAMLEntry) -> [AccessAction: Grant]? {
    guard let word = entry.value.scalar else { return nil }
    if entry.value.isEmpty {
      if entry.value.isComplete {
        report(FormMistake.emptyValue(key: entry.key, at: entry.keySpan))
      }
      return nil
    }
    let actions: [AccessAction]
    switch word {
    case "read": actions = [.read]
    case "all": actions = AccessAction.allCases
    default:
      let words = [
        Candidate("read", also: Keyword.list("view readonly read_only see 只读 查看 读取 可见")),
        Candidate("all", also: Keyword.list("true everything full crud write manage 全部 所有 完全 管理")),
      ]
      report(
        LayoutMistake.unknownWord(
          word, key: entry.key, suggestions: nearest(to: word, among: words),
          at: entry.value.span))
      return nil
    }
    return Dictionary(uniqueKeysWithValues: actions.map { ($0, Grant(.all, at: entry.keySpan)) })
  }
}
