import Diagnostics
import IR
import Syntax

extension Checker {
  /// The fields that say whose a record is, and whether people may share it.
  func checkOwnership(_ draft: EntityDraft, _ keyed: Keyed) {
    draft.owner = belonging("owner", ["owner"], "person", draft, keyed)
    draft.department = belonging("department", ["department", "dept"], "department", draft, keyed)
    draft.sharing = keyed.flag("sharing")
  }

  /// The field that a key names, or the first of some names that is of the type.
  private func belonging(
    _ key: String, _ usual: [String], _ type: String, _ draft: EntityDraft, _ keyed: Keyed
  ) -> Int? {
    func fits(_ index: Int) -> Bool {
      draft.fields[index]?.type.keyword == type && !draft.isLive(index)
    }
    if keyed.isPoisoned(key) { return nil }
    guard let entry = keyed.sound(key), let name = entry.value.scalar else {
      return usual.lazy.compactMap { draft.names.index[$0] }.first(where: fits)
    }
    let index = fieldIndex(name, of: draft, beside: entry.value, at: entry.value.span) {
      .unknownField(name, entity: draft.name, suggestions: $0, at: entry.value.span)
    }
    guard let index, let field = draft.fields[index] else { return nil }
    if fits(index) { return index }
    report(
      LayoutMistake.fieldDoesNotFit(
        field: name, type: field.type.keyword, use: Message(zh: "`\(key)`", en: "as `\(key)`"),
        wanted: Message(
          zh: "不是 `live` 的 `\(type)` 字段", en: "a field of type `\(type)` that is not `live`"),
        at: entry.value.span))
    return nil
  }
}
