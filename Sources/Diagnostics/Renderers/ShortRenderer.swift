/// One line a finding: `path:line:column: error[TN2001]: message`.
public struct ShortRenderer: Sendable {
  private let sources: SourceMap
  private let language: Language

  public init(_ sources: SourceMap, _ language: Language) {
    self.sources = sources
    self.language = language
  }

  public func render(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.map { diagnostic in
      let severity = diagnostic.severity.word.text(language)
      return "\(sources.place(diagnostic.primary.span)): \(severity)[\(diagnostic.code.rawValue)]: "
        + diagnostic.message.text(language) + "\n"
    }.joined()
  }
}
