import TenonPages

/// What forms of records follow: how their fields stand at first, and what the script needs to go
/// on from there.
struct FormGuide {
  let part: PagePart
  let reader: RecordReader
  private let rules: RuleKeeper

  init(_ part: PagePart, _ reader: RecordReader) {
    self.part = part
    self.reader = reader
    rules = RuleKeeper(
      tenant: part.tenant, principal: reader.principal, session: reader.session,
      now: part.tenant.clock())
  }

  /// What a form shows, asks for and lets be changed. `id` is nil for a new record; `typed` are
  /// values over it. What the person does not see in full, in the columns `dimmed`, decides nothing
  /// here: it would show by what it does. Saving holds the record against all of it.
  func states(
    _ entity: EntityModel, _ id: Int64?, _ typed: [Value?] = [], without dimmed: [Int] = []
  ) throws -> FieldStates {
    func states<E: Entity>(_ type: E.Type) throws -> FieldStates {
      try rules.states(E.self, id, typed, without: dimmed)
    }
    return try states(entity.type)
  }

  /// Whether the script holds forms of an entity to rules.
  func isFollowed(_ entity: EntityModel) -> Bool {
    part.tenant.forms?.entities.contains(entity.name) == true
  }

  /// What stands in no input of a form, and what is stored of fields that may be hidden, as inputs
  /// would hold it: as far as the person sees it in full, which for a new record means that of all
  /// records. A new record has neither numbers nor values that follow.
  func known(
    _ entity: EntityModel, _ id: Int64?, _ values: [Value], _ sight: Sight?, inputs: Set<Int>
  ) -> [(name: String, text: String)] {
    let proof = reader.proof(entity)
    let hideable = entity.type.hiddenColumns
    var known: [(name: String, text: String)] = []
    for column in 0..<entity.meta.fieldColumns.upperBound
    where column != SystemColumn.version
      && sight.map({ $0[column] == .full }) ?? (proof?.mayRead(column) == true)
    {
      let isWritten = entity.meta.field(column)?.isWritten ?? false
      if isWritten && inputs.contains(column) && !hideable.contains(column) { continue }
      if id == nil, !isWritten, column >= SystemColumn.count { continue }
      known.append((entity.meta.name(ofColumn: column), text(entity, column, values[column])))
    }
    return known
  }

  /// A value as an input holds it.
  private func text(_ entity: EntityModel, _ column: Int, _ value: Value) -> String {
    switch column {
    case SystemColumn.id, SystemColumn.createdBy, SystemColumn.updatedBy:
      return value.integer.map { String($0) } ?? ""
    default:
      let field = entity.pageField(column, part.exchange.language, part.exchange.locale)
      guard field.storage == .dateTime, case .integer(let instant) = value else {
        return FormField(field, value: value).text
      }
      return FormField(field, value: .integer(part.tenant.zone.local(instant))).text
    }
  }

  /// What the script gets with a form; nil when it follows no rules.
  func rules(
    _ entity: EntityModel, known: [(name: String, text: String)]
  ) throws -> FormRules? {
    guard isFollowed(entity), let forms = part.tenant.forms else { return nil }
    let tenant = part.tenant
    let me = reader.principal.user
    let now = tenant.clock()
    return FormRules(
      tables: forms.tables.path, entity: entity.name, zone: tenant.blueprint.timeZone, now: now,
      today: tenant.zone.day(now).days, me: me,
      roles: tenant.roleNames.enumerated().filter {
        !reader.principal.roles.isDisjoint(with: RoleSet(role: $0.offset))
      }.map(\.element),
      team: try RuleReader.team(of: me, reader.session), my: try mine(forms.members),
      known: known)
  }

  /// What rules read of the person, as far as he may read it.
  private func mine(_ members: [[String]]) throws -> [(name: String, text: String)] {
    var mine: [(name: String, text: String)] = []
    for path in members {
      guard var entity = part.tenant.entity(named: "user") else { continue }
      var id: Int64? = reader.principal.user
      var text: String?
      for (place, name) in path.enumerated() {
        guard let column = entity.meta.column(named: name),
          reader.proof(entity)?.mayRead(column) == true
        else { break }
        let value = try id.flatMap { try reader.values(entity, $0)?[column] } ?? .blank
        if place == path.count - 1 { text = self.text(entity, column, value) }
        guard let next = part.tenant.target(of: column, in: entity) else { break }
        entity = next
        id = value.integer
      }
      if let text { mine.append((path.joined(separator: "."), text)) }
    }
    return mine
  }
}

extension FormField {
  /// Stands as conditions say; what is wrong is shown in any case.
  func following(_ states: FieldStates, _ column: Int) -> FormField {
    var field = self
    field.isHidden = states.hidden.contains(column) && problem == nil
    field.isRequired = isRequired || states.required.contains(column)
    field.isFixed = states.readOnly.contains(column)
    return field
  }
}
