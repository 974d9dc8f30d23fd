import TenonDatabase
import TenonPages

/// Makes the rows of a subform for a form.
struct FormLinesReader {
  let part: PagePart
  let owned: Relations.Owned
  let reader: RecordReader
  /// Whether the script holds the form to rules.
  let isFollowed: Bool
  /// The record that the rows belong to as the form holds it.
  let above: EditedRecord

  private var guide: FormGuide { FormGuide(part, reader) }
  private var language: Int { part.exchange.language }

  private func field(_ column: Int) -> PageField {
    owned.child.pageField(column, language, part.exchange.locale)
  }

  /// The stored rows of a record, or none for a new one; nil when the person may not see them.
  func stored(_ id: Int64?) throws -> FormLines? {
    guard let proof = reader.proof(owned.child) else { return nil }
    let lines = LineReader(part: part, owned: owned, reader: reader)
    let columns = lines.columns(proof)
    let choices = try choices(columns)
    let rows = try id.flatMap { try lines.rows($0)?.rows } ?? []
    let fields = try rows.map { row in
      let states = try guide.states(owned.child, row.id, without: row.sight.dimmed)
      let edited = isLimited(columns) ? try edited(row.id) : nil
      let made = FormLine(
        id: row.id, version: row.version,
        fields: try zip(columns, row.cells).map { column, cell in
          try formField(
            column, FormField(field(column), value: cell.value, related: cell.related), choices,
            edited
          ).following(states, column)
        })
      return try following(held(made, row.sight, columns), columns, row.sight)
    }
    return try made(fields, columns, choices)
  }

  /// The rows as they were typed, with what is wrong in them by its path.
  func typed(
    _ lines: [TypedLine], find: String?, _ wrong: [(field: String, problem: FieldProblem)]
  ) throws -> FormLines? {
    guard let proof = reader.proof(owned.child) else { return nil }
    let columns = LineReader(part: part, owned: owned, reader: reader).columns(proof)
    let choices = try choices(columns)
    let name = owned.look.name
    var made: [FormLine] = []
    for (place, line) in lines.enumerated() {
      let path = "\(name)/\(place)"
      let prefix = "\(name).\(line.number)."
      let wanted = find.flatMap { $0.hasPrefix(prefix) ? String($0.dropFirst(prefix.count)) : nil }
      let seen = try line.input.id.flatMap {
        try reader.seen(owned.child, $0, asking: [.update, .delete])
      }
      let states = try guide.states(
        owned.child, line.input.id, line.input.input.values,
        without: seen?.sight.dimmed ?? newSight.dimmed)
      let edited = try edited(line)
      let fields = try columns.map { column in
        let problem = wrong.first { $0.field == path + "/" + field(column).name }?.problem
        if wanted == field(column).name {
          return try formFields(edited)
            .typed(column, line.row, find: wanted, problem, of: line.input.id)
            .following(states, column)
        }
        let text = line.row.text(field(column).inputName)
        var typed = FormField(field(column), typed: text, problem: problem)
        typed.isCleared = line.row.has(field(column).clearName)
        typed.hold(seen?.values[column], owned.child, column)
        if let target = part.tenant.target(of: column, in: owned.child), let id = Int64(text) {
          typed.related = try reader.title(target, id)
        }
        return try formField(column, typed, choices, edited).following(states, column)
      }
      let found = FormLine(
        id: line.input.id, version: line.input.version, isDeleted: line.input.isDeleted,
        fields: fields, problem: problem(of: path, columns, wrong))
      made.append(
        try following(held(found, seen?.sight, columns, seen?.values), columns, seen?.sight))
    }
    return try self.made(made, columns, choices)
  }

  /// What is seen of a row that is new.
  private var newSight: FormSight {
    FormSight(new: owned.child, reader.principal, part.tenant)
  }

  /// A row that was typed, as the form holds it.
  private func edited(_ line: TypedLine) throws -> EditedRecord {
    let stored = try line.input.id.flatMap { try edited($0) }
    var row = try stored ?? edited(FormFields.defaults(owned.child, part.exchange, reader.session))
    for (column, value) in line.input.input.values.enumerated() {
      guard let value else { continue }
      row.values[column] = value
      row.dimmed.remove(column)
    }
    return row
  }

  /// A row that is stored; nil when it is not there for the person.
  private func edited(_ id: Int64) throws -> EditedRecord? {
    try reader.seen(owned.child, id).map { edited($0.values, Set($0.sight.dimmed)) }
  }

  private func edited(_ values: [Value], _ dimmed: Set<Int> = []) -> EditedRecord {
    EditedRecord(
      values: values, dimmed: dimmed, above: (owned.by, above.values, above.dimmed))
  }

