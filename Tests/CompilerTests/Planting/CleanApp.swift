import Driver
import TestSupport

/// Composes a clean application of several files that uses every keyword of the language: the
/// first entity has a field of each kind with all its keys, and the second is that of its rows. A
/// new keyword needs a line here; the test of plantings says which is missing.
struct CleanApp {
  var random: SeededRandom
  private let languages: [String]
  private(set) var roles: [String] = []
  private(set) var entities: [String] = []

  private static let entityNames = [
    "customer", "contract", "visit", "invoice", "客户", "合同", "product", "商机", "project", "发票",
  ]
  private static let roleNames = ["sales", "manager", "clerk", "boss", "财务", "销售", "legal"]

  static func files(seed: UInt64) -> [SourceInput] {
    var app = CleanApp(seed: seed)
    return app.files()
  }

  private init(seed: UInt64) {
    random = SeededRandom(seed: seed)
    languages = random.chance(90) ? ["zh", "en"] : ["zh"]
    roles = Array(
      Self.roleNames.shuffled(using: &random).prefix(Int.random(in: 2...4, using: &random)))
    entities = Array(
      Self.entityNames.shuffled(using: &random).prefix(Int.random(in: 3...5, using: &random)))
  }

  private mutating func files() -> [SourceInput] {
    var result = [input("app.yaml", settings()), Self.holidays]
    let isTogether = random.chance(30)
    var views: [(String, CleanValue)] = []
    for (index, name) in entities.enumerated() {
      let fields = index == 0 ? completeFields() : someFields(isRows: index == 1)
      let entity = ("entities", CleanValue.map([(name, entity(fields, at: index))]))
      let own = self.views(name, fields) + (index == 0 ? layouts(name) : [])
      if isTogether {
        views += own
        result.append(input("\(index)_entity.yaml", [entity]))
      } else {
        let sections = [entity, ("views", .map(own))]
        result.append(
          input("\(index)_entity.yaml", random.chance(70) ? sections : sections.reversed()))
      }
    }
    if isTogether { result.append(input("views.yaml", [("views", .map(views))])) }
    return result
  }

  private mutating func input(_ path: String, _ entries: [(String, CleanValue)]) -> SourceInput {
    var text = CleanPrinter.print(entries, &random)
    if random.chance(8) { text = text.replacing("\n", with: "\r\n") }
    if random.chance(5) { text = "\u{FEFF}" + text }
    return SourceInput(path: path, bytes: Array(text.utf8))
  }

  private mutating func settings() -> [(String, CleanValue)] {
    let list =
      languages.count == 1 && random.chance(50)
      ? CleanValue.scalar(languages[0]) : .list(languages.map { .scalar($0) })
    var result: [(String, CleanValue)] = [
      ("app", .scalar(random.chance(50) ? "营销" : "crm")), ("label", words("系统", "System")),
      ("languages", list), ("currency", .scalar("CNY")), ("time_zone", .scalar("Asia/Shanghai")),
    ]
    result.shuffle(using: &random)
    let declared = roles.enumerated().map { index, role -> (String, CleanValue) in
      let label = words("角色\(index)", "Role \(index)")
      if index == 0 { return (role, completeRole(label)) }
      return (role, random.chance(50) ? .map([("label", label)]) : label)
    }
    return result + [("roles", .map(declared))] + looks() + constants()
  }

  mutating func words(_ zh: String, _ en: String) -> CleanValue {
    if random.chance(15) { return .scalar(zh) }
    return languages.count == 1 ? .map([("zh", .scalar(zh))]) : .words(zh: zh, en: en)
  }

  // MARK: - Entities

  typealias Field = (name: String, type: String, value: CleanValue)

