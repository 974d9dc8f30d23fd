import Diagnostics

// About what is no YAML.
extension Explanation {
  static let unreadable = Explanation(
    summary: Message(
      zh: "不符合 YAML 语法，且没有更具体的说明",
      en: "not valid YAML, and nothing more particular can be said"),
    what: Message(
      zh: "文件从这里起无法按 YAML 读下去，而原因不属于常见的几种。多半是文字以特殊符号开头，或者引号、括号、缩进不完整。",
      en: """
        From here on the file cannot be read as YAML, for none of the usual reasons. Mostly a \
        text begins with a special character, or a quote, a bracket or the indentation is \
        incomplete.
        """),
    why: Message(
      zh: "这个文件后面的内容都没有读到。里面的字段、视图和权限是否正确，要改好这一处再检查才知道。",
      en: """
        Nothing after this place was read. Whether the fields, views and rights there are \
        right will be known after this place is mended.
        """),
    example: .yaml(
      .fields,
      wrong: "rate: { type: text, label: !%FF 比例 }",
      right: #"rate: { type: text, label: "!%FF 比例" }"#),
    note: Message(
      zh: "拿不准时给整个文字加双引号。",
      en: "When in doubt, put the whole text in double quotes."))

  static let unclosedQuote = Explanation(
    summary: Message(zh: "引号没有闭合", en: "a quote is never closed"),
    what: Message(
      zh: "引号成对出现：一个开头，一个结尾。缺少结尾时，后面的所有行都成了这段文字的一部分。",
      en: """
        Quotes come in pairs: one opens, one closes. Without the second, all lines that follow \
        become part of the text.
        """),
    why: Message(
      zh: "后面的字段和权限都被吞进一个名称里，系统里就没有它们。",
      en: """
        The fields and rights that follow would be swallowed by one label and be missing from \
        the system.
        """),
    example: .yaml(
      .fields,
      wrong: #"name: { type: text, label: "客户名称 }"#,
      right: #"name: { type: text, label: "客户名称" }"#),
    note: Message(
      zh: "文字里没有特殊符号时，不需要引号。",
      en: "A text without special characters needs no quotes."))

  static let unclosedBracket = Explanation(
    summary: Message(zh: "括号没有闭合，或缺少逗号", en: "a bracket is not closed, or a comma is missing"),
    what: Message(
      zh: "花括号和方括号成对出现，里面的各项用逗号隔开。缺少一个逗号，两项就连成了一项；缺少右括号，就不知道内容到哪里结束。",
      en: """
        Braces and brackets come in pairs, and commas separate what is in them. Without a \
        comma two items run into one; without the closing bracket nobody knows where the \
        content ends.
        """),
    why: Message(
      zh: "后面的字段会被当成这个字段的一部分，录入页面上就没有它们。",
      en: """
        The fields that follow would be taken for a part of this one and would be missing from \
        the form.
        """),
    example: .yaml(
      .fields,
      wrong: """
        name: { type: text, label: 客户名称
        phone: { type: text, label: 电话 }
        """,
      right: """
        name: { type: text, label: 客户名称 }
        phone: { type: text, label: 电话 }
        """))

  static let badIndentation = Explanation(
    summary: Message(
      zh: "缩进与同一块的其他行不一致",
      en: "the indentation differs from the other lines of the block"),
    what: Message(
      zh: "行首空格的多少表示这一行属于谁。属于同一处的各行要从同一列开始，属于某一行的内容要比它多空两格。",
      en: """
        The number of spaces at the start of a line says what it belongs to. Lines that belong \
        together begin in the same column; what belongs to a line stands two spaces further \
        in.
        """),
    why: Message(
      zh: "差一个空格，电话就不再是客户的字段。猜错的后果是字段、选项或权限跑到别的地方。",
      en: """
        One space less, and the phone number is no field of the customer any more. A wrong \
        guess would move a field, an option or a right elsewhere.
        """),
    example: .yaml(
      .fields,
      wrong: """
          name: text
        phone: text
        """,
      right: """
        name: text
        phone: text
        """))

  static let missingColon = Explanation(
    summary: Message(zh: "键后面缺少冒号和空格", en: "a colon and a space are missing after a key"),
    what: Message(
      zh: "每一项写成键、冒号、空格、值。冒号和空格合在一起才把键与值分开；少了空格，整行只是一段文字。",
      en: """
        An item is written as key, colon, space, value. Only the colon with its space \
        separates the two; without the space the whole line is just a text.
        """),
    why: Message(
      zh: "这一行不会成为字段，录入页面上就没有电话这一栏。",
      en: "The line would be no field, and the form would have no box for the phone number."),
    example: .yaml(
      .fields,
      wrong: """
        name: text
        phone:text
        """,
      right: """
        name: text
        phone: text
        """))

  static let colonInText = Explanation(
    summary: Message(zh: "不能再出现冒号加空格", en: "another colon with a space cannot stand here"),
    what: Message(
      zh: "一行里第一个冒号加空格把键与值分开。值里面再出现冒号加空格，就像又开始了一项。文字里需要它时，给整个文字加引号。",
      en: """
        The first colon with a space in a line separates key and value. Another one inside the \
        value looks like a new item. A text that needs it is put in quotes.
        """),
    why: Message(
      zh: "没有引号就无法知道 `客户: 重点` 是一个名称，还是名称“客户”下面的一项。",
      en: """
        Without quotes nobody can tell whether `客户: 重点` is one label or an item below the \
        label `客户`.
        """),
    example: .yaml(
      .entity,
      wrong: "label: 客户: 重点",
      right: #"label: "客户: 重点""#),
    note: Message(
      zh: "全角冒号“：”在文字里没有特殊含义，不需要引号。",
      en: "The full-width colon `：` has no special meaning inside a text and needs no quotes."))

  static let badStart = Explanation(
    summary: Message(zh: "值不能以这个字符开头", en: "a value cannot begin with this character"),
    what: Message(
      zh: "有些符号在值的开头有特殊用途或被 YAML 保留，例如 `@`、反引号和 `%`。以它们开头的文字要加引号。",
      en: """
        Some characters are reserved by YAML at the start of a value, such as `@`, the \
        backquote and `%`. A text that begins with one is put in quotes.
        """),
    why: Message(
      zh: "从这里起文件读不下去，后面的字段都不会出现在系统里。",
      en: """
        The file cannot be read from here on, and the fields that follow would be missing from \
        the system.
        """),
    example: .yaml(
      .fields,
      wrong: "email: { type: text, label: @邮箱 }",
      right: #"email: { type: text, label: "@邮箱" }"#))

  static let badEscape = Explanation(
    summary: Message(
      zh: "双引号中的反斜杠不是有效的转义",
      en: "a backslash in double quotes is not followed by a valid escape"),
    what: Message(
      zh: "在双引号里，反斜杠和后面的字符合起来表示一个特殊字符，例如 `\\n` 是换行。要写反斜杠本身，用单引号，或写两个反斜杠。",
      en: """
        In double quotes a backslash and the character after it stand for something special; \
        `\\n` is a new line. For a backslash itself, use single quotes or write it twice.
        """),
    why: Message(
      zh: "否则文件夹路径 `D:\\new` 会被读成“D:”、换行和“ew”，说明文字就看不懂了。",
      en: """
        Otherwise a folder such as `D:\\new` would be read as `D:`, a new line and `ew`, and \
        the help text would make no sense.
        """),
    example: .yaml(
      .fields,
      wrong: #"folder: { type: text, help: "例如 D:\客户资料" }"#,
      right: #"folder: { type: text, help: '例如 D:\客户资料' }"#))
}
