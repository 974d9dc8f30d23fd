import TenonHTTP

/// One request from its arrival to its answer, as log and metrics see it.
struct Visit: Sendable {
  /// What its answer, its line in the log and a problem page call it.
  let id: String
  /// On the monotonic clock, in nanoseconds.
  let start: Int64
  /// Whether the answer may go out in gzip.
  let takesGzip: Bool
  /// The route's; of no route until one is found.
  var figures: RouteFigures
  /// Who asks, once that is known.
  var user: Int64?
}

/// What is counted of one route.
final class RouteFigures: Sendable {
  let method: String
  /// The template, never the path itself, which may hold what is nobody else's business.
  let path: String
  let kind: RouteKind
  private let answers = Counts(5)

  init(method: String, path: String, kind: RouteKind) {
    self.method = method
    self.path = path
    self.kind = kind
  }

  func add(status: Int) { answers.add(min(max(status / 100, 1), 5) - 1) }

  /// Answers so far by class of status, from 1xx on.
  var counts: [Int] { answers.values }
}

/// Routes whose times are counted together.
enum RouteKind: String, CaseIterable, Sendable { case open, api, page, form, none }
