import TestSupport

/// Who may do what in the composed application.
extension CleanApp {
  /// Each action of `access` by itself.
  func everyAction() -> CleanValue {
    let all = CleanValue.list(roles.map { .scalar($0) })
    return .map([
      ("read", .scalar("everyone")), ("create", all),
      ("update", .list([.scalar(roles[0]), .scalar(roles[1])])), ("delete", .scalar(roles[0])),
      ("export", .scalar(roles[1])), ("import", .scalar("nobody")), ("print", .scalar("everyone")),
      ("assign", .list([.scalar(roles[1])])), ("comment", all),
    ])
  }

  /// Each key under `may`. The role creates nothing: what it would have to fill in is made up.
  mutating func everyRight() -> CleanValue {
    var keys: [(String, CleanValue)] = [
      ("read", .scalar("own or below or shared")), ("create", .scalar("false")),
      ("update", .scalar("own and id > 0")), ("delete", .scalar("own and not pool")),
      ("export", .scalar("headed")), ("import", .scalar("false")), ("print", .scalar("true")),
      ("assign", .scalar("department")), ("comment", .scalar("all")),
      ("hide", random.chance(50) ? .list([.scalar("code")]) : .map([("code", .scalar("true"))])),
      ("mask", .map([("名称", .scalar("unless own"))])),
      ("lock", .map([("starts_on", .scalar("when own or pool"))])),
    ]
    if random.chance(30) { keys.shuffle(using: &random) }
    return .map(keys)
  }

  /// Whose the records of the first entity are.
  func belonging() -> [(String, CleanValue)] {
    [
      ("owner", .scalar("person_1")), ("department", .scalar("department_1")),
      ("sharing", .scalar("true")),
    ]
  }
}
