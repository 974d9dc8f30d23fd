import TenonDatabase
import TenonPages

/// One field of a record outside of its form: read from what was posted, and made for an editor.
struct OneField {
  let part: PagePart
  let entity: EntityModel
  let column: Int

  /// The field that is named, when the person may set it in a list.
  init(_ part: PagePart, _ entity: EntityModel, _ person: SignedIn, named name: String) throws {
    let update = authorize(person.user.principal, .update, on: entity.type)
    guard let column = entity.meta.column(named: name) else { throw Refusal.parameter("field") }
    guard entity.settable(update).contains(column) else { throw Refusal.forbidden }
    self.part = part
    self.entity = entity
    self.column = column
  }

  var field: PageField {
    entity.pageField(column, part.exchange.language, part.exchange.locale)
  }

  /// The posted text; items of a list come one by one.
  func text(_ form: FormBody) -> String {
    let values = form.filter { $0.name == field.inputName }.map(\.value)
    let isList = entity.table.columns[column].storage == .list
    return isList ? values.joined(separator: ",") : values.first ?? ""
  }

  /// The input with this field alone.
  func input(_ text: String) -> RecordInput {
    var input = RecordInput(entity)
    guard let shape = entity.meta.field(column) else { return input }
    let parsed = FormInput.parse(text, as: field)
      .flatMap { shape.value(ofForm: $0, part.tenant.zone) }
    if let parsed {
      input.values[column] = parsed
    } else {
      input.refuse(column, shape.options.isEmpty ? .malformed : .unknown)
    }
    return input
  }

  /// The field with a value, for an editor of a record; nil for one of several records.
  func formField(
    _ value: Value, of record: EditedRecord?, _ reader: RecordReader
  ) throws -> FormField {
    guard let target = part.tenant.target(of: column, in: entity) else {
      var value = value
      if field.storage == .dateTime, case .integer(let instant) = value {
        value = .integer(part.tenant.zone.local(instant))
      }
      return FormField(field, value: value)
    }
    let (choices, hasMore) = try offered(target, record, reader)
    let title = try value.integer.flatMap { try reader.title(target, $0) }
    var made = FormField(
      field, value: value, related: title, choices: choices, hasMoreChoices: hasMore)
    made.pick = pick(record)
    return made
  }

  private func offered(
    _ target: EntityModel, _ record: EditedRecord?, _ reader: RecordReader
  ) throws -> (choices: [RecordChoice], hasMore: Bool) {
    try RecordChoices(
      reader: reader, target: target, for: column, of: entity, record
    ).matching("")
  }

  /// Where an editor of one record asks what it can choose.
  private func pick(_ record: EditedRecord?) -> FormField.Pick? {
    record.flatMap {
      ChoosePart.pick(column, of: entity, $0.values[SystemColumn.id].integer, in: part.tenant)
    }
  }

  /// The field as it was typed.
  func formField(
    typed text: String, _ problem: FieldProblem?, of record: EditedRecord?, _ reader: RecordReader
  ) throws -> FormField {
    guard let target = part.tenant.target(of: column, in: entity) else {
      return FormField(field, typed: text, problem: problem)
    }
    let (choices, hasMore) = try offered(target, record, reader)
    let title = try Int64(text).flatMap { try reader.title(target, $0) }
    var made = FormField(
      field, typed: text, related: title, choices: choices, hasMoreChoices: hasMore,
      problem: problem)
    made.pick = pick(record)
    return made
  }
}

extension PagePart {
  /// A reader for the person over a session.
  func reader(_ person: SignedIn, _ session: Session) -> RecordReader {
    RecordReader(
      tenant: tenant, principal: person.user.principal, session: session,
      language: exchange.language)
  }
}
