import Analysis
import Blueprint
import IR

import struct Blueprint.Words

extension Emitter {
  /// What the conditions in the rights of an entity say, clause by clause as they are generated.
  func ruleWords(_ entity: Entity) -> [RuleWords] {
    clauses(of: entity).enumerated().flatMap { index, group in
      let clause = group.clause
      let actions = AccessAction.allCases.flatMap {
        words($0.rawValue, clause[$0], index)
      }
      let limits = [("hide", clause.hide), ("mask", clause.mask), ("lock", clause.lock)]
      return actions
        + limits.flatMap { key, limits in
          limits.flatMap { words("\(key):\(entity.fields[$0.field].name)", $0.when, index) }
        }
    }
  }

  private func words(_ place: String, _ rule: IR.RowRule, _ clause: Int) -> [RuleWords] {
    rule.conditions.map { condition in
      let texts = application.languages.map { tag in
        BusinessWords(application, tag: tag).words(condition)
      }
      return RuleWords(clause: clause, place: place, words: Words(texts))
    }
  }
}
