import Diagnostics

// About what stands too much in a line.
extension Explanation {
  static let textAfterValue = Explanation(
    summary: Message(
      zh: "引号或括号结束了值，后面又有文字",
      en: "text follows a quote or a bracket that ended the value"),
    what: Message(
      zh: "值以引号或括号开头时，到对应的引号或括号为止。后面只能是逗号、换行或注释。",
      en: """
        A value that begins with a quote or a bracket ends with its partner. Only a comma, the \
        end of the line or a comment can follow.
        """),
    why: Message(
      zh: "如果丢掉后面的文字，链接里显示的就只有客户的名称，没有后面的“先生”，而没有人收到提示。",
      en: """
        If what follows were dropped, links would show the customer's name without the words \
        after it, and nobody would be told.
        """),
    example: .yaml(
      .entity,
      wrong: #"label: "客户"（重点）"#,
      right: #"label: "客户（重点）""#),
    note: Message(
      zh: "注释前面要有一个空格：`label: 客户 # 说明`。",
      en: "A comment has a space before it: `label: 客户 # note`."))

  static let commentInText = Explanation(
    summary: Message(zh: "注释之后，文字不能再接着写", en: "a text cannot go on after a comment"),
    what: Message(
      zh: "没有引号的文字可以写成几行，遇到注释就结束。注释后面的下一行不再属于这段文字。",
      en: """
        A text without quotes may run over several lines; a comment ends it. The line after \
        the comment does not belong to it.
        """),
    why: Message(
      zh: "名称会在中间断开：页面上只显示前一半，后一半不见了。",
      en: "The label would break in the middle: the page would show its first half only."),
    example: .yaml(
      .entity,
      wrong: """
        label: 客户 # 内部名称
          管理
        """,
      right: """
        # 内部名称
        label: 客户管理
        """))

  static let extraComma = Explanation(
    summary: Message(zh: "多了一个逗号", en: "a comma too many"),
    what: Message(
      zh: "逗号隔开列表中的各项。两个逗号之间，或者左括号和逗号之间，没有任何内容。",
      en: """
        Commas separate the items of a list. Between two commas, or between the opening \
        bracket and a comma, nothing stands.
        """),
    why: Message(
      zh: "也许漏写了一列，也许只是多按了一次逗号。猜错的话，列表里会少一列客户信息。",
      en: """
        An item may have been forgotten, or the comma was typed twice. A wrong guess would \
        leave the list of customers without a column.
        """),
    example: .yaml(
      .view,
      wrong: """
        label: 全部客户
        columns: [name,, level]
        """,
      right: """
        label: 全部客户
        columns: [name, level]
        """))

  static let extraBracket = Explanation(
    summary: Message(zh: "多了一个括号", en: "a bracket too many"),
    what: Message(
      zh: "括号成对出现。这里的右括号没有对应的左括号。",
      en: "Brackets come in pairs. This closing one has no partner that opens it."),
    why: Message(
      zh: "不知道内容到哪里结束，后面的字段可能属于客户，也可能属于别的实体。",
      en: """
        Nobody can tell where the content ends; the fields that follow may belong to the \
        customer or elsewhere.
        """),
    example: .yaml(
      .view,
      wrong: """
        label: 全部客户
        columns: [name, level]]
        """,
      right: """
        label: 全部客户
        columns: [name, level]
        """))

  static let blockHeader = Explanation(
    summary: Message(zh: "`|` 或 `>` 后面不能写文字", en: "nothing can follow `|` or `>` in its line"),
    what: Message(
      zh: "冒号后面的 `|` 或 `>` 表示文字写在下面几行，并且缩进。同一行里不能再写文字。",
      en: """
        A `|` or `>` after the colon says that the text stands in the lines below, indented. \
        No text can follow in the same line.
        """),
    why: Message(
      zh: "不加引号的 `|VIP|` 不会成为名称，页面上就没有这个名称，后面的字段也读不到。",
      en: """
        Without quotes `|VIP|` is no label; the page would lack it, and the fields after it \
        would not be read.
        """),
    example: .yaml(
      .entity,
      wrong: "label: |VIP| 客户",
      right: #"label: "|VIP| 客户""#))
}
