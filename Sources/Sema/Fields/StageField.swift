import Diagnostics
import IR
import Syntax

extension FieldKind {
  /// Steps that a record goes through, in their order.
  static let stage = FieldKind(
    keyword: "stage",
    meaning: Message(
      zh: "阶段，按顺序推进，例如商机从接触到赢单。页面上方显示成一条路径，看板按它分列。",
      en: """
        Steps that a record goes through, as an opportunity does from first contact to won. Its \
        page shows them as a path, boards are parted by them.
        """),
    also: """
      status state workflow_state pipeline steps step phase statusbar progress 阶段 状态 步骤 进度 \
      流程状态
      """,
    keywords: [
      Keyword(
        "options",
        .named(
          NamedForm(.shorthand(.words(upTo: Checker.labelLimit), Keywords.stageOption), minimum: 1)
        ),
        required: true, also: Options.also,
        zh: "阶段：名称和显示名称，按先后顺序，例如 `contact: 初步接触`。",
        en: "The stages in their order: a name and what people read, as in `contact: Contact`.")
    ],
    type: { field, checker in
      let options = Options.read(field, checker) { entry in
        checker.option(entry, of: field.path) { checker.stage($0) }
      }
      return options.map { .stage($0) }
    },
    defaultValue: { entry, type, checker in
      guard case .stage(let options) = type else { return nil }
      return Options.value(entry, options, checker)
    })
}

extension Keywords {
  /// Keys of one stage.
  public static let stageOption = MappingKind(
    zh: "阶段", en: "a stage",
    [
      Keyword(
        "label", .words(upTo: Checker.labelLimit), also: "\(labels) title 标题",
        zh: "阶段的显示名称。不写时用阶段的名称。",
        en: "What people call the stage. By default its name."),
      Keyword(
        "outcome", .oneOf(Option.Outcome.allCases.map(\.rawValue)),
        also: "result final is_won type kind 结果 结局",
        zh: "`won` 表示成功结束，`lost` 表示失败结束。不写表示还在进行。",
        en: "`won` ends well, `lost` ends badly. Without it the stage goes on."),
      Keyword(
        "needs", .oneOrMany(.name),
        also: "requires required required_fields needed mandatory 必填 需要 要求 必须",
        zh: "进入这个阶段前必须填写的字段：一个，或字段的列表。",
        en: "What must be filled in a record in this stage: a field or a list of fields."),
    ])
}

extension Checker {
  /// A stage as text alone, or with what it needs. Needs are names until all fields are known.
  fileprivate func stage(
    _ entry: YAMLEntry
  ) -> (label: Words?, outcome: Option.Outcome?, needs: [String])? {
    guard isKeyed(entry.value) != nil else { return (words(entry), nil, []) }
    guard
      let keyed = keyed(entry.value, Keywords.stageOption, name: entry.key, at: entry.keySpan)
    else { return nil }
    let outcome = word(keyed, "outcome", of: Option.Outcome.allCases.map(\.rawValue))
    let needs = keyed.sound("needs").map { scalars($0.value).map(\.text) } ?? []
    return (
      keyed.sound("label").flatMap { words($0) }, outcome.flatMap { Option.Outcome(rawValue: $0) },
      needs
    )
  }
}
