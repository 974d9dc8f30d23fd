import Driver
import Query
import Schema
import TenonDatabase
import TestSupport
import Testing
import Values

/// The schema of an application folder or of case files.
func schema(of folder: String) throws -> PhysicalSchema {
  try schema(of: Repository.application(folder).map { SourceInput(path: $0.path, bytes: $0.bytes) })
}

func schema(of files: [SourceInput]) throws -> PhysicalSchema {
  PhysicalSchema(try #require(Driver.check(files: files, lock: nil).application))
}

func schema(ofCase name: String) throws -> PhysicalSchema {
  let text = try Repository.text("Tests/Cases/\(name).yaml")
  return try schema(of: [SourceInput(path: "app.yaml", bytes: Array(text.utf8))])
}

@Suite struct ChangeTests {
  @Test func creationIsTheDiffFromNothing() throws {
    let schema = try schema(of: "Tests/Apps/sales")
    let changes = schema.changes(from: .empty)
    let areAdditions = changes.allSatisfy(\.onlyAdds)
    #expect(areAdditions)
    #expect(changes.first == .createTable(schema.tables[0]))
    let tables = changes.filter { if case .createTable = $0 { true } else { false } }
    #expect(tables.count == schema.tables.count)
    let indexes = changes.filter { if case .createIndex = $0 { true } else { false } }
    #expect(indexes.count == schema.indexes.count)
    #expect(schema.changes(from: schema).isEmpty)
  }

  private let base = PhysicalSchema(
    tables: [
      PhysicalTable(
        name: "t", columns: [PhysicalColumn(name: "c", storage: .text, isRequired: false)])
    ], indexes: [PhysicalIndex(name: "i", table: "t", columns: ["c"], isUnique: false)])

  /// One alteration each of what is there.
  @Test(arguments: 0..<9) func whatDoesNotOnlyAddSaysSo(_ alteration: Int) {
    var new = base
    switch alteration {
    case 0: new.tables = []
    case 1: new.tables[0].columns = []
    case 2: new.tables[0].columns[0].storage = .integer
    case 3: new.tables[0].columns[0].isRequired = true
    case 4: new.tables[0].columns[0].references = "t"
    case 5: new.indexes = []
    case 6: new.indexes[0].isUnique = true
    case 7: new.indexes[0].columns = ["c", "c"]
    default: new.tables[0].name = "u"
    }
    let changes = new.changes(from: base)
    let onlyAdds = changes.allSatisfy(\.onlyAdds)
    #expect(!onlyAdds)
    // What loses something has no statement in any dialect: nobody can run it by mistake.
    for change in changes where !change.onlyAdds {
      #expect(SQLitePlanner.statement(change) == nil)
      #expect(PostgresPlanner.statement(change) == nil)
    }
  }

  /// A default by which old rows get their value is no part of what the database holds.
  @Test func anotherBackfillIsNoChange() {
    var new = base
    new.tables[0].columns[0].backfill = .text("x")
    #expect(new.changes(from: base).isEmpty)
  }

  @Test func randomPairsOnlyAddWhenTheNewHoldsTheOld() {
    var make = RandomSchema(random: SeededRandom(seed: 1))
    var (adding, others) = (0, 0)
    for round in 0..<400 {
      let old = make.schema()
      let new = round % 2 == 0 ? make.extended(old) : make.schema()
      let onlyAdds = new.changes(from: old).allSatisfy(\.onlyAdds)
      #expect(onlyAdds == new.holds(old))
      if onlyAdds { adding += 1 } else { others += 1 }
    }
    #expect(adding > 100 && others > 100)
  }
}

@Suite struct DialectTests {
  private static let applications: [(String, @Sendable () throws -> PhysicalSchema)] = [
    ("marketing", { try schema(of: "apps/marketing") }),
    ("hostile", { try schema(of: "Tests/Apps/hostile") }),
    ("keywords", { try schema(ofCase: "emit/keywords") }),
    ("labels", { try schema(ofCase: "emit/labels") }),
    ("ring", { try schema(ofCase: "emit/ring") }),
  ]

  @Test(arguments: applications.map(\.0)) func sqliteTakesTheWholeSchema(_ name: String) throws {
    let schema = try DialectTests.applications.first { $0.0 == name }!.1()
    let database = try PlainSQLite()
    for statement in try #require(schema.additions(from: .empty, SQLitePlanner.self)) {
      try database.run(statement)
    }
    let tables = try database.rows(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    #expect(Set(tables.map { $0[0] }) == Set(schema.tables.map(\.name)))
    // A row of each table, in the order in which references allow it, is taken.
    let columns = try database.catalogue().filter { $0.hasPrefix("column") }
    #expect(columns.count == schema.tables.flatMap(\.columns).count)
  }

  @Test(.enabled(if: Postgres.isInstalled, "PostgreSQL 15 is not installed"))
  func postgresTakesTheWholeSchema() throws {
    let server = try Postgres()
    for (name, make) in DialectTests.applications {
      let schema = try make()
      let statements = try #require(schema.additions(from: .empty, PostgresPlanner.self))
      var script = "CREATE SCHEMA \"\(name)\"; SET search_path = \"\(name)\";\n"
      for statement in statements { script += statement + ";\n" }
      let lines = try server.psql(script + Postgres.catalogue).split(separator: "\n")
      let columns = lines.filter { $0.hasPrefix("column") }
      #expect(columns.count == schema.tables.flatMap(\.columns).count)
      // An index's name of over 63 bytes would be cut in silence.
      for index in schema.indexes {
        #expect(lines.contains { $0.hasPrefix("index") && $0.contains(" \(index.name) ") })
      }
      let references = schema.tables.flatMap(\.columns).filter { $0.references != nil }
      #expect(lines.filter { $0.contains("FOREIGN KEY") }.count == references.count)
    }
  }

  /// What the additions make of an old database is what a new one is.
  @Test func additionsGiveTheSameSQLiteAsCreation() throws {
    var make = RandomSchema(random: SeededRandom(seed: 2))
    for _ in 0..<300 {
      let old = make.schema()
      let new = make.extended(old)
      let (grown, made) = (try PlainSQLite(), try PlainSQLite())
      for statement in try #require(old.additions(from: .empty, SQLitePlanner.self)) {
        try grown.run(statement)
      }
      for statement in try #require(new.additions(from: old, SQLitePlanner.self)) {
        try grown.run(statement)
      }
      for statement in try #require(new.additions(from: .empty, SQLitePlanner.self)) {
        try made.run(statement)
      }
      #expect(try grown.catalogue() == made.catalogue(), "\(old.dump())\nto\n\(new.dump())")
    }
  }

  @Test(.enabled(if: Postgres.isInstalled, "PostgreSQL 15 is not installed"))
  func additionsGiveTheSamePostgresAsCreation() throws {
    var make = RandomSchema(random: SeededRandom(seed: 3))
    var script = "SET client_min_messages = error;\n"
    var pairs: [(PhysicalSchema, PhysicalSchema)] = []
    func section(_ statements: [[String]?]) throws {
      script += "BEGIN; CREATE SCHEMA s; SET LOCAL search_path = s;\n"
      for list in statements { for one in try #require(list) { script += one + ";\n" } }
      script += Postgres.catalogue + "ROLLBACK;\n\\echo \u{1D}\n"
    }
    for _ in 0..<60 {
      let old = make.schema()
      let new = make.extended(old)
      pairs.append((old, new))
      try section([
        old.additions(from: .empty, PostgresPlanner.self),
        new.additions(from: old, PostgresPlanner.self),
      ])
      try section([new.additions(from: .empty, PostgresPlanner.self)])
    }
    let parts = try Postgres().psql(script)
      .split(separator: "\u{1D}\n", omittingEmptySubsequences: false)
    try #require(parts.count == pairs.count * 2 + 1)
    for (index, (old, new)) in pairs.enumerated() {
      let (grown, made) = (parts[2 * index], parts[2 * index + 1])
      #expect(grown == made, "\(old.dump())\nto\n\(new.dump())")
      #expect(made.isEmpty == new.tables.isEmpty)
    }
  }
}

