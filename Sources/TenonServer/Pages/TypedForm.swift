import TenonPages

/// What a person typed into a record's form: as text, and as input for the store.
struct TypedForm: Sendable {
  private let texts: [String: String]
  let input: RecordInput
  /// The reference field whose records are looked for, when that button was pressed.
  let find: String?

  init(_ form: [(name: String, value: String)], _ part: PagePart, _ entity: EntityModel) {
    let lists = Set(
      entity.meta.shape.fields.filter { $0.storage == .list }.map { "f." + $0.name })
    var texts: [String: String] = [:]
    for (name, value) in form {
      if let first = texts[name] {
        // A list's field arrives once for each item; of all others the first counts.
        if lists.contains(name) { texts[name] = first + "," + value }
      } else {
        texts[name] = value
      }
    }
    self.texts = texts
    find = texts["find"]
    var input = RecordInput(entity)
    let exchange = part.exchange
    for column in entity.meta.fieldColumns {
      guard let shape = entity.meta.field(column), shape.presence != .automatic else { continue }
      let field = entity.pageField(column, exchange.language, exchange.locale)
      let text = texts[field.inputName] ?? ""
      let parsed = FormInput.parse(text, as: field)
        .flatMap { shape.value(ofForm: $0, part.tenant.zone) }
      if let parsed {
        input.values[column] = parsed
      } else {
        input.refuse(column, shape.options.isEmpty ? .malformed : .unknown)
      }
    }
    self.input = input
  }

  /// The text of a form field; empty when it did not arrive.
  func text(_ name: String) -> String { texts[name] ?? "" }
}

extension FieldShape {
  /// The stored value of a form's input; nil when it is none of this field's. Forms and page
  /// filters carry stored texts of options.
  func value(ofForm input: FormInput, _ zone: TimeZone) -> Value? {
    switch input {
    case .localTime(let local): return .integer(zone.instant(local))
    case .wire(let text):
      if options.isEmpty { return storage.parse(text) }
      if text.isEmpty { return .blank }
      if storage == .list {
        return storage.parse(text).flatMap { list(ItemList.items($0), byName: false) }
      }
      return options.contains { $0.stored == text } ? .text(text) : nil
    }
  }
}

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

  /// A field that holds a value.
  func field(_ column: Int, _ field: PageField, _ value: Value) throws -> FormField {
    guard let target = part.tenant.target(of: column, in: entity) else {
      var value = value
      if field.storage == .dateTime, case .integer(let instant) = value {
        value = .integer(part.tenant.zone.local(instant))
      }
      var made = FormField(field, value: value)
      if entity.isFileColumn(column) { made.files = try reader.files(value) }
      return made
    }
    let (choices, hasMore) = try RecordChoices(reader: reader, target: target).matching("")
    return FormField(
      field, value: value, related: try title(value.integer, target), choices: choices,
      hasMoreChoices: hasMore)
  }

  /// A field as it was typed.
  func typed(
    _ column: Int, _ field: PageField, _ form: TypedForm, _ problem: FieldProblem?
  ) throws -> FormField {
    let text = form.text(field.inputName)
    guard let target = part.tenant.target(of: column, in: entity) else {
      var made = FormField(field, typed: text, problem: problem)
      if entity.isFileColumn(column) {
        made.files = try reader.files(form.input.values[column] ?? .blank)
      }
      return made
    }
    let search = form.find == field.name ? form.text(field.searchName) : ""
    let (choices, hasMore) = try RecordChoices(reader: reader, target: target).matching(search)
    return FormField(
      field, typed: text, related: try title(Int64(text), target), choices: choices,
      hasMoreChoices: hasMore || !search.isEmpty, search: search, problem: problem)
  }

  private func title(_ id: Int64?, _ target: EntityModel) throws -> String? {
    guard let id else { return nil }
    return try reader.title(target, id)
  }
}
