import TargetCode

/// For machines: one array of findings, one line each, schema `tenon.diag/1`.
public struct JSONRenderer: Renderer {
  public static let name = "json"
  private let tree: DiagnosticTree

  public init(_ context: RenderContext) { tree = DiagnosticTree(context.sources) }

  public func render(_ diagnostics: [Diagnostic]) -> String {
    if diagnostics.isEmpty { return "[]\n" }
    return "[\n" + diagnostics.map { tree($0).compact() }.joined(separator: ",\n") + "\n]\n"
  }
}

/// The objects of ``JSONRenderer``, a line each and nothing around them.
public struct JSONLinesRenderer: Renderer {
  public static let name = "jsonl"
  private let tree: DiagnosticTree

  public init(_ context: RenderContext) { tree = DiagnosticTree(context.sources) }

  public func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { tree($0).compact() + "\n" }.joined()
  }
}
