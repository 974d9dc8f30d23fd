import Diagnostics

// About the form of values.
extension Explanation {
  static let expectedMapping = Explanation(
    summary: Message(zh: "应为映射", en: "a mapping is needed"),
    what: Message(
      zh: "这里需要一组内容，每一项有自己的名称：`名称: 内容`。现在写的是一个值或一个列表。",
      en: """
        This place takes a group in which every item has a name: `name: content`. What stands \
        here is a single value or a list.
        """),
    why: Message(
      zh: "每个字段都要有名称和类型。只写一个词，就不知道客户有哪些栏目、各填什么。",
      en: """
        Each field needs a name and a type. A single word does not say which boxes a customer \
        has and what goes into them.
        """),
    example: .yaml(
      .entity,
      wrong: "fields: name",
      right: "fields: { name: text }"),
    note: Message(
      zh: "一组内容可以写在花括号里，也可以每项一行，比上一行多空两格。",
      en: "A group is written in braces, or one item a line, two spaces further in."))

  static let expectedList = Explanation(
    summary: Message(zh: "应为列表", en: "a list is needed"),
    what: Message(
      zh: "这里需要一个列表，哪怕只有一项：写在方括号里，用逗号隔开。",
      en: "This place takes a list, even of one item: in square brackets, separated by commas."),
    why: Message(
      zh: "列表的顺序就是页面上各列的顺序。写成一个值时，无法知道它是一列，还是几列的名称连在了一起。",
      en: """
        The order of the list is the order of the columns on the page. A single value could be \
        one column or several whose names ran together.
        """),
    example: .yaml(
      .view,
      wrong: """
        label: 全部客户
        columns: name
        """,
      right: """
        label: 全部客户
        columns: [name]
        """))

  static let expectedText = Explanation(
    summary: Message(zh: "应为单个值", en: "a single value is needed"),
    what: Message(
      zh: "这里只需要一个值，例如一个词或一段文字，不要方括号和花括号。",
      en: "This place takes one value, a word or a text, without brackets or braces."),
    why: Message(
      zh: "一个栏目只有一个名称。给出几个时，无法知道页面上该显示哪一个。",
      en: "A box has one label. With several nobody could tell which one the page should show."),
    example: .yaml(
      .fields,
      wrong: "name: { type: text, label: [客户名称] }",
      right: "name: { type: text, label: 客户名称 }"),
    note: Message(
      zh: """
        文字以方括号或花括号开头时加引号：`"[重要] 客户"`。
        """,
      en: """
        A text that begins with a bracket or a brace is put in quotes: `"[重要] 客户"`.
        """))

  static let expectedBoolean = Explanation(
    summary: Message(zh: "只能是 `true` 或 `false`", en: "only `true` or `false` can stand here"),
    what: Message(
      zh: "是与否只有一种写法：`true` 是“是”，`false` 是“否”。",
      en: "Yes and no are written in one way only: `true` is yes, `false` is no."),
    why: Message(
      zh: "各种工具对 `yes`、`on`、`是` 的理解不同。如果某一个被当成“否”，没有名称的客户就能存进系统。",
      en: """
        Tools disagree about `yes`, `on` and `是`. If one of them were taken for no, customers \
        without a name could be saved.
        """),
    example: .yaml(
      .fields,
      wrong: "name: { type: text, required: 是 }",
      right: "name: { type: text, required: true }"))

  static let expectedWholeNumber = Explanation(
    summary: Message(zh: "应为整数", en: "a whole number is needed"),
    what: Message(
      zh: "这里需要一个整数：只用半角数字，没有单位、小数点和千分位逗号。",
      en: "This place takes a whole number: ASCII digits, no unit, no point, no separator."),
    why: Message(
      zh: "如果去猜 `100字` 是多少，限制可能变成别的数，客户名称就会被截短或者太长。",
      en: """
        If `100字` were guessed at, the limit might become another number, and names of \
        customers would be refused or too long.
        """),
    example: .yaml(
      .fields,
      wrong: "name: { type: text, max_length: 100字 }",
      right: "name: { type: text, max_length: 100 }"))

  static let outsideLimits = Explanation(
    summary: Message(zh: "数值不在允许的范围内", en: "a number is outside its limits"),
    what: Message(
      zh: "有些设置只允许一定范围内的数：单行文字最多 10 000 个字符，长文本最多 100 000 个，小数最多 9 位。",
      en: """
        Some settings allow numbers in a certain range only: a one-line text up to 10 000 \
        characters, a long text up to 100 000, decimals up to 9 digits.
        """),
    why: Message(
      zh: "单行输入框里放两万字，既看不全也改不了。长内容需要多行的输入框。",
      en: """
        Twenty thousand characters in a box of one line can neither be read nor edited. Long \
        content needs a box of several lines.
        """),
    example: .yaml(
      .fields,
      wrong: "remark: { type: text, max_length: 20000 }",
      right: "remark: { type: long_text, max_length: 20000 }"))

  static let tooLong = Explanation(
    summary: Message(zh: "文字超过长度上限", en: "a text is longer than its limit"),
    what: Message(
      zh: "名称 `label` 最多 200 个字符，说明 `help` 最多 1 000 个。",
      en: "A `label` has at most 200 characters, a `help` text at most 1 000."),
    why: Message(
      zh: "名称出现在菜单、表头和提示里。几百个字的名称会把表格撑开，其他列就看不见了。",
      en: """
        Labels stand in menus, table heads and messages. A label of hundreds of characters \
        would push the other columns off the page.
        """),
    example: .described(
      wrong: Message(
        zh: "一个 `label`，里面是 300 个字的填写说明",
        en: "a `label` that holds instructions of 300 characters"),
      right: Message(
        zh: "`label` 只写栏目的名称，填写说明写在 `help` 里",
        en: "the name of the box in `label`, the instructions in `help`")))

  static let emptyValue = Explanation(
    summary: Message(zh: "关键字后面没有内容", en: "a keyword has no value"),
    what: Message(zh: "冒号后面没有内容，或者只有空格。", en: "Nothing follows the colon, or only spaces."),
    why: Message(
      zh: "空着可能是忘了写，也可能是想删除。猜错的话，要么多出一个没用的栏目，要么少了一个需要的栏目。",
      en: """
        It may have been forgotten, or meant to be deleted. A wrong guess would add a box that \
        nobody needs or drop one that somebody does.
        """),
    example: .yaml(
      .fields,
      wrong: "name:",
      right: "name: text"))
}
