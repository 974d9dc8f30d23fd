import Query
import TenonDatabase
import Testing
import Values

/// A table of which one column is worked out on reading.
private enum Bill: Governed {
  static let amount = SystemColumn.count
  static let note = SystemColumn.count + 1
  static let twice = SystemColumn.count + 2

  static let table = Table(
    name: "bill",
    fields: [
      Column(name: "amount", storage: .integer, isRequired: false),
      Column(name: "note", storage: .text, isRequired: false),
      Column(
        name: "twice", storage: .integer, isRequired: false,
        expression: CompiledExpression(
          sqlite: #"(@."amount" * 2 + {param extra})"#,
          postgres: #"(@."amount" * 2 + {param extra}::bigint)"#)),
    ])

  static let rights = EntityRights([.everything(to: Clause.everyone)])

  static let proof = authorize(Principal(user: 7, roles: []), .read, on: Bill.self)!

  /// Braces and the sign of the record in quotes are what they are.
  static let mine = CompiledExpression(
    sqlite: #"@."amount" > {today} AND @."note" <> '@ {me} it''s' AND {me} = 7"#,
    postgres: #"{me}::bigint = 7 AND @."amount" > {today}::bigint AND @."note" <> '@'"#)
}

@Suite struct CompiledExpressionTests {
  private func query(_ filter: Predicate, _ order: [SortKey] = []) -> Query {
    var query = Query(
      Bill.table, outputs: [.column(SystemColumn.id), .column(Bill.twice)], filter: filter,
      order: order, limit: 9)
    query.values[.today] = .integer(3)
    query.values[.parameter("extra")] = .integer(5)
    return query
  }

  private func text(_ query: Query, _ dialect: Dialect) throws -> (String, [Value]) {
    let step = try Composer(dialect).compose(query, Bill.proof).steps[0]
    return (step.sql(dialect), step.bindings)
  }

  @Test func aConditionStandsInTheText() throws {
    let query = query(.and([.compare(Bill.amount, .less, .integer(50)), .expression(Bill.mine)]))
    let (sqlite, values) = try text(query, .sqlite)
    #expect(
      sqlite == """
        SELECT t0."id", (t0."amount" * 2 + ?) FROM "bill" AS t0 WHERE (t0."amount" < ? AND \
        (t0."amount" > ? AND t0."note" <> '@ {me} it''s' AND ? = 7)) LIMIT ?
        """)
    #expect(values == [5, 50, 3, 7, 9].map(Value.integer))
    let (postgres, bound) = try text(query, .postgres)
    #expect(
      postgres == """
        SELECT t0."id", (t0."amount" * 2 + $1::bigint) FROM "bill" AS t0 WHERE (t0."amount" < $2 \
        AND ($3::bigint = 7 AND t0."amount" > $4::bigint AND t0."note" <> '@')) LIMIT 9
        """)
    #expect(bound == [5, 50, 7, 3].map(Value.integer))
  }

  @Test func anUnknownConditionDoesNotHoldUnderNot() throws {
    let (sqlite, _) = try text(query(.not(.expression(Bill.mine))), .sqlite)
    #expect(sqlite.contains("WHERE ((t0.\"amount\" > ?"))
    #expect(sqlite.contains("AND ? = 7) IS NOT TRUE) LIMIT"))
  }

  @Test func aColumnThatIsWorkedOutSortsAndPages() throws {
    var query = query(.everything, [SortKey(Bill.twice)])
    query.position = .after([.integer(40), .integer(4)])
    let plan = try Composer(.sqlite).compose(query, Bill.proof)
    let first = plan.steps[0].sql(.sqlite)
    #expect(first.contains(#"WHERE (t0."amount" * 2 + ?) = ? AND t0."id" > ?"#))
    #expect(plan.steps[0].bindings == [5, 5, 40, 4, 9].map(Value.integer))
  }

  @Test func whoActsIsWhomTheProofNames() throws {
    var query = query(.expression(Bill.mine))
    query.values[.me] = .integer(1)
    let (_, values) = try text(query, .sqlite)
    #expect(values == [5, 3, 7, 9].map(Value.integer))
  }

  @Test func aSlotWithoutAValueIsRefused() throws {
    var query = query(.expression(Bill.mine))
    query.values = ExpressionValues()
    query.values[.parameter("extra")] = .integer(5)
    #expect(throws: QueryError.slot) { try Composer(.sqlite).compose(query, Bill.proof) }
    query.values[.today] = .blank
    #expect(throws: Never.self) { try Composer(.sqlite).compose(query, Bill.proof) }
  }

  @Test func oneRecordIsReadForAKeptValue() throws {
    let total = CompiledExpression(
      sqlite: #"(SELECT COUNT(*) FROM "line" AS r1 WHERE r1."bill" = @."id")"#,
      postgres: #"(SELECT COUNT(*) FROM "line" AS r1 WHERE r1."bill" = @."id")"#)
    let statement = try Composer(.sqlite).compose(
      reading: [total], of: Bill.table, id: 12, ExpressionValues(), SystemAuthority("test"))
    #expect(
      statement.sql(.sqlite) == """
        SELECT (SELECT COUNT(*) FROM "line" AS r1 WHERE r1."bill" = t0."id") FROM "bill" AS t0 \
        WHERE t0."id" = ? LIMIT ?
        """)
    #expect(statement.bindings == [12, 1].map(Value.integer))
  }

  @Test func statementsOfOneShapeAreOneToTheCache() throws {
    func shape(_ filter: Predicate) throws -> StatementShape {
      try Composer(.sqlite).compose(query(filter), Bill.proof).steps[0].shape
    }
    let other = CompiledExpression(sqlite: "1 = 1", postgres: "1 = 1")
    #expect(try shape(.expression(Bill.mine)) == shape(.expression(Bill.mine)))
    #expect(try shape(.expression(Bill.mine)) != shape(.expression(other)))
    #expect(try shape(.expression(Bill.mine)) != shape(.not(.expression(Bill.mine))))
  }
}
