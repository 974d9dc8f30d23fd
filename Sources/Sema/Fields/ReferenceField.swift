import Diagnostics
import IR

extension FieldKind {
  /// A record of another entity.
  static let reference = FieldKind(
    keyword: "reference",
    keywords: [
      Keyword("to", .name, required: true, zh: "被引用的实体", en: "the entity referred to")
    ],
    type: { field, checker in
      guard let entry = field.keyed.sound("to"), let name = entry.value.scalar else { return nil }
      return checker.entity(name, at: entry.value.span).map { .reference(entity: $0) }
    },
    defaultValue: FieldKind.noDefault)
}
