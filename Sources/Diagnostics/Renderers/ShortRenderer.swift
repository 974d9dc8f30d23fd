/// One line a finding: `path:line:column: error[TN2001]: message`.
public struct ShortRenderer: Renderer {
  public static let name = "short"
  private let context: RenderContext

  public init(_ context: RenderContext) { self.context = context }

  public func render(_ diagnostics: [Diagnostic]) -> String {
    var out = ""
    for diagnostic in diagnostics {
      let grade = diagnostic.grade.text(context.language)
      let message = diagnostic.message.text(context.language).replacing("\n", with: " ")
      out += Glyphs.safe(
        "\(context.sources.place(diagnostic.primary.span)): \(grade)[\(diagnostic.code.rawValue)]: "
          + message)
      out += "\n"
    }
    return out
  }
}
