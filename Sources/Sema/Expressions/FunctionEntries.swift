import IR

extension Functions {
  static let numbers: [FunctionSignature] = [
    make("abs", [("x", .number)], .first, also: "absolute fabs 绝对值"),
    make(
      "round", [("x", .number), ("digits", .digits), ("mode", .word(roundingModes))], .special,
      optional: 2, also: "rounding mround 四舍五入 取整 舍入"),
    make("floor", [("x", .number)], .firstScaled(0), also: "rounddown 向下取整"),
    make("ceil", [("x", .number)], .firstScaled(0), also: "ceiling roundup 向上取整"),
    make("trunc", [("x", .number)], .firstScaled(0), also: "truncate fix 截断 截尾"),
    make("sign", [("x", .number)], .type(.integer), also: "sgn signum 符号 正负"),
    make(
      "min_of", [("a", .anything), ("b", .anything)], .special, repeats: true,
      also: "least min2 smaller 较小 取小"),
    make(
      "max_of", [("a", .anything), ("b", .anything)], .special, repeats: true,
      also: "greatest max2 larger 较大 取大"),
    make(
      "clamp", [("x", .number), ("low", .number), ("high", .number)], .special, .partial,
      also: "limit bound restrict 限制 限定"),
    make(
      "pow_int", [("x", .plainNumber), ("n", .integer)], .special, .partial, on: [.server, .form],
      also: "pow power exp 乘方 幂 次方"),
    make(
      "percent_of", [("part", .number), ("whole", .number)], .special, .partial,
      also: "percentage ratio share 百分比 占比 比例"),
    make(
      "allocate", [("total", .number), ("weights", .numbers)], .special, .partial,
      on: [.server, .form], also: "split distribute apportion 分摊 分配"),
  ]

  static let texts: [FunctionSignature] = [
    make("length", [("text", .text)], .type(.integer), .filled, also: "len size 长度 字数"),
    make(
      "slice", [("text", .text), ("from", .integer), ("count", .integer)], .type(.text), .partial,
      also: "mid substr substring 截取 取中间"),
    make(
      "left", [("text", .text), ("count", .integer)], .type(.text), .partial, also: "head 左边 取左"),
    make(
      "right", [("text", .text), ("count", .integer)], .type(.text), .partial, also: "tail 右边 取右"),
    make("trim", [("text", .text)], .type(.text), .partial, also: "strip clean 去空格 去空白"),
    make("upper_ascii", [("text", .text)], .type(.text), also: "upper uppercase toupper 大写"),
    make("lower_ascii", [("text", .text)], .type(.text), also: "lower lowercase tolower 小写"),
    make(
      "fold", [("text", .text)], .type(.text), .partial, on: [.server, .query],
      also: "casefold normalize 折叠"),
    make(
      "contains", [("text", .text), ("part", .text)], .type(.boolean), .filled,
      also: "includes like find search instr 包含 含有"),
    make(
      "contains_ci", [("text", .text), ("part", .text)], .type(.boolean), .filled,
      on: [.server, .query], also: "ilike icontains 包含不分大小写"),
    make(
      "starts_with", [("text", .text), ("part", .text)], .type(.boolean), .filled,
      also: "startswith begins_with 开头是"),
    make(
      "ends_with", [("text", .text), ("part", .text)], .type(.boolean), .filled,
      also: "endswith 结尾是"),
    make(
      "replace", [("text", .text), ("old", .text), ("new", .text)], .type(.text), .partial,
      also: "substitute 替换"),
    make(
      "split_part", [("text", .text), ("separator", .text), ("n", .integer)], .type(.text),
      .partial, also: "split 拆分 分隔"),
    make(
      "pad_left", [("text", .text), ("width", .integer), ("fill", .text)], .type(.text), .partial,
      also: "lpad padstart zfill 补齐 补零"),
    make("digits_only", [("text", .text)], .type(.text), .partial, also: "digits 只留数字"),
    make(
      "matches", [("text", .text), ("pattern", .pattern)], .type(.boolean), .filled,
      on: [.server, .form], also: "regex regexp match test 匹配 正则"),
    make("text_of", [("x", .printable)], .type(.text), also: "text str string tostring 转文字 文本"),
    make("parse_int", [("text", .text)], .type(.integer), .partial, also: "int toint 转整数"),
    make(
      "parse_decimal", [("text", .text)], .type(.decimal(scale: 9)), .partial,
      also: "value number tonumber float 转数字"),
    make("parse_date", [("text", .text)], .type(.date), .partial, also: "todate datevalue 转日期"),
    make(
      "mask", [("text", .text), ("left", .integer), ("right", .integer)], .type(.text), .partial,
      also: "hide redact 脱敏 掩码 打码"),
    make(
      "pinyin_initial", [("text", .text)], .type(.text), .partial, on: .server,
      also: "pinyin initials 拼音 首字母 拼音首字母"),
  ]

