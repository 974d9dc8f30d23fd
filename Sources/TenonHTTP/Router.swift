/// A part of a route's path.
public enum Segment: Sendable, Equatable {
  /// Exactly this text, decoded.
  case literal(String)
  /// Any one segment; its decoded text is a parameter.
  case parameter
}

/// A table of routes; what is not in it does not exist.
///
/// A path has one spelling, and in any other it is not found: no empty, `.` or `..` segment, no
/// slash at the end, no `;` or `\`, no absolute form, and an escape only where it must be: for
/// UTF-8 beyond ASCII, in upper case. The bytes are decoded once.
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

  @usableFromInline let table: RouteTable
  @usableFromInline let endpoints: [Endpoint]

  /// The table of these routes, in any order.
  public init(_ routes: [(Method, [Segment], Endpoint)]) throws(Conflict) {
    var table = RouteTable()
    for (number, (method, path, _)) in routes.enumerated() {
      guard table.add(method, path, number) else { throw Conflict(method: method, path: path) }
    }
    self.table = table
    endpoints = routes.map { $0.2 }
  }

  /// Matches a request.
  @inlinable public func match(_ request: Request) -> Match {
    match(request.method, request.target)
  }

  /// Matches a method and a request target as sent; its query does not count.
  @inlinable public func match(_ method: Method, _ target: [UInt8]) -> Match {
    switch table.match(method, target) {
    case .found(let number, let parameters): .found(endpoints[number], parameters: parameters)
    case .methodNotAllowed(let methods): .methodNotAllowed(methods)
    case .notFound: .notFound
    }
  }
}
