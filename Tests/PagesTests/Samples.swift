import Blueprint
import Values

@testable import TenonPages

/// Pages with believable content in one language; `mark` goes into every text, so that a test can
/// look for what comes out unescaped.
struct Samples {
  let locale: Locale
  var mark = ""
  var isZh: Bool { locale == .zh }
  var context: PageContext {
    PageContext(locale: locale, currency: Currency(code: "CNY", scale: 2))
  }

  func say(_ zh: String, _ en: String) -> String { (isZh ? zh : en) + mark }

  func field(
    _ name: String, _ control: String, _ zh: String, _ en: String, _ storage: Storage,
    required: Bool = false, help: (String, String)? = nil, options: [(String, String, String)] = [],
    target: String? = nil, isComputed: Bool = false
  ) -> PageField {
    let look = FieldLook(
      name: name + mark, control: control, label: Words([say(zh, en)]),
      help: help.map { Words([say($0.0, $0.1)]) },
      options: options.map { OptionLook(name: $0.0 + mark, label: Words([say($0.1, $0.2)])) })
    return PageField(
      look, language: 0, storage: storage, isRequired: required, isComputed: isComputed,
      target: target.map { $0 + mark })!
  }

  var number: PageField { field("number", "auto_number", "客户编号", "Number", .text) }
  var name: PageField {
    field(
      "name", "text", "客户名称", "Name", .text, required: true,
      help: ("营业执照上的全称", "The full name on the business licence"))
  }
  var level: PageField {
    field(
      "level", "choice", "客户等级", "Level", .text, required: true,
      options: [
        ("vip", "重点客户", "Key account"), ("normal", "普通客户", "Standard"),
        ("new", "新客户", "New"), ("lost", "流失", "Lost"), ("rest", "休眠", "Dormant"),
      ])
  }
  var parent: PageField {
    field("parent", "reference", "上级客户", "Parent company", .reference, target: "customer")
  }
  var revenue: PageField {
    field(
      "revenue", "money", "年营业额", "Annual revenue", .scaled(2),
      help: ("上一财年，含税", "Last financial year, with tax"))
  }
  var discount: PageField { field("discount", "percent", "协议折扣", "Discount", .scaled(4)) }
  var staff: PageField { field("staff", "integer", "员工人数", "Employees", .integer) }
  var score: PageField { field("score", "decimal", "信用评分", "Credit score", .scaled(1)) }
  var active: PageField { field("active", "boolean", "合作中", "Active", .boolean) }
  var signed: PageField { field("signed_on", "date", "首次签约", "First signed", .date) }
  var visited: PageField {
    field("visited_at", "date_time", "最近拜访", "Last visit", .dateTime)
  }
  var note: PageField { field("note", "long_text", "备注", "Notes", .text) }

  var customer: ModuleLink {
    ModuleLink(
      entity: "customer" + mark, label: say("客户", "Customer"), plural: say("客户", "Customers"),
      icon: "building", locale: locale)
  }
  var deal: ModuleLink {
    ModuleLink(
      entity: "商机" + mark, label: say("商机", "Opportunity"), plural: say("商机", "Opportunities"),
      icon: "target", order: 1, locale: locale)
  }
  var contact: ModuleLink {
    ModuleLink(
      entity: "contact" + mark, label: say("联系人", "Contact"), plural: say("联系人", "Contacts"),
      order: 2, locale: locale)
  }
  var menu: [MenuGroup] {
    [
      MenuGroup(name: "sales" + mark, label: say("销售", "Sales"), modules: [customer, deal]),
      MenuGroup(name: "data" + mark, label: say("资料", "Data"), modules: [contact]),
    ]
  }
  var administration: [MenuLink] {
    [MenuLink(say("人员", "People"), .users, .list("user"))]
  }

  func frame(_ flash: Flash? = nil) -> FrameModel {
    FrameModel(
      context: context, app: say("客户营销管理系统", "Customer marketing"), groups: menu,
      creatable: [customer, deal, contact], administration: administration,
      current: .list(customer.entity), userName: say("陈晓雯", "Wendy Chen"),
      login: "wendy" + mark, unread: 3,
      languages: [
        LanguageChoice(tag: "zh" + mark, isCurrent: isZh),
        LanguageChoice(tag: "en" + mark, isCurrent: !isZh),
      ], csrf: "c5rf" + mark, here: .list("customer" + mark), flash: flash)
  }

