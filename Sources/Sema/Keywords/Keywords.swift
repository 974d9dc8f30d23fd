import Diagnostics

/// The keywords of the language, one table per mapping. The checker reads by them, and the schema
/// for editors is made from them. Keys of one field type stand with the type, in `Fields`.
public enum Keywords {
  /// Keys of a text for people, one for each language.
  public static let languages = Languages.all

  /// At the outermost level of a file.
  public static let file = MappingKind(
    zh: "文件最外层", en: "a file",
    [
      Keyword(
        "app", .name, also: "application app_name name 应用 应用名称 系统",
        zh: "应用的名称，用作程序、数据库和生成的软件包的名称。整个应用只写一次，写在哪个文件都可以。",
        en: """
          The application's name. The binary, the database and the generated package are called by \
          it. It stands once, in any file.
          """),
      Keyword(
        "label", .words(upTo: Checker.labelLimit), also: "\(labels) title 标题",
        zh: "应用的显示名称，出现在页面上方。不写时用 `app` 的名称。",
        en: "What people call the application, at the top of each page. By default the name."),
      Keyword(
        "languages", .oneOrMany(.oneOf(Languages.all)),
        also: "language lang langs locale locales i18n 语言",
        zh: "页面的语言：`zh`、`en`，或两者的列表；第一个是默认语言。不写时是 `[zh, en]`。",
        en: """
          Languages of the pages: `zh`, `en` or a list of both; the first is the default. \
          `[zh, en]` when left out.
          """),
      Keyword(
        "currency", .oneOf(Currencies.all.keys.sorted()), also: "money_unit 币种 货币",
        zh: "金额的货币，ISO 4217 代码，例如 `CNY`。它决定金额有几位小数。不写时是 `CNY`。",
        en: """
          The currency of all money, a code of ISO 4217 such as `CNY`. It decides how many digits \
          follow the point. `CNY` when left out.
          """),
      Keyword(
        "time_zone", .oneOf(TimeZones.all.sorted()), also: "tz zone 时区",
        zh: "时区，IANA 名称，例如 `Asia/Shanghai`。时间按它显示和填写，自动编号按它算日期。",
        en: """
          The time zone, an IANA name such as `Asia/Shanghai`. Instants are shown and typed in it, \
          auto numbers count its days.
          """),
      Keyword(
        "params",
        .named(NamedForm(.mapping(parameter), maximum: 200)),
        also: "parameters variables constants vars settings 参数 变量 常量",
        zh: "参数：表达式里用名称代表的值，例如审批上限。",
        en: "Parameters: values that expressions know by a name, such as a limit."),
      Keyword(
        "calendar", .mapping(calendar), also: "working_time work_calendar business_hours 日历 工作日历",
        zh: "工作日历：工作时间和节假日。", en: "When the company works: hours and holidays."),
      Keyword(
        "brand", .mapping(brand), also: "theme branding style colors 品牌 主题 外观",
        zh: "页面的品牌外观：主色。", en: "How the pages look: their accent."),
      Keyword(
        "sign_in", .mapping(signIn), also: "login signin authentication auth security 登录 登入 认证",
        zh: "登录的要求：谁必须用两步验证。", en: "What signing in asks for: who needs a second factor."),
      Keyword(
        "menu",
        .named(NamedForm(.mapping(menuGroup), maximum: 20)),
        also: "navigation nav sidebar menus modules groups 菜单 导航 侧边栏 模块",
        zh: "菜单的分组，按书写的顺序。不写时所有实体在一组里。",
        en: "The groups of the menu, in this order. Without it all entities are in one."),
      Keyword(
        "roles",
        .named(
          NamedForm(
            .shorthand(.words(upTo: Checker.labelLimit), role), reserved: ["everyone", "nobody"],
            maximum: Checker.roleLimit)),
        also: "groups user_groups 角色 岗位 用户组",
        zh: "角色：名称和显示名称，例如 `sales: 销售`；能做什么，写在它的 `may` 里，或各实体的 `access` 里。",
        en: """
          Roles: a name and what people call it, as in `sales: Sales`. What a role may do stands \
          in its `may`, or in the `access` of each entity.
          """),
      Keyword(
        "entities", .named(NamedForm(.mapping(entity))),
        also: "tables models objects doctypes forms collections 实体 表 数据表 表单 工作表 对象 模块",
        zh: "实体：客户、合同这样的一类记录，各有一张表。名称后面写它的字段、权限等。",
        en: """
          Entities: kinds of record such as customers or contracts, a table each. Under each name \
          stand its fields and who may access it.
          """),
      Keyword(
        "views", .named(NamedForm(.mapping(view), names: .views)),
        also: "lists pages list_views 视图 列表",
        zh: "列表视图，名称写成 `实体.名称`，例如 `customer.all`。每个实体至少要有一个。",
        en: """
          Lists of records, called `entity.name` as in `customer.all`. Each entity needs at least \
          one.
          """),
    ])

