import IR
import TargetCode
import Values

extension Emitter {
  /// What a list of an entity's records may be asked for.
  func listParameters(_ entity: Entity) -> [JSONTree] {
    [
      OpenAPI.parameter(
        "limit", in: "query",
        .object([
          ("type", .string("integer")), ("minimum", .integer(1)), ("maximum", .integer(200)),
        ])),
      OpenAPI.parameter("q", in: "query", OpenAPI.anyText),
      OpenAPI.parameter("sort", in: "query", sortSchema(entity)),
      OpenAPI.parameter("after", in: "query", OpenAPI.anyText),
      OpenAPI.parameter("before", in: "query", OpenAPI.anyText),
      OpenAPI.parameter(
        "at", in: "query",
        .object([("type", .string("string")), ("enum", .array([.string("last")]))])),
    ] + expand(entity) + filters(entity)
  }

  /// What an export may be asked for: the state of a list as its page has it.
  func exportParameters(_ entity: Entity) -> [JSONTree] {
    let names = views(entity).map(\.name)
    return [
      OpenAPI.parameter(
        "view", in: "query",
        .object([
          ("type", .string("string")), ("enum", .array(names.map(JSONTree.string))),
        ])),
      OpenAPI.parameter("columns", in: "query", OpenAPI.anyText),
      OpenAPI.parameter("q", in: "query", OpenAPI.anyText),
      OpenAPI.parameter("sort", in: "query", sortSchema(entity)),
    ] + filters(entity)
  }

  /// `expand` with the names that it takes; nothing for an entity that refers to none.
  func expand(_ entity: Entity) -> [JSONTree] {
    let names =
      entity.fields.filter { $0.type.target != nil }.map(\.name) + entity.subforms.map(\.name)
    if names.isEmpty { return [] }
    return [
      OpenAPI.parameter(
        "expand", in: "query",
        .object([
          ("type", .string("array")),
          (
            "items",
            .object([
              ("type", .string("string")), ("enum", .array(names.map(JSONTree.string))),
            ])
          ),
        ]), isJoined: true)
    ]
  }

  /// The filters that an index serves: those that a view of the entity offers, and references.
  private func filters(_ entity: Entity) -> [JSONTree] {
    var columns: [View.Column] = []
    for view in views(entity) {
      for column in view.filters where !columns.contains(column) { columns.append(column) }
    }
    for (index, field) in entity.fields.enumerated()
    where field.type.storage == .reference && !columns.contains(.field(index)) {
      columns.append(.field(index))
    }
    return columns.flatMap { column -> [JSONTree] in
      guard case .field(let index) = column else {
        return filters(column.name(in: entity), .dateTime, hasOptions: false)
      }
      let field = entity.fields[index]
      return filters(field.name, field.type.storage, hasOptions: field.type.options != nil)
    }
  }

  private func filters(_ name: String, _ storage: Storage, hasOptions: Bool) -> [JSONTree] {
    let several = JSONTree.object([("type", .string("array")), ("items", OpenAPI.anyText)])
    var sorts: [(name: String, schema: JSONTree)] = [("", several), (".not", several)]
    switch storage {
    case .list: sorts.append((".has", several))
    case .text: if !hasOptions { sorts.append((".contains", several)) }
    case .integer, .scaled, .date, .dateTime:
      sorts += [(".from", OpenAPI.anyText), (".to", OpenAPI.anyText)]
    case .boolean, .reference: break
    }
    sorts.append((".blank", .object([("type", .string("boolean"))])))
    return sorts.map { OpenAPI.parameter("filter." + name + $0.name, in: "query", $0.schema) }
  }

  private func views(_ entity: Entity) -> [View] {
    application.views.filter { $0.entity == entity.id }
  }

  /// The orders that an index serves: those that a view of the entity offers, either way round.
  private func sortSchema(_ entity: Entity) -> JSONTree {
    var names: [String] = []
    for view in views(entity) {
      for sort in view.sorts {
        let name = sort.column.name(in: entity)
        for spelling in [name, "-" + name] where !names.contains(spelling) {
          names.append(spelling)
        }
      }
    }
    return .object([
      ("type", .string("string")), ("enum", .array(names.map(JSONTree.string))),
    ])
  }
}
