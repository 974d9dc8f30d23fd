import Diagnostics
import IR

extension FieldKind {
  /// Text with marks of CommonMark.
  static let markdown = FieldKind(
    keyword: "markdown",
    meaning: Message(
      zh: "用 Markdown 排版的文字。",
      en: "Text laid out by Markdown."),
    also: "md commonmark rich_text html wysiwyg 富文本 标记文本",
    keywords: [MaxLength.keyword(1...100_000, default: 10_000)],
    type: { field, _ in
      MaxLength.read(field.keyed, default: 10_000).map { .longText(maxLength: $0) }
    },
    defaultValue: nil)
}
