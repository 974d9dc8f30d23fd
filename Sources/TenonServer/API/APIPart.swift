import TenonDatabase
import TenonHTTP

/// The JSON API: list, create, read, update and delete of every entity.
struct APIPart {
  let exchange: WebExchange

  private var tenant: Tenant { exchange.tenant }
  private var request: Request { exchange.request }

  static let routes = [
    Route(
      .delete, Routes.path("session"), .api(nil) { try $0.deleteSession($1) }, whileActing: .always)
  ]

  static func routes(_ entity: EntityModel) -> [Route] {
    let all = Routes.path("api", entity.name)
    let one = all + [.parameter]
    return [
      Route(.get, all, .api(entity) { .now(try $0.list(entity, $1)) }),
      Route(.post, all, .api(entity) { try $0.create(entity, $1) }),
      Route(.get, one, .api(entity) { try $0.read(entity, $1) }),
      Route(.patch, one, .api(entity) { try $0.update(entity, $1) }),
      Route(.delete, one, .api(entity) { try $0.delete(entity, $1) }),
    ] + BatchPart.routes(entity)
  }

  /// The list of a subform's rows below their record.
  static func routes(_ entity: EntityModel, _ subform: SubformModel) -> [Route] {
    let rows = Routes.path("api", entity.name) + [.parameter, .literal(subform.name)]
    return [
      Route(.get, rows, .api(subform.child) { .now(try $0.rows(subform, of: entity, $1)) })
    ]
  }

  /// An answer for the program of a person who is signed in.
  func handle(
    _ entity: EntityModel?, _ handler: (APIPart, SignedIn) throws -> Reply
  ) -> Reply {
    do {
      let person = try exchange.person()
      try holdOffOtherSites(person)
      if person.access == .readToken, request.method != .get, request.method != .head {
        throw Refusal.tokenForbids
      }
      return try handler(self, person)
    } catch {
      return .now(exchange.problem(exchange.refusal(error, entity), entity))
    }
  }

  /// A cookie alone authorises no change: the header must show the session's own token.
  private func holdOffOtherSites(_ person: SignedIn) throws(Refusal) {
    guard exchange.isFromCookie, request.method != .get, request.method != .head else { return }
    let token = request.header("x-csrf-token") ?? request.form()?.first { $0.name == "csrf" }?.value
    guard exchange.site.isOurs(request), let token, Secrets.equal(token, person.csrf) else {
      throw .forbidden
    }
  }

  private func deleteSession(_ person: SignedIn) throws -> Reply {
    guard person.access == .session else { throw Refusal.tokenForbids }
    let sessions = exchange.sessions
    let exchange = exchange
    return exchange.write(nil) { session in
      try sessions.signOut(person, session)
    } answer: { _ in
      sessions.forget(person)
      return Response(
        status: 204,
        headers: [("Set-Cookie", exchange.site.cookie(Site.session, "", maxAge: 0))])
    } refused: {
      exchange.problem($0)
    }
  }

  // MARK: Reading

  private func read(_ entity: EntityModel, _ person: SignedIn) throws -> Reply {
    if let field = request.parameter("reveal") { return try reveal(field, entity, person) }
    return .now(try record(entity, person))
  }

  /// The record with one of its secrets.
  private func reveal(
    _ field: String, _ entity: EntityModel, _ person: SignedIn
  ) throws -> Reply {
    let reveal = try Reveal(exchange, person, entity, try exchange.recordID(), field: field)
    let (exchange, tenant) = (exchange, tenant)
    return exchange.write(nil) { session in
      guard let secret = try reveal.secret(session),
        let proof = authorize(person.user.principal, .read, on: entity.type),
        let record = try EncodedRecord(
          tenant, entity, reveal.id, proof, person, session, opened: [reveal.column: secret])
      else { throw Refusal.notFound }
      return record.body
    } answer: { body in
      // Without a tag: it is to be kept nowhere.
      Response(
        status: 200,
        headers: [("Content-Type", "application/json"), ("Cache-Control", "no-store")], body: body)
    } refused: {
      exchange.problem($0, entity)
    }
  }

  private func record(_ entity: EntityModel, _ person: SignedIn) throws -> Response {
    let id = try exchange.recordID()
    guard let proof = authorize(person.user.principal, .read, on: entity.type) else {
      throw Refusal.notFound
    }
    let expansion = try Expansion(request.query, entity, tenant, proof)
    func record(_ session: Session) throws -> EncodedRecord? {
      try EncodedRecord(tenant, entity, id, proof, person, session, expansion)
    }
    let (database, isAlone) = (tenant.database, expansion.isEmpty)
    guard let record = try isAlone ? database.readOnce(record) : database.read(record) else {
      throw Refusal.notFound
    }
    if EntityTag.isKnown(record.tag, request) {
      return Response(
        status: 304, headers: [("ETag", record.tag), ("Cache-Control", "private, no-cache")])
    }
    return record.response(status: 200)
  }

