import Glibc

/// The tree behind a router. It knows endpoints by number only and is not generic, so that matching
/// compiles to plain code whatever module the endpoint's type is in.
@usableFromInline struct RouteTable: Sendable {
  @usableFromInline enum Match {
    case found(Int, parameters: [String])
    case methodNotAllowed([Method])
    case notFound
  }

  private struct Node {
    var literals: [(text: [UInt8], node: Int)] = []
    var parameter: Int?
    var endpoints: [(method: Method, number: Int)] = []
  }

  private var nodes = [Node()]

  /// Adds a route; false when there is one with that method and path.
  mutating func add(_ method: Method, _ path: [Segment], _ number: Int) -> Bool {
    var at = 0
    for segment in path { at = child(of: at, segment) }
    if nodes[at].endpoints.contains(where: { $0.method == method }) { return false }
    nodes[at].endpoints.append((method, number))
    nodes[at].endpoints.sort { $0.method.rawValue < $1.method.rawValue }
    return true
  }

  private mutating func child(of parent: Int, _ segment: Segment) -> Int {
    let new = nodes.count
    switch segment {
    case .literal(let text):
      let text = Array(text.utf8)
      if let found = nodes[parent].literals.first(where: { $0.text == text }) { return found.node }
      let place = text.withUnsafeBufferPointer { text in
        nodes[parent].literals.firstIndex { RouteTable.order($0.text, text) > 0 }
      }
      nodes[parent].literals.insert((text, new), at: place ?? nodes[parent].literals.count)
    case .parameter:
      if let found = nodes[parent].parameter { return found }
      nodes[parent].parameter = new
    }
    nodes.append(Node())
    return new
  }

  @usableFromInline func match(_ method: Method, _ target: [UInt8]) -> Match {
    target.withUnsafeBufferPointer { target in
      let path = Path.part(of: target)
      guard Path.isCanonical(path) else { return .notFound }
      var parameters: [String] = []
      let rest = UnsafeBufferPointer(rebasing: path[(path.count == 1 ? 1 : 0)...])
      guard let node = find(rest, from: 0, &parameters) else { return .notFound }
      return choose(nodes[node].endpoints, method, parameters)
    }
  }

  private func choose(
    _ endpoints: [(method: Method, number: Int)], _ method: Method, _ parameters: [String]
  ) -> Match {
    for endpoint in endpoints where endpoint.method == method {
      return .found(endpoint.number, parameters: parameters)
    }
    if method == .head { return choose(endpoints, .get, parameters) }
    var methods = endpoints.map(\.method)
    if methods.contains(.get) && !methods.contains(.head) { methods.append(.head) }
    return .methodNotAllowed(methods)
  }

  /// The node at the end of `rest`, which is empty or starts with a slash.
  private func find(
    _ rest: UnsafeBufferPointer<UInt8>, from at: Int, _ parameters: inout [String]
  ) -> Int? {
    guard !rest.isEmpty else { return nodes[at].endpoints.isEmpty ? nil : at }
    var end = 1
    var escaped = false
    while end < rest.count, rest[end] != 0x2F {
      if rest[end] == 0x25 { escaped = true }
      end += 1
    }
    let segment = UnsafeBufferPointer(rebasing: rest[1..<end])
    let rest = UnsafeBufferPointer(rebasing: rest[end...])
    let decoded = escaped ? Path.decode(segment) : nil
    let literal =
      if let decoded {
        Array(decoded.utf8).withUnsafeBufferPointer { search(nodes[at].literals, $0) }
      } else {
        search(nodes[at].literals, segment)
      }
    if let literal, let found = find(rest, from: literal, &parameters) { return found }
    guard let parameter = nodes[at].parameter else { return nil }
    parameters.append(decoded ?? String(decoding: segment, as: UTF8.self))
    if let found = find(rest, from: parameter, &parameters) { return found }
    parameters.removeLast()
    return nil
  }

  private func search(
    _ literals: [(text: [UInt8], node: Int)], _ text: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    var low = 0
    var high = literals.count
    while low < high {
      let middle = (low + high) / 2
      let order = RouteTable.order(literals[middle].text, text)
      if order == 0 { return literals[middle].node }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// Below, at or above zero: shorter first, then by bytes.
  private static func order(_ a: [UInt8], _ b: UnsafeBufferPointer<UInt8>) -> Int {
    guard a.count == b.count else { return a.count - b.count }
    guard let start = b.baseAddress else { return 0 }
    return a.withUnsafeBufferPointer { Int(memcmp($0.baseAddress!, start, b.count)) }
  }
}
