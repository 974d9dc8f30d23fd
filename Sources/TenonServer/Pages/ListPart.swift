import TenonDatabase
import TenonHTTP
import TenonPages

/// One page of a list for one person.
struct ListPart {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel

  private var exchange: WebExchange { part.exchange }

  static func routes(_ entity: EntityModel) -> [Route] {
    [
      Route(
        .get, Routes.app(entity),
        .page { .now(try ListPart(part: $0, person: $1, entity: entity).page()) }),
      Route(
        .get, Routes.app(entity, "-", "pick"),
        .page { .now(try PickPart(part: $0, person: $1).answer(entity)) }),
    ]
  }

  func page() throws -> Response {
    guard let proof = authorize(person.user.principal, .read, on: entity.type) else {
      throw Refusal.forbidden
    }
    let view = try chosenView()
    let model = entity.views[view]
    var wanted = try ListRequest(
      part.request.query, entity, for: person.user.principal, opening: [model.sorts[0]],
      known: ["view"], read: readFilter)
    let common = model.predicate(person.user.principal, entity.table)
    if common != .everything {
      wanted.filter = wanted.filter == .everything ? common : .and([wanted.filter, common])
    }
    let sort = try chosenSort(wanted, model)
    let columns = model.columns.filter(proof.mayRead)
    let (list, rows, filters) = try part.tenant.database.read {
      session -> ([ListRow], PageRows, [ListFilter]) in
      let reader = RecordReader(
        tenant: part.tenant, principal: person.user.principal, session: session,
        language: exchange.language)
      let (list, rows) = try self.rows(columns, wanted, proof, reader)
      return (list, rows, try self.filters(model, reader))
    }
    let cursors = rows.cursors
    let locale = exchange.locale
    let page = ListPage(
      entity: entity.links[exchange.language],
      views: entity.views.map {
        ModuleView(name: $0.look.name, label: $0.look.label[exchange.language])
      }, view: view,
      columns: columns.map { entity.pageField($0, exchange.language, locale) }, rows: list,
      filters: filters, words: entity.search.map { _ in part.request.parameter("q") ?? "" },
      sorts: model.sorts.map(listSort), sort: sort, before: cursors.before,
      after: cursors.after,
      canCreate: authorize(person.user.principal, .create, on: entity.type) != nil)
    var out = HTMLWriter()
    Pages.render(page, frame: part.frame(person, entity), into: &out)
    return part.answer(200, out)
  }

  private func chosenView() throws -> Int {
    guard let name = part.request.parameter("view") else { return 0 }
    guard let index = entity.views.firstIndex(where: { $0.look.name == name }) else {
      throw Refusal.notFound
    }
    return index
  }

  private func chosenSort(_ wanted: ListRequest, _ view: ViewModel) throws -> Int {
    if wanted.search != nil { return 0 }
    guard let index = view.sorts.firstIndex(of: wanted.order[0]) else {
      throw Refusal.parameter("sort")
    }
    return index
  }

  private func listSort(_ key: SortKey) -> ListSort {
    let field = entity.pageField(key.column, exchange.language, exchange.locale)
    return ListSort(
      column: entity.meta.name(ofColumn: key.column), label: field.label,
      isDescending: key.descending)
  }

  // MARK: Filters

  /// Reads what a person typed into a filter, leniently as in a form.
  private func readFilter(
    _ shape: FieldShape, _ column: Int, _ text: String, _ bound: ListRequest.Bound
  ) -> Value? {
    let field = entity.pageField(column, exchange.language, exchange.locale)
    let input: FormInput?
    switch bound {
    case .none: input = FormInput.parse(text, as: field)
    case .from: input = FormInput.parse(bound: text, isUpper: false, as: field)
    case .to: input = FormInput.parse(bound: text, isUpper: true, as: field)
    }
    return input.flatMap { shape.value(ofForm: $0, part.tenant.zone) }
  }

  private func filters(_ view: ViewModel, _ reader: RecordReader) throws -> [ListFilter] {
    try view.filters.map { column in
      let field = entity.pageField(column, exchange.language, exchange.locale)
      let name = "filter." + field.name
      func given(_ name: String) -> String { part.request.parameter(name) ?? "" }
      var choices: [RecordChoice] = []
      if let target = part.tenant.target(of: column, in: entity) {
        choices = try RecordChoices(reader: reader, target: target)
          .including(Int64(given(name)))
      }
      return ListFilter(
        field, value: given(name), from: given(name + ".from"), to: given(name + ".to"),
        choices: choices)
    }
  }

  // MARK: Rows

  private func rows(
    _ columns: [Int], _ wanted: ListRequest, _ proof: Authorization, _ reader: RecordReader
  ) throws -> ([ListRow], PageRows) {
    let cells = CellReader(entity, columns, reader)
    let outputs = cells.outputs + [.column(SystemColumn.id)]
    var rows = PageRows(wanted, entity.table, outputs)
    var list: [ListRow] = []
    rows.isReversed = try reader.session.rows(rows.query, proof) { row in
      guard rows.take(row) else { return }
      list.append(ListRow(id: row.integer(outputs.count - 1), cells: cells.cells(row)))
    }
    return (rows.isReversed ? list.reversed() : list, rows)
  }
}
