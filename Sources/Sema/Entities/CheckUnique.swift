import Diagnostics
import IR
import Syntax

extension Checker {
  /// The unique keys of an entity: those of single fields, then those declared together.
  func checkUniqueKeys(_ index: Int, _ keyed: Keyed) -> [UniqueKey] {
    var builder = UniqueKeyBuilder(entity: index)
    if let fields = keyed.sound("fields"), case .mapping(let entries) = fields.value.content {
      for entry in entries {
        guard case .mapping(let keys) = entry.value.content,
          let flag = keys.first(where: { $0.key == "unique" }), flag.value.scalar == "true",
          let field = entityDrafts[index].names.index[entry.key]
        else { continue }
        addUniqueKey([field], at: flag.keySpan, names: entry.key, &builder)
      }
    }
    guard let entry = keyed.sound("unique"), case .sequence(let items) = entry.value.content else {
      return builder.keys
    }
    for item in items {
      if let fields = uniqueFields(item, of: index) {
        addUniqueKey(fields, at: item.span, names: sources.text(item.span), &builder)
      }
    }
    return builder.keys
  }

  private struct UniqueKeyBuilder {
    let entity: Int
    var keys: [UniqueKey] = []
    var seen: [Set<Int>: Span] = [:]
  }

  /// The fields of one item; nil when one of them is wrong.
  private func uniqueFields(_ item: YAMLNode, of index: Int) -> [Int]? {
    let entity = entityDrafts[index].name
    var fields: [Int] = []
    var places: [Int: Span] = [:]
    var isSound = true
    for (name, node) in scalars(item) {
      let field = fieldIndex(name, of: index, at: node.span) {
        .unknownField(name, entity: entity, suggestions: $0, at: node.span)
      }
      guard let field else {
        isSound = false
        continue
      }
      if let first = places[field] {
        report(NameMistake.repeatedName(name, first: first, at: node.span))
        isSound = false
      } else if isLongText(field, of: index) {
        report(TypeMistake.longTextNotAllowed(field: name, use: .unique, at: node.span))
        isSound = false
      }
      places[field] = node.span
      fields.append(field)
    }
    return isSound && !fields.isEmpty ? fields : nil
  }

  private func addUniqueKey(
    _ fields: [Int], at span: Span, names: String, _ builder: inout UniqueKeyBuilder
  ) {
    let draft = entityDrafts[builder.entity]
    if fields.count == 1, isLongText(fields[0], of: builder.entity) {
      let name = draft.names.names[fields[0]]
      report(TypeMistake.longTextNotAllowed(field: name, use: .unique, at: span))
      return
    }
    if let first = builder.seen[Set(fields)] {
      report(NameMistake.repeatedName(names, first: first, at: span))
      return
    }
    builder.seen[Set(fields)] = span
    let names = fields.map { draft.names.names[$0] }
    let path = "\(draft.name)(\(names.joined(separator: ",")))"
    let columns = fields.map { draft.fields[$0]?.physicalName ?? draft.names.names[$0] }
    let physical = ([draft.item.physicalName] + columns + ["key"]).joined(separator: "_")
    let item = lock.item(.unique, path, name: physical)
    builder.keys.append(
      UniqueKey(id: item.id, physicalName: item.physicalName, fields: fields, origin: span))
  }
}