  /// What labels are called elsewhere.
  static let labels = """
    标签 显示名称 名称 名字 中文名 中文名称 name caption display_name displayname verbose_name text \
    string
    """

  public static let role = MappingKind(
    zh: "角色", en: "a role",
    [
      Keyword(
        "label", .words(upTo: Checker.labelLimit), also: "\(labels) title 标题",
        zh: "角色的显示名称。不写时用角色的名称。",
        en: "What people call the role. By default its name."),
      Keyword(
        "may", .named(NamedForm(.rights(may))),
        also: "can rights permissions permission perms allow allowed grants access 权限 可以 授权",
        zh: "角色能对各实体做什么：`customer: { read: own, update: own }`，或简写 `product: read`、`coupon: all`。",
        en: """
          What the role may do with entities: `customer: { read: own, update: own }`, or for short \
          `product: read`, `coupon: all`.
          """),
      Keyword(
        "workbench", .list(.text),
        also: "dashboard home desk workspace start home_page 工作台 首页 桌面 主页",
        zh: "工作台上显示哪些视图，按这个顺序，例如 `[customer.mine]`。",
        en: "The views on the role's workbench, in this order, as in `[customer.mine]`."),
      Keyword(
        "administrator", .boolean,
        also: "admin is_admin superuser system_manager root manager 管理员 超级管理员 系统管理员",
        zh: "`true` 表示管理人员、部门和系统设置。不写时是 `false`。",
        en: "`true` when it manages people, departments and the system. `false` when left out."),
    ])

  public static let view = MappingKind(
    zh: "视图", en: "a view",
    [
      Keyword(
        "label", .words(upTo: Checker.labelLimit), required: true, also: "\(labels) title 标题",
        zh: "视图的显示名称，出现在列表上方。", en: "What people call the list; it stands above it."),
      Keyword(
        "columns", .list(.name), required: true,
        also: "column fields show display list_display 列 字段 显示列 显示字段",
        zh: "显示哪些列，按这个顺序：实体的字段，以及 `created_at`、`updated_at`。",
        en: """
          The columns shown, in this order: fields of the entity, `created_at` and `updated_at`.
          """),
      Keyword(
        "filter", .oneOrMany(.name),
        also: "filters filter_by search search_fields search_by 筛选 过滤 查询 搜索",
        zh: "读者可以按哪些列筛选：一列，或列的列表。长文本不能筛选。",
        en: "What readers may filter by: a column or a list of them. Not by long texts."),
      Keyword(
        "sort", .oneOrMany(.order),
        also: "order order_by orderby sort_by sorting ordering 排序 顺序",
        zh: "读者可以选择的排序，第一个是打开时的排序；前面写 `-` 表示降序。不写时是 `-created_at`。",
        en: """
          The orders that readers may choose; the list opens with the first. `-` before a column \
          is descending. `-created_at` when left out.
          """),
    ] + viewLayout + [offer, declassify])
}
