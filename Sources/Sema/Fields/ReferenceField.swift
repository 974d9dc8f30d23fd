import Diagnostics
import IR

extension FieldKind {
  /// A record of another entity.
  static let reference = FieldKind(
    keyword: "reference",
    meaning: Message(
      zh: "另一条记录，例如联系人所属的客户；实体写在 `to`。",
      en: "A record of an entity, such as a contact’s customer; `to` names the entity."),
    also: """
      relation relationship lookup link many2one many_to_one foreign_key fk ref belongs_to \
      master_detail 引用 关联 关联表 关联表单 关联记录 关联对象 关联实体 外键 关系 查找
      """,
    keywords: [
      Keyword(
        "to", .name, required: true,
        also: """
          entity target references ref relation model comodel comodel_name link_to linked_to of \
          table 实体 目标 引用 关联 关联到 关联表 关联实体 指向
          """,
        zh: "引用哪个实体的记录，例如 `to: customer`。",
        en: "The entity whose records it refers to, as in `to: customer`."),
      Keyword(
        "where", .expression,
        also: "filter condition domain criteria only limit_choices_to 条件 筛选 范围 限定",
        zh: "只能选哪些记录，例如 `customer == this.customer`；`this` 是正在编辑的记录。",
        en: """
          Which records can be chosen, as in `customer == this.customer`; `this` is the record \
          that is being edited.
          """),
    ],
    type: { field, checker in
      guard let entry = field.keyed.sound("to"), let name = entry.value.scalar else { return nil }
      return checker.entity(name, at: entry.value.span).map { .reference(entity: $0) }
    },
    defaultValue: nil)
}
