import IR
import Query
import Values

extension PhysicalSchema {
  /// The schema that an application needs: a table per entity, an index per unique key, and one
  /// for each way in which its views read (filter, order) and each reference.
  public init(_ application: Application) {
    var lowering = Lowering(application: application, kept: KeptValues(application))
    lowering.run()
    self.init(tables: lowering.tables, indexes: lowering.indexes, claims: lowering.claims)
  }
}

private struct Lowering {
  let application: Application
  let kept: KeptValues
  var tables: [PhysicalTable] = []
  var indexes: [PhysicalIndex] = []
  var claims: [PhysicalClaim] = []

  mutating func run() {
    for entity in application.entities {
      tables.append(table(entity))
      for key in entity.uniqueKeys {
        add(
          entity, key.fields.map { entity.fields[$0].physicalName }, unique: true,
          name: key.physicalName)
      }
      for field in entity.fields {
        if case .autoNumber = field.type { add(entity, [field.physicalName], unique: true) }
      }
      for rule in entity.notOverlapping { add(rule, of: entity) }
      for field in entity.fields where field.type.storage == .reference {
        add(entity, [field.physicalName], unique: false)
      }
    }
    for view in application.views { addIndexes(of: view) }
    let rights = application.rights
    for entity in application.entities where !entity.isBuiltIn {
      addIndexes(of: entity, whose: rights.clauses[entity.id] ?? [])
    }
    for rollUp in kept.rollUps { addIndex(for: rollUp) }
  }

  private func table(_ entity: Entity) -> PhysicalTable {
    let system = SystemColumn.columns.map {
      PhysicalColumn(name: $0.name, storage: $0.storage, isRequired: $0.isRequired)
    }
    let declared = entity.fields.filter { !$0.rules.isLive }.map { field in
      PhysicalColumn(
        name: field.physicalName, storage: field.type.storage, isRequired: field.isStored,
        isComputed: field.rules.value != nil, references: target(field),
        backfill: field.defaultValue)
    }
    let states = kept.rollUps(of: entity.id).map {
      PhysicalColumn(name: $0.column, storage: .text, isRequired: false, isComputed: true)
    }
    return PhysicalTable(name: entity.physicalName, columns: system + declared + states)
  }

  private func target(_ field: Field) -> String? {
    field.type.target.map { application.entity($0).physicalName }
  }

  /// One index for each order of a view, and one for each filter before the opening order.
  private mutating func addIndexes(of view: View) {
    let entity = application.entity(view.entity)
    let sorts = view.sorts.map { name($0.column, entity) }
    for sort in sorts { add(entity, [sort], unique: false) }
    guard let opening = sorts.first else { return }
    let conditions = (view.conditions ?? []).map { View.Column.field($0.field) }
    for filter in view.filters + laidOut(view.layout) + conditions {
      if case .field(let field) = filter, entity.fields[field].type.storage == .list { continue }
      let column = name(filter, entity)
      add(entity, column == opening ? [column] : [column, opening], unique: false)
    }
    if let days = days(view.layout) { add(entity, days.map { name($0, entity) }, unique: false) }
  }

  /// One index for each order of a view before the columns by which rights pick records: the owner
  /// and the department. A page of what someone may read is then found along them.
  private mutating func addIndexes(of entity: Entity, whose clauses: [IR.Clause]) {
    let words = Set(clauses.flatMap { $0[AccessAction.read].words })
    var columns: [String] = []
    if !words.isDisjoint(with: [.own, .pool]) {
      columns.append(
        entity.owner.map { entity.fields[$0].physicalName }
          ?? SystemColumn.columns[SystemColumn.createdBy].name)
    }
    if !words.isDisjoint(with: [.department, .below, .headed]), let field = entity.department {
      columns.append(entity.fields[field].physicalName)
    }
    for view in application.views where view.entity == entity.id {
      for sort in view.sorts.map({ name($0.column, entity) }) {
        for column in columns where column != sort { add(entity, [column, sort], unique: false) }
      }
    }
  }

