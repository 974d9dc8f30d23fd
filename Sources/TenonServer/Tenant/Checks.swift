import TenonPages

/// Collects what is wrong with a record; generated code calls it once per constraint.
public struct Checks {
  /// What was found, in the order of the fields.
  private(set) var problems: [(column: Int, problem: FieldProblem)] = []

  init() {}

  /// The value must be there.
  public mutating func required<T>(_ column: Int, _ value: T?) {
    if value == nil { add(column, .required) }
  }

  /// One line only.
  public mutating func line(_ column: Int, _ value: String?) {
    guard let value, value.utf8.contains(0x0A) else { return }
    add(column, .severalLines)
  }

  /// At most so many code points.
  public mutating func length(_ column: Int, _ value: String?, _ limit: Int) {
    guard let value, Text.length(value) > limit else { return }
    add(column, .tooLong(limit))
  }

  /// Between these bounds, both inclusive, in stored units.
  public mutating func range(
    _ column: Int, _ value: Int64?, _ minimum: Int64, _ maximum: Int64
  ) {
    guard let value else { return }
    if value < minimum { add(column, .tooSmall(.integer(minimum))) }
    if value > maximum { add(column, .tooLarge(.integer(maximum))) }
  }

  mutating func add(_ column: Int, _ problem: FieldProblem) { problems.append((column, problem)) }
}
