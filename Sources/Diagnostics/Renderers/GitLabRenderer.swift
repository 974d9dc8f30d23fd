import TargetCode

/// A report of GitLab's Code Quality: an array of issues, each with a fingerprint by which the
/// merge request tells new from old.
public struct GitLabRenderer: Renderer {
  public static let name = "gitlab"
  private let context: RenderContext

  public init(_ context: RenderContext) { self.context = context }

  public func render(_ diagnostics: [Diagnostic]) -> String {
    JSONTree.array(diagnostics.map(issue)).print(levels: 1)
  }

  private func issue(_ diagnostic: Diagnostic) -> JSONTree {
    let source = context.sources[diagnostic.primary.span]
    let lines: [(key: String, value: JSONTree)] = [
      ("begin", line(source, diagnostic.primary.span.start)),
      ("end", line(source, diagnostic.primary.span.end)),
    ]
    return .object([
      ("type", .string("issue")),
      ("check_name", .string("\(diagnostic.code.rawValue) \(diagnostic.code.rule)")),
      ("description", .string(diagnostic.message.text(context.language))),
      ("categories", .array([.string("Bug Risk")])),
      ("severity", .string(severity(diagnostic))),
      ("fingerprint", .string(diagnostic.fingerprint)),
      (
        "location",
        .object([("path", .string(source.relativePath)), ("lines", .object(lines))])
      ),
    ])
  }

  private func line(_ source: SourceFile, _ offset: Int) -> JSONTree {
    .integer(Int64(source.lineIndex(of: offset) + 1))
  }

  /// Of info, minor, major, critical, blocker.
  private func severity(_ diagnostic: Diagnostic) -> String {
    switch (diagnostic.confidence, diagnostic.severity) {
    case (.unknown, _), (_, .info): return "info"
    case (_, .warning): return "minor"
    case (_, .error): return "major"
    }
  }
}
