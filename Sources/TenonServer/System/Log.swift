import Glibc
import Synchronization

/// Lines on standard error, one event each: as text or as JSON (`--log json`).
enum Log {
  /// How lines are written.
  enum Form: String, Sendable {
    case text, json
    /// As text, and none for requests.
    case none
  }

  private static let chosen = Mutex(Form.text)

  /// Chooses the form, once at start.
  static func use(_ form: Form) { chosen.withLock { $0 = form } }

  /// Something that the operator should know.
  static func notice(_ message: String) { event("notice", message, request: nil) }

  /// A fault of the server: never expected, always worth a look. `request` is the id that the
  /// person who met it was shown.
  static func fault(_ message: String, request: String? = nil) {
    event("fault", message, request: request)
  }

  /// One request and its answer.
  static func request(_ visit: Visit, status: Int, bytes: Int, nanoseconds: Int64) {
    var line: String
    let time = Instant.print(Clock.now())
    let (seconds, micros) = (nanoseconds / 1_000_000, nanoseconds / 1_000 % 1_000)
    let rest = String(1_000 + micros).dropFirst()
    switch chosen.withLock({ $0 }) {
    case .none: return
    case .text:
      line =
        "\(time) \(visit.id) \(visit.figures.method) \(visit.figures.path) \(status) "
        + "\(seconds).\(rest) ms \(bytes) bytes"
      if let user = visit.user { line += " user \(user)" }
    case .json:
      line =
        "{\"time\":\"\(time)\",\"event\":\"request\",\"id\":\"\(visit.id)\","
        + "\"method\":\"\(visit.figures.method)\",\"route\":\(quoted(visit.figures.path)),"
        + "\"status\":\(status),\"ms\":\(seconds).\(rest),\"bytes\":\(bytes)"
      if let user = visit.user { line += ",\"user\":\(user)" }
      line += "}"
    }
    write(line)
  }

  private static func event(_ kind: String, _ message: String, request: String?) {
    var line: String
    if chosen.withLock({ $0 }) == .json {
      line = "{\"time\":\"\(Instant.print(Clock.now()))\",\"event\":\"\(kind)\""
      if let request { line += ",\"id\":\"\(request)\"" }
      line += ",\"message\":\(quoted(message))}"
    } else {
      line = "tenon: " + (kind == "fault" ? "fault: " : "") + message
      if let request { line += " (request \(request))" }
    }
    write(line)
  }

  private static func quoted(_ text: String) -> String {
    ByteWriter.text { $0.append(json: text) }
  }

  private static func write(_ line: String) {
    var rest = (Array(line.utf8) + [0x0A])[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      // Nowhere is left to report that standard error is gone.
      if written <= 0 { return }
      rest = rest.dropFirst(written)
    }
  }
}
