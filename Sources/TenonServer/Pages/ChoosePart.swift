import TenonDatabase
import TenonHTTP
import TenonPages

/// Suggestions for a reference whose choice is limited, as JSON: `{"items":[{"id":…,"title":…}]}`.
/// The request names the `field` and says as `f.{name}` what the form holds now; `id` is the
/// record, when it is stored, and fills in the rest. For a row, `via` is its reference to the
/// record above, of which `above.id` and `above.f.{name}` say the same.
struct ChoosePart {
  let part: PagePart
  let person: SignedIn
  let entity: EntityModel

  static func routes(_ entity: EntityModel) -> [Route] {
    [
      Route(
        .get, Routes.app(entity, "-", "choose"),
        .page { .now(try ChoosePart(part: $0, person: $1, entity: entity).answer()) })
    ]
  }

  /// The question for a reference of a record; nil when every record of its target can be chosen.
  static func pick(
    _ column: Int, of entity: EntityModel, _ id: Int64?, in tenant: Tenant,
    via: (column: Int, above: Int64?)? = nil
  ) -> FormField.Pick? {
    guard let rule = tenant.choices.rule(column, of: entity) else { return nil }
    let meta = entity.meta
    var reads: [String] = []
    for read in rule.reads {
      if let via, via.column == read.column, let first = read.onward.first {
        reads.append("^" + first.entity.meta.name(ofColumn: first.column))
      } else if meta.fieldColumns.contains(read.column) {
        reads.append(meta.name(ofColumn: read.column))
      }
    }
    var query = [("field", meta.name(ofColumn: column))]
    if let id { query.append(("id", String(id))) }
    if let via {
      query.append(("via", meta.name(ofColumn: via.column)))
      if let above = via.above { query.append(("above.id", String(above))) }
    }
    return FormField.Pick(
      path: PagePath.choose(entity.name).with(query), reads: Set(reads).sorted())
  }

  private func answer() throws -> Response {
    let principal = person.user.principal
    let proofs = [Action.create, .update].compactMap { authorize(principal, $0, on: entity.type) }
    if proofs.isEmpty { throw Refusal.forbidden }
    guard let column = part.request.parameter("field").flatMap(entity.meta.column(named:)),
      let target = part.tenant.target(of: column, in: entity)
    else { throw Refusal.parameter("field") }
    guard proofs.contains(where: { $0.mayWrite(column) }) else { throw Refusal.forbidden }
    let words = part.request.parameter("q") ?? ""
    let choices = try part.tenant.database.read { session in
      let reader = part.reader(person, session)
      return try RecordChoices(
        reader: reader, target: target, for: column, of: entity, try edited(reader)
      ).matching(words).choices
    }
    return PickPart.answer(choices)
  }

  /// The record as the form holds it.
  private func edited(_ reader: RecordReader) throws -> EditedRecord {
    let own = try values(entity, part.request.query, reader)
    var edited = EditedRecord(values: own.values, dimmed: own.dimmed)
    guard let name = part.request.parameter("via") else { return edited }
    guard let by = entity.meta.column(named: name),
      let owner = part.tenant.target(of: by, in: entity)
    else { throw Refusal.parameter("via") }
    let mark = "above."
    let given = part.request.query.filter { $0.name.hasPrefix(mark) }
      .map { (name: String($0.name.dropFirst(mark.count)), value: $0.value) }
    let above = try values(owner, given, reader)
    edited.above = (by, above.values, above.dimmed)
    return edited
  }

  /// The values, and the columns of those that are stored and not seen in full.
  private func values(
    _ entity: EntityModel, _ query: FormBody, _ reader: RecordReader
  ) throws -> (values: [Value], dimmed: Set<Int>) {
    var base: [Value]
    var dimmed: Set<Int> = []
    if let text = query.first(where: { $0.name == "id" })?.value, !text.isEmpty {
      guard let id = Int64(text), let seen = try reader.seen(entity, id) else {
        throw Refusal.notFound
      }
      (base, dimmed) = (seen.values, Set(seen.sight.dimmed))
    } else {
      base = try FormFields.defaults(entity, part.exchange, reader.session)
    }
    let given = TypedRow(query, part, entity, Array(entity.meta.fieldColumns))
    let (values, typed) = given.over(base, entity, part)
    return (values, dimmed.subtracting(typed))
  }
}

extension TypedRow {
  /// Values of a record with those instead that arrived here, and which these are.
  func over(
    _ values: [Value], _ entity: EntityModel, _ part: PagePart
  ) -> (values: [Value], typed: Set<Int>) {
    var values = values
    var typed: Set<Int> = []
    for column in entity.meta.fieldColumns {
      let field = entity.pageField(column, part.exchange.language, part.exchange.locale)
      if !has(field.inputName) { continue }
      values[column] = input.values[column] ?? .blank
      typed.insert(column)
    }
    return (values, typed)
  }
}
