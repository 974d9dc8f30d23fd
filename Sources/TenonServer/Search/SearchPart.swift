import TenonDatabase
import TenonHTTP
import TenonPages

/// Search across all entities: the page of results, and suggestions while someone types.
struct SearchPart {
  let part: PagePart
  let person: SignedIn

  static let routes: [Route] = [
    Route(.get, Routes.path("search"), .page { .now(try SearchPart(part: $0, person: $1).page()) }),
    Route(
      .get, Routes.path("search", "suggest"),
      .page { .now(try SearchPart(part: $0, person: $1).suggestions()) }),
  ]

  private static let mostOnPage = 10
  private static let mostSuggested = 5

  private var query: String { part.request.parameter("q") ?? "" }

  func page() throws -> Response {
    let typed = Text.normalized(query) ?? ""
    let words = SearchWords(typed)
    let groups = try words.map { try self.groups($0, most: SearchPart.mostOnPage) } ?? []
    let page = SearchPage(typed: typed, words: words, groups: groups)
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, nil), into: &out)
    return part.answer(200, out)
  }

  /// `{"groups":[{"entity":…,"label":…,"more":…,"items":[…]}]}`, an item being
  /// `{"id":…,"title":…,"detail":…,"url":…}`.
  func suggestions() throws -> Response {
    let groups =
      try SearchWords(query).map { try self.groups($0, most: SearchPart.mostSuggested) } ?? []
    var out = ByteWriter(capacity: 2048)
    out.append("{\"groups\":[")
    for (index, group) in groups.enumerated() {
      out.append(index == 0 ? "{\"entity\":" : ",{\"entity\":")
      out.append(json: group.entity.entity)
      out.append(",\"label\":")
      out.append(json: group.entity.label)
      out.append(",\"more\":")
      out.append(group.count > group.items.count ? "true" : "false")
      out.append(",\"items\":[")
      for (index, item) in group.items.enumerated() {
        if index > 0 { out.append(",") }
        append(item, group, to: &out)
      }
      out.append("]}")
    }
    out.append("]}")
    return Response(
      status: 200,
      headers: [("Content-Type", "application/json"), ("Cache-Control", "no-store")],
      body: out.bytes)
  }

  private func append(_ item: SearchItem, _ group: SearchGroup, to out: inout ByteWriter) {
    out.append("{\"id\":")
    Decimal.append(item.id, scale: 0, to: &out)
    out.append(",\"title\":")
    out.append(json: item.title)
    out.append(",\"detail\":")
    if let detail = item.detail { out.append(json: detail) } else { out.append("null") }
    out.append(",\"url\":")
    out.append(json: PagePath.record(group.entity.entity, item.id).text)
    out.append("}")
  }

  /// The entities with hits: those where a title begins with the words first, else in the order of
  /// the definition.
  private func groups(_ words: SearchWords, most: Int) throws -> [SearchGroup] {
    let language = part.exchange.language
    return try part.tenant.database.read { session in
      let reader = RecordReader(
        tenant: part.tenant, principal: person.user.principal, session: session,
        language: language)
      let search = RecordSearch(reader: reader, words: words)
      var first: [SearchGroup] = []
      var rest: [SearchGroup] = []
      for entity in part.tenant.entities {
        guard let hits = try search.hits(entity, most: most) else { continue }
        let items = try hits.records.map { record in
          let detail = try search.detail(entity, record.id)
          return SearchItem(
            id: record.id, title: record.title, label: detail?.label, detail: detail?.text)
        }
        let group = SearchGroup(
          entity: entity.links[language], items: items, count: hits.count, isMore: hits.isMore)
        if hits.startsWell { first.append(group) } else { rest.append(group) }
      }
      return first + rest
    }
  }
}
