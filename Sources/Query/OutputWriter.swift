import Values

/// Prints the outputs of a page: of a column what its proof shows of the row at hand.
struct OutputWriter {
  let dialect: Dialect

  /// A column of the table with this alias, as a proof shows it.
  func write(
    _ column: Int, _ proof: Authorization, _ alias: Int, into sink: inout some StatementSink
  ) {
    switch proof.grant.sights[column] {
    case .full: sink.reference(alias, proof.table, column)
    case .masked: writeMasked(column, proof.table, alias, into: &sink)
    case .hidden: sink.literal("NULL")
    case .by(let full, let seen):
      let writer = PredicateWriter(table: proof.table, alias: alias, dialect: dialect)
      sink.literal("CASE")
      if full != .nothing {
        sink.literal(" WHEN ")
        writer.write(full, into: &sink)
        sink.literal(" THEN ")
        sink.reference(alias, proof.table, column)
      }
      if seen == .everything {
        sink.literal(" ELSE ")
        writeMasked(column, proof.table, alias, into: &sink)
      } else if seen != full {
        sink.literal(" WHEN ")
        writer.write(seen, into: &sink)
        sink.literal(" THEN ")
        writeMasked(column, proof.table, alias, into: &sink)
      }
      sink.literal(" END")
    }
  }

  private func writeMasked(
    _ column: Int, _ table: Table, _ alias: Int, into sink: inout some StatementSink
  ) {
    // Only texts can be shown in part.
    guard table.columns[column].storage == .text else { return sink.literal("NULL") }
    sink.literal(dialect == .sqlite ? "tn_" : "tenon_fn.")
    switch table.columns[column].mask {
    case .text: sink.literal("mask_text(")
    case .phone: sink.literal("mask_phone(")
    case .email: sink.literal("mask_email(")
    }
    sink.reference(alias, table, column)
    sink.literal(")")
  }

  /// How much is shown of a column: see ``Output/sight(_:)``.
  func writeSight(
    _ column: Int, _ proof: Authorization, _ alias: Int, into sink: inout some StatementSink
  ) {
    switch proof.grant.sights[column] {
    case .full: sink.literal("2")
    case .masked: sink.literal("1")
    case .hidden: sink.literal("0")
    case .by(let full, let seen):
      let writer = PredicateWriter(table: proof.table, alias: alias, dialect: dialect)
      sink.literal("CASE WHEN ")
      writer.write(full, into: &sink)
      sink.literal(" THEN 2 WHEN ")
      writer.write(seen, into: &sink)
      sink.literal(" THEN 1 ELSE 0 END")
    }
  }

  /// A condition as 0 or 1.
  func write(
    _ condition: Predicate, _ table: Table, _ alias: Int, into sink: inout some StatementSink
  ) {
    sink.literal("CASE WHEN ")
    PredicateWriter(table: table, alias: alias, dialect: dialect).write(condition, into: &sink)
    sink.literal(" THEN 1 ELSE 0 END")
  }
}
