import Diagnostics
import IR
import Syntax

/// Reads what a role may do with the records of one entity, and with which fields of them.
struct RightsReader {
  let checker: Checker
  let draft: EntityDraft
  let fields: EntityFields

  /// A way to keep a role from fields; the raw value is the keyword.
  enum Limit: String {
    case hide, mask, lock

    /// What a condition gives that keeps nobody away.
    var grant: Message {
      switch self {
      case .hide: return Message(zh: "让字段显示出来", en: "shows the field")
      case .mask: return Message(zh: "让字段完整显示", en: "shows all of the field")
      case .lock: return Message(zh: "允许修改字段", en: "lets the field be changed")
      }
    }
  }

  // MARK: Actions

  /// What is given by itself; nil when some of it is wrong.
  func grants(_ keyed: Keyed) -> [AccessAction: Grant]? {
    var result: [AccessAction: Grant] = [:]
    var isSound = true
    let typer = self.typer(Message(zh: "给出权限", en: "gives the right"), grantsFalse: false)
    for action in AccessAction.allCases {
      guard let entry = keyed.sound(action.rawValue) else {
        if keyed.isPoisoned(action.rawValue) { isSound = false }
        continue
      }
      if let rule = typer.rule(entry.value) {
        result[action] = Grant(rule, at: entry.keySpan)
      } else {
        isSound = false
      }
    }
    return isSound ? result : nil
  }

  private func typer(_ grant: Message, grantsFalse: Bool) -> RowRuleTyper {
    RowRuleTyper(
      checker: checker, draft: draft, fields: fields, grant: grant, grantsFalse: grantsFalse)
  }

  // MARK: Fields

  /// The fields under a key by their index; nil when some of it is wrong.
  func limits(_ limit: Limit, _ keyed: Keyed) -> [FieldLimit]? {
    guard let entry = keyed.sound(limit.rawValue) else {
      return keyed.isPoisoned(limit.rawValue) ? nil : []
    }
    let found: [FieldLimit]?
    switch entry.value.content {
    case .mapping(let entries):
      if entries.isEmpty, entry.value.isComplete {
        checker.report(ShapeMistake.emptyCollection(key: entry.key, at: entry.keySpan))
        return nil
      }
      found = all(entries.map { conditional($0, limit) })
    case .scalar, .sequence: found = named(entry, limit)
    case .poisoned: found = nil
    }
    guard entry.value.isComplete else { return nil }
    return found?.sorted { $0.field < $1.field }
  }

  private func all(_ limits: [FieldLimit?]) -> [FieldLimit]? {
    let sound = limits.compactMap { $0 }
    return sound.count == limits.count ? sound : nil
  }

  /// A field or a list of them.
  private func named(_ entry: YAMLEntry, _ limit: Limit) -> [FieldLimit]? {
    if case .sequence(let items) = entry.value.content {
      if items.isEmpty {
        checker.report(ShapeMistake.emptyCollection(key: entry.key, at: entry.keySpan))
        return nil
      }
      for item in items where item.scalar == nil {
        guard let form = item.form else { continue }
        checker.report(
          FormMistake.expectedText(
            what: Checker.quoted(entry.key), found: form, only: checker.only(item), at: item.span))
      }
    }
    var places: [String: Span] = [:]
    let limits = checker.scalars(entry.value).map { name, node -> FieldLimit? in
      if checker.isRepeated(name, &places, at: node.span) { return nil }
      return field(name, limit, beside: entry.value, at: node.span).map {
        FieldLimit(field: $0, when: .all, at: node.span)
      }
    }
    return entry.value.isNames ? all(limits) : nil
  }

  /// A field with what says when.
  private func conditional(_ entry: YAMLEntry, _ limit: Limit) -> FieldLimit? {
    let empty = YAMLNode(span: entry.keySpan, content: .mapping([]), isComplete: true)
    let field = field(entry.key, limit, beside: empty, at: entry.keySpan)
    guard let rule = when(entry, limit), let field else { return nil }
    return FieldLimit(field: field, when: rule, at: entry.keySpan)
  }

  /// `true`, `when …` or `unless …`.
  private func when(_ entry: YAMLEntry, _ limit: Limit) -> RowRule? {
    let node = entry.value
    guard let text = node.scalar else {
      if let form = node.form {
        checker.report(
          FormMistake.expectedText(
            what: Checker.quoted(entry.key), found: form, only: nil, at: node.span))
      }
      return nil
    }
    if node.isEmpty {
      if node.isComplete {
        checker.report(FormMistake.emptyValue(key: entry.key, at: entry.keySpan))
      }
      return nil
    }
    if text == "true" { return .all }
    if text.hasPrefix("when ") {
      return typer(limit.grant, grantsFalse: true).rule(node, from: "when ".utf8.count)
    }
    if text.hasPrefix("unless ") {
      return typer(limit.grant, grantsFalse: false).rule(node, from: "unless ".utf8.count)?.negated
    }
    let isYes = Repairs.boolean(HalfWidth.text(text)) == true
    let meant = text.hasPrefix("if ") ? "when " + text.dropFirst("if ".count) : nil
    checker.report(
      FieldLimitMistake.badLimit(field: entry.key, meant: isYes ? "true" : meant, at: node.span))
    return nil
  }

  /// The index of a field that can be limited so.
  private func field(
    _ name: String, _ limit: Limit, beside list: YAMLNode, at span: Span
  ) -> Int? {
    if draft.subformNames.index[name] != nil {
      checker.report(
        LayoutMistake.fieldDoesNotFit(
          field: name, type: FieldKind.subformKeyword,
          use: Message(zh: "`\(limit.rawValue)`", en: "under `\(limit.rawValue)`"),
          wanted: Message(
            zh: "字段；明细的权限写在它自己的实体上", en: "a field; rows have rights of their own"),
          at: span))
      return nil
    }
    guard let index = draft.names.index[name] else {
      if draft.areFieldsKnown, !draft.names.refused.contains(name), !checker.mayBeUnread(name) {
        let candidates = checker.free(draft.candidates(longTexts: true), beside: list)
        checker.report(
          ReferenceMistake.unknownField(
            name, entity: draft.name, suggestions: checker.nearest(to: name, among: candidates),
            at: span))
      }
      return nil
    }
    guard let type = draft.fields[index]?.type else { return nil }
    if limit == .mask, !type.isMaskable {
      checker.report(FieldLimitMistake.maskNotText(field: name, type: type.keyword, at: span))
      return nil
    }
    return index
  }
}

extension FieldType {
  /// Whether a part of a value tells what it is about.
  fileprivate var isMaskable: Bool {
    switch self {
    case .text, .phone, .email, .url: return true
    default: return false
    }
  }
}
