import TenonDatabase
import TenonPages

/// Makes the fields of a form with what they need beside their text: titles and choices of
/// references, date-times on the reader's clock.
struct FormFields {
  private let part: PagePart
  private let entity: EntityModel
  private let reader: RecordReader

  init(_ part: PagePart, _ entity: EntityModel, _ reader: RecordReader) {
    self.part = part
    self.entity = entity
    self.reader = reader
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
    let (choices, hasMore) = try RecordChoices(reader: reader, target: target).matching("")
    return FormField(
      field, value: value, related: try title(value.integer, target), choices: choices,
      hasMoreChoices: hasMore)
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
    let (choices, hasMore) = try RecordChoices(reader: reader, target: target).matching(search)
    return FormField(
      field, typed: text, related: try title(Int64(text), target), choices: choices,
      hasMoreChoices: hasMore || !search.isEmpty, search: search, problem: problem)
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
  /// Whether the script holds the form to rules.
  let isFollowed: Bool

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
      let states = try guide.states(owned.child, row.id)
      return try following(
        FormLine(
          id: row.id, version: row.version,
          fields: zip(columns, row.cells).map { column, cell in
            formField(
              column, FormField(field(column), value: cell.value, related: cell.related), choices
            ).following(states, column)
          }), columns)
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
      let states = try guide.states(owned.child, line.input.id, line.input.input.values)
      let fields = try columns.map { column in
        let problem = wrong.first { $0.field == path + "/" + field(column).name }?.problem
        if wanted == field(column).name {
          return try FormFields(part, owned.child, reader)
            .typed(column, line.row, find: wanted, problem, of: line.input.id)
            .following(states, column)
        }
        let text = line.row.text(field(column).inputName)
        var typed = FormField(field(column), typed: text, problem: problem)
        if let target = part.tenant.target(of: column, in: owned.child), let id = Int64(text) {
          typed.related = try reader.title(target, id)
        }
        return formField(column, typed, choices).following(states, column)
      }
      made.append(
        try following(
          FormLine(
            id: line.input.id, version: line.input.version, isDeleted: line.input.isDeleted,
            fields: fields, problem: problem(of: path, columns, wrong)), columns))
    }
    return try self.made(made, columns, choices)
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

  /// What is offered in each column: once for all rows.
  private func choices(
    _ columns: [Int]
  ) throws -> [Int: (choices: [RecordChoice], hasMore: Bool)] {
    var found: [Int: (choices: [RecordChoice], hasMore: Bool)] = [:]
    for column in columns {
      guard let target = part.tenant.target(of: column, in: owned.child) else { continue }
      let all = try RecordChoices(reader: reader, target: target).matching("")
      // A page holds them once for each row.
      found[column] = (
        Array(all.choices.prefix(12)), all.hasMore || all.choices.count > 12
      )
    }
    return found
  }

  private func formField(
    _ column: Int, _ field: FormField,
    _ choices: [Int: (choices: [RecordChoice], hasMore: Bool)]
  ) -> FormField {
    var field = field
    field.choices = choices[column]?.choices ?? []
    field.hasMoreChoices = choices[column]?.hasMore ?? false
    return field
  }

  /// The row with what the script has to know of it.
  private func following(_ line: FormLine, _ columns: [Int]) throws -> FormLine {
    guard isFollowed else { return line }
    var line = line
    let values =
      try line.id.flatMap { try reader.values(owned.child, $0) }
      ?? FormFields.defaults(owned.child, part.exchange, reader.session)
    line.known = guide.known(owned.child, line.id, values, inputs: Set(columns))
    return line
  }

  private func made(
    _ rows: [FormLine], _ columns: [Int],
    _ choices: [Int: (choices: [RecordChoice], hasMore: Bool)]
  ) throws -> FormLines {
    let principal = reader.principal
    let defaults = try FormFields.defaults(owned.child, part.exchange, reader.session)
    let states = try guide.states(owned.child, nil)
    let blank = try following(
      FormLine(
        fields: columns.map { column in
          formField(column, FormField(field(column), value: defaults[column]), choices)
            .following(states, column)
        }), columns)
    let canAdd = authorize(principal, .create, on: owned.child.type) != nil
    return FormLines(
      name: owned.look.name, label: owned.look.label[language],
      help: owned.look.help.map { $0[language] }, rows: rows, blank: canAdd ? blank : nil,
      canDelete: authorize(principal, .delete, on: owned.child.type) != nil)
  }
}
