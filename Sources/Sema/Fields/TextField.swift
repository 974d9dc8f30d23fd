import Diagnostics
import IR
import Syntax
import Values

extension FieldKind {
  /// One line of text.
  static let text = FieldKind(
    keyword: "text",
    meaning: Message(
      zh: "一行文字，例如名称。",
      en: "One line of text, such as a name."),
    also: """
      string str char varchar nvarchar data single_line singleline input 文本 单行文本 文字 字符串 字符 \
      短文本
      """,
    keywords: [
      MaxLength.keyword(1...10_000, default: 200)
    ],
    type: { field, _ in
      MaxLength.read(field.keyed, default: 200).map { .text(maxLength: $0) }
    },
    defaultValue: { entry, type, checker in
      guard case .text(let limit) = type else { return nil }
      guard let value = MaxLength.defaultValue(entry, limit, checker) else { return nil }
      if let text = value.text, text.utf8.contains(0x0A) {
        checker.report(
          TypeMistake.notOfType(
            text, key: entry.key, type: type.keyword,
            form: Message(zh: "只能是一行；多行用 `long_text`", en: "one line; `long_text` takes several"),
            at: entry.value.span))
        return nil
      }
      return value
    })
}

/// `max_length`, which both texts share.
enum MaxLength {
  static func keyword(_ limits: ClosedRange<Int64>, default limit: Int) -> Keyword {
    Keyword(
      "max_length", .wholeNumber(limits),
      also: "length size limit maxlen max_size max_chars 长度 最大长度 最长 字数 最大字数 字符数",
      zh: "最多几个字符，\(limits.lowerBound) 到 \(limits.upperBound)。不写时是 \(limit)。",
      en: """
        The most characters, \(limits.lowerBound) to \(limits.upperBound). \(limit) when left out.
        """)
  }

  static func read(_ keyed: Keyed, default limit: Int) -> Int? {
    if keyed.isPoisoned("max_length") { return nil }
    return keyed.text("max_length").flatMap { Int($0) } ?? limit
  }

  /// A default in stored form; nil after reporting that it is too long.
  static func defaultValue(_ entry: YAMLEntry, _ limit: Int, _ checker: Checker) -> Value? {
    guard let text = entry.value.scalar.flatMap({ Text.normalized($0) }) else {
      checker.report(FormMistake.emptyValue(key: entry.key, at: entry.keySpan))
      return nil
    }
    let length = Text.length(text)
    guard length > limit else { return .text(text) }
    checker.report(
      TypeMistake.defaultOutsideRange(
        text,
        range: Message(
          zh: "\(length) 个字符，最多 \(limit) 个", en: "\(length) characters, at most \(limit)"),
        at: entry.value.span))
    return nil
  }
}
