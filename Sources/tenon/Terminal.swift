import Diagnostics
import Glibc

/// Standard output and error.
enum Terminal {
  /// Writes to standard output; answers success, or environment when it cannot be written.
  static func out(_ text: String) -> Int32 {
    write(text, STDOUT_FILENO) ? ExitCode.success : ExitCode.environment
  }

  static func note(_ text: String) { _ = write(text + "\n", STDERR_FILENO) }

  static func complain(_ text: String) { note("tenon: " + text) }

  /// Whether standard output is a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// Whether standard output is a terminal that shows colours. `NO_COLOR` (no-color.org) and a
  /// `TERM` of `dumb` turn them off.
  static var hasColours: Bool {
    isTerminal && (FileSystem.environment("NO_COLOR") ?? "").isEmpty
      && FileSystem.environment("TERM") != "dumb"
  }

  private static func write(_ text: String, _ file: Int32) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let written = Glibc.write(file, rest.baseAddress, rest.count)
        if written < 0 && errno == EINTR { continue }
        if written <= 0 { return false }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
      return true
    }
  }
}

/// Turns a trap of the compiler into exit code 70 and a sentence.
enum Faults {
  static func install() {
    for signal in [SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGABRT, SIGFPE] {
      Glibc.signal(signal, compilerFault)
    }
  }
}

/// Runs in a signal handler: writes and leaves, nothing else.
private func compilerFault(_ signal: Int32) {
  let text: StaticString = """
    tenon: internal error: this is a fault of the compiler, not of your definition; please report \
    it with the files that cause it

    """
  _ = Glibc.write(STDERR_FILENO, text.utf8Start, text.utf8CodeUnitCount)
  _exit(ExitCode.fault)
}
