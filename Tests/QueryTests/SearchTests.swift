import Query
import TenonDatabase
import TestSupport
import Testing
import Values

/// The databases on which searches are compared; PostgreSQL where it is installed.
enum Engine: CaseIterable {
  case sqlite, postgres

  static let installed = allCases.filter { $0 == .sqlite || Postgres.isInstalled }
}

/// A database of its own for a test, gone with it.
final class Place {
  let path: String
  private let keeper: AnyObject

  init(_ engine: Engine) throws {
    switch engine {
    case .sqlite:
      let file = TemporaryFile()
      (path, keeper) = (file.path, file)
    case .postgres:
      let server = try Postgres()
      (path, keeper) = (server.url, server)
    }
  }
}

/// A table of texts whose policy is what the test says just now.
private enum Note: Governed {
  static let name = SystemColumn.count
  static let phone = SystemColumn.count + 1
  static let remark = SystemColumn.count + 2
  static let size = SystemColumn.count + 3

  static let table = Table(
    name: "no\"te",
    fields: [
      Column(name: "name", storage: .text, isRequired: true),
      Column(name: "phone", storage: .text, isRequired: false),
      Column(name: "remark", storage: .text, isRequired: false),
      Column(name: "size", storage: .integer, isRequired: false),
    ])

  static let index = SearchIndex(
    table,
    [
      SearchColumn(name), SearchColumn(phone), SearchColumn(remark, most: 4),
      SearchColumn(name, isInitials: true),
    ])

  @TaskLocal static var given = EntityRights([])

  static var rights: EntityRights { given }

  static func proof(
    _ action: Action, rows: Predicate = .everything, without hidden: [Int] = []
  ) -> Authorization {
    $given.withValue(EntityRights([.only(rows, action, hide: hidden)])) {
      authorize(nobody, action, on: Note.self)!
    }
  }

  static func open(
    _ path: String, _ options: DatabaseOptions = DatabaseOptions()
  ) throws -> Database {
    let database = try Database(path: path, options: options)
    let create = World.create(table, integer: "INTEGER", text: "TEXT") + " STRICT"
    let dialect = database.dialect
    try database.apply(
      [
        SchemaItem(
          key: "table \(table.name)", definition: "1", sql: dialect.schema(create)),
        index.item(dialect),
      ], SystemAuthority("test"))
    try database.writeAndWait { try $0.close(index, SystemAuthority("test")) }
    return database
  }
}

/// Rows in memory beside those in a database, changed together.
private final class Notes {
  let place: Place
  let database: Database
  var rows: [Int64: [Value]] = [:]
  var random: SeededGenerator

  init(seed: UInt64, _ engine: Engine = .sqlite) throws {
    place = try Place(engine)
    database = try Note.open(place.path)
    random = SeededGenerator(seed: seed)
  }

  deinit { database.close() }

  private static let alphabet = Array("ab1宏达贸易（ -Ａé".unicodeScalars)

