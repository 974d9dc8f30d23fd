import TenonDatabase
import TenonHTTP
import TenonPages

/// Writing about a record.
struct CommentPart {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel

  private var exchange: WebExchange { part.exchange }

  static func routes(_ entity: EntityModel) -> [Route] {
    let one = Routes.record(entity, "comments") + [.parameter]
    return [
      Route(
        .post, Routes.record(entity, "comments"),
        .form { try CommentPart(part: $0, person: $1, entity: entity).add($2) }),
      Route(
        .post, one, .form { try CommentPart(part: $0, person: $1, entity: entity).change($2) }),
      Route(
        .post, one + [.literal("delete")],
        .form { part, person, _ in
          try CommentPart(part: part, person: person, entity: entity).delete()
        }),
    ]
  }

  private func add(_ form: FormBody) throws -> Reply {
    let id = try exchange.recordID()
    let text = CommentPart.text(form)
    let token = form.first { $0.name == "token" }?.value
    let entity = entity
    return try save(typed: text) { store in
      _ = try Once(person: store.principal.user, session: store.session, now: store.tenant.clock())
        .record(token, of: "comment") { try store.add(text, to: entity, id) }
    }
  }

  private func change(_ form: FormBody) throws -> Reply {
    let (id, comment) = try ids()
    let text = CommentPart.text(form)
    let entity = entity
    return try save { store in try store.change(comment, text, of: entity, id) }
  }

  private func delete() throws -> Reply {
    let (id, comment) = try ids()
    let entity = entity
    return try save { store in try store.delete(comment, of: entity, id) }
  }

  private static func text(_ form: FormBody) -> String {
    form.first { $0.name == "text" }?.value ?? ""
  }

  private func ids() throws -> (record: Int64, comment: Int64) {
    guard exchange.parameters.count == 2, let comment = Int64(exchange.parameters[1]) else {
      throw Refusal.notFound
    }
    return (try exchange.recordID(), comment)
  }

  /// Runs a change and goes back to the record; a new comment that was refused is shown there with
  /// what was typed.
  private func save(
    typed: String? = nil, _ job: @escaping @Sendable (CommentStore) throws -> Void
  ) throws -> Reply {
    let (tenant, principal, exchange) = (part.tenant, person.user.principal, exchange)
    let (part, person, entity, id) = (part, person, entity, try exchange.recordID())
    return exchange.write(entity) { session in
      try job(CommentStore(tenant: tenant, principal: principal, session: session))
    } answer: { _ in
      .seeOther(.record(entity.name, id), fragment: "activity")
    } refused: { refusal in
      guard let typed, case .malformed(let words) = refusal else {
        return part.problemPage(refusal)
      }
      do {
        return try RecordPart(part: part, person: person, entity: entity)
          .page(refused: (typed, words[exchange.locale]), status: 422)
      } catch { return part.problemPage(exchange.refusal(error, entity)) }
    }
  }
}
