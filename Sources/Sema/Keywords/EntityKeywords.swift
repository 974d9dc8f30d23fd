import Diagnostics
import IR
import Values

extension Keywords {
  public static let entity = MappingKind(
    zh: "实体", en: "an entity",
    [
      Keyword(
        "label", .words(upTo: Checker.labelLimit), required: true, also: labels,
        zh: "实体的显示名称，例如“客户”。菜单和页面标题用它。",
        en: "What people call such a record, as “Customer”. Menus and headings show it."),
      Keyword(
        "plural", .words(upTo: Checker.labelLimit),
        also: "label_plural plural_label plural_name verbose_name_plural 复数",
        zh: "几条记录叫什么，英文常与 `label` 不同，例如 `Customers`。不写时用 `label`。",
        en: "What several are called, as “Customers”. By default the label."),
      Keyword(
        "icon", .oneOf(Icons.all), also: "图标 symbol picture", zh: "菜单里的图标。",
        en: "The icon in the menu."),
      Keyword(
        "title", .text,
        also: "标题 记录标题 title_field name_field rec_name display_field record_name",
        zh: """
          一条记录叫什么：文字中的 `{字段}` 代入字段值，例如 `"{number} {name}"`。不写时用第一个 `text` \
          字段，其次是第一个 `auto_number` 字段。
          """,
        en: """
          What one record is called: a text in which `{field}` stands for the field's value, as in \
          `"{number} {name}"`. When left out, the first `text` field, else the first \
          `auto_number`.
          """),
      Keyword(
        "fields",
        .named(
          NamedForm(
            .field, reserved: Checker.systemFields.sorted(), minimum: 1,
            maximum: Checker.fieldLimit)),
        required: true, also: "字段 columns attributes attrs properties props items 列 属性",
        zh: "实体的字段：名称后面写类型（`phone: text`），或写更多（`{ type: text, label: 电话 }`）。",
        en: """
          The entity's fields: a type after each name (`phone: text`), or more \
          (`{ type: text, label: Phone }`).
          """),
      Keyword(
        "sections", .named(NamedForm(.mapping(section), maximum: 30)),
        also: "layout groups tabs form blocks fieldsets 分组 布局 版块 页签 表单布局",
        zh: "页面和表单上的分组，按书写的顺序，各有标题和字段。不写时字段不分组。",
        en: """
          Sections of page and form, in this order, each with a heading and fields. Without them \
          fields are not grouped.
          """),
      Keyword(
        "unique", .list(.oneOrMany(.name)),
        also: "唯一 唯一约束 唯一性 constraints unique_key unique_together keys",
        zh: "值不能重复的字段，或合起来不能重复的字段组合，例如 `[[name, city]]`。",
        en: "Fields whose values occur once, or several that occur once together: `[[name, city]]`."
      ),
    ] + entityRights + entityRules)

  /// Keys of every field; a type adds its own.
  public static let field = MappingKind(
    zh: "字段", en: "a field",
    [
      Keyword(
        "type", .oneOf(FieldKinds.all.map(\.keyword)), required: true,
        also: "类型 字段类型 数据类型 kind fieldtype field_type ttype datatype data_type",
        zh: "字段类型：字段里存放什么。", en: "The field's type: what it holds."),
      Keyword(
        "label", .words(upTo: Checker.labelLimit), also: "\(labels) title 标题",
        zh: "字段的显示名称。不写时用字段的名称。",
        en: "What people call the field. By default its name."),
      Keyword(
        "help", .words(upTo: Checker.helpLimit),
        also: "帮助 说明 提示 描述 备注 description hint tooltip placeholder comment help_text note",
        zh: "输入框下面的一句说明，告诉填写的人该填什么。",
        en: "A sentence below the input that tells people what to fill in."),
      Keyword(
        "required", .condition, also: "必填 必填项 必须 必输 mandatory reqd not_null notnull non_null",
        contrary: "nullable null optional blank 选填 非必填 可空",
        zh: "`true` 表示必填；也可以写条件，例如 `amount > 1000`。不写时是 `false`。",
        en: """
          `true` when it must be filled in, or a condition, as `amount > 1000`. `false` when left \
          out.
          """),
      Keyword(
        "unique", .boolean, also: "唯一 不重复 不能重复 不允许重复 distinct is_unique unique_key",
        zh: "`true` 表示两条记录不能有相同的值。不写时是 `false`。",
        en: "`true` when no two records may share a value. `false` when left out."),
      Keyword(
        "default", .value, also: "默认 默认值 初始值 缺省值 default_value initial initial_value",
        zh: "新记录的初始值，写法取决于字段类型；也可以写表达式，例如 `today()`。不写时是空白。",
        en: """
          What a new record starts with, written as the type asks, or an expression, as \
          `today()`. Blank when left out.
          """),
    ] + fieldRules + [declassify])
}