@Suite struct ItemTests {
  /// Rows of a version without some of the fields; then the version with all.
  @Test func itemsBringAnOldDatabaseToTheNewSchema() throws {
    var make = RandomSchema(random: SeededRandom(seed: 4))
    for _ in 0..<40 {
      let old = make.schema()
      let new = make.extended(old)
      let folder = try TemporaryFolder()
      for (path, versions) in [("grown", [old, new, new]), ("made", [new])] {
        let database = try Database(path: "\(folder.path)/\(path)")
        for (step, version) in versions.enumerated() {
          let items = SchemaItem.items(version, SQLitePlanner.self)
          let added = try database.apply(items, SystemAuthority("test"))
          if step == 2 { #expect(added.isEmpty) }
        }
        database.close()
      }
      let grown = try PlainSQLite("\(folder.path)/grown").catalogue()
      #expect(try grown == PlainSQLite("\(folder.path)/made").catalogue())
    }
  }

  @Test func textRoundTrips() throws {
    for name in ["apps/marketing", "Tests/Apps/hostile"] {
      let schema = try schema(of: name)
      for planner in [SQLitePlanner.self, PostgresPlanner.self] as [any Planner.Type] {
        let items = SchemaItem.items(schema, planner)
        #expect(SchemaItem.decode(SchemaItem.encode(items)) == items)
      }
    }
    let nasty = SchemaItem(
      key: "a\tb", definition: "\\n\n\r\u{1F}", sql: "\"'\\", createdBy: "表", needsValue: true)
    #expect(SchemaItem.decode(SchemaItem.encode([nasty, nasty])) == [nasty, nasty])
  }

  @Test(arguments: ["a", "a\tb\tc\td", "a\tb\t\t\tc\td", "a\tb\t\t\t\\x", "a\tb\t\t\tc\\"])
  func malformedTextIsRefused(_ text: String) { #expect(SchemaItem.decode(text) == nil) }
}

@Suite struct SQLTextTests {
  /// A combining mark after a quote makes one grapheme of the two: quoting must see scalars.
  @Test func quotesStayQuotesUnderCombiningMarks() throws {
    let database = try PlainSQLite()
    let names = ["\"", "\"\u{301}", "a\"\u{20DD}b", "\r\n\"", "'", "]"]
    let columns = names.enumerated().map { index, name in
      PhysicalColumn(
        name: name, storage: .text, isRequired: true,
        backfill: .text(["'\u{301}", "''", "'; --", "\"", "\\'", "\r\n'"][index]))
    }
    let system = SystemColumn.columns.map {
      PhysicalColumn(name: $0.name, storage: $0.storage, isRequired: $0.isRequired)
    }
    let old = PhysicalSchema(tables: [PhysicalTable(name: "t", columns: system)], indexes: [])
    let new = PhysicalSchema(
      tables: [PhysicalTable(name: "t", columns: system + columns)], indexes: [])
    for statement in try #require(old.additions(from: .empty, SQLitePlanner.self)) {
      try database.run(statement)
    }
    try database.run("INSERT INTO t (version, created_at, updated_at) VALUES (1, 0, 0)")
    for statement in try #require(new.additions(from: old, SQLitePlanner.self)) {
      try database.run(statement)
    }
    let stored = try database.rows("SELECT * FROM t")[0].dropFirst(SystemColumn.count)
    #expect(Array(stored) == columns.map { $0.backfill.text })
    let found = try database.rows("SELECT name FROM pragma_table_info('t')").map { $0[0] }
    #expect(found.suffix(names.count).elementsEqual(names) { $0.utf8.elementsEqual($1.utf8) })
  }
}
