import Diagnostics

// About values, and what a type allows.
extension Explanation {
  static let notOfType = Explanation(
    summary: Message(zh: "值不符合字段类型", en: "a value is not of the field's type"),
    what: Message(
      zh: "默认值和上下限要写成字段类型能读的样子：日期是 `2026-03-02`，金额是 `1200.50`，是否是 `true` 或 `false`。",
      en: """
        Defaults and limits are written as the type reads them: a date as `2026-03-02`, an \
        amount as `1200.50`, yes and no as `true` and `false`.
        """),
    why: Message(
      zh: "新建客户时会填入一个不存在的日期，这条记录就存不进去，录入的人不知道为什么。",
      en: """
        A new customer would start with a day that does not exist; the record could not be \
        saved, and nobody would know why.
        """),
    example: .yaml(
      .fields,
      wrong: "since: { type: date, default: 2026年3月2日 }",
      right: "since: { type: date, default: 2026-03-02 }"))

  static let tooManyDecimals = Explanation(
    summary: Message(zh: "小数位数过多", en: "too many digits after the point"),
    what: Message(
      zh: "字段保存几位小数是固定的：`scale` 写几就是几位，金额由货币决定，整数没有小数。这里的数位数更多。",
      en: """
        A field keeps a fixed number of digits after the point: as many as `scale` says, for \
        money as many as the currency has, for integers none. This number has more.
        """),
    why: Message(
      zh: "系统从不悄悄四舍五入。如果把上限 4.75 存成 4.8，就会有人拿到超出规定的评分。",
      en: """
        Nothing is ever rounded silently. If a limit of 4.75 became 4.8, ratings above the \
        rule would be accepted.
        """),
    example: .yaml(
      .fields,
      wrong: "rating: { type: decimal, scale: 1, max: 4.75 }",
      right: "rating: { type: decimal, scale: 2, max: 4.75 }"))

  static let minimumAboveMaximum = Explanation(
    summary: Message(zh: "`min` 大于 `max`", en: "`min` is above `max`"),
    what: Message(
      zh: "`min` 是允许的最小值，`max` 是允许的最大值。最小值比最大值还大，就没有数符合。",
      en: """
        `min` is the smallest value allowed, `max` the largest. When the smallest is above the \
        largest, no number fits.
        """),
    why: Message(
      zh: "无论填什么都会被拒绝；如果这一栏必填，就没有人能保存客户。",
      en: """
        Whatever people enter is refused; if the box must be filled too, nobody can save a \
        customer.
        """),
    example: .yaml(
      .fields,
      wrong: "staff: { type: integer, label: 员工人数, min: 100, max: 10 }",
      right: "staff: { type: integer, label: 员工人数, min: 10, max: 100 }"))

  static let defaultOutsideRange = Explanation(
    summary: Message(zh: "默认值不在范围内", en: "a default is outside the range"),
    what: Message(
      zh: "默认值是新记录一开始的值，它必须符合字段自己的限制：不小于 `min`，不大于 `max`，不超过长度。",
      en: """
        A default is what a new record starts with. It must respect the limits of its field: \
        `min`, `max` and the length.
        """),
    why: Message(
      zh: "录入的人什么都没改，保存时却被拒绝，因为系统自己填的值不合规定。",
      en: """
        People would change nothing and still be refused on saving, because the value that the \
        system filled in breaks the rule.
        """),
    example: .yaml(
      .fields,
      wrong: "discount: { type: percent, label: 折扣, min: 0, max: 1, default: 5 }",
      right: "discount: { type: percent, label: 折扣, min: 0, max: 1, default: 0.05 }"),
    note: Message(
      zh: "百分比写成一的几分之几：5% 是 `0.05`。",
      en: "A percentage is written as a share of one: 5 % is `0.05`."))

  static let defaultNotAllowed = Explanation(
    summary: Message(zh: "该类型不能有默认值", en: "fields of this type cannot have a default"),
    what: Message(
      zh: "引用指向数据库里的一条记录，自动编号由系统给出。写定义的时候，这两种值都还不存在。",
      en: """
        A reference points to a record in the database, and an auto number is given by the \
        system. When the definition is written, neither exists.
        """),
    why: Message(
      zh: "默认引用的大区改名或删除以后，新建客户就会失败。",
      en: """
        After the region that the default points to is renamed or deleted, no customer could \
        be created.
        """),
    example: .yaml(
      .fields,
      wrong: "area: { type: reference, to: region, label: 所属大区, default: 华东 }",
      right: "area: { type: reference, to: region, label: 所属大区 }"),
    note: Message(
      zh: "想让人一定填写时，用 `required: true`。",
      en: "To make sure that people fill it, use `required: true`."))

