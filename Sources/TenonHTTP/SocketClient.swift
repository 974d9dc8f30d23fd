import CMicrohttpd
import Glibc

/// A small blocking HTTP/1.1 client for tests and scenarios: one connection, kept alive. Not for
/// two threads at once.
public final class SocketClient: Client {
  private let address: String
  private let port: UInt16
  private let limit: Int
  private(set) var socket: Int32 = -1
  private(set) var received: [UInt8] = []

  /// A client of a server on this machine that waits `limit` milliseconds for anything to arrive.
  public init(_ address: String = "127.0.0.1", port: UInt16, limit: Int = 30_000) {
    self.address = address
    self.port = port
    self.limit = limit
  }

  deinit {
    close()
  }

  /// Closes the connection; the next request opens another.
  public func close() {
    if socket >= 0 { _ = Glibc.close(socket) }
    socket = -1
    received = []
  }

  /// Sends a request and waits for its answer. Adds Host, and Content-Length to a method that
  /// writes or a body. A connection that the server closed since the last answer is opened again.
  public func send(
    _ method: Method, _ target: String, headers: [(String, String)], body: [UInt8]
  ) throws(ClientError) -> Response {
    var head = "\(method.text) \(target) HTTP/1.1\r\nHost: \(address)\r\n"
    if method.requiresLength || !body.isEmpty { head += "Content-Length: \(body.count)\r\n" }
    for (name, value) in headers { head += "\(name): \(value)\r\n" }
    let bytes = Array((head + "\r\n").utf8) + body
    if socket >= 0 && isClosedByServer { close() }
    if socket < 0 { try open() }
    do {
      try write(bytes)
      return try readResponse(head: method == .head)
    } catch {
      close()
      throw error
    }
  }

  /// Sends bytes on a connection of their own and gives all that comes until the server closes it.
  /// `after` goes first and at once. With `pause`, that many milliseconds lie before each further
  /// byte, and sending stops when the server closes. With `half`, sending is closed at the end.
  public func sendRaw(
    _ bytes: [UInt8], pause: Int = 0, after: [UInt8] = [], half: Bool = false
  ) throws(ClientError) -> [UInt8] {
    close()
    try open()
    defer { close() }
    try write(after)
    if pause == 0 {
      try write(bytes)
    } else {
      for byte in bytes {
        usleep(UInt32(pause) * 1_000)
        if isClosedByServer { break }
        try write([byte])
      }
    }
    if half { shutdown(socket, Int32(SHUT_WR)) }
    while try fill() {}
    return received
  }

  // MARK: The socket

  func open() throws(ClientError) {
    let parsed: (sockaddr_storage, socklen_t)
    do { parsed = try SocketAddress.parse(address, port) } catch { throw .connection(EINVAL) }
    let made = Glibc.socket(
      Int32(parsed.0.ss_family), Int32(SOCK_STREAM.rawValue) | O_CLOEXEC, 0)
    guard made >= 0 else { throw .connection(errno) }
    socket = made
    var one: Int32 = 1
    setsockopt(made, Int32(IPPROTO_TCP), TCP_NODELAY, &one, socklen_t(MemoryLayout<Int32>.size))
    if SocketAddress.withPointer(parsed.0, { connect(made, $0, parsed.1) }) != 0 {
      let code = errno
      close()
      throw .connection(code)
    }
  }

  private var isClosedByServer: Bool {
    var byte: UInt8 = 0
    let count = recv(socket, &byte, 1, Int32(MSG_PEEK) | Int32(MSG_DONTWAIT))
    return count == 0 || (count < 0 && errno != EAGAIN && errno != EINTR)
  }

  func write(_ bytes: [UInt8]) throws(ClientError) {
    var sent = 0
    while sent < bytes.count {
      let count = bytes.withUnsafeBytes {
        Glibc.send(socket, $0.baseAddress! + sent, $0.count - sent, Int32(MSG_NOSIGNAL))
      }
      if count >= 0 {
        sent += count
      } else if errno == EPIPE || errno == ECONNRESET {
        return  // the answer may lie there: reading says
      } else if errno != EINTR {
        throw .connection(errno)
      }
    }
  }

  /// Reads what comes next; false at the end.
  func fill() throws(ClientError) -> Bool {
    var wait = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    let ready = poll(&wait, 1, Int32(limit))
    if ready == 0 { throw .timedOut(received) }
    if ready < 0 {
      if errno == EINTR { return true }
      throw .connection(errno)
    }
    var buffer = [UInt8](repeating: 0, count: 16_384)
    let count = recv(socket, &buffer, buffer.count, 0)
    if count < 0 && errno == ECONNRESET { return false }
    if count < 0 { throw .connection(errno) }
    received += buffer[..<count]
    return count > 0
  }

  // MARK: The answer

  private func readResponse(head: Bool) throws(ClientError) -> Response {
    while true {
      var response = try readHead()
      if response.status == 100 { continue }
      let closes = response.header("connection")?.lowercased() == "close"
      if !head && response.status != 204 && response.status != 304 {
        response.content = .bytes(try readBody(response, closes: closes))
      }
      if closes { close() }
      return response
    }
  }

  private func readHead() throws(ClientError) -> Response {
    var line = try readLine()
    let status = line.split(separator: " ").dropFirst().first.flatMap { Int($0) }
    guard line.hasPrefix("HTTP/1.1 "), let status else { throw .malformed(received) }
    var response = Response(status: status)
    while true {
      line = try readLine()
      if line.isEmpty { return response }
      guard let colon = line.firstIndex(of: ":") else { throw .malformed(received) }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      response.headers.append((String(line[..<colon]), String(value)))
    }
  }

  private func readBody(_ response: Response, closes: Bool) throws(ClientError) -> [UInt8] {
    if response.header("transfer-encoding")?.lowercased() == "chunked" {
      var body: [UInt8] = []
      while true {
        guard let size = Int(try readLine(), radix: 16) else { throw .malformed(received) }
        body += try take(size)
        guard try readLine().isEmpty else { throw .malformed(received) }
        if size == 0 { return body }
      }
    }
    if let length = response.header("content-length") {
      guard let length = Int(length), length >= 0 else { throw .malformed(received) }
      return try take(length)
    }
    guard closes else { throw .malformed(received) }
    while try fill() {}
    return try take(received.count)
  }

  private func readLine() throws(ClientError) -> String {
    while true {
      if let end = received.firstIndex(of: 0x0A) {
        let line = try take(end + 1).dropLast()
        return String(decoding: line.last == 0x0D ? line.dropLast() : line, as: UTF8.self)
      }
      guard try fill() else { throw .closed(received) }
    }
  }

  private func take(_ count: Int) throws(ClientError) -> [UInt8] {
    while received.count < count {
      guard try fill() else { throw .closed(received) }
    }
    defer { received.removeFirst(count) }
    return Array(received[..<count])
  }
}
