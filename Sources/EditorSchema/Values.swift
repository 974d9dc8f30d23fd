import Diagnostics
import Sema
import TargetCode

/// What each form of value is in JSON Schema. YAML editors type scalars by their looks, the
/// language by their place: a text may look like a number.
extension EditorSchema {
  typealias Members = [(key: String, value: JSONTree)]

  func value(_ form: ValueForm) -> Members {
    switch form {
    case .name: return EditorSchema.matching(EditorSchema.wholeName)
    case .order: return EditorSchema.matching("^-?\(EditorSchema.name)$")
    case .oneOf(let names):
      return [("type", .string("string")), ("enum", .array(names.map { .string($0) }))]
    case .text: return EditorSchema.scalar
    case .words(let limit): return words(limit)
    case .boolean: return [("type", .string("boolean"))]
    case .expression: return EditorSchema.scalar
    case .condition: return EditorSchema.condition
    case .wholeNumber(let limits): return EditorSchema.wholeNumber(limits)
    case .number: return EditorSchema.number
    case .value: return EditorSchema.scalar
    case .list(let item):
      return [("type", .string("array"))] + EditorSchema.items(value(item))
    case .oneOrMany(let item): return oneOrMany(value(item))
    case .named(let named): return self.named(named)
    case .mapping(let kind): return mapping(kind)
    case .shorthand(let short, let kind): return shorthand(value(short), kind)
    case .field: return field
    case .access(let kind): return access(kind)
    case .rights(let kind): return rights(kind)
    case .limits: return EditorSchema.limits
    }
  }

  // MARK: scalars

  /// Any single value but nothing.
  private static let scalar: Members = [
    ("type", types("string", "number", "boolean")), ("pattern", .string("\\S")),
  ]

  /// An expression, `true` or `false`, but no other word for them.
  private static let condition: Members = {
    let words = Repairs.booleans.map(\.word).filter { $0 != "true" && $0 != "false" }
    let spellings = words.flatMap { word in
      let others = [word.prefix(1).uppercased() + word.dropFirst(), word.uppercased()]
      return [word] + others.filter { $0 != word }
    }
    var seen: Set<String> = []
    let refused = spellings.filter { seen.insert($0).inserted }.map { JSONTree.string($0) }
    return [
      ("type", types("boolean", "string")), ("pattern", .string("\\S")),
      ("not", .object([("enum", .array(refused))])),
    ]
  }()

  private static let number: Members = [
    ("type", types("number", "string")), ("pattern", .string("^-?[0-9]+(\\.[0-9]+)?$")),
  ]

  private static func wholeNumber(_ limits: ClosedRange<Int64>) -> Members {
    [
      ("type", types("integer", "string")), ("minimum", .integer(limits.lowerBound)),
      ("maximum", .integer(limits.upperBound)), ("pattern", .string("^-?[0-9]+$")),
    ]
  }

  private static func matching(_ pattern: String) -> Members {
    [("type", .string("string")), ("pattern", .string(pattern))]
  }

  private static func types(_ names: String...) -> JSONTree {
    .array(names.map { .string($0) })
  }

  // MARK: names

  /// A letter of any script or `_`, then digits too. Not `\p{…}`: validators differ in what they
  /// know of it.
  private static let name = "[^\(others)0-9][^\(others)]*"

  /// ASCII and full-width forms but letters, digits and `_`, and punctuation of Chinese.
  private static let others =
    "\\u0000-/:-@\\[-\\^`{-\\u00A0\\u2000-\\u206F\\u3000-\\u3004\\u3008-\\u3020\\uFF01-\\uFF0F"
    + "\\uFF1A-\\uFF20"

  private static let wholeName = "^\(name)$"

  private static let nameLimit: Int64 = 60

  private func named(_ named: NamedForm) -> Members {
    var names: Members
    switch named.names {
    case .plain:
      names = [
        ("pattern", .string(EditorSchema.wholeName)),
        ("maxLength", .integer(EditorSchema.nameLimit)),
      ]
    case .views:
      names = [("pattern", .string("^\(EditorSchema.name)\\.\(EditorSchema.name)$"))]
    }
    if !named.reserved.isEmpty {
      let reserved = JSONTree.array(named.reserved.map { .string($0) })
      names.append(("not", .object([("enum", reserved)])))
    }
    var members: Members = [
      ("type", .string("object")), ("propertyNames", .object(names)),
      ("additionalProperties", .object(value(named.form))),
    ]
    if named.minimum > 0 { members.append(("minProperties", .integer(Int64(named.minimum)))) }
    if let maximum = named.maximum { members.append(("maxProperties", .integer(Int64(maximum)))) }
    return members
  }

  // MARK: lists and mappings

  private static func items(_ item: Members) -> Members {
    [("items", .object(item)), ("minItems", .integer(1)), ("uniqueItems", .bool(true))]
  }

  /// The scalar's constraints touch no list and the list's no scalar, but `enum` touches both.
  private func oneOrMany(_ item: Members) -> Members {
    var members: Members = [("type", EditorSchema.types("string", "array"))]
    if let list = item.first(where: { $0.key == "enum" }) {
      members.append(
        ("if", .object([("type", .string("string"))])))
      members.append(("then", .object([list])))
    } else {
      members += item.filter { $0.key != "type" }
    }
    return members + EditorSchema.items(item)
  }

  private func words(_ limit: Int) -> Members {
    let wording: Members = EditorSchema.scalar + [("maxLength", .integer(Int64(limit)))]
    let languages = Keywords.languages.map { name in (key: name, value: JSONTree.object(wording)) }
    return [
      ("type", EditorSchema.types("string", "number", "boolean", "object")),
      ("pattern", .string("\\S")), ("maxLength", .integer(Int64(limit))),
      ("properties", .object(languages)), ("minProperties", .integer(1)),
      ("additionalProperties", .bool(false)),
    ]
  }

  /// The short form's members with the mapping's keys among its own.
  private func shorthand(_ short: Members, _ kind: MappingKind) -> Members {
    short.map { member in
      guard member.key == "properties", case .object(let own) = member.value else { return member }
      return (member.key, .object(kind.keywords.map { ($0.name, property($0)) } + own))
    }
  }

  private func access(_ kind: MappingKind) -> Members {
    let role: Members =
      EditorSchema.matching(EditorSchema.wholeName) + [("not", .object([("enum", audience)]))]
    return [
      ("type", EditorSchema.types("string", "array", "object")),
      ("pattern", .string(EditorSchema.wholeName)),
    ] + EditorSchema.items(role)
      + mapping(kind).filter { $0.key != "type" }
  }

  /// A word for all records, or the mapping.
  private func rights(_ kind: MappingKind) -> Members {
    let words: Members = [("enum", .array([.string("read"), .string("all")]))]
    return [
      ("type", EditorSchema.types("string", "object")),
      ("if", .object([("type", .string("string"))])), ("then", .object(words)),
    ] + mapping(kind).filter { $0.key != "type" }
  }

  /// A field, a list of them, or when for each.
  private static let limits: Members = {
    let when: Members = [
      ("type", types("boolean", "string")), ("pattern", .string("^(true$|when\\s|unless\\s)")),
      ("not", .object([("enum", .array([.bool(false)]))])),
    ]
    return [
      ("type", types("string", "array", "object")), ("pattern", .string(wholeName)),
    ] + items(matching(wholeName)) + [
      ("propertyNames", .object([("pattern", .string(wholeName))])),
      ("additionalProperties", .object(when)), ("minProperties", .integer(1)),
    ]
  }()

  private var audience: JSONTree {
    .array([.string("everyone"), .string("nobody")])
  }
}
