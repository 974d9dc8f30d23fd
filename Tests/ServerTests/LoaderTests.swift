import Foundation
import TenonDatabase
import TestSupport
import Testing

@testable import TenonServer

/// Loading of files: what is found, what waits, what is refused, and that nothing is half done.
struct LoaderTests {
  private let world: TestWorld
  private let folder: TemporaryFolder

  init() throws {
    world = try TestWorld(.memory)
    folder = try TemporaryFolder()
  }

  private func write(_ name: String, _ text: String) throws {
    try text.write(toFile: folder.path + "/" + name, atomically: true, encoding: .utf8)
  }

  private func load() throws -> [String: Int] {
    let counts = try Loader(tenant: world.tenant, folder: folder.path).load()
    return Dictionary(uniqueKeysWithValues: counts.map { ($0.file, $0.count) })
  }

  /// The lines of the report; fails when everything was loaded.
  private func mistakes() throws -> [String] {
    do {
      _ = try load()
    } catch let report as LoadReport {
      return report.lines
    }
    Issue.record("everything was loaded")
    return []
  }

  private func column(_ sql: StaticString) throws -> [String] {
    try world.tenant.database.read { session in
      var found: [String] = []
      try session.rows(SystemStatement(sql), [], SystemAuthority("test")) {
        found.append($0.isBlank(0) ? "-" : $0.string(0))
      }
      return found
    }
  }

  @Test func `references are found by a field, in any order of the files`() throws {
    try write("opportunity.csv", "name,customer.name,amount\n甲,山水茶业,12.50\n乙,青石机械,3\n")
    try write("customer.csv", "name,level\n青石机械,vip\n山水茶业,normal\n")
    #expect(try load() == ["customer.csv": 2, "opportunity.csv": 2])
    let joined = try column(
      "SELECT o.name || c.name FROM opportunity o JOIN customer c ON c.id = o.customer ORDER BY 1")
    #expect(joined == ["乙青石机械", "甲山水茶业"])
  }

