import IR
import TargetCode
import Values

extension Emitter {
  /// What one reads, creates and updates of an entity.
  func schemas(_ entity: Entity, type: String) -> [(key: String, value: JSONTree)] {
    let integer = JSONTree.object([("type", .string("integer"))])
    let reader = JSONTree.object([
      ("type", .array([.string("integer"), .string("null")]))
    ])
    var read: [(key: String, value: JSONTree)] = [
      ("id", integer), ("version", integer), ("created_at", OpenAPI.dateTime),
      ("created_by", reader), ("updated_at", OpenAPI.dateTime), ("updated_by", reader),
    ]
    let system = read.map(\.key)
    var write: [(key: String, value: JSONTree)] = []
    for field in entity.fields {
      read.append((field.name, field.schema(nullable: !field.isStored)))
      if field.isWritable { write.append((field.name, field.schema(nullable: !field.isRequired))) }
    }
    // A field with a default need not be sent.
    let needed = entity.fields.filter { $0.isRequired && $0.defaultValue.isBlank }.map(\.name)
    return [
      (type, OpenAPI.object(read, required: system + entity.fields.map(\.name))),
      (type + "Create", OpenAPI.object(write, required: needed)),
      (type + "Update", OpenAPI.object(write, required: [])),
      (
        type + "List",
        OpenAPI.object(
          [
            ("data", .object([("type", .string("array")), ("items", OpenAPI.reference(type))])),
            ("next", OpenAPI.reference("Cursor")), ("previous", OpenAPI.reference("Cursor")),
          ], required: ["data", "next", "previous"])
      ),
    ]
  }
}

extension Field {
  /// Whether people write the field; the system gives the others.
  var isWritable: Bool {
    if case .autoNumber = type { return false }
    return true
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
    return .object(members)
  }
}

extension FieldType {
  /// The JSON Schema keywords of the type; `type` comes first.
  fileprivate var schema: [(key: String, value: JSONTree)] {
    func text(_ more: [(key: String, value: JSONTree)] = []) -> [(key: String, value: JSONTree)] {
      [("type", .string("string"))] + more
    }
    switch self {
    case .text(let maxLength), .longText(let maxLength):
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