  static let times: [FunctionSignature] = [
    make("today", [], .type(.date), moving: true, also: "current_date curdate 今天 今日 当前日期"),
    make(
      "now", [], .type(.dateTime), moving: true, also: "current_timestamp getdate 现在 当前时间 此刻"),
    make("date_of", [("moment", .dateTime)], .type(.date), on: .server, also: "date to_date 日期"),
    make("time_of", [("moment", .dateTime)], .type(.time), on: .server, also: "time 时间"),
    make("year", [("date", .date)], .type(.integer), also: "年 年份"),
    make("month", [("date", .date)], .type(.integer), also: "月 月份"),
    make("day", [("date", .date)], .type(.integer), also: "dayofmonth 日 几号"),
    make("weekday", [("date", .date)], .type(.integer), also: "dayofweek dow 星期 星期几 周几"),
    make("iso_week", [("date", .date)], .type(.integer), also: "week weeknum 第几周 周数"),
    make("quarter", [("date", .date)], .type(.integer), also: "季度"),
    make(
      "start_of", [("moment", .moment), ("unit", .word(dateUnits))], .first, .partial,
      also: "date_trunc som startof month_start 月初 期初"),
    make(
      "end_of", [("moment", .moment), ("unit", .word(dateUnits))], .first, .partial,
      also: "eomonth last_day endof month_end 月末 期末"),
    make(
      "add_months", [("date", .date), ("n", .integer)], .type(.date), .partial,
      also: "edate addmonths 加月"),
    make(
      "add_days", [("date", .date), ("n", .integer)], .type(.date), .partial,
      also: "dateadd date_add adddays 加天"),
    make(
      "days_between", [("from", .date), ("to", .date)], .type(.integer),
      also: "datediff days datedif 相差天数 间隔天数"),
    make(
      "months_between", [("from", .date), ("to", .date)], .type(.integer), also: "相差月数 间隔月数"),
    make(
      "age_years", [("born", .date), ("on", .date)], .type(.integer), .partial,
      also: "age years 年龄 周岁"),
    make(
      "add_work", [("moment", .moment), ("time", .workingTime)], .first, .partial, on: .server,
      also: "workday networkdays addworkdays 加工作日 加工作时间"),
    make(
      "work_between", [("from", .dateTime), ("to", .dateTime)], .type(.duration), .partial,
      on: .server, also: "networkhours 工作时长 工作时间"),
    make(
      "is_workday", [("date", .date)], .type(.boolean), .filled, on: .server,
      also: "isworkday workday 工作日 是否工作日"),
  ]

  static let others: [FunctionSignature] = [
    make(
      "coalesce", [("a", .anything), ("b", .anything)], .special, repeats: true,
      also: "ifnull nvl isnull default_if_blank 空则"),
    make(
      "is_blank", [("x", .anything)], .type(.boolean), .filled,
      also: "isblank isempty is_empty isnull is_null 为空 是否为空"),
    make(
      "switch",
      [("x", .anything), ("key", .anything), ("value", .anything), ("otherwise", .anything)],
      .special, optional: 1, repeats: true, also: "case choose select ifs 分情况"),
    make(
      "between", [("x", .anything), ("low", .anything), ("high", .anything)], .type(.boolean),
      .filled, also: "介于 在之间"),
    make(
      "changed", [("field", .anything)], .type(.boolean), .filled, on: .server,
      also: "ischanged is_changed modified 变了 改变"),
    make(
      "my_roles", [], .type(.list(.option(field: StableID("tenon-user-roles")))), .partial,
      moving: true, also: "roles current_roles 我的角色"),
    make(
      "my_team", [], .type(.list(.reference(People.user))), .partial, moving: true,
      also: "team my_department 我的部门 我的团队"),
  ]
}
