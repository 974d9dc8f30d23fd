/// What can be wrong with values and with what a type allows.
public enum TypeMistake: Mistake {
  /// `form` says how such a value is written.
  /// `meant` is such a value when the text plainly means it.
  case notOfType(
    String, key: String, type: String, form: Message, meant: String? = nil, at: Span)
  /// A comma in a number, which parts items in braces.
  case groupedNumber(String, meant: String, at: Span)
  case tooManyDecimals(String, scale: Int, at: Span)
  /// `swap` exchanges them when both are written.
  case minimumAboveMaximum(
    minimum: String, maximum: String, maximumAt: Span, swap: [Fix.Edit], at: Span)
  case defaultOutsideRange(String, range: Message, at: Span)
  /// `removal` takes the default out.
  case defaultNotAllowed(type: String, removal: [Fix.Edit], at: Span)
  /// `removal` takes the key out.
  case requiredAutoNumber(removal: [Fix.Edit], at: Span)
  case longTextNotAllowed(field: String, use: LongTextUse, at: Span)
  case badPattern(reason: BadPattern, at: Span)
  case badTitle(reason: BadTitle, at: Span)

  public enum LongTextUse: Sendable { case title, filter, sort, unique }

  public enum BadPattern: Sendable {
    case noCounter, twoCounters
    case unknownPart(String)
    case unclosed
    case tooLong(limit: Int)
    /// A day or month without what it belongs to: numbers of different periods would be the same.
    case periodWithoutYear
  }

  public enum BadTitle: Sendable {
    case unclosed, strayClose, emptyBraces
    /// More than the name of a field.
    case composed(String)
  }
}

extension TypeMistake {
  public var diagnostic: Diagnostic {
    switch self {
    case .notOfType(let text, let key, let type, let form, let meant, let span):
      return Diagnostic(
        .notOfType, span, zh: "`\(key)` 的值 `\(text)` 不是 `\(type)` 类型的值",
        en: "`\(text)` for `\(key)` is not a value of type `\(type)`", help: [form],
        fixes: meant.map { [.write($0, at: span, .safe)] } ?? [])
    case .groupedNumber(let text, let meant, let span):
      return Diagnostic(
        .notOfType, span, zh: "`\(text)` 中的逗号把一个数分成了两项",
        en: "the comma makes two items of the number `\(text)`",
        help: [Message(zh: "数字中间不写逗号", en: "write numbers without separators")],
        fixes: [.write(meant, at: span, .safe)])
    case .tooManyDecimals(let text, 0, let span):
      return Diagnostic(
        .tooManyDecimals, span, zh: "`\(text)` 不是整数", en: "`\(text)` is not a whole number")
    case .tooManyDecimals(let text, let scale, let span):
      return Diagnostic(
        .tooManyDecimals, span, zh: "`\(text)` 的小数超过 \(scale) 位",
        en: "`\(text)` has more than \(scale) digit\(scale == 1 ? "" : "s") after the point")
    case .minimumAboveMaximum(let minimum, let maximum, let maximumAt, let swap, let span):
      return Diagnostic(
        .minimumAboveMaximum, span, zh: "`min` \(minimum) 大于 `max` \(maximum)，没有值能通过",
        en: "`min` \(minimum) is above `max` \(maximum): no value would fit",
        related: [Label(maximumAt, Message(zh: "`max` 在这里", en: "`max` is here"))],
        fixes: swap.isEmpty
          ? []
          : [Fix(Message(zh: "交换两个值", en: "exchange the two values"), .unsafe, swap)])
    case .defaultOutsideRange(let text, let range, let span):
      return Diagnostic(
        .defaultOutsideRange, span, zh: "默认值 `\(text)` 不在范围内：\(range.zh)",
        en: "default `\(text)` is outside the range: \(range.en)")
    case .defaultNotAllowed(let type, let removal, let span):
      return Diagnostic(
        .defaultNotAllowed, span, zh: "`\(type)` 字段不能有默认值",
        en: "fields of type `\(type)` cannot have a default",
        fixes: [.delete("default", removal, .unsafe)])
    case .requiredAutoNumber(let removal, let span):
      return Diagnostic(
        .requiredAutoNumber, span, zh: "自动编号由系统给出，不能写 `required`",
        en: "an auto number is given by the system; `required` cannot stand here",
        fixes: [.delete("required", removal, .safe)])
    case .longTextNotAllowed(let field, let use, let span):
      let words = TypeMistake.words(use)
      return Diagnostic(
        .longTextNotAllowed, span, zh: "长文本字段 `\(field)` 不能用于\(words.zh)",
        en: "long text field `\(field)` cannot be used \(words.en)",
        help: [
          Message(
            zh: "换一个字段；内容只有一行时，把类型改为 `text`",
            en: "use another field, or make its type `text` when the content is a single line")
        ])
    case .badPattern(let reason, let span):
      let words = TypeMistake.words(reason)
      return Diagnostic(
        .badPattern, span, zh: "编号格式有误：\(words.zh)", en: "wrong number pattern: \(words.en)",
        help: [Message(zh: "例如 `KH-{yyyy}{mm}-{0000}`", en: "as in `KH-{yyyy}{mm}-{0000}`")],
        fixes: TypeMistake.fixes(reason, span))
    case .badTitle(let reason, let span):
      let words = TypeMistake.words(reason)
      return Diagnostic(
        .badTitle, span, zh: "标题有误：\(words.zh)", en: "wrong title: \(words.en)",
        help: [TypeMistake.cure(reason)])
    }
  }

