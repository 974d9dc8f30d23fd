import TenonPages

/// Values for a record from outside, parsed: by column index, nil where nothing was given. From
/// JSON, from a form or from a CSV row alike.
struct RecordInput: Sendable {
  var values: [Value?]
  var problems: [(column: Int, problem: FieldProblem)] = []
  /// Whether a form sent it: it holds inputs of fields that its reader did not see.
  var isForm = false
  /// Rows of subforms, by the subform's index. What is not named here stays as it is.
  var lines: [Int: [LineInput]] = [:]

  init(_ entity: EntityModel) {
    values = Array(repeating: nil, count: entity.table.columns.count)
  }

  /// Notes that a column's text is not of its form.
  mutating func refuse(_ column: Int, _ problem: FieldProblem) {
    problems.append((column, problem))
  }

  /// Forgets what was given for a column.
  mutating func drop(_ column: Int) {
    values[column] = nil
    problems.removeAll { $0.column == column }
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

/// A row of a subform from outside: a new record, a change of one, or its deletion. The reference
/// to the record above is not among its values: the store sets it.
struct LineInput: Sendable {
  /// The record to change or to delete; nil for a new one.
  var id: Int64?
  /// The version that is meant; nil: whichever it has.
  var version: Int64?
  var isDeleted = false
  var input: RecordInput

  /// How many rows one request may carry for a record.
  static let limit = 500
}
