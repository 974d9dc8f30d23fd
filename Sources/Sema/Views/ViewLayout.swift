import Diagnostics
import IR
import Syntax

/// One kind of view as the checker knows it.
struct ViewKind: Sendable {
  /// The word under `kind:`.
  let keyword: String
  /// Keys that belong to it, beside those of every view.
  let required: [String]
  var optional: [String] = []
}

/// The table of kinds; the first is the one without a `kind`.
enum ViewKinds {
  static let all = [
    ViewKind(keyword: "table", required: [], optional: ["group"]),
    ViewKind(keyword: "board", required: ["by"]),
    ViewKind(keyword: "calendar", required: ["from"], optional: ["to"]),
    ViewKind(keyword: "gallery", required: ["image"]),
    ViewKind(keyword: "gantt", required: ["from", "to"]),
  ]

  /// The kinds to which a key belongs that is not every view's.
  static func owners(of key: String) -> [String] {
    all.filter { $0.required.contains(key) || $0.optional.contains(key) }.map(\.keyword)
  }
}

extension Checker {
  /// The layout of a view; nil after reporting what is wrong. Without `isComplete` a key that seems
  /// to be missing may stand where nothing could be read.
  func layout(_ keyed: Keyed, _ entity: EntityDraft, isComplete: Bool) -> View.Layout? {
    if keyed.isPoisoned("kind") { return nil }
    let word = self.word(keyed, "kind", of: ViewKinds.all.map(\.keyword))
    if word == nil, keyed.sound("kind") != nil || !isComplete { return nil }
    guard let kind = ViewKinds.all.first(where: { $0.keyword == word ?? "table" }) else {
      return nil
    }
    checkKeys(keyed, kind, isComplete)
    switch kind.keyword {
    case "board":
      return field("by", keyed, entity, .options).map { .board(by: $0) }
    case "calendar":
      let from = column("from", keyed, entity, .days)
      let isOpen = keyed.sound("to") == nil
      let to = isOpen ? nil : column("to", keyed, entity, .days)
      guard let from, isOpen || to != nil else { return nil }
      return .calendar(from: from, to: to)
    case "gallery":
      return field("image", keyed, entity, .pictures).map { .gallery(image: $0) }
    case "gantt":
      let from = column("from", keyed, entity, .days)
      let to = column("to", keyed, entity, .days)
      guard let from, let to else { return nil }
      return .gantt(from: from, to: to)
    default:
      if keyed.sound("group") == nil { return .table(group: nil) }
      return field("group", keyed, entity, .groups).map { .table(group: .field($0)) }
    }
  }

  /// Keys that the layout lacks, and those of other layouts.
  private func checkKeys(_ keyed: Keyed, _ kind: ViewKind, _ isComplete: Bool) {
    for key in ["by", "from", "to", "image", "group"] {
      guard let entry = keyed.sound(key) else {
        if isComplete, kind.required.contains(key), !keyed.isPoisoned(key),
          let keyword = Keywords.viewLayout.first(where: { $0.name == key })
        {
          report(
            ShapeMistake.missingKey(
              key, place: Keywords.view.place, name: keyed.name, meaning: keyword.meaning,
              at: keyed.nameSpan))
        }
        continue
      }
      if kind.required.contains(key) || kind.optional.contains(key) { continue }
      report(
        LayoutMistake.keyOfOtherLayout(
          key: key, layout: kind.keyword, belongsTo: ViewKinds.owners(of: key),
          removal: removal(of: entry), at: entry.keySpan))
    }
  }

  /// What a layout needs of a field.
  private enum Fit {
    case options, days, pictures, groups

    func holds(_ type: FieldType) -> Bool {
      switch (self, type) {
      case (.options, .choice), (.options, .stage), (.days, .date), (.days, .dateTime),
        (.pictures, .image), (.groups, .choice), (.groups, .stage), (.groups, .boolean),
        (.groups, .reference), (.groups, .person), (.groups, .department):
        return true
      default: return false
      }
    }

    var wanted: Message {
      switch self {
      case .options: return Message(zh: "`stage` 或 `choice` 字段", en: "a stage or a choice")
      case .days: return Message(zh: "`date` 或 `date_time` 字段", en: "a date or a date-time")
      case .pictures: return Message(zh: "`image` 字段", en: "an image")
      case .groups:
        return Message(
          zh: "选项、阶段、布尔、引用、人员或部门字段",
          en: "a choice, stage, boolean, reference, person or department")
      }
    }
  }

  private func column(
    _ key: String, _ keyed: Keyed, _ entity: EntityDraft, _ fit: Fit
  ) -> View.Column? {
    switch keyed.text(key) {
    case "created_at" where fit.holds(.dateTime): return .createdAt
    case "updated_at" where fit.holds(.dateTime): return .updatedAt
    default: return field(key, keyed, entity, fit).map { .field($0) }
    }
  }

  private func field(
    _ key: String, _ keyed: Keyed, _ entity: EntityDraft, _ fit: Fit
  ) -> Int? {
    guard let entry = keyed.sound(key), let name = entry.value.scalar else { return nil }
    let field = fieldIndex(name, of: entity, beside: entry.value, at: entry.value.span) {
      .unknownField(name, entity: entity.name, suggestions: $0, at: entry.value.span)
    }
    guard let field, let type = entity.fields[field]?.type else { return nil }
    if fit.holds(type) { return field }
    report(
      LayoutMistake.fieldDoesNotFit(
        field: name, type: type.keyword, use: Message(zh: "`\(key)`", en: "as `\(key)`"),
        wanted: fit.wanted, at: entry.value.span))
    return nil
  }
}
