import Foundation

/// A PostgreSQL server of its own in a folder of its own, reached through a socket there; it stops
/// and goes with this object.
public final class Postgres {
  static let programs = "/usr/lib/postgresql/15/bin"

  /// Whether tests can have one: a test without it is skipped visibly, never silently passed.
  public static var isInstalled: Bool {
    FileManager.default.isExecutableFile(atPath: programs + "/initdb")
  }

  private let folder = "/tmp/tenon-pg-\(UUID().uuidString.prefix(8))"
  private var isStarted = false

  /// What a program said when it failed.
  public struct Failure: Error, CustomStringConvertible {
    public let description: String
  }

  /// Makes a cluster and starts it, within about a second.
  public init() throws {
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

  /// The one database there is, as the server is told of it.
  public var url: String { "postgres://tenon@/postgres?host=\(folder)" }

  deinit {
    if isStarted {
      _ = try? run(Postgres.programs + "/pg_ctl", ["-D", folder + "/data", "-m", "fast", "stop"])
    }
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// What a script prints: fields parted by U+001F, blank as U+001E, a row a line. Throws at the
  /// first statement that fails.
  @discardableResult
  public func psql(_ script: String) throws -> String {
    let path = folder + "/script.sql"
    try script.write(toFile: path, atomically: false, encoding: .utf8)
    return try run(
      Postgres.programs + "/psql",
      [
        "-X", "-q", "-A", "-t", "-F", "\u{1F}", "-P", "null=\u{1E}", "-v", "ON_ERROR_STOP=1",
        "-h", folder, "-U", "tenon", "-d", "postgres", "-f", path,
      ])
  }

  /// Runs a program, as an ordinary user since the server refuses to be root's. Its output goes to
  /// a file, and it is waited for by its number: the server inherits whatever is open, so that the
  /// end of a pipe, for which Foundation's Process waits, would never come.
  @discardableResult
  private func run(
    _ program: String, _ arguments: [String], asRoot: Bool = false
  ) throws -> String {
    let becomesOrdinary = getuid() == 0 && !asRoot
    let words =
      (becomesOrdinary ? ["/usr/sbin/runuser", "-u", "nobody", "--"] : [])
      + ["/usr/bin/env", "-C", "/tmp", program] + arguments
    let output = folder + "/output"
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    let environment = ["PATH=/usr/bin:/bin", "PGCLIENTENCODING=UTF8", "LC_ALL=C"]
    var pid: pid_t = 0
    let code = Postgres.withStrings(words) { words in
      Postgres.withStrings(environment) { posix_spawn(&pid, words[0]!, &actions, nil, words, $0) }
    }
    if code != 0 { throw Failure(description: "\(program): \(String(cString: strerror(code)))") }
    var status: Int32 = 0
    while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
    let text = try String(contentsOfFile: output, encoding: .utf8)
    if status != 0 { throw Failure(description: "\(program): \(text)") }
    return text
  }

  private static func withStrings<R>(
    _ texts: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> R
  ) -> R {
    let copies = texts.map { strdup($0) }
    defer { copies.forEach { free($0) } }
    return body(copies + [nil])
  }
}
