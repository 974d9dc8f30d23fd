import Diagnostics
import IR

extension Checker {
  /// A type in words, as "a date".
  func words(_ type: ValueType) -> Message {
    switch type {
    case .boolean: return Message(zh: "是或否", en: "yes or no")
    case .text: return Message(zh: "文字", en: "a text")
    case .integer: return Message(zh: "整数", en: "a whole number")
    case .decimal: return Message(zh: "数字", en: "a number")
    case .money: return Message(zh: "金额", en: "money")
    case .date: return Message(zh: "日期", en: "a date")
    case .time: return Message(zh: "一天中的时间", en: "a time of day")
    case .dateTime: return Message(zh: "日期时间", en: "a date and time")
    case .duration: return Message(zh: "时长", en: "a duration")
    case .period: return Message(zh: "天数或月数", en: "a period of days or months")
    case .workingTime: return Message(zh: "工作时间", en: "working time")
    case .option(let field):
      guard let name = optionOwner(field) else { return Message(zh: "选项", en: "an option") }
      return Message(zh: "`\(name)` 的选项", en: "an option of `\(name)`")
    case .reference(People.user): return Message(zh: "人员", en: "a person")
    case .reference(People.department): return Message(zh: "部门", en: "a department")
    case .reference(People.position): return Message(zh: "岗位", en: "a position")
    case .reference(let entity):
      let name = environment.drafts[entity]?.name ?? ""
      return Message(zh: "`\(name)` 的记录", en: "a record of `\(name)`")
    case .file: return Message(zh: "文件", en: "a file")
    case .list(let item):
      let words = self.words(item)
      return Message(zh: "一组\(words.zh)", en: "a list, each \(words.en)")
    }
  }

  /// What stands somewhere: its type, and its source where that is no literal.
  func described(_ expression: Expression, _ text: String) -> Message {
    if expression.isBlankLiteral { return Message(zh: "空白", en: "blank") }
    let words = words(expression.type)
    if case .literal = expression.kind {
      return Message(zh: "\(words.zh) `\(text)`", en: "\(words.en) `\(text)`")
    }
    return Message(zh: "`\(text)`（\(words.zh)）", en: "`\(text)` (\(words.en))")
  }

  /// The field or parameter that options belong to, as `customer.level`.
  private func optionOwner(_ id: StableID) -> String? { environment.options[id]?.owner }
}

/// The options of a field or a parameter.
struct OptionTable {
  let owner: String
  let options: [Option]
}

extension ExpressionTyper {
  /// Says that two sides do not go together, and what to write.
  func reportUnequal(_ sign: String, _ left: Expression, _ right: Expression, at span: Span) {
    let (cure, fix) = cure(left, right) ?? cure(right, left) ?? (nil, nil)
    checker.report(
      MeaningMistake.unequal(
        sign: sign, left: checker.described(left, text(left.origin)),
        right: checker.described(right, text(right.origin)), cure: cure, fix: fix, at: span))
  }

  /// What to write for two types that are often mixed up.
  private func cure(_ a: Expression, _ b: Expression) -> (Message?, Fix?)? {
    let (x, y) = (text(a.origin), text(b.origin))
    switch (a.type, b.type) {
    case (.option(let field), .text): return optionCure(field, b)
    case (.dateTime, .date):
      return (Message(zh: "写 `date_of(\(x))`", en: "write `date_of(\(x))`"), nil)
    case (.date, .date):
      let call = "days_between(\(y), \(x))"
      return (Message(zh: "相差天数写成 `\(call)`", en: "the days between are `\(call)`"), nil)
    case (.date, .integer), (.dateTime, .integer):
      return (Message(zh: "写明单位，例如 `\(y) days`", en: "name the unit, as in `\(y) days`"), nil)
    case (.date, .duration):
      return (
        Message(zh: "日期没有钟点：写天数，例如 `1 day`", en: "a date has no hours: write days, as `1 day`"),
        nil
      )
    case (.date, .workingTime), (.dateTime, .workingTime):
      return (Message(zh: "写 `add_work(\(x), \(y))`", en: "write `add_work(\(x), \(y))`"), nil)
    case (.text, .integer), (.text, .decimal), (.text, .money), (.text, .date), (.text, .boolean),
      (.text, .option):
      return (Message(zh: "写 `text_of(\(y))`", en: "write `text_of(\(y))`"), nil)
    case (.money, .integer), (.money, .decimal):
      return (
        Message(
          zh: "金额只能和金额相加减、比较；金额可以乘以或除以数字",
          en:
            "money is added to and compared with money; it can be multiplied and divided by numbers"
        ),
        nil
      )
    case (.money, .money):
      return (Message(zh: "金额不能相乘", en: "money is not multiplied by money"), nil)
    default: return nil
    }
  }

  /// A text where an option is meant.
  private func optionCure(_ field: StableID, _ text: Expression) -> (Message?, Fix?) {
    guard case .literal(.text(let name)) = text.kind, let table = checker.environment.options[field]
    else {
      return (
        Message(zh: "选项写名称，不加引号", en: "an option is written by its name, without quotes"), nil
      )
    }
    let near = checker.nearest(
      to: name, among: table.options.map { Candidate($0.name, labels: $0.label.texts.map(\.text)) })
    guard let only = near.near.first, near.near.count == 1 else {
      return (
        Message(zh: "选项写名称，不加引号", en: "an option is written by its name, without quotes"), nil
      )
    }
    let message = Message(
      zh: "选项写名称，不加引号：`\(only.name)`",
      en: "an option is written by its name, without quotes: `\(only.name)`")
    let isShown = text.origin.end - text.origin.start == name.utf8.count + 2
    let title = Message(zh: "改为 `\(only.name)`", en: "write `\(only.name)`")
    return (
      message,
      isShown ? Fix(title, .safe, [Fix.Edit(span: text.origin, text: only.name)]) : nil
    )
  }
}
