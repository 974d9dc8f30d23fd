import TenonDatabase
import TenonHTTP
import TenonPages

/// Takes a change back where nothing changed since.
struct UndoPart {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel

  static func routes(_ entity: EntityModel) -> [Route] {
    [
      Route(
        .post, Routes.app(entity, "-", "undo"),
        .form { try UndoPart(part: $0, person: $1, entity: entity).take($2) })
    ]
  }

  private func take(_ form: FormBody) throws -> Reply {
    guard let id = form.first(where: { $0.name == "id" }).flatMap({ Int64($0.value) }) else {
      throw Refusal.parameter("id")
    }
    let back = BulkPart.back(form, entity)
    let exchange = part.exchange
    let maker = BulkJob.Maker(part, person, entity)
    return exchange.write(entity) { session in
      var job = maker.job(session)
      guard let found = try job.log.find(id) else { throw Refusal.malformed(UndoPart.gone) }
      for entry in found.entries {
        switch found.kind {
        case .changed: try job.takeBack(entry)
        case .deleted: try job.restore(entry)
        case .restored, .restoredWithoutSecrets: throw Refusal.malformed(UndoPart.gone)
        }
      }
      try job.log.remove(id)
      return try job.finish(job.lostSecrets ? .restoredWithoutSecrets : .restored)
    } answer: { told in
      PagePart.redirect(back, saying: UndoLog.flash(told), exchange.site)
    } refused: {
      PagePart(exchange: exchange).problemPage($0)
    }
  }

  private static let gone = Words2(
    zh: "已经不能撤销：超过了十分钟，或已经撤销过。",
    en: "It cannot be undone: ten minutes have gone, or it is undone already."
  )
}
