import Diagnostics

extension Explanation {
  static let blankCondition = Explanation(
    summary: Message(zh: "条件可能是空白", en: "the condition may be blank"),
    what: Message(
      zh: "条件只有成立和不成立。没有填写的布尔字段两者都不是，所以不能单独当作条件；写 `== true`，空白就算不成立。",
      en: """
        A condition holds or does not. A yes-or-no field that nobody filled in does neither, so \
        it is no condition by itself; with `== true` blank counts as no.
        """),
    why: Message(
      zh: "没有填“是否含税”的订单，有人当含税，有人当不含税。",
      en: "An order that does not say whether it includes tax would be read both ways."),
    example: .yaml(
      .fields,
      wrong: """
        taxed: boolean
        tax: { type: percent, required: taxed }
        """,
      right: """
        taxed: boolean
        tax: { type: percent, required: taxed == true }
        """))

  static let blankMayGrant = Explanation(
    summary: Message(zh: "空白会放行", en: "a blank lets it pass"),
    what: Message(
      zh: "这里的比较不成立时，字段会显示出来或可以修改。有一边是空白时比较总不成立，于是没有填写就等于放行。要写明空白算什么。",
      en: """
        When this comparison is false the field is shown or can be changed. With a blank on one \
        side it is always false, so leaving a field empty would open the other. Say what blank \
        counts as.
        """),
    why: Message(
      zh: "合同没有填级别，成本就人人可见。",
      en: "A contract without a level would show its cost to everyone."),
    example: .yaml(
      .fields,
      wrong: """
        secret: integer
        cost: { type: money, hidden: secret > 3 }
        """,
      right: """
        secret: integer
        cost: { type: money, hidden: (secret ?? 9) > 3 }
        """))

  static let needsLive = Explanation(
    summary: Message(zh: "保存的值不会自己变", en: "a kept value does not change by itself"),
    what: Message(
      zh: "保存下来的值在记录改动时计算。今天、现在和当前用户随时在变，记录却没有改动，所以这样的值要写 `live: true`，在读取时计算。",
      en: """
        A kept value is computed when a record changes. Today, now and the person change though \
        no record does, so such a value needs `live: true` and is worked out when it is read.
        """),
    why: Message(
      zh: "逾期天数会停在最后一次修改那天。",
      en: "The days overdue would stay those of the last edit."),
    example: .yaml(
      .fields,
      wrong: """
        due: date
        late: { type: integer, value: "days_between(due, today())" }
        """,
      right: """
        due: date
        late: { type: integer, live: true, value: "days_between(due, today())" }
        """))

  static let besideValue = Explanation(
    summary: Message(zh: "和 `value` 不能同时写", en: "it does not go together with `value`"),
    what: Message(
      zh: "写了 `value`，字段就由系统计算，不能再有默认值、必填或只读；自动编号、附件和图片不能计算。`live` 只和 `value` 一起写。",
      en: """
        With `value` the system computes the field: it has no default, is not required and \
        always read-only. Auto numbers, files and pictures cannot be computed. `live` stands \
        beside `value` only.
        """),
    why: Message(
      zh: "填写的人不知道自己写的数会不会被改掉。",
      en: "People would not know whether what they type is overwritten."),
    example: .yaml(
      .fields,
      wrong: """
        amount: money
        fee: { type: money, value: amount * 2, default: 5 }
        """,
      right: """
        amount: money
        fee: { type: money, value: amount * 2 }
        """))

  static let badMatch = Explanation(
    summary: Message(zh: "`matches` 的模式有误", en: "the pattern of `matches` is wrong"),
    what: Message(
      zh: """
        模式用一小部分正则表达式：字符、`.`、`[a-z]`、`( )`、`|`、`* + ?` 和 `{2,5}`，总是比较整段文字。别的写法在服务器和浏览器里意思不同，所以没\
        有。
        """,
      en: """
        Patterns are a small part of regular expressions: characters, `.`, `[a-z]`, `( )`, `|`, \
        `* + ?` and `{2,5}`, always about the whole text. Other signs mean different things in \
        server and browser, so there are none.
        """),
    why: Message(
      zh: "错的手机号能保存，对的却被拒绝。",
      en: "Wrong phone numbers would be saved and right ones refused."),
    example: .yaml(
      .entity,
      wrong: """
        fields: { phone: text }
        checks:
          digits: { must: 'matches(phone, "^[0-9]+$")', say: 只写数字 }
        """,
      right: """
        fields: { phone: text }
        checks:
          digits: { must: 'matches(phone, "[0-9]+")', say: 只写数字 }
        """))

  static let beyondRange = Explanation(
    summary: Message(zh: "没有这样的数或日期", en: "there is no such number or day"),
    what: Message(
      zh: "写下的数太大、小数超过 9 位，或者日期、时间不存在，例如 2 月 30 日。",
      en: """
        The number is too large or has more than nine digits after the point, or the day or time \
        does not exist, as 30 February.
        """),
    why: Message(
      zh: "到期日落在一个没有的日子，永远不会到期。",
      en: "What falls due on a day that never comes is never due."),
    example: .yaml(
      .fields,
      wrong: """
        due: { type: date, required: created_at > 2026-02-30 09:00 }
        """,
      right: """
        due: { type: date, required: created_at > 2026-02-28 09:00 }
        """))

