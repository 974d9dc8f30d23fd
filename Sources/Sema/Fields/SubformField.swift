import Diagnostics
import IR

extension FieldKind {
  /// Rows of another entity, edited within the record. No value of its own: `checkSubform` reads
  /// it when the fields of all entities are known.
  static let subform = FieldKind(
    keyword: subformKeyword,
    meaning: Message(
      zh: "子表单：另一个实体的记录，在本记录的页面里填写，例如客户的联系人。",
      en: """
        Records of another entity that are filled in on the page of this one, such as the contacts \
        of a customer.
        """),
    also: """
      table child child_table one2many one_to_many has_many detail details lines rows subtable \
      nested inline 子表 子表单 明细 明细表 从表 关联列表
      """,
    keywords: [
      Keyword(
        "of", .name, required: true,
        also: "entity to rows table child relation model doctype 实体 明细 子表 目标",
        zh: "行是哪个实体的记录，例如 `of: contact`。",
        en: "The entity of the rows, as in `of: contact`."),
      Keyword(
        "by", .name, also: "inverse inverse_name foreign_key key via parent field 通过 外键 关联字段",
        zh: "行用哪个字段指向本记录。只有一个这样的字段时可以不写。",
        en: """
          The field of the rows that refers to this record. It can be left out when there is only \
          one.
          """),
      Keyword(
        "columns", .list(.name), also: "column fields show display 列 字段 显示列 显示字段",
        zh: "显示行的哪些字段，按这个顺序。不写时是前几个字段。",
        en: "The fields of the rows that are shown, in this order. By default the first few."),
    ],
    type: { _, _ in nil },
    defaultValue: nil)

  static let subformKeyword = "subform"
}
