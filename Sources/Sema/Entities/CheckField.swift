import Diagnostics
import IR
import Syntax
import Values

extension Checker {
  /// Checks one field. The labels are there for suggestions even when the field is broken.
  func checkField(_ entry: YAMLEntry, of entity: String) -> CheckedField {
    let node = entry.value
    var keyed = Keyed(name: entry.key, nameSpan: entry.keySpan)
    let kind: FieldKind?
    switch node.content {
    case .scalar(let word, _):
      if node.isEmpty {
        if node.isComplete { report(FormMistake.emptyValue(key: entry.key, at: entry.keySpan)) }
        return CheckedField()
      }
      kind = fieldKind(word, at: node.span)
      if let kind, let missing = kind.keywords.first(where: \.isRequired) {
        let place = Keywords.field.place
        report(
          ShapeMistake.missingKey(
            missing.name, place: place, name: entry.key, meaning: missing.meaning,
            at: entry.keySpan))
        return CheckedField()
      }
    case .mapping(let entries):
      kind = declaredKind(entries)
      guard let result = self.keyed(kind, node, entries, entry) else { return CheckedField() }
      keyed = result
    case .sequence, .poisoned:
      _ = mapping(node, name: entry.key, at: entry.keySpan)
      return CheckedField()
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
  ) -> CheckedField {
    let label = keyed.sound("label").map { words($0) } ?? plainWords(entry.key)
    let help = keyed.sound("help").map { words($0, limit: Checker.helpLimit) }
    let broken = CheckedField(labels: label?.texts.map(\.text) ?? [])
    let path = "\(entity).\(entry.key)"
    guard let kind, let type = kind.type(FieldInput(path: path, keyed: keyed), self),
      let control = control(keyed, kind)
    else {
      return broken
    }
    var rules = rules(keyed, kind)
    var defaultValue = Value.blank
    var startsWithMe = false
    if let declared = keyed.sound("default") {
      if keyed.sound("value") != nil {
        // Reported as standing beside `value`.
      } else if isComposed(declared, kind, type) {
        rules.append(declared)
      } else if let read = kind.defaultValue {
        guard let value = read(declared, type, self) else { return broken }
        defaultValue = value
        if case .person = type { startsWithMe = true }
      } else {
        report(
          TypeMistake.defaultNotAllowed(
            type: kind.keyword, removal: removal(of: declared), at: declared.keySpan))
        return broken
      }
    }
    let reason = declassification(keyed)
    let item = lock.item(.field, path, name: entry.key)
    let field = Field(
      id: item.id, name: entry.key, physicalName: item.physicalName,
      label: label ?? plainWords(entry.key), help: help ?? nil, type: type,
      control: control,
      isRequired: keyed.flag("required") && !rules.contains { $0.key == "required" },
      defaultValue: defaultValue, startsWithMe: startsWithMe, declassification: reason,
      origin: entry.keySpan)
    return CheckedField(field: field, labels: broken.labels, rules: rules)
  }

  /// Why a computed value is shown to people who may not read what it is worked out of.
  private func declassification(_ keyed: Keyed) -> Words? {
    guard let entry = keyed.sound("declassify") else { return nil }
    if keyed.sound("value") == nil, !keyed.isPoisoned("value") {
      report(
        RightsMistake.idleDeclassification(
          Message(
            zh: "只有由系统计算的字段（写了 `value`）才需要", en: "only a computed field, with `value`, needs it"),
          removal: removal(of: entry), at: entry.keySpan))
    }
    return words(entry, limit: Checker.helpLimit)
  }

  /// The keys of a field that hold expressions, but its default.
  private func rules(_ keyed: Keyed, _ kind: FieldKind) -> [YAMLEntry] {
    var rules = ["required", "hidden", "read_only", "where"].compactMap { key in
      keyed.sound(key).flatMap { $0.value.scalar == "false" ? nil : $0 }
    }
    // `required: true` is a property of the field and no rule, unless the field may be hidden.
    if !rules.contains(where: { $0.key == "hidden" }) {
      rules.removeAll { $0.key == "required" && $0.value.scalar == "true" }
    }
    let live = keyed.sound("live").flatMap { $0.value.scalar == "true" ? $0 : nil }
    guard let value = keyed.sound("value") else {
      if let live, !keyed.isPoisoned("value") {
        report(RuleMistake.liveWithoutValue(removal: removal(of: live), at: live.keySpan))
      }
      return rules
    }
    guard kind.isComputable else {
      report(
        RuleMistake.notComputable(
          type: kind.keyword, removal: removal(of: value), at: value.keySpan))
      return rules
    }
    for key in ["default", "required", "read_only"] {
      guard let beside = keyed.sound(key) else { continue }
      report(
        RuleMistake.besideValue(key: key, removal: removal(of: beside), at: beside.keySpan))
    }
    return rules.filter { $0.key == "hidden" || $0.key == "where" } + [value]
      + (live.map { [$0] } ?? [])
  }

  /// Whether a default is more than a value: an expression, or a text with `{…}`.
  private func isComposed(_ entry: YAMLEntry, _ kind: FieldKind, _ type: FieldType) -> Bool {
    guard let text = entry.value.scalar else { return false }
    switch type {
    case .text, .longText:
      // Braces stand in JSON and in programs by themselves.
      return kind.defaultValue != nil && (text.contains("{") || text.contains("}"))
    case .email, .phone, .url, .secret, .autoNumber, .attachment, .image, .multiChoice:
      return false
    case .person where text == "me": return false
    case .choice(let options), .stage(let options):
      if options.contains(where: { $0.name == text }) { return false }
    default: if type.storage.parse(text) != nil { return false }
    }
    return ExpressionReader.isComposed(text) { environment.parameter($0) != nil }
  }
}

/// What checking a field gave.
struct CheckedField {
  /// Nil when something in it is broken.
  var field: Field?
  var labels: [String] = []
  /// Keys that hold expressions: they wait until the fields of all entities are known.
  var rules: [YAMLEntry] = []
}

extension FieldKind {
  /// Whether its values can follow from others.
  var isComputable: Bool {
    !["auto_number", "attachment", "image", "secret", FieldKind.subformKeyword].contains(keyword)
  }
}
