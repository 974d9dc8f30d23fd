import TenonDatabase
import TenonHTTP
import TenonPages

/// What the palette shows before anything is typed, as JSON in the form of search's suggestions:
/// records seen last, and the lists of the person's modules.
struct PalettePart {
  let part: PagePart
  let person: SignedIn

  static let routes: [Route] = [
    Route(
      .get, Routes.path("palette"),
      .page { .now(try PalettePart(part: $0, person: $1).answer()) })
  ]

  private static let recentRows = 8

  private func answer() throws -> Response {
    let exchange = part.exchange
    let (tenant, language) = (part.tenant, exchange.language)
    let recent = try tenant.database.read { session in
      try Recents(tenant: tenant).latest(
        PalettePart.recentRows,
        RecordReader(
          tenant: tenant, principal: person.user.principal, session: session, language: language))
    }
    var out = ByteWriter(capacity: 2048)
    out.append("{\"groups\":[{\"label\":")
    out.append(json: exchange.locale[.recent])
    out.append(",\"items\":[")
    for (index, record) in recent.enumerated() {
      if index > 0 { out.append(",") }
      let path = PagePath.record(record.entity.name, record.id)
      item(record.title, record.entity, detail: record.entity.look.label[language], path, &out)
    }
    out.append("]},{\"label\":")
    out.append(json: exchange.locale[.listViews])
    out.append(",\"items\":[")
    var isFirst = true
    for entity in tenant.entities {
      guard let proof = authorize(person.user.principal, .read, on: entity.type) else { continue }
      for view in entity.views.filter({ $0.isOpen(proof) }).dropFirst() {
        if !isFirst { out.append(",") }
        isFirst = false
        let path = PagePath.list(entity.name).with([("view", view.look.name)])
        item(view.look.label[language], entity, detail: entity.look.plural[language], path, &out)
      }
    }
    out.append("]}]}")
    return Response(status: 200, headers: APIPart.headers, body: out.bytes)
  }

  private func item(
    _ title: String, _ entity: EntityModel, detail: String, _ path: PagePath,
    _ out: inout ByteWriter
  ) {
    out.append("{\"title\":")
    out.append(json: title)
    out.append(",\"entity\":")
    out.append(json: entity.name)
    out.append(",\"detail\":")
    out.append(json: detail)
    out.append(",\"url\":")
    out.append(json: path.text)
    out.append("}")
  }
}
