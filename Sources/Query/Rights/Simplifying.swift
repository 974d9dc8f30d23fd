extension Predicate {
  /// All of these, without what says nothing new.
  static func all(_ parts: [Predicate]) -> Predicate {
    var kept: [Predicate] = []
    for part in parts {
      switch part {
      case .everything: continue
      case .nothing: return .nothing
      case .and(let inner): kept += inner.filter { !kept.contains($0) }
      default: if !kept.contains(part) { kept.append(part) }
      }
    }
    // What one part says alone, another that offers it as a choice need not say.
    kept = kept.filter { part in
      guard case .or(let choices) = part else { return true }
      return !kept.contains { $0 != part && choices.contains($0) }
    }
    if kept.contains(where: { kept.contains(.opposite(of: $0)) }) { return .nothing }
    return kept.isEmpty ? .everything : kept.count == 1 ? kept[0] : .and(kept)
  }

  /// Any of these, without what says nothing new; lists of values for one column become one.
  static func any(_ parts: [Predicate]) -> Predicate {
    var kept: [Predicate] = []
    for part in parts {
      switch part {
      case .nothing: continue
      case .everything: return .everything
      case .or(let inner): for one in inner { kept.join(one) }
      default: kept.join(part)
      }
    }
    kept = kept.filter { part in
      guard case .and(let needs) = part else { return true }
      return !kept.contains { $0 != part && needs.contains($0) }
    }
    if kept.contains(where: { kept.contains(.opposite(of: $0)) }) { return .everything }
    return kept.isEmpty ? .nothing : kept.count == 1 ? kept[0] : .or(kept)
  }

  /// What holds exactly when this one does not.
  static func opposite(of part: Predicate) -> Predicate {
    switch part {
    case .everything: return .nothing
    case .nothing: return .everything
    case .not(let inner): return inner
    default: return .not(part)
    }
  }
}

extension [Predicate] {
  /// Adds a choice; a list of values to the one for the same column.
  fileprivate mutating func join(_ part: Predicate) {
    switch part {
    case .among(let column, let more):
      for (index, other) in enumerated() {
        guard case .among(column, let values) = other else { continue }
        self[index] = .among(column, values + more.filter { !values.contains($0) })
        return
      }
    case .belongs(let column, let more):
      for (index, other) in enumerated() {
        guard case .belongs(column, let departments) = other else { continue }
        self[index] = .belongs(
          column, departments + more.filter { !departments.contains($0) })
        return
      }
    default: break
    }
    if !contains(part) { append(part) }
  }
}
