import TenonHTTP

/// Who may see the figures of the server.
enum MetricsAccess: Sendable {
  case none
  /// Programs on this machine. Not when a proxy stands in front: all it passes on comes from this
  /// machine too.
  case thisMachine
  /// Who shows this text as a bearer token, from anywhere.
  case token(String)

  func allows(_ request: Request) -> Bool {
    switch self {
    case .none: return false
    case .thisMachine: return request.peer.hasPrefix("127.") || request.peer == "::1"
    case .token(let token):
      guard let header = request.header("authorization"), header.hasPrefix("Bearer ") else {
        return false
      }
      return Secrets.equal(String(header.dropFirst(7)), token)
    }
  }
}

extension MetricsAccess {
  /// As the command line says: the token of a file; without one, this machine alone while no proxy
  /// is told of.
  init(_ arguments: Arguments) throws {
    guard let path = arguments.value("--metrics-token-file") else {
      self = arguments.value("--public-url") == nil ? .thisMachine : .none
      return
    }
    guard let bytes = FileReader.bytes(path) else { throw StartError.metricsToken(path) }
    let line = String(decoding: bytes.prefix { $0 != 0x0A }, as: UTF8.self)
    guard line.utf8.count >= 16 else { throw StartError.metricsToken(path) }
    self = .token(line)
  }
}
