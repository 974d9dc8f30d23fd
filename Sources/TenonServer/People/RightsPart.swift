import TenonDatabase
import TenonHTTP
import TenonPages

/// What a person may do: for that person, and for administrators, who can begin to see as the
/// person from here.
struct RightsPart: Sendable {
  let part: PagePart
  let person: SignedIn
  let subject: User

  private var tenant: Tenant { part.tenant }
  private var exchange: WebExchange { part.exchange }
  private var isOwn: Bool { subject.id == person.user.id }

  static let routes: [Route] = [
    Route(
      .get, Routes.path("me", "rights"),
      .page { .now(try RightsPart(part: $0, person: $1, subject: $1.user).page()) })
  ]

  static func routes(_ people: EntityModel) -> [Route] {
    [
      Route(
        .get, Routes.record(people, "rights"),
        .page {
          .now(try RightsPart(part: $0, person: $1, subject: $0.subject(for: $1)).page())
        }),
      Route(
        .post, Routes.record(people, "rights", "look"),
        .form { part, person, _ in
          StandInPart.begin(.look, for: try part.subject(for: person).id, part, person)
        }),
    ]
  }

  private func page() throws -> Response {
    let page = try tenant.database.read { session in
      let users = Users(tenant: tenant)
      let placed = try users.placed(subject, session)
      let isActive = try users.find(subject.id, session) != nil
      let parts = tenant.entities.map { rights(to: $0, placed.principal) }
      return RightsPage(
        name: subject.name, above: isOwn ? .profile : .record("user", subject.id),
        roles: roleLabels(placed.roles.rawValue),
        departments: try names(placed.principal.departments, session),
        headed: try names(placed.principal.headed, session),
        parts: parts.filter { !$0.actions.isEmpty },
        nothing: parts.filter(\.actions.isEmpty).map(\.entity),
        look: isOwn || !isActive ? nil : .person(subject.id, .look))
    }
    var out = HTMLWriter()
    let frame = part.frame(person, at: isOwn ? .profile : .list("user"))
    Pages.render(page, frame: frame, into: &out)
    return part.answer(200, out)
  }

  /// Titles of departments, as far as the reader may see them.
  private func names(_ departments: [Int64], _ session: Session) throws -> [String] {
    guard let entity = tenant.entity(named: "department") else { return [] }
    let reader = part.reader(person, session)
    return try departments.compactMap { try reader.title(entity, $0) }
  }

  private func roleLabels(_ bits: UInt64) -> [String] {
    tenant.blueprint.roles.enumerated()
      .filter { bits & (1 << UInt64($0.offset)) != 0 }
      .map { $0.element.label[exchange.language] }
  }

  // MARK: One entity

  private func rights(to entity: EntityModel, _ principal: Principal) -> RightsPage.Part {
    let wording = RuleWording(
      entity: entity, language: exchange.language, locale: exchange.locale)
    let held = entity.type.rights.clauses.enumerated().filter { _, clause in
      clause.roles == Clause.everyone || clause.roles & principal.roles.rawValue != 0
    }
    let actions = Action.allCases.compactMap { action -> RightsPage.Line? in
      let given = held.compactMap { index, clause -> RightsPage.Given? in
        let rule = clause.rule(action)
        if rule.constant == false { return nil }
        return RightsPage.Given(
          rule: wording.rows(action, index, rule), from: source(clause, principal))
      }
      if given.isEmpty { return nil }
      return RightsPage.Line(label: exchange.locale[action.phrase], given: joined(given))
    }
    let read = authorize(principal, .read, on: entity.type)
    let fields = read.map { self.fields(of: entity, held, principal, $0, wording) } ?? []
    return RightsPage.Part(
      entity: entity.links[exchange.language], actions: alike(actions), fields: alike(fields))
  }

  /// Actions, or fields, of which the same is said stand in one line.
  private func alike(_ lines: [RightsPage.Line]) -> [RightsPage.Line] {
    var result: [RightsPage.Line] = []
    for line in lines {
      if let index = result.firstIndex(where: { $0.given == line.given }) {
        result[index].label += exchange.locale[.listSeparator] + line.label
      } else {
        result.append(line)
      }
    }
    return result
  }

  /// Which roles of the person a clause is for.
  private func source(_ clause: Clause, _ principal: Principal) -> String {
    if clause.roles == Clause.everyone { return exchange.locale[.rightsEveryone] }
    return roleLabels(clause.roles & principal.roles.rawValue)
      .joined(separator: exchange.locale[.listSeparator])
  }

  /// The same rule from several clauses stands once.
  private func joined(_ given: [RightsPage.Given]) -> [RightsPage.Given] {
    var result: [RightsPage.Given] = []
    for one in given {
      if let index = result.firstIndex(where: { $0.rule == one.rule }) {
        result[index].from += exchange.locale[.listSeparator] + one.from
      } else {
        result.append(one)
      }
    }
    return result
  }

  /// What is not seen in full on each record that the person may read, or not to be changed on
  /// each that the person may change; with what other roles say of it, since that adds up.
  private func fields(
    of entity: EntityModel, _ held: [(offset: Int, element: Clause)], _ principal: Principal,
    _ read: Authorization, _ wording: RuleWording
  ) -> [RightsPage.Line] {
    let update = authorize(principal, .update, on: entity.type)
    return entity.meta.fieldColumns.compactMap { column in
      var given: [RightsPage.Given] = []
      for (index, clause) in held where clause.rule(.read).constant != false {
        func add(_ rule: RowRule?, _ state: RuleWording.FieldRule) {
          guard let rule, rule.constant != false else { return }
          given.append(
            RightsPage.Given(
              rule: wording.field(state, column, index, rule), from: source(clause, principal)))
        }
        let before = given.count
        if !read.mayRead(column) {
          add(clause.hide[column], .hide)
          add(clause.mask[column], .mask)
        }
        let isSeen = given.count == before
        if update != nil, clause.rule(.update).constant != false { add(clause.lock[column], .lock) }
        if isSeen, !read.mayRead(column) {
          given.append(
            RightsPage.Given(
              rule: exchange.locale[.fieldShown], from: source(clause, principal)))
        }
      }
      if given.isEmpty { return nil }
      let label = entity.pageField(column, exchange.language, exchange.locale).label
      return RightsPage.Line(label: label, given: joined(given))
    }
  }
}