  /// The columns by which a layout picks its records.
  private func laidOut(_ layout: View.Layout) -> [View.Column] {
    switch layout {
    case .table(let group): return group.map { [$0] } ?? []
    case .board(let by): return [.field(by)]
    case .calendar(let from, let to): return [from] + (to.map { [$0] } ?? [])
    case .gallery: return []
    case .gantt(let from, let to): return [from, to]
    }
  }

  /// The columns between which a layout lays its records: one index tells which of those that began
  /// earlier go on.
  private func days(_ layout: View.Layout) -> [View.Column]? {
    switch layout {
    case .calendar(let from, .some(let to)), .gantt(let from, let to): return [from, to]
    case .table, .board, .calendar, .gallery: return nil
    }
  }

  /// One look into the index tells whether a new claim overlaps; the end stands in it so that rows
  /// which claim nothing are passed over.
  private mutating func add(_ rule: NotOverlapping, of entity: Entity) {
    func name(_ field: Int) -> String { entity.fields[field].physicalName }
    let claim = PhysicalClaim(
      table: entity.physicalName, of: rule.of.map(name), from: name(rule.from), to: name(rule.to))
    if claims.contains(claim) { return }
    claims.append(claim)
    add(entity, claim.of + [claim.from, claim.to], unique: false)
  }

  /// The best row of each record is found at once where a field of the rows tells it.
  private mutating func addIndex(for rollUp: RollUp) {
    let aggregate = rollUp.aggregate
    let rows = application.entity(aggregate.rows)
    let ranking: Expression?
    switch aggregate.function {
    case .min, .max: ranking = aggregate.value
    case .first, .last, .latest: ranking = aggregate.order?.key
    default: ranking = nil
    }
    guard case .field(let path)? = ranking?.kind, path.steps.count == 1,
      case .field(let id) = path.steps[0].member,
      let field = rows.fields.first(where: { $0.id == id }), !field.rules.isLive,
      let by = rows.fields.first(where: { $0.id == aggregate.by })
    else { return }
    add(rows, [by.physicalName, field.physicalName], unique: false)
  }

  private func name(_ column: View.Column, _ entity: Entity) -> String {
    switch column {
    case .field(let index): return entity.fields[index].physicalName
    case .createdAt: return SystemColumn.columns[SystemColumn.createdAt].name
    case .updatedAt: return SystemColumn.columns[SystemColumn.updatedAt].name
    }
  }

  /// Adds an index unless one with the same columns is there: a unique one serves readers too. What
  /// is worked out on reading has none.
  private mutating func add(
    _ entity: Entity, _ columns: [String], unique: Bool, name: String? = nil
  ) {
    let table = entity.physicalName
    let live = entity.fields.filter(\.rules.isLive).map(\.physicalName)
    if columns.contains(where: live.contains) { return }
    if indexes.contains(where: { $0.table == table && $0.columns == columns }) { return }
    indexes.append(
      PhysicalIndex(
        name: name ?? PhysicalIndex.name(table: table, columns: columns, unique: unique),
        table: table, columns: columns, isUnique: unique))
  }
}

extension Field {
  /// Whether every record has a value: required by the definition or given by the system.
  public var isStored: Bool {
    if case .autoNumber = type { return true }
    return isRequired && rules.value == nil
  }
}

extension PhysicalIndex {
  /// A readable name of at most 63 bytes, PostgreSQL's limit; a long one ends in a fingerprint.
  static func name(table: String, columns: [String], unique: Bool) -> String {
    let full = ([unique ? "tenon_uk" : "tenon_ix", table] + columns).joined(separator: "_")
    // Two different lists can join to one text (a_b + c, a + b_c): underscores inside make it so.
    let ambiguous = ([table] + columns).contains { $0.contains("_") }
    if full.utf8.count <= 63 && !ambiguous { return full }
    var fingerprint = Fingerprint(of: table)
    for column in columns { fingerprint.add(column) }
    var head = ""
    for character in full.unicodeScalars.map(String.init) {
      if head.utf8.count + character.utf8.count > 50 { break }
      head += character
    }
    return head + "_" + fingerprint.description.suffix(8)
  }
}
