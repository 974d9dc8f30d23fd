import Diagnostics

/// Names of one kind with the place of each declaration.
struct NameTable: Equatable {
  private(set) var names: [String] = []
  private(set) var index: [String: Int] = [:]
  private(set) var spans: [Span] = []
  /// Names that were declared and refused: what refers to them is not blamed.
  var refused: Set<String> = []
  /// Labels for suggestions, filled when they are known.
  var labels: [[String]] = []

  /// Adds a name and returns its index, or nil when it is there already.
  mutating func add(_ name: String, _ span: Span) -> Int? {
    guard index[name] == nil else { return nil }
    index[name] = names.count
    names.append(name)
    spans.append(span)
    labels.append([])
    return names.count - 1
  }

  /// Equal when every question is answered alike; places do not count.
  static func == (a: NameTable, b: NameTable) -> Bool {
    a.names == b.names && a.refused == b.refused && a.labels == b.labels
  }

  var candidates: [Candidate] { zip(names, labels).map { Candidate($0, labels: $1) } }
}
