import TenonPages

/// What is wrong with the files, row by row.
struct LoadReport: Error, CustomStringConvertible {
  var lines: [String] = []

  var description: String {
    "nothing was loaded:\n" + lines.map { "  " + $0 }.joined(separator: "\n")
  }

  /// A sentence about a row.
  mutating func add(_ file: String, _ line: Int, _ text: String) {
    lines.append("\(file):\(line): \(text)")
  }

  /// Why the store refused a row: a line for each field.
  mutating func add(
    _ refusal: Refusal, _ file: String, _ line: Int, _ entity: EntityModel, _ tenant: Tenant
  ) {
    let context = tenant.context(0)
    var problems: [(field: String, problem: FieldProblem)] = []
    switch refusal {
    case .invalid(let found): problems = found
    case .taken(let fields): problems = fields.map { ($0, .notUnique) }
    default: add(file, line, refusal.words.title[context.locale])
    }
    for (name, problem) in problems {
      let field = entity.pageFields[0].first { $0.name == name }
      let text = field.map { problem.text($0, context) } ?? problem.said(context.locale) ?? ""
      add(file, line, name.isEmpty ? text : "\(name): " + text)
    }
  }
}
