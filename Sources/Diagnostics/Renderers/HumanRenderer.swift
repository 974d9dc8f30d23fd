/// Where a renderer may put colour. ``plain`` has none; a terminal gives escape sequences.
public struct Style: Sendable {
  public enum Role: Sendable {
    case severity(Severity)
    case code, emphasis, frame, related, help
  }

  /// Wraps a text in what starts and ends a role's look.
  public let paint: @Sendable (Role, String) -> String

  public init(_ paint: @escaping @Sendable (Role, String) -> String) { self.paint = paint }

  public static let plain = Style { _, text in text }
}

/// For people at a terminal: the cause first, the source with carets, related places, the cure.
public struct HumanRenderer: Sendable {
  private let sources: SourceMap
  private let language: Language
  private let style: Style
  /// Longest part of a source line that is shown, in cells.
  private static let widest = 160
  /// No more of a line is looked at than can be shown: a line may be as long as its file.
  private static let mostBytes = 2048

  public init(_ sources: SourceMap, _ language: Language, style: Style = .plain) {
    self.sources = sources
    self.language = language
    self.style = style
  }

  /// All findings, one blank line between them, and a last line that counts them.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "" }
    return diagnostics.map { render($0) + "\n" }.joined() + summary(diagnostics) + "\n"
  }

  /// One finding, ending with a line feed.
  public func render(_ diagnostic: Diagnostic) -> String {
    let severity = diagnostic.severity.word.text(language)
    let message = diagnostic.message.text(language)
    var out = style.paint(
      .severity(diagnostic.severity), "\(severity)[\(diagnostic.code.rawValue)]")
    out += style.paint(.emphasis, (language == .zh ? "：" : ": ") + message) + "\n"
    let labels = [(diagnostic.primary, true)] + diagnostic.related.map { ($0, false) }
    let lines = labels.map { sources[$0.0.span].lineIndex(of: $0.0.span.start) + 1 }
    let gutter = String(lines.max() ?? 1).count
    let space = String(repeating: " ", count: gutter)
    for (label, isPrimary) in labels {
      out += "\(space)\(frame(isPrimary ? "-->" : ":::")) \(sources.place(label.span))\n"
      out += snippet(label, isPrimary: isPrimary, gutter: gutter)
    }
    for help in diagnostic.help {
      out += "\(space) \(frame("=")) \(style.paint(.help, word("帮助：", "help: ")))"
      out += help.text(language) + "\n"
    }
    for fix in diagnostic.fixes {
      let title = fix.title.text(language)
      out += "\(space) \(frame("=")) \(style.paint(.help, word("修复：", "fix: ")))\(title)\n"
    }
    return out
  }

  private func word(_ zh: String, _ en: String) -> String { language == .zh ? zh : en }

  private func frame(_ text: String) -> String { style.paint(.frame, text) }

  /// The line of a label with carets (or dashes for a related place) under its part of it.
  private func snippet(_ label: Label, isPrimary: Bool, gutter: Int) -> String {
    let source = sources[label.span]
    let index = source.lineIndex(of: label.span.start)
    let range = source.lineRange(index)
    let number = String(index + 1)
    let space = String(repeating: " ", count: gutter)
    let padded = String(repeating: " ", count: gutter - number.count) + number
    let start = min(label.span.start, range.upperBound)
    let end = min(max(label.span.end, start), range.upperBound)
    let (text, cut) = visible(source, range, around: start)
    let before = DisplayWidth.cells(source.text(cut..<start)) + (cut > range.lowerBound ? 1 : 0)
    let marked = source.text(start..<min(end, start + HumanRenderer.mostBytes))
    let width = max(1, min(DisplayWidth.cells(marked), HumanRenderer.widest))
    let marks = String(repeating: isPrimary ? "^" : "-", count: width)
    let words = label.text.map { " " + $0.text(language) } ?? ""
    let role: Style.Role = isPrimary ? .code : .related
    return "\(space) \(frame("|"))\n\(frame(padded + " |")) \(text)\n"
      + "\(space) \(frame("|")) \(String(repeating: " ", count: before))"
      + style.paint(role, marks + words) + "\n"
  }

  /// The part of a line that is shown, and the byte at which it begins. Long lines are cut around
  /// the place; tabs and control characters become spaces.
  private func visible(
    _ source: SourceFile, _ range: Range<Int>, around place: Int
  ) -> (text: String, start: Int) {
    var start = range.lowerBound
    if place - start > HumanRenderer.mostBytes
      || source.displayColumn(of: place) > HumanRenderer.widest - 40
    {
      start = max(start, place - 40)
      while start > range.lowerBound, source.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    }
    var text = start > range.lowerBound ? "…" : ""
    var cells = 0
    let end = min(range.upperBound, start + HumanRenderer.mostBytes)
    for scalar in source.text(start..<end).unicodeScalars {
      cells += DisplayWidth.cells(scalar)
      if cells > HumanRenderer.widest {
        text += "…"
        break
      }
      text.unicodeScalars.append(scalar.value < 0x20 || scalar.value == 0x7F ? " " : scalar)
    }
    return (text, start)
  }

  private func summary(_ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let warnings = diagnostics.count { $0.severity == .warning }
    if language == .zh { return "\(errors) 个错误，\(warnings) 个警告" }
    return "\(errors) error\(errors == 1 ? "" : "s"), "
      + "\(warnings) warning\(warnings == 1 ? "" : "s")"
  }
}
