import TenonDatabase
import TenonHTTP
import TenonPages
import TenonSheets

/// The rows of a list as a file, of whoever has the right to export: those rows of the list that
/// the right reaches, and of its columns what the person sees. Each export stands in the audit
/// trail before its first byte is sent.
struct ExportPart {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel
  let form: Form

  /// What kind of file it is.
  enum Form: String, CaseIterable {
    case csv, xlsx

    var mediaType: String {
      switch self {
      case .csv: "text/csv; charset=utf-8; header=present"
      case .xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      }
    }
  }

  private var tenant: Tenant { part.tenant }
  private var exchange: WebExchange { part.exchange }

  static func routes(_ entity: EntityModel) -> [Route] {
    Form.allCases.flatMap { routes(entity, $0) }
  }

  private static func routes(_ entity: EntityModel, _ form: Form) -> [Route] {
    let file = "\(entity.name).\(form.rawValue)"
    return [
      Route(
        .get, Routes.path("app", file),
        .page { try ExportPart(part: $0, person: $1, entity: entity, form: form).answer() }),
      Route(
        .get, Routes.path("api", file),
        .api(entity) { api, person in
          let part = PagePart(exchange: api.exchange)
          return try ExportPart(part: part, person: person, entity: entity, form: form).answer(
            api: api)
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
    let rows = ExportRows(table(state.columns), state.wanted, proof, turn)
    let told: [StoredChange] = [
      .detail(.format, .text(form.rawValue)), .detail(.view, .text(state.view.look.name)),
      .detail(.filter, .text(state.query.text)),
    ]
    let (tenant, exchange, entity) = (tenant, exchange, entity)
    let refused: @Sendable (Refusal) -> Response = { refusal in
      api == nil
        ? PagePart(exchange: exchange).problemPage(refusal) : exchange.problem(refusal, entity)
    }
    let note: @Sendable (WriteSession) throws -> Void = { session in
      try Audit.note(
        .export, .entity(entity), told, by: principal, at: tenant.clock(), session)
    }
    let headers = self.headers
    switch form {
    case .csv:
      let stream = ExportStream(rows)
      return exchange.write(
        nil, note, answer: { _ in Response(status: 200, headers: headers, stream: stream) },
        refused: refused)
    case .xlsx:
      let export = WorkbookExport(rows)
      return exchange.write(
        nil, note,
        then: { _, responder in
          export.start { made in
            responder.respond(
              ExportPart.response(made, headers, refused, exchange))
          }
        }, refused: refused)
    }
  }

  private static func response(
    _ made: Result<WorkbookFile, any Error>, _ headers: [(String, String)],
    _ refused: (Refusal) -> Response, _ exchange: WebExchange
  ) -> Response {
    switch made {
    case .success(let file):
      return Response(
        status: 200, headers: headers,
        file: FileContent(descriptor: file.descriptor, offset: 0, size: file.size))
    case .failure(let error as SheetError): return refused(.unwritten(error))
    case .failure(let error): return refused(exchange.refusal(error))
    }
  }

  private func table(_ columns: [Int]) -> ExportTable {
    // What is encrypted is shown to people, one by one, and goes into no file.
    let open = columns.filter { entity.meta.field($0)?.control != "secret" }
    return ExportTable(
      tenant: tenant, entity: entity, columns: open, language: exchange.language,
      context: exchange.context)
  }

  private var headers: [(String, String)] {
    var day = ByteWriter(capacity: 16)
    tenant.today.append(to: &day)
    let name = entity.look.plural[exchange.language]
    let file = FileName.cleaned(
      "\(name) \(String(decoding: day.bytes, as: UTF8.self)).\(form.rawValue)")
    return [
      ("Content-Type", form.mediaType),
      ("Content-Disposition", FileName.disposition(file, inline: false)),
      ("Cache-Control", "no-store"), ("X-Content-Type-Options", "nosniff"),
      ("Content-Security-Policy", "sandbox; default-src 'none'"),
    ]
  }
}
