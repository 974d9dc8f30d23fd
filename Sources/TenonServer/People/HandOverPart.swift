import TenonDatabase
import TenonHTTP
import TenonPages

/// The page on which an administrator hands over what a leaver had.
struct HandOverPart: Sendable {
  let part: PagePart
  let person: SignedIn
  let leaver: User

  private var tenant: Tenant { part.tenant }
  private var exchange: WebExchange { part.exchange }
  private var locale: Locale { exchange.locale }
  private var handOver: HandOver { HandOver(tenant: tenant, leaver: leaver.id) }
  private var path: PagePath { .person(leaver.id, .handover) }

  static func routes(_ people: EntityModel) -> [Route] {
    [
      Route(
        .get, Routes.record(people, "handover"),
        .page {
          .now(try HandOverPart(part: $0, person: $1, leaver: $0.subject(for: $1)).page())
        }),
      Route(
        .post, Routes.record(people, "handover"),
        .form { try HandOverPart(part: $0, person: $1, leaver: $0.subject(for: $1)).take($2) }),
    ]
  }

  // MARK: The page

  private func page(_ form: FormBody? = nil, _ short: ShortForm? = nil) throws -> Response {
    let short = short ?? ShortForm(part, person)
    let chosen = form.map(HandOverPart.chosen)
    let page = try tenant.database.read { session in
      HandOverPage(
        name: leaver.name, path: path, above: .record("user", leaver.id),
        fields: [try short.personField(.successor(locale), session)],
        parts: try handOver.parts.compactMap { one in
          let count = try handOver.count(one, session)
          if count == 0 { return nil }
          return HandOverPage.Part(
            name: one.name, label: label(one), count: text(count),
            isChosen: chosen?.contains(one.name) ?? true)
        },
        canDeactivate: try isActive(session) && leaver.id != person.user.id,
        deactivates: form?.contains { $0.name == "deactivate" } ?? true,
        report: try report(session))
    }
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, at: .list("user")), into: &out)
    return part.answer(short.status, out)
  }

  private func isActive(_ session: Session) throws -> Bool {
    try Users(tenant: tenant).find(leaver.id, session) != nil
  }

  private func text(_ count: Int) -> String {
    count > HandOver.countLimit ? "\(HandOver.countLimit)+" : String(count)
  }

  private func label(_ part: HandOver.Part) -> String {
    switch part {
    case .records(let entity, let column):
      let field = entity.pageField(column, exchange.language, locale)
      return locale.text(
        .handOverRecords, entity.links[exchange.language].plural, field.label)
    case .shares: return locale[.handOverShares]
    case .deputyships: return locale[.handOverDeputyships]
    }
  }

  private func report(_ session: Session) throws -> HandOverPage.Report? {
    guard let job = try HandOverJobs(tenant: tenant).latest(of: leaver.id, session) else {
      return nil
    }
    let zone = tenant.zone
    let parts = handOver.parts
    let reader = part.reader(person, session)
    return HandOverPage.Report(
      successor: job.successor, by: job.by,
      when: Moments.ago(zone.local(job.at), now: zone.local(tenant.clock()), locale),
      isEnded: job.isEnded,
      lines: parts.compactMap { one in
        let (moved, stayed) = (job.report.moved[one.name] ?? 0, job.report.stayed[one.name] ?? 0)
        if moved + stayed == 0 { return nil }
        return HandOverPage.Report.Line(label: label(one), moved: moved, stayed: stayed)
      },
      refused: try job.report.refused.compactMap { one in
        guard let entity = tenant.entity(table: one.part) else { return nil }
        return HandOverPage.Report.Refused(
          record: RecordLink(
            entity: entity.links[exchange.language], id: one.id,
            title: try reader.title(entity, one.id) ?? "#\(one.id)"),
          why: one.why)
      })
  }

  // MARK: Doing it

  private static func chosen(_ form: FormBody) -> Set<String> {
    Set(form.filter { $0.name == "part" }.map(\.value))
  }

  private func take(_ form: FormBody) throws -> Reply {
    var short = ShortForm(part, person, form)
    if short.isSearch { return .now(try page(form, short)) }
    let successor = try tenant.database.read { try short.someone(.successor(locale), $0) }
    if successor?.id == leaver.id { short.problems["person"] = .notOffered }
    guard short.problems.isEmpty, let successor else { return .now(try page(form, short)) }
    let chosen = HandOverPart.chosen(form)
    let deactivates = form.contains { $0.name == "deactivate" }
    if deactivates && leaver.id == person.user.id { throw Refusal.forbidden }
    return run(
      HandOverRun.Order(
        handOver: handOver, successor: successor.id,
        parts: handOver.parts.filter { chosen.contains($0.name) }, deactivates: deactivates,
        principal: person.user.principal, language: exchange.language,
        context: exchange.context))
  }

  /// What takes longer than so many batches goes on after the answer; the page tells how far it is.
  private static let patience = 30

  private func run(_ order: HandOverRun.Order) -> Reply {
    let (tenant, exchange, path) = (tenant, exchange, path)
    return .later { responder in
      let made = Made()
      tenant.database.write { session in
        made.job = try HandOverJobs(tenant: tenant).begin(
          order.handOver.leaver, to: order.successor, by: order.principal.actor, session)
      } completion: { outcome in
        if case .failure(let error) = outcome {
          let refusal = exchange.refusal(error)
          responder.respond(PagePart(exchange: exchange).problemPage(refusal))
          return
        }
        let done = Done()
        HandOverRun(order, exchange.sessions, job: made.job) { isEnded, error in
          done.batches += 1
          if let error {
            let refusal = exchange.refusal(error)
            responder.respond(PagePart(exchange: exchange).problemPage(refusal))
          } else if isEnded || done.batches == HandOverPart.patience {
            responder.respond(
              PagePart.redirect(path, saying: isEnded ? "handedOver" : "handingOver", exchange.site)
            )
          }
        }.run()
      }
    }
  }

  /// Where the first write leaves the job's id; both sides run on the writer's thread.
  private final class Made: @unchecked Sendable {
    var job: Int64 = 0
  }

  /// Counts batches, on the writer's thread.
  private final class Done: @unchecked Sendable {
    var batches = 0
  }
}
