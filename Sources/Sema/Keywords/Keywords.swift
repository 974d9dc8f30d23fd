import Diagnostics

/// The keywords of the language, one table per mapping. The checker reads by them, and so will the
/// schema for editors.
public enum Keywords {
  public static let file = MappingKind(
    zh: "文件最外层", en: "a file",
    [
      Keyword("app", .name, zh: "应用的名称", en: "the application's name"),
      Keyword("label", .words, zh: "应用的显示名称", en: "the application's label"),
      Keyword(
        "languages", .oneOrMany(.name), zh: "界面语言，第一个是默认语言",
        en: "languages of the pages; the first is the default"),
      Keyword("currency", .name, zh: "ISO 4217 货币代码", en: "a currency code of ISO 4217"),
      Keyword("time_zone", .name, zh: "IANA 时区名称", en: "a time zone of IANA"),
      Keyword("roles", .named(.shorthand(.words, role)), zh: "角色", en: "roles"),
      Keyword("entities", .named(.mapping(entity)), zh: "实体", en: "entities"),
      Keyword("views", .named(.mapping(view)), zh: "列表视图", en: "lists of records"),
    ])

  public static let role = MappingKind(
    zh: "角色", en: "a role",
    [Keyword("label", .words, zh: "显示名称", en: "what people call it")])

  public static let entity = MappingKind(
    zh: "实体", en: "an entity",
    [
      Keyword("label", .words, required: true, zh: "显示名称", en: "what people call it"),
      Keyword(
        "title", .text, zh: "一条记录的标题，`{字段}` 代入字段值",
        en: "what a record is called; `{field}` stands for its value"),
      // Not `required` here: its absence is an access mistake with words of its own.
      Keyword("access", .access(access), zh: "谁可以访问", en: "who may do what"),
      Keyword("fields", .named(.field), required: true, zh: "字段", en: "fields"),
      Keyword(
        "unique", .list(.oneOrMany(.name)), zh: "不能重复的字段或字段组合",
        en: "fields, or fields together, that occur once"),
    ])

  public static let access = MappingKind(
    zh: "权限", en: "access",
    [
      Keyword("read", .oneOrMany(.name), zh: "谁可以读取", en: "who may read"),
      Keyword("create", .oneOrMany(.name), zh: "谁可以新建", en: "who may create"),
      Keyword("update", .oneOrMany(.name), zh: "谁可以修改", en: "who may update"),
      Keyword("delete", .oneOrMany(.name), zh: "谁可以删除", en: "who may delete"),
    ])

  /// Keys of every field; a type adds its own.
  public static let field = MappingKind(
    zh: "字段", en: "a field",
    [
      Keyword("type", .name, required: true, zh: "字段类型", en: "the field's type"),
      Keyword("label", .words, zh: "显示名称", en: "what people call it"),
      Keyword("help", .words, zh: "输入框旁的说明", en: "a sentence beside the input"),
      Keyword("required", .boolean, zh: "必填", en: "whether it must be filled"),
      Keyword("unique", .boolean, zh: "不能重复", en: "whether a value occurs once"),
      Keyword("default", .value, zh: "新记录的初始值", en: "what a new record starts with"),
    ])

  public static let view = MappingKind(
    zh: "视图", en: "a view",
    [
      Keyword("label", .words, required: true, zh: "显示名称", en: "what people call it"),
      Keyword("columns", .list(.name), required: true, zh: "显示的列", en: "columns shown"),
      Keyword("filter", .oneOrMany(.name), zh: "可筛选的列", en: "columns to filter by"),
      Keyword(
        "sort", .oneOrMany(.name), zh: "排序，`-` 表示降序", en: "orders offered; `-` is descending"),
    ])
}
