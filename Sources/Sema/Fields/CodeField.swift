import Diagnostics
import IR

extension FieldKind {
  /// A program or a configuration.
  static let code = FieldKind(
    keyword: "code",
    meaning: Message(
      zh: "代码或配置，等宽显示。",
      en: "A program or configuration in a fixed-width type."),
    also: "source source_code script sql yaml xml 代码 源代码 脚本",
    keywords: [MaxLength.keyword(1...100_000, default: 10_000)],
    type: { field, _ in
      MaxLength.read(field.keyed, default: 10_000).map { .longText(maxLength: $0) }
    },
    defaultValue: nil)
}