  /// Parts of a pattern are written small.
  private static func fixes(_ reason: BadPattern, _ span: Span) -> [Fix] {
    guard case .unknownPart(let part) = reason,
      ["yyyy", "yy", "mm", "dd"].contains(part.lowercased()),
      span.end - span.start == part.utf8.count + 2
    else { return [] }
    return [.write("{\(part.lowercased())}", at: span, .safe)]
  }

  /// A use in words, to follow "cannot be used".
  public static func words(_ use: LongTextUse) -> Message {
    switch use {
    case .title: return Message(zh: "标题", en: "in a title")
    case .filter: return Message(zh: "筛选", en: "as a filter")
    case .sort: return Message(zh: "排序", en: "for sorting")
    case .unique: return Message(zh: "唯一约束", en: "in a unique key")
    }
  }

  private static func words(_ reason: BadPattern) -> Message {
    switch reason {
    case .noCounter:
      return Message(zh: "缺少计数部分 `{0000}`", en: "the counter `{0000}` is missing")
    case .twoCounters:
      return Message(zh: "计数部分只能有一个", en: "it has more than one counter")
    case .unknownPart(let part):
      return Message(
        zh: "没有部分 `{\(part)}`；可用 `{yyyy}` `{yy}` `{mm}` `{dd}` `{0000}`",
        en: "no part `{\(part)}`; there are `{yyyy}` `{yy}` `{mm}` `{dd}` `{0000}`")
    case .unclosed: return Message(zh: "花括号没有配对", en: "a brace has no partner")
    case .tooLong(let limit):
      return Message(zh: "超过 \(limit) 个字符", en: "it is longer than \(limit) characters")
    case .periodWithoutYear:
      return Message(
        zh: "有月或日却没有年（或有日没有月），不同时期的编号会重复",
        en: "a month without its year, or a day without its month, would repeat numbers")
    }
  }

  private static func words(_ reason: BadTitle) -> Message {
    switch reason {
    case .unclosed: return Message(zh: "`{` 没有闭合", en: "`{` is not closed")
    case .strayClose: return Message(zh: "多余的 `}`", en: "a stray `}`")
    case .emptyBraces: return Message(zh: "`{}` 里没有字段", en: "`{}` names no field")
    case .composed(let text):
      return Message(zh: "`\(text)` 不是字段的名称", en: "`\(text)` is more than a field")
    }
  }

  private static func cure(_ reason: BadTitle) -> Message {
    switch reason {
    case .unclosed:
      return Message(
        zh: "在字段的名称后面补上 `}`；花括号本身写成 `{{`",
        en: "add `}` after the field's name; write a brace itself as `{{`")
    case .strayClose:
      return Message(
        zh: "删除它；花括号本身写成 `}}`", en: "delete it; write a brace itself as `}}`")
    case .emptyBraces:
      return Message(
        zh: "写上字段的名称，例如 `{name}`", en: "name a field, as in `{name}`")
    case .composed(let text):
      return Message(
        zh: "加一个计算字段 `value: \(text)`，在标题里写它的名称：这样也能按它搜索和排序",
        en: """
          add a computed field with `value: \(text)` and name that one: then people can also \
          search and sort by it
          """)
    }
  }
}
