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
    var cut: Range<Int>?
    for (index, item) in entries.enumerated() {
      if cut?.contains(index) == true { continue }
      if settings.areLanguagesKnown, !settings.languages.contains(item.key) {
        if let rest = cutText(index, entries) {
          cut = rest
          continue
        }
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

  /// When a comma in `{ zh: 甲, 乙 }` made an entry of what belongs to the text before it: reports
  /// that and returns the entries.
  private func cutText(_ index: Int, _ entries: [YAMLEntry]) -> Range<Int>? {
    guard index > 0, settings.languages.contains(entries[index - 1].key),
      case .scalar(_, let isPlain) = entries[index - 1].value.content,
      isCut(entries[index], after: entries[index - 1])
    else { return nil }
    let before = entries[index - 1]
    var end = index + 1
    while end < entries.count, isBare(entries[end]),
      !settings.languages.contains(entries[end].key)
    {
      end += 1
    }
    let last = entries[end - 1]
    let text = sources.text(
      Span(
        file: before.keySpan.file, start: before.value.span.start,
        end: isBare(last) ? last.keySpan.end : last.value.span.end))
    report(
      ShapeMistake.cutAtComma(
        entries[index].key, language: before.key, text: isPlain ? text : nil,
        isPlain: (index..<end).allSatisfy { isBare(entries[$0]) },
        start: before.value.span.start, at: entries[index].keySpan))
    return index..<end
  }

  /// Whether an entry in braces is the rest of a text: it has no colon, or its key can be no
  /// language and looks like none.
  private func isCut(_ entry: YAMLEntry, after before: YAMLEntry) -> Bool {
    let gap = sources.text(
      Span(
        file: entry.keySpan.file, start: before.value.span.end, end: entry.keySpan.start))
    guard gap.utf8.contains(UInt8(ascii: ",")), !gap.utf8.contains(0x0A) else { return false }
    if isBare(entry) { return true }
    let first = entry.key.prefix { $0 != "-" }
    let isTag =
      (2...3).contains(first.utf8.count)
      && entry.key.utf8.allSatisfy { byte in
        byte == UInt8(ascii: "-") || byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= 0x7A
      }
    return !isTag && nearest(to: entry.key, among: Languages.candidates).near.isEmpty
  }

  /// Whether an entry is a key without colon and value, as in `{ a, b }`.
  private func isBare(_ entry: YAMLEntry) -> Bool {
    guard entry.value.scalar == "", case .scalar(_, isPlain: true) = entry.value.content else {
      return false
    }
    let source = sources[entry.keySpan].bytes
    let next = source[entry.keySpan.end...].first { $0 != 0x20 && $0 != 0x09 }
    return next == UInt8(ascii: ",") || next == UInt8(ascii: "}")
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
