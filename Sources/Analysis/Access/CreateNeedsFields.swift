import Diagnostics
import IR

/// Can whoever may create records fill in what must be filled in?
enum CreateNeedsFields {
  static func verdicts(_ rights: Rights) -> [Verdict] {
    rights.policies.flatMap { policy in
      policy.mays.flatMap { may -> [Verdict] in
        guard let grant = may.grants[.create], case .role(let role) = may.holder else { return [] }
        let clauses = rights.clauses(of: policy.id, for: role).filter { !$0[.create].isNothing }
        return policy.fields.enumerated().compactMap { index, field in
          guard let field, field.isAwaited else { return nil }
          let limits = clauses.map { limit(of: index, $0) }
          guard let first = limits.first, let limit = first, limits.allSatisfy({ $0 != nil }) else {
            return .proved
          }
          guard rights.isKnown(policy) else { return .notAnalysed }
          return .refuted(
            RightsMistake.createNeedsField(
              role: rights.roles[role].name, field: field.name, limit: limit, at: grant.origin))
        }
      }
    }
  }

  /// The keyword that always keeps holders of a clause from filling in a field.
  private static func limit(of field: Int, _ clause: Clause) -> String? {
    func holds(_ limits: [FieldLimit]) -> Bool {
      limits.contains { $0.field == field && $0.when.isAll }
    }
    return holds(clause.hide) ? "hide" : holds(clause.lock) ? "lock" : nil
  }
}
