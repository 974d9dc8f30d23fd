import Blueprint
import TenonDatabase
import TenonPages

/// Reads what a view shows in its layout.
struct ListLayouts {
  let part: PagePart
  let entity: EntityModel
  let state: ListState
  let reader: RecordReader
  let proof: Authorization
  /// The proof for changes, when the person may make any.
  let update: Authorization?
  let rights: ListRights

  private var exchange: WebExchange { part.exchange }
  private var layout: ViewLayout { state.view.look.layout }

  func body() throws -> ListBody {
    switch layout {
    case .table: return try table()
    case .board(let by): return .board(try board(try column(by)))
    case .calendar(let from, let to):
      return .calendar(
        try DatedRows(self, try column(from), try to.map(column)).month())
    case .gallery(let image): return try gallery(image)
    case .gantt(let from, let to):
      return .gantt(try DatedRows(self, try column(from), try column(to)).gantt())
    }
  }

  /// The columns that are shown: cards and pictures leave out what stands there already.
  var columns: [Int] {
    switch layout {
    case .table: return state.columns
    case .board(let by): return rest(without: by)
    case .gallery(let image): return rest(without: image)
    case .calendar, .gantt: return state.columns
    }
  }

  private func rest(without name: String) -> [Int] {
    let own = entity.meta.column(named: name)
    return state.columns.filter { $0 != own && !entity.titleColumns.contains($0) }
  }

  /// Whether the person chooses the columns.
  var hasColumns: Bool {
    switch layout {
    case .table, .board, .gallery: return true
    case .calendar, .gantt: return false
    }
  }

  /// The orders that the layout offers.
  var sorts: [SortKey] {
    switch layout {
    case .table, .board, .gallery: return state.view.sorts(proof)
    case .calendar, .gantt: return Array(state.view.sorts(proof).prefix(1))
    }
  }

  private func column(_ name: String) throws -> Int {
    guard let column = entity.meta.column(named: name), proof.mayRead(column) else {
      throw Refusal.forbidden
    }
    return column
  }

  func rowReader(titles: Bool, extra: [Int] = []) -> RowReader {
    RowReader(
      entity: entity, columns: columns, reader: reader, proof: proof, hasTitles: titles,
      extra: extra)
  }

  func field(_ column: Int) -> PageField {
    entity.pageField(column, exchange.language, exchange.locale)
  }

  // MARK: Tables

  private func table() throws -> ListBody {
    if let grouping = state.grouping, state.wanted.search == nil {
      return try groups(grouping)
    }
    let rows = TableRows(
      columns.map(field), entity.links[exchange.language], hasTicks: rights.canSelect,
      exchange.context)
    let (markup, page) = try rowReader(titles: false).table(state.wanted, rows)
    return .table(slice(markup, page))
  }

  private func slice<Rows>(_ rows: Rows, _ page: PageRows) -> ListSlice<Rows> {
    let cursors = page.cursors
    return ListSlice(rows, before: cursors.before, after: cursors.after)
  }

  /// How many groups and how many rows of each stand on a page.
  private static let groups = 40
  private static let rowsOfGroup = 20

  private func groups(_ column: Int) throws -> ListBody {
    let (values, hasMore) = try groupValues(column)
    let target = part.tenant.target(of: column, in: entity)
    let field = field(column)
    var groups: [ListGroup] = []
    for value in values {
      let (found, page) = try group(column, value, limit: ListLayouts.rowsOfGroup)
      if found.isEmpty { continue }
      var title: String?
      if let target, let id = value.integer { title = try reader.title(target, id) }
      groups.append(
        ListGroup(
          field: field, cell: Cell(value, related: title),
          key: key(value, column), rows: found.map(\.row), hasMore: page.hasMore))
    }
    return .groups(groups, hasMore: hasMore)
  }

  /// A value as a filter of a page writes it.
  private func key(_ value: Value, _ column: Int) -> String {
    entity.table.columns[column].storage.print(value)
  }

