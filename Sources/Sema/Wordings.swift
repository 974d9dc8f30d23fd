import Diagnostics
import IR
import Syntax
import Values

extension Checker {
  static let labelLimit = 200
  static let helpLimit = 1000

  /// A text for people: one for all languages, or one per language, complete.
  func words(_ entry: YAMLEntry, limit: Int = Checker.labelLimit) -> Words? {
    let node = entry.value
    switch node.content {
    case .poisoned: return nil
    case .scalar: return wording(entry, limit).map(plainWords)
    case .sequence:
      report(
        FormMistake.expectedText(
          what: Checker.quoted(entry.key), found: .list, only: only(node), at: node.span))
      return nil
    case .mapping(let entries): return words(entries, entry, limit)
    }
  }

  private func words(_ entries: [YAMLEntry], _ entry: YAMLEntry, _ limit: Int) -> Words? {
    var texts: [String: String] = [:]
    var isSound = true
    var meant: Set<String> = []
    for item in entries {
      if settings.areLanguagesKnown, !settings.languages.contains(item.key) {
        if let language = reportUndeclared(item, entries) { meant.insert(language) }
        continue
      }
      if case .scalar = item.value.content {
        if let text = wording(item, limit) { texts[item.key] = text } else { isSound = false }
      } else {
        isSound = false
        if let form = item.value.form {
          report(
            FormMistake.expectedText(
              what: Checker.quoted(item.key), found: form, only: only(item.value),
              at: item.value.span))
        }
      }
    }
    let written = Set(entries.map(\.key))
    if settings.areLanguagesKnown, entry.value.isComplete {
      for language in settings.languages
      where !written.contains(language) && !meant.contains(language) {
        report(ShapeMistake.missingLanguage(language, at: entry.keySpan))
        isSound = false
      }
    }
    guard isSound else { return nil }
    return Words(
      settings.languages.compactMap { language in
        texts[language].map { Words.Wording(language: language, text: $0) }
      })
  }

  /// Returns the declared language that was probably meant and is not written otherwise.
  private func reportUndeclared(_ item: YAMLEntry, _ entries: [YAMLEntry]) -> String? {
    let free = Languages.candidates.filter { language in
      settings.languages.contains(language.name)
        && !entries.contains { $0.key == language.name }
    }
    let near = nearest(to: item.key, among: free)
    report(
      ShapeMistake.undeclaredLanguage(
        item.key, declared: settings.languages, suggestions: near, at: item.keySpan))
    return near.near.first?.name
  }

  /// One wording in stored form, or nil after reporting that it is empty or too long.
  private func wording(_ entry: YAMLEntry, _ limit: Int) -> String? {
    guard let text = entry.value.scalar else { return nil }
    guard let result = Text.normalized(text) else {
      if entry.value.isComplete {
        report(FormMistake.emptyValue(key: entry.key, at: entry.keySpan))
      }
      return nil
    }
    let length = Text.length(result)
    guard length <= limit else {
      report(
        FormMistake.tooLong(
          what: Checker.quoted(entry.key), length: length, limit: limit, at: entry.value.span))
      return nil
    }
    return result
  }
}
