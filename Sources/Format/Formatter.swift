import Diagnostics
import Syntax

/// What laying out one file gave.
public enum FormatResult: Sendable {
  /// The laid out text; equal to the file's when nothing was to do.
  case text([UInt8])
  /// The text has mistakes of syntax: nothing was done.
  case refused(DiagnosticBag)
  /// The layout would have changed what the text says: a fault of the formatter.
  case fault
}

/// Lays out a YAML text: white space, line ends and blank lines. Scalars and comments stay as they
/// are written, and so do the order of keys and the breaks of lines.
public enum Formatter {
  /// Lays out a file. Reads the result again and compares: a text that would say anything else is
  /// never given.
  public static func format(_ source: SourceFile, file: Int) -> FormatResult {
    let (before, bag) = YAMLReader.read(source, file: file)
    guard bag.diagnostics.isEmpty else { return .refused(bag) }
    guard let tokens = YAMLReader.tokens(source) else { return .fault }
    let text = Arranger.arrange(source, tokens)
    if text == source.bytes { return .text(text) }
    let result = SourceFile(path: source.path, bytes: text)
    let (after, newBag) = YAMLReader.read(result, file: file)
    guard newBag.diagnostics.isEmpty, isSame(before.root, after.root) else { return .fault }
    return .text(text)
  }

  /// Whether two trees hold the same keys, texts and styles in the same order.
  static func isSame(_ a: YAMLNode?, _ b: YAMLNode?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    switch (a.content, b.content) {
    case (.scalar(let x, let isPlain), .scalar(let y, let isAlsoPlain)):
      return isPlain == isAlsoPlain && x.utf8.elementsEqual(y.utf8)
    case (.mapping(let x), .mapping(let y)):
      return x.elementsEqual(y) { one, other in
        one.key.utf8.elementsEqual(other.key.utf8) && isSame(one.value, other.value)
      }
    case (.sequence(let x), .sequence(let y)): return x.elementsEqual(y, by: isSame)
    default: return false
    }
  }
}