  @Test func `history is loaded, and numbers count by its days`() throws {
    try write(
      "customer.csv",
      """
      name,created_at,created_by.login
      甲,2025-07-31T23:59:00+08:00,li
      乙,2025-08-01T00:01:00+08:00,wang
      丙,2025-08-02T09:00:00+08:00,

      """)
    _ = try load()
    #expect(
      try column("SELECT name || number FROM customer ORDER BY id")
        == ["甲KH-202507-0001", "乙KH-202508-0001", "丙KH-202508-0002"])
    #expect(
      try column(
        "SELECT u.login FROM customer c LEFT JOIN tenon_user u ON u.id = c.created_by ORDER BY c.id"
      ) == ["li", "wang", "-"])
    #expect(
      try column("SELECT CAST(created_at AS TEXT) FROM customer WHERE name = '丙'")
        == ["1754096400000"])
  }

  @Test func `people come with a password, roles and what else is known of them`() throws {
    try write(
      "users.csv",
      "login,name,password,roles\nzhou,周海燕,tenon-demo,sales manager\nwu,吴,long enough,\n")
    #expect(try load() == ["users.csv": 2])
    #expect(
      try column("SELECT roles FROM tenon_user WHERE login IN ('zhou', 'wu') ORDER BY login")
        == ["-", "[\"sales\",\"manager\"]"])
    let stored = try world.tenant.database.read { session in
      try Users(tenant: world.tenant).find(login: "zhou", session)?.password
    }
    #expect(Secrets.verify(password: "tenon-demo", against: try #require(stored)))
  }

  @Test func `every wrong row is named, and nothing is loaded`() throws {
    try write(
      "customer.csv", "name,level,staff\n甲,vip,3\n乙,unknown,4\n丙,vip,-1\n甲,vip,5\n丁,vip\n")
    try write(
      "opportunity.csv",
      "name,customer.name,amount\n一,甲,1\n二,乙,1\n三,戊,1\n四,甲,x\n")
    let lines = try mistakes()
    #expect(
      lines.map { $0.prefix { $0 != " " } } == [
        "customer.csv:3:", "customer.csv:4:", "customer.csv:5:", "customer.csv:6:",
        "opportunity.csv:4:", "opportunity.csv:5:",
      ])
    // Row 3 of the opportunities names a customer who is refused above: it is not blamed.
    #expect(lines[4] == "opportunity.csv:4: customer.name: no record has `戊`")
    #expect(lines[3] == "customer.csv:6: 2 cells, header has 3")
    #expect(try column("SELECT name FROM customer").isEmpty)
  }

  @Test func `checks over rows are examined when all files are in`() throws {
    let lines = "what,trip.name,amount\n车票,甲,900\n"
    try write("trip.csv", "name,kind,reason\n甲,inland,旺季\n乙,inland,\n丙,abroad,\n")
    try write("trip_line.csv", lines)
    #expect(
      try mistakes() == [
        "trip.csv:3: lines: 至少填一笔费用", "trip.csv:4: visa: 请填写签证号",
        "trip.csv:4: lines: 至少填一笔费用",
      ])
    #expect(try column("SELECT name FROM trip").isEmpty)
    // Where a row is refused, its owner is not blamed for what is missing.
    try write("trip_line.csv", "what,trip.name,amount\n车票,甲,-1\n")
    #expect(try mistakes().map { $0.prefix { $0 != " " } } == ["trip_line.csv:2:"])
    // What is hidden can be loaded: it was written elsewhere.
    try write("trip.csv", "name,kind,reason,visa\n甲,inland,旺季,X1\n")
    try write("trip_line.csv", lines)
    #expect(try load() == ["trip.csv": 1, "trip_line.csv": 1])
    #expect(try column("SELECT visa FROM trip") == ["X1"])
  }

  @Test func `rows of a record that was there are told with their own line`() throws {
    try write("lease.csv", "name,starts_on,rent\n甲,2026-03-02,100\n")
    _ = try load()
    try write("lease.csv", "name,starts_on\n")
    try write("lease_line.csv", "lease.name,name,amount\n甲,a,60\n甲,b,50\n")
    #expect(try mistakes() == ["lease_line.csv:2: 费用合计不能超过月租金"])
  }

  @Test func `checks hold for what is loaded, and nothing of it is read-only`() throws {
    try write(
      "lease.csv",
      "name,starts_on,ends_on,rent,deposit,closed\n甲,2026-03-02,2026-03-01,1,1,true\n"
        + "乙,2026-03-02,2026-03-03,5,4,false\n丙,2026-03-02,,1,,false\n")
    #expect(
      try mistakes() == [
        "lease.csv:2: ends_on: 结束日期不能早于 2026-03-02", "lease.csv:3: 押金 4.00 低于月租金",
      ])
    try write("lease.csv", "name,starts_on,rent,deposit,closed\n甲,2026-03-02,1,1,true\n")
    #expect(try load() == ["lease.csv": 1])
    // Today is today, also for what was made in the past.
    try write(
      "lease.csv",
      "name,starts_on,ends_on,rent,deposit,created_at\n"
        + "戊,2026-03-02,2027-03-01,1,1,2016-03-01T09:00:00+08:00\n")
    #expect(try load() == ["lease.csv": 1])
  }

  @Test func `a key that fits several records is not guessed`() throws {
    try write("customer.csv", "name,city\n甲,杭州\n乙,杭州\n")
    try write("opportunity.csv", "name,customer.city,amount\n一,杭州,1\n")
    #expect(
      try mistakes() == ["opportunity.csv:2: customer.city: several records have `杭州`"])
  }

  @Test(arguments: [
    ("nmae", "`nmae` names no field to load"), ("number", "`number` names no field to load"),
    ("name.x", "`name.x` names no field to load"), (".", "`.` names no field to load"),
    ("password", "`password` names no field to load"),
    ("created_by", "`created_by` names no field to load"),
    ("name,name", "`name` stands there twice"),
  ])
  func `a header that cannot be`(header: String, reason: String) throws {
    try write("customer.csv", header + "\n")
    #expect(try mistakes() == ["customer.csv:1: " + reason])
  }

  @Test func `a moment that is none`() throws {
    try write("customer.csv", "name,created_at,created_by.login\n甲,gestern,li\n乙,,nobody\n")
    #expect(
      try mistakes() == [
        "customer.csv:2: created_at: `gestern` is no moment",
        "customer.csv:3: created_by.login: no record has `nobody`",
      ])
  }
}
