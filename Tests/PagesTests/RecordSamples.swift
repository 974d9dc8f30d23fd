import Blueprint
import Values

@testable import TenonPages

/// Records and forms with believable content.
extension Samples {
  var record: RecordPage {
    let text = say(
      "采购负责人周总，下半年计划更换两条产线。\n付款偏慢，合同里要写明节点。\n下次拜访带上海川项目的案例。",
      "Mr Zhou buys; two lines are to be replaced this autumn.\nPays slowly: agree on dates.")
    return RecordPage(
      entity: customer, id: 7, title: customerName(1),
      facts: [
        RecordField(revenue, Cell(.integer(128_650_000_00))),
        RecordField(owner, Cell(.integer(2), related: say("李建国", "Li Jianguo"))),
        RecordField(phone, Cell(.text("021-5588 1234" + mark))),
      ], path: path,
      sections: [
        RecordSection(
          label: say("基本信息", "Basics"),
          items: [
            RecordField(number, Cell(.text("KH-202603-0011" + mark))),
            RecordField(name, Cell(.text(customerName(1)))),
            RecordField(level, Cell(.text("vip" + mark))),
            RecordField(parent, Cell(.integer(44), related: customerName(4))),
            RecordField(revenue, Cell(.integer(128_650_000_00))),
            RecordField(discount, Cell(.integer(1250))), RecordField(staff, Cell(.integer(1260))),
            RecordField(score, Cell(.integer(865))), RecordField(active, Cell(.integer(1))),
            RecordField(signed, Cell(.integer(20_514))), RecordField(visited, Cell(.blank)),
            RecordField(note, Cell(.text(text)), canEdit: true),
          ].map(RecordSection.Item.field)), RecordSection(items: [.lines(lines)]),
      ],
      related: [related], activity: activity, canEdit: true, canDelete: true, version: 3,
      history: RecordHistory(
        createdAt: 1_772_413_500_000, createdBy: say("陈晓雯", "Wendy Chen"),
        updatedAt: 1_772_913_900_000, updatedBy: say("李建国", "Li Jianguo")))
  }

  var choices: [RecordChoice] {
    (3..<9).map { RecordChoice(id: Int64($0), title: customerName($0)) }
  }

  var create: FormPage {
    FormPage(
      entity: customer, purpose: .create,
      sections: [
        FormSection([
          FormField(number, value: .blank), FormField(name, value: .blank),
          FormField(level, value: .text("new" + mark)),
          FormField(parent, value: .blank, choices: choices, hasMoreChoices: true),
          FormField(revenue, value: .blank), FormField(discount, value: .integer(500)),
          FormField(staff, value: .blank), FormField(score, value: .blank),
          FormField(signed, value: .blank), FormField(visited, value: .blank),
          FormField(active, value: .integer(1)), FormField(note, value: .blank),
        ]), FormSection(label: say("联系人", "Contacts"), items: [.lines(formLines)]),
      ], token: "once" + mark)
  }

  /// An edit in which everything went wrong at once.
  var failedEdit: FormPage {
    FormPage(
      entity: customer, purpose: .edit(id: 7, title: customerName(1), version: 4),
      sections: [
        FormSection([
          FormField(number, value: .text("KH-202603-0011" + mark)),
          FormField(name, typed: mark, problem: .required),
          FormField(level, typed: "x" + mark, problem: .unknown),
          FormField(
            parent, typed: "44" + mark, related: customerName(4), choices: [],
            hasMoreChoices: true, search: "海川" + mark),
          FormField(revenue, typed: "12.8亿左右" + mark, problem: .malformed),
          FormField(discount, typed: "130" + mark, problem: .tooLarge(.integer(10_000))),
          FormField(staff, typed: "-3" + mark, problem: .tooSmall(.integer(1))),
          FormField(signed, typed: "2026-02-30" + mark, problem: .malformed),
          FormField(active, typed: "false" + mark),
          FormField(note, typed: say("备注", "note"), problem: .tooLong(2000)),
          FormField(score, typed: "1" + mark, problem: .sentence(say("评分只能由财务修改", "Finance only"))),
        ])
      ], token: "once" + mark,
      conflict: EditConflict(
        changedBy: say("李建国", "Li Jianguo"), changedAt: 1_772_913_900_000,
        fields: [
          RecordField(level, Cell(.text("normal" + mark))),
          RecordField(revenue, Cell(.integer(90_000_00))),
        ]),
      problems: [say("重点客户必须填写年营业额", "A key account needs its revenue")])
  }

  var owner: PageField { field("owner", "person", "负责人", "Owner", .reference, target: "user") }
  var phone: PageField { field("phone", "phone", "电话", "Phone", .text) }
  var email: PageField { field("email", "email", "邮箱", "Email", .text) }
  var site: PageField { field("site", "url", "网站", "Site", .text) }
  var stars: PageField { field("stars", "rating", "评分", "Rating", .integer) }
  var tags: PageField {
    field(
      "tags", "multi_choice", "标签", "Tags", .list,
      options: [("a", "老客户", "Long known"), ("b", "出口", "Export")])
  }
  var stage: PageField {
    let look = FieldLook(
      name: "stage" + mark, control: "stage", label: Words([say("阶段", "Stage")]),
      options: [
        OptionLook(name: "talk" + mark, label: Words([say("初步接触", "First contact")])),
        OptionLook(name: "offer" + mark, label: Words([say("方案报价", "Offer made")])),
        OptionLook(name: "won" + mark, label: Words([say("赢单", "Won")]), outcome: .won),
        OptionLook(name: "lost" + mark, label: Words([say("输单", "Lost")]), outcome: .lost),
      ])
    return PageField(look, language: 0, storage: .text, isRequired: true)!
  }

