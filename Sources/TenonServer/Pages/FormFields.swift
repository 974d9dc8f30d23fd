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
    _ column: Int, _ target: EntityModel, _ words: String
  ) throws -> (choices: [RecordChoice], hasMore: Bool) {
    try RecordChoices(reader: reader, target: target, for: column, of: entity, edited)
      .matching(words)
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
      made.isCleared = form.has(field.clearName)
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
