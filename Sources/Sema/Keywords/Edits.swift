import Diagnostics
import Syntax

/// Edits that mistakes carry.
extension Checker {
  /// Takes an entry out of its mapping, of which it is not the only one.
  func removal(of entry: YAMLEntry) -> [Fix.Edit] {
    let end = max(entry.keySpan.end, entry.value.span.end)
    return sources.removal(
      ofEntry: Span(file: entry.keySpan.file, start: entry.keySpan.start, end: end))
  }

  /// Exchanges the values of two entries.
  func exchange(_ a: YAMLEntry?, _ b: YAMLEntry?) -> [Fix.Edit] {
    guard let x = a?.value.span, let y = b?.value.span else { return [] }
    return [Fix.Edit(span: x, text: sources.text(y)), Fix.Edit(span: y, text: sources.text(x))]
  }

  /// The source of the single value of a list in brackets.
  func only(_ node: YAMLNode) -> String? {
    guard node.isComplete, case .sequence(let items) = node.content, items.count == 1,
      items[0].scalar != nil,
      sources.text(node.span).hasPrefix("[")
    else { return nil }
    return sources.text(items[0].span)
  }

  /// The source of a single value that brackets around it make a list: one line of names, with or
  /// without commas, or one line in quotes.
  func listed(_ node: YAMLNode) -> String? {
    guard case .scalar(let text, let isPlain) = node.content else { return nil }
    let source = sources.text(node.span)
    if !isPlain { return "\"'".contains(source.prefix(1)) && !source.contains("\n") ? source : nil }
    let signs: Set<Unicode.Scalar> = [" ", ",", ".", "_", "-"]
    let isSimple = text.unicodeScalars.allSatisfy {
      signs.contains($0) || $0.properties.isXIDContinue
    }
    return isSimple && source == text ? source : nil
  }
}
