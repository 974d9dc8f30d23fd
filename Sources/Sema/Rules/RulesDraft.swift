import IR

/// What expressions say of an entity.
struct RulesDraft {
  /// By the field's index in its entity.
  var fields: [Int: FieldRules] = [:]
  var checks: [Check] = []
  var notOverlapping: [NotOverlapping] = []

  /// The entity with its rules.
  func applied(to entity: Entity) -> Entity {
    var result = entity
    for (index, rules) in fields { result.fields[index].rules = rules }
    result.checks = checks
    result.notOverlapping = notOverlapping
    return result
  }
}
