import Glibc

/// Lines on standard error, one event each.
enum Log {
  /// Something that the operator should know.
  static func notice(_ message: String) { write("tenon: " + message) }

  /// A fault of the server: never expected, always worth a look.
  static func fault(_ message: String) { write("tenon: fault: " + message) }

  private static func write(_ line: String) {
    var bytes = Array(line.utf8)
    bytes.append(0x0A)
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      // Nowhere is left to report that standard error is gone.
      if written <= 0 { return }
      rest = rest.dropFirst(written)
    }
  }
}
