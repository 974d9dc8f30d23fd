/// What can be wrong with how records are laid out: views, sections, subforms, menus, workbenches.
public enum LayoutMistake: Mistake {
  /// A word that the key does not take.
  case unknownWord(String, key: String, suggestions: Suggested, at: Span)
  case unknownView(String, suggestions: Suggested, at: Span)
  /// A field of a type that cannot stand there; `use` says where, `wanted` what can.
  case fieldDoesNotFit(field: String, type: String, use: Message, wanted: Message, at: Span)
  /// `removal` takes the key out.
  case keyOfOtherLayout(
    key: String, layout: String, belongsTo: [String], removal: [Fix.Edit], at: Span)
  /// A subform whose rows do not say to which record they belong.
  case noWayBack(rows: String, entity: String, candidates: [String], at: Span)
}

extension LayoutMistake {
  public var diagnostic: Diagnostic {
    switch self {
    case .unknownWord(let word, let key, let near, let span):
      return Diagnostic(
        .unknownWord, span, zh: "`\(key)` 没有 `\(word)` 这个取值",
        en: "`\(word)` is none of the words that `\(key)` takes", help: near.help,
        fixes: near.fixes(for: word, at: span))
    case .unknownView(let name, let near, let span):
      return Diagnostic(
        .unknownView, span, zh: "没有视图 `\(name)`", en: "no view `\(name)`", help: near.help,
        fixes: near.fixes(for: name, at: span))
    case .fieldDoesNotFit(let field, let type, let use, let wanted, let span):
      return Diagnostic(
        .fieldDoesNotFit, span, zh: Message.joined("`\(field)` 是 `\(type)` 字段，不能用于", use.zh),
        en: "`\(field)` is a field of type `\(type)` and cannot be used \(use.en)",
        help: [Message(zh: Message.joined("这里要用", wanted.zh), en: "this takes \(wanted.en)")])
    case .keyOfOtherLayout(let key, let layout, let belongsTo, let removal, let span):
      let layouts = belongsTo.map { "`\($0)`" }
      return Diagnostic(
        .keyOfOtherType, span, zh: "`\(key)` 不适用于 `\(layout)` 视图",
        en: "`\(key)` does not apply to views of kind `\(layout)`",
        help: [
          Message(
            zh: "它适用于 \(layouts.joined(separator: "、"))",
            en: "it applies to \(layouts.joined(separator: ", "))")
        ], fixes: [.delete(key, removal, .unsafe)])
    case .noWayBack(let rows, let entity, let candidates, let span):
      return LayoutMistake.noWayBack(rows, entity, candidates, span)
    }
  }

  private static func noWayBack(
    _ rows: String, _ entity: String, _ candidates: [String], _ span: Span
  ) -> Diagnostic {
    let names = candidates.map { "`\($0)`" }
    let help =
      candidates.isEmpty
      ? Message(
        zh: "在 `\(rows)` 中加一个字段，例如 `\(entity): { type: reference, to: \(entity) }`",
        en: "add a field to `\(rows)`, as in `\(entity): { type: reference, to: \(entity) }`")
      : Message(
        zh: "用 `by` 写明是哪一个：\(names.joined(separator: "、"))",
        en: "say which one with `by`: \(names.joined(separator: ", "))")
    return Diagnostic(
      .noWayBack, span,
      zh: candidates.isEmpty
        ? "`\(rows)` 没有指向 `\(entity)` 的字段" : "`\(rows)` 有多个字段指向 `\(entity)`",
      en: candidates.isEmpty
        ? "`\(rows)` has no field that refers to `\(entity)`"
        : "several fields of `\(rows)` refer to `\(entity)`", help: [help])
  }
}
