import Diagnostics

// About names that refer to nothing.
extension Explanation {
  static let unknownType = Explanation(
    summary: Message(zh: "没有这个字段类型", en: "there is no such field type"),
    what: Message(
      zh: """
        字段类型有十二种：`text` 单行文字，`long_text` 多行文字，`integer` 整数，`decimal` 小数，`money` 金额，`percent` 百\
        分比，`boolean` 是否，`date` 日期，`date_time` 日期和时间，`choice` 选项，`reference` 引用，`auto_number` 自\
        动编号。其他工具的类型名称在这里不通用。
        """,
      en: """
        There are twelve field types: `text`, `long_text`, `integer`, `decimal`, `money`, \
        `percent`, `boolean`, `date`, `date_time`, `choice`, `reference` and `auto_number`. \
        Names of types from other tools are not known here.
        """),
    why: Message(
      zh: "类型决定录入框的样子，以及能否求和、排序和筛选。类型不明，客户就填不了这一栏。",
      en: """
        The type decides what the input looks like and whether values can be added up, sorted \
        and filtered. Without it nobody can fill the box.
        """),
    example: .yaml(
      .fields,
      wrong: "name: { type: string, label: 客户名称 }",
      right: "name: { type: text, label: 客户名称 }"),
    note: Message(
      zh: """
        常见的对应：string 和 varchar 是 `text`；int 和 number 是 `integer`；float 和 double 是 `decimal`；\
        bool 是 `boolean`；datetime 是 `date_time`；enum 和 select 是 `choice`。
        """,
      en: """
        In other tools: string and varchar are `text`; int and number are `integer`; float and \
        double are `decimal`; bool is `boolean`; datetime is `date_time`; enum and select are \
        `choice`.
        """))

  static let unknownEntity = Explanation(
    summary: Message(zh: "没有这个实体", en: "there is no such entity"),
    what: Message(
      zh: "实体是一类记录，例如客户、订单。引用和视图要写实体的名称，也就是 `entities:` 下面冒号前的词。没有实体叫这个名称。",
      en: """
        An entity is a kind of record, such as customers or orders. References and views name \
        an entity by the word before the colon under `entities:`. No entity has this name.
        """),
    why: Message(
      zh: "销售填写客户的大区时，弹出的列表里没有任何内容可选。",
      en: "A salesman who wants to choose the region of a customer would get an empty list."),
    example: .yaml(
      .fields,
      wrong: "area: { type: reference, to: regoin, label: 所属大区 }",
      right: "area: { type: reference, to: region, label: 所属大区 }"))

  static let unknownField = Explanation(
    summary: Message(zh: "实体没有这个字段", en: "the entity has no such field"),
    what: Message(
      zh: "标题和唯一约束要写字段的名称，也就是 `fields:` 下面冒号前的词，不是页面上显示的名称。",
      en: """
        Titles and unique keys name a field by the word before the colon under `fields:`, not \
        by the label that people see on the page.
        """),
    why: Message(
      zh: "标题是记录在链接和选择列表里的名称。字段写错了，销售看到的就是一串没有名称的客户。",
      en: """
        The title is what a record is called in links and pickers. With a wrong field a \
        salesman would see customers without names.
        """),
    example: .yaml(
      .entity,
      wrong: """
        title: "{客户名称}"
        fields: { name: { type: text, label: 客户名称 } }
        """,
      right: """
        title: "{name}"
        fields: { name: { type: text, label: 客户名称 } }
        """))

  static let unknownColumn = Explanation(
    summary: Message(zh: "实体没有这一列", en: "the entity has no such column"),
    what: Message(
      zh: "视图的列、筛选和排序要写字段的名称，也就是 `fields:` 下面冒号前的词，或者 `created_at`、`updated_at`。没有字段叫这个名称。",
      en: """
        Columns, filters and orders of a view are names of fields, the words before the colon \
        under `fields:`, or `created_at` and `updated_at`. No field has this name.
        """),
    why: Message(
      zh: "列表里会缺少这一列，销售看不到客户名称，也就认不出是哪位客户。",
      en: """
        The list would lack the column; a salesman who does not see the name cannot tell the \
        customers apart.
        """),
    example: .yaml(
      .view,
      wrong: """
        label: 重点客户
        columns: [名称, level]
        """,
      right: """
        label: 重点客户
        columns: [name, level]
        """))

