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
    var line = ByteWriter(capacity: 256)
    switch chosen.withLock({ $0 }) {
    case .none: return
    case .text:
      Instant.append(Clock.now(), to: &line)
      for text in [visit.id, visit.figures.method, visit.figures.path] {
        line.append(" ")
        line.append(text: text)
      }
      number(" ", Int64(status), to: &line)
      number(" ", nanoseconds / 1_000, scale: 3, to: &line)
      number(" ms ", Int64(bytes), to: &line)
      line.append(" bytes")
      if let user = visit.user { number(" user ", user, to: &line) }
    case .json:
      line.append("{\"time\":\"")
      Instant.append(Clock.now(), to: &line)
      line.append("\",\"event\":\"request\",\"id\":")
      line.append(json: visit.id)
      line.append(",\"method\":")
      line.append(json: visit.figures.method)
      line.append(",\"route\":")
      line.append(json: visit.figures.path)
      number(",\"status\":", Int64(status), to: &line)
      number(",\"ms\":", nanoseconds / 1_000, scale: 3, to: &line)
      number(",\"bytes\":", Int64(bytes), to: &line)
      if let user = visit.user { number(",\"user\":", user, to: &line) }
      line.append("}")
    }
    line.append(0x0A)
    write(line.bytes)
  }

  private static func number(
    _ name: StaticString, _ value: Int64, scale: UInt8 = 0, to line: inout ByteWriter
  ) {
    line.append(name)
    Decimal.append(value, scale: scale, to: &line)
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
    write(Array(line.utf8) + [0x0A])
  }

  private static func quoted(_ text: String) -> String {
    ByteWriter.text { $0.append(json: text) }
  }

  private static func write(_ line: [UInt8]) {
    var rest = line[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      // Nowhere is left to report that standard error is gone.
      if written <= 0 { return }
      rest = rest.dropFirst(written)
    }
  }
}
