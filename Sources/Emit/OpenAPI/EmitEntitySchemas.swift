import IR
import TargetCode
import Values

extension Emitter {
  /// What one reads, creates, updates and sends many of at once.
  func schemas(_ entity: Entity, type: String) -> [(key: String, value: JSONTree)] {
    let clauses = sights.clauses(of: entity)
    let hidden = Set(clauses.flatMap { $0.hide.map(\.field) })
    let masked = Set(clauses.flatMap { $0.mask.map(\.field) })
    let fields = entity.fields.indices.map { index in
      let schema = entity.fields[index].schema(nullable: !entity.fields[index].isStored)
      return (entity.fields[index].name, masked.contains(index) ? schema.withoutFormat : schema)
    }
    // What somebody does not see is left out for whom.
    let shown = entity.fields.indices.filter { !hidden.contains($0) }.map { fields[$0].0 }
    let lines = entity.subforms.map { subform in
      (subform.name, OpenAPI.array(OpenAPI.reference(line(subform, type)), limit: 500))
    }
    let write = writable(entity, except: nil) + lines
    // A field with a default need not be sent.
    let needed = entity.fields.filter { $0.isRequired && $0.isWritable && !$0.startsFilled }
      .map(\.name)
    var schemas = [
      (
        type,
        OpenAPI.object(
          system + fields + expanded(entity), required: system.map(\.key) + shown)
      ),
      (type + "Create", OpenAPI.object(write, required: needed)),
      (type + "Update", OpenAPI.object(write, required: [])),
      (
        type + "List",
        OpenAPI.object(
          [
            ("data", OpenAPI.array(OpenAPI.reference(type))),
            ("next", OpenAPI.reference("Cursor")), ("previous", OpenAPI.reference("Cursor")),
          ], required: ["data", "next", "previous"])
      ),
      (type + "Batch", batch(type)),
    ]
    for subform in entity.subforms {
      schemas.append((line(subform, type), lineSchema(subform)))
    }
    if let name = written(entity) {
      let id = OpenAPI.object([("id", OpenAPI.whole)], required: ["id"])
      schemas.append((name, OpenAPI.either([OpenAPI.reference(type), id])))
    }
    return schemas
  }

  /// The component that a change answers with where its author may not read the record: then it is
  /// the id alone. Nil where everybody who writes records reads all of them.
  func written(_ entity: Entity) -> String? {
    let clauses = sights.clauses(of: entity)
    if clauses.contains(where: { $0.holder == .everyone && $0[.read].isAll }) { return nil }
    let isWrittenUnread = clauses.contains { clause in
      !clause[.read].isAll && !(clause[.create].isNothing && clause[.update].isNothing)
    }
    return isWrittenUnread ? component(entity) + "Written" : nil
  }

  private var system: [(key: String, value: JSONTree)] {
    let reader = OpenAPI.either([OpenAPI.whole, OpenAPI.null])
    return [
      ("id", OpenAPI.whole), ("version", OpenAPI.whole), ("created_at", OpenAPI.dateTime),
      ("created_by", reader), ("updated_at", OpenAPI.dateTime), ("updated_by", reader),
    ]
  }

  /// The fields that people write; `except` is the index of one that is given otherwise.
  private func writable(_ entity: Entity, except: Int?) -> [(key: String, value: JSONTree)] {
    entity.fields.enumerated().filter { $0.offset != except && $0.element.isWritable }
      .map { index, field in
        (field.name, apart(entity, index, field.schema(nullable: !field.isRequired)))
      }
  }

  /// The schema of a field with what it says of time that records may not share.
  private func apart(_ entity: Entity, _ index: Int, _ schema: JSONTree) -> JSONTree {
    guard let rule = entity.notOverlapping.first(where: { $0.from == index }),
      case .object(let members) = schema
    else { return schema }
    let same = rule.of.map { "`\(entity.fields[$0].name)`" }.joined(separator: " and ")
    let words =
      "Records with the same \(same) do not overlap up to `\(entity.fields[rule.to].name)`; "
      + "others are refused as `overlapping`."
    return .object(members + [("description", .string(words))])
  }

  /// `expanded`: records behind references, and rows of subforms, as far as they were asked for.
  private func expanded(_ entity: Entity) -> [(key: String, value: JSONTree)] {
    var members: [(key: String, value: JSONTree)] = []
    for field in entity.fields {
      guard let target = field.type.target else { continue }
      let record = OpenAPI.reference(component(application.entity(target)))
      members.append((field.name, OpenAPI.either([record, OpenAPI.null])))
    }
    for subform in entity.subforms {
      let row = OpenAPI.reference(component(application.entity(subform.entity)))
      members.append((subform.name, OpenAPI.array(row)))
    }
    return members.isEmpty ? [] : [("expanded", OpenAPI.object(members, required: []))]
  }

  private func line(_ subform: Subform, _ type: String) -> String {
    type + OpenAPI.componentName(subform.name) + "Line"
  }

