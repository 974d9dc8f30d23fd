import Diagnostics
import IR
import Syntax

/// A section before all entities are known: its fields and subforms by index.
struct SectionDraft {
  let label: Words?
  let items: [Section.Item]
  let offer: Offer?
}

extension Checker {
  /// The fields that stages need: names that were noted with the options.
  func checkNeeds(_ draft: EntityDraft, _ keyed: Keyed) {
    guard let fields = keyed.sound("fields"), case .mapping(let entries) = fields.value.content
    else { return }
    for entry in entries {
      guard let index = draft.names.index[entry.key],
        case .stage = draft.fields[index]?.type,
        case .mapping(let keys) = entry.value.content,
        case .mapping(let options)? = keys.first(where: { $0.key == "options" })?.value.content
      else { continue }
      for option in options {
        guard let keys = isKeyed(option.value),
          let needs = keys.first(where: { $0.key == "needs" })
        else { continue }
        checkNeeds(needs, of: draft)
      }
    }
  }

  private func checkNeeds(_ needs: YAMLEntry, of draft: EntityDraft) {
    var places: [String: Span] = [:]
    for (name, node) in scalars(needs.value) {
      if isRepeated(name, &places, at: node.span) { continue }
      _ = fieldIndex(name, of: draft, beside: needs.value, at: node.span) {
        .unknownField(name, entity: draft.name, suggestions: $0, at: node.span)
      }
    }
  }

  /// Whether a name stands in its list already, which is reported.
  func isRepeated(_ name: String, _ places: inout [String: Span], at span: Span) -> Bool {
    guard let first = places.updateValue(span, forKey: name) else { return false }
    report(
      NameMistake.repeatedName(
        name, first: first, removal: sources.removal(ofItem: span), at: span))
    return true
  }

  /// The sections of an entity. A field stands in one of them.
  func checkSections(_ draft: EntityDraft, _ keyed: Keyed) {
    guard let entry = keyed.sound("sections"),
      let entries = mapping(entry.value, name: entry.key, at: entry.keySpan)
    else { return }
    var names = NameTable()
    var places: [Section.Item: Span] = [:]
    for section in entries {
      guard
        declare(section, in: &names, what: Message(zh: "分组", en: "section")) != nil,
        let keys = self.keyed(
          section.value, Keywords.section, name: section.key, at: section.keySpan)
      else { continue }
      let label = keys.sound("label").flatMap { words($0) } ?? plainWords(section.key)
      var items: [Section.Item] = []
      if let fields = keys.sound("fields") {
        for (name, node) in scalars(fields.value) {
          guard let item = self.item(name, of: draft, beside: fields.value, at: node.span) else {
            continue
          }
          if let first = places[item] {
            report(
              NameMistake.repeatedName(
                name, first: first, removal: sources.removal(ofItem: node.span), at: node.span))
            continue
          }
          places[item] = node.span
          items.append(item)
        }
      }
      draft.sections.append(SectionDraft(label: label, items: items, offer: offer(keys)))
    }
  }

  private func item(
    _ name: String, of draft: EntityDraft, beside list: YAMLNode, at span: Span
  ) -> Section.Item? {
    if let index = draft.subformNames.index[name] { return .subform(index) }
    if let index = draft.names.index[name] { return .field(index) }
    guard draft.areFieldsKnown, !draft.names.refused.contains(name), !mayBeUnread(name) else {
      return nil
    }
    let candidates = draft.candidates(longTexts: true) + draft.subformNames.candidates
    report(
      ReferenceMistake.unknownField(
        name, entity: draft.name,
        suggestions: nearest(to: name, among: free(candidates, beside: list)), at: span))
    return nil
  }
}

extension EntityDraft {
  /// The sections with what stands in none of them in a last one without a heading.
  func layout() -> [Section] {
    var result = sections.map { Section(label: $0.label, items: $0.items, offer: $0.offer) }
    let placed = Set(sections.flatMap(\.items))
    let all =
      fields.indices.map { Section.Item.field($0) }
      + subforms.indices.map { Section.Item.subform($0) }
    let rest = all.filter { !placed.contains($0) }
    if !rest.isEmpty { result.append(Section(label: nil, items: rest)) }
    return result.filter { !$0.items.isEmpty }
  }
}