  func text(_ lengths: ClosedRange<Int>) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: lengths, using: &random) {
      text.append(Notes.alphabet.randomElement(using: &random)!)
    }
    return String(text)
  }

  func row(_ id: Int64, version: Int64) -> [Value] {
    func maybe() -> Value { random.chance(30) ? .blank : .text(text(1...8)) }
    return [
      .integer(id), .integer(version), .integer(0), .blank, .integer(0), .blank,
      .text(text(1...8)), maybe(), maybe(), .integer(Int64.random(in: 0...3, using: &random)),
    ]
  }

  /// Creates, changes or deletes a row, each with its entry in the index.
  func change() throws {
    let id = Int64.random(in: 1...80, using: &random)
    let before = rows[id]
    let isGone = before != nil && random.chance(25)
    let version = (before?[SystemColumn.version].integer ?? 0) + 1
    let after = isGone ? nil : row(id, version: version)
    rows[id] = after
    try database.writeAndWait { session in
      if let before {
        let old = before[SystemColumn.version].integer!
        if let after {
          let fields = (SystemColumn.count..<after.count).map { Assignment($0, after[$0]) }
          #expect(
            try session.change(
              .update(id: id, version: old, fields), Note.proof(.update)) == 1)
        } else {
          #expect(try session.change(.delete(id: id, version: old), Note.proof(.delete)) == 1)
        }
      } else if let after {
        _ = try session.insert(
          after.enumerated().map { Assignment($0, $1) }, Note.proof(.create))
      }
      if let entry = SearchEntry(Note.index, id: id, before: before, after: after) {
        try session.index(entry, SystemAuthority("test"))
      }
    }
  }

  /// Whether a row holds each word in one of the columns that may be read: the plain meaning of a
  /// search.
  func holds(_ row: [Value], _ words: SearchWords, without hidden: [Int]) -> Bool {
    let columns = [(Note.name, Int.max), (Note.phone, .max), (Note.remark, 4)]
      .filter { !hidden.contains($0.0) }
    return words.words.allSatisfy { word in
      columns.contains { column, most in
        guard let text = row[column].text else { return false }
        let folded = FoldedText(text, most: most)
        if folded.contains(word) { return true }
        return column == Note.name && PinyinInitials(folded)?.text.contains(word) ?? false
      }
    }
  }

  func found(_ query: Query, _ proof: Authorization) throws -> [Int64] {
    try database.read { session in
      var ids: [Int64] = []
      let isReversed = try session.rows(query, proof) { ids.append($0.integer(0)) }
      return isReversed ? ids.reversed() : ids
    }
  }
}

@Suite struct SearchTests {
  /// Hits are those of plain containing, under any rights, filter, order and position.
  @Test(arguments: [1, 2, 3] as [UInt64], Engine.installed)
  func findsWhatRowsContain(_ seed: UInt64, _ engine: Engine) throws {
    let notes = try Notes(seed: seed, engine)
    var hits = 0
    for round in 0..<600 {
      try notes.change()
      guard round > 40, let words = SearchWords(notes.text(1...5)) else { continue }
      let hidden = [Note.name, Note.phone, Note.remark].filter { _ in notes.random.chance(25) }
      let rows: Predicate =
        notes.random.chance(30) ? .compare(Note.size, .less, .integer(2)) : .everything
      let filter: Predicate =
        notes.random.chance(30) ? .compare(Note.size, .notEqual, .integer(1)) : .everything
      let order = SortKey(
        notes.random.chance(70) ? SystemColumn.id : Note.size,
        descending: notes.random.chance(60))
      let meant = notes.rows.values.filter { row in
        Oracle.holds(rows, row) && Oracle.holds(filter, row)
          && notes.holds(row, words, without: hidden)
      }
      var query = Query(
        Note.table, outputs: [.column(SystemColumn.id)], filter: filter,
        search: Search(Note.index, words), order: [order], limit: 100)
      let keys = Oracle.keys(query)
      let sorted = meant.sorted { a, b in
        Oracle.precedes(keys.map { a[$0.column] }, keys.map { b[$0.column] }, keys)
      }
      let ids = sorted.map { $0[0].integer! }
      let proof = Note.proof(.read, rows: rows, without: hidden)
      #expect(try notes.found(query, proof) == ids, "\(words)")
      hits += ids.count
      guard let middle = sorted.randomElement(using: &notes.random) else { continue }
      let place = ids.firstIndex(of: middle[0].integer!)!
      let key = keys.map { middle[$0.column] }
      query.limit = 3
      query.position = .after(key)
      #expect(try notes.found(query, proof) == Array(ids[(place + 1)...].prefix(3)))
      query.position = .before(key)
      #expect(try notes.found(query, proof) == Array(ids[..<place].suffix(3)))
      query.position = .last
      #expect(try notes.found(query, proof) == Array(ids.suffix(3)))
    }
    #expect(hits > 1000)
  }

