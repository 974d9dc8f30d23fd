/// A part of a route's path.
public enum Segment: Sendable, Equatable {
  /// Exactly this text, decoded.
  case literal(String)
  /// Any one segment; its decoded text is a parameter.
  case parameter
}

/// A table of routes; what is not in it does not exist.
///
/// A path has one spelling, and in any other it is not found: no empty, `.` or `..` segment, no slash
/// at the end, no `;` or `\`, no absolute form, and an escape only where it must be: for UTF-8 beyond
/// ASCII, in upper case. The bytes are decoded once.
/// A literal goes before a parameter. `HEAD` reaches the route of `GET` when it has none itself.
public struct Router<Endpoint: Sendable>: Sendable {
  /// What a table says to a method and a path.
  public enum Match {
    /// The route's endpoint, and its parameters from left to right.
    case found(Endpoint, parameters: [String])
    /// The path exists, the method does not: those that do, for the field `Allow`.
    case methodNotAllowed([Method])
    /// There is no such path.
    case notFound
  }

  /// Two routes say the same method and path.
  public struct Conflict: Error, Equatable {
    /// The method of both.
    public let method: Method
    /// The path of both.
    public let path: [Segment]
  }

  private struct Node {
    var literals: [(text: [UInt8], node: Int)] = []
    var parameter: Int?
    var endpoints: [(method: Method, endpoint: Endpoint)] = []
  }

  private var nodes = [Node()]

  /// The table of these routes, in any order.
  public init(_ routes: [(Method, [Segment], Endpoint)]) throws(Conflict) {
    for (method, path, endpoint) in routes {
      var at = 0
      for segment in path { at = child(of: at, segment) }
      if nodes[at].endpoints.contains(where: { $0.method == method }) {
        throw Conflict(method: method, path: path)
      }
      nodes[at].endpoints.append((method, endpoint))
    }
    for i in nodes.indices {
      nodes[i].literals.sort { Router.precedes($0.text[...], $1.text[...]) }
      nodes[i].endpoints.sort { $0.method.rawValue < $1.method.rawValue }
    }
  }

  private mutating func child(of parent: Int, _ segment: Segment) -> Int {
    let new = nodes.count
    switch segment {
    case .literal(let text):
      let text = Array(text.utf8)
      if let found = nodes[parent].literals.first(where: { $0.text == text }) {
        return found.node
      }
      nodes[parent].literals.append((text, new))
    case .parameter:
      if let found = nodes[parent].parameter { return found }
      nodes[parent].parameter = new
    }
    nodes.append(Node())
    return new
  }

  /// Matches a request.
  public func match(_ request: Request) -> Match {
    match(request.method, request.target)
  }

  /// Matches a method and a request target as sent; its query does not count.
  public func match(_ method: Method, _ target: [UInt8]) -> Match {
    target.withUnsafeBufferPointer { target in
      let path = Path.part(of: target)
      guard Path.isCanonical(path) else { return .notFound }
      var parameters: [String] = []
      let rest = path.count == 1 ? path[1...] : path[0...]
      guard let node = find(rest, from: 0, &parameters) else { return .notFound }
      return choose(nodes[node], method, parameters)
    }
  }

  private func choose(_ node: Node, _ method: Method, _ parameters: [String]) -> Match {
    let endpoints = node.endpoints
    if let found = endpoints.first(where: { $0.method == method })
      ?? (method == .head ? endpoints.first { $0.method == .get } : nil)
    {
      return .found(found.endpoint, parameters: parameters)
    }
    var methods = endpoints.map(\.method)
    if methods.contains(.get) && !methods.contains(.head) { methods.append(.head) }
    return .methodNotAllowed(methods)
  }

  /// The node at the end of `rest`, which is empty or starts with a slash.
  private func find(
    _ rest: Slice<UnsafeBufferPointer<UInt8>>, from at: Int, _ parameters: inout [String]
  ) -> Int? {
    guard !rest.isEmpty else { return nodes[at].endpoints.isEmpty ? nil : at }
    let segment = rest.dropFirst().prefix { $0 != 0x2F }
    let rest = rest[segment.endIndex...]
    let decoded = segment.contains(0x25) ? Path.decode(segment) : nil
    let literal =
      decoded.map { search(nodes[at].literals, Array($0.utf8)[...]) }
      ?? search(nodes[at].literals, segment)
    if let literal, let found = find(rest, from: literal, &parameters) { return found }
    guard let parameter = nodes[at].parameter else { return nil }
    parameters.append(decoded ?? String(decoding: segment, as: UTF8.self))
    if let found = find(rest, from: parameter, &parameters) { return found }
    parameters.removeLast()
    return nil
  }

  private func search<Text: RandomAccessCollection<UInt8>>(
    _ literals: [(text: [UInt8], node: Int)], _ text: Text
  ) -> Int? {
    var low = 0
    var high = literals.count
    while low < high {
      let middle = (low + high) / 2
      if Router.precedes(literals[middle].text, text) { low = middle + 1 } else { high = middle }
    }
    guard low < literals.count, literals[low].text.elementsEqual(text) else { return nil }
    return literals[low].node
  }

  /// Shorter first, then by bytes.
  private static func precedes(
    _ a: some RandomAccessCollection<UInt8>, _ b: some RandomAccessCollection<UInt8>
  ) -> Bool {
    a.count != b.count ? a.count < b.count : a.lexicographicallyPrecedes(b)
  }
}
