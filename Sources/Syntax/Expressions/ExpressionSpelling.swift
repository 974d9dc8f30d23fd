import Diagnostics

extension ExpressionParser {
  /// All that is spelt otherwise, as one mistake.
  var spelling: ExpressionMistake? {
    guard !foreign.isEmpty else { return nil }
    let sorted = foreign.sorted { $0.range.lowerBound < $1.range.lowerBound }
    let spellings = sorted.map {
      ExpressionMistake.Spelling(
        written: $0.written, meant: inScalar($0.meant), at: span($0.range))
    }
    let isSafe = spellings.allSatisfy { spelling in
      switch places.style {
      case .block: return true
      case .single: return !spelling.meant.contains("'")
      case .double: return !spelling.meant.contains("\"") && !spelling.meant.contains("\\")
      case .plain:
        // These would part a plain scalar or begin something else.
        let isFirst = spelling.span.start == span(0..<0).start
        return !spelling.meant.contains { ",[]".contains($0) }
          && !(isFirst && "'\"".contains(spelling.meant.prefix(1)))
      }
    }
    return .spelling(spellings, isEditable: places.isExact && isSafe)
  }

  /// A text in those quotes that the scalar around it does not use.
  private func inScalar(_ meant: String) -> String {
    let (quote, other) = places.style == .single ? ("'", "\"") : ("\"", "'")
    guard places.style == .double || places.style == .single, meant.hasPrefix(quote) else {
      return meant
    }
    let inner = meant.dropFirst().dropLast()
    return inner.contains { "'\"\\".contains($0) } ? meant : other + inner + other
  }
}
