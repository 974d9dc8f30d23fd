import Values

@testable import TenonPages

/// Pages about what people may do, for themselves and for others.
extension Samples {
  private func someone(_ field: PageField, problem: FieldProblem? = nil) -> FormField {
    FormField(
      field, typed: "7", choices: [RecordChoice(id: 7, title: say("王强", "Wang Qiang"))],
      hasMoreChoices: true, search: mark, problem: problem)
  }

  private func line(_ id: Int64, isNow: Bool) -> DeputiesPage.Line {
    DeputiesPage.Line(
      id: id, name: say("王强", "Wang Qiang"), time: say("3月2日 至 3月9日", "2 Mar to 9 Mar"),
      isNow: isNow)
  }

  func deputies(isOwn: Bool) -> DeputiesPage {
    DeputiesPage(
      name: say("李静", "Li Jing"), path: isOwn ? .deputies : .person(4, .deputies),
      above: isOwn ? .profile : .record("user", 4), isOwn: isOwn,
      deputies: isOwn ? [line(1, isNow: true), line(2, isNow: false)] : [],
      actsFor: [line(3, isNow: true), line(4, isNow: false)],
      fields: [
        someone(.deputy(locale), problem: .notOffered),
        FormField(.firstDay(locale), value: .integer(20_500)),
        FormField(.lastDay(locale), typed: "x" + mark, problem: .malformed),
      ])
  }

  var handOver: HandOverPage {
    HandOverPage(
      name: say("李静", "Li Jing"), path: .person(4, .handover), above: .record("user", 4),
      fields: [someone(.successor(locale), problem: .required)],
      parts: [
        HandOverPage.Part(
          name: "customer" + mark, label: say("客户（负责人）", "Customers (owner)"), count: "10000+",
          isChosen: true),
        HandOverPage.Part(
          name: "shares", label: say("共享给其的记录", "Shares"), count: "3", isChosen: false),
      ], canDeactivate: true, deactivates: true,
      report: HandOverPage.Report(
        successor: say("王强", "Wang Qiang"), by: nil, when: say("昨天", "Yesterday"),
        isEnded: false,
        lines: [
          HandOverPage.Report.Line(label: say("客户", "Customers"), moved: 128, stayed: 1)
        ],
        refused: [
          HandOverPage.Report.Refused(
            record: RecordLink(entity: customer, id: 7, title: customerName(0)),
            why: say("结束日期不能早于开始日期", "It ends before it starts"))
        ]))
  }

  var rights: RightsPage {
    RightsPage(
      name: say("李静", "Li Jing"), above: .record("user", 4), roles: [say("销售", "Sales")],
      departments: [say("华东区", "East")], headed: [],
      parts: [
        RightsPage.Part(
          entity: customer,
          actions: [
            RightsPage.Line(
              label: locale[.actionRead],
              given: [
                RightsPage.Given(
                  rule: say("本人负责的、共享给本人的", "their own or those shared with them"),
                  from: say("销售", "Sales")),
                RightsPage.Given(rule: locale[.ruleAll], from: say("客服", "Service")),
              ])
          ],
          fields: [
            RightsPage.Line(
              label: say("成本", "Cost"),
              given: [RightsPage.Given(rule: locale[.fieldHidden], from: say("销售", "Sales"))])
          ])
      ], nothing: [deal], look: .person(4, .look))
  }

  var sharing: SharePanel {
    SharePanel(
      path: .shares(customer.entity, 7),
      lines: [
        SharePanel.Line(
          user: 3, name: say("王强", "Wang Qiang"), isForEditing: true, until: "2026-03-09" + mark),
        SharePanel.Line(user: 4, name: say("周敏", "Zhou Min"), isForEditing: false, until: nil),
      ],
      fields: [
        someone(.sharedWith(locale)),
        FormField(
          .lastDay(locale, isRequired: false), typed: mark, problem: .sentence("x" + mark)),
      ], isForEditing: true)
  }

  private func acting(isLook: Bool) -> FrameModel {
    var frame = frame()
    frame.standIn = StandInLine(
      name: say("李静", "Li Jing"), actor: say("王强", "Wang Qiang"), isLook: isLook)
    return frame
  }

  var peoplePages: [(name: String, bytes: [UInt8])] {
    var shared = record
    shared.sharing = sharing
    return [
      ("deputies", html { Pages.render(deputies(isOwn: true), frame: frame(), into: &$0) }),
      ("deputies-of", html { Pages.render(deputies(isOwn: false), frame: frame(), into: &$0) }),
      ("hand-over", html { Pages.render(handOver, frame: frame(), into: &$0) }),
      ("rights", html { Pages.render(rights, frame: frame(), into: &$0) }),
      (
        "shares",
        html {
          Pages.render(
            SharePage(entity: customer, id: 7, title: customerName(0), panel: sharing),
            frame: frame(), into: &$0)
        }
      ),
      ("record-shared", html { Pages.render(shared, frame: acting(isLook: false), into: &$0) }),
      ("list-seen-as", html { Pages.render(list(), frame: acting(isLook: true), into: &$0) }),
    ]
  }
}
