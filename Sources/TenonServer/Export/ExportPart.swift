import TenonDatabase
import TenonHTTP
import TenonPages

/// The rows of a list as a file, of whoever has the right to export: those rows of the list that
/// the right reaches, and of its columns what the person sees. Each export stands in the audit
/// trail before its first byte is sent.
struct ExportPart {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel

  private var tenant: Tenant { part.tenant }
  private var exchange: WebExchange { part.exchange }

  static func routes(_ entity: EntityModel) -> [Route] {
    let file = entity.name + ".csv"
    return [
      Route(
        .get, Routes.path("app", file),
        .page { try ExportPart(part: $0, person: $1, entity: entity).answer() }),
      Route(
        .get, Routes.path("api", file),
        .api(entity) { api, person in
          let part = PagePart(exchange: api.exchange)
          return try ExportPart(part: part, person: person, entity: entity).answer(api: api)
        }),
    ]
  }

  private func answer(api: APIPart? = nil) throws -> Reply {
    let principal = person.user.principal
    guard let read = authorize(principal, .read, on: entity.type),
      let proof = authorize(principal, .export, on: entity.type)
    else { throw Refusal.forbidden }
    let state = try ListState(part, person, entity, read)
    guard let turn = tenant.exports.take() else { throw Refusal.unavailable }
    let stream = ExportStream(writer(state.columns), state.wanted, proof, turn)
    let told: [StoredChange] = [
      .detail(.format, .text("csv")), .detail(.view, .text(state.view.look.name)),
      .detail(.filter, .text(state.query.text)),
    ]
    let (tenant, exchange, entity) = (tenant, exchange, entity)
    let headers = self.headers
    return exchange.write(nil) { session in
      try Audit.note(
        .export, .entity(entity), told, by: principal, at: tenant.clock(), session)
    } answer: { _ in
      Response(status: 200, headers: headers, stream: stream)
    } refused: { refusal in
      api == nil
        ? PagePart(exchange: exchange).problemPage(refusal) : exchange.problem(refusal, entity)
    }
  }

  private func writer(_ columns: [Int]) -> ExportWriter {
    // What is encrypted is shown to people, one by one, and goes into no file.
    let open = columns.filter { entity.meta.field($0)?.control != "secret" }
    return ExportWriter(
      tenant: tenant, entity: entity, columns: open, language: exchange.language,
      context: exchange.context)
  }

  private var headers: [(String, String)] {
    var day = ByteWriter(capacity: 16)
    tenant.today.append(to: &day)
    let name = entity.look.plural[exchange.language]
    let file = FileName.cleaned("\(name) \(String(decoding: day.bytes, as: UTF8.self)).csv")
    return [
      ("Content-Type", "text/csv; charset=utf-8; header=present"),
      ("Content-Disposition", FileName.disposition(file, inline: false)),
      ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
      ("Content-Security-Policy", "sandbox; default-src 'none'"),
    ]
  }
}
