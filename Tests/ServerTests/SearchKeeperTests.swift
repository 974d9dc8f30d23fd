import TenonDatabase
import TestSupport
import Testing

@testable import TenonServer

/// The indexes of a database that was there before them, or whose filling was cut short.
@Suite struct SearchKeeperTests {
  private func open(_ folder: TemporaryFolder) throws -> Tenant {
    try Service.open(
      salesApplication, Arguments(["--database", folder.path + "/db", "--unsafe-no-fsync"])
    ) { TestWorld.start }
  }

  private func add(_ names: [String], _ tenant: Tenant) throws {
    try tenant.database.writeAndWait { session in
      let entity = tenant.entity(named: "customer")!
      let store = RecordStore(
        tenant: tenant, principal: Principal(SystemAuthority("test")),
        session: session, now: TestWorld.start)
      for name in names {
        var input = RecordInput(entity)
        input.values[entity.meta.column(named: "name")!] = .text(name)
        _ = try store.create(entity, input)
      }
    }
  }

  private func found(_ typed: String, _ tenant: Tenant) throws -> [Int64] {
    try tenant.database.read { session in
      let reader = RecordReader(
        tenant: tenant, principal: Principal(SystemAuthority("test")),
        session: session, language: 0)
      let search = RecordSearch(reader: reader, words: SearchWords(typed)!)
      return try search.hits(tenant.entity(named: "customer")!, most: 50)?.records.map(\.id) ?? []
    }
  }

  /// Leaves the index as another program, or an interruption, would.
  private func damage(
    _ tenant: Tenant, _ change: SystemStatement, empties: Bool
  ) throws {
    let index = tenant.entity(named: "customer")!.search!
    try tenant.database.writeAndWait { session in
      if empties { try session.clear(index, SystemAuthority("test")) }
      try session.run(change, [.text(index.name)], SystemAuthority("test"))
    }
    tenant.database.close()
  }

  @Test(arguments: [
    (SystemStatement("DELETE FROM tenon_search WHERE name = ?"), true),
    (SystemStatement("DELETE FROM tenon_search WHERE name = ?"), false),
    (SystemStatement("UPDATE tenon_search SET definition = 'old' WHERE name = ?"), false),
    (SystemStatement("UPDATE tenon_search SET last = 0, is_whole = 0 WHERE name = ?"), true),
  ])
  func fillsAtStart(_ change: SystemStatement, _ empties: Bool) throws {
    let folder = try TemporaryFolder()
    var tenant = try open(folder)
    try add(["红星一", "蓝月二", "红星三"], tenant)
    #expect(try found("红星", tenant) == [3, 1])
    try damage(tenant, change, empties: empties)
    tenant = try open(folder)
    #expect(try found("红星", tenant) == [3, 1])
    try add(["红星四"], tenant)
    #expect(try found("红星", tenant) == [4, 3, 1])
    tenant.database.close()
  }

  /// A filling goes on behind the last row that it noted.
  @Test func goesOnWhereItWas() throws {
    let folder = try TemporaryFolder()
    var tenant = try open(folder)
    try add(["红星一", "蓝月二", "红星三"], tenant)
    let half = SystemStatement("UPDATE tenon_search SET last = 2, is_whole = 0 WHERE name = ?")
    try damage(tenant, half, empties: true)
    tenant = try open(folder)
    #expect(try found("红星", tenant) == [3])
    tenant.database.close()
  }

  @Test func findsAUserOfTheCommandLine() throws {
    let folder = try TemporaryFolder()
    let tenant = try open(folder)
    defer { tenant.database.close() }
    try tenant.database.writeAndWait { session in
      try Users(tenant: tenant).add(
        login: "zhao", name: "赵敏", password: TestWorld.password, roles: [], session)
    }
    let user = try #require(tenant.entity(named: "user"))
    let ids = try tenant.database.read { session in
      let reader = RecordReader(
        tenant: tenant, principal: Principal(SystemAuthority("test")),
        session: session, language: 0)
      return try ["赵", "zm", "zhao"].map { typed in
        try RecordSearch(reader: reader, words: SearchWords(typed)!).hits(user, most: 5)?
          .records.map(\.id)
      }
    }
    #expect(ids == [[1], [1], [1]])
  }

  /// A row of which the index knows nothing changes all the same, is found at once, and the index
  /// is built anew at the next start.
  @Test func changedByAnotherProgram() throws {
    let folder = try TemporaryFolder()
    let tenant = try open(folder)
    let insert = SystemStatement(
      """
      INSERT INTO customer (version, created_at, updated_at, number, name, level)
      VALUES (1, 0, 0, lower(hex(randomblob(8))), ?, 'normal')
      """)
    try tenant.database.writeAndWait { session in
      for name in ["蓝月一", "蓝月二"] {
        try session.run(insert, [.text(name)], SystemAuthority("test"))
      }
    }
    let entity = try #require(tenant.entity(named: "customer"))
    try tenant.database.writeAndWait { session in
      let store = RecordStore(
        tenant: tenant, principal: Principal(SystemAuthority("test")),
        session: session, now: TestWorld.start)
      var input = RecordInput(entity)
      input.values[entity.meta.column(named: "name")!] = .text("红星二")
      try store.update(entity, id: 2, version: 1, input)
    }
    #expect(try found("红星", tenant) == [2])
    #expect(try found("蓝月", tenant) == [])
    tenant.database.close()
    let mended = try open(folder)
    #expect(try found("红星", mended) == [2])
    #expect(try found("蓝月", mended) == [1])
    mended.database.close()
  }
}
