import Values

@testable import TenonPages

/// The pages of the frame's own areas.
extension Samples {
  private func link(_ index: Int) -> RecordLink {
    RecordLink(
      entity: [customer, deal, contact][index % 3], id: Int64(index), title: customerName(index))
  }

  private var notices: [NoticeLine] {
    [
      NoticeLine(
        kind: .mention, record: link(2), actor: say("李建国", "Li Jianguo"),
        text: say("报价需要你确认一下折扣，客户周五前要答复。", "Confirm the discount before Friday."),
        when: "09:05" + mark, isRead: false),
      NoticeLine(
        kind: .assignment, record: link(1), actor: nil, text: "", when: say("昨天", "Yesterday"),
        isRead: false),
      NoticeLine(
        kind: .assignment, record: link(3), actor: say("王强", "Wang Qiang"), text: "",
        when: say("3月2日 16:40", "2 Mar, 16:40"), isRead: true),
    ]
  }

  var workbench: WorkbenchPage {
    WorkbenchPage(
      greeting: say("早上好，陈晓雯", "Good morning, Wendy"),
      today: say("3月2日 星期一", "Monday, 2 March"),
      cards: [
        WorkbenchCard(
          entity: customer, label: say("我的客户", "My customers"), path: .list(customer.entity),
          columns: columns, rows: (0..<6).map(row)),
        WorkbenchCard(
          entity: deal, label: say("我的商机", "My opportunities"), path: .list(deal.entity),
          columns: columns, rows: []),
      ], recent: (0..<6).map(link), notices: notices)
  }

  private var sessions: [SessionLine] {
    [
      SessionLine(
        name: "d1" + mark, device: say("Chrome · Windows", "Chrome · Windows"),
        since: "09:05" + mark, isCurrent: true),
      SessionLine(
        name: "d2" + mark, device: say("企业微信 · Android", "WeCom · Android"),
        since: say("昨天 18:20", "Yesterday 18:20"), isCurrent: false),
      SessionLine(name: "d3" + mark, device: nil, since: say("3月1日", "1 Mar"), isCurrent: false),
    ]
  }

  var profile: ProfilePage {
    ProfilePage(
      name: say("陈晓雯", "Wendy Chen"), login: "wendy" + mark,
      roles: [say("销售经理", "Sales manager")],
      fields: [
        FormField(name, value: .text(say("陈晓雯", "Wendy Chen"))),
        FormField(note, typed: "x" + mark, problem: .malformed),
      ], sessions: sessions, passwordProblem: .wrong)
  }

  func access(_ invitation: String?) -> AccessPage {
    AccessPage(
      entity: contact, id: 4, name: say("周敏", "Zhou Min"), login: "zhou" + mark, isActive: true,
      isSelf: false, hasPassword: invitation == nil, sessions: invitation == nil ? sessions : [],
      invitation: invitation.map { $0 + mark }, problem: invitation == nil ? .short(8) : nil)
  }

  var framePages: [(name: String, bytes: [UInt8])] {
    [
      ("workbench", html { Pages.render(workbench, frame: frame(), into: &$0) }),
      (
        "notices",
        html { Pages.render(NoticesPage(lines: notices), frame: frame(), into: &$0) }
      ),
      ("notices-none", html { Pages.render(NoticesPage(lines: []), frame: frame(), into: &$0) }),
      ("profile", html { Pages.render(profile, frame: frame(), into: &$0) }),
      ("access", html { Pages.render(access(nil), frame: frame(), into: &$0) }),
      (
        "access-invited",
        html { Pages.render(access("https://crm.example/welcome/1"), frame: frame(), into: &$0) }
      ),
      (
        "welcome",
        html {
          Pages.render(
            WelcomePage(
              context: context, app: frame().app, name: say("周敏", "Zhou Min"),
              login: "zhou" + mark, path: .welcome("t" + mark), csrf: "c5rf" + mark,
              problem: .short(8)), into: &$0)
        }
      ),
      ("offline", html { Pages.renderOffline(context, app: frame().app, into: &$0) }),
    ]
  }
}