  private mutating func entity(_ fields: [Field], at index: Int) -> CleanValue {
    let short = fields.map(\.name)
    let isFirst = index == 0
    var keys: [(String, CleanValue)] = [
      ("label", words("实体", "Entity")), ("access", access(of: index)),
      ("fields", .map(fields.map { ($0.name, $0.value) })),
    ]
    if isFirst || random.chance(60) {
      keys.append(("title", .scalar("{\(short[0])} · {\(short[1])}")))
    }
    if isFirst { keys += entityLooks(short) + entityRules() + belonging() }
    if isFirst || random.chance(40) {
      keys.append(
        ("unique", .list([.list([.scalar(short[1]), .scalar(short[2])]), .scalar(short[0])])))
    }
    return .map(random.chance(60) ? keys : keys.shuffled(using: &random))
  }

  private func fullAccess() -> CleanValue {
    .map([
      ("read", .scalar("everyone")), ("create", .list(roles.map { .scalar($0) })),
      ("update", .list([.scalar(roles[0]), .scalar(roles[1])])), ("delete", .scalar(roles[0])),
    ])
  }

  /// The first entity shows every action; to the third the first role has rights by its `may`
  /// alone.
  private mutating func access(of index: Int) -> CleanValue {
    switch index {
    case 0: return everyAction()
    case 2: return .map([("read", .scalar(roles[1])), ("update", .scalar(roles[1]))])
    default: return access()
    }
  }

  private mutating func access() -> CleanValue {
    switch Int.random(in: 0..<4, using: &random) {
    case 0: return .scalar("everyone")
    case 1: return .list(roles.map { .scalar($0) })
    case 2: return fullAccess()
    default:
      return .map([
        ("read", .list(roles.map { .scalar($0) })), ("update", .scalar(roles[1])),
        ("create", .scalar("nobody")),
      ])
    }
  }

  // MARK: - Fields

  /// A field of each kind with every key that it may have.
  private mutating func completeFields() -> [Field] {
    var result: [Field] = [
      ("name", "text", common("text", "text", [("max_length", "80")], "无", true))
    ]
    // The first three are used by title, unique keys and views.
    for kind in [
      "text", "integer", "decimal", "money", "percent", "boolean", "date", "date_time", "choice",
      "reference", "auto_number", "long_text", "stage", "rating", "multi_choice", "attachment",
      "image", "person", "department", "email", "phone", "url", "secret",
    ] + CleanControls.kinds {
      result.append(field(kind, "\(kind)_1", isComplete: true))
    }
    return result + [computed(), subform()]
  }

  /// `isRows`: the entity of the first one's rows, which refer to it.
  private mutating func someFields(isRows: Bool) -> [Field] {
    let kinds = [
      "integer", "decimal", "money", "percent", "boolean", "date", "date_time", "choice",
      "reference", "auto_number", "long_text",
    ]
    var result: [Field] = [
      field("text", "名称", isComplete: false), field("text", "code", isComplete: false),
      field("date", "starts_on", isComplete: false),
    ]
    for (index, kind) in kinds.shuffled(using: &random).prefix(4).enumerated() {
      result.append(field(kind, "f\(index)", isComplete: false))
    }
    if isRows { result.append(parent()) }
    return result
  }

