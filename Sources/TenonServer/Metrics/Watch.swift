import Synchronization
import TenonHTTP
import TenonThreads

/// Watches every request: gives it an id, counts it, writes its line, and packs its answer.
final class Watch: Sendable {
  /// Whether each request gets a line in the log.
  private let writesLines: Bool
  /// The figures of all routes in the order of the table, and of requests that met none.
  let routes: [RouteFigures]
  private let unknown = RouteFigures(method: "-", path: "-", kind: .none)
  let times: [RouteKind: Histogram]
  private let arrived = Atomic(0)
  private let left = Atomic(0)
  /// Tells the requests of this process from those of others.
  private let process = String(Secrets.token().prefix(8))

  private let guards: BrowserGuards

  init(_ routes: [RouteFigures], guards: BrowserGuards, writesLines: Bool) {
    self.guards = guards
    self.routes = routes + [unknown]
    self.writesLines = writesLines
    times = Dictionary(uniqueKeysWithValues: RouteKind.allCases.map { ($0, Histogram()) })
  }

  /// Requests that have no answer yet.
  var underWay: Int { arrived.load(ordering: .relaxed) - left.load(ordering: .relaxed) }

  func begin(_ request: Request) -> Visit {
    let number = arrived.add(1, ordering: .relaxed).newValue
    return Visit(
      id: Watch.given(request) ?? process + "-" + String(number), start: Condition.now(),
      takesGzip: Gzip.isWelcome(request), figures: unknown)
  }

  /// The id that a proxy gave, when it is one that may stand in a log and in a page.
  private static func given(_ request: Request) -> String? {
    guard let id = request.header("x-request-id"), (1...64).contains(id.utf8.count) else {
      return nil
    }
    let isSane = id.utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: return true
      default: return false
      }
    }
    return isSane ? id : nil
  }

  /// The answer as it goes out.
  func end(_ visit: Visit, _ response: Response) -> Response {
    var response = Gzip.packed(response, visit.takesGzip)
    response.headers.append(("X-Request-Id", visit.id))
    guards.add(to: &response.headers)
    let time = Condition.now() - visit.start
    left.add(1, ordering: .relaxed)
    visit.figures.add(status: response.status)
    times[visit.figures.kind]?.add(nanoseconds: time)
    if writesLines {
      Log.request(visit, status: response.status, bytes: response.length, nanoseconds: time)
    }
    return response
  }
}
