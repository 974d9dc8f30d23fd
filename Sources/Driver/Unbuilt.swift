import Diagnostics
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
    for entity in application.entities {
      for field in entity.fields {
        for (key, rule) in field.rules.all {
          add("`\(key)` 里的表达式", "an expression under `\(key)`", rule.origin)
        }
        if let text = field.rules.initialText, text.expressions.isEmpty {
          add("带花括号的默认文字", "a default with braces", field.origin)
        }
      }
      for check in entity.checks { add("`checks`", "a check", check.origin) }
      for rule in entity.notOverlapping {
        add("`not_overlapping`", "`not_overlapping`", rule.origin)
      }
      if let value = entity.titleTemplate?.expressions.first {
        add("标题里的表达式", "an expression in a title", value.origin)
      }
    }
    return result
  }
}
