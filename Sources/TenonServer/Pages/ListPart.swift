import Blueprint
import TenonDatabase
import TenonHTTP
import TenonPages

/// One page of a list for one person.
struct ListPart {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel

  private var exchange: WebExchange { part.exchange }
  private var principal: Principal { person.user.principal }

  static func routes(_ entity: EntityModel) -> [Route] {
    [
      Route(
        .get, Routes.app(entity),
        .page { .now(try ListPart(part: $0, person: $1, entity: entity).page()) }),
      Route(
        .get, Routes.app(entity, "-", "pick"),
        .page { .now(try PickPart(part: $0, person: $1).answer(entity)) }),
    ] + SavedViewPart.routes(entity) + BulkPart.routes(entity) + UndoPart.routes(entity)
      + CellPart.routes(entity) + MovePart.routes(entity)
  }

  func page() throws -> Response {
    guard let proof = authorize(principal, .read, on: entity.type) else {
      throw Refusal.forbidden
    }
    let state = try ListState(part, person, entity, proof)
    let page = try part.tenant.database.read { session in
      let reader = RecordReader(
        tenant: part.tenant, principal: principal, session: session,
        language: exchange.language)
      return try self.page(state, proof, reader)
    }
    var out = HTMLWriter(capacity: 98_304)
    Pages.render(page, frame: part.frame(person, entity), into: &out)
    return part.answer(200, out)
  }

  private func page(
    _ state: ListState, _ proof: Authorization, _ reader: RecordReader
  ) throws -> ListPage {
    let reading = ListReading(part: part, person: person, entity: entity, proof: proof)
    let update = authorize(principal, .update, on: entity.type)
    let isTable: Bool
    if case .table = state.view.look.layout { isTable = true } else { isTable = false }
    let settable = isTable ? entity.settable(update) : []
    var rights = ListRights(
      canCreate: authorize(principal, .create, on: entity.type) != nil,
      canEdit: update != nil, canDelete: authorize(principal, .delete, on: entity.type) != nil,
      canSet: !settable.isEmpty)
    rights.canExport = authorize(principal, .export, on: entity.type) != nil
    rights.canImport =
      person.standIn == nil && authorize(principal, .load, on: entity.type) != nil
    let layout = ListLayouts(
      part: part, entity: entity, state: state, reader: reader, proof: proof, update: update,
      rights: rights)
    let (views, saved) = try tabs(state, proof, reader.session)
    return ListPage(
      entity: entity.links[exchange.language], query: state.query, views: views, saved: saved,
      columns: layout.columns.map(field), filters: try filters(state, proof, reader),
      words: entity.search.map { _ in state.query.first("q") },
      sorts: layout.sorts.map(listSort), sort: state.sort,
      groupings: reading.groupings(state.view).map(field),
      grouping: state.grouping.map { entity.meta.name(ofColumn: $0) },
      offeredColumns: layout.hasColumns ? reading.offered.map(field) : [],
      isDense: state.query.first("density") == "compact", rights: rights,
      bulkFields: settable.map(field),
      outcome: try UndoLog.outcome(part, person, entity, reader), dropped: state.dropped,
      body: try layout.body())
  }

  private func field(_ column: Int) -> PageField {
    entity.pageField(column, exchange.language, exchange.locale)
  }

  private func listSort(_ key: SortKey) -> ListSort {
    ListSort(
      column: entity.meta.name(ofColumn: key.column), label: field(key.column).label,
      isDescending: key.descending)
  }

  private func tabs(
    _ state: ListState, _ proof: Authorization, _ session: Session
  ) throws -> ([ListTab], SavedViewState?) {
    let views = try SavedView.all(entity, person.user.id, session)
      .filter { isOpen($0, proof) }
    let open = Int64(state.query.first("saved"))
    let first = entity.firstView(proof)
    var tabs = entity.views.enumerated().filter { $0.element.isOpen(proof) }.map { index, view in
      ListTab(
        view.look.label[exchange.language],
        ListQuery(index == first ? [] : [("view", view.look.name)]).path(entity.name),
        ListTab.Kind(view.look.layout), isCurrent: open == nil && index == state.index)
    }
    tabs += views.map { view in
      ListTab(
        view.name, view.path(entity.name), view.isShared ? .shared : .saved,
        isCurrent: view.id == open)
    }
    let current = views.first { $0.id == open }
    return (
      tabs,
      current.map { view in
        SavedViewState(
          id: view.id, name: view.name, isShared: view.isShared,
          mayChange: view.mayChange(person, part.tenant),
          isChanged: view.query != state.query.text)
      }
    )
  }

  /// Whether a saved view is there for the person: the view of the definition that it is of is, and
  /// so is every column by which it filters, sorts or groups.
  private func isOpen(_ saved: SavedView, _ proof: Authorization) -> Bool {
    let parameters = saved.parameters
    let reading = ListReading(part: part, person: person, entity: entity, proof: proof)
    guard reading.view(parameters) != nil else { return false }
    return parameters.allSatisfy { name, value in
      let columns: [String]
      switch name {
      case "sort": columns = [value.hasPrefix("-") ? String(value.dropFirst()) : value]
      case "group": columns = [value]
      default:
        guard name.hasPrefix("filter.") else { return true }
        columns = name.split(separator: ".").dropFirst().prefix(1).map(String.init)
      }
      // What the definition has no more is told when it is opened.
      return columns.compactMap(entity.meta.column(named:)).allSatisfy(proof.mayRead)
    }
  }

  private func filters(
    _ state: ListState, _ proof: Authorization, _ reader: RecordReader
  ) throws -> [ListFilter] {
    var columns = state.view.filters.filter {
      ($0 >= SystemColumn.count || $0 == SystemColumn.createdAt) && proof.mayRead($0)
    }
    // A link from elsewhere may ask for another column: it is shown, so that it can be taken away.
    for (name, _) in state.query.pairs where name.hasPrefix("filter.") {
      let column = try FilterParameter(name, entity, proof).column
      if !columns.contains(column) { columns.append(column) }
    }
    return try columns.map { try filter($0, state.query, reader) }
  }

  private func filter(
    _ column: Int, _ query: ListQuery, _ reader: RecordReader
  ) throws -> ListFilter {
    let field = field(column)
    let name = "filter." + field.name
    var filter = ListFilter(
      field, values: query.all(name), from: query.first(name + ".from"),
      to: query.first(name + ".to"), blank: query.first(name + ".blank"))
    if let target = part.tenant.target(of: column, in: entity) {
      filter.isPerson = target.name == "user"
      filter.search = part.request.parameter("find." + field.name) ?? ""
      (filter.choices, filter.hasMoreChoices) = try RecordChoices(reader: reader, target: target)
        .matching(filter.search, limit: ListPart.choices)
      for id in filter.values.compactMap({ Int64($0) })
      where !filter.choices.contains(where: { $0.id == id }) {
        guard let title = try reader.title(target, id) else { continue }
        filter.choices.insert(RecordChoice(id: id, title: title), at: 0)
      }
    }
    if field.storage == .date || field.storage == .dateTime {
      filter.presets = DatePreset.allCases.map { preset in
        let text = preset.rawValue
        return (
          preset,
          query.setting(name + ".from", text).setting(name + ".to", text).path(entity.name)
        )
      }
    }
    return filter
  }

  /// How many records a filter over a reference offers at once.
  private static let choices = 20
}

extension ListTab.Kind {
  init(_ layout: ViewLayout) {
    switch layout {
    case .table: self = .table
    case .board: self = .board
    case .calendar: self = .calendar
    case .gallery: self = .gallery
    case .gantt: self = .gantt
    }
  }
}
