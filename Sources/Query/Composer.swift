import Values

/// Folds the proof into queries and changes and prints them: the only maker of SQL for entities.
public struct Composer: Sendable {
  public let dialect: Dialect

  public init(_ dialect: Dialect) { self.dialect = dialect }

  /// Composes a query under its proof. Throws when it reads what the proof does not reach.
  public func compose(_ query: Query, _ proof: Authorization) throws(QueryError) -> Plan {
    guard proof.table === query.table else { throw .wrongTable }
    guard proof.action.isReading else { throw .wrongAction }
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
    let values = try values(query, proof)
    let conditions = try KeysetSteps.steps(query)
    let steps = conditions.flatMap { step in
      let parts = match != nil && dialect == .postgres ? SearchReach.parts(step) : [.all]
      return parts.map { reach in
        var page = PageStep(
          table: query.table, proof: proof, outputs: query.outputs, rows: proof.grant.rows,
          filter: query.filter, match: match, key: step.terms, order: step.order,
          limit: query.limit, reach: reach)
        page.findWay(dialect)
        return Statement(.page(page), dialect: dialect, values: values)
      }
    }
    return Plan(steps: steps, isReversed: query.position.isReversed)
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
      case .expression, .sight: continue
      case .column(let column):
        if !proof.mayShow(column) { throw .column(column) }
      case .holds(let other), .writes(_, let other):
        if other.table !== query.table { throw .wrongTable }
      case .related(let through, let column, let targetProof):
        if !proof.mayShow(through) { throw .column(through) }
        if !targetProof.action.isReading { throw .wrongAction }
        if !targetProof.mayShow(column) { throw .column(column) }
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
    var needed = proof.grant.rowSlots.union(proof.grant.sightSlots)
    for output in query.outputs {
      switch output {
      case .expression(let expression): needed.formUnion(expression.slots)
      case .column(let column): query.table.addSlots(column, to: &needed)
      case .sight: continue
      case .holds(let other): needed.formUnion(other.grant.rowSlots)
      case .writes(let column, let other):
        needed.formUnion(other.grant.rowSlots)
        other.grant.writable[column]?.addSlots(query.table, to: &needed)
      case .related(let through, let column, let target):
        query.table.addSlots(through, to: &needed)
        target.table.addSlots(column, to: &needed)
        if !target.grant.rowSlots.isEmpty { needed.formUnion(target.grant.rowSlots) }
        if !target.grant.sightSlots.isEmpty { needed.formUnion(target.grant.sightSlots) }
      }
    }
    for key in query.order { query.table.addSlots(key.column, to: &needed) }
    query.filter.addSlots(query.table, to: &needed)
    return needed
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
    case .everything, .nothing, .isBlank, .expression, .reaches, .belongs, .shared: return nil
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
