import Diagnostics
import IR

extension FieldKind {
  /// Several lines of text.
  static let longText = FieldKind(
    keyword: "long_text",
    meaning: Message(
      zh: "多行文字，例如备注。",
      en: "Several lines of text, such as remarks."),
    also: """
      textarea text_area multiline multi_line multiline_text memo clob small_text \
      多行文本 长文本 大文本 段落
      """,
    keywords: [
      MaxLength.keyword(1...100_000, default: 10_000)
    ],
    type: { field, _ in
      MaxLength.read(field.keyed, default: 10_000).map { .longText(maxLength: $0) }
    },
    defaultValue: { entry, type, checker in
      guard case .longText(let limit) = type else { return nil }
      return MaxLength.defaultValue(entry, limit, checker)
    })
}
