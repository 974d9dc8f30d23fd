import Glibc

/// A listening socket.
struct Listener {
  let socket: Int32
  /// The port it has, also when a free one was asked for.
  let port: UInt16

  init(_ configuration: ServerConfiguration) throws(ServerError) {
    let (address, length) = try SocketAddress.parse(configuration.address, configuration.port)
    func fail(_ socket: Int32) -> ServerError {
      let code = errno
      if socket >= 0 { close(socket) }
      return .socket(
        address: configuration.address, port: configuration.port, code: code,
        reason: String(cString: strerror(code)))
    }
    let kind = Int32(SOCK_STREAM.rawValue) | O_NONBLOCK | O_CLOEXEC
    let socket = Glibc.socket(Int32(address.ss_family), kind, 0)
    guard socket >= 0 else { throw fail(socket) }
    var one: Int32 = 1
    let size = socklen_t(MemoryLayout<Int32>.size)
    guard setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &one, size) == 0 else { throw fail(socket) }
    let bound = SocketAddress.withPointer(address) { bind(socket, $0, length) }
    guard bound == 0, listen(socket, Int32(configuration.backlog)) == 0 else { throw fail(socket) }
    var actual = sockaddr_storage()
    var actualLength = socklen_t(MemoryLayout<sockaddr_storage>.size)
    let named = withUnsafeMutablePointer(to: &actual) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        getsockname(socket, $0, &actualLength)
      }
    }
    guard named == 0 else { throw fail(socket) }
    self.socket = socket
    self.port = SocketAddress.port(actual)
  }
}

/// Addresses between text and the C library's structures.
enum SocketAddress {
  /// The structure for an address in digits, and its length.
  static func parse(
    _ text: String, _ port: UInt16
  ) throws(ServerError) -> (sockaddr_storage, socklen_t) {
    var storage = sockaddr_storage()
    var four = sockaddr_in()
    if inet_pton(AF_INET, text, &four.sin_addr) == 1 {
      four.sin_family = sa_family_t(AF_INET)
      four.sin_port = port.bigEndian
      withUnsafeMutableBytes(of: &storage) { to in
        withUnsafeBytes(of: four) { to.copyMemory(from: $0) }
      }
      return (storage, socklen_t(MemoryLayout<sockaddr_in>.size))
    }
    var six = sockaddr_in6()
    guard inet_pton(AF_INET6, text, &six.sin6_addr) == 1 else { throw .badAddress(text) }
    six.sin6_family = sa_family_t(AF_INET6)
    six.sin6_port = port.bigEndian
    withUnsafeMutableBytes(of: &storage) { to in
      withUnsafeBytes(of: six) { to.copyMemory(from: $0) }
    }
    return (storage, socklen_t(MemoryLayout<sockaddr_in6>.size))
  }

  static func withPointer<T>(
    _ storage: sockaddr_storage, _ body: (UnsafePointer<sockaddr>) -> T
  ) -> T {
    withUnsafePointer(to: storage) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1, body)
    }
  }

  static func port(_ storage: sockaddr_storage) -> UInt16 {
    withUnsafeBytes(of: storage) {
      Int32(storage.ss_family) == AF_INET
        ? UInt16(bigEndian: $0.load(as: sockaddr_in.self).sin_port)
        : UInt16(bigEndian: $0.load(as: sockaddr_in6.self).sin6_port)
    }
  }

  /// The address in digits, without its port; empty for another family.
  static func text(_ address: UnsafePointer<sockaddr>?) -> String {
    guard let address else { return "" }
    let raw = UnsafeRawPointer(address)
    return withUnsafeTemporaryAllocation(of: CChar.self, capacity: Int(INET6_ADDRSTRLEN)) { text in
      let size = socklen_t(INET6_ADDRSTRLEN)
      let family = Int32(address.pointee.sa_family)
      let found: UnsafePointer<CChar>?
      if family == AF_INET {
        var ip = raw.loadUnaligned(as: sockaddr_in.self).sin_addr
        found = inet_ntop(family, &ip, text.baseAddress!, size)
      } else if family == AF_INET6 {
        var ip = raw.loadUnaligned(as: sockaddr_in6.self).sin6_addr
        found = inet_ntop(family, &ip, text.baseAddress!, size)
      } else {
        found = nil
      }
      return found.map { String(cString: $0) } ?? ""
    }
  }
}
