import TenonDatabase
import TenonHTTP
import TenonPages

/// The audit trail as a page and for programs.
struct AuditPart {
  let exchange: WebExchange
  let person: SignedIn

  private var tenant: Tenant { exchange.tenant }

  static let routes: [Route] = [
    Route(
      .get, Routes.path("audit"),
      .page { .now(try AuditPart(exchange: $0.exchange, person: $1).page($0)) }),
    // No entity is called so: its name stays free for what applications call an audit.
    Route(
      .get, Routes.path("api", "-", "audit"),
      .api(nil) { .now(try AuditPart(exchange: $0.exchange, person: $1).answer()) }),
  ]

  /// For others there is no such page.
  private func check() throws(Refusal) {
    guard tenant.mayAudit(person.user.principal) else { throw .notFound }
  }

  // MARK: What is looked for

  private static let known: Set<String> = [
    "person", "entity", "record", "kind", "from", "to", "after", "limit",
  ]

  private func value(_ name: String) -> String {
    exchange.request.parameter(name).map(Text.trimmed) ?? ""
  }

  /// Reads the parameters of the request. Throws for those that mean nothing.
  private func filter() throws(Refusal) -> AuditFilter {
    if let other = exchange.request.query.first(where: { !AuditPart.known.contains($0.name) }) {
      throw .parameter(other.name)
    }
    var filter = AuditFilter()
    filter.person = try id("person")
    filter.record = try id("record")
    if !value("entity").isEmpty {
      guard let entity = tenant.entity(named: value("entity")) else { throw .parameter("entity") }
      filter.entity = entity
    } else if filter.record != nil {
      throw .parameter("record")
    }
    if !value("kind").isEmpty {
      guard let kind = AuditKind(rawValue: value("kind")) else { throw .parameter("kind") }
      filter.kind = kind
    }
    filter.from = try moment("from", isEnd: false)
    filter.to = try moment("to", isEnd: true)
    if !value("after").isEmpty {
      guard let place = AuditPlace(value("after")) else { throw .parameter("after") }
      filter.after = place
    }
    return filter
  }

  private func id(_ name: String) throws(Refusal) -> Int64? {
    if value(name).isEmpty { return nil }
    guard let id = Int64(value(name)), id > 0 else { throw .parameter(name) }
    return id
  }

  /// A moment, or a day from its beginning or to its end.
  private func moment(_ name: String, isEnd: Bool) throws(Refusal) -> Int64? {
    if value(name).isEmpty { return nil }
    guard let moment = AuditFilter.moment(value(name), isEnd: isEnd, tenant.zone) else {
      throw .parameter(name)
    }
    return moment
  }

  // MARK: The page

  private static let length = 50

  private func page(_ part: PagePart) throws -> Response {
    try check()
    let filter = try filter()
    let page = try tenant.database.read { session in
      let reader = part.reader(person, session)
      let found = try AuditLog(session: session).page(filter, limit: AuditPart.length)
      var words = ChangeReader(part, reader)
      for entry in found.entries { want(entry, &words) }
      try words.read()
      return AuditPage(
        entries: found.entries.map { line($0, words) }, form: try form(session),
        older: found.next.map(older), looked: found.looked.map(tenant.zone.local))
    }
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, at: .audit), into: &out)
    return part.answer(200, out)
  }

  private func older(_ place: AuditPlace) -> PagePath {
    let kept = exchange.request.query.filter { $0.name != "after" }
    return PagePath.audit.with(kept + [("after", place.text)])
  }

  private func subject(_ entry: AuditEntry) -> EntityModel? {
    tenant.entity(table: entry.row.note.table)
  }

  private func want(_ entry: AuditEntry, _ words: inout ChangeReader) {
    let entity = subject(entry)
    words.want(entry.changes, of: entity)
    if entry.row.note.record > 0 { words.want(entity, entry.row.note.record) }
  }

  private func line(_ entry: AuditEntry, _ words: ChangeReader) -> AuditLine {
    let (note, locale) = (entry.row.note, exchange.locale)
    let entity = subject(entry)
    let link = entity?.links[exchange.language]
    let record = link.flatMap { link in
      note.record == 0
        ? nil
        : RecordLink(
          entity: link, id: note.record,
          title: entity.flatMap { words.title($0, note.record) } ?? "#\(note.record)")
    }
    let actor: AuditLine.Actor
    if let user = note.user {
      let behalf = note.behalf.map { entry.behalf ?? "#\($0)" }
      actor = .person(entry.who ?? "#\(user)", behalf: behalf)
    } else {
      actor = .command(entry.command)
    }
    return AuditLine(
      actor: actor, at: tenant.zone.local(note.at),
      kind: AuditWords.kind(note.kind).map { locale[$0] } ?? note.kind, record: record,
      entity: link?.label ?? (note.table.isEmpty ? nil : note.table),
      changes: words.words(entry.changes, of: entity))
  }

  private func form(_ session: Session) throws -> AuditForm {
    let locale = exchange.locale
    return AuditForm(
      people: try Users(tenant: tenant).names(session).map { (String($0.id), $0.name) },
      entities: tenant.entities.map { ($0.name, $0.links[exchange.language].label) },
      kinds: AuditKind.allCases.map { kind in
        (kind.rawValue, AuditWords.kind(kind.rawValue).map { locale[$0] } ?? kind.rawValue)
      },
      values: Dictionary(
        uniqueKeysWithValues: ["person", "entity", "record", "kind", "from", "to"].map {
          ($0, value($0))
        }))
  }

  // MARK: For programs

  private func answer() throws -> Response {
    try check()
    let filter = try filter()
    var limit = AuditPart.length
    if !value("limit").isEmpty {
      guard let wanted = Int(value("limit")), (1...200).contains(wanted) else {
        throw Refusal.parameter("limit")
      }
      limit = wanted
    }
    let page = try tenant.database.read { session in
      try AuditLog(session: session).page(filter, limit: limit)
    }
    var out = ByteWriter(capacity: 16_384)
    out.append("{\"data\":[")
    for (index, entry) in page.entries.enumerated() {
      if index > 0 { out.append(",") }
      AuditRecord(tenant, entry).append(to: &out)
    }
    out.append("],\"next\":")
    if let next = page.next { out.append(json: next.text) } else { out.append("null") }
    out.append("}")
    return Response(status: 200, headers: APIPart.headers, body: out.bytes)
  }
}

extension AuditFilter {
  /// A moment, or a day where the company is from its beginning or to its end; nil for anything
  /// else.
  static func moment(_ text: String, isEnd: Bool, _ zone: TimeZone) -> Int64? {
    if case .integer(let day)? = Storage.date.parse(text) {
      return zone.instant(day * 86_400_000 + (isEnd ? 86_399_999 : 0))
    }
    guard case .integer(let moment)? = Storage.dateTime.parse(text) else { return nil }
    return moment
  }
}
