import Diagnostics
import IR
import Syntax

extension Checker {
  /// Checks one view.
  func checkView(_ entry: YAMLEntry) -> ViewDraft {
    var draft = ViewDraft()
    guard let (entity, name) = viewName(entry) else { return draft }
    draft.isNamed = true
    draft.entity = entity
    guard let keyed = keyed(entry.value, Keywords.view, name: entry.key, at: entry.keySpan)
    else { return draft }
    let label = keyed.sound("label").flatMap { words($0) }
    guard let entity else { return draft }
    guard let of = environment.drafts[entity] else { return draft }
    dependencies.add(entity, of)
    let columns = columns("columns", keyed, of)
    let filters = columnsToFilter(keyed, of)
    let sorts = sorts(keyed, of)
    let layout = layout(keyed, of, isComplete: entry.value.isComplete)
    let (condition, isSound) = viewCondition(keyed, entity)
    let offer = offer(keyed)
    let reason = declassification(keyed, isComplete: entry.value.isComplete)
    guard let label, !columns.isEmpty, let layout, isSound else { return draft }
    draft.view = View(
      id: lock.identity(.view, entry.key), name: name, entity: entity, label: label,
      layout: layout, columns: columns.map(\.column), filters: filters, sorts: sorts,
      condition: condition, conditions: ViewConditions(entity: of).lowered(condition),
      offer: offer, declassification: reason, origin: entry.keySpan)
    return draft
  }

  /// Why people get the view who may not read what decides about its records.
  private func declassification(_ keyed: Keyed, isComplete: Bool) -> Words? {
    guard let entry = keyed.sound("declassify") else { return nil }
    // In a text that breaks off, what decides may stand in the rest.
    if isComplete, keyed.sound("where") == nil, !keyed.isPoisoned("where") {
      report(
        RightsMistake.idleDeclassification(
          Message(
            zh: "视图没有 `where`，显示哪些记录不由字段决定",
            en: "without a `where` no field decides which records the view shows"),
          removal: removal(of: entry), at: entry.keySpan))
    }
    return words(entry, limit: Checker.helpLimit)
  }

  /// Entity and name of `customer.all`; the entity is nil when it is unknown.
  private func viewName(_ entry: YAMLEntry) -> (entity: StableID?, name: String)? {
    let parts = entry.key.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
      report(NameMistake.badViewName(entry.key, at: entry.keySpan))
      return nil
    }
    let (entity, name) = (String(parts[0]), String(parts[1]))
    let dot = entity.utf8.count
    let nameSpan = part(dot + 1..<entry.key.utf8.count, of: entry.key, entry.keySpan)
    guard checkName(name, nameSpan) else { return (knownEntity(entity), name) }
    return (self.entity(entity, at: part(0..<dot, of: entry.key, entry.keySpan)), name)
  }

  /// The identity of an entity, if there is one.
  private func knownEntity(_ name: String) -> StableID? {
    dependencies.isVolatile = true
    return environment.entity(name)
  }

  private func columns(
    _ key: String, _ keyed: Keyed, _ entity: EntityDraft
  ) -> [(column: View.Column, name: String, span: Span)] {
    guard let entry = keyed.sound(key) else { return [] }
    var result: [(column: View.Column, name: String, span: Span)] = []
    var places: [View.Column: Span] = [:]
    for (name, node) in scalars(entry.value) {
      guard
        let column = column(
          name, entity, longTexts: key == "columns", beside: entry.value, at: node.span)
      else { continue }
      if let first = places[column] {
        report(
          NameMistake.repeatedName(
            name, first: first, removal: sources.removal(ofItem: node.span), at: node.span))
        continue
      }
      places[column] = node.span
      result.append((column, name, node.span))
    }
    return result
  }

  private func columnsToFilter(_ keyed: Keyed, _ entity: EntityDraft) -> [View.Column] {
    let filters = columns("filter", keyed, entity)
    for filter in filters {
      if case .field(let field) = filter.column {
        _ = checkFit(field, of: entity, .filter, name: filter.name, at: filter.span)
      }
    }
    return filters.map(\.column)
  }

  /// The orders offered; the newest first when none is declared.
  private func sorts(_ keyed: Keyed, _ entity: EntityDraft) -> [View.Sort] {
    let newestFirst = [View.Sort(column: .createdAt, descending: true)]
    guard let entry = keyed.sound("sort") else { return newestFirst }
    var result: [View.Sort] = []
    var places: [View.Sort: Span] = [:]
    for (word, node) in scalars(entry.value) {
      let descending = word.hasPrefix("-")
      let name = descending ? String(word.dropFirst()) : word
      let span = part((descending ? 1 : 0)..<word.utf8.count, of: word, node.span)
      guard
        let column = column(
          name, entity, longTexts: false, beside: entry.value, at: span)
      else { continue }
      if case .field(let field) = column,
        !checkFit(field, of: entity, .sort, name: name, at: span)
      {
        continue
      }
      let sort = View.Sort(column: column, descending: descending)
      if let first = places[sort] {
        report(
          NameMistake.repeatedName(
            word, first: first, removal: sources.removal(ofItem: node.span), at: node.span))
        continue
      }
      places[sort] = node.span
      result.append(sort)
    }
    return result.isEmpty ? newestFirst : result
  }

  private static let systemColumns = [
    Candidate(
      "created_at", labels: ["创建时间"],
      also: Keyword.list("created create_time creation create_date 创建日期 新建时间 录入时间")),
    Candidate(
      "updated_at", labels: ["修改时间"],
      also: Keyword.list("updated update_time modified modified_at write_date 更新时间 修改日期")),
  ]

  /// `longTexts`: whether a long text can stand there; `list` is where the name stands.
  private func column(
    _ name: String, _ draft: EntityDraft, longTexts: Bool, beside list: YAMLNode, at span: Span
  ) -> View.Column? {
    switch name {
    case "created_at": return .createdAt
    case "updated_at": return .updatedAt
    default: break
    }
    if let index = draft.names.index[name] { return .field(index) }
    guard draft.areFieldsKnown, !draft.names.refused.contains(name), !mayBeUnread(name) else {
      return nil
    }
    let near = nearest(
      to: name,
      among: free(draft.candidates(longTexts: longTexts) + Checker.systemColumns, beside: list))
    report(
      ReferenceMistake.unknownColumn(name, entity: draft.name, suggestions: near, at: span))
    return nil
  }
}

/// What is known of a view after it was checked.
struct ViewDraft {
  /// Whether its name is well made.
  var isNamed = false
  /// Its entity, when there is one.
  var entity: StableID?
  /// Nil when something in it is broken.
  var view: View?
}
