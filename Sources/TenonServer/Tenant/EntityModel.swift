import Blueprint
import TenonPages

/// One entity with its generated type, its looks and what is worked out of them once at start.
final class EntityModel: Sendable {
  let index: Int
  let type: any Entity.Type
  let meta: EntityMeta
  let look: EntityLook
  /// By language index: label in menus, and fields in declared order.
  let links: [ModuleLink]
  let pageFields: [[PageField]]
  let views: [ViewModel]
  /// Columns by which lists may be filtered: those that an index serves.
  let filterColumns: ColumnSet
  /// Orders that an index serves, in the order of the views.
  let sortColumns: [Int]
  /// Title parts with columns instead of names.
  let title: [TitleModel]
  /// Whether a title is the text of one field and nothing else.
  let isTitledByText: Bool
  /// What of it is searched; nil when it has no text.
  let search: SearchIndex?
  let encoder: RecordEncoder
  /// Patterns of auto numbers by column.
  private let autoNumbers: [Int: AutoNumber]

  var name: String { meta.shape.name }
  /// Whether it is one of the entities that every application has.
  var isOfPeople: Bool { EntityModel.ofPeople.contains(table.name) }
  private static let ofPeople: Set = ["tenon_user", "tenon_department", "tenon_position"]
  var table: Table { meta.table }

  init(
    _ index: Int, _ type: any Entity.Type, _ look: EntityLook, _ blueprint: Blueprint,
    _ types: [any Entity.Type], _ roles: [String]
  ) throws(StartError) {
    let meta = type.meta
    guard meta.shape.name == look.name,
      meta.shape.fields.map(\.name) == look.fields.map(\.name)
    else { throw .definition("blueprint and generated code disagree on `\(look.name)`") }
    self.index = index
    self.type = type
    self.meta = meta
    self.look = look
    links = blueprint.languages.indices.map {
      ModuleLink(
        entity: look.name, label: look.label[$0], plural: look.plural[$0], icon: look.icon,
        order: index, locale: Locale(language: blueprint.languages[$0]))
    }
    pageFields = try blueprint.languages.indices.map { language throws(StartError) in
      try EntityModel.pageFields(meta, look, language)
    }
    views = try look.views.map { view throws(StartError) in
      try ViewModel(
        view, meta, type.viewExpressions.first { $0.view == view.name }, types, roles)
    }
    var filters = ColumnSet()
    var sorts: [Int] = []
    for view in views {
      for column in view.filters { filters.insert(column) }
      for sort in view.sorts where !sorts.contains(sort.column) { sorts.append(sort.column) }
    }
    for column in meta.fieldColumns where meta.table.columns[column].storage == .reference {
      filters.insert(column)
    }
    filterColumns = filters
    sortColumns = sorts
    title = try look.title.map { part throws(StartError) in try TitleModel(part, meta) }
    isTitledByText =
      title.count == 1
      && title[0].column.flatMap { meta.field($0) }.map {
        $0.storage == .text && $0.options.isEmpty
      }
        ?? false
    search = SearchIndex(meta, title: title.compactMap(\.column))
    encoder = RecordEncoder(meta)
    var numbers: [Int: AutoNumber] = [:]
    for column in meta.fieldColumns {
      guard let pattern = meta.field(column)?.pattern else { continue }
      guard let number = AutoNumber(pattern) else { throw .definition("pattern `\(pattern)`") }
      numbers[column] = number
    }
    autoNumbers = numbers
  }

  /// The pattern by which the system fills a column; nil for all others.
  func autoNumber(_ column: Int) -> AutoNumber? { autoNumbers[column] }

  private static func pageFields(
    _ meta: EntityMeta, _ look: EntityLook, _ language: Int
  ) throws(StartError) -> [PageField] {
    var fields: [PageField] = []
    for (shape, words) in zip(meta.shape.fields, look.fields) {
      let stored = Dictionary(uniqueKeysWithValues: shape.options.map { ($0.name, $0.stored) })
      let field = PageField(
        words, language: language, storage: shape.storage,
        isRequired: shape.presence == .required, isComputed: shape.presence == .computed,
        target: shape.target,
        stored: { stored[$0] ?? $0 })
      guard let field else { throw .definition("no control `\(words.control)`") }
      fields.append(field)
    }
    return fields
  }

  /// A declared field, `created_at` or `updated_at` as pages show it.
  func pageField(_ column: Int, _ language: Int, _ locale: Locale) -> PageField {
    switch column {
    case SystemColumn.createdAt: return .createdAt(locale)
    case SystemColumn.updatedAt: return .updatedAt(locale)
    default: return pageFields[language][column - SystemColumn.count]
    }
  }
}

/// A view with columns instead of names.
struct ViewModel: Sendable {
  let look: ViewLook
  let columns: [Int]
  let filters: [Int]
  let sorts: [SortKey]
  private let conditions: [Condition]
  /// A condition that is more than that.
  let expression: CompiledExpression?

  /// A column that holds one of these values, or none of them.
  private struct Condition {
    let column: Int
    let isNegated: Bool
    let values: [Value]
    /// Whether whoever looks is one of the values.
    let holdsMe: Bool
  }

