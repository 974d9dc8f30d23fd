import Blueprint
import TenonPages

/// What a list shows, read from its URL and held against what its view offers.
struct ListState {
  /// Which view of the entity.
  let index: Int
  let view: ViewModel
  let query: ListQuery
  var wanted: ListRequest
  /// The order in force, an index into the view's.
  let sort: Int
  let columns: [Int]
  let grouping: Int?
  /// Parameters of a saved view that are not offered any more.
  let dropped: [String]

  /// What a list page takes beside the filters and orders of every list.
  private static let known = [
    "view", "saved", "columns", "group", "density", "month", "from", "scale", "more",
  ]

  init(
    _ part: PagePart, _ person: SignedIn, _ entity: EntityModel, _ proof: Authorization
  ) throws {
    var parameters = part.request.query.filter {
      !$0.value.isEmpty && !$0.name.hasPrefix("find.")
    }
    let reading = ListReading(part: part, person: person, entity: entity, proof: proof)
    var dropped: [String] = []
    if parameters.contains(where: { $0.name == "saved" }) {
      // What was saved may name what the definition has no more: said, not refused.
      let index = reading.view(parameters) ?? entity.firstView(proof)
      guard let index else { throw Refusal.notFound }
      (parameters, dropped) = reading.usable(parameters, entity.views[index])
    }
    guard let index = reading.view(parameters) else { throw Refusal.notFound }
    let view = entity.views[index]
    let opening = view.opening(proof)
    var wanted = try ListRequest(
      parameters, entity, proof, opening: [opening], known: ListState.known,
      read: reading.filter)
    let isOpening = wanted.search != nil || wanted.order[0] == opening
    guard let sort = isOpening ? 0 : view.sorts(proof).firstIndex(of: wanted.order[0]) else {
      throw Refusal.parameter("sort")
    }
    let common = view.predicate(person.user.principal, entity.table)
    if common != .everything {
      wanted.filter = wanted.filter == .everything ? common : .and([wanted.filter, common])
    }
    let query = ListQuery(parameters)
    self.index = index
    self.view = view
    self.query = query
    self.wanted = wanted
    self.sort = sort
    self.dropped = dropped
    columns = try reading.columns(query, view)
    grouping = try reading.grouping(query, view)
  }
}

/// Reads the parameters of a list for one person.
struct ListReading {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel
  let proof: Authorization

  private var exchange: WebExchange { part.exchange }

  /// The view that is named, else the first; nil when there is none of that name for the person.
  func view(_ parameters: [(name: String, value: String)]) -> Int? {
    guard let name = parameters.first(where: { $0.name == "view" })?.value else {
      return entity.firstView(proof)
    }
    return entity.views.firstIndex { $0.look.name == name && $0.isOpen(proof) }
  }

  /// The parameters that this view still takes, and the names of the others.
  func usable(
    _ parameters: [(name: String, value: String)], _ view: ViewModel
  ) -> ([(name: String, value: String)], [String]) {
    var kept: [(name: String, value: String)] = []
    var dropped: [String] = []
    for pair in parameters {
      if isUsable(pair, view) { kept.append(pair) } else { dropped.append(pair.name) }
    }
    return (kept, dropped)
  }

  private func isUsable(_ pair: (name: String, value: String), _ view: ViewModel) -> Bool {
    switch pair.name {
    case "view": return self.view([pair]) != nil
    case "columns": return column(shown: pair.value) != nil
    case "group": return pair.value == "none" || groupings(view).contains { name($0) == pair.value }
    case "sort":
      return view.sorts(proof).contains {
        ($0.descending ? "-" : "") + name($0.column) == pair.value
      }
    default:
      guard pair.name.hasPrefix("filter."),
        let filter = try? FilterParameter(pair.name, entity, proof)
      else { return !pair.name.hasPrefix("filter.") }
      return (try? filter.predicate([pair.value], person.user.principal, self.filter)) != nil
    }
  }

