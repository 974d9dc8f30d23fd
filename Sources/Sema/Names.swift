import Diagnostics
import Syntax
import Values

extension Checker {
  static let nameLimit = 60

  /// Whether a word may be a name: Unicode's identifiers (UAX #31) with `_`, composed, at most 60
  /// code points. Says why not.
  func checkName(_ name: String, _ span: Span) -> Bool {
    guard let reason = Checker.badName(name) else { return true }
    report(NameMistake.badName(name, reason: reason, at: span))
    return false
  }

  private static func badName(_ name: String) -> NameMistake.BadName? {
    var count = 0
    var isASCII = true
    for scalar in name.unicodeScalars {
      count += 1
      if scalar.isASCII {
        let isLetter = (scalar.value | 0x20) &- 0x61 < 26 || scalar == "_"
        if isLetter || count > 1 && scalar.value &- 0x30 < 10 { continue }
        return count == 1 ? .start(scalar) : .character(scalar)
      }
      isASCII = false
      let fits =
        count == 1 ? scalar.properties.isXIDStart : scalar.properties.isXIDContinue
      if !fits { return count == 1 ? .start(scalar) : .character(scalar) }
    }
    if count == 0 { return .empty }
    if count > nameLimit { return .tooLong(count, limit: nameLimit) }
    if !isASCII, let composed = Text.normalized(name), !composed.utf8.elementsEqual(name.utf8) {
      return .decomposed(composed: composed)
    }
    return nil
  }

  /// Declares a name in a table: checks its form and that it is new. Returns its index, or nil
  /// when a mistake was reported.
  func declare(
    _ entry: YAMLEntry, in table: inout NameTable, what: Message
  ) -> Int? {
    guard checkName(entry.key, entry.keySpan) else {
      table.refused.insert(entry.key)
      return nil
    }
    if let index = table.add(entry.key, entry.keySpan) { return index }
    if let first = table.index[entry.key] {
      report(
        NameMistake.declaredTwice(
          what: what, name: entry.key, first: table.spans[first], at: entry.keySpan))
    }
    return nil
  }

  /// The candidates that a list does not hold already: to suggest these would be a mistake again.
  func free(_ candidates: [Candidate], beside list: YAMLNode) -> [Candidate] {
    guard case .sequence = list.content else { return candidates }
    let written = Set(scalars(list).flatMap { [$0.text, String($0.text.drop { $0 == "-" })] })
    return candidates.filter { !written.contains($0.name) }
  }

  /// The scalars of a value that is one or a list; what is no scalar was reported already.
  func scalars(_ node: YAMLNode) -> [(text: String, node: YAMLNode)] {
    switch node.content {
    case .scalar(let text, _): return node.isEmpty ? [] : [(text, node)]
    case .sequence(let items):
      return items.compactMap { item in
        guard !item.isEmpty, let text = item.scalar else { return nil }
        return (text, item)
      }
    case .mapping, .poisoned: return []
    }
  }

  /// Where the parts of a scalar's text stand.
  func places(_ text: String, _ span: Span) -> ScalarPlaces {
    ScalarPlaces(text, span, in: sources[span].bytes)
  }

  /// The span of a part of a scalar's text, given in UTF-8 offsets; the whole scalar when the
  /// source does not show it.
  func part(_ range: Range<Int>, of text: String, _ span: Span) -> Span {
    places(text, span).span(range)
  }
}
