import TargetCode

/// Workflow commands of GitHub Actions, a line each: `::error file=…,line=…::message`. They become
/// annotations of the run and of the changed lines.
public struct GitHubRenderer: Renderer {
  public static let name = "github"
  private let context: RenderContext

  public init(_ context: RenderContext) { self.context = context }

  public func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { command($0) + "\n" }.joined()
  }

  private func command(_ diagnostic: Diagnostic) -> String {
    let source = context.sources[diagnostic.primary.span]
    let start = source.position(of: diagnostic.primary.span.start)
    let end = source.position(of: diagnostic.primary.span.end)
    var properties = [
      ("file", source.relativePath), ("line", String(start.line)), ("endLine", String(end.line)),
    ]
    // Columns are refused for a place of several lines.
    if start.line == end.line {
      properties += [("col", String(start.column)), ("endColumn", String(end.column))]
    }
    properties.append(("title", "\(diagnostic.code.rawValue) \(diagnostic.code.rule)"))
    let list = properties.map { "\($0.0)=\(escaped($0.1, isProperty: true))" }
    let text = diagnostic.sentences(context.language).joined(separator: "\n")
    return "::\(level(diagnostic)) \(list.joined(separator: ","))::"
      + escaped(text, isProperty: false)
  }

  private func level(_ diagnostic: Diagnostic) -> String {
    switch (diagnostic.confidence, diagnostic.severity) {
    case (.unknown, _), (_, .info): return "notice"
    case (_, .warning): return "warning"
    case (_, .error): return "error"
    }
  }

  /// What the runner's own toolkit escapes: line feeds and the percent sign, in properties also
  /// what separates them.
  private func escaped(_ text: String, isProperty: Bool) -> String {
    var out = ""
    out.append(Glyphs.safe(text)) { byte in
      switch byte {
      case UInt8(ascii: "%"): return "%25"
      case UInt8(ascii: "\n"): return "%0A"
      case UInt8(ascii: ":") where isProperty: return "%3A"
      case UInt8(ascii: ",") where isProperty: return "%2C"
      default: return nil
      }
    }
    return out
  }
}

extension Diagnostic {
  /// What formats without places of their own for it say in one text: the message, the example,
  /// what helps, what cures it.
  func sentences(_ language: Language) -> [String] {
    let colon = language == .zh ? "：" : ": "
    var lines = [message.text(language)]
    if !witness.isEmpty {
      let values = witness.map { "\($0.name) = \($0.value)" }
      let separator = language == .zh ? "，" : ", "
      lines.append(
        NoteKind.example.text(language) + colon + values.joined(separator: separator))
    }
    lines += help.map { NoteKind.help.text(language) + colon + $0.text(language) }
    lines += fixes.map { NoteKind.fix.text(language) + colon + $0.title.text(language) }
    return lines
  }
}

extension SourceFile {
  /// The path without `./` before it.
  var relativePath: String {
    var path = path[...]
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    return String(path)
  }
}
