import Diagnostics
import IR
import Syntax

extension Checker {
  /// Checks what expressions say of an entity, now that the fields of all are known.
  func checkRules(_ draft: EntityDraft, _ id: StableID) -> RulesDraft {
    var result = RulesDraft()
    guard let own = fields(of: id) else { return result }
    for (index, entries) in draft.fieldRules {
      guard let field = draft.fields[index] else { continue }
      result.fields[index] = fieldRules(field, entries, own)
    }
    for entry in draft.rules {
      switch entry.key {
      case "checks": result.checks = checks(entry, draft, own)
      default: result.notOverlapping = notOverlapping(entry, draft)
      }
    }
    return result
  }

  private func fieldRules(
    _ field: Field, _ entries: [YAMLEntry], _ own: EntityFields
  ) -> FieldRules {
    var rules = FieldRules()
    rules.isLive = entries.contains { $0.key == "live" }
    for entry in entries {
      switch entry.key {
      case "value":
        let place: ExpressionPlace = rules.isLive ? .liveValue : .storedValue
        rules.value = value(entry, of: field, ExpressionTyper(self, place, own))
      case "default":
        if field.type.storage == .text, field.type.options == nil {
          rules.initialText = template(entry.value, ExpressionTyper(self, .initialText, own))
        } else {
          rules.initial = value(entry, of: field, ExpressionTyper(self, .initial, own))
        }
      case "required": rules.required = condition(entry, ExpressionTyper(self, .required, own))
      case "hidden": rules.hidden = condition(entry, ExpressionTyper(self, .hidden, own))
      case "read_only": rules.readOnly = condition(entry, ExpressionTyper(self, .readOnly, own))
      case "where": rules.choices = choices(entry, field, own)
      default: continue
      }
    }
    return rules
  }

  /// Which records a reference can be set to.
  private func choices(_ entry: YAMLEntry, _ field: Field, _ own: EntityFields) -> Expression? {
    guard let target = field.type.target, let fields = fields(of: target) else { return nil }
    var typer = ExpressionTyper(self, .choices, fields)
    typer.edited = own
    return condition(entry, typer)
  }

  // MARK: Checks

  private func checks(
    _ entry: YAMLEntry, _ draft: EntityDraft, _ own: EntityFields
  ) -> [Check] {
    guard let entries = mapping(entry.value, name: entry.key, at: entry.keySpan) else { return [] }
    if entries.isEmpty {
      report(ShapeMistake.emptyCollection(key: entry.key, at: entry.keySpan))
    }
    var names = NameTable()
    return entries.compactMap { item in
      guard declare(item, in: &names, what: Message(zh: "检查", en: "check")) != nil,
        let keyed = keyed(item.value, Keywords.check, name: item.key, at: item.keySpan)
      else { return nil }
      let must = keyed.sound("must").flatMap {
        condition($0, ExpressionTyper(self, .check, own))
      }
      let say = keyed.sound("say").flatMap {
        wordings($0, ExpressionTyper(self, .text, own))
      }
      let at = keyed.sound("at").flatMap { place($0.value, draft) }
      guard let must, let say else { return nil }
      return Check(name: item.key, must: must, at: at, say: say, origin: item.keySpan)
    }
  }

  /// The field or subform beside which a message stands.
  private func place(_ node: YAMLNode, _ draft: EntityDraft) -> Check.Place? {
    guard let name = node.scalar else { return nil }
    if draft.subformNames.index[name] != nil { return .subform(name) }
    return fieldIndex(name, of: draft, beside: node, at: node.span) {
      .unknownField(name, entity: draft.name, suggestions: $0, at: node.span)
    }.map(Check.Place.field)
  }

  // MARK: Not overlapping

  private func notOverlapping(_ entry: YAMLEntry, _ draft: EntityDraft) -> [NotOverlapping] {
    guard case .sequence(let items) = entry.value.content else { return [] }
    return items.compactMap { item in
      guard
        let keyed = keyed(item, Keywords.notOverlapping, name: entry.key, at: item.span),
        let of = keyed.sound("of")
      else { return nil }
      let fields = claimed(of.value, draft)
      let (from, to) = (moment("from", keyed, draft), moment("to", keyed, draft))
      guard let fields, let from, let to else { return nil }
      if let first = draft.fields[from]?.type.keyword, let second = draft.fields[to]?.type.keyword,
        first != second, let place = keyed.sound("to")
      {
        report(
          LayoutMistake.fieldDoesNotFit(
            field: place.value.scalar ?? "", type: second,
            use: Message(zh: "`to`", en: "as `to`"),
            wanted: Message(
              zh: "和 `from` 一样的 `\(first)` 字段", en: "a field of type `\(first)`, as `from` is"),
            at: place.value.span))
        return nil
      }
      return NotOverlapping(of: fields, from: from, to: to, origin: item.span)
    }
  }

  /// The fields that have to agree, each named once; nil when one of them is wrong.
  private func claimed(_ list: YAMLNode, _ draft: EntityDraft) -> [Int]? {
    var fields: [Int] = []
    var places: [Int: Span] = [:]
    var isSound = true
    for (name, node) in scalars(list) {
      let field = own(name, draft, node) { $0.storage != .list && $0.keyword != "long_text" }
      guard let field else {
        isSound = false
        continue
      }
      if let first = places.updateValue(node.span, forKey: field) {
        report(
          NameMistake.repeatedName(
            name, first: first, removal: sources.removal(ofItem: node.span), at: node.span))
        isSound = false
      }
      fields.append(field)
    }
    return isSound ? fields : nil
  }

  private func moment(_ key: String, _ keyed: Keyed, _ draft: EntityDraft) -> Int? {
    guard let entry = keyed.sound(key), let name = entry.value.scalar else { return nil }
    return own(name, draft, entry.value) { $0.storage == .date || $0.storage == .dateTime }
  }

  /// A field of the entity that fits; a broken one is let pass.
  private func own(
    _ name: String, _ draft: EntityDraft, _ node: YAMLNode, fits: (FieldType) -> Bool
  ) -> Int? {
    let index = fieldIndex(name, of: draft, beside: node, at: node.span) {
      .unknownField(name, entity: draft.name, suggestions: $0, at: node.span)
    }
    guard let index, let type = draft.fields[index]?.type else { return nil }
    let entries = draft.fieldRules.filter { $0.field == index }.flatMap(\.entries)
    let isLive = entries.contains { $0.key == "live" }
    if fits(type), !isLive { return index }
    report(
      LayoutMistake.fieldDoesNotFit(
        field: name, type: type.keyword,
        use: Message(zh: "`not_overlapping`", en: "in `not_overlapping`"),
        wanted: Message(
          zh: "日期或日期时间作 `from` 和 `to`，单个值的字段作 `of`，都不能是 `live`",
          en: """
            dates, or dates and times, as `from` and `to`; fields with a single value as `of`; \
            none of them `live`
            """),
        at: node.span))
    return nil
  }
}
