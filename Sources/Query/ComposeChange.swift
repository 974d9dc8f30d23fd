import Values

extension Composer {
  /// Composes a change under its proof. `values` fills the slots of what the proof demands, but for
  /// the person. Throws when it writes what the proof does not reach.
  public func compose(
    _ mutation: Mutation, _ proof: Authorization, _ values: ExpressionValues = ExpressionValues()
  ) throws(QueryError) -> Statement {
    if proof.principal.isReadOnly { throw .readOnly }
    let demands = try demands(mutation, proof)
    var values = values
    values[.me] = .integer(proof.principal.user)
    guard values.know(slots(demands, proof.table)) else { throw .slot }
    return Statement(
      .change(Change(table: proof.table, mutation: mutation, demands: demands)),
      dialect: dialect, values: values)
  }

  /// The slots of what a proof demands of a change.
  public func slots(
    _ mutation: Mutation, _ proof: Authorization
  ) throws(QueryError) -> Set<ExpressionSlot> {
    slots(try demands(mutation, proof), proof.table)
  }

  private func slots(_ demands: [Change.Demand], _ table: Table) -> Set<ExpressionSlot> {
    var needed: Set<ExpressionSlot> = []
    for demand in demands { demand.condition.addSlots(table, to: &needed) }
    return needed
  }

  /// What the proof demands of the row: that it reaches it, and that it lets each column that is
  /// given be written.
  private func demands(
    _ mutation: Mutation, _ proof: Authorization
  ) throws(QueryError) -> [Change.Demand] {
    var demands: [Change.Demand] = []
    if proof.grant.rows != .everything {
      demands.append(Change.Demand(condition: proof.grant.rows, refusal: .rows))
    }
    switch mutation {
    case .insert(let values, let given):
      guard proof.action == .create else { throw .wrongAction }
      demands += try columns(values, given, proof)
    case .update(_, _, let values, let given):
      guard proof.action == .update else { throw .wrongAction }
      demands += try columns(values, given, proof)
    case .delete:
      guard proof.action == .delete else { throw .wrongAction }
    }
    return demands
  }

  private func columns(
    _ values: [Assignment], _ given: ColumnSet?, _ proof: Authorization
  ) throws(QueryError) -> [Change.Demand] {
    var demands: [Change.Demand] = []
    for assignment in values {
      let column = assignment.column
      if !proof.table.columns[column].storage.carries(assignment.value) { throw .storage(column) }
      guard given?.contains(column) ?? true, let allowed = proof.grant.writable[column] else {
        continue
      }
      if allowed == .nothing { throw .column(column) }
      demands.append(Change.Demand(condition: allowed, refusal: .column(column)))
    }
    return demands
  }
}