  private func rows(
    _ subform: SubformModel, of entity: EntityModel, _ person: SignedIn
  ) throws -> Response {
    let id = try exchange.recordID()
    let isThere = try tenant.database.read { session in
      try RecordReader(
        tenant: tenant, principal: person.user.principal, session: session, language: 0
      ).exists(entity, id)
    }
    guard isThere else { throw Refusal.notFound }
    // Which rows belong to the record is told only to whom their reference to it is.
    let rows = authorize(person.user.principal, .read, on: subform.child.type)
    if let rows, !rows.mayRead(subform.by) { throw Refusal.forbidden }
    return try list(subform.child, person, only: .compare(subform.by, .equal, .integer(id)))
  }

  private func list(
    _ entity: EntityModel, _ person: SignedIn, only: Predicate? = nil
  ) throws -> Response {
    guard let proof = authorize(person.user.principal, .read, on: entity.type) else {
      throw Refusal.forbidden
    }
    let opening = entity.views.first?.opening(proof) ?? SortKey(SystemColumn.id)
    var wanted = try ListRequest(
      request.query, entity, proof, opening: [opening], known: [Expansion.parameter])
    if let only { wanted.filter = .and([only, wanted.filter]) }
    let expansion = try Expansion(request.query, entity, tenant, proof)
    let body = try tenant.database.read { session in
      var page = EncodedPage(entity, wanted, proof)
      let reader = RecordReader(
        tenant: tenant, principal: person.user.principal, session: session, language: 0)
      var expander = Expander(expansion, reader)
      return try page.read(&expander)
    }
    let tag = EntityTag.of(body)
    if EntityTag.isKnown(tag, request) {
      return Response(
        status: 304, headers: [("ETag", tag), ("Cache-Control", "private, no-cache")])
    }
    return Response(status: 200, headers: APIPart.headers + [("ETag", tag)], body: body)
  }

  static let headers = [
    ("Content-Type", "application/json"), ("Cache-Control", "private, no-cache"),
  ]

  // MARK: Writing

  /// The JSON that a request carries. Throws for a body that is none.
  func document() throws(Refusal) -> JSONDocument {
    let type = request.header("content-type")?.prefix { $0 != ";" && $0 != " " }.lowercased()
    guard type == "application/json" || type == "application/merge-patch+json" else {
      throw Refusal.unsupportedMediaType
    }
    return try JSONDocument(request.body)
  }

  private func input(_ entity: EntityModel) throws(Refusal) -> RecordInput {
    try RecordInput(try document().members(), entity, tenant)
  }

  private func create(_ entity: EntityModel, _ person: SignedIn) throws -> Reply {
    let input = try input(entity)
    let path = "/api/" + entity.name
    return try change(entity, person) { store in
      try store.create(entity, input)
    } answer: { record in
      record.response(status: 201, more: [("Location", PercentEncoding.path(path, record.id))])
    }
  }

  private func update(_ entity: EntityModel, _ person: SignedIn) throws -> Reply {
    let id = try exchange.recordID()
    let version = try matchedVersion()
    let input = try input(entity)
    return try change(entity, person) { store in
      try store.update(entity, id: id, version: version, input)
      return id
    } answer: {
      $0.response(status: 200)
    }
  }

  private func delete(_ entity: EntityModel, _ person: SignedIn) throws -> Reply {
    let id = try exchange.recordID()
    let version = try matchedVersion()
    let (tenant, principal) = (tenant, person.user.principal)
    return try exchange.change(entity, person) { session in
      try RecordStore(tenant: tenant, principal: principal, session: session, now: tenant.clock())
        .delete(entity, id: id, version: version)
      return Response(status: 204)
    }
  }

  /// Runs a change and answers with the record as it then stands, read in the same transaction.
  private func change(
    _ entity: EntityModel, _ person: SignedIn,
    _ job: @escaping @Sendable (RecordStore) throws -> Int64,
    answer: @escaping @Sendable (EncodedRecord) -> Response
  ) throws -> Reply {
    let (tenant, principal) = (tenant, person.user.principal)
    let proof = authorize(principal, .read, on: entity.type)
    let expansion = try proof.map { proof throws(Refusal) in
      try Expansion(request.query, entity, tenant, proof)
    }
    return try exchange.change(entity, person) { session in
      let store = RecordStore(
        tenant: tenant, principal: principal, session: session, now: tenant.clock())
      let id = try job(store)
      // One may create what one may not read; then there is only the id to tell.
      guard let proof,
        let record = try EncodedRecord(tenant, entity, id, proof, person, session, expansion)
      else { return answer(EncodedRecord(id: id)) }
      return answer(record)
    }
  }

  /// The version in `If-Match`, nil for `*`. Throws when there is none or it is no tag of ours.
  private func matchedVersion() throws(Refusal) -> Int64? {
    guard let header = request.header("if-match") else { throw .versionRequired }
    if header == "*" { return nil }
    guard header.hasPrefix("\""), header.hasSuffix("\""), header.utf8.count > 2,
      let version = Int64(header.dropFirst().dropLast())
    else { throw .versionConflict }
    return version
  }
}

/// Percent-encoding of paths that we make (RFC 3986).
enum PercentEncoding {
  /// The path of a record.
  static func path(_ path: String, _ id: Int64) -> String {
    var out: [UInt8] = []
    let digits = Array("0123456789ABCDEF".utf8)
    for byte in path.utf8 {
      if byte < 0x80 {
        out.append(byte)
      } else {
        out += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: out, as: UTF8.self) + "/\(id)"
  }
}
