/// How a server listens, and the limits that it holds its clients to. Times are milliseconds.
public struct ServerConfiguration: Sendable {
  /// The IPv4 or IPv6 address to listen on, in digits.
  public var address = "127.0.0.1"
  /// The port; 0 takes a free one.
  public var port: UInt16 = 0
  /// How many threads serve connections; more than there are cores only when ``waits`` is set.
  public var threads = 2
  /// Whether handlers wait for another machine, so that a thread leaves its core idle meanwhile.
  public var waits = false
  /// How many connections may be open at once; further ones wait to be accepted.
  public var connectionLimit = 2_000
  /// How many connections may wait to be accepted.
  public var backlog = 512
  /// Memory for one connection's request line and headers, in bytes.
  public var headerLimit = 12 * 1_024
  /// The largest body of a request, in bytes.
  public var bodyLimit = 1 << 20
  /// How long a request may take to arrive, and again how long its answer may take to leave. The
  /// time a `Reply.later` takes in between does not count.
  public var requestLimit = 30_000
  /// How long a connection may rest between two requests.
  public var idleLimit = 60_000
  /// How long `Server.stop()` waits for requests in flight.
  public var stopLimit = 10_000

  /// The standard limits, on a free port of 127.0.0.1.
  public init() {}
}

/// Why a server can not start.
public enum ServerError: Error, Equatable, CustomStringConvertible {
  /// The address is not an IPv4 or IPv6 address in digits.
  case badAddress(String)
  /// A setting is out of its range.
  case badSetting(String)
  /// The socket can not be had; `code` is the C library's `errno`, `reason` its words.
  case socket(address: String, port: UInt16, code: Int32, reason: String)
  /// The library refused to start.
  case library

  /// One sentence for a log.
  public var description: String {
    switch self {
    case .badAddress(let text): "not an IP address: \(text)"
    case .badSetting(let name): "the setting \(name) is out of its range"
    case .socket(let address, let port, _, let reason):
      "can not listen on \(address) port \(port): \(reason)"
    case .library: "libmicrohttpd can not start"
    }
  }
}
