import Diagnostics
import Emit
import IR

extension CheckResult {
  /// The same for those who want files: what is understood and has no back end so far is an error.
  public var forBuilding: CheckResult {
    guard let application else { return self }
    let mistakes = Unbuilt.mistakes(application)
    guard !mistakes.isEmpty else { return self }
    var bag = DiagnosticBag()
    for mistake in mistakes { bag.report(mistake) }
    return refused(by: bag.diagnostics)
  }
}

/// What no back end takes so far.
private enum Unbuilt {
  static func mistakes(_ application: Application) -> [RuleMistake] {
    var result: [RuleMistake] = []
    func add(_ zh: String, _ en: String, _ span: Span) {
      result.append(.notBuiltYet(Message(zh: zh, en: en), at: span))
    }
    for (word, expression) in Emitter(application).unbuiltValues {
      add("计算值里的 `\(word)`", "`\(word)` in a computed value", expression.origin)
    }
    for entity in application.entities {
      for field in entity.fields {
        for (key, rule) in field.rules.all {
          if case .literal(.boolean(false)) = rule.kind { continue }
          if let reason = reason(key) {
            add(reason.zh, reason.en, rule.origin)
          } else if key != "value", key != "where", readsLive(rule, application) {
            add("用到读取时计算的值的表达式", "an expression over a live value", rule.origin)
          }
        }
      }
      for check in entity.checks where readsLive(check.must, application) {
        add("用到读取时计算的值的检查", "a check over a live value", check.origin)
      }
    }
    return result
  }

  /// Why a field's expression under a key is not built; nil when it is.
  private static func reason(_ key: String) -> Message? {
    switch key {
    case "default", "required", "hidden", "read_only", "value", "where": return nil
    default: return Message(zh: "`\(key)` 里的表达式", en: "an expression under `\(key)`")
    }
  }

  /// Whether it reads what the database does not hold.
  private static func readsLive(_ rule: Expression, _ application: Application) -> Bool {
    rule.reads.contains { read in
      guard case .field(let id) = read.member else { return false }
      return application.entity(read.entity).fields.contains { $0.id == id && $0.rules.isLive }
    }
  }
}
