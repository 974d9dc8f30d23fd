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
        for (key, rule) in field.rules.all
        where key != "value" && key != "where" && readsLive(rule, application) {
          add("别的记录或修改前的 live 值", "a live value of another record or of `old`", rule.origin)
        }
      }
      for check in entity.checks {
        let texts = check.say.flatMap(\.text.expressions)
        for rule in [check.must] + texts where readsLive(rule, application) {
          add("别的记录或修改前的 live 值", "a live value of another record or of `old`", rule.origin)
        }
      }
    }
    return result
  }

  /// Whether it reads what the database does not hold, of another record or of what was before.
  private static func readsLive(_ rule: Expression, _ application: Application) -> Bool {
    rule.reads.contains { read in
      guard case .field(let id) = read.member, read.root != .record || !read.through.isEmpty else {
        return false
      }
      return application.entity(read.entity).fields.contains { $0.id == id && $0.rules.isLive }
    }
  }
}
