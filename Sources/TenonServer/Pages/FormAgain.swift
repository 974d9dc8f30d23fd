import TenonDatabase
import TenonHTTP
import TenonPages

extension FormPart {
  /// The form once more with everything as typed: because something is wrong, or to show what a
  /// search found.
  func again(
    _ typed: TypedForm, _ before: FormShown, _ refusal: Refusal?
  ) throws -> Response {
    var shown = before
    var wrong: [(field: String, problem: FieldProblem)] = []
    switch refusal {
    case nil: break
    case .invalid(let problems):
      wrong = problems
      // What the definition says of the whole record stands above the form.
      shown.problems = problems.filter { $0.field.isEmpty }
        .compactMap { $0.problem.said(exchange.locale) }
    case .taken(let fields):
      wrong = fields.map { ($0, .notUnique) }
      if fields.isEmpty, let words = refusal?.words.title {
        shown.problems = [words[exchange.locale]]
      }
    case .versionConflict:
      guard case .edit(let id, let title, _) = shown.purpose, let found = try conflict(id, typed)
      else { throw Refusal.versionConflict }
      shown.conflict = found.conflict
      shown.purpose = .edit(id: id, title: title, version: found.version)
    case .some(let other):
      return part.problemPage(other)
    }
    shown.problems += try closed(wrong, shown.id)
    // What is wrong outside of the part that was shown is asked for too.
    let asked = wrong.compactMap { $0.field.split(separator: "/").first.map(String.init) }
    let stored = try stored(shown.id)
    let more = more(asked, than: typed, stored)
    if shown.only != nil { shown.only?.formUnion(asked.filter(isItem)) }
    let id = shown.id
    return try show(
      shown, status: refusal?.status ?? 200, over: stored, typed.input.values
    ) { column, fields in
      let name = entity.meta.name(ofColumn: column)
      let problem = wrong.first { $0.field == name }?.problem
      if let value = more[column] {
        var field = try fields.field(column, value, of: id)
        field.problem = problem
        return field
      }
      var field = try fields.typed(column, typed.row, find: typed.find, problem, of: id)
      field.hold(stored[column], entity, column)
      return field
    } lines: { lines in
      let index = part.tenant.relations.subforms(of: entity)
        .firstIndex { $0.look.name == lines.owned.look.name }
      let given = index.flatMap { typed.lines[$0] }
      var made =
        try given.map { try lines.typed($0, find: typed.find, wrong) } ?? lines.stored(id)
      made?.problem = wrong.first { $0.field == lines.owned.look.name }?.problem
      return made
    }
  }

  /// What is wrong with fields for which the form has no input, a sentence each.
  private func closed(
    _ wrong: [(field: String, problem: FieldProblem)], _ id: Int64?
  ) throws -> [String] {
    let open = try rights.inputs(entity, id)
    return wrong.filter { found in
      entity.meta.column(named: found.field).map { !open.contains($0) } ?? false
    }.map { Refusal.invalid([$0]).sentence(entity, exchange.language, exchange.context) }
  }

  /// What is stored of the record, or what a new one starts with.
  private func stored(_ id: Int64?) throws -> [Value] {
    try id.flatMap { try current($0)?.seen.values } ?? FormFields.defaults(entity, exchange)
  }

  /// The values of fields that the form did not show and now will, by column.
  private func more(
    _ asked: [String], than typed: TypedForm, _ stored: [Value]
  ) -> [Int: Value] {
    guard let only = typed.only else { return [:] }
    let columns = asked.filter { !only.contains($0) }.compactMap(entity.meta.column(named:))
    return Dictionary(columns.map { ($0, stored[$0]) }) { first, _ in first }
  }

  /// What the record holds now where it differs from what was typed.
  private func conflict(
    _ id: Int64, _ typed: TypedForm
  ) throws -> (conflict: EditConflict, version: Int64)? {
    try part.tenant.database.read { session in
      let reader = reader(session)
      guard let seen = try reader.seen(entity, id) else { return nil }
      let values = seen.values
      let differing = entity.meta.fieldColumns.filter { column in
        guard let given = typed.input.values[column] else { return false }
        return given != values[column]
      }.map { entity.meta.name(ofColumn: $0) }
      let fields = try RecordFields(part, entity).read(id, seen.sight, reader)
      return (
        EditConflict(
          changedBy: try reader.userName(values[SystemColumn.updatedBy].integer),
          changedAt: part.tenant.zone.local(values[SystemColumn.updatedAt].integer ?? 0),
          fields: fields.filter { differing.contains($0.field.name) }),
        values[SystemColumn.version].integer ?? 0
      )
    }
  }
}

extension FormField {
  /// Remembers whether there is a secret behind what was typed.
  mutating func hold(_ stored: Value?, _ entity: EntityModel, _ column: Int) {
    holdsSecret = entity.secretColumns.contains(column) && stored?.isBlank == false
  }
}