  static let badWorkHours = Explanation(
    summary: Message(zh: "工作时间写得不对", en: "the working hours are wrong"),
    what: Message(
      zh: "工作日历的每一行先写星期，再写几段时间，从早到晚，不重叠。每一天只写一次。",
      en: """
        Each line of the calendar names weekdays and then the hours, in their order and apart. A \
        day stands once.
        """),
    why: Message(
      zh: "两个工作日内要办完的事，会算到错误的一天。",
      en: "What is due within two working days would be due on the wrong day."),
    example: .yaml(
      .sections,
      wrong: """
        calendar: { work: 周一到周五 09:00-18:00 }
        """,
      right: """
        calendar: { work: mon-fri 09:00-18:00 }
        """))

  static let noTable = Explanation(
    summary: Message(zh: "没有这个文件", en: "there is no such file"),
    what: Message(
      zh: "`holidays:` 写一个 CSV 文件的名字，从应用的文件夹算起。`data/` 里的文件是要导入的数据，不能用。",
      en: """
        `holidays:` names a CSV file by its path from the application's folder. Files below \
        `data/` are what is loaded into the database and cannot be named.
        """),
    why: Message(
      zh: "没有节假日，国庆七天也会算成工作日。",
      en: "Without the holidays a week off would count as work."),
    example: .yaml(
      .app,
      wrong: """
        app: example
        calendar: { work: mon-fri 09:00-18:00, holidays: holiday.csv }
        #=== holidays.csv
        date,kind
        2026-10-01,holiday
        """,
      right: """
        app: example
        calendar: { work: mon-fri 09:00-18:00, holidays: holidays.csv }
        #=== holidays.csv
        date,kind
        2026-10-01,holiday
        """))

  static let badHolidays = Explanation(
    summary: Message(zh: "节假日文件写得不对", en: "the file of holidays is wrong"),
    what: Message(
      zh: """
        第一行是栏目名：`date`、`kind`，可以再有 `hours`（调休那天的工作时间）和 `name`（节日名称，\
        只给人看）。以后每行一天：`holiday` 放假，`work` 上班，不写时间时按每周第一个工作日的时间。\
        每一天只写一次。
        """,
      en: """
        The first line names the columns: `date`, `kind`, and if wanted `hours`, those of a make-up \
        day, and `name`, for people to read. Then a line for each day: `holiday`, or `work`, by \
        default in the hours of the week's first working day. A day stands once.
        """),
    why: Message(
      zh: "期限会落在放假的日子，或者漏掉调休上班的日子。",
      en: "What is due would fall on a day off, or pass over a make-up day."),
    example: .yaml(
      .app,
      wrong: """
        app: example
        calendar: { work: mon-fri 09:00-18:00, holidays: holidays.csv }
        #=== holidays.csv
        date,kind
        2026-10-01,国庆节
        """,
      right: """
        app: example
        calendar: { work: mon-fri 09:00-18:00, holidays: holidays.csv }
        #=== holidays.csv
        date,kind,hours,name
        2026-10-01,holiday,,国庆节
        2026-10-10,work,09:00-12:00,调休
        """))

  static let cyclicValue = Explanation(
    summary: Message(zh: "值互相依赖", en: "values follow from one another"),
    what: Message(
      zh: "一个字段由另一个算出，另一个又由它算出，谁也没有开始的值。提示里是这一圈的路径。",
      en: """
        One field is computed from another, which is computed from the first: neither has a \
        value to begin with. The message tells the way round.
        """),
    why: Message(
      zh: "金额和折扣会互相改来改去，没有一个对。",
      en: "Amount and discount would change each other for ever and never be right."),
    example: .yaml(
      .fields,
      wrong: """
        net: { type: money, value: gross - tax }
        tax: { type: money, value: net * 0.13 }
        gross: money
        """,
      right: """
        gross: money
        tax: { type: money, value: gross * 0.13 }
        net: { type: money, value: gross - tax }
        """))

  static let notBuiltYet = Explanation(
    summary: Message(zh: "能检查，还不能生成", en: "it is checked and not built yet"),
    what: Message(
      zh: "表达式已经读懂，也检查过了，但生成的软件还不会计算它。",
      en: """
        The expression is understood and checked, but the software that is generated cannot work \
        it out so far.
        """),
    why: Message(
      zh: "悄悄忽略一条检查，比没有这条检查更糟。",
      en: "A check that is left out in silence is worse than none."),
    example: .described(
      wrong: Message(
        zh: "`hidden` 带有条件的定义用 `tenon build`",
        en: "`tenon build` of a definition with a condition under `hidden`"),
      right: Message(
        zh: "同一个定义用 `tenon check`", en: "`tenon check` of the same definition")))
}
