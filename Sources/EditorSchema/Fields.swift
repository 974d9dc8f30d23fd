import Diagnostics
import Sema
import TargetCode

/// Fields: their type for short, or a mapping whose keys the type decides.
extension EditorSchema {
  var field: Members {
    let short = FieldKinds.all.filter(\.hasShortForm)
    return [
      ("type", .array([.string("string"), .string("object")])),
      ("if", .object([("type", .string("string"))])),
      ("then", .object(types(short))),
      ("properties", .object(Keywords.field.keywords.map { ($0.name, key($0)) })),
    ] + required(Keywords.field.keywords) + [
      ("propertyNames", .object([("enum", .array(allKeys.map { .string($0) }))])),
      ("allOf", .array(FieldKinds.all.map { .object(branch($0)) })),
    ]
  }

  /// A key of every field; `type` tells of each type what it holds.
  private func key(_ keyword: Keyword) -> JSONTree {
    guard keyword.name == "type", case .object(let members) = property(keyword) else {
      return property(keyword)
    }
    return .object(members.filter { $0.key != "enum" } + types(FieldKinds.all))
  }

  /// Types with what each holds.
  private func types(_ kinds: [FieldKind]) -> Members {
    let meanings = JSONTree.array(kinds.map { .string(words($0.meaning, "\n\n")) })
    return [
      ("enum", .array(kinds.map { .string($0.keyword) })), ("enumDescriptions", meanings),
      ("markdownEnumDescriptions", meanings),
    ]
  }

  /// Keys of every field and of any type, once each.
  private var allKeys: [String] {
    var seen: Set<String> = []
    return (Keywords.field.keywords + FieldKinds.all.flatMap(\.keywords)).map(\.name)
      .filter { seen.insert($0).inserted }
  }

  /// When the type is this one: its own keys, those of every field, and no others.
  private func branch(_ kind: FieldKind) -> Members {
    let type = JSONTree.object([("const", .string(kind.keyword))])
    let common = Keywords.field.keywords.filter { $0.name != "default" || kind.takesDefault }
    let keys: Members =
      kind.keywords.map { ($0.name, property($0)) } + common.map { ($0.name, .bool(true)) }
    let then: Members =
      [("properties", .object(keys))] + required(kind.keywords)
      + [("additionalProperties", .bool(false))]
    return [
      (
        "if",
        .object([
          ("type", .string("object")), ("properties", .object([("type", type)])),
          ("required", .array([.string("type")])),
        ])
      ),
      ("then", .object(then)),
    ]
  }
}
