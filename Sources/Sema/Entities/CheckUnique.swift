import Diagnostics
import IR
import Syntax

extension Checker {
  /// The unique keys of an entity: those of single fields, then those declared together.
  func checkUniqueKeys(_ draft: EntityDraft, _ keyed: Keyed) -> [UniqueKeyDraft] {
    var builder = UniqueKeyBuilder(entity: draft)
    if let fields = keyed.sound("fields"), case .mapping(let entries) = fields.value.content {
      for entry in entries {
        guard case .mapping(let keys) = entry.value.content,
          let flag = keys.first(where: { $0.key == "unique" }), flag.value.scalar == "true",
          let field = draft.names.index[entry.key]
        else { continue }
        addUniqueKey([field], at: flag.keySpan, names: entry.key, isOnly: true, &builder)
      }
    }
    guard let entry = keyed.sound("unique"), case .sequence(let items) = entry.value.content else {
      return builder.keys
    }
    for item in items {
      if let fields = uniqueFields(item, of: draft) {
        addUniqueKey(
          fields, at: item.span, names: sources.text(item.span), isOnly: items.count == 1, &builder)
      }
    }
    return builder.keys
  }

  private struct UniqueKeyBuilder {
    let entity: EntityDraft
    var keys: [UniqueKeyDraft] = []
    var seen: [Set<Int>: Span] = [:]
  }

  /// The fields of one item; nil when one of them is wrong.
  private func uniqueFields(_ item: YAMLNode, of draft: EntityDraft) -> [Int]? {
    let entity = draft.name
    var fields: [Int] = []
    var places: [Int: Span] = [:]
    var isSound = true
    for (name, node) in scalars(item) {
      let field = fieldIndex(name, of: draft, beside: item, at: node.span) {
        .unknownField(name, entity: entity, suggestions: $0, at: node.span)
      }
      guard let field else {
        isSound = false
        continue
      }
      if let first = places[field] {
        report(
          NameMistake.repeatedName(
            name, first: first, removal: sources.removal(ofItem: node.span), at: node.span))
        isSound = false
      } else if !checkFit(field, of: draft, .unique, name: name, at: node.span) {
        isSound = false
      }
      places[field] = node.span
      fields.append(field)
    }
    return isSound && !fields.isEmpty ? fields : nil
  }

  private func addUniqueKey(
    _ fields: [Int], at span: Span, names: String, isOnly: Bool, _ builder: inout UniqueKeyBuilder
  ) {
    let draft = builder.entity
    if fields.count == 1 {
      let name = draft.names.names[fields[0]]
      guard checkFit(fields[0], of: draft, .unique, name: name, at: span) else { return }
    }
    if let first = builder.seen[Set(fields)] {
      report(
        NameMistake.repeatedName(
          names, first: first, removal: isOnly ? [] : sources.removal(ofItem: span), at: span))
      return
    }
    builder.seen[Set(fields)] = span
    builder.keys.append(UniqueKeyDraft(fields: fields, origin: span))
  }

  /// The unique keys of a checked entity with identity and index.
  func uniqueKeys(of draft: EntityDraft, _ entity: Lock.Item) -> [UniqueKey] {
    draft.uniqueKeys.map { key in
      let names = key.fields.map { draft.names.names[$0] }
      let path = "\(draft.name)(\(names.joined(separator: ",")))"
      let columns = key.fields.map { draft.fields[$0]?.physicalName ?? draft.names.names[$0] }
      let physical = ([entity.physicalName] + columns + ["key"]).joined(separator: "_")
      let item = lock.item(.unique, path, name: physical)
      return UniqueKey(
        id: item.id, physicalName: item.physicalName, fields: key.fields, origin: key.origin)
    }
  }
}