  var path: StagePath {
    StagePath(
      field: stage, current: "offer" + mark,
      missing: ["won" + mark: [revenue.label, signed.label]],
      canMove: true)
  }

  var lines: RecordLines {
    RecordLines(
      name: "contacts" + mark, label: say("联系人", "Contacts"), entity: contact,
      columns: [name, phone, email],
      rows: [
        ListRow(
          id: 1,
          cells: [
            Cell(.text(say("周总", "Mr Zhou"))), Cell(.text("139 0000 0001" + mark)),
            Cell(.text("zhou@example.com" + mark)),
          ])
      ], hasMore: true, all: .list("contact" + mark), canEdit: true)
  }

  var related: RelatedRecords {
    RelatedRecords(
      entity: deal, by: parent, isOneOfSeveral: true, columns: [stage, revenue, owner],
      rows: [
        RelatedRow(
          id: 3, title: say("产线更换", "New lines"),
          cells: [
            Cell(.text("talk" + mark)), Cell(.integer(8_000_000)),
            Cell(.integer(2), related: say("李建国", "Li Jianguo")),
          ])
      ], hasMore: true, all: .list("deal").with([("filter.parent", "1")]), canCreate: true)
  }

  var activity: ActivityPanel {
    let at: Int64 = 1_772_913_900_000
    let who = say("李建国", "Li Jianguo")
    let text = say("@陈晓雯 下周一起拜访？", "@Wendy Chen shall we visit next week?")
    return ActivityPanel(
      entries: [
        ActivityEntry(
          who: who, at: at,
          kind: .comment(
            Comment(
              id: 5, text: text, mentions: [say("陈晓雯", "Wendy Chen")], isEdited: true,
              isOwn: true))),
        ActivityEntry(
          who: who, at: at - 1000,
          kind: .changed([
            .value(level, before: Cell(.text("normal" + mark)), after: Cell(.text("vip" + mark))),
            .value(visited, before: Cell(.blank), after: Cell(.integer(at))),
            .value(note, before: Cell(.text("x" + mark)), after: Cell(.blank)),
            .lines(
              label: say("联系人", "Contacts"),
              added: ChangedRows(5, names: ["周" + mark, "李", "王", "赵"]),
              changed: ChangedRows(1, names: ["陈"]), removed: ChangedRows(1)),
          ])), ActivityEntry(who: nil, at: at - 9_000_000, kind: .created),
      ], earlier: .record(customer.entity, 7), isEarlier: true, token: "t" + mark,
      refused: (mark, say("太长", "Too long")))
  }

  var formLines: FormLines {
    FormLines(
      name: "contacts" + mark, label: say("联系人", "Contacts"), help: say("决策人在前", "Deciders first"),
      rows: [
        FormLine(
          id: 9, version: 2,
          fields: [
            FormField(name, typed: mark, problem: .required), FormField(phone, typed: "1" + mark),
            FormField(stars, typed: "3"), FormField(tags, typed: "a" + mark),
            FormField(active, typed: "true"),
          ], problem: .unknown)
      ],
      blank: FormLine(
        fields: [name, phone, stars, tags, active].map { FormField($0, value: .blank) }),
      canDelete: true)
  }

  /// A small form of a part of a record, refused.
  var partial: FormPage {
    FormPage(
      entity: customer, purpose: .edit(id: 7, title: customerName(1), version: 4),
      sections: [
        FormSection([
          FormField(stage, typed: "won" + mark), FormField(revenue, typed: "", problem: .needed),
          FormField(tags, typed: "a" + mark), FormField(stars, typed: "4"),
          FormField(email, typed: "x" + mark), FormField(site, typed: "https://a" + mark),
          FormField(owner, value: .integer(2), related: say("李建国", "Li Jianguo")),
        ])
      ], only: ["stage" + mark], back: .record("customer" + mark, 7),
      whole: .new("customer" + mark))
  }

  /// Records and forms under a name each.
  var recordDocuments: [(name: String, bytes: [UInt8])] {
    [
      (
        "paper",
        html {
          let page = PaperPage(
            entity: customer, id: 7, title: customerName(1), sections: record.sections,
            history: record.history, printedAt: 1_772_913_900_000, printedBy: "Li" + mark)
          Pages.render(page, frame().context, app: "CRM" + mark, into: &$0)
        }
      ),
      ("record", html { Pages.render(record, frame: frame(), into: &$0) }),
      ("create", html { Pages.render(create, frame: frame(), into: &$0) }),
      (
        "edit-failed",
        html {
          Pages.render(failedEdit, frame: frame(Flash(.failure, "!" + mark)), into: &$0)
        }
      ),
      ("edit-part", html { Pages.render(partial, frame: frame(), into: &$0) }),
    ]
  }
}
