import Values

/// One SQL statement ready to run: the shape for the cache, the values to bind in order, and its
/// text on demand. Only the composer makes these.
public struct Statement: Sendable {
  public let shape: StatementShape
  /// Values for the placeholders. For a page statement of SQLite the last one is its limit.
  public private(set) var bindings: [Value]
  private let source: Source

  /// Boxed: statements are passed about, and this is large.
  indirect enum Source: Sendable {
    case page(PageStep)
    case change(Change)
    case entry(SearchWrite)
    case clear(SearchClear)
    case upkeep(Upkeep)
    case examination(Examination)

    func write(into sink: inout some StatementSink, dialect: Dialect) {
      switch self {
      case .page(let step): step.write(into: &sink, dialect: dialect)
      case .change(let change): change.write(into: &sink, dialect: dialect)
      case .entry(let entry): entry.write(into: &sink, dialect: dialect)
      case .clear(let clear): clear.write(into: &sink, dialect: dialect)
      case .upkeep(let upkeep): upkeep.write(into: &sink, dialect: dialect)
      case .examination(let examination): examination.write(into: &sink)
      }
    }
  }

  init(_ source: Source, dialect: Dialect, values: ExpressionValues = ExpressionValues()) {
    var sink = ShapeSink(dialect, values)
    source.write(into: &sink, dialect: dialect)
    self.source = source
    shape = sink.shape
    bindings = sink.bindings
  }

  /// Whether rows are found by a search: which way to them is the best depends on its words.
  public var isSearch: Bool {
    guard case .page(let step) = source else { return false }
    return step.match != nil
  }

  /// Whether this is a page of rows that a condition picks and an order ranks: an index can help
  /// with one of them only, unless there is one for both.
  public var isRankedPage: Bool {
    guard case .page(let step) = source else { return false }
    return step.match == nil && step.filter != .everything && !step.order.isEmpty
  }

  /// A ranked page found along an index of its order instead of one of its filter. For SQLite,
  /// which cannot know how many rows a value has.
  public var walkingOrder: Statement? {
    guard isRankedPage, case .page(var step) = source, !step.walksOrder else { return nil }
    step.walksOrder = true
    var walking = Statement(.page(step), dialect: .sqlite)
    // The same places in the same order.
    walking.bindings = bindings
    return walking
  }

  /// The text to prepare, needed once per shape.
  public func sql(_ dialect: Dialect) -> String {
    var sink = TextSink(dialect)
    source.write(into: &sink, dialect: dialect)
    return sink.text
  }
}

/// A query composed: statements to run one after the other, each giving rows that follow those of
/// the one before, until the limit is reached.
public struct Plan: Sendable {
  public let steps: [Statement]
  /// Whether the rows come last one first and are to be turned round.
  public let isReversed: Bool
}

/// Folds the proof into queries and changes and prints them: the only maker of SQL for entities.
public struct Composer: Sendable {
  public let dialect: Dialect

  public init(_ dialect: Dialect) { self.dialect = dialect }

  /// Composes a query under its proof. Throws when it reads what the proof does not reach.
  public func compose(_ query: Query, _ proof: Authorization) throws(QueryError) -> Plan {
    guard proof.table === query.table else { throw .wrongTable }
    guard proof.action == .read else { throw .wrongAction }
    try checkColumns(query, proof)
    var match: PageStep.Match?
    if let search = query.search {
      guard search.index.table === query.table else { throw .wrongTable }
      // Where nothing may be read, nothing is found.
      guard let expression = search.expression(proof, dialect) else {
        return Plan(steps: [], isReversed: false)
      }
      match = PageStep.Match(index: search.index, expression: expression)
    }
    let rows = PageStep.conjunction(proof.grant.rows, query.filter)
    let values = try values(query, proof)
    let conditions = try KeysetSteps.steps(query)
    let steps = conditions.flatMap { step in
      let parts = match != nil && dialect == .postgres ? SearchReach.parts(step) : [.all]
      return parts.map { reach in
        Statement(
          .page(
            PageStep(
              table: query.table, outputs: query.outputs, filter: rows, match: match,
              key: step.terms, order: step.order, limit: query.limit, reach: reach)),
          dialect: dialect, values: values)
      }
    }
    return Plan(steps: steps, isReversed: query.position.isReversed)
  }

  /// Composes a change under its proof. Throws when it writes what the proof does not reach.
  public func compose(_ mutation: Mutation, _ proof: Authorization) throws(QueryError) -> Statement
  {
    let table = proof.table
    switch mutation {
    case .insert(let values):
      guard proof.action == .create else { throw .wrongAction }
      try checkAssignments(values, proof)
    case .update(_, _, let values):
      guard proof.action == .update else { throw .wrongAction }
      try checkAssignments(values, proof)
    case .delete:
      guard proof.action == .delete else { throw .wrongAction }
    }
    return Statement(
      .change(Change(table: table, mutation: mutation, rows: proof.grant.rows)), dialect: dialect)
  }