  private func name(_ column: Int) -> String { entity.meta.name(ofColumn: column) }

  // MARK: Filters

  /// Reads what a person typed into a filter, leniently as in a form.
  func filter(
    _ shape: FieldShape, _ column: Int, _ text: String, _ bound: ListRequest.Bound
  ) -> Value? {
    if bound != .none, let day = preset(shape, text, bound) { return day }
    let field = entity.pageField(column, exchange.language, exchange.locale)
    let input: FormInput?
    switch bound {
    case .none: input = FormInput.parse(text, as: field)
    case .from: input = FormInput.parse(bound: text, isUpper: false, as: field)
    case .to: input = FormInput.parse(bound: text, isUpper: true, as: field)
    }
    return input.flatMap { shape.value(ofForm: $0, part.tenant.zone) }
  }

  private func preset(
    _ shape: FieldShape, _ text: String, _ bound: ListRequest.Bound
  ) -> Value? {
    guard let preset = DatePreset(rawValue: text) else { return nil }
    let days = preset.days(part.tenant.today)
    let day = bound == .from ? days.first : days.last
    switch shape.storage {
    case .date: return .integer(day.days)
    case .dateTime:
      let local = day.days * 86_400_000 + (bound == .from ? 0 : 86_399_999)
      return .integer(part.tenant.zone.instant(local))
    default: return nil
    }
  }

  // MARK: Columns and groups

  /// A column that a list may show.
  private func column(shown name: String) -> Int? {
    guard let column = entity.meta.column(named: name), isOffered(column) else { return nil }
    return column
  }

  private func isOffered(_ column: Int) -> Bool {
    let isSystem = column < SystemColumn.count
    if isSystem && column != SystemColumn.createdAt && column != SystemColumn.updatedAt {
      return false
    }
    return proof.mayShow(column)
  }

  /// All columns that a list may show.
  var offered: [Int] { (0..<entity.meta.fieldColumns.upperBound).filter(isOffered) }

  func columns(_ query: ListQuery, _ view: ViewModel) throws -> [Int] {
    var columns: [Int] = []
    for value in query.all("columns") {
      for name in value.split(separator: ",") {
        guard let column = column(shown: String(name)) else { throw Refusal.parameter("columns") }
        if !columns.contains(column) { columns.append(column) }
      }
    }
    return columns.isEmpty ? view.columns.filter(proof.mayShow) : columns
  }

  /// Columns by which rows may be grouped: few values, and an index that finds each.
  func groupings(_ view: ViewModel) -> [Int] {
    guard case .table(let group) = view.look.layout else { return [] }
    let own = group.flatMap { entity.meta.column(named: $0) }
    return ((own.map { [$0] } ?? []) + view.filters.filter { $0 != own }).filter { column in
      guard let shape = entity.meta.field(column), proof.mayRead(column) else { return false }
      return shape.storage == .reference || shape.storage == .boolean
        || (!shape.options.isEmpty && shape.storage != .list)
    }
  }

  func grouping(_ query: ListQuery, _ view: ViewModel) throws -> Int? {
    let wanted = query.first("group")
    if wanted == "none" { return nil }
    guard case .table(let opening) = view.look.layout else { return nil }
    let offered = groupings(view)
    if wanted.isEmpty { return offered.first { name($0) == opening } }
    guard let column = offered.first(where: { name($0) == wanted }) else {
      throw Refusal.parameter("group")
    }
    return column
  }
}

extension Tenant {
  /// The day that it is where the company is.
  var today: CivilDate { zone.day(clock()) }
}

extension EntityModel {
  /// Fields that a person may set in a list, one at a time: not what the system fills, nor files.
  func settable(_ proof: Authorization?) -> [Int] {
    guard let proof else { return [] }
    return meta.fieldColumns.filter { column in
      guard let shape = meta.field(column), shape.isWritten else { return false }
      return proof.mayWrite(column) && !["attachment", "image", "secret"].contains(shape.control)
    }
  }
}
