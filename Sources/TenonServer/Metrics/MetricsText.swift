import Glibc
import TenonDatabase
import TenonHTTP

/// The figures of a running server in Prometheus's text format (version 0.0.4).
struct MetricsText {
  private var out = ""

  /// The whole answer.
  static func answer(_ watch: Watch, _ tenant: Tenant) throws -> Response {
    var text = MetricsText()
    text.requests(watch)
    text.database(tenant.database)
    try text.sessions(tenant)
    text.process()
    text.begin("tenon_build_info", "gauge", "What runs")
    text.line(
      "tenon_build_info",
      [
        ("application", tenant.application.name.description), ("compiler", BuildInfo.compiler),
        ("toolchain", BuildInfo.toolchain),
      ], "1")
    return Response(
      status: 200,
      headers: [
        ("Content-Type", "text/plain; version=0.0.4; charset=utf-8"), ("Cache-Control", "no-store"),
      ], body: Array(text.out.utf8))
  }

  private mutating func begin(_ name: String, _ type: String, _ help: String) {
    out += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  private mutating func line(
    _ name: String, _ labels: [(name: String, value: String)] = [], _ value: String
  ) {
    out += name
    if !labels.isEmpty {
      let pairs = labels.map { label in
        let value = label.value.flatMap { character -> String in
          switch character {
          case "\\": return "\\\\"
          case "\"": return "\\\""
          case "\n": return "\\n"
          default: return String(character)
          }
        }
        return "\(label.name)=\"\(String(value))\""
      }
      out += "{" + pairs.joined(separator: ",") + "}"
    }
    out += " \(value)\n"
  }

  private mutating func figure(_ name: String, _ type: String, _ help: String, _ value: Int) {
    begin(name, type, help)
    line(name, [], String(value))
  }

  // MARK: Groups

  private mutating func requests(_ watch: Watch) {
    let name = "tenon_http_requests_total"
    begin(name, "counter", "Answers by route and class of status")
    for route in watch.routes {
      for (index, count) in route.counts.enumerated() where count > 0 {
        line(
          name,
          [("method", route.method), ("route", route.path), ("status", "\(index + 1)xx")],
          String(count))
      }
    }
    figure(
      "tenon_http_requests_in_flight", "gauge", "Requests that have no answer yet",
      watch.underWay)
    let times = "tenon_http_request_seconds"
    begin(times, "histogram", "From a request's arrival to its answer, by kind of route")
    for kind in RouteKind.allCases {
      guard let (upTo, count, microseconds) = watch.times[kind]?.values, count > 0 else { continue }
      for (bound, number) in zip(Histogram.bounds, upTo) {
        line(
          times + "_bucket", [("kind", kind.rawValue), ("le", MetricsText.seconds(Int(bound)))],
          String(number))
      }
      line(times + "_bucket", [("kind", kind.rawValue), ("le", "+Inf")], String(count))
      line(times + "_sum", [("kind", kind.rawValue)], MetricsText.seconds(microseconds))
      line(times + "_count", [("kind", kind.rawValue)], String(count))
    }
  }

  private mutating func database(_ database: Database) {
    let writer = database.statistics
    figure("tenon_writes_total", "counter", "Writes that ran", writer.jobs)
    figure("tenon_writes_failed_total", "counter", "Writes that kept nothing", writer.failedJobs)
    figure(
      "tenon_write_commits_total", "counter", "Transactions; each waits for the disk once",
      writer.commits)
    figure("tenon_write_batch", "gauge", "Writes in the last transaction", writer.lastBatch)
    figure("tenon_write_queue", "gauge", "Writes that wait", writer.queued)
    figure("tenon_write_queue_longest", "gauge", "The most writes that waited", writer.longestQueue)
    if let bytes = database.fileBytes {
      figure("tenon_database_bytes", "gauge", "Size of the database's file", bytes)
    }
    if let bytes = database.logBytes {
      figure("tenon_database_log_bytes", "gauge", "Size of its write-ahead log", bytes)
    }
  }

  private static let living = SystemStatement(
    "SELECT count(*) FROM tenon_session WHERE expires_at > ?")

  private mutating func sessions(_ tenant: Tenant) throws {
    var count: Int64 = 0
    try tenant.database.read { session in
      try session.rows(
        MetricsText.living, [.integer(tenant.clock())], SystemAuthority("metrics")
      ) { count = $0.integer(0) }
    }
    figure("tenon_sessions", "gauge", "Sessions that are not over", Int(count))
  }

  private mutating func process() {
    if let pages = MetricsText.residentPages() {
      figure(
        "process_resident_memory_bytes", "gauge", "Memory in use",
        pages * sysconf(Int32(_SC_PAGESIZE)))
    }
    if let count = MetricsText.openFiles() {
      figure("process_open_fds", "gauge", "Open files and sockets", count)
    }
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    let micros =
      (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1_000_000
      + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec
    begin("process_cpu_seconds_total", "counter", "Processor time used")
    line("process_cpu_seconds_total", [], MetricsText.seconds(Int(micros)))
  }

  // MARK: The process

  private static func seconds(_ microseconds: Int) -> String {
    let rest = String(1_000_000 + microseconds % 1_000_000).dropFirst()
    return "\(microseconds / 1_000_000).\(rest)"
  }

  /// The second number of `/proc/self/statm`.
  private static func residentPages() -> Int? {
    let file = Glibc.open("/proc/self/statm", O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var bytes = [UInt8](repeating: 0, count: 128)
    let count = read(file, &bytes, bytes.count)
    guard count > 0 else { return nil }
    let numbers = String(decoding: bytes[..<count], as: UTF8.self).split(separator: " ")
    return numbers.count > 1 ? Int(numbers[1]) : nil
  }

  private static func openFiles() -> Int? {
    guard let folder = opendir("/proc/self/fd") else { return nil }
    defer { closedir(folder) }
    var count = 0
    while readdir(folder) != nil { count += 1 }
    // Without `.`, `..` and the folder itself.
    return count - 3
  }
}
