import TenonDatabase
import TenonHTTP
import TenonPages

/// Files of a record that stand in none of its fields: contracts as they came, pictures of a visit.
/// Who may change the record adds and removes them.
struct RecordFilesPart {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel

  private var exchange: WebExchange { part.exchange }

  static func routes(_ entity: EntityModel) -> [Route] {
    let all = Routes.record(entity, "files")
    return [
      Route(
        .post, all,
        .form { try RecordFilesPart(part: $0, person: $1, entity: entity).add($2) }),
      Route(
        .post, all + [.parameter, .literal("delete")],
        .form { part, person, _ in
          try RecordFilesPart(part: part, person: person, entity: entity).remove()
        }),
    ]
  }

  /// The files came with the form and are kept already: it holds their ids.
  private func add(_ form: FormBody) throws -> Reply {
    if let file = part.request.files.first(where: { $0.content == nil }) {
      throw Refusal.fileTooLarge(
        FileName.cleaned(file.name), limit: part.tenant.files.limits.fileSize)
    }
    let ids = form.filter { $0.name == "files" }.compactMap { Int64($0.value) }
    return try save { session, id in
      let (tenant, user) = (part.tenant, person.user.id)
      try tenant.files.attach(ids, to: entity, id, by: user, session)
      let kept = try tenant.files.list(entity, id, session).filter { ids.contains($0.id) }
      return kept.map { .file(name: $0.name, isAdded: true) }
    }
  }

  private func remove() throws -> Reply {
    guard exchange.parameters.count == 2, let file = Int64(exchange.parameters[1]) else {
      throw Refusal.notFound
    }
    return try save { session, id in
      let files = part.tenant.files
      let gone = try files.list(entity, id, session).filter { $0.id == file }
      try files.delete(file, of: entity, id, session)
      return gone.map { .file(name: $0.name, isAdded: false) }
    }
  }

  /// Runs a change of the record's files, notes what it tells, and goes back to the record.
  private func save(
    _ job: @escaping @Sendable (WriteSession, Int64) throws -> [StoredChange]
  ) throws -> Reply {
    let id = try exchange.recordID()
    let (tenant, principal, exchange) = (part.tenant, person.user.principal, exchange)
    let (part, entity) = (part, entity)
    return exchange.write(entity) { session in
      let reader = RecordReader(
        tenant: tenant, principal: principal, session: session, language: 0)
      guard let seen = try reader.seen(entity, id, asking: [.update]) else {
        throw Refusal.notFound
      }
      guard seen.sight.may(.update) else { throw Refusal.forbidden }
      let changes = try job(session, id)
      let store = RecordStore(
        tenant: tenant, principal: principal, session: session, now: tenant.clock())
      if !changes.isEmpty { try store.audit(.update, .record(entity, id), changes) }
    } answer: { _ in
      .seeOther(.record(entity.name, id), fragment: "activity")
    } refused: {
      part.problemPage($0)
    }
  }
}