  static let unknownRole = Explanation(
    summary: Message(zh: "没有这个角色", en: "there is no such role"),
    what: Message(
      zh: "权限要写角色的名称，也就是 `roles:` 下面冒号前的词，或者单独写 `everyone`、`nobody`。没有角色叫这个名称。",
      en: """
        An access names a role by the word before the colon under `roles:`, or says `everyone` \
        or `nobody` alone. No role has this name.
        """),
    why: Message(
      zh: "没有人拥有这个角色，所以没有人得到这项权限：销售打开系统时，看不到自己的客户。",
      en: """
        Nobody has this role, so nobody would get the right: salesmen would open the system \
        and not see their customers.
        """),
    example: .yaml(
      .entity,
      wrong: "access: 销售",
      right: "access: sales"))

  static let unknownCurrency = Explanation(
    summary: Message(zh: "不是 ISO 4217 货币代码", en: "not a currency of ISO 4217"),
    what: Message(
      zh: "货币用国际标准 ISO 4217 的三个字母表示：人民币是 `CNY`，美元是 `USD`，日元是 `JPY`。",
      en: """
        A currency is written with the three letters of the standard ISO 4217: `CNY` for the \
        yuan, `USD` for the dollar, `JPY` for the yen.
        """),
    why: Message(
      zh: "货币决定金额有几位小数、前面显示什么符号。弄错了，报价就会差一百倍或显示成别的货币。",
      en: """
        The currency decides how many decimals an amount has and which sign stands before it. \
        With a wrong one, offers could be off by a factor of a hundred.
        """),
    example: .yaml(
      .sections,
      wrong: "currency: RMB",
      right: "currency: CNY"))

  static let unknownTimeZone = Explanation(
    summary: Message(zh: "不是 IANA 时区名称", en: "not a time zone of IANA"),
    what: Message(
      zh: "时区用 IANA 的名称表示：洲、斜线、城市。中国全境都是 `Asia/Shanghai`。",
      en: """
        A time zone has a name of IANA: the continent, a slash, a city. All of China is \
        `Asia/Shanghai`.
        """),
    why: Message(
      zh: "时区决定“今天”从几点开始。弄错了，早上签的合同会算在前一天，编号也用了前一天的日期。",
      en: """
        The time zone decides when a day begins. With a wrong one, a contract signed in the \
        morning would count for the day before and carry its date in the number.
        """),
    example: .yaml(
      .sections,
      wrong: "time_zone: Beijing",
      right: "time_zone: Asia/Shanghai"))

  static let unknownLanguage = Explanation(
    summary: Message(zh: "不支持的语言", en: "not a known language"),
    what: Message(
      zh: "页面可以使用的语言是 `zh`（中文）和 `en`（英文）。",
      en: "Pages can be in `zh` (Chinese) and `en` (English)."),
    why: Message(
      zh: "按钮、提示和日期格式只有这两种语言。声明别的语言，同事会看到一半没有翻译的页面。",
      en: """
        Buttons, messages and formats of dates exist in these two. With another one, \
        colleagues would see pages of which half is not translated.
        """),
    example: .yaml(
      .sections,
      wrong: "languages: [zh, ja]",
      right: "languages: [zh, en]"))

  static let unknownOption = Explanation(
    summary: Message(zh: "没有这个选项", en: "there is no such option"),
    what: Message(
      zh: "默认值要写选项的名称，也就是 `options:` 下面冒号前的词，不是页面上显示的文字。",
      en: """
        A default names an option by the word before the colon under `options:`, not by the \
        text that people see.
        """),
    why: Message(
      zh: "数据库保存的是选项的名称。写错的默认值存进去以后，没有任何筛选能找到这些客户。",
      en: """
        The database holds the name of the option. With a wrong default, no filter would ever \
        find these customers.
        """),
    example: .yaml(
      .fields,
      wrong: "level: { type: choice, options: { vip: 重点, normal: 普通 }, default: 普通 }",
      right: "level: { type: choice, options: { vip: 重点, normal: 普通 }, default: normal }"))
}
