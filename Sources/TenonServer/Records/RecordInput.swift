import TenonPages

/// Values for a record from outside, parsed: by column index, nil where nothing was given. From
/// JSON, from a form or from a CSV row alike.
struct RecordInput: Sendable {
  var values: [Value?]
  var problems: [(column: Int, problem: FieldProblem)] = []

  init(_ entity: EntityModel) {
    values = Array(repeating: nil, count: entity.table.columns.count)
  }

  /// Notes that a column's text is not of its form.
  mutating func refuse(_ column: Int, _ problem: FieldProblem) {
    problems.append((column, problem))
  }

  /// Problems of the input and of the record together: one per field, those of the input first.
  func merged(with checks: Checks) -> [(column: Int, problem: FieldProblem)] {
    var all = problems
    for found in checks.problems where !all.contains(where: { $0.column == found.column }) {
      all.append(found)
    }
    return all.sorted { $0.column < $1.column }
  }
}
