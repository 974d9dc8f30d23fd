import Diagnostics
import IR
import Syntax

extension Checker {
  static let fieldLimit = 500

  /// Declares the names of all entities, so that they may refer to one another.
  func declareEntities(_ sections: Sections) {
    let what = Message(zh: "实体", en: "entity")
    for entry in sections.named["entities"] ?? [] {
      guard let index = declare(entry, in: &entityNames, what: what) else { continue }
      entityNames.labels[index] = Checker.labels(of: entry)
      let item = lock.item(.entity, entry.key, name: entry.key)
      entityDrafts.append(EntityDraft(entry: entry, item: item))
    }
    areEntitiesKnown = !sections.poisoned.contains("entities")
  }

  /// The labels of an entity that was not looked into yet.
  private static func labels(of entry: YAMLEntry) -> [String] {
    guard case .mapping(let keys) = entry.value.content,
      let label = keys.first(where: { $0.key == "label" })
    else { return [] }
    switch label.value.content {
    case .scalar(let text, _): return [text]
    case .mapping(let wordings): return wordings.compactMap(\.value.scalar)
    case .sequence, .poisoned: return []
    }
  }

  /// The index of an entity that is referred to; nil when there is none, which is reported unless
  /// it may stand where nothing could be read.
  func entityIndex(_ name: String, at span: Span) -> Int? {
    if let index = entityNames.index[name] { return index }
    guard areEntitiesKnown, !entityNames.refused.contains(name), !mayBeUnread(name) else {
      return nil
    }
    let near = nearest(to: name, among: entityNames.candidates)
    report(ReferenceMistake.unknownEntity(name, suggestions: near, at: span))
    return nil
  }

  /// Checks the entity of a draft; nil when it cannot be built.
  func checkEntity(_ index: Int) -> Entity? {
    let entry = entityDrafts[index].entry
    guard let keyed = keyed(entry.value, Keywords.entity, name: entry.key, at: entry.keySpan)
    else {
      entityDrafts[index].areFieldsKnown = false
      return nil
    }
    entityDrafts[index].keyed = keyed
    let label = keyed.sound("label").flatMap { words($0) }
    checkFields(index, keyed)
    let uniqueKeys = checkUniqueKeys(index, keyed)
    let title = checkTitle(index, keyed)
    let access = checkAccess(keyed, entry)
    entityDrafts[index].access = access
    let fields = entityDrafts[index].fields.compactMap { $0 }
    guard let label, let title, let access, fields.count == entityDrafts[index].fields.count else {
      return nil
    }
    let item = entityDrafts[index].item
    return Entity(
      id: item.id, name: entry.key, physicalName: item.physicalName, label: label, title: title,
      fields: fields, uniqueKeys: uniqueKeys, access: access, origin: entry.keySpan)
  }

  private func checkFields(_ index: Int, _ keyed: Keyed) {
    guard let entry = keyed.sound("fields"),
      let entries = mapping(entry.value, name: entry.key, at: entry.keySpan)
    else {
      entityDrafts[index].areFieldsKnown = false
      return
    }
    if !entry.value.isComplete { entityDrafts[index].areFieldsKnown = false }
    if entries.isEmpty, entry.value.isComplete {
      report(ShapeMistake.emptyCollection(key: entry.key, at: entry.keySpan))
    }
    if entries.count > Checker.fieldLimit {
      report(
        ShapeMistake.tooMany(
          what: Message(zh: "字段", en: "fields"), count: entries.count,
          limit: Checker.fieldLimit, at: entries[Checker.fieldLimit].keySpan))
    }
    var draft = entityDrafts[index]
    draft.fields.reserveCapacity(entries.count)
    let what = Message(zh: "字段", en: "field")
    for field in entries {
      if Checker.systemFields.contains(field.key) {
        report(NameMistake.reservedName(field.key, at: field.keySpan))
        draft.names.refused.insert(field.key)
        continue
      }
      guard let place = declare(field, in: &draft.names, what: what) else { continue }
      let result = checkField(field, of: draft.name)
      draft.names.labels[place] = result.labels
      draft.fields.append(result.field)
    }
    entityDrafts[index] = draft
  }

  static let systemFields: Set<String> = [
    "id", "version", "created_at", "created_by", "updated_at", "updated_by",
  ]

  /// The index of a field of an entity that is named at a place; reported by `mistake` when there
  /// is none.
  func fieldIndex(
    _ name: String, of entity: Int, at span: Span,
    mistake: (_ suggestions: [Candidate]) -> ReferenceMistake
  ) -> Int? {
    let draft = entityDrafts[entity]
    if let index = draft.names.index[name] { return index }
    guard draft.areFieldsKnown, !draft.names.refused.contains(name), !mayBeUnread(name) else {
      return nil
    }
    report(mistake(nearest(to: name, among: draft.candidates(longTexts: false))))
    return nil
  }

  /// Whether a field is a long text; false for a broken one.
  func isLongText(_ field: Int, of entity: Int) -> Bool {
    if case .longText = entityDrafts[entity].fields[field]?.type { return true }
    return false
  }
}
