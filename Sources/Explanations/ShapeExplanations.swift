import Diagnostics

// About keywords that are unknown, missing or too many.
extension Explanation {
  static let unknownKey = Explanation(
    summary: Message(zh: "这里没有这个关键字", en: "there is no such keyword here"),
    what: Message(
      zh: "每一处可以写哪些关键字是固定的，例如字段有 `type`、`label`、`required`。不认识的词多半是拼写错误，或者写错了地方。",
      en: """
        Each place has a fixed set of keywords; a field has `type`, `label`, `required` and a \
        few more. An unknown word is mostly misspelt, or stands in the wrong place.
        """),
    why: Message(
      zh: "如果忽略不认识的词，`lable` 里写的名称就丢了，页面上显示的是 `name` 而不是“客户名称”。拼错的 `required` 更糟：本该必填的栏目可以空着。",
      en: """
        If unknown words were ignored, the label under `lable` would be lost and the page \
        would show `name`. A misspelt `required` would be worse: a box that must be filled \
        could be left blank.
        """),
    example: .yaml(
      .fields,
      wrong: "name: { type: text, lable: 客户名称 }",
      right: "name: { type: text, label: 客户名称 }"))

  static let missingKey = Explanation(
    summary: Message(zh: "缺少必需的关键字", en: "a required keyword is missing"),
    what: Message(
      zh: """
        有些内容没有就无法继续：字段要有 `type`，实体要有 `label` 和 `fields`，视图要有 `label` 和 `columns`，选项字段要有 \
        `options`。
        """,
      en: """
        Some things cannot be guessed: a field needs its `type`, an entity `label` and \
        `fields`, a view `label` and `columns`, a choice its `options`.
        """),
    why: Message(
      zh: "没有类型的字段可以是文字、金额或日期。猜错的话，金额不能求和，日期不能排序。",
      en: """
        A field without a type could be a text, an amount or a date. After a wrong guess \
        amounts could not be added up and dates not be sorted.
        """),
    example: .yaml(
      .fields,
      wrong: "name: { label: 客户名称 }",
      right: "name: { type: text, label: 客户名称 }"))

  static let keyOfOtherType = Explanation(
    summary: Message(zh: "关键字不适用于该字段类型", en: "the keyword belongs to other field types"),
    what: Message(
      zh: "每种字段类型有自己的关键字：文字有 `max_length`，数字有 `min` 和 `max`，选项有 `options`。这个关键字存在，但属于别的类型。",
      en: """
        Each field type has keywords of its own: a text has `max_length`, a number `min` and \
        `max`, a choice `options`. This keyword exists, but for other types.
        """),
    why: Message(
      zh: "写在文字字段上的 `max: 100` 什么也限制不了。写的人以为限制了长度，用的人却能填进任意长的内容。",
      en: """
        A `max: 100` on a text limits nothing. Its author believes the length is limited, and \
        people enter texts of any length.
        """),
    example: .yaml(
      .fields,
      wrong: "name: { type: text, max: 100 }",
      right: "name: { type: text, max_length: 100 }"),
    note: Message(
      zh: "另一种可能是类型写错了：想要数字时，把 `text` 改为 `integer`、`decimal` 或 `money`。",
      en: """
        Perhaps the type is what is wrong: for a number write `integer`, `decimal` or `money` \
        in place of `text`.
        """))

  static let missingLanguage = Explanation(
    summary: Message(zh: "缺少某种已声明语言的文字", en: "the wording for a declared language is missing"),
    what: Message(
      zh: "应用用 `languages` 声明页面使用哪些语言，不写就是中文和英文。按语言分别写的文字，每种语言都要有一份。",
      en: """
        The application declares with `languages` in which languages its pages exist; without \
        it they are Chinese and English. A text that is written by language needs one wording \
        for each.
        """),
    why: Message(
      zh: "使用英文页面的同事会看到一个没有名称的栏目，不知道该填什么。",
      en: """
        A colleague who uses the English pages would see a box without a label and not know \
        what to enter.
        """),
    example: .yaml(
      .fields,
      wrong: "phone: { type: text, label: { zh: 联系电话 } }",
      right: "phone: { type: text, label: { zh: 联系电话, en: Phone } }"),
    note: Message(
      zh: "各种语言都用同一段文字时，直接写 `label: 联系电话`。只用中文时，在设置里写 `languages: zh`。",
      en: """
        When one text serves all languages, write `label: 联系电话`. When the pages are in one \
        language only, set `languages: zh`.
        """))