  init(
    _ look: ViewLook, _ meta: EntityMeta, _ condition: ViewExpression?,
    _ types: [any Entity.Type], _ roles: [String]
  ) throws(StartError) {
    func column(_ name: some StringProtocol) throws(StartError) -> Int {
      guard let column = meta.column(named: String(name)) else {
        throw .definition("view `\(look.name)` names `\(name)`")
      }
      return column
    }
    self.look = look
    expression = condition?.expression
    columns = try look.columns.map(column)
    filters = try look.filters.map(column)
    sorts = try look.sorts.map { name throws(StartError) in
      name.hasPrefix("-")
        ? SortKey(try column(name.dropFirst()), descending: true) : SortKey(try column(name))
    }
    keys = try look.layout.keys.map(column)
    var own: [Int] = []
    var reads: [(entity: any Entity.Type, column: Int)] = []
    for name in look.isDeclassified ? [] : look.reads {
      let parts = name.split(separator: ".").map(String.init)
      let entity = parts.count == 1 ? nil : types.first { $0.meta.shape.name == parts[0] }
      guard let column = (entity?.meta ?? meta).column(named: parts[parts.count - 1]),
        parts.count == 1 || entity != nil
      else { throw .definition("view `\(look.name)` reads `\(name)`") }
      if let entity { reads.append((entity, column)) } else { own.append(column) }
    }
    self.own = own
    others = reads
    offered = RoleSet(
      look.offered.compactMap { roles.firstIndex(of: $0) }.map { RoleSet(role: $0) })
    conditions = try look.conditions.map { condition throws(StartError) in
      let column = try column(condition.field)
      guard let shape = meta.field(column) else {
        throw .definition("view `\(look.name)` asks for `\(condition.field)`")
      }
      let holdsMe = shape.target != nil && condition.values.contains("me")
      let values = condition.values.filter { !(holdsMe && $0 == "me") }
      let read = values.compactMap { shape.value(ofWire: $0) }
      guard read.count == values.count else {
        throw .definition("view `\(look.name)` asks for \(values)")
      }
      return Condition(
        column: column, isNegated: condition.isNegated, values: read, holdsMe: holdsMe)
    }
  }

  /// The columns by which its layout places records.
  private let keys: [Int]
  /// What decides which records it has: columns of its entity and of others.
  private let own: [Int]
  private let others: [(entity: any Entity.Type, column: Int)]
  /// To whom it is offered; to everyone when empty.
  private let offered: RoleSet

  /// Whether the view is there for whom the proof is about: it is offered to him, and what decides
  /// which records it has and where they stand he may read of all of them.
  func isOpen(_ proof: Authorization) -> Bool {
    let principal = proof.principal
    guard offered.isEmpty || !offered.isDisjoint(with: principal.roles) else { return false }
    return keys.allSatisfy(proof.mayRead) && own.allSatisfy(proof.mayRead)
      && others.allSatisfy { entity, column in
        guard let other = authorize(principal, .read, on: entity) else { return false }
        return other.reachesAll && other.mayRead(column)
      }
  }

  /// The orders that are offered to whom the proof is about: none where he reads none of them.
  func sorts(_ proof: Authorization) -> [SortKey] {
    sorts.filter { proof.mayRead($0.column) }
  }

  /// The order in which the view opens: the newest first where none is offered.
  func opening(_ proof: Authorization) -> SortKey {
    sorts(proof).first ?? SortKey(SystemColumn.id, descending: true)
  }

  /// What all rows of the view have in common, for whoever looks.
  func predicate(_ principal: Principal, _ table: Table) -> Predicate {
    let parts = conditions.map { condition -> Predicate in
      let values = condition.values + (condition.holdsMe ? [.integer(principal.user)] : [])
      let one = ViewModel.any(
        values, condition.column, isList: table.columns[condition.column].storage == .list)
      return condition.isNegated ? .not(one) : one
    }
    let all = parts + (expression.map { [.expression($0)] } ?? [])
    if all.isEmpty { return .everything }
    return all.count == 1 ? all[0] : .and(all)
  }

  /// The column holds one of these values; a list holds all items of one.
  private static func any(_ values: [Value], _ column: Int, isList: Bool) -> Predicate {
    if !isList && values.count > 1 && !values.contains(where: \.isBlank) {
      return .among(column, values)
    }
    let any = values.map { value -> Predicate in
      guard isList, !value.isBlank else { return .compare(column, .equal, value) }
      return .and(ItemList.items(value).map { .contains(column, ItemList.mark($0)) })
    }
    return any.count == 1 ? any[0] : .or(any)
  }
}

/// A piece of a record's title.
enum TitleModel: Sendable {
  case literal(String)
  case column(Int)

  init(_ part: TitlePart, _ meta: EntityMeta) throws(StartError) {
    switch part {
    case .literal(let text): self = .literal(text)
    case .field(let name):
      guard let column = meta.column(named: name) else {
        throw .definition("title names `\(name)`")
      }
      self = .column(column)
    }
  }

  /// The column that it reads; nil for a literal.
  var column: Int? {
    if case .column(let column) = self { return column }
    return nil
  }
}

extension ViewLayout {
  /// The columns by which records find their place in it.
  fileprivate var keys: [String] {
    switch self {
    case .table, .gallery: return []
    case .board(let by): return [by]
    case .calendar(let from, let to): return [from] + (to.map { [$0] } ?? [])
    case .gantt(let from, let to): return [from, to]
    }
  }
}

extension EntityModel {
  /// The first view that is there for whom the proof is about.
  func firstView(_ proof: Authorization) -> Int? { views.firstIndex { $0.isOpen(proof) } }

  /// The columns that a title reads, in the order of its parts.
  var titleColumns: [Int] {
    title.compactMap(\.column)
  }
}