  /// A row: a new one, a change of one with an id, or its deletion.
  private func lineSchema(_ subform: Subform) -> JSONTree {
    OpenAPI.object(
      [
        ("id", OpenAPI.whole), ("version", OpenAPI.whole),
        ("delete", .object([("type", .string("boolean"))])),
      ] + writable(application.entity(subform.entity), except: subform.by), required: [])
  }

  private func batch(_ type: String) -> JSONTree {
    let version = OpenAPI.either([OpenAPI.whole, OpenAPI.null])
    let create = OpenAPI.object(
      [("op", OpenAPI.constant("create")), ("record", OpenAPI.reference(type + "Create"))],
      required: ["op", "record"])
    let update = OpenAPI.object(
      [
        ("op", OpenAPI.constant("update")), ("id", OpenAPI.whole), ("version", version),
        ("record", OpenAPI.reference(type + "Update")),
      ], required: ["op", "id", "version", "record"])
    let delete = OpenAPI.object(
      [("op", OpenAPI.constant("delete")), ("id", OpenAPI.whole), ("version", version)],
      required: ["op", "id", "version"])
    return OpenAPI.object(
      [("operations", OpenAPI.array(OpenAPI.either([create, update, delete]), limit: 100))],
      required: ["operations"])
  }
}

extension JSONTree {
  /// A schema of a text without its format, which a masked text does not have.
  fileprivate var withoutFormat: JSONTree {
    guard case .object(let members) = self else { return self }
    return .object(members.filter { $0.key != "format" })
  }
}

extension Field {
  /// Whether a new record has a value by itself.
  fileprivate var startsFilled: Bool {
    !defaultValue.isBlank || rules.initial != nil || rules.initialText != nil
  }

  /// Whether people write the field; the system gives the others.
  var isWritable: Bool {
    if case .autoNumber = type { return false }
    return rules.value == nil
  }

  /// The JSON Schema of the field's wire form.
  func schema(nullable: Bool) -> JSONTree {
    var members = type.schema
    if nullable, case .string(let name) = members[0].value {
      members[0].value = .array([.string(name), .string("null")])
      if members.count > 1, members[1].key == "enum", case .array(let options) = members[1].value {
        members[1].value = .array(options + [.null])
      }
    }
    if let pattern = control.form?.pattern { members.append(("pattern", .string(pattern))) }
    let about = [control.form.map { "Must be \($0.en)." }, control.note, chosen].compactMap { $0 }
    if rules.value != nil { members.append(("readOnly", .bool(true))) }
    if !about.isEmpty {
      members.append(("description", .string(about.joined(separator: " "))))
    }
    return .object(members)
  }

  /// What can be chosen.
  private var chosen: String? {
    rules.choices == nil
      ? nil : "Records that meet the condition of the field; others are refused as `not_offered`."
  }
}

extension FieldType {
  /// The JSON Schema keywords of the type; `type` comes first.
  fileprivate var schema: [(key: String, value: JSONTree)] {
    func text(_ more: [(key: String, value: JSONTree)] = []) -> [(key: String, value: JSONTree)] {
      [("type", .string("string"))] + more
    }
    switch self {
    case .text(let maxLength), .longText(let maxLength), .secret(let maxLength):
      return text([("maxLength", .integer(Int64(maxLength)))])
    case .integer(let range):
      return [
        ("type", .string("integer")), ("minimum", .integer(range.minimum)),
        ("maximum", .integer(range.maximum)),
      ]
    case .decimal(let scale, _), .money(let scale, _): return text([pattern(scale)])
    case .percent: return text([pattern(4)])
    case .boolean: return [("type", .string("boolean"))]
    case .date: return text([("format", .string("date"))])
    case .dateTime: return text([("format", .string("date-time"))])
    case .email: return text([("format", .string("email")), ("maxLength", .integer(254))])
    case .phone: return text([("maxLength", .integer(40))])
    case .url: return text([("format", .string("uri")), ("maxLength", .integer(2000))])
    case .rating(let best):
      return [
        ("type", .string("integer")), ("minimum", .integer(1)), ("maximum", .integer(Int64(best))),
      ]
    case .choice(let options), .stage(let options):
      return text([("enum", .array(options.map { .string($0.name) }))])
    case .multiChoice(let options):
      return list(text([("enum", .array(options.map { .string($0.name) }))]))
    case .attachment, .image: return list(text([("pattern", .string("^[0-9]+$"))]))
    case .reference, .person, .department:
      return [("type", .string("integer")), ("minimum", .integer(1))]
    case .autoNumber: return text()
    }
  }

  private func list(
    _ item: [(key: String, value: JSONTree)]
  ) -> [(key: String, value: JSONTree)] {
    [("type", .string("array")), ("items", .object(item)), ("uniqueItems", .bool(true))]
  }

  private func pattern(_ scale: UInt8) -> (key: String, value: JSONTree) {
    ("pattern", .string(scale == 0 ? "^-?[0-9]+$" : "^-?[0-9]+(\\.[0-9]{1,\(scale)}0*)?$"))
  }
}