  /// The statements that bring an index up to date with one row.
  public func compose(_ entry: SearchEntry, _ proof: SystemAuthority) -> [Statement] {
    entry.statements(dialect)
  }

  /// The statement that empties an index.
  public func compose(clearing index: SearchIndex, _ proof: SystemAuthority) -> Statement {
    Statement(.clear(SearchClear(index: index)), dialect: dialect)
  }

  /// The statement that reads what an index holds of each row: id, then the index's columns, of the
  /// rows behind an id in order of the id.
  public func compose(
    filling index: SearchIndex, after id: Int64, limit: Int, _ proof: SystemAuthority
  ) -> Statement {
    let columns = [SystemColumn.id] + index.columns.map(\.column)
    let order = OrderTerm(column: SystemColumn.id, descending: false, blanksFirst: false)
    return Statement(
      .page(
        PageStep(
          table: index.table, outputs: columns.map(Output.column), filter: .everything, match: nil,
          key: [.greater(SystemColumn.id, .integer(id))], order: [order], limit: limit)),
      dialect: dialect)
  }

  /// The statement that reads expressions over one record: what a kept value takes from others.
  /// Throws when an expression needs a slot that `slots` does not know.
  public func compose(
    reading expressions: [CompiledExpression], of table: Table, id: Int64,
    _ slots: ExpressionValues, _ proof: SystemAuthority
  ) throws(QueryError) -> Statement {
    guard expressions.allSatisfy({ slots.know($0.slots) }) else { throw .slot }
    return Statement(
      .page(
        PageStep(
          table: table, outputs: expressions.map(Output.expression), filter: .everything,
          match: nil, key: [.equal(SystemColumn.id, .integer(id))], order: [], limit: 1)),
      dialect: dialect, values: slots)
  }

  private func checkColumns(_ query: Query, _ proof: Authorization) throws(QueryError) {
    for output in query.outputs {
      switch output {
      case .expression: continue
      case .column(let column):
        if !proof.mayRead(column) { throw .column(column) }
      case .related(let through, let column, let targetProof):
        if !proof.mayRead(through) { throw .column(through) }
        if targetProof.action != .read { throw .wrongAction }
        if !targetProof.mayRead(column) { throw .column(column) }
      }
    }
    for key in query.order where !proof.mayRead(key.column) { throw .column(key.column) }
    var unreadable: Int?
    query.filter.forEachColumn { if !proof.mayRead($0) { unreadable = $0 } }
    if let unreadable { throw .column(unreadable) }
    if let column = query.filter.firstMismatch(query.table) { throw .storage(column) }
  }

  /// What fills the slots of the query's expressions. Who acts is whom the proof names.
  private func values(
    _ query: Query, _ proof: Authorization
  ) throws(QueryError) -> ExpressionValues {
    let needed = slots(query, proof)
    var values = query.values
    values[.me] = .integer(proof.principal.user)
    guard values.know(needed) else { throw .slot }
    return values
  }

  /// The slots of the expressions that a query reads, its proof's among them.
  public func slots(_ query: Query, _ proof: Authorization) -> Set<ExpressionSlot> {
    var needed: Set<ExpressionSlot> = []
    func add(_ expression: CompiledExpression?) {
      if let expression { needed.formUnion(expression.slots) }
    }
    func add(_ column: Int) { add(query.table.columns[column].expression) }
    for output in query.outputs {
      switch output {
      case .expression(let expression): add(expression)
      case .column(let column): add(column)
      case .related(let through, let column, let target):
        add(through)
        add(target.table.columns[column].expression)
        target.grant.rows.forEachExpression(add)
      }
    }
    for key in query.order { add(key.column) }
    for rows in [proof.grant.rows, query.filter] {
      rows.forEachColumn(add)
      rows.forEachExpression(add)
    }
    return needed
  }

  private func checkAssignments(
    _ values: [Assignment], _ proof: Authorization
  ) throws(QueryError) {
    for assignment in values {
      if !proof.mayWrite(assignment.column) { throw .column(assignment.column) }
      let column = proof.table.columns[assignment.column]
      if !column.storage.carries(assignment.value) { throw .storage(assignment.column) }
    }
  }
}

extension Storage {
  /// Whether a value has this storage's carrier; blank fits all.
  func carries(_ value: Value) -> Bool {
    switch value {
    case .blank: return true
    case .integer: return !isText
    case .text: return isText
    }
  }
}

extension Predicate {
  /// The first column that is compared with a value of another carrier.
  func firstMismatch(_ table: Table) -> Int? {
    switch self {
    case .everything, .nothing, .isBlank, .expression: return nil
    case .compare(let column, _, let value):
      return table.columns[column].storage.carries(value) ? nil : column
    case .among(let column, let values):
      return values.allSatisfy(table.columns[column].storage.carries) ? nil : column
    case .contains(let column, _): return table.columns[column].storage.isText ? nil : column
    case .and(let parts), .or(let parts):
      return parts.lazy.compactMap { $0.firstMismatch(table) }.first
    case .not(let part): return part.firstMismatch(table)
    }
  }
}