  /// The rows with one value in a column, in the order of the list.
  private func group(
    _ column: Int, _ value: Value, limit: Int, titles: Bool = false, extra: [Int] = []
  ) throws -> (rows: [RowReader.Found], page: PageRows) {
    var wanted = state.wanted
    let one: Predicate =
      value.isBlank ? .isBlank(column) : .compare(column, .equal, value)
    wanted.filter = wanted.filter == .everything ? one : .and([one, wanted.filter])
    wanted.position = .first
    wanted.limit = limit
    return try rowReader(titles: titles, extra: extra).page(wanted)
  }

  /// The values that make groups: options in their order, or what the index holds one after the
  /// other; blank last.
  private func groupValues(_ column: Int) throws -> ([Value], hasMore: Bool) {
    guard let shape = entity.meta.field(column) else { return ([], false) }
    var values: [Value]
    var hasMore = false
    if !shape.options.isEmpty {
      values = shape.options.map { .text($0.stored) }
    } else if shape.storage == .boolean {
      values = [.integer(1), .integer(0)]
    } else {
      values = []
      while values.count <= ListLayouts.groups, let next = try value(after: values.last, column) {
        values.append(next)
      }
      hasMore = values.count > ListLayouts.groups
      values = Array(values.prefix(ListLayouts.groups))
    }
    if shape.presence == .optional { values.append(.blank) }
    return (values, hasMore)
  }

  private func value(after last: Value?, _ column: Int) throws -> Value? {
    let filter: Predicate =
      last.map { .compare(column, .greater, $0) } ?? .not(.isBlank(column))
    let query = Query(
      entity.table, outputs: [.column(column)], filter: filter, order: [SortKey(column)], limit: 1)
    var found: Value?
    try reader.session.rows(query, proof) {
      found = $0.value(0, entity.table.columns[column].storage)
    }
    return found
  }

  // MARK: Boards

  /// How many cards of a column are shown at first, and when more are asked for.
  private static let cards = 30
  private static let moreCards = 200

  private func board(_ by: Int) throws -> Board {
    guard let shape = entity.meta.field(by) else { throw Refusal.notFound }
    let field = field(by)
    let chosen = state.query.all("filter." + field.name)
    // A sum is worked out of what may be read of every record.
    let money = columns.filter {
      entity.meta.field($0)?.control == "money" && proof.mayRead($0)
    }
    var columns: [BoardColumn] = []
    for option in field.options where chosen.isEmpty || chosen.contains(option.value) {
      columns.append(try boardColumn(by, option, money))
    }
    if shape.presence == .optional && chosen.isEmpty {
      let rest = try boardColumn(by, nil, money)
      if !rest.cards.isEmpty { columns.insert(rest, at: 0) }
    }
    return Board(columns: columns, field: field, canMove: update?.mayWrite(by) == true)
  }

  private func boardColumn(
    _ by: Int, _ option: PageOption?, _ money: [Int]
  ) throws -> BoardColumn {
    let isOpen = state.query.first("more") == option?.value ?? "none"
    let (found, page) = try group(
      by, option.map { .text($0.value) } ?? .blank,
      limit: isOpen ? ListLayouts.moreCards : ListLayouts.cards, titles: true, extra: money)
    let sums = money.enumerated().map { place, column in
      (field: self.field(column), total: found.reduce(0) { $0 &+ ($1.extra[place].integer ?? 0) })
    }
    return BoardColumn(
      option: option, cards: found.map(\.row), hasMore: page.hasMore,
      sums: found.isEmpty ? [] : sums)
  }

  // MARK: Galleries

  private func gallery(_ name: String) throws -> ListBody {
    guard let image = entity.meta.column(named: name), proof.mayShow(image) else {
      throw Refusal.notFound
    }
    let (found, page) = try rowReader(titles: true, extra: [image]).page(state.wanted)
    let images = found.map { ItemList.items($0.extra[0]).first.flatMap { Int64($0) } }
    return .gallery(slice(found.map(\.row), page), images: images)
  }
}
