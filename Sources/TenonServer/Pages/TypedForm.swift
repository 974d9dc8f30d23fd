import TenonPages

/// What a person typed into a record's form: as text, and as input for the store.
struct TypedForm: Sendable {
  /// The names that a form which shows a part of the record says that it shows; nil for all.
  let only: Set<String>?
  /// The form's own fields.
  let row: TypedRow
  /// The rows of subforms by the subform's index, without those that were left as they came.
  let lines: [Int: [TypedLine]]
  /// What the store takes.
  let input: RecordInput
  /// The input whose records are looked for, when that button was pressed: `customer`, or
  /// `lines.0.product` in a row.
  let find: String?
  private let texts: [String: String]

  /// Reads the form of a record, or of a new one. A field that the form has no input for, since the
  /// person may not write it, counts only when it came nevertheless: then it is refused. Without
  /// `rights` the form has inputs for all.
  init(
    _ form: FormBody, _ part: PagePart, _ entity: EntityModel, of id: Int64? = nil,
    _ rights: FormRights? = nil
  ) throws {
    texts = Dictionary(form.map { ($0.name, $0.value) }) { first, _ in first }
    let named = texts["only"].map { Set($0.split(separator: ",").map(String.init)) }
    only = named.flatMap { $0.isEmpty ? nil : $0 }
    var own: FormBody = []
    var rows: [String: [(number: String, form: FormBody)]] = [:]
    for (name, value) in form {
      let parts = name.split(separator: ".", maxSplits: 2)
      guard parts.count == 3, parts[0] != "f", parts[0] != "q" else {
        own.append((name, value))
        continue
      }
      let (subform, number) = (String(parts[0]), String(parts[1]))
      let index = rows[subform]?.firstIndex { $0.number == number }
      if let index {
        rows[subform]?[index].form.append((String(parts[2]), value))
      } else {
        rows[subform, default: []].append((number, [(String(parts[2]), value)]))
      }
    }
    let shown = only
    func shows(_ name: String) -> Bool { shown?.contains(name) ?? true }
    row = TypedRow(
      own, part, entity,
      entity.meta.fieldColumns.filter { shows(entity.meta.name(ofColumn: $0)) },
      open: try rights?.inputs(entity, id))
    var input = row.input
    var lines: [Int: [TypedLine]] = [:]
    for (index, owned) in part.tenant.relations.subforms(of: entity).enumerated() {
      guard shows(owned.look.name), let given = rows[owned.look.name] else { continue }
      let typed = try given.map { try TypedLine($0.number, $0.form, part, owned, rights) }
        .filter { !$0.isBlank }
      lines[index] = typed
      input.lines[index] = typed.map(\.input)
    }
    self.lines = lines
    self.input = input
    find = TypedForm.wanted(texts, own, rows)
  }

  /// The input to look for: named by its button or, when the Enter key sent the form, the first
  /// whose box holds something.
  private static func wanted(
    _ texts: [String: String], _ own: FormBody,
    _ rows: [String: [(number: String, form: FormBody)]]
  ) -> String? {
    guard let find = texts["find"], find == "enter" else { return texts["find"] }
    func filled(_ form: FormBody) -> String? {
      form.first { $0.name.hasPrefix("q.") && !$0.value.isEmpty }.map {
        String($0.name.dropFirst(2))
      }
    }
    if let name = filled(own) { return name }
    for (subform, all) in rows {
      for row in all {
        if let name = filled(row.form) { return "\(subform).\(row.number).\(name)" }
      }
    }
    return nil
  }

  /// The text of a form field; empty when it did not arrive.
  func text(_ name: String) -> String { texts[name] ?? "" }
}

/// The fields of one record in a form: its own or those of a row.
struct TypedRow: Sendable {
  private let texts: [String: String]
  private(set) var input: RecordInput

  /// Reads these columns. `prefix` is what names of inputs had before those of the form; `open` are
  /// those with an input, nil for all: others count when they came.
  init(
    _ form: FormBody, _ part: PagePart, _ entity: EntityModel, _ columns: [Int],
    prefix: String = "", open: ColumnSet? = nil
  ) {
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
    input = RecordInput(entity)
    input.isForm = true
    let exchange = part.exchange
    for column in columns {
      guard let shape = entity.meta.field(column), shape.isWritten else { continue }
      let field = entity.pageField(column, exchange.language, exchange.locale)
      let isCleared = shape.control == "secret" && texts[field.clearName] != nil
      if open?.contains(column) == false && texts[field.inputName] == nil && !isCleared {
        continue
      }
      let text = texts[field.inputName] ?? ""
      // It shows nothing, so that nothing in it changes nothing, but for a tick that clears it.
      if shape.control == "secret" && text.isEmpty {
        if isCleared { input.values[column] = .blank }
        continue
      }
      let parsed = FormInput.parse(text, as: field)
        .flatMap { shape.value(ofForm: $0, part.tenant.zone) }
      if let parsed {
        input.values[column] = parsed
      } else {
        input.refuse(column, shape.options.isEmpty ? .malformed : .unknown)
      }
      let name = prefix + field.inputName
      if let file = part.request.files.first(where: { $0.content == nil && $0.field == name }) {
        let limit = part.tenant.files.limits.fileSize
        input.refuse(column, .fileTooLarge(FileName.cleaned(file.name), limit: limit))
      }
    }
  }

  /// The text of a form field; empty when it did not arrive.
  func text(_ name: String) -> String { texts[name] ?? "" }

  /// Whether a form field arrived.
  func has(_ name: String) -> Bool { texts[name] != nil }
}

/// A row of a subform as it was typed.
struct TypedLine: Sendable {
  /// What its inputs' names had behind the subform's.
  let number: String
  let row: TypedRow
  let input: LineInput
  /// Whether it is a new row in which nothing was typed.
  let isBlank: Bool

  init(
    _ number: String, _ form: FormBody, _ part: PagePart, _ owned: Relations.Owned,
    _ rights: FormRights?
  ) throws {
    self.number = number
    let given = form.first { $0.name == "id" }.flatMap { Int64($0.value) }
    let open = try rights?.open(owned.child, given)
    row = TypedRow(
      form, part, owned.child, owned.columns, prefix: "\(owned.look.name).\(number).",
      open: open)
    let id = Int64(row.text("id"))
    input = LineInput(
      id: id, version: Int64(row.text("version")), isDeleted: row.has("delete") && id != nil,
      input: row.input)
    let typed = row
    let defaults = try FormFields.defaults(owned.child, part.exchange)
    let isUntouched = owned.columns.allSatisfy { column in
      let field = owned.child.pageField(column, part.exchange.language, part.exchange.locale)
      let text = typed.text(field.inputName)
      return text.isEmpty || text == FormField(field, value: defaults[column]).text
        || typed.input.values[column] == defaults[column]
    }
    let isNothing = owned.columns.allSatisfy { typed.input.values[$0] == nil }
    isBlank =
      id == nil
      ? isUntouched && row.input.problems.isEmpty || typed.has("delete")
      // A row that stands there without an input.
      : isNothing && row.input.problems.isEmpty && !input.isDeleted
  }
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
