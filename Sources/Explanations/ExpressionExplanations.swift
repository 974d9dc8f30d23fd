import Diagnostics

extension Explanation {
  static let badExpression = Explanation(
    summary: Message(zh: "表达式读不懂", en: "the expression cannot be read"),
    what: Message(
      zh: "表达式由字段、数字、文字、函数和运算符组成，两个值之间要有运算符，括号和引号要成对。这里少了或多了一部分。",
      en: """
        An expression is made of fields, numbers, texts, functions and operators. There is an \
        operator between two values, and brackets and quotes come in pairs. Something is missing \
        here, or there is too much.
        """),
    why: Message(
      zh: "合同金额不会按想要的办法计算。",
      en: "The amount of a contract would not be computed as it was meant."),
    example: .yaml(
      .fields,
      wrong: """
        amount: money
        fee: { type: money, value: (amount * 2 }
        """,
      right: """
        amount: money
        fee: { type: money, value: (amount * 2) }
        """))

  static let expressionSpelling = Explanation(
    summary: Message(zh: "表达式里的写法不同", en: "it is written in another way here"),
    what: Message(
      zh: """
        中文输入法会打出全角符号，别的系统也有别的写法：`＞`、`“`、`=`、`<>`、`&&`、`是`。表达式里各有一种写法，`tenon check --fix` 会改好。
        """,
      en: """
        Input methods write full-width signs, and other systems have other words: `＞`, `“`, `=`, \
        `<>`, `&&`. An expression has one way to write each; `tenon check --fix` puts them \
        right.
        """),
    why: Message(
      zh: "同一个意思有两种写法，看的人就要猜是不是两个意思。",
      en: "Where two spellings mean the same, readers wonder whether they do."),
    example: .yaml(
      .fields,
      wrong: """
        amount: money
        terms: { type: text, required: amount ＞ 1000 }
        """,
      right: """
        amount: money
        terms: { type: text, required: amount > 1000 }
        """))

  static let expressionLimit = Explanation(
    summary: Message(zh: "表达式太大", en: "the expression is too large"),
    what: Message(
      zh: "一个表达式最多 64 层、1000 个词。更大的表达式没有人读得懂，应当分成几个字段。",
      en: """
        An expression has at most 64 levels and 1000 words. Nobody can read a larger one; it \
        should be parted into fields.
        """),
    why: Message(
      zh: "半年以后没有人敢改这个算法。",
      en: "Half a year later nobody would dare to change the formula."),
    example: .yaml(
      .fields,
      wrong: """
        a: integer
        total: { type: integer, value: a + a + a + a + a + a + a + a + a + a + a + a + a + a \
        + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + \
        a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a + a \
        + a + a + a + a + a + a + a + a + a + a + a + a + a }
        """,
      right: """
        a: integer
        total: { type: integer, value: a * 70 }
        """))

  static let unknownFunction = Explanation(
    summary: Message(zh: "没有这个函数", en: "there is no such function"),
    what: Message(
      zh: "函数的名称写错了，或者是别的系统里的名称。文档里有全部函数。",
      en: """
        The name of the function is misspelt or belongs to another system. The manual lists all \
        functions.
        """),
    why: Message(
      zh: "要取的月份没有人去取。",
      en: "The month that is wanted would be taken by nobody."),
    example: .yaml(
      .fields,
      wrong: """
        due: date
        month_of_due: { type: integer, value: mnth(due) }
        """,
      right: """
        due: date
        month_of_due: { type: integer, value: month(due) }
        """))

