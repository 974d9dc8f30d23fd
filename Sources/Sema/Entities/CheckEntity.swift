import Diagnostics
import IR
import Values
import Syntax

extension Checker {
  static let fieldLimit = 500

  /// Declares the names of all entities, so that they may refer to one another.
  func declareEntities(_ sections: Sections) {
    let what = Message(zh: "实体", en: "entity")
    for entry in sections.named["entities"] ?? [] {
      if People.names.contains(entry.key) {
        report(NameMistake.reservedName(entry.key, at: entry.keySpan))
        environment.entities.refused.insert(entry.key)
        continue
      }
      guard declare(entry, in: &environment.entities, what: what) != nil else { continue }
      let item = lock.item(.entity, entry.key, name: entry.key)
      environment.declared.append(DeclaredEntity(entry: entry, item: item))
    }
    environment.areEntitiesKnown = !sections.poisoned.contains("entities")
  }

  /// The identity of an entity that is referred to; nil when there is none, which is reported
  /// unless it may stand where nothing could be read.
  func entity(_ name: String, at span: Span) -> StableID? {
    if let id = environment.entity(name) {
      dependencies.entities.append((name, id))
      return id
    }
    dependencies.isVolatile = true
    guard environment.areEntitiesKnown, !environment.entities.refused.contains(name),
      !mayBeUnread(name)
    else { return nil }
    let near = nearest(to: name, among: environment.entityCandidates)
    report(ReferenceMistake.unknownEntity(name, suggestions: near, at: span))
    return nil
  }

  /// Checks one entity.
  func checkEntity(_ entry: YAMLEntry) -> EntityDraft {
    let draft = EntityDraft(entry)
    guard let keyed = keyed(entry.value, Keywords.entity, name: entry.key, at: entry.keySpan)
    else {
      draft.areFieldsKnown = false
      return draft
    }
    draft.label = keyed.sound("label").flatMap { words($0) }
    draft.plural = keyed.sound("plural").flatMap { words($0) }
    draft.icon = word(keyed, "icon", of: Icons.all)
    checkFields(draft, keyed)
    checkNeeds(draft, keyed)
    checkSections(draft, keyed)
    draft.rules = ["checks", "not_overlapping"].compactMap { keyed.sound($0) }
    draft.uniqueKeys = checkUniqueKeys(draft, keyed)
    draft.title = checkTitle(draft, keyed)
    draft.access = checkAccess(keyed)
    draft.isAccessLeftOut =
      keyed.sound("access") == nil && !keyed.isPoisoned("access") && entry.value.isComplete
    checkOwnership(draft, keyed)
    return draft
  }

  private func checkFields(_ draft: EntityDraft, _ keyed: Keyed) {
    guard let entry = keyed.sound("fields"),
      let entries = mapping(entry.value, name: entry.key, at: entry.keySpan)
    else {
      draft.areFieldsKnown = false
      return
    }
    if !entry.value.isComplete || entries.isEmpty { draft.areFieldsKnown = false }
    if entries.isEmpty, entry.value.isComplete {
      report(ShapeMistake.emptyCollection(key: entry.key, at: entry.keySpan))
    }
    if entries.count > Checker.fieldLimit {
      report(
        ShapeMistake.tooMany(
          what: Message(zh: "字段", en: "fields"), count: entries.count,
          limit: Checker.fieldLimit, at: entries[Checker.fieldLimit].keySpan))
    }
    draft.fields.reserveCapacity(entries.count)
    let what = Message(zh: "字段", en: "field")
    for field in entries {
      if Checker.systemFields.contains(field.key) {
        report(NameMistake.reservedName(field.key, at: field.keySpan))
        draft.names.refused.insert(field.key)
        continue
      }
      if isSubform(field) {
        declareSubform(field, of: draft)
        continue
      }
      if let first = draft.subformNames.index[field.key] {
        reportSecond(field, what, first: draft.subformNames.spans[first])
        continue
      }
      guard let place = declare(field, in: &draft.names, what: what) else { continue }
      let result = checkField(field, of: draft.name)
      draft.names.labels[place] = result.labels
      if !result.rules.isEmpty {
        draft.fieldRules.append((draft.fields.count, result.rules))
      }
      draft.fields.append(result.field)
    }
  }

  static let systemFields: Set<String> = [
    "id", "version", "created_at", "created_by", "updated_at", "updated_by",
  ]

  /// The index of a field of an entity that is named at a place, in a list or alone; reported by
  /// `mistake` when there is none.
  func fieldIndex(
    _ name: String, of draft: EntityDraft, beside list: YAMLNode, at span: Span,
    mistake: (_ suggestions: Suggested) -> ReferenceMistake
  ) -> Int? {
    if let index = draft.names.index[name] { return index }
    guard draft.areFieldsKnown, !draft.names.refused.contains(name), !mayBeUnread(name) else {
      return nil
    }
    let candidates = free(draft.candidates(longTexts: false), beside: list)
    report(mistake(nearest(to: name, among: candidates)))
    return nil
  }

  /// Whether a field can be used in a way; says why not. A broken field is let pass.
  func checkFit(
    _ field: Int, of draft: EntityDraft, _ use: TypeMistake.LongTextUse, name: String,
    at span: Span
  ) -> Bool {
    guard let type = draft.fields[field]?.type else { return true }
    if case .longText = type {
      report(TypeMistake.longTextNotAllowed(field: name, use: use, at: span))
      return false
    }
    if case .secret = type {
      report(
        LayoutMistake.fieldDoesNotFit(
          field: name, type: type.keyword, use: TypeMistake.words(use),
          wanted: Message(zh: "没有加密的字段", en: "a field that is not encrypted"), at: span))
      return false
    }
    guard type.storage == .list else { return true }
    if case .multiChoice = type, use == .filter { return true }
    report(
      LayoutMistake.fieldDoesNotFit(
        field: name, type: type.keyword, use: TypeMistake.words(use),
        wanted: Message(zh: "只有一个值的字段", en: "a field with a single value"), at: span))
    return false
  }
}
