import Diagnostics
import Glibc

/// The application's server as `tenon dev` runs it.
struct DevServer {
  /// How a start ended.
  enum Start {
    case ready(DevServer)
    /// The database does not fit the definition: why, a line each.
    case refused([Substring])
    /// Anything else: what the server said.
    case failed(String)
  }

  let process: pid_t
  /// `http://127.0.0.1:8080`.
  let address: String

  /// What a binary needs to know to be served.
  struct Place {
    let database: String
    let listen: String
    let status: String
    let log: String
  }

  private static let readyLimit = 20_000
  private static let step: useconds_t = 4_000

  /// Starts a server and waits until it serves.
  static func start(_ binary: String, _ place: Place) throws(EnvironmentError) -> Start {
    let process = try Subprocess.start(
      [
        binary, "serve", "--database", place.database, "--listen", place.listen, "--dev-status",
        place.status,
      ], log: place.log)
    for _ in 0..<(readyLimit * 1000 / Int(step)) {
      // Whether it ended is asked first, so that its last words are there when it did.
      let code = Subprocess.ended(process)
      let said = String(decoding: try FileSystem.read(place.log), as: UTF8.self)
      if let address = address(said) {
        return .ready(DevServer(process: process, address: address))
      }
      if let code {
        let lines = said.split(separator: "\n").filter { $0.hasPrefix("  ") }
        return code == ExitCode.diagnostics ? .refused(lines) : .failed(said)
      }
      usleep(step)
    }
    kill(process, SIGKILL)
    _ = Subprocess.wait(process)
    return .failed(String(decoding: try FileSystem.read(place.log), as: UTF8.self))
  }

  /// The address of `marketing is ready on http://127.0.0.1:8080`.
  private static func address(_ said: String) -> String? {
    for line in said.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      let words = line.split(separator: " ")
      if words.count == 5, words[1...3] == ["is", "ready", "on"] { return String(words[4]) }
    }
    return nil
  }

  /// Where the next server has to listen, so that pages find it.
  var listen: String { String(address.drop { $0 != "/" }.dropFirst(2)) }

  /// Has the status file read anew.
  func tell() { kill(process, SIGUSR1) }

  /// Ends it and waits until it is gone.
  func stop() {
    kill(process, SIGTERM)
    _ = Subprocess.wait(process)
  }
}