  private static let names = [
    ("上海恒润机电设备有限公司", "Hengrun Electromechanical"), ("苏州工业园区启明精密制造股份有限公司", "Qiming Precision"),
    ("宁波海川国际贸易有限公司", "Haichuan Trading"), ("深圳市云帆智能科技有限公司", "Yunfan Smart Technology"),
    ("华东医疗器械集团", "East China Medical Devices Group"), ("杭州西溪餐饮管理有限公司", "Xixi Catering"),
    ("成都天府软件园运营有限公司", "Tianfu Software Park"), ("青岛啤酒经销（城阳）部", "Qingdao Beer, Chengyang"),
    ("武汉光谷激光装备有限公司", "Optics Valley Laser"), ("北京中科数据服务有限公司", "Zhongke Data Services"),
    ("O'Neill & Söhne GmbH", "O'Neill & Söhne GmbH"), ("厦门鹭岛冷链物流有限公司", "Ludao Cold Chain"),
  ]

  func customerName(_ index: Int) -> String {
    let pair = Samples.names[index % Samples.names.count]
    return say(pair.0, pair.1)
  }

  var columns: [PageField] {
    [name, number, level, parent, revenue, discount, active, .createdAt(locale)]
  }

  func row(_ index: Int) -> ListRow {
    let options = level.options
    let seed = Int64(index)
    return ListRow(
      id: seed + 1,
      cells: [
        Cell(.text(customerName(index))), Cell(.text("KH-202603-00\(10 + index)" + mark)),
        Cell(.text(options[index * 7 % options.count].value)),
        index % 3 == 0
          ? Cell(.blank)
          : Cell(.integer(seed + 40), related: index == 4 ? nil : customerName(index + 5)),
        index == 7 ? Cell(.blank) : Cell(.integer((seed * 7_919_113 + 3_500) % 980_000_000)),
        Cell(.integer((seed * 625) % 10_000)), Cell(.integer(seed % 4 == 0 ? 0 : 1)),
        Cell(.integer(1_772_413_500_000 - seed * 37_000_000)),
      ])
  }

  func signIn(_ problem: SignInPage.Problem? = nil) -> SignInPage {
    SignInPage(
      context: context, app: frame().app, languages: frame().languages, csrf: "c5rf" + mark,
      login: problem == nil ? "" : "wendy" + mark, problem: problem,
      back: .record("customer" + mark, 7))
  }

  func problem(_ status: Int, framed: Bool) -> ProblemPage {
    ProblemPage(
      context: context, app: frame().app, frame: framed ? frame() : nil, status: status,
      detail: mark.isEmpty ? nil : mark, reference: "7f3a-0021" + mark)
  }

  /// Every page under a name, as one document each.
  var documents: [(name: String, bytes: [UInt8])] {
    [
      ("sign-in", html { Pages.render(signIn(), into: &$0) }),
      ("sign-in-refused", html { Pages.render(signIn(.refused), into: &$0) }),
      ("list", html { Pages.render(list(), frame: frame(), into: &$0) }),
      (
        "list-short",
        html {
          Pages.render(
            list(rows: 4, filtered: false), frame: frame(Flash(.success, locale[.saved] + mark)),
            into: &$0)
        }
      ),
      ("list-none", html { Pages.render(list(rows: 0), frame: frame(), into: &$0) }),
    ] + layouts + [
      (
        "list-empty",
        html {
          Pages.render(list(rows: 0, filtered: false), frame: frame(), into: &$0)
        }
      )
    ] + framePages + peoplePages + [
      ("problem-404", html { Pages.render(problem(404, framed: true), into: &$0) }),
      ("problem-507", html { Pages.render(problem(507, framed: false), into: &$0) }),
    ] + recordDocuments
  }

  func html(_ render: (inout HTMLWriter) -> Void) -> [UInt8] {
    var out = HTMLWriter()
    render(&out)
    return out.bytes
  }
}
