import TenonDatabase
import TenonPages

/// Makes the fields of a form with what they need beside their text: titles and choices of
/// references, date-times on the reader's clock.
struct FormFields {
  private let part: PagePart
  private let entity: EntityModel
  private let reader: RecordReader
  private let edited: EditedRecord

  init(
    _ part: PagePart, _ entity: EntityModel, _ reader: RecordReader, _ edited: EditedRecord
  ) {
    self.part = part
    self.entity = entity
    self.reader = reader
    self.edited = edited
  }

  /// What a new record starts with.
  static func defaults(_ entity: EntityModel, _ exchange: WebExchange) throws -> [Value] {
    try exchange.tenant.database.read { try defaults(entity, exchange, $0) }
  }

  /// The same within a reading.
  static func defaults(
    _ entity: EntityModel, _ exchange: WebExchange, _ session: Session
  ) throws -> [Value] {
    guard let person = exchange.signedIn else { return defaults(entity.type) }
    let tenant = exchange.tenant
    var values = try started(
      entity.type,
      RuleKeeper(
        tenant: tenant, principal: person.user.principal, session: session, now: tenant.clock()))
    for column in entity.meta.fieldColumns
    where entity.meta.field(column)?.startsWithMe == true {
      values[column] = .integer(person.user.id)
    }
    return values
  }

  private static func defaults<E: Entity>(_ type: E.Type) -> [Value] { E().values() }

  private static func started<E: Entity>(
    _ type: E.Type, _ rules: RuleKeeper
  ) throws -> [Value] {
    var record = E()
    // What does not fit is told when it is saved.
    _ = try rules.start(&record)
    return record.values()
  }

  private func pageField(_ column: Int) -> PageField {
    entity.pageField(column, part.exchange.language, part.exchange.locale)
  }

  /// A field that holds a value. `id` is the record's, nil for a new one.
  func field(_ column: Int, _ value: Value, of id: Int64?) throws -> FormField {
    let field = pageField(column)
    guard let target = part.tenant.target(of: column, in: entity) else {
      var value = value
      if field.storage == .dateTime, case .integer(let instant) = value {
        value = .integer(part.tenant.zone.local(instant))
      }
      var made = FormField(field, value: value)
      if entity.isFileColumn(column) { made.files = try reader.files(value) }
      return marked(made, column, id)
    }
    let (choices, hasMore) = try offered(column, target, "")
    var made = FormField(
      field, value: value, related: try title(value.integer, target), choices: choices,
      hasMoreChoices: hasMore)
    made.pick = pick(column)
    return made
  }

  /// The records that a reference can be set to as the form stands.
  func offered(
    _ column: Int, _ target: EntityModel, _ words: String, limit: Int = RecordChoices.limit
  ) throws -> (choices: [RecordChoice], hasMore: Bool) {
    try RecordChoices(reader: reader, target: target, for: column, of: entity, edited)
      .matching(words, limit: limit)
  }

  /// Where the page asks again for that.
  func pick(_ column: Int) -> FormField.Pick? {
    let via = edited.above.map { ($0.column, $0.values[SystemColumn.id].integer) }
    return ChoosePart.pick(
      column, of: entity, edited.values[SystemColumn.id].integer, in: part.tenant, via: via)
  }

  /// A field as it was typed. `find` is the input whose records are looked for.
  func typed(
    _ column: Int, _ form: TypedRow, find: String?, _ problem: FieldProblem?, of id: Int64?
  ) throws -> FormField {
    let field = pageField(column)
    let text = form.text(field.inputName)
    guard let target = part.tenant.target(of: column, in: entity) else {
      var made = FormField(field, typed: text, problem: problem)
      if entity.isFileColumn(column) {
        made.files = try reader.files(form.input.values[column] ?? .blank)
      }
      return marked(made, column, id)
    }
    let search = find == field.name ? form.text(field.searchName) : ""
    let (choices, hasMore) = try offered(column, target, search)
    var made = FormField(
      field, typed: text, related: try title(Int64(text), target), choices: choices,
      hasMoreChoices: hasMore || !search.isEmpty, search: search, problem: problem)
    made.pick = pick(column)
    return made
  }

  /// The field, and where to ask whether its value is taken when it must occur once.
  private func marked(_ field: FormField, _ column: Int, _ id: Int64?) -> FormField {
    guard entity.isUnique(column), !field.isReadOnly else { return field }
    var field = field
    field.taken = PagePath.taken(entity.name).with([
      ("field", field.field.name), ("id", id.map { String($0) } ?? ""),
    ])
    return field
  }

  private func title(_ id: Int64?, _ target: EntityModel) throws -> String? {
    guard let id else { return nil }
    return try reader.title(target, id)
  }
}

/// Makes the rows of a subform for a form.
struct FormLinesReader {
  let part: PagePart
  let owned: Relations.Owned
  let reader: RecordReader
  /// The record that the rows belong to as the form holds it.
  let above: [Value]

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
      let values = isLimited(columns) ? try reader.values(owned.child, row.id) : nil
      return FormLine(
        id: row.id, version: row.version,
        fields: try zip(columns, row.cells).map { column, cell in
          try formField(
            column, FormField(field(column), value: cell.value, related: cell.related), choices,
            values)
        })
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
      let values = try values(line)
      let fields = try columns.map { column in
        let problem = wrong.first { $0.field == path + "/" + field(column).name }?.problem
        if wanted == field(column).name {
          return try formFields(values)
            .typed(column, line.row, find: wanted, problem, of: line.input.id)
        }
        let text = line.row.text(field(column).inputName)
        var typed = FormField(field(column), typed: text, problem: problem)
        if let target = part.tenant.target(of: column, in: owned.child), let id = Int64(text) {
          typed.related = try reader.title(target, id)
        }
        return try formField(column, typed, choices, values)
      }
      made.append(
        FormLine(
          id: line.input.id, version: line.input.version, isDeleted: line.input.isDeleted,
          fields: fields, problem: problem(of: path, columns, wrong)))
    }
    return try self.made(made, columns, choices)
  }

  /// A row as the form holds it.
  private func values(_ line: TypedLine) throws -> [Value] {
    let stored = try line.input.id.flatMap { try reader.values(owned.child, $0) }
    return line.row.over(
      try stored ?? FormFields.defaults(owned.child, part.exchange, reader.session), owned.child,
      part)
  }

  private func formFields(_ values: [Value]) -> FormFields {
    FormFields(
      part, owned.child, reader, EditedRecord(values: values, above: (owned.by, above)))
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
    _ column: Int, _ field: FormField, _ choices: [Int: Choices], _ row: [Value]?
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

  private func made(
    _ rows: [FormLine], _ columns: [Int],
    _ choices: [Int: (choices: [RecordChoice], hasMore: Bool)]
  ) throws -> FormLines {
    let principal = reader.principal
    let defaults = try FormFields.defaults(owned.child, part.exchange, reader.session)
    let blank = FormLine(
      fields: try columns.map { column in
        try formField(column, FormField(field(column), value: defaults[column]), choices, defaults)
      })
    let canAdd = authorize(principal, .create, on: owned.child.type) != nil
    return FormLines(
      name: owned.look.name, label: owned.look.label[language],
      help: owned.look.help.map { $0[language] }, rows: rows, blank: canAdd ? blank : nil,
      canDelete: authorize(principal, .delete, on: owned.child.type) != nil)
  }
}