  mutating func field(_ kind: String, _ name: String, isComplete: Bool) -> Field {
    if CleanControls.kinds.contains(kind) {
      let value = common(
        kind, kind, CleanControls.keys(kind), CleanControls.initial[kind], isComplete)
      return (name, kind, value)
    }
    let looks = CleanControls.looks[kind].map { [("control", $0)] } ?? []
    let range = [("min", "0"), ("max", "900")]
    let value: CleanValue
    switch kind {
    case "text": value = common(kind, kind, [("max_length", "60")], "文字", isComplete)
    case "long_text": value = common(kind, kind, [("max_length", "900")], "备注。", isComplete)
    case "integer": value = common(kind, kind, range + looks, "7", isComplete)
    case "decimal": value = common(kind, kind, [("scale", "1")] + range + looks, "1.5", isComplete)
    case "money": value = common(kind, kind, range + looks, "10.50", isComplete)
    case "percent":
      let share = [("min", "0"), ("max", "1")] + looks
      value = common(kind, kind, share, "0.25", isComplete)
    case "boolean": value = common(kind, kind, looks, "true", isComplete)
    case "date": value = common(kind, kind, [], "2026-03-02", isComplete)
    case "date_time": value = common(kind, kind, [], "2026-03-02T09:00:00+08:00", isComplete)
    case "auto_number":
      value = common(kind, kind, [("pattern", "KH-{yyyy}{mm}-{0000}")], nil, isComplete)
    case "reference":
      let target = [("to", entities.randomElement(using: &random)!), ("where", "id > 0")]
      value = common(kind, kind, target, nil, isComplete)
    case "choice": value = withOptions(common(kind, kind, looks, "b", isComplete), options())
    case "multi_choice": value = withOptions(common(kind, kind, looks, nil, isComplete), options())
    case "stage": value = withOptions(common(kind, kind, [], "open", isComplete), stages())
    case "secret":
      value = common(kind, kind, [("max_length", "100")], nil, isComplete)
    case "rating": value = common(kind, kind, [("max", "5")], nil, isComplete)
    case "attachment", "image":
      value = common(kind, kind, [("max_files", "3")], nil, isComplete)
    case "person": value = common(kind, kind, [], "me", isComplete)
    default: value = common(kind, kind, [], nil, isComplete)
    }
    return (name, kind, value)
  }

  private func withOptions(
    _ field: CleanValue, _ options: [(String, CleanValue)]
  ) -> CleanValue {
    guard case .map(let keys) = field else { return field }
    return .map(keys + [("options", .map(options))])
  }

  private mutating func options() -> [(String, CleanValue)] {
    [("a", words("甲", "A")), ("b", .scalar("乙")), ("丙", words("丙", "C"))]
  }

  /// The keys of every field beside those of its kind. What only a kind needs is always there.
  mutating func common(
    _ type: String, _ kind: String, _ own: [(String, String)], _ initial: String?,
    _ isComplete: Bool
  ) -> CleanValue {
    var keys: [(String, CleanValue)] = [("type", .scalar(type))]
    if isComplete || random.chance(60) { keys.append(("label", words("字段", "Field"))) }
    if isComplete || random.chance(20) { keys.append(("help", words("请填写", "Fill it in"))) }
    let isNumbered = kind == "auto_number"
    if isComplete || random.chance(30) {
      keys.append(("required", .scalar(isNumbered ? "false" : "true")))
    }
    if isComplete || random.chance(10) { keys.append(("unique", .scalar("false"))) }
    if let initial, isComplete || random.chance(30) { keys.append(("default", .scalar(initial))) }
    if isComplete { keys += [("hidden", .scalar("false")), ("read_only", .scalar("false"))] }
    keys += own.map { ($0.0, .scalar($0.1)) }
    let isShort = !isComplete && own.isEmpty && kind != "choice" && random.chance(50)
    if isShort { return .scalar(type) }
    return .map(random.chance(70) ? keys : keys.shuffled(using: &random))
  }

  // MARK: - Views

  private mutating func views(_ entity: String, _ fields: [Field]) -> [(String, CleanValue)] {
    let names = fields.map { CleanValue.scalar($0.name) }
    let all: [(String, CleanValue)] = [
      ("label", words("全部", "All")),
      ("columns", .list(Array(names.prefix(5)) + [.scalar("created_at")])),
      ("filter", .list(Array(names.prefix(2)))),
      ("sort", .list([.scalar("-created_at"), names[0]])),
    ]
    let mine: [(String, CleanValue)] = [
      ("label", words("我的", "Mine")), ("columns", .list([names[0], names[1]])), ("sort", names[1]),
      ("filter", names[0]),
    ]
    return [("\(entity).all", .map(all))]
      + (random.chance(50) ? [("\(entity).我的", .map(mine))] : [])
  }
}