  /// After many changes the index finds what one that is filled anew finds.
  @Test(arguments: Engine.installed) func changesAsItFills(_ engine: Engine) throws {
    let notes = try Notes(seed: 9, engine)
    for _ in 0..<400 { try notes.change() }
    let queries = (0..<200).compactMap { _ in SearchWords(notes.text(1...4)) }.map { words in
      Query(
        Note.table, outputs: [.column(SystemColumn.id)], search: Search(Note.index, words),
        order: [SortKey(SystemColumn.id)], limit: 100)
    }
    let changed = try queries.map { try notes.found($0, Note.proof(.read)) }
    #expect(changed.contains { !$0.isEmpty })
    try notes.database.writeAndWait { try $0.clear(Note.index, SystemAuthority("test")) }
    #expect(try queries.allSatisfy { try notes.found($0, Note.proof(.read)).isEmpty })
    try notes.database.writeAndWait { session in
      var last: Int64 = 0
      while true {
        let step = try session.fill(Note.index, after: last, limit: 7, SystemAuthority("test"))
        last = step.last
        if step.count < 7 { break }
      }
      try session.close(Note.index, SystemAuthority("test"))
    }
    #expect(try queries.map { try notes.found($0, Note.proof(.read)) } == changed)
  }

  /// A job that fails leaves nothing in the index, and one beside it in the batch is kept.
  @Test(arguments: Engine.installed) func forgetsWhatFailed(_ engine: Engine) throws {
    struct Stop: Error {}
    let notes = try Notes(seed: 1, engine)
    let database = notes.database
    func add(_ id: Int64, _ name: String, fails: Bool) throws {
      var row = notes.row(id, version: 1)
      row[Note.name] = .text(name)
      let values = row
      try database.writeAndWait { session in
        _ = try session.insert(
          values.enumerated().map { Assignment($0, $1) }, Note.proof(.create))
        let entry = try #require(SearchEntry(Note.index, id: id, before: nil, after: values))
        try session.index(entry, SystemAuthority("test"))
        if fails { throw Stop() }
      }
    }
    try add(1, "红星", fails: false)
    #expect(throws: Stop.self) { try add(2, "红旗", fails: true) }
    try add(2, "黄旗", fails: false)
    func find(_ typed: String) throws -> [Int64] {
      let search = Search(Note.index, try #require(SearchWords(typed)))
      return try notes.found(
        Query(
          Note.table, outputs: [.column(SystemColumn.id)], search: search,
          order: [SortKey(SystemColumn.id)], limit: 9), Note.proof(.read))
    }
    #expect(try find("红") == [1])
    #expect(try find("旗") == [2])
    #expect(try find("hq") == [2])
  }

  /// Who may read none of the columns finds nothing, and an index of another table is refused.
  @Test(arguments: Engine.installed) func keepsToTheProof(_ engine: Engine) throws {
    let notes = try Notes(seed: 1, engine)
    for _ in 0..<40 { try notes.change() }
    let words = try #require(SearchWords("a"))
    let query = Query(
      Note.table, outputs: [.column(SystemColumn.id)], search: Search(Note.index, words), limit: 9)
    #expect(try !notes.found(query, Note.proof(.read)).isEmpty)
    let hidden = [Note.name, Note.phone, Note.remark]
    #expect(try notes.found(query, Note.proof(.read, without: hidden)).isEmpty)
    let other = SearchIndex(Target.table, [SearchColumn(Target.name)])
    var wrong = query
    wrong.search = Search(other, words)
    #expect(throws: DatabaseError.denied(.wrongTable)) {
      try notes.found(wrong, Note.proof(.read))
    }
  }

