import Diagnostics

// About what roles may do, with which records and which of their fields.
extension Explanation {
  /// An application whose role `sales` has these rights to an entity with a person, a phone number
  /// and two amounts; `fields` come before them.
  private static func rights(_ may: String, fields: String = "") -> String {
    """
    app: crm
    roles:
      sales: { label: 销售, may: { customer: \(may) } }
      boss: { label: 老板, may: { customer: all } }
    entities:
      customer:
        label: 客户
        fields: { \(fields)name: text, phone: phone, cost: money, owner: person }
    views:
      customer.all: { label: 全部客户, columns: [name] }
    """
  }

  static let misplacedRowWord = Explanation(
    summary: Message(
      zh: "说明哪些记录的词写在比较或计算里", en: "a word for records inside a comparison"),
    what: Message(
      zh: """
        `own`、`department`、`shared` 这样的词不是值，而是直接说明“哪些记录”。它们单独用，或者用 `and`、`or`、\
        `not` 连接，不能比较，也不能放进函数。
        """,
      en: """
        Words such as `own`, `department` and `shared` are no values: they say which records are \
        meant. They stand alone or with `and`, `or` and `not`, never in a comparison or a function.
        """),
    why: Message(
      zh: "写 `own == true` 的人想说“自己的记录”，直接写 `own` 就够了；别的写法没有意义，权限会和看上去的不一样。",
      en: """
        Whoever writes `own == true` means his own records, which `own` says; anything else would \
        give rights that nobody reads out of it.
        """),
    example: .yaml(
      .app, wrong: rights("{ read: own == true }"), right: rights("{ read: own and cost < 1000 }")))

  static let ambiguousRowWord = Explanation(
    summary: Message(
      zh: "字段与说明哪些记录的词同名", en: "a field is called like a word for records"),
    what: Message(
      zh: "实体有一个与 `own`、`shared` 这样的词同名的是否字段，而权限里单独写了这个词：它可能是指字段，也可能是指“哪些记录”。",
      en: """
        The entity has a yes-or-no field that is called like one of the words for records, and a \
        rule uses the word alone: it could mean either.
        """),
    why: Message(
      zh: "写的人想的是勾选了“共享”的客户，系统给的却是别人共享给他的客户，谁也看不出来。",
      en: """
        Someone means customers with a tick at `shared`, and gets those that others shared with \
        him; nobody would notice.
        """),
    example: .yaml(
      .app, wrong: rights("{ read: own or shared }", fields: "shared: boolean, "),
      right: rights("{ read: own or shared == true }", fields: "shared: boolean, ")))

  static let maskNotText = Explanation(
    summary: Message(zh: "不是文字的字段不能脱敏", en: "only texts can be masked"),
    what: Message(
      zh: "`mask` 让人看到文字的一部分，例如 `138****5678`。数字、日期、选项没有可以露出的一部分：露一位就猜得出大小。",
      en: """
        `mask` shows a part of a text, as `138****5678`. A number, a date or an option has no part \
        that could be shown: a digit tells how large it is.
        """),
    why: Message(
      zh: "成本 `9****` 与 `1****` 一比，就知道哪个客户更贵。",
      en: "From a cost of `9****` beside one of `1****` anybody sees which customer is dearer."),
    example: .yaml(
      .app, wrong: rights("{ read: true, mask: [phone, cost] }"),
      right: rights("{ read: true, mask: [phone], hide: [cost] }")))

  static let idleLimit = Explanation(
    summary: Message(zh: "隐藏、脱敏或锁定不起作用", en: "a limit that changes nothing"),
    what: Message(
      zh: "`hide`、`mask`、`lock` 只限制这个角色在这里得到的权限。一个人的权限是所有人的权限和各个角色的权限加起来的：别处已经给了，这里就限制不了。",
      en: """
        `hide`, `mask` and `lock` limit what the role is given here. What a person may do is the \
        sum of what everyone may do and what each of his roles gives: what another place gives, \
        this one cannot take.
        """),
    why: Message(
      zh: "看上去成本对销售是隐藏的，其实每个人都看得到。",
      en: "Cost seems to be hidden from salesmen, and everyone sees it."),
    example: .yaml(
      .app,
      wrong: """
        app: crm
        roles: { sales: { label: 销售, may: { customer: { read: true, hide: [cost] } } } }
        entities:
          customer: { label: 客户, access: everyone, fields: { name: text, cost: money } }
        views: { customer.all: { label: 全部客户, columns: [name] } }
        """,
      right: """
        app: crm
        roles:
          sales: { label: 销售, may: { customer: { read: true, hide: [cost] } } }
          boss: { label: 老板, may: { customer: all } }
        entities:
          customer: { label: 客户, fields: { name: text, cost: money } }
        views: { customer.all: { label: 全部客户, columns: [name] } }
        """))

  static let badLimit = Explanation(
    summary: Message(zh: "没有说清楚什么时候限制字段", en: "it does not say when a field is limited"),
    what: Message(
      zh: "字段后面写 `true`（总是）、`when 条件`（条件成立时）或 `unless 条件`（条件不成立时）。",
      en: """
        After a field stands `true`, which is always, `when …`, which is while that holds, or \
        `unless …`, which is while it does not.
        """),
    why: Message(
      zh: "`phone: own` 可以读成“自己的才隐藏”，也可以读成“自己的才显示”，意思正好相反。",
      en: """
        `phone: own` could mean that one's own are hidden or that only one's own are shown: the \
        very opposite.
        """),
    example: .yaml(
      .app, wrong: rights("{ read: true, mask: { phone: own } }"),
      right: rights("{ read: true, mask: { phone: unless own } }")))
}