  static let undeclaredLanguage = Explanation(
    summary: Message(zh: "文字使用了没有声明的语言", en: "a wording is for a language that is not declared"),
    what: Message(
      zh: "文字写了某种语言的说法，但应用的 `languages` 里没有这种语言。",
      en: "A text has a wording for a language that `languages` of the application does not list."),
    why: Message(
      zh: "没有页面会显示这份文字。写的人以为英文已经齐全，用英文的同事却什么也看不到。",
      en: """
        No page would ever show this wording. Its author believes that English is done, and \
        colleagues who read English see nothing of it.
        """),
    example: .yaml(
      .app,
      wrong: """
        app: crm
        languages: zh
        label: { zh: 客户管理, en: Customers }
        """,
      right: """
        app: crm
        languages: [zh, en]
        label: { zh: 客户管理, en: Customers }
        """),
    note: Message(
      zh: "`{ }` 里的逗号结束一个值：`{ zh: 客户, 公司 }` 里的 `公司` 被读作一种语言。有逗号的文字要加引号。",
      en: """
        A comma in `{ }` ends a value: in `{ zh: 客户, 公司 }` the word `公司` is read as a language. \
        Put a text with a comma in quotes.
        """))

  static let emptyCollection = Explanation(
    summary: Message(zh: "至少要有一项", en: "at least one item is needed"),
    what: Message(
      zh: "这里是一个列表或一组内容，里面却什么也没有。",
      en: "This is a list or a group, and nothing is in it."),
    why: Message(
      zh: "没有选项的选项字段无法填写；如果它还是必填的，就没有人能保存客户。",
      en: """
        A choice without options cannot be filled; if it must be filled too, nobody can save a \
        customer.
        """),
    example: .yaml(
      .fields,
      wrong: "level: { type: choice, options: {} }",
      right: "level: { type: choice, options: { vip: 重点, normal: 普通 } }"))

  static let rootNotMapping = Explanation(
    summary: Message(zh: "文件最外层不是映射", en: "the file is not a mapping at its outermost level"),
    what: Message(
      zh: "文件由若干节组成，每一节是一个键和它下面的内容，例如 `entities:`。行首多出来的 `-` 会把整个文件变成一个列表。",
      en: """
        A file consists of sections, each a key with something below it, such as `entities:`. \
        A stray `-` at the start of a line turns the whole file into a list.
        """),
    why: Message(
      zh: "列表里的内容没有名称，就不知道哪一项是角色、哪一项是实体，整个文件都用不上。",
      en: """
        Items of a list have no names, so nobody can tell what is a role and what an entity, \
        and the whole file is of no use.
        """),
    example: .yaml(
      .app,
      wrong: "- app: crm",
      right: "app: crm"))

  static let tooMany = Explanation(
    summary: Message(zh: "个数超过上限", en: "there are more of them than the limit allows"),
    what: Message(
      zh: "一个应用最多 64 个角色，一个实体最多 500 个字段。",
      en: "An application has at most 64 roles, an entity at most 500 fields."),
    why: Message(
      zh: "500 栏的表单已经没有人能填完。字段这么多时，多半是几种记录合成了一种，例如客户和他的每一个联系人。",
      en: """
        Nobody can fill a form of 500 boxes. So many fields usually mean that several kinds of \
        records were made into one, such as a customer and each of the contacts.
        """),
    example: .described(
      wrong: Message(
        zh: "一个客户实体，字段从 `contact_1` 到 `contact_600`",
        en: "an entity for customers with fields from `contact_1` to `contact_600`"),
      right: Message(
        zh: "联系人单独作为一个实体，用 `reference` 指向客户",
        en: "an entity for contacts with a `reference` to the customer")))

  static let missingApp = Explanation(
    summary: Message(zh: "没有任何文件写明应用的名称", en: "no file names the application"),
    what: Message(
      zh: "文件夹里必须有一个文件写明 `app:` 和应用的名称。",
      en: "One file of the folder must name the application with `app:`."),
    why: Message(
      zh: "这个名称就是程序和数据库文件的名称。没有它，就不知道该打开哪个数据库。",
      en: """
        The program and its database file are called by this name. Without it nobody knows \
        which database to open.
        """),
    example: .yaml(
      .app,
      wrong: "label: 客户管理",
      right: """
        app: crm
        label: 客户管理
        """),
    note: Message(
      zh: "如果确实写过 `app:`，检查命令里的文件夹是否正确。",
      en: "If there is an `app:` already, see whether the command names the right folder."))
}
