import Query
import Testing
import Values

@testable import TenonDatabase

@Suite struct SchemaApplicationTests {
  private let phone = SchemaItem(
    key: "column customer.phone", definition: "text",
    sql: "ALTER TABLE customer ADD COLUMN phone TEXT", createdBy: "table customer")

  private func refusal(_ database: Database, _ items: [SchemaItem]) -> SchemaRefusal? {
    do {
      try database.apply(items, system)
      return nil
    } catch { return error }
  }

  private func conflicts(_ database: Database, _ items: [SchemaItem]) -> [SchemaConflict] {
    if case .conflicts(let conflicts) = refusal(database, items) { return conflicts }
    return []
  }

  private func withTwoRows(_ body: (Database) throws -> Void) throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    try database.writeAndWait { session in
      _ = try session.insert(Customer.values("甲", code: "1"), proof(.create))
      _ = try session.insert(Customer.values("乙"), proof(.create))
    }
    try body(database)
    #expect(try names(database) == ["甲", "乙"])
    // Whatever was tried, the database is as it was recorded.
    #expect(try database.apply(Customer.items, system) == [])
    database.close()
  }

  @Test func createsOnceAndThenAddsNothing() throws {
    let folder = Folder()
    let database = try Database(path: folder.database)
    #expect(try database.apply(Customer.items, system) == Customer.items.map(\.key))
    #expect(try database.apply(Customer.items, system) == [])
    database.close()
  }

  /// The column comes with its table in a new database and by itself in an old one.
  @Test func addsAColumnWithItsTableOrAlone() throws {
    let folder = Folder()
    let old = try openCustomers(folder)
    #expect(try old.apply(Customer.items + [phone], system) == [phone.key])
    try old.read { try $0.rows(SystemStatement("SELECT phone FROM customer"), [], system) { _ in } }
    old.close()
    let fresh = Folder()
    let new = try Database(path: fresh.database)
    var table = Customer.items[0]
    table = SchemaItem(
      key: table.key, definition: table.definition,
      sql: table.sql.replacing("code TEXT,", with: "code TEXT, phone TEXT,"))
    let items = [table] + Customer.items.dropFirst() + [phone]
    #expect(try new.apply(items, system) == items.map(\.key))
    new.close()
  }

  @Test func refusesToDropWhatHoldsValues() throws {
    try withTwoRows { database in
      #expect(
        conflicts(database, []) == [
          SchemaConflict(key: "column customer.name", reason: .removed, count: 2),
          SchemaConflict(key: "table customer", reason: .removed, count: 2),
        ])
    }
  }

  @Test func refusesAnotherDefinition() throws {
    try withTwoRows { database in
      let items = Customer.items.map { item in
        item.key != "column customer.name"
          ? item : SchemaItem(key: item.key, definition: "integer", sql: "")
      }
      #expect(
        conflicts(database, items) == [
          SchemaConflict(
            key: "column customer.name", reason: .changed(recorded: "text required"), count: 2)
        ])
    }
  }

  @Test func refusesARequiredColumnOverRows() throws {
    let column = SchemaItem(
      key: "column customer.grade", definition: "integer required",
      sql: "ALTER TABLE customer ADD COLUMN grade INTEGER NOT NULL", needsValue: true)
    try withTwoRows { database in
      #expect(
        conflicts(database, Customer.items + [column]) == [
          SchemaConflict(key: column.key, reason: .needsValue, count: 2)
        ])
    }
    let folder = Folder()
    let empty = try openCustomers(folder)
    #expect(try empty.apply(Customer.items + [column], system) == [column.key])
    empty.close()
  }

  @Test func refusesAUniqueIndexOverEqualValues() throws {
    let index = SchemaItem(
      key: "index owner", definition: "unique owner",
      sql: "CREATE UNIQUE INDEX owner ON customer (created_by)")
    try withTwoRows { database in
      #expect(
        conflicts(database, Customer.items + [phone, index]) == [
          SchemaConflict(key: index.key, reason: .duplicates, count: 2)
        ])
    }
  }

  /// The first item is fine and the second is not: nothing of either stays.
  @Test func changesNothingWhenAStatementFails() throws {
    try withTwoRows { database in
      let broken = SchemaItem(key: "table broken", definition: "1", sql: "CREATE TABLE (")
      let refusal = refusal(database, Customer.items + [phone, broken])
      guard case .failed(let key, .statement) = refusal else {
        Issue.record("\(String(describing: refusal))")
        return
      }
      #expect(key == "table broken")
      #expect(throws: DatabaseError.self) {
        try database.read {
          try $0.rows(SystemStatement("SELECT phone FROM customer"), [], system) { _ in }
        }
      }
    }
  }

  /// A search index holds nothing that its table does not: it comes anew when it is made otherwise
  /// and goes when nobody wants it.
  @Test func makesASearchIndexAnew() throws {
    try withTwoRows { database in
      func item(_ definition: String, _ columns: String) -> SchemaItem {
        SchemaItem(
          key: "search found", definition: definition,
          sql: "CREATE VIRTUAL TABLE found USING fts5(\(columns), content = '')")
      }
      #expect(try database.apply(Customer.items + [item("1", "a")], system) == ["search found"])
      #expect(try database.apply(Customer.items + [item("1", "a")], system) == [])
      let write = SystemStatement("INSERT INTO found (rowid, a) VALUES (1, 'x')")
      try database.writeAndWait { _ = try $0.run(write, [], system) }
      #expect(try database.apply(Customer.items + [item("2", "a, b")], system) == ["search found"])
      let hits = SystemStatement("SELECT count(*) FROM found WHERE found MATCH '{a b} : x'")
      try database.read { try $0.rows(hits, [], system) { #expect($0.integer(0) == 0) } }
      #expect(try database.apply(Customer.items, system) == [])
      #expect(throws: DatabaseError.self) {
        try database.read { try $0.rows(hits, [], system) { _ in } }
      }
    }
  }

  /// Functions hold nothing: they are made over when they differ, and stay when nobody wants them.
  @Test func makesFunctionsOver() throws {
    try withTwoRows { database in
      func item(_ number: Int) -> SchemaItem {
        SchemaItem(
          key: "functions known", definition: "\(number)",
          sql: "DROP VIEW IF EXISTS known; CREATE VIEW known AS SELECT \(number) AS number")
      }
      func number() throws -> Int64 {
        var number: Int64 = 0
        try database.read {
          try $0.rows(SystemStatement("SELECT number FROM known"), [], system) {
            number = $0.integer(0)
          }
        }
        return number
      }
      for known in [1, 2, 1] {
        #expect(try database.apply([item(known)] + Customer.items, system) == ["functions known"])
        let made = try number()
        #expect(made == Int64(known))
        #expect(try database.apply([item(known)] + Customer.items, system) == [])
      }
      #expect(try database.apply(Customer.items, system) == [])
      let left = try number()
      #expect(left == 1)
      #expect(try database.apply([item(1)] + Customer.items, system) == ["functions known"])
    }
  }

  /// What was computed may go; once people write it, it may not.
  @Test func keepsWhatIsNoLongerComputed() throws {
    let computed = SchemaItem(
      key: phone.key, definition: phone.definition + SchemaItem.computed, sql: phone.sql,
      createdBy: phone.createdBy)
    for isPlain in [false, true] {
      let folder = Folder()
      let database = try openCustomers(folder)
      #expect(try database.apply(Customer.items + [computed], system) == [phone.key])
      if isPlain { #expect(try database.apply(Customer.items + [phone], system) == []) }
      let found = conflicts(database, Customer.items).map(\.reason)
      #expect(found == (isPlain ? [.removed] : []))
      database.close()
    }
  }
}