  static let requiredAutoNumber = Explanation(
    summary: Message(zh: "自动编号不能写 `required`", en: "an auto number cannot be `required`"),
    what: Message(
      zh: "`required` 要求人填写一栏。自动编号由系统填写，人不能填，所以这个要求没有意义。",
      en: """
        `required` demands that people fill a box. An auto number is filled by the system and \
        cannot be typed, so the demand has no meaning.
        """),
    why: Message(
      zh: "如果真要人来填，就没有人能保存客户，因为页面上没有可填的地方。",
      en: """
        If people really had to fill it, nobody could save a customer, because there is no box \
        to fill.
        """),
    example: .yaml(
      .fields,
      wrong: #"number: { type: auto_number, pattern: "KH-{0000}", required: true }"#,
      right: #"number: { type: auto_number, pattern: "KH-{0000}" }"#))

  static let longTextNotAllowed = Explanation(
    summary: Message(zh: "长文本不能用在这里", en: "a long text cannot be used here"),
    what: Message(
      zh: "长文本有好几行，不适合作为标题、筛选、排序或唯一约束。它可以作为列显示。",
      en: """
        A long text has several lines. It cannot be a title, a filter, an order or part of a \
        unique key. It can be a column.
        """),
    why: Message(
      zh: "按备注的全文排序或筛选，几十万条记录的列表会慢到没有人愿意等。",
      en: """
        Lists of hundreds of thousands of records, sorted or filtered by whole remarks, would \
        be slower than anybody is willing to wait.
        """),
    example: .yaml(
      .view,
      wrong: """
        label: 全部客户
        columns: [name, remark]
        filter: remark
        """,
      right: """
        label: 全部客户
        columns: [name, remark]
        filter: name
        """),
    note: Message(
      zh: "内容其实只有一行时，把类型改为 `text`。",
      en: "When the content is a single line, make its type `text`."))

  static let badPattern = Explanation(
    summary: Message(zh: "编号格式有误", en: "a number pattern is wrong"),
    what: Message(
      zh: "编号格式由文字、日期部分和一个计数部分组成。`{0000}` 是至少四位的计数，`{yyyy}`、`{yy}`、`{mm}`、`{dd}` 是创建那天的年、月、日。",
      en: """
        A number pattern is made of text, parts of the date and one counter. `{0000}` counts \
        with at least four digits; `{yyyy}`, `{yy}`, `{mm}` and `{dd}` are year, month and day \
        of creation.
        """),
    why: Message(
      zh: "没有计数部分，今年的所有客户都会得到同一个编号 `KH-2026`，合同和发票就对不上客户。",
      en: """
        Without a counter all customers of a year would get the same number `KH-2026`, and \
        contracts could not be matched with customers.
        """),
    example: .yaml(
      .fields,
      wrong: #"number: { type: auto_number, pattern: "KH-{yyyy}" }"#,
      right: #"number: { type: auto_number, pattern: "KH-{yyyy}-{0000}" }"#),
    note: Message(
      zh: "写了月就要写年，写了日就要写月，否则不同时期的编号会重复。",
      en: """
        A month needs its year and a day its month, or numbers of different times would be the \
        same.
        """))

  static let badTitle = Explanation(
    summary: Message(zh: "标题有误", en: "a title is wrong"),
    what: Message(
      zh: "标题是记录的名称，由文字和 `{字段}` 组成。花括号成对出现，里面是字段的名称。",
      en: """
        A title is what a record is called: text with `{field}` in it. Braces come in pairs \
        and name a field.
        """),
    why: Message(
      zh: "链接和选择列表里会显示“{name”而不是客户的名称，销售分不清选的是谁。",
      en: """
        Links and pickers would show `{name` and not the name of the customer, and a salesman \
        could not tell who is who.
        """),
    example: .yaml(
      .entity,
      wrong: #"title: "{name""#,
      right: #"title: "{name}""#),
    note: Message(zh: "花括号本身写成 `{{` 和 `}}`。", en: "A brace itself is written `{{` or `}}`."))
}
