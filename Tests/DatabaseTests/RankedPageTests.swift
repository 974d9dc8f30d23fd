import Query
import Testing
import Values

@testable import TenonDatabase

/// Pages whose condition has an index and whose order has another.
@Suite struct RankedPageTests {
  static let items =
    Customer.items + [
      SchemaItem(
        key: "index customer_parent", definition: "parent",
        sql: "CREATE INDEX customer_parent ON customer (parent)"),
      SchemaItem(
        key: "index customer_name", definition: "name",
        sql: "CREATE INDEX customer_name ON customer (name)"),
    ]

  /// 30 000 customers; all but a few belong to the first parent.
  private func filled(_ folder: Folder) throws -> (Database, names: [Int64: [String]]) {
    let database = try Database(path: folder.database, options: DatabaseOptions())
    try database.apply(RankedPageTests.items, system)
    let made = (1...30_000).map { number in
      (name: "客户 \(number &* 7919 % 10_007)", parent: Int64(number % 1000 == 0 ? 2 : 1))
    }
    try database.writeAndWait { session in
      for parent in ["甲", "乙"] {
        _ = try session.insert(Customer.values(parent), proof(.create))
      }
      for one in made {
        _ = try session.insert(Customer.values(one.name, parent: one.parent), proof(.create))
      }
    }
    return (database, Dictionary(grouping: made, by: \.parent).mapValues { $0.map(\.name) })
  }

  private func page(_ parent: Int64, _ position: Position, _ session: Session) throws -> [String] {
    var names: [String] = []
    let isReversed = try session.rows(
      Query(
        Customer.table, outputs: [.column(Customer.name)],
        filter: .compare(Customer.parent, .equal, .integer(parent)),
        order: [SortKey(Customer.name)], position: position, limit: 20), proof(.read)
    ) { names.append($0.string(0)) }
    return isReversed ? names.reversed() : names
  }

  /// Would catch rows given twice, or not at all, when a sort is given up for a walk.
  @Test func aSortThatIsTooLongIsWalked() throws {
    let folder = Folder()
    let (database, all) = try filled(folder)
    for (parent, names) in all {
      let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
      try database.read { session in
        let before = session.connection.sortsGivenUp
        let (first, last) = (try page(parent, .first, session), try page(parent, .last, session))
        #expect(first == Array(sorted.prefix(20)))
        #expect(last == Array(sorted.suffix(20)))
        // Many records of a value are met along the order, a few are sorted.
        #expect(session.connection.sortsGivenUp - before == (parent == 1 ? 2 : 0))
      }
    }
    database.close()
  }
}
