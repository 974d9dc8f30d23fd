import Diagnostics
import IR
import Syntax

/// A subform before the fields of its rows are known.
struct SubformDraft {
  let entry: YAMLEntry
  let keyed: Keyed
  let label: Words
  let help: Words?
}

extension Checker {
  /// Whether a field is declared as a subform.
  func isSubform(_ entry: YAMLEntry) -> Bool {
    switch entry.value.content {
    case .scalar(let word, _): return word == FieldKind.subformKeyword
    case .mapping(let keys):
      return keys.first { $0.key == "type" }?.value.scalar == FieldKind.subformKeyword
    case .sequence, .poisoned: return false
    }
  }

  /// Declares a subform: its name, its words, the forms of its keys.
  func declareSubform(_ entry: YAMLEntry, of draft: EntityDraft) {
    let what = Message(zh: "字段", en: "field")
    if let first = draft.names.index[entry.key] {
      return reportSecond(entry, what, first: draft.names.spans[first])
    }
    guard case .mapping(let keys) = entry.value.content else {
      // The type alone lacks what it is of; the check of fields says so.
      _ = checkField(entry, of: draft.name)
      draft.areFieldsKnown = false
      return
    }
    for key in keys where Checker.fieldOnly.contains(key.key) {
      report(
        ShapeMistake.keyOfOtherType(
          key: key.key, type: FieldKind.subformKeyword, belongsTo: ["text", "money", "reference"],
          removal: removal(of: key), at: key.keySpan))
    }
    guard declare(entry, in: &draft.subformNames, what: what) != nil,
      let keyed = keyed(.subform, entry.value, keys, entry)
    else { return }
    let label = keyed.sound("label").flatMap { words($0) } ?? plainWords(entry.key)
    let help = keyed.sound("help").flatMap { words($0, limit: Checker.helpLimit) }
    draft.subformNames.labels[draft.subforms.count] = label.texts.map(\.text)
    draft.subforms.append(SubformDraft(entry: entry, keyed: keyed, label: label, help: help))
  }

  /// Keys of fields with a value of their own.
  private static let fieldOnly: Set<String> = [
    "required", "unique", "default", "value", "live", "hidden", "read_only", "declassify",
  ]

  func reportSecond(_ entry: YAMLEntry, _ what: Message, first: Span) {
    report(
      NameMistake.declaredTwice(what: what, name: entry.key, first: first, at: entry.keySpan))
  }

  /// Resolves the subforms of an entity, now that the fields of all are known.
  func subforms(of draft: EntityDraft, _ entity: StableID) -> [Subform] {
    draft.subforms.compactMap { subform($0, of: draft, entity) }
  }

  private func subform(
    _ subform: SubformDraft, of draft: EntityDraft, _ entity: StableID
  ) -> Subform? {
    let keyed = subform.keyed
    guard let of = keyed.sound("of"), let name = of.value.scalar,
      let rows = self.entity(name, at: of.value.span), let fields = environment.drafts[rows],
      let by = wayBack(keyed, from: fields, to: entity, called: draft.name, at: of.value.span)
    else { return nil }
    var columns: [Int] = []
    var places: [String: Span] = [:]
    if let list = keyed.sound("columns") {
      for (name, node) in scalars(list.value) {
        if isRepeated(name, &places, at: node.span) { continue }
        let column = fieldIndex(name, of: fields, beside: list.value, at: node.span) {
          .unknownField(name, entity: fields.name, suggestions: $0, at: node.span)
        }
        if let column { columns.append(column) }
      }
    } else {
      columns = Array(fields.fields.indices.filter { $0 != by }.prefix(6))
    }
    return Subform(
      name: subform.entry.key, label: subform.label, help: subform.help, entity: rows, by: by,
      columns: columns, origin: subform.entry.keySpan)
  }

  /// The field of the rows that refers to the entity.
  private func wayBack(
    _ keyed: Keyed, from rows: EntityDraft, to entity: StableID, called name: String, at span: Span
  ) -> Int? {
    let candidates = rows.fields.indices.filter { rows.fields[$0]?.type.target == entity }
    if keyed.isPoisoned("by") { return nil }
    guard let by = keyed.sound("by"), let wanted = by.value.scalar else {
      if candidates.count == 1 { return candidates[0] }
      let isKnown = rows.areFieldsKnown && !rows.fields.contains { $0 == nil }
      if isKnown || candidates.count > 1 {
        report(
          LayoutMistake.noWayBack(
            rows: rows.name, entity: name, candidates: candidates.map { rows.names.names[$0] },
            at: span))
      }
      return nil
    }
    let field = fieldIndex(wanted, of: rows, beside: by.value, at: by.value.span) {
      .unknownField(wanted, entity: rows.name, suggestions: $0, at: by.value.span)
    }
    guard let field, let type = rows.fields[field]?.type else { return nil }
    if type.target == entity { return field }
    report(
      LayoutMistake.fieldDoesNotFit(
        field: wanted, type: type.keyword, use: Message(zh: "`by`", en: "as `by`"),
        wanted: Message(
          zh: "指向 `\(name)` 的引用字段", en: "a reference of `\(rows.name)` to `\(name)`"),
        at: by.value.span))
    return nil
  }
}
