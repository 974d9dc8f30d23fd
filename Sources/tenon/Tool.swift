import Diagnostics
import Driver
import Glibc

/// Exit codes of every command; part of the tool's contract with CI.
enum ExitCode {
  static let success: Int32 = 0
  /// The definition has errors.
  static let diagnostics: Int32 = 1
  static let usage: Int32 = 2
  /// Something outside the definition: files, the disk, swiftc, the SDK.
  static let environment: Int32 = 3
  /// A fault of the compiler itself.
  static let fault: Int32 = 70
}

/// The command line.
enum Tool {
  static let version = "0.1.0"

  static func run(_ words: [String]) -> Int32 {
    Faults.install()
    do {
      let options = try Options(words)
      switch options.command {
      case .help: return Terminal.out(Options.help)
      case .version: return Terminal.out("tenon \(version)\n")
      case .check: return try CheckCommand(options).run()
      case .print(let stage): return try CheckCommand(options).print(stage)
      case .generate: return try BuildCommand(options).generate()
      case .build: return try BuildCommand(options).build()
      case .run: return try RunCommand(options).run()
      case .sdk: return try BuildCommand(options).sdk()
      }
    } catch let error as UsageError {
      Terminal.complain(error.description + "\n" + Options.usage)
      return ExitCode.usage
    } catch let error as EnvironmentError {
      Terminal.complain(error.description)
      return ExitCode.environment
    } catch {
      Terminal.complain("internal error: \(error)")
      return ExitCode.fault
    }
  }
}

/// A command line that cannot be carried out.
struct UsageError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Something outside the definition stands in the way; says what to do.
struct EnvironmentError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}

/// Standard output and error.
enum Terminal {
  /// Writes to standard output; answers success, or environment when it cannot be written.
  static func out(_ text: String) -> Int32 {
    write(text, STDOUT_FILENO) ? ExitCode.success : ExitCode.environment
  }

  static func note(_ text: String) { _ = write(text + "\n", STDERR_FILENO) }

  static func complain(_ text: String) { note("tenon: " + text) }

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
