import Diagnostics

// About encoding, invisible characters, limits of a file.
extension Explanation {
  static let invalidUTF8 = Explanation(
    summary: Message(
      zh: "文件不是 UTF-8 编码，常见原因是保存成了 GBK",
      en: "the file is not UTF-8; often it was saved as GBK"),
    what: Message(
      zh: "电脑把每个字存成数字，编码就是字与数字的对照表。定义文件用 UTF-8 这一种。按 GBK 保存的文件用的是另一张表，里面的汉字不能按 UTF-8 读出来。",
      en: """
        A computer stores each character as numbers; an encoding is the table that says which. \
        Definition files use UTF-8. A file saved as GBK uses another table, so its Chinese \
        characters cannot be read as UTF-8.
        """),
    why: Message(
      zh: "如果照样读下去，页面和菜单上的“客户名称”会变成乱码，销售认不出该填哪一栏。因此整个文件都不读。",
      en: """
        If the file were read anyway, labels such as 客户名称 would appear as garbage on pages and \
        menus, and nobody could tell which box is which. So nothing of the file is read.
        """),
    example: .described(
      wrong: Message(
        zh: "用记事本等编辑器按“ANSI”或“GBK”保存的文件",
        en: "a file saved as “ANSI” or “GBK” in an editor"),
      right: Message(
        zh: "同一个文件，用“另存为”选择编码 UTF-8 保存",
        en: "the same file, saved again with the encoding UTF-8")),
    note: Message(
      zh: "先在编辑器里确认汉字显示正常，再另存为 UTF-8。显示成乱码时保存，乱码就会留在文件里。",
      en: """
        First see that the editor shows the Chinese text correctly, then save as UTF-8. Saving \
        while it looks wrong makes the damage permanent.
        """))

  static let utf16 = Explanation(
    summary: Message(zh: "文件是 UTF-16 编码", en: "the file is UTF-16"),
    what: Message(
      zh: "UTF-16 是另一种编码，有些编辑器和表格软件称它为“Unicode”。定义文件用 UTF-8。",
      en: """
        UTF-16 is another encoding, which some editors and spreadsheets call “Unicode”. \
        Definition files use UTF-8.
        """),
    why: Message(
      zh: "整个文件都读不出来，里面定义的客户、字段和权限都不会出现在系统里。",
      en: """
        Nothing of the file can be read, so the customers, fields and rights that it defines \
        would be absent from the system.
        """),
    example: .described(
      wrong: Message(
        zh: "保存时选择了编码“Unicode”或“UTF-16”的文件",
        en: "a file saved with the encoding “Unicode” or “UTF-16”"),
      right: Message(
        zh: "同一个文件，用“另存为”选择编码 UTF-8 保存",
        en: "the same file, saved again with the encoding UTF-8")))

  static let controlCharacter = Explanation(
    summary: Message(
      zh: "不可见的控制字符或改变显示方向的字符",
      en: "an invisible control character, or one that reorders text on the screen"),
    what: Message(
      zh: "有些字符看不见，却会改变文字的含义或显示顺序。它们多半是从网页、聊天窗口或表格里复制时带进来的。",
      en: """
        Some characters cannot be seen, yet they change what a text means or the order in \
        which it is shown. Most come along when text is copied from a web page, a chat or a \
        spreadsheet.
        """),
    why: Message(
      zh: "两个名称看起来一样，其实不同：销售搜索“华东”时找不到那一条。改变方向的字符还能让审阅的人看到与实际不同的内容，例如权限看上去只给了经理。",
      en: """
        Two names look alike and are not: a salesman who searches for 华东 does not find the \
        record. A character that reorders text can even show a reviewer something else than \
        what is there, such as an access that seems to be given to managers alone.
        """),
    example: .described(
      wrong: Message(
        zh: "一段从网页复制的文字，其中夹着看不见的字符，例如 U+202E 或 U+FEFF",
        en: """
          a text copied from a web page that holds an invisible character, such as U+202E or \
          U+FEFF
          """),
      right: Message(
        zh: "同样的文字，删除该字符后的样子；把那一处重新输入一遍最可靠",
        en: "the same text without that character; typing that part again is the surest way")))

  static let tabIndentation = Explanation(
    summary: Message(zh: "缩进用了制表符", en: "a tab is used for indentation"),
    what: Message(
      zh: "行首的空格表示这一行属于谁。制表符（Tab 键）在不同的电脑上宽度不同，所以 YAML 只用空格。",
      en: """
        The spaces at the start of a line say what the line belongs to. A tab is shown with a \
        different width on every computer, so YAML uses spaces only.
        """),
    why: Message(
      zh: "在一台电脑上看着对齐的字段，到另一台电脑上就像属于别的实体。猜错一次，客户的字段就会跑到订单里。",
      en: """
        Fields that line up on one computer seem to belong elsewhere on another. One wrong \
        guess would put a field of the customer into the order.
        """),
    example: .yaml(
      .sections,
      wrong: """
        label:
        \tzh: 客户管理
        \ten: Customers
        """,
      right: """
        label:
          zh: 客户管理
          en: Customers
        """),
    note: Message(
      zh: "多数编辑器可以设置“按 Tab 键时插入空格”。",
      en: "Most editors have a setting that makes the Tab key insert spaces."))

