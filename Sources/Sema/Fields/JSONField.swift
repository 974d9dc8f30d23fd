import Diagnostics
import IR
import Values

extension FieldKind {
  /// A document of JSON.
  static let json = FieldKind(
    keyword: "json",
    meaning: Message(
      zh: "一份 JSON，保存时检查格式。",
      en: "A document of JSON, checked when it is stored."),
    also: "jsonb json_document 结构化数据",
    type: { _, _ in .longText(maxLength: TextForm.json.maxLength) },
    defaultValue: nil, form: .json)
}
