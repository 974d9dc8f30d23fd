import Foundation
import Query
import Testing
import Values

@testable import TenonDatabase

@Suite struct SessionTests {
  @Test func readsOneSnapshot() throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    _ = try database.writeAndWait { try $0.insert(Customer.values("甲"), proof(.create)) }
    try database.read { session in
      #expect(try names(session) == ["甲"])
      _ = try database.writeAndWait { try $0.insert(Customer.values("乙"), proof(.create)) }
      #expect(try names(session) == ["甲"])
      // A read inside a read is of the same moment.
      #expect(try names(database) == ["甲"])
    }
    #expect(try names(database) == ["甲", "乙"])
    database.close()
  }

  /// Would catch one that moves on with the commits beside it, or holds writers up.
  @Test func aHeldSnapshotStaysWhereItIs() throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    _ = try database.writeAndWait { try $0.insert(Customer.values("甲"), proof(.create)) }
    let snapshot = database.snapshot()
    #expect(try snapshot.read { try names($0) } == ["甲"])
    _ = try database.writeAndWait { try $0.insert(Customer.values("乙"), proof(.create)) }
    usleep(150_000)
    #expect(try snapshot.read { try names($0) } == ["甲"])
    #expect(try names(database) == ["甲", "乙"])
    snapshot.end()
    #expect(throws: DatabaseError.closed) { try snapshot.read { try names($0) } }
    database.close()
  }

  /// A snapshot stays open from read to read; would catch one that outlives a commit, or a block
  /// that sees another moment in the middle.
  @Test func readsWhatWasAnsweredAndNothingNewerWithinABlock() throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    for number in 1...20 {
      let before = try database.read { try names($0).count }
      #expect(before == number - 1)
      try database.read { session in
        #expect(try names(session).count == before)
        try database.writeAndWait { session in
          _ = try session.insert(Customer.values("客户 \(number)"), proof(.create))
        }
        #expect(try names(session).count == before)
      }
      #expect(try database.read { try names($0).count } == number)
    }
    struct Stop: Error {}
    #expect(throws: Stop.self) { try database.read { _ in throw Stop() } }
    #expect(try database.read { try names($0).count } == 20)
    database.close()
  }

  /// Would catch a checkpoint that waits for, or gives up before, a reader that does nothing.
  @Test func idleReadersLetTheLogGo() throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    #expect(try names(database).isEmpty)
    let text = String(repeating: "长", count: 40_000)
    var longest = 0
    for number in 1...700 {
      try database.writeAndWait { session in
        _ = try session.insert(Customer.values("\(number) " + text), proof(.create))
      }
      longest = max(longest, folder.logSize)
    }
    #expect(longest < 64 << 20)
    database.close()
  }

  @Test func changesOnlyTheVersionAndTheRowsOfTheProof() throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    try database.writeAndWait { session in
      let id = try session.insert(Customer.values("甲", owner: 2), proof(.create, user: 2))
      let rename = { (version: Int64, user: Int64) throws -> Int in
        try session.change(
          .update(id: id, version: version, [Assignment(Customer.name, .text("丙"))]),
          proof(.update, user: user))
      }
      #expect(try rename(2, 2) == 0)
      #expect(try rename(1, 3) == 0)
      #expect(try rename(1, 2) == 1)
      #expect(try rename(1, 2) == 0)
      #expect(try session.change(.delete(id: id, version: 2), proof(.delete, user: 3)) == 0)
      #expect(try session.change(.delete(id: id, version: 2), proof(.delete, user: 2)) == 1)
    }
    database.close()
  }

  /// Would catch a policy over rows that holds for reading and changing but not for creating.
  @Test func insertsOnlyRowsThatTheProofReaches() throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    func insert(owner: Int64, by user: Int64) throws {
      try database.writeAndWait {
        try $0.insert(Customer.values("甲", owner: owner), proof(.create, user: user))
      }
    }
    try insert(owner: 2, by: 2)
    try insert(owner: 2, by: 1)
    #expect(throws: DatabaseError.denied(.rows)) { try insert(owner: 3, by: 2) }
    // Nor does the row stay when the job looks away.
    #expect(throws: DatabaseError.denied(.rows)) {
      try database.writeAndWait {
        _ = try? $0.insert(Customer.values("乙", owner: 3), proof(.create, user: 2))
      }
    }
    #expect(try names(database).count == 2)
    database.close()
  }

  @Test func mapsBrokenConstraintsToTheirFacts() throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    func error(_ values: [Assignment]) -> DatabaseError? {
      do {
        _ = try database.writeAndWait { try $0.insert(values, proof(.create)) }
        return nil
      } catch { return error as? DatabaseError }
    }
    #expect(error(Customer.values("甲", code: "1")) == nil)
    #expect(
      error(Customer.values("乙", code: "1"))
        == .unique(table: "customer", columns: ["code"], index: nil))
    #expect(error(Customer.values("乙", parent: 99)) == .foreignKey)
    #expect(
      error(Customer.values("乙").filter { $0.column != Customer.name })
        == .required(table: "customer", column: "name"))
    #expect(try names(database) == ["甲"])
    database.close()
  }

  /// An unresolved deferred reference fails its own job; found at COMMIT, it would fail them all.
  @Test func findsADeferredReferenceBeforeTheCommit() throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    try database.apply(
      Customer.items + [
        SchemaItem(
          key: "table later", definition: "1",
          sql: """
            CREATE TABLE later (customer INTEGER
              REFERENCES customer (id) DEFERRABLE INITIALLY DEFERRED) STRICT
            """)
      ], system)
    #expect(throws: DatabaseError.foreignKey) {
      try database.writeAndWait {
        try $0.run(SystemStatement("INSERT INTO later VALUES (?)"), [.integer(7)], system)
      }
    }
    #expect(database.statistics.lostBatches == 0)
    database.close()
  }

  @Test func deniesWhatTheProofDoesNotReach() throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    let query = Query(Customer.table, outputs: [.column(0)], limit: 1)
    try database.read { session in
      #expect(throws: DatabaseError.denied(.wrongAction)) {
        try session.rows(query, proof(.update)) { _ in }
      }
    }
    #expect(throws: DatabaseError.denied(.wrongAction)) {
      try database.writeAndWait { try $0.insert(Customer.values("甲"), proof(.read)) }
    }
    database.close()
  }

  /// A reader cannot write, and no statement reaches other files, settings or extensions.
  @Test func closesTheDoorsOfSQLite() throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    func isRefused(_ statement: SystemStatement) throws -> Bool {
      try database.read { session in
        do {
          try session.rows(statement, [], system) { _ in }
          return false
        } catch is DatabaseError { return true }
      }
    }
    #expect(try isRefused(SystemStatement("ATTACH 'other.db' AS other")))
    #expect(try isRefused(SystemStatement("PRAGMA synchronous = OFF")))
    #expect(try isRefused(SystemStatement("SELECT load_extension('x')")))
    #expect(try isRefused(SystemStatement("DELETE FROM customer")))
    #expect(try isRefused(SystemStatement("SELECT \"no such column\"")))
    #expect(try !isRefused(SystemStatement("SELECT count(*) FROM customer")))
    #expect(throws: DatabaseError.self) {
      try database.writeAndWait {
        try $0.run(SystemStatement("PRAGMA writable_schema = ON"), [], system)
      }
    }
    database.close()
  }

  /// The same statement inside its own rows: the kept one is in the middle of its answer.
  @Test func runsAQueryInsideItsOwnRows() throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    try database.writeAndWait { session in
      for name in ["a", "b", "c"] { _ = try session.insert(Customer.values(name), proof(.create)) }
    }
    var pairs: [String] = []
    let query = Query(
      Customer.table, outputs: [.column(Customer.name)], order: [SortKey(0)], limit: 10)
    try database.read { session in
      try session.rows(query, proof(.read)) { outer in
        let name = outer.string(0)
        try session.rows(query, proof(.read)) { pairs.append(name + $0.string(0)) }
      }
    }
    #expect(pairs == ["aa", "ab", "ac", "ba", "bb", "bc", "ca", "cb", "cc"])
    database.close()
  }

  @Test func isOfNoUseOutsideItsBlock() throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    var kept: Session?
    try database.read { kept = $0 }
    #expect(throws: DatabaseError.closed) { try names(kept!) }
    database.close()
  }

  @Test func endsReadingWithTheErrorOfTheBlock() throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    try database.writeAndWait { session in
      for name in ["a", "b"] { _ = try session.insert(Customer.values(name), proof(.create)) }
    }
    struct Enough: Error {}
    #expect(throws: Enough.self) {
      try database.read { session in
        try session.rows(
          Query(Customer.table, outputs: [.column(0)], limit: 9), proof(.read)
        ) { _ in throw Enough() }
      }
    }
    #expect(try names(database) == ["a", "b"])
    database.close()
  }

  @Test func givesRowsAsTheyAreStored() throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    _ = try database.writeAndWait { try $0.insert(Customer.values("𠮷'\"\\"), proof(.create)) }
    try database.read { session in
      try session.rows(
        Query(
          Customer.table, outputs: [.column(0), .column(Customer.name), .column(Customer.code)],
          limit: 1), proof(.read)
      ) { row in
        #expect(row.count == 3)
        #expect(row.integer(0) == 1 && row.value(0, .reference) == .integer(1))
        #expect(Array(row.text(1)) == Array("𠮷'\"\\".utf8))
        #expect(row.value(1, .text) == .text("𠮷'\"\\"))
        #expect(row.isBlank(2) && row.text(2).isEmpty && row.value(2, .text) == .blank)
      }
    }
    database.close()
  }

  @Test func keepsABoundedNumberOfStatements() throws {
    let folder = Folder()
    var options = DatabaseOptions()
    options.statementLimit = 8
    let database = try openCustomers(folder, options)
    try database.read { session in
      for count in 1...50 {
        let outputs = (0..<count).map { Output.column($0 % 6) }
        let query = Query(Customer.table, outputs: outputs, limit: 1)
        try session.rows(query, proof(.read)) { _ in }
        #expect(session.file.statementCount <= 8 + 3)
        let prepared = session.file.statementCount
        try session.rows(query, proof(.read)) { _ in }
        #expect(session.file.statementCount == prepared)
      }
    }
    database.close()
  }

  /// Every thread reads through its own connection, and its end closes that.
  @Test func readsFromManyThreads() throws {
    let folder = Folder()
    let database = try openCustomers(folder)
    _ = try database.writeAndWait { try $0.insert(Customer.values("甲"), proof(.create)) }
    let answers = Answers()
    let threads = (0..<8).map { number in
      Thread {
        answers.completion(number)(
          Result {
            for _ in 0..<50 where try names(database) != ["甲"] { throw DatabaseError.closed }
          })
      }
    }
    for thread in threads { thread.start() }
    for result in answers.wait(8).values { #expect(throws: Never.self) { try result.get() } }
    while threads.contains(where: { !$0.isFinished }) { usleep(1000) }
    database.close()
  }
}