  static let fileTooLarge = Explanation(
    summary: Message(zh: "文件超过 1 MiB", en: "the file is larger than 1 MiB"),
    what: Message(
      zh: "一个定义文件最多 1 MiB，约三十万个汉字。超过时多半放进了不该放的内容，例如整张数据表。",
      en: """
        A definition file holds at most 1 MiB, about a million letters. A larger one usually \
        contains something that does not belong there, such as a whole table of data.
        """),
    why: Message(
      zh: "定义说明系统是什么样子，客户数据放在数据库里。数据混进定义后，每改一位客户的电话都要重新生成系统。",
      en: """
        A definition says what the system is like; the customers themselves are in the \
        database. With data in the definition, each new phone number would need a new build.
        """),
    example: .described(
      wrong: Message(
        zh: "一个 3 MiB 的文件，里面列出了几万个客户",
        en: "a file of 3 MiB that lists tens of thousands of customers"),
      right: Message(
        zh: "定义按实体拆成几个文件；初始数据以 CSV 放在 `data` 文件夹",
        en: "the definition split into a file per entity; demo data as CSV in the folder `data`")))

  static let tooManyNodes = Explanation(
    summary: Message(zh: "文件的条目超过 50 000 个", en: "the file has more than 50 000 items"),
    what: Message(
      zh: "条目是键、值、列表和列表中的每一项。一个文件最多 50 000 个，从超过的地方起不再读取。",
      en: """
        Items are keys, values, lists and what is in them. A file holds at most 50 000; what \
        comes after is not read.
        """),
    why: Message(
      zh: "没有读到的字段和权限不会出现在系统里，所以这样的文件不能用来生成系统。",
      en: """
        Fields and rights that were not read would be missing from the system, so nothing is \
        built from such a file.
        """),
    example: .described(
      wrong: Message(
        zh: "一个文件，某个选项字段列出了两万多个城市和街道",
        en: "a file in which one choice lists more than 20 000 towns and streets"),
      right: Message(
        zh: "把城市做成一个实体，用 `reference` 引用；其余内容拆成几个文件",
        en: """
          towns as an entity of their own, used by a `reference`; the rest split into several \
          files
          """)))

  static let fullWidthPunctuation = Explanation(
    summary: Message(
      zh: "YAML 需要半角符号的地方用了全角",
      en: "full-width punctuation where YAML needs ASCII"),
    what: Message(
      zh: "中文输入法打出的冒号、逗号、引号和括号是全角的，与半角的不是同一个字符。键后面的冒号、列表里的逗号和括号必须是半角；文字内部可以随意使用全角标点。",
      en: """
        A Chinese input method types full-width colons, commas, quotes and brackets. They are \
        other characters than the ASCII ones. The colon after a key, and commas and brackets \
        of lists, must be ASCII; inside a text full-width punctuation is welcome.
        """),
    why: Message(
      zh: "全角冒号不会把键和值分开，“电话”这一栏就不存在，录入客户的人没有地方填电话。",
      en: """
        A full-width colon does not separate a key from its value, so the field would not \
        exist and whoever enters a customer would find no box for the phone number.
        """),
    example: .yaml(
      .fields,
      wrong: "phone：{ type: text, label: 电话 }",
      right: "phone: { type: text, label: 电话 }"),
    note: Message(zh: "半角冒号后面还要有一个空格。", en: "An ASCII colon is followed by a space."))

  static let tooDeep = Explanation(
    summary: Message(zh: "嵌套超过 64 层", en: "nested more than 64 levels deep"),
    what: Message(
      zh: "一项里面有一项，里面又有一项，这叫嵌套。语言本身最多用到七层，超过 64 层多半是括号写错了。",
      en: """
        One thing inside another inside another is called nesting. The language itself needs \
        about seven levels; more than 64 are nearly always misplaced brackets.
        """),
    why: Message(
      zh: "没有人看得懂 64 层里面写的是谁的权限。读不下去的文件不能用来生成系统。",
      en: """
        Nobody could tell whose right is written 64 levels down. A file that cannot be \
        followed is not built.
        """),
    example: .described(
      wrong: Message(zh: "一个值外面套了 65 层方括号", en: "a value inside 65 square brackets"),
      right: Message(
        zh: "只保留需要的括号，例如 `languages: [zh, en]`",
        en: "the brackets that are needed and no more, as in `languages: [zh, en]`")))
}
