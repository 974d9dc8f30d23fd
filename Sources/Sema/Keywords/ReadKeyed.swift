import Diagnostics
import Syntax
import Values

extension Checker {
  /// Reads a mapping by its table: reports unknown and missing keys and values of a wrong form.
  /// Returns nil when it is no mapping at all.
  func keyed(
    _ node: YAMLNode, _ kind: MappingKind, extra: [Keyword] = [], name: String, at nameSpan: Span
  ) -> Keyed? {
    guard let entries = mapping(node, name: name, at: nameSpan) else { return nil }
    var result = Keyed(name: name, nameSpan: nameSpan)
    // Found out at the first unknown key, once.
    var free: [Candidate]?
    for (index, entry) in entries.enumerated() {
      if index > 0, let number = groupedNumber(entries[index - 1], entry) {
        report(number)
        result.poison(entries[index - 1].key)
        continue
      }
      let keyword =
        kind.keywords.first { $0.name == entry.key } ?? extra.first { $0.name == entry.key }
      if let keyword {
        result.add(entry, isSound: verify(entry.value, keyword.form, entry))
      } else {
        let candidates = free ?? unwritten(kind.keywords + extra, in: entries)
        free = candidates
        result.addUnknown(meant: reportUnknownKey(entry, kind, candidates))
      }
    }
    if node.isComplete {
      for keyword in kind.keywords + extra
      where keyword.isRequired && result.sound(keyword.name) == nil
        && !result.isPoisoned(keyword.name)
      {
        report(
          ShapeMistake.missingKey(
            keyword.name, place: kind.place, name: name, meaning: keyword.meaning, at: nameSpan))
      }
    }
    return result
  }

  /// The number that an entry goes on: `default: 1,200` reads as `default: 1` and a key `200`.
  private func groupedNumber(_ first: YAMLEntry, _ second: YAMLEntry) -> TypeMistake? {
    guard second.key.utf8.count == 3, second.value.isEmpty, let start = first.value.scalar,
      (1...3).contains(start.utf8.count), (start + second.key).utf8.allSatisfy({ $0 &- 0x30 < 10 })
    else { return nil }
    let span = Span(
      file: second.keySpan.file, start: first.value.span.start, end: second.keySpan.end)
    let text = sources.text(span)
    guard text.filter({ $0 != " " }) == start + "," + second.key else { return nil }
    return .groupedNumber(text, meant: start + second.key, at: span)
  }

  /// The keywords that do not stand in a mapping yet.
  private func unwritten(_ keywords: [Keyword], in entries: [YAMLEntry]) -> [Candidate] {
    let written = Set(entries.map(\.key))
    return keywords.filter { !written.contains($0.name) }.map(\.candidate)
  }

  /// Returns the key that was probably meant, one of those that do not stand there yet.
  private func reportUnknownKey(
    _ entry: YAMLEntry, _ kind: MappingKind, _ free: [Candidate]
  ) -> String? {
    let near = nearest(to: entry.key, among: free)
    report(
      ShapeMistake.unknownKey(entry.key, place: kind.place, suggestions: near, at: entry.keySpan))
    return near.near.first?.name
  }

  /// The entries of a mapping, or nil after reporting that it is none.
  func mapping(_ node: YAMLNode, name: String, at nameSpan: Span) -> [YAMLEntry]? {
    if case .mapping(let entries) = node.content { return entries }
    guard let form = node.form, node.isComplete else { return nil }
    if node.isEmpty {
      report(FormMistake.emptyValue(key: name, at: nameSpan))
    } else {
      report(FormMistake.expectedMapping(what: Checker.quoted(name), found: form, at: node.span))
    }
    return nil
  }

  /// Whether a value has the form that its key demands; says why not. Forms with a structure of
  /// their own are looked into by whoever reads them.
  private func verify(_ node: YAMLNode, _ form: ValueForm, _ entry: YAMLEntry) -> Bool {
    guard node.form != nil else { return false }
    if node.isEmpty {
      if node.isComplete { report(FormMistake.emptyValue(key: entry.key, at: entry.keySpan)) }
      return false
    }
    let what = Checker.quoted(entry.key)
    switch form {
    case .name, .order, .oneOf, .text, .number, .value, .expression:
      return verifyScalar(node, what)
    case .condition:
      guard let text = node.scalar, let meant = Repairs.boolean(HalfWidth.text(text)),
        text != "\(meant)"
      else { return verifyScalar(node, what) }
      report(
        FormMistake.expectedBoolean(key: entry.key, found: text, meant: meant, at: node.span))
      return false
    case .boolean:
      guard verifyScalar(node, what), let text = node.scalar else { return false }
      if text == "true" || text == "false" { return true }
      report(
        FormMistake.expectedBoolean(
          key: entry.key, found: text, meant: Repairs.boolean(text), at: node.span))
      return false
    case .wholeNumber(let limits):
      return verifyScalar(node, what) && verifyWholeNumber(node, limits, entry.key)
    case .list(let item):
      guard case .sequence(let items) = node.content else {
        if let form = node.form {
          report(
            FormMistake.expectedList(
              what: what, found: form, text: listed(node), at: node.span))
        }
        return false
      }
      return verifyItems(node, items, item, entry)
    case .oneOrMany(let item):
      if case .sequence(let items) = node.content {
        return verifyItems(node, items, item, entry)
      }
      return verify(node, item, entry)
    case .access:
      if case .sequence(let items) = node.content {
        return verifyItems(node, items, .name, entry)
      }
      return true
    case .words, .named, .mapping, .shorthand, .field, .rights, .limits: return true
    }
  }

  private func verifyItems(
    _ list: YAMLNode, _ items: [YAMLNode], _ form: ValueForm, _ entry: YAMLEntry
  ) -> Bool {
    if items.isEmpty {
      guard list.isComplete else { return false }
      report(ShapeMistake.emptyCollection(key: entry.key, at: entry.keySpan))
      return false
    }
    // Sound items are used even when others are not.
    var isSound = false
    for item in items where verify(item, form, entry) { isSound = true }
    return isSound
  }

  private func verifyScalar(_ node: YAMLNode, _ what: Message) -> Bool {
    if case .scalar = node.content { return true }
    if let form = node.form {
      report(FormMistake.expectedText(what: what, found: form, only: only(node), at: node.span))
    }
    return false
  }

  private func verifyWholeNumber(
    _ node: YAMLNode, _ limits: ClosedRange<Int64>, _ key: String
  ) -> Bool {
    guard let text = node.scalar,
      let number = Decimal.parse(text, scale: 0, limit: Storage.integerLimit),
      !text.utf8.contains(UInt8(ascii: "."))
    else {
      let text = node.scalar ?? ""
      report(
        FormMistake.expectedWholeNumber(
          key: key, found: text, meant: Repairs.number(text, scale: 0), at: node.span))
      return false
    }
    if limits.contains(number) { return true }
    report(
      FormMistake.outsideLimits(
        key: key, minimum: limits.lowerBound, maximum: limits.upperBound, at: node.span))
    return false
  }

  /// A key as the subject of a sentence.
  static func quoted(_ key: String) -> Message { Message(zh: "`\(key)`", en: "`\(key)`") }
}
