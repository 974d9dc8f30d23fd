import TenonDatabase
import TenonHTTP
import TenonPages

/// Whether another record has a value that must occur once, as JSON: `{"taken":true,"title":…,
/// "path":…}`. It tells no more than saving would, and of the record only what the person may see.
struct TakenPart {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel

  static func routes(_ entity: EntityModel) -> [Route] {
    [
      Route(
        .get, Routes.app(entity, "-", "taken"),
        .page { .now(try TakenPart(part: $0, person: $1, entity: entity).answer()) })
    ]
  }

  private func answer() throws -> Response {
    try part.tenant.guesses.count(person.user.id, now: part.tenant.clock())
    let found = try part.tenant.database.read { session in
      try find(
        RecordReader(
          tenant: part.tenant, principal: person.user.principal, session: session,
          language: part.exchange.language))
    }
    var out = ByteWriter(capacity: 128)
    if let found {
      out.append("{\"taken\":true,\"title\":")
      out.append(json: found.title)
      out.append(",\"path\":")
      out.append(json: PagePath.record(entity.name, found.id).text)
      out.append("}")
    } else {
      out.append("{\"taken\":false}")
    }
    return Response(status: 200, headers: APIPart.headers, body: out.bytes)
  }

  /// Another record than `id` with the value in the field.
  private func find(_ reader: RecordReader) throws -> (id: Int64, title: String)? {
    let request = part.request
    guard let column = request.parameter("field").flatMap(entity.meta.column(named:)),
      entity.isUnique(column), let shape = entity.meta.field(column)
    else { throw Refusal.parameter("field") }
    let field = entity.pageField(column, part.exchange.language, part.exchange.locale)
    let value = FormInput.parse(request.parameter("value") ?? "", as: field)
      .flatMap { shape.value(ofForm: $0, part.tenant.zone) }
    guard let value, !value.isBlank, let proof = reader.proof(entity), proof.mayRead(column),
      mayWrite(column, reader.principal)
    else { return nil }
    var other: Int64?
    let own = Int64(request.parameter("id") ?? "")
    let query = Query(
      entity.table, outputs: [.column(SystemColumn.id)],
      filter: .compare(column, .equal, value), limit: 2)
    try reader.session.rows(query, proof) { row in
      if row.integer(0) != own { other = row.integer(0) }
    }
    guard let other else { return nil }
    return (other, try reader.title(entity, other) ?? "#\(other)")
  }
}

extension TakenPart {
  /// Whether the person fills in the field at all: nobody else is asked whether a value is free.
  private func mayWrite(_ column: Int, _ principal: Principal) -> Bool {
    [Action.create, .update].contains {
      authorize(principal, $0, on: entity.type)?.mayWrite(column) == true
    }
  }
}

extension EntityModel {
  /// Whether each value of a column occurs once.
  func isUnique(_ column: Int) -> Bool {
    meta.shape.uniqueKeys.contains([meta.name(ofColumn: column)])
  }
}
