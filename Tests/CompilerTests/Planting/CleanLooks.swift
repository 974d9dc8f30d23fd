import Driver
import TestSupport

/// What of the composed application refers to its own fields, entities and views.
extension CleanApp {
  // MARK: - The application

  mutating func looks() -> [(String, CleanValue)] {
    let group: [(String, CleanValue)] = [
      ("label", words("日常", "Daily")), ("icon", .scalar("handshake")),
      ("entities", .list([.scalar(entities[1]), .scalar(entities[0])])),
      ("for", .list(roles.map { .scalar($0) })),
    ]
    return [
      ("brand", .map([("color", .scalar("#0F766E"))])),
      ("sign_in", .map([("totp", .scalar("everyone"))])),
      (
        "menu",
        .map([
          ("daily", .map(group)),
          ("组织", .map([("entities", .list([.scalar("user"), .scalar("department")]))])),
        ])
      ),
    ]
  }

  mutating func completeRole(_ label: CleanValue) -> CleanValue {
    .map([
      ("label", label), ("administrator", .scalar("true")),
      ("audit", .scalar(random.chance(50) ? "true" : "false")),
      ("may", .map([(entities[2], everyRight())])),
      ("workbench", .list([.scalar("\(entities[0]).board"), .scalar("\(entities[1]).all")])),
    ])
  }

  // MARK: - An entity

  /// What only the first entity says, over all its fields.
  mutating func entityLooks(_ fields: [String]) -> [(String, CleanValue)] {
    let half = fields.count / 2
    let sections: [(String, CleanValue)] = [
      (
        "basic",
        .map([
          ("label", words("基本", "Basics")), ("fields", list(fields[..<half])),
          ("for", .scalar(roles[0])),
        ])
      ),
      ("其他", .map([("fields", list(fields[half...]))])),
    ]
    return [
      ("plural", words("几个实体", "Entities")), ("icon", .scalar("building")),
      ("sections", .map(sections)),
    ]
  }

  private func list(_ names: ArraySlice<String>) -> CleanValue {
    .list(names.map { .scalar($0) })
  }

  mutating func stages() -> [(String, CleanValue)] {
    let won: [(String, CleanValue)] = [
      ("label", words("赢单", "Won")), ("outcome", .scalar("won")),
      ("needs", .list([.scalar("name"), .scalar("money_1")])),
    ]
    return [("open", words("进行中", "Open")), ("won", .map(won)), ("lost", .scalar("输单"))]
  }

  /// The rows of the first entity: records of the second.
  mutating func subform() -> Field {
    let keys: [(String, CleanValue)] = [
      ("type", .scalar("subform")), ("label", words("明细", "Lines")),
      ("help", words("逐行填写", "One by one")), ("of", .scalar(entities[1])),
      ("by", .scalar("parent")), ("columns", .list([.scalar("名称"), .scalar("starts_on")])),
    ]
    return ("lines", "subform", .map(random.chance(70) ? keys : keys.shuffled(using: &random)))
  }

  mutating func parent() -> Field {
    ("parent", "reference", common("reference", "reference", [("to", entities[0])], nil, false))
  }

  // MARK: - Expressions

  /// Expressions read no fields here, or a mistake in one of those would be felt in them too; what
  /// they mean is the matter of Cases/expressions.
  mutating func computed() -> Field {
    let keys: [(String, CleanValue)] = [
      ("type", .scalar("integer")), ("value", .scalar("1 + 2")), ("live", .scalar("true")),
      ("declassify", words("公开", "Public")),
    ]
    return ("computed", "integer", .map(keys))
  }

  mutating func entityRules() -> [(String, CleanValue)] {
    let check: [(String, CleanValue)] = [
      ("must", .scalar("1 < 2")), ("at", .scalar("name")), ("say", words("不对", "No")),
    ]
    let times: [(String, CleanValue)] = [
      ("of", .list([.scalar("choice_1")])), ("from", .scalar("date_1")),
      ("to", .scalar("date_1")),
    ]
    return [
      ("checks", .map([("order", .map(check))])), ("not_overlapping", .list([.map(times)])),
    ]
  }

  mutating func constants() -> [(String, CleanValue)] {
    let limit: [(String, CleanValue)] = [
      ("type", .scalar("integer")), ("default", .scalar("5")), ("label", words("上限", "Limit")),
    ]
    let calendar: [(String, CleanValue)] = [
      ("work", .list([.scalar("mon-fri 09:00-12:00 13:00-18:00")])),
      ("holidays", .scalar("holidays.csv")),
    ]
    return [("params", .map([("limit", .map(limit))])), ("calendar", .map(calendar))]
  }

  /// The table that the calendar names.
  static let holidays = SourceInput(
    path: "holidays.csv", bytes: Array("date,kind\n2026-10-01,holiday\n2026-10-10,work\n".utf8))

  // MARK: - Views

  /// A view of each kind of the first entity.
  mutating func layouts(_ entity: String) -> [(String, CleanValue)] {
    let kinds: [(String, [(String, String)])] = [
      ("board", [("kind", "board"), ("by", "stage_1")]),
      ("calendar", [("kind", "calendar"), ("from", "date_1"), ("to", "date_time_1")]),
      ("gallery", [("kind", "gallery"), ("image", "image_1")]),
      ("gantt", [("kind", "gantt"), ("from", "date_1"), ("to", "date_time_1")]),
      (
        "grouped",
        [
          ("kind", "table"), ("group", "choice_1"),
          ("where", "person_1 == me and stage_1 in [open, won] and choice_1 != a"),
        ]
      ),
    ]
    return kinds.map { name, own in
      var keys: [(String, CleanValue)] = [
        ("label", words("视图", "View")), ("columns", .list([.scalar("name")])),
      ]
      keys += own.map { ($0.0, .scalar($0.1)) }
      if name == "grouped" {
        keys += [("declassify", words("公开", "Public")), ("for", .list([.scalar(roles[0])]))]
      }
      let isShuffled = random.chance(30)
      return ("\(entity).\(name)", .map(isShuffled ? keys.shuffled(using: &random) : keys))
    }
  }
}
