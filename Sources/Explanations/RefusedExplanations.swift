import Diagnostics

// About what YAML has and the language refuses.
extension Explanation {
  static let anchor = Explanation(
    summary: Message(zh: "不支持锚点 `&`", en: "anchors `&` are not supported"),
    what: Message(
      zh: "在 YAML 里，`&` 开头的词给一段内容起一个代号，以便在别处用 `*` 重复它。这门语言不用代号，所以值不能以 `&` 开头；想写这个符号时加引号。",
      en: """
        In YAML a word that begins with `&` gives a nickname to some content, so that `*` can \
        repeat it elsewhere. This language has no nicknames, so a value cannot begin with `&`; \
        a text that does is put in quotes.
        """),
    why: Message(
      zh: "有代号时，读到一个字段的人要去别处找它的内容；改动一处，别处也悄悄改了。没有加引号的 `&Co` 会变成代号，名称里就没有它了。",
      en: """
        With nicknames, a reader must look elsewhere for what a field is, and a change in one \
        place silently changes others. An `&Co` without quotes would become a nickname, and \
        the label would lack it.
        """),
    example: .yaml(
      .fields,
      wrong: "partner: { type: text, label: &Co 伙伴 }",
      right: #"partner: { type: text, label: "&Co 伙伴" }"#))

  static let alias = Explanation(
    summary: Message(zh: "不支持别名 `*`", en: "aliases `*` are not supported"),
    what: Message(
      zh: "在 YAML 里，`*` 开头的词表示重复别处起过代号的内容。这门语言不用代号，所以值不能以 `*` 开头；想写星号时加引号。",
      en: """
        In YAML a word that begins with `*` repeats content that has a nickname elsewhere. \
        This language has no nicknames, so a value cannot begin with `*`; a text that does is \
        put in quotes.
        """),
    why: Message(
      zh: "有人用星号标出重要的栏目。不加引号，它会被当成对别处内容的引用，页面上就没有这个名称。",
      en: """
        Some people mark important boxes with an asterisk. Without quotes it would refer to \
        something elsewhere, and the label would be missing from the page.
        """),
    example: .yaml(
      .fields,
      wrong: "level: { type: text, label: *VIP }",
      right: #"level: { type: text, label: "*VIP" }"#),
    note: Message(
      zh: "必填的字段写 `required: true`，页面会自己标出它。",
      en: "A field that must be filled says `required: true`; the page marks it by itself."))

  static let tag = Explanation(
    summary: Message(zh: "不支持标签 `!`", en: "tags `!` are not supported"),
    what: Message(
      zh: "在 YAML 里，`!` 开头的词规定值的种类。在这门语言里，值写在哪里就决定它是什么，所以值不能以 `!` 开头；想写叹号时加引号。",
      en: """
        In YAML a word that begins with `!` says what kind of value follows. In this language \
        the place decides that, so a value cannot begin with `!`; a text that does is put in \
        quotes.
        """),
    why: Message(
      zh: "不加引号的 `!urgent` 不会显示在页面上：YAML 把它当成种类，名称里就没有它了。",
      en: """
        Without quotes `!urgent` would not appear on the page: YAML takes it for a kind, and \
        the label lacks it.
        """),
    example: .yaml(
      .fields,
      wrong: "note: { type: text, label: !urgent 备注 }",
      right: #"note: { type: text, label: "!urgent 备注" }"#))

  static let directive = Explanation(
    summary: Message(
      zh: "不支持以 `%` 开头的指令行",
      en: "directive lines that begin with `%` are not supported"),
    what: Message(
      zh: "文件开头以 `%` 起首的行是给其他 YAML 工具看的，例如版本号。这里不需要它，删除即可。",
      en: """
        A line that begins with `%` at the top of a file speaks to other YAML tools, about a \
        version for instance. Nothing here needs it; it can be deleted.
        """),
    why: Message(
      zh: "指令能改变后面内容的读法。不允许它，所有人看到的文件就只有一种读法。",
      en: """
        A directive can change how the rest is read. Without them a file has one meaning for \
        everybody.
        """),
    example: .yaml(
      .app,
      wrong: """
        %YAML 1.2
        ---
        app: crm
        """,
      right: "app: crm"))

  static let secondDocument = Explanation(
    summary: Message(zh: "一个文件只能有一个文档", en: "a file holds one document"),
    what: Message(
      zh: "单独一行的 `---` 表示一个新文档从这里开始。每个定义文件只有一个文档。",
      en: "A line with `---` alone begins a new document. A definition file holds one."),
    why: Message(
      zh: "`---` 常被当作分隔线使用。那样后面的字段和权限都属于另一个文档，系统里就没有它们。",
      en: """
        People use `---` as a dividing line. Then the fields and rights below it belong to \
        another document and would be missing from the system.
        """),
    example: .yaml(
      .app,
      wrong: """
        app: crm
        ---
        currency: CNY
        """,
      right: """
        app: crm
        # ------
        currency: CNY
        """),
    note: Message(
      zh: "想分隔内容时用 `#` 开头的注释行。",
      en: "To divide a file, use a comment line, which begins with `#`."))

  static let complexKey = Explanation(
    summary: Message(zh: "键必须是一个词", en: "a key must be a word"),
    what: Message(
      zh: "冒号前面是键，也就是这一项的名称。名称是一个词，不能是列表，也不能是用花括号括起来的一组内容。",
      en: """
        What stands before the colon is the key: the name of the item. A name is one word, not \
        a list and not a group in braces.
        """),
    why: Message(
      zh: "一行不能同时声明两个字段，因为每个字段在页面和数据库里都有自己的位置。",
      en: """
        One line cannot declare two fields, because each has its own place on the page and in \
        the database.
        """),
    example: .yaml(
      .fields,
      wrong: """
        name: text
        [phone, mobile]: text
        """,
      right: """
        name: text
        phone: text
        mobile: text
        """))

  static let duplicateKey = Explanation(
    summary: Message(zh: "同一处写了两次相同的键", en: "a key is written twice in the same place"),
    what: Message(
      zh: "在同一处，一个键只能出现一次。写两次时，两份内容各说各的，无法知道哪一份算数。",
      en: """
        A key stands once in its place. Written twice, the two say different things, and \
        nobody can tell which one counts.
        """),
    why: Message(
      zh: "多数工具会悄悄丢掉其中一份。那样座机这一栏会不见，而没有人收到提示。",
      en: """
        Most tools silently drop one of the two. The box for the landline would be gone, and \
        nobody would be told.
        """),
    example: .yaml(
      .fields,
      wrong: """
        phone: { type: text, label: 手机 }
        phone: { type: text, label: 座机 }
        """,
      right: """
        phone: { type: text, label: 手机 }
        landline: { type: text, label: 座机 }
        """))

  static let keyTooLong = Explanation(
    summary: Message(zh: "键超过 128 字节", en: "a key has more than 128 bytes"),
    what: Message(
      zh: "键是名称，不是说明。一个键最多 128 字节，约 42 个汉字。给人看的长句子写在 `label` 或 `help` 里。",
      en: """
        A key is a name, not an explanation. It has at most 128 bytes. Long sentences for \
        people belong in `label` or `help`.
        """),
    why: Message(
      zh: "名称会出现在网址、接口和数据库里，太长的名称会被截断或拒绝。",
      en: """
        Names appear in addresses, in the API and in the database, where long ones are cut or \
        refused.
        """),
    example: .yaml(
      .fields,
      wrong: """
        name: text
        客户的联系电话可以是手机也可以是座机请填写工作时间能够联系到采购负责人本人的那一个号码: text
        """,
      right: """
        name: text
        phone: { type: text, label: 联系电话, help: 工作时间能联系到采购负责人本人的号码 }
        """))

  static let mergeKey = Explanation(
    summary: Message(zh: "不支持合并键 `<<`", en: "merge keys `<<` are not supported"),
    what: Message(
      zh: "有些 YAML 工具用 `<<` 把别处的内容并到这里。这门语言不合并：需要什么就在这里写什么。",
      en: """
        Some YAML tools use `<<` to pour content from elsewhere into this place. This language \
        does not: what is needed is written where it is needed.
        """),
    why: Message(
      zh: "合并时相同的键会悄悄盖住对方，看文件的人不知道客户到底有哪些字段。",
      en: """
        When content is merged, equal keys silently hide one another, and a reader cannot tell \
        which fields a customer has.
        """),
    example: .yaml(
      .fields,
      wrong: """
        name: text
        <<: { phone: text }
        """,
      right: """
        name: text
        phone: text
        """))
}
