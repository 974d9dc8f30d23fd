import Testing
import Values

@testable import Query

@Suite struct KeptShapeTests {
  private var shape: EntityShape {
    var shape = EntityShape(
      name: "customer", tableName: "customer",
      fields: [
        FieldShape(
          name: "spent", column: "spent", storage: .scaled(2), control: "money",
          presence: .computed)
      ], uniqueKeys: [])
    var state = RollUpShape(
      column: "tenon_roll_x_1", number: 3,
      rule: RollUpRule(.latest, hasValue: true, hasKey: true, isDescending: true),
      rows: "order", by: "customer", numbers: [true, true, false])
    state.rowReads = [
      KeptShape.Read(entity: "order", member: "customer", through: []),
      KeptShape.Read(entity: "product", member: "price", through: ["line", "product"]),
    ]
    shape.kept = [
      KeptShape(.rollUp(state), order: 0, reads: []),
      KeptShape(
        .value("spent"), order: 4,
        reads: [KeptShape.Read(entity: "customer", member: "tenon_roll_x_1", through: [])]),
    ]
    return shape
  }

  @Test func survivesItsText() throws {
    let text = shape.encoded()
    let read = try #require(EntityShape(parsing: text))
    #expect(read.encoded() == text)
    #expect(read.kept.count == 2)
    #expect(read.kept[1].order == 4)
    #expect(read.rollUps[0].rule == shape.rollUps[0].rule)
    #expect(read.rollUps[0].rowReads == shape.rollUps[0].rowReads)
    #expect(read.rollUps[0].numbers == [true, true, false])
  }

  @Test func statesStandBehindTheFields() {
    let table = shape.table()
    #expect(table.columns.suffix(2).map(\.name) == ["spent", "tenon_roll_x_1"])
    #expect(table.columns.suffix(2).allSatisfy { !$0.isRequired })
  }

  @Test func upkeepIsSQLOfBothDialects() {
    let table = shape.table()
    let authority = SystemAuthority("test")
    func sql(_ upkeep: Upkeep, _ dialect: Dialect) -> String {
      Composer(dialect).compose(upkeep, ExpressionValues(), authority).sql(dialect)
    }
    let row = Upkeep.row([0, 6], of: table, id: 9)
    #expect(
      sql(row, .sqlite)
        == #"SELECT t0."id", t0."spent" FROM "customer" AS t0 WHERE t0."id" = ?"#)
    #expect(
      sql(row, .postgres)
        == #"SELECT t0."id", t0."spent" FROM "customer" AS t0 WHERE t0."id" = $1 FOR UPDATE"#)
    let set = Upkeep.set([Assignment(6, .integer(5)), Assignment(7, .blank)], of: table, id: 9)
    #expect(
      sql(set, .sqlite)
        == #"UPDATE "customer" AS t0 SET "spent" = ?, "tenon_roll_x_1" = ? WHERE t0."id" = ?"#)
    let parts = Upkeep.behind(
      4, [0], [CompiledExpression(sqlite: "(@.\"spent\" + 1)", postgres: "(@.\"spent\" + 1)")],
      of: table, limit: 10)
    #expect(
      sql(parts, .sqlite)
        == #"SELECT t0."id", (t0."spent" + 1) FROM "customer" AS t0 WHERE t0."id" > ? "#
        + #"ORDER BY t0."id" LIMIT ?"#)
  }
}