  static let misplacedInExpression = Explanation(
    summary: Message(zh: "这个词不能放在这里", en: "the word cannot stand here"),
    what: Message(
      zh: """
        有些词只在某处有意义：子表单要放进汇总的函数里，`old` 用在检查里，`this` 用在引用的 `where` 里，`where` 和 `by` 写在汇总里。默认值里不能\
        用字段。
        """,
      en: """
        Some words mean something in one place only: a subform stands inside a function that \
        sums it up, `old` in a check, `this` in the `where` of a reference, `where` and `by` \
        inside a function of rows. A default uses no fields.
        """),
    why: Message(
      zh: "系统不知道要的是哪一条记录的值。",
      en: "The system would not know which record's value is meant."),
    example: .yaml(
      .fields,
      wrong: """
        price: money
        floor_price: { type: money, value: old.price }
        """,
      right: """
        price: money
        floor_price: { type: money, value: price }
        """))

  static let wrongOperand = Explanation(
    summary: Message(zh: "值的类型不合适", en: "the value is of the wrong type"),
    what: Message(
      zh: "每个值都有类型：金额、数字、文字、日期、选项等。运算符和函数只接受合适的类型，也不会自动转换。提示里写着要什么、有什么、该怎么写。",
      en: """
        Every value has a type: money, a number, a text, a date, an option. Operators and \
        functions take fitting types and convert nothing by themselves. The help says what is \
        wanted, what is there and what to write.
        """),
    why: Message(
      zh: "把文字 `10` 和金额 9 比大小，各个系统会给出不同的答案。",
      en: "Whether the text `10` is above 9 depends on whom one asks; systems answer differently."),
    example: .yaml(
      .fields,
      wrong: """
        amount: money
        note: text
        sum: { type: money, value: amount + note }
        """,
      right: """
        amount: money
        freight: money
        sum: { type: money, value: amount + freight }
        """))

  static let mayBeUndefined = Explanation(
    summary: Message(zh: "可能除以零", en: "this may divide by zero"),
    what: Message(
      zh: "除数可能是 0，那时没有结果，字段是空白。用 `if` 或 `??` 写明这时是多少，这条警告就没有了。",
      en: """
        The divisor may be zero. There is no result then and the field stays blank. Say by `if` \
        or `??` what it is in that case, and the warning goes away.
        """),
    why: Message(
      zh: "金额为 0 的合同没有毛利率，报表上会少一格。",
      en: "A contract without an amount has no margin; a cell of the report stays empty."),
    example: .yaml(
      .fields,
      wrong: """
        amount: money
        cost: money
        margin: { type: percent, value: cost / amount }
        """,
      right: """
        amount: money
        cost: money
        margin: { type: percent, value: cost / amount ?? 0 }
        """))

  static let wrongArguments = Explanation(
    summary: Message(zh: "参数的个数不对", en: "the number of arguments is wrong"),
    what: Message(
      zh: "函数后面的括号里要写的值有一定的个数。提示里是函数的写法，方括号里的可以不写。",
      en: """
        A function takes a certain number of values in its brackets. The help shows how it is \
        written; what stands in square brackets can be left out.
        """),
    why: Message(
      zh: "相差的天数不知道从哪一天数起。",
      en: "The days between would have no day to count from."),
    example: .yaml(
      .fields,
      wrong: """
        due: date
        paid: date
        late: { type: integer, value: days_between(due) }
        """,
      right: """
        due: date
        paid: date
        late: { type: integer, value: "days_between(due, paid)" }
        """))

  static let notInThisPlace = Explanation(
    summary: Message(zh: "不能用在这里", en: "it cannot be used here"),
    what: Message(
      zh: "同一个表达式要在服务器、数据库和浏览器里得到同样的结果。有些函数只能在其中几处运行：工作日要查日历，正则表达式数据库里没有。",
      en: """
        An expression gives the same in the server, the database and the browser. Some functions \
        run in some of them only: working days need the calendar, databases know no such \
        patterns.
        """),
    why: Message(
      zh: "表单上的提示和保存时的检查会不一致。",
      en: "What the form says and what saving checks would differ."),
    example: .yaml(
      .fields,
      wrong: """
        starts: date
        reply: { type: text, required: is_workday(starts) }
        """,
      right: """
        starts: date
        reply: { type: text, required: weekday(starts) < 6 }
        """))
}
