import Diagnostics
import IR
import Values

extension Keywords {
  /// Keys of one section of an entity.
  public static let section = MappingKind(
    zh: "分组", en: "a section",
    [
      Keyword(
        "label", .words(upTo: Checker.labelLimit), also: "\(labels) title heading 标题",
        zh: "分组的标题。不写时用分组的名称。",
        en: "The heading. By default the section's name."),
      Keyword(
        "fields", .list(.name), required: true,
        also: "field columns items content 字段 列 内容",
        zh: "分组里的字段和子表单，按这个顺序。",
        en: "The fields and subforms that stand in it, in this order."),
      offer,
    ])

  /// Keys of one group of the menu.
  public static let menuGroup = MappingKind(
    zh: "菜单分组", en: "a group of the menu",
    [
      Keyword(
        "label", .words(upTo: Checker.labelLimit), also: "\(labels) title heading 标题",
        zh: "菜单分组的标题。不写时用分组的名称。",
        en: "The group's heading. By default its name."),
      Keyword(
        "icon", .oneOf(Icons.all), also: "图标 picture symbol", zh: "标题前的图标。",
        en: "The icon before the heading."),
      Keyword(
        "entities", .list(.name), required: true,
        also: "items modules children pages lists objects 实体 模块 内容 子菜单",
        zh: "分组里的实体，按这个顺序；`user` 和 `department` 是人员和部门。",
        en: "The entities in the group, in this order; `user` and `department` are the people."),
      offer,
    ])

  /// What signing in asks for.
  public static let signIn = MappingKind(
    zh: "登录", en: "signing in",
    [
      Keyword(
        "totp", .oneOrMany(.name), required: true,
        also: "two_factor second_factor mfa 2fa otp 两步验证 双因素 双因子 二次验证",
        zh: "谁登录时除密码外还要验证码：`everyone`、一个角色或角色的列表。",
        en: "Who needs a code of an authenticator app besides the password: `everyone` or roles.")
    ])

  /// Looks of the whole application.
  public static let brand = MappingKind(
    zh: "品牌", en: "the brand",
    [
      Keyword(
        "color", .text, required: true, also: "colour accent primary theme 颜色 主题色 品牌色 主色",
        zh: "按钮、链接等的颜色，例如 `\"#0F766E\"`。要加引号。",
        en: "The colour of buttons and links, such as `\"#0F766E\"`, in quotes.")
    ])

  /// Keys of views beside columns, filters and orders.
  static let viewLayout = [
    Keyword(
      "kind", .oneOf(ViewKinds.all.map(\.keyword)),
      also: "type layout mode display view_mode style 类型 方式 布局 视图类型 展示方式",
      zh: "`table` 表格、`board` 看板、`calendar` 日历、`gallery` 图册、`gantt` 甘特图。不写时是 `table`。",
      en: "`table`, `board`, `calendar`, `gallery` or `gantt`. `table` when left out."),
    Keyword(
      "by", .name, also: "column_field stage_field kanban_field status lanes 分列 泳道 列字段",
      zh: "看板按哪个阶段或选项字段分列。",
      en: "The stage or choice whose options are the columns of a board."),
    Keyword(
      "from", .name, also: "start start_date date date_start begin start_field 开始 起始 日期",
      zh: "日历和甘特图：记录从哪一天开始，是一个日期字段。",
      en: "Calendar and gantt chart: the day on which a record begins, a field of days."),
    Keyword(
      "to", .name, also: "end end_date until stop date_end finish end_field 结束 截止",
      zh: "日历和甘特图：记录到哪一天结束，是一个日期字段。",
      en: "Calendar and gantt chart: the day on which a record ends, a field of days."),
    Keyword(
      "image", .name, also: "picture cover photo cover_image 图片 封面",
      zh: "图册卡片上的图片字段。", en: "The pictures on the cards of a gallery."),
    Keyword(
      "group", .name, also: "group_by groupby grouping 分组 按字段分组",
      zh: "表格打开时按哪个字段分组。", en: "The field by which a table is grouped at first."),
    Keyword(
      "where", .expression, also: "condition conditions criteria domain only if 条件 范围 限定 过滤条件",
      zh: "视图只显示哪些记录，例如 `owner == me and stage in [new, contacted]`。",
      en: "Which records the view shows, as in `owner == me and stage in [new, contacted]`."),
  ]
}
