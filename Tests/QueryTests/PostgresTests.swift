import Foundation
import Query
import Testing
import Values

/// A PostgreSQL server of its own in a folder of its own, reached through a socket there.
private final class Postgres {
  static let programs = "/usr/lib/postgresql/15/bin"
  static var isInstalled: Bool {
    FileManager.default.isExecutableFile(atPath: programs + "/initdb")
  }

  let folder = "/tmp/tenon-pg-\(UUID().uuidString.prefix(8))"
  private var isStarted = false

  /// Throws when a program fails, with what it said.
  init() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if getuid() == 0 { try run("/usr/bin/chown", ["nobody", folder], asRoot: true) }
    let data = folder + "/data"
    try run(
      Postgres.programs + "/initdb",
      ["-D", data, "-A", "trust", "-U", "tenon", "--locale=C", "-E", "UTF8", "--no-sync"])
    try run(
      Postgres.programs + "/pg_ctl",
      [
        "-D", data, "-w", "-l", folder + "/log", "-o",
        "-k \(folder) -c listen_addresses='' -c fsync=off", "start",
      ])
    isStarted = true
  }

  deinit {
    if isStarted {
      _ = try? run(Postgres.programs + "/pg_ctl", ["-D", folder + "/data", "-m", "fast", "stop"])
    }
    try? FileManager.default.removeItem(atPath: folder)
  }

  struct Failure: Error { let text: String }

  /// What a script prints: fields parted by U+001F, blank as U+001E, a row a line.
  func psql(_ script: String) throws -> String {
    let path = folder + "/script.sql"
    try script.write(toFile: path, atomically: false, encoding: .utf8)
    return try run(
      Postgres.programs + "/psql",
      [
        "-X", "-q", "-A", "-t", "-F", "\u{1F}", "-P", "null=\u{1E}", "-v", "ON_ERROR_STOP=1",
        "-h", folder, "-U", "tenon", "-d", "postgres", "-f", path,
      ])
  }

  /// Runs a program, as an ordinary user since the server refuses to be root's.
  @discardableResult
  private func run(
    _ program: String, _ arguments: [String], asRoot: Bool = false
  ) throws -> String {
    let output = folder + "/output"
    let words =
      getuid() == 0 && !asRoot
      ? ["/usr/sbin/runuser", "-u", "nobody", "--", program] + arguments : [program] + arguments
    let status = try spawn(words, output: output)
    let text = try String(contentsOfFile: output, encoding: .utf8)
    if status != 0 { throw Failure(text: "\(program): \(text)") }
    return text
  }

  /// By hand, since Foundation's `Process` waits until the server too has closed what it inherits.
  private func spawn(_ words: [String], output: String) throws -> Int32 {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    var arguments = words.map { strdup($0) } + [nil]
    let settings = ["PATH=/usr/bin:/bin", "PGCLIENTENCODING=UTF8", "LC_ALL=C"]
    var environment = settings.map { strdup($0) } + [nil]
    defer { for pointer in arguments + environment { free(pointer) } }
    var process = pid_t()
    let code = posix_spawn(&process, words[0], &actions, nil, &arguments, &environment)
    if code != 0 { throw Failure(text: "\(words[0]): \(String(cString: strerror(code)))") }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0 && errno == EINTR {}
    return status
  }
}

/// The composer's PostgreSQL text, run by PostgreSQL, gives what evaluation in memory gives.
@Suite struct PostgresTests {
  private func literal(_ value: Value) -> String {
    switch value {
    case .blank: return "NULL"
    case .integer(let number): return String(number)
    case .text(let text): return "'" + text.replacing("'", with: "''") + "'"
    }
  }

  private func load(_ world: World) -> String {
    var script = "SET standard_conforming_strings = on;\n"
    for (table, rows) in [(Target.table, world.targets), (Subject.table, world.subjects)] {
      script += World.create(table, integer: "BIGINT", text: "TEXT COLLATE \"C\"") + ";\n"
      for row in rows {
        let values = row.map(literal).joined(separator: ", ")
        script += "INSERT INTO \(World.quoted(table.name)) VALUES (\(values));\n"
      }
    }
    return script
  }

  private func execution(_ test: Case, _ number: Int) throws -> String {
    var script = ""
    let plan = try Composer(.postgres).compose(test.query, Subject.proof(test.scope))
    for (index, step) in plan.steps.enumerated() {
      let name = "q\(number)_\(index)"
      let types = step.bindings.map { $0.text == nil ? "bigint" : "text" }
      let values = step.bindings.map(literal).joined(separator: ", ")
      script += "PREPARE \(name) (\(types.joined(separator: ", "))) AS \(step.sql(.postgres));\n"
      script += "EXECUTE \(name) (\(values));\nDEALLOCATE \(name);\n"
    }
    return script + "\\echo \u{1D}\n"
  }

  private func rows(_ text: Substring, _ test: Case) -> [[Value]] {
    let types = test.query.outputs.map { output -> Storage in
      switch output {
      case .column(let column): return Subject.table.columns[column].storage
      case .related(_, let column, _): return Target.table.columns[column].storage
      }
    }
    let rows = text.split(separator: "\n").prefix(test.query.limit).map { line in
      zip(types, line.split(separator: "\u{1F}", omittingEmptySubsequences: false)).map {
        type, field -> Value in
        if field == "\u{1E}" { return .blank }
        return type.isText ? .text(String(field)) : Value(Int64(field))
      }
    }
    return test.query.position.isReversed ? rows.reversed() : rows
  }

  @Test(.enabled(if: Postgres.isInstalled, "PostgreSQL 15 is not installed"))
  func equalsEvaluationInMemory() throws {
    var random = SeededGenerator(seed: 7)
    let world = World(&random, subjects: 60)
    var generator = CaseGenerator(random: random, world: world)
    let cases = (0..<300).map { _ in generator.make() }
    var script = load(world) + "\\echo \u{1D}\n"
    for (number, test) in cases.enumerated() { script += try execution(test, number) }
    let output = try Postgres().psql(script)
    let parts = output.split(separator: "\u{1D}\n", omittingEmptySubsequences: false)
    try #require(parts.count == cases.count + 2)
    let oracle = Oracle(world: world)
    for (test, part) in zip(cases, parts.dropFirst()) {
      let given = rows(part, test)
      guard QueryPropertyTests.agrees(given, test, oracle) else {
        Issue.record("\(test.summary)\nwanted \(oracle.page(test))\ngiven \(given)")
        return
      }
    }
  }
}
