import Diagnostics
import IR
import Syntax
import Values

extension Checker {
  /// Checks one field. The labels are there for suggestions even when the field is broken.
  func checkField(_ entry: YAMLEntry, of entity: String) -> (field: Field?, labels: [String]) {
    let node = entry.value
    var keyed = Keyed(name: entry.key, nameSpan: entry.keySpan)
    let kind: FieldKind?
    switch node.content {
    case .scalar(let word, _):
      if node.isEmpty {
        if node.isComplete { report(FormMistake.emptyValue(key: entry.key, at: entry.keySpan)) }
        return (nil, [])
      }
      kind = fieldKind(word, at: node.span)
      if let kind, let missing = kind.keywords.first(where: \.isRequired) {
        let place = Keywords.field.place
        report(
          ShapeMistake.missingKey(
            missing.name, place: place, name: entry.key, meaning: missing.meaning,
            at: entry.keySpan))
        return (nil, [])
      }
    case .mapping(let entries):
      kind = declaredKind(entries)
      guard let result = self.keyed(kind, node, entries, entry) else { return (nil, []) }
      keyed = result
    case .sequence, .poisoned:
      _ = mapping(node, name: entry.key, at: entry.keySpan)
      return (nil, [])
    }
    return build(entry, of: entity, kind, keyed)
  }

  /// The kind under `type:`, reported when unknown; nil too when it is missing.
  private func declaredKind(_ entries: [YAMLEntry]) -> FieldKind? {
    guard let entry = entries.first(where: { $0.key == "type" }), !entry.value.isEmpty,
      let word = entry.value.scalar
    else { return nil }
    return fieldKind(word, at: entry.value.span)
  }

  private func fieldKind(_ word: String, at span: Span) -> FieldKind? {
    if let kind = FieldKinds.byKeyword[word] { return kind }
    let near = nearest(to: word, among: FieldKinds.all.map(\.candidate))
    report(ReferenceMistake.unknownType(word, suggestions: near, at: span))
    return nil
  }

  /// The keys of a field. Keys of other types are told from unknown ones; while the type is
  /// unknown, keys that some type has are let pass.
  func keyed(
    _ kind: FieldKind?, _ node: YAMLNode, _ entries: [YAMLEntry], _ entry: YAMLEntry
  ) -> Keyed? {
    let own = Keywords.field.keywords + (kind?.keywords ?? [])
    let foreign = entries.filter { item in
      !own.contains { $0.name == item.key } && !FieldKinds.owners(of: item.key).isEmpty
    }
    guard !foreign.isEmpty else {
      return keyed(
        node, Keywords.field, extra: kind?.keywords ?? [], name: entry.key, at: entry.keySpan)
    }
    if let kind {
      for item in foreign {
        report(
          ShapeMistake.keyOfOtherType(
            key: item.key, type: kind.keyword, belongsTo: FieldKinds.owners(of: item.key),
            removal: removal(of: item), at: item.keySpan))
      }
    }
    let names = Set(foreign.map(\.key))
    let rest = YAMLNode(
      span: node.span, content: .mapping(entries.filter { !names.contains($0.key) }),
      isComplete: node.isComplete)
    return keyed(
      rest, Keywords.field, extra: kind?.keywords ?? [], name: entry.key, at: entry.keySpan)
  }

  private func build(
    _ entry: YAMLEntry, of entity: String, _ kind: FieldKind?, _ keyed: Keyed
  ) -> (field: Field?, labels: [String]) {
    let label = keyed.sound("label").map { words($0) } ?? plainWords(entry.key)
    let help = keyed.sound("help").map { words($0, limit: Checker.helpLimit) }
    let labels = label?.texts.map(\.text) ?? []
    guard let kind else { return (nil, labels) }
    let path = "\(entity).\(entry.key)"
    guard let type = kind.type(FieldInput(path: path, keyed: keyed), self) else {
      return (nil, labels)
    }
    var defaultValue = Value.blank
    var startsWithMe = false
    if let declared = keyed.sound("default") {
      guard let read = kind.defaultValue else {
        report(
          TypeMistake.defaultNotAllowed(
            type: kind.keyword, removal: removal(of: declared), at: declared.keySpan))
        return (nil, labels)
      }
      guard let value = read(declared, type, self) else { return (nil, labels) }
      defaultValue = value
      if case .person = type { startsWithMe = true }
    }
    let item = lock.item(.field, path, name: entry.key)
    let field = Field(
      id: item.id, name: entry.key, physicalName: item.physicalName,
      label: label ?? plainWords(entry.key), help: help ?? nil, type: type,
      isRequired: keyed.flag("required"), defaultValue: defaultValue, startsWithMe: startsWithMe,
      origin: entry.keySpan)
    return (field, labels)
  }
}
