import Diagnostics
import IR

extension Keywords {
  /// Keys of a field that hold expressions, beside `required` and `default`.
  static let fieldRules = [
    Keyword(
      "value", .expression,
      also: "formula compute computed calculation expression calc 公式 计算 算法 取值",
      zh: "字段的值怎么算，例如 `sum(lines.amount)`。写了它，字段就由系统计算，不能填写。",
      en: "How the value follows from others, as in `sum(lines.amount)`. Nobody fills it in then."),
    Keyword(
      "live", .boolean, also: "virtual on_read dynamic transient 实时 实时计算 动态",
      zh: "`true` 表示读取时才计算，不保存；用到 `today()`、`now()`、`me` 时必须这样。不写时是 `false`。",
      en: """
        `true` when the value is worked out on reading and not kept, as it must be with `today()`, \
        `now()` and `me`. `false` when left out.
        """),
    Keyword(
      "hidden", .condition, also: "invisible hide hidden_if hidden_when 隐藏 不显示 隐藏条件",
      contrary: "visible shown show visible_if 显示 可见",
      zh: "什么时候不显示这个字段：`true`、`false` 或条件。",
      en: "When the field is not shown: `true`, `false` or a condition."),
    Keyword(
      "read_only", .condition,
      also: "readonly disabled locked immutable readonly_if read_only_depends_on 只读 不可修改 锁定",
      contrary: "editable writable 可编辑 可修改",
      zh: "什么时候不能修改这个字段：`true`、`false` 或条件。",
      en: "When the field cannot be changed: `true`, `false` or a condition."),
  ]

  /// Keys of an entity that hold expressions.
  static let entityRules = [
    Keyword(
      "checks", .named(NamedForm(.mapping(check), minimum: 1, maximum: 100)),
      also: "validations validation validators rules constraints 校验 检查 验证 规则",
      zh: "保存时必须成立的条件，各有名称和提示。",
      en: "What must hold for a record to be saved, each with a name and a message."),
    Keyword(
      "not_overlapping", .list(.mapping(notOverlapping)),
      also: "no_overlap exclude exclusion overlap 不重叠 不冲突 时间冲突",
      zh: "时间上不能重叠的记录，例如同一位医生的预约：`[{ of: doctor, from: starts_at, to: ends_at }]`。",
      en: """
        What may not overlap in time, as one doctor's appointments: \
        `[{ of: doctor, from: starts_at, to: ends_at }]`.
        """),
  ]

  /// Keys of one check.
  public static let check = MappingKind(
    zh: "检查", en: "a check",
    [
      Keyword(
        "must", .expression, required: true,
        also: "condition rule expression assert when test 条件 必须 规则",
        zh: "必须成立的条件，例如 `ends_on >= starts_on`。其中的字段都填写了才检查。",
        en: """
          What must hold, as in `ends_on >= starts_on`. It is examined once all its fields are \
          filled in.
          """),
      Keyword(
        "at", .name, also: "field on column target 字段 位置",
        zh: "提示显示在哪个字段旁边。不写时显示在整张表单上。",
        en: "The field beside which the message stands. By default it concerns the whole form."),
      Keyword(
        "say", .words(upTo: Checker.helpLimit), required: true,
        also: "message error text hint error_message 提示 消息 错误 错误提示",
        zh: "不成立时的提示；`{…}` 里可以写表达式。",
        en: "What people read when it does not hold; `{…}` holds expressions."),
    ])

  /// Keys of one entry of `not_overlapping`.
  public static let notOverlapping = MappingKind(
    zh: "不重叠的时间", en: "times that do not overlap",
    [
      Keyword(
        "of", .oneOrMany(.name), required: true,
        also: "field fields per for resource key 字段 资源 对象",
        zh: "哪些字段相同的记录不能重叠：一个字段或几个字段。",
        en: "The fields in which records agree that may not overlap: one or several."),
      Keyword(
        "from", .name, required: true, also: "start starts begin start_field 开始 起始",
        zh: "时间从哪个字段开始：日期或日期时间。", en: "The field with the beginning: a date, or a date and time."),
      Keyword(
        "to", .name, required: true, also: "end ends until end_field 结束 截止",
        zh: "时间到哪个字段结束，不含那一刻。", en: "The field with the end, which is not part of it."),
    ])

  /// Keys of one parameter; its type adds its own.
  public static let parameter = MappingKind(
    zh: "参数", en: "a parameter",
    [
      Keyword(
        "type", .oneOf(Checker.parameterKinds), required: true,
        also: "类型 kind datatype 数据类型", zh: "参数的类型。", en: "The parameter's type."),
      Keyword(
        "default", .value, required: true, also: "value initial 默认 默认值 值",
        zh: "参数的值。", en: "The parameter's value."),
      Keyword(
        "label", .words(upTo: Checker.labelLimit), also: "\(labels) title 标题",
        zh: "参数的显示名称。不写时用参数的名称。", en: "What people call it. By default its name."),
    ])

  /// Keys of the calendar.
  public static let calendar = MappingKind(
    zh: "工作日历", en: "the calendar",
    [
      Keyword(
        "work", .oneOrMany(.text), required: true,
        also: "hours working_hours schedule business_hours 工作时间 上班时间",
        zh: "工作时间，例如 `mon-fri 09:00-12:00 13:00-18:00`：一行，或几行的列表。",
        en: "The working hours, as `mon-fri 09:00-12:00 13:00-18:00`: one line or a list of them."),
      Keyword(
        "holidays", .text, also: "holiday days_off vacation 节假日 假期 放假",
        zh: "节假日和调休的 CSV 文件：`date,kind,hours`，`kind` 写 `holiday` 或 `work`。",
        en: """
          A CSV file with holidays and make-up days: `date,kind,hours`, where `kind` is `holiday` \
          or `work`.
          """),
    ])
}
