import Diagnostics
import IR

extension FieldKind {
  /// Files of any type.
  static let attachment = FieldKind(
    keyword: "attachment",
    meaning: Message(
      zh: "附件，可以放几个文件。",
      en: "Files of any type."),
    also: "file files attachments document documents upload 附件 文件 上传 文档",
    keywords: [FileLimit.keyword],
    type: { field, _ in FileLimit.read(field.keyed).map { .attachment(limit: $0) } },
    defaultValue: nil)
}
