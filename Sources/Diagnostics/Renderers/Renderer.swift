/// What a rule is about, for formats that carry the rules beside the findings.
public struct RuleWords: Sendable {
  /// A few words without a period.
  public let summary: Message
  /// Sentences.
  public let detail: Message
  /// The whole page about it, as plain text.
  public let page: Message

  public init(summary: Message, detail: Message, page: Message) {
    self.summary = summary
    self.detail = detail
    self.page = page
  }
}

/// What a renderer may need beside the findings.
public struct RenderContext: Sendable {
  public let sources: SourceMap
  /// For formats of one language.
  public let language: Language
  public let style: Style
  /// The tool's version, for formats that name their maker.
  public let version: String?
  /// What a code is about, where it is known.
  public let words: @Sendable (Code) -> RuleWords?

  public init(
    _ sources: SourceMap, _ language: Language = .en, style: Style = .plain,
    version: String? = nil, words: @escaping @Sendable (Code) -> RuleWords? = { _ in nil }
  ) {
    self.sources = sources
    self.language = language
    self.style = style
    self.version = version
    self.words = words
  }

  /// The same without colour.
  var plain: RenderContext { RenderContext(sources, language, version: version, words: words) }
}

/// A format of findings; each is one file and one line in ``Renderers``.
public protocol Renderer: Sendable {
  /// What is typed after `--format`.
  static var name: String { get }

  init(_ context: RenderContext)

  /// The whole text of the findings, which are sorted. The same findings give the same bytes.
  func render(_ diagnostics: [Diagnostic]) -> String
}

extension Renderer {
  public init(_ sources: SourceMap, _ language: Language = .en, style: Style = .plain) {
    self.init(RenderContext(sources, language, style: style))
  }
}

/// The formats, in the order of the help.
public enum Renderers {
  public static let all: [any Renderer.Type] = [
    HumanRenderer.self, ShortRenderer.self, JSONRenderer.self, JSONLinesRenderer.self,
    SARIFRenderer.self, GitHubRenderer.self, GitLabRenderer.self, JUnitRenderer.self,
  ]

  /// The format of a name.
  public static func named(_ name: String) -> (any Renderer.Type)? {
    all.first { $0.name == name }
  }
}
