import Diagnostics
import IR
import Values

/// Says rules and conditions in the words of the business: labels instead of names.
public struct BusinessWords: Sendable {
  let application: Application
  let language: Language

  public init(_ application: Application, _ language: Language) {
    self.application = application
    self.language = language
  }

  /// In the tool's language that comes nearest to one of the application's.
  public init(_ application: Application, tag: String) {
    self.init(application, Language(rawValue: tag) ?? .en)
  }

  /// A text for people in the language, else in the application's first.
  public func text(_ words: Words) -> String {
    (words.texts.first { $0.language == language.rawValue } ?? words.texts.first)?.text ?? ""
  }

  func said(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  // MARK: Rules

  /// Which records of an entity are meant.
  public func words(_ rule: RowRule, of entity: Entity) -> String {
    switch rule {
    case .all: return said("全部", "all")
    case .nothing: return said("无", "none")
    case .word(let word): return words(word)
    case .reach(let index, let action):
      let label = text(entity.fields[index].label)
      switch action {
      case .read: return said("能看到其“\(label)”的", "whose \(label) one may read")
      case .export: return said("能导出其“\(label)”的", "whose \(label) one may export")
      default: return said("能修改其“\(label)”的", "whose \(label) one may change")
      }
    case .condition(let expression): return words(expression)
    case .not(let rule): return said("不是（", "not (") + words(rule, of: entity) + said("）", ")")
    case .and(let rules):
      return rules.map { inner($0, of: entity) }.joined(separator: said("，且", " and "))
    case .or(let rules):
      return rules.map { words($0, of: entity) }.joined(separator: said("，或", " or "))
    }
  }

  private func inner(_ rule: RowRule, of entity: Entity) -> String {
    guard case .or = rule else { return words(rule, of: entity) }
    return said("（", "(") + words(rule, of: entity) + said("）", ")")
  }

  private func words(_ word: RowWord) -> String {
    switch word {
    case .own: return said("本人的", "one's own")
    case .department: return said("本部门的", "of one's department")
    case .below: return said("本部门及下级的", "of one's department and below")
    case .headed: return said("所管部门及下级的", "of departments that one heads and below")
    case .shared: return said("共享给本人的", "shared with one")
    case .pool: return said("无人负责的", "that nobody owns")
    }
  }

  // MARK: Conditions

  /// What a condition or a value says.
  public func words(_ expression: Expression) -> String {
    func list(_ items: [Expression], _ sign: String) -> String {
      items.map(operand).joined(separator: sign)
    }
    switch expression.kind {
    case .literal(let literal): return words(literal, expression.type)
    case .parameter(let name):
      return application.parameters.first { $0.name == name }.map { text($0.label) } ?? name
    case .me: return said("本人", "oneself")
    case .field(let path): return words(path)
    case .not(let item): return said("不是（", "not (") + words(item) + said("）", ")")
    case .and(let items): return list(items, said("，且 ", " and "))
    case .or(let items): return list(items, said("，或 ", " or "))
    case .compare(let sign, let left, let right):
      return "\(operand(left)) \(words(sign)) \(operand(right))"
    case .isBlank(let item): return operand(item) + said(" 为空", " is blank")
    case .isIn(let item, let items):
      return operand(item) + said(" 是 ", " is ")
        + items.map(words).joined(separator: said(" 或 ", " or "))
    case .isMember(let item, let list):
      return operand(list) + said(" 含有 ", " holds ") + operand(item)
    case .conditional(let test, let then, let otherwise):
      return said("如果 ", "if ") + words(test) + said(" 则 ", " then ") + operand(then)
        + said(" 否则 ", " else ") + operand(otherwise)
    case .coalesce(let items): return list(items, said("，空时 ", ", if blank "))
    case .negate(let item): return "−" + operand(item)
    case .arithmetic(let sign, let left, let right):
      return "\(operand(left)) \(words(sign)) \(operand(right))"
    case .temporal(let sign, let left, let right):
      let isElapsed = sign == .elapsed
      return "\(operand(left)) \(isElapsed ? "−" : "+") \(operand(right))"
    case .concatenate(let items): return list(items, " + ")
    case .rounded(let item): return words(item)
    case .call(let function, let items): return call(function.rawValue, items)
    case .list(let items): return "[" + items.map(words).joined(separator: ", ") + "]"
    case .aggregate(let aggregate): return words(aggregate)
    case .fold(let function, let list, _): return call(function.rawValue, [list])
    }
  }

  private func call(_ name: String, _ items: [Expression]) -> String {
    "\(name)(\(items.map(words).joined(separator: ", ")))"
  }

  /// In brackets when it has parts of its own.
  private func operand(_ expression: Expression) -> String {
    switch expression.kind {
    case .and, .or, .compare, .isIn, .isMember, .conditional, .arithmetic, .temporal, .coalesce:
      return "(" + words(expression) + ")"
    default: return words(expression)
    }
  }

  private func words(_ aggregate: Aggregate) -> String {
    var inside = text(application.entity(aggregate.rows).plural)
    if let value = aggregate.value { inside += said("的", ": ") + words(value) }
    if let condition = aggregate.condition {
      inside += said("，其中 ", " where ") + words(condition)
    }
    return "\(aggregate.function.rawValue)(\(inside))"
  }

  private func words(_ path: Expression.Path) -> String {
    var labels = path.steps.map(label)
    switch path.root {
    case .record, .this: break
    case .old: labels.insert(said("原来", "formerly"), at: 0)
    case .me: labels.insert(said("本人", "oneself"), at: 0)
    }
    return labels.joined(separator: said("的", " › "))
  }

  /// What people call a member of an entity.
  public func label(_ step: Expression.Step) -> String {
    switch step.member {
    case .field(let id):
      let field = application.entity(step.entity).fields.first { $0.id == id }
      return field.map { text($0.label) } ?? id.text
    case .id: return said("编号", "number")
    case .createdAt: return said("创建时间", "created at")
    case .createdBy: return said("创建人", "created by")
    case .updatedAt: return said("修改时间", "changed at")
    case .updatedBy: return said("修改人", "changed by")
    }
  }

  private func words(_ sign: Expression.Comparison) -> String {
    switch sign {
    case .equal: return "="
    case .notEqual: return "≠"
    case .less: return "<"
    case .lessOrEqual: return "≤"
    case .greater: return ">"
    case .greaterOrEqual: return "≥"
    }
  }

  private func words(_ sign: Expression.Arithmetic) -> String {
    switch sign {
    case .add: return "+"
    case .subtract: return "−"
    case .multiply: return "×"
    case .divide: return "÷"
    case .wholeDivide, .remainder: return sign.rawValue
    }
  }

  private func words(_ literal: Expression.Literal, _ type: ValueType) -> String {
    switch literal {
    case .blank: return said("空白", "blank")
    case .boolean(let value): return value ? said("是", "yes") : said("否", "no")
    case .number(let mantissa):
      return Decimal.print(Int64(clamping: mantissa), scale: UInt8(type.scale ?? 0))
    case .text(let text): return said("“\(text)”", "“\(text)”")
    case .date(let day): return CivilDate(days: Int64(day)).description
    case .dateTime(let day, let milliseconds):
      let minutes = milliseconds / 60_000
      return "\(CivilDate(days: Int64(day))) \(two(minutes / 60)):\(two(minutes % 60))"
    case .duration(let milliseconds):
      return said("\(milliseconds / 60_000) 分钟", "\(milliseconds / 60_000) minutes")
    case .period(let months, let days):
      let parts = [
        months == 0 ? nil : said("\(months) 个月", "\(months) months"),
        days == 0 && months != 0 ? nil : said("\(days) 天", "\(days) days"),
      ]
      return parts.compactMap { $0 }.joined(separator: " ")
    case .workingTime(let days, let milliseconds):
      return days > 0
        ? said("\(days) 个工作日", "\(days) working days")
        : said("\(milliseconds / 60_000) 工作分钟", "\(milliseconds / 60_000) working minutes")
    case .option(let id, let name):
      let option = application.entities.lazy.flatMap(\.fields).flatMap { $0.type.options ?? [] }
        .first { $0.id == id }
      return option.map { text($0.label) } ?? name
    case .word(let word): return word
    }
  }

  private func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }

  // MARK: Names

  public func words(_ action: AccessAction) -> String {
    switch action {
    case .read: return said("读取", "read")
    case .create: return said("新建", "create")
    case .update: return said("修改", "update")
    case .delete: return said("删除", "delete")
    case .export: return said("导出", "export")
    case .load: return said("导入", "import")
    case .print: return said("打印", "print")
    case .assign: return said("转交", "assign")
    case .comment: return said("评论", "comment")
    }
  }

  public func words(_ holder: Clause.Holder) -> String {
    switch holder {
    case .everyone: return said("所有人", "everyone")
    case .role(let index): return text(application.roles[index].label)
    }
  }
}