  /// A search that few of many hits fit ends after its time, and what it gave are hits.
  @Test func endsInTime() throws {
    var options = DatabaseOptions()
    options.searchLimit = .zero
    let file = TemporaryFile()
    let database = try Note.open(file.path, options)
    defer { database.close() }
    let notes = try Notes(seed: 4)
    let rows = (1...500).map { id in
      notes.row(Int64(id), version: 1).enumerated().map { column, value in
        column == Note.name ? .text("红星") : column == Note.size ? .integer(Int64(id)) : value
      }
    }
    try database.writeAndWait { session in
      for row in rows {
        let id = try session.insert(
          row.enumerated().map { Assignment($0, $1) }, Note.proof(.create))
        let entry = try #require(SearchEntry(Note.index, id: id, before: nil, after: row))
        try session.index(entry, SystemAuthority("test"))
      }
    }
    var query = Query(
      Note.table, outputs: [.column(SystemColumn.id)],
      search: Search(Note.index, try #require(SearchWords("红星"))),
      order: [SortKey(SystemColumn.id, descending: true)], limit: 3)
    func found() throws -> [Int64] {
      try database.read { session in
        var ids: [Int64] = []
        try session.rows(query, Note.proof(.read)) { ids.append($0.integer(0)) }
        return ids
      }
    }
    #expect(try found() == [500, 499, 498])
    query.filter = .compare(Note.size, .less, .integer(2))
    #expect(throws: DatabaseError.interrupted) { try found() }
    // What is no search takes the time it needs.
    query.search = nil
    #expect(try found() == [1])
  }

  /// A search reads from the index in its own order and sorts nothing.
  @Test func sortsNothing() throws {
    let words = try #require(SearchWords("宏达 a"))
    let query = Query(
      Note.table, outputs: [.column(SystemColumn.id)], search: Search(Note.index, words),
      order: [SortKey(SystemColumn.id, descending: true)], position: .after([.integer(9)]),
      limit: 5)
    let plan = try Composer(.sqlite).compose(query, Note.proof(.read))
    #expect(
      plan.steps.map { $0.sql(.sqlite) } == [
        """
        SELECT t0."id" FROM "tenon_search_no""te" AS s CROSS JOIN "no""te" AS t0 \
        ON t0."id" = s.rowid WHERE s."tenon_search_no""te" MATCH ? AND s.rowid < ? \
        ORDER BY s.rowid DESC LIMIT ?
        """
      ])
    #expect(
      plan.steps[0].bindings.first == .text("{c0 c1 c2 c3} : (\"宏达\" AND \"\u{B7}a\")"))
  }

  /// On PostgreSQL a search names the columns that the proof may read in front of each token.
  @Test func namesColumnsForPostgres() throws {
    let words = try #require(SearchWords("宏达 abcd"))
    let query = Query(
      Note.table, outputs: [.column(SystemColumn.id)], search: Search(Note.index, words),
      order: [SortKey(SystemColumn.id, descending: true)], limit: 5)
    let proof = Note.proof(.read, without: [Note.name])
    let plan = try Composer(.postgres).compose(query, proof)
    #expect(
      plan.steps.map { $0.sql(.postgres) } == [
        """
        SELECT t0."id" FROM "tenon_search_no""te" AS s JOIN "no""te" AS t0 ON t0."id" = s.id \
        WHERE s.id > (SELECT coalesce(max(id), 0) - $1 FROM "tenon_search_no""te") \
        AND s.tokens @@ CAST($2 AS tsquery) ORDER BY s.id DESC LIMIT 5
        """,
        """
        SELECT t0."id" FROM (SELECT id FROM "tenon_search_no""te" \
        WHERE tokens @@ CAST($1 AS tsquery) OFFSET 0) AS s JOIN "no""te" AS t0 ON t0."id" = s.id \
        WHERE s.id <= (SELECT coalesce(max(id), 0) - $2 FROM "tenon_search_no""te") \
        ORDER BY s.id DESC LIMIT 5
        """,
      ])
    let expected = """
      (('1:宏达') | ('2:宏达')) & (('1:abc' <-> '1:bcd') | ('2:abc' <-> '2:bcd'))
      """
    #expect(plan.steps[0].bindings.last == .text(expected))
  }
}
