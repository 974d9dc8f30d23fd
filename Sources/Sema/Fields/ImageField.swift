import Diagnostics
import IR

extension FieldKind {
  /// Pictures.
  static let image = FieldKind(
    keyword: "image",
    meaning: Message(
      zh: "图片，显示缩略图。",
      en: "Pictures, shown as thumbnails."),
    also: "picture photo images photos img 图片 照片 相片 头像",
    keywords: [FileLimit.keyword],
    type: { field, _ in FileLimit.read(field.keyed).map { .image(limit: $0) } },
    defaultValue: nil)
}