  private func formFields(_ row: EditedRecord) -> FormFields {
    FormFields(part, owned.child, reader, row)
  }

  /// What is wrong with a row but with none of the columns shown.
  private func problem(
    of path: String, _ columns: [Int], _ wrong: [(field: String, problem: FieldProblem)]
  ) -> FieldProblem? {
    let shown = Set(columns.map { path + "/" + field($0).name })
    return wrong.first {
      ($0.field == path || $0.field.hasPrefix(path + "/")) && !shown.contains($0.field)
    }?.problem
  }

  private typealias Choices = (choices: [RecordChoice], hasMore: Bool)

  /// Whether what some of these columns offer depends on the row.
  private func isLimited(_ columns: [Int]) -> Bool {
    columns.contains { part.tenant.choices.rule($0, of: owned.child) != nil }
  }

  /// What is offered in each column: once for all rows, where it does not depend on them.
  private func choices(_ columns: [Int]) throws -> [Int: Choices] {
    var found: [Int: Choices] = [:]
    for column in columns {
      guard let target = part.tenant.target(of: column, in: owned.child),
        part.tenant.choices.rule(column, of: owned.child) == nil
      else { continue }
      found[column] = few(try RecordChoices(reader: reader, target: target).matching(""))
    }
    return found
  }

  /// A page holds them once for each row.
  private func few(_ all: Choices) -> Choices {
    (Array(all.choices.prefix(12)), all.hasMore || all.choices.count > 12)
  }

  private func formField(
    _ column: Int, _ field: FormField, _ choices: [Int: Choices], _ row: EditedRecord?
  ) throws -> FormField {
    var field = field
    var offered = choices[column]
    if offered == nil, let row, let target = part.tenant.target(of: column, in: owned.child) {
      let fields = formFields(row)
      offered = few(try fields.offered(column, target, ""))
      field.pick = fields.pick(column)
    }
    field.choices = offered?.choices ?? []
    field.hasMoreChoices = offered?.hasMore ?? false
    return field
  }

  /// The row with what the script has to know of it.
  private func following(
    _ line: FormLine, _ columns: [Int], _ sight: Sight?
  ) throws -> FormLine {
    guard isFollowed else { return line }
    var line = line
    let values =
      try line.id.flatMap { try reader.values(owned.child, $0) }
      ?? FormFields.defaults(owned.child, part.exchange, reader.session)
    let inputs = zip(columns, line.fields).filter { !$1.isSettled }.map(\.0)
    line.known = guide.known(owned.child, line.id, values, sight, inputs: Set(inputs))
    return line
  }

  /// The row with inputs for what the person may change of it. `values` are those that are stored,
  /// where the fields hold what was typed.
  private func held(
    _ line: FormLine, _ sight: Sight?, _ columns: [Int], _ values: [Value]? = nil
  ) throws -> FormLine {
    let rights =
      sight.map { FormSight($0, owned.child) } ?? newSight
    var line = line
    if let sight { (line.canEdit, line.canDelete) = (sight.may(.update), sight.may(.delete)) }
    for (place, column) in columns.enumerated()
    where owned.child.meta.field(column)?.isWritten == true && !rights.isOpen(column) {
      var field = line.fields[place]
      if field.value == nil {
        field.value = values?[column]
        if field.field.storage == .dateTime, case .integer(let instant) = field.value {
          field.value = .integer(part.tenant.zone.local(instant))
        }
      }
      if sight == nil { field.value = nil }
      line.fields[place] = field.settled
    }
    return line
  }

  private func made(
    _ rows: [FormLine], _ columns: [Int], _ choices: [Int: Choices]
  ) throws -> FormLines {
    let principal = reader.principal
    let defaults = try FormFields.defaults(owned.child, part.exchange, reader.session)
    let states = try guide.states(owned.child, nil, without: newSight.dimmed)
    let new = FormLine(
      fields: try columns.map { column in
        try formField(
          column, FormField(field(column), value: defaults[column]), choices, edited(defaults)
        ).following(states, column)
      })
    let blank = try following(held(new, nil, columns), columns, nil)
    let canAdd = authorize(principal, .create, on: owned.child.type) != nil
    var lines = FormLines(
      name: owned.look.name, label: owned.look.label[language],
      help: owned.look.help.map { $0[language] }, rows: rows, blank: canAdd ? blank : nil,
      canDelete: authorize(principal, .delete, on: owned.child.type) != nil)
    let readsAll =
      owned.child.type.rights.areOfAbove || reader.proof(owned.child)?.reachesAll == true
    lines.isPartial =
      !above.values[SystemColumn.id].isBlank && (!readsAll || rows.count >= LineReader.limit)
    return lines
  }
}
