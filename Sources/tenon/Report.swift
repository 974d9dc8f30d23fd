import Diagnostics
import Driver
import Explanations

/// How findings are told: the options that every checking command shares.
struct Report {
  static let options = """
    [--format FORMAT] [--output FORMAT=PATH] [--fail-on error|warning|info|never] \
    [--color auto|always|never]
    """

  /// From which severity on findings make the command fail.
  enum FailOn: String, CaseIterable {
    case error, warning, info, never

    fileprivate func isMet(by tally: Tally) -> Bool {
      switch self {
      case .never: return false
      case .error: return tally.errors > 0
      case .warning: return tally.errors + tally.warnings > 0
      case .info: return tally.errors + tally.warnings + tally.infos > 0
      }
    }
  }

  private enum Colour: String, CaseIterable { case auto, always, never }

  private let language: Language
  /// The format on standard output; nil when an output of `--output` stands there.
  private let format: (any Renderer.Type)?
  private let outputs: [Output]
  private let failOn: FailOn
  private let isColoured: Bool

  /// Whether `--output` names standard output.
  var takesStandardOutput: Bool { outputs.contains { $0.path == Output.standard } }

  init(_ arguments: inout Arguments) throws(UsageError) {
    language = arguments.language
    let name = try arguments.value("--format")
    outputs = try Output.all(try arguments.values("--output"))
    failOn = try arguments.choice("--fail-on") ?? .error
    let colour: Colour = try arguments.choice("--color") ?? .auto
    isColoured = colour == .always || colour == .auto && Terminal.hasColours
    if let name {
      format = try Output.renderer(name, of: "--format")
    } else {
      format = outputs.contains { $0.path == Output.standard } ? nil : HumanRenderer.self
    }
    if name != nil, takesStandardOutput {
      throw UsageError(
        zh: "`--format` 和 `--output` 都要写到标准输出",
        en: "`--format` and `--output` both write to standard output")
    }
  }

  /// Writes what was found to every output; the exit code says whether there is something at or
  /// above `--fail-on`, or that something could not be written. `printed` stands on standard output
  /// in place of the findings.
  func write(_ result: CheckResult, printing printed: String? = nil) -> Int32 {
    var isWritten = true
    if let text = printed ?? format.map({ text(result, $0, onTerminal: true) }) {
      isWritten = Terminal.out(text) == ExitCode.success
    }
    for output in outputs {
      let text = text(result, output.renderer, onTerminal: output.path == Output.standard)
      if output.path == Output.standard {
        isWritten = Terminal.out(text) == ExitCode.success && isWritten
        continue
      }
      do {
        try FileSystem.write(output.path, Array(text.utf8))
      } catch {
        Terminal.complain(error.message.text(language))
        isWritten = false
      }
    }
    if !isWritten { return ExitCode.environment }
    let fails = failOn.isMet(by: Tally(result.diagnostics))
    return fails ? ExitCode.diagnostics : ExitCode.success
  }

  private func text(
    _ result: CheckResult, _ renderer: any Renderer.Type, onTerminal: Bool
  ) -> String {
    let style = isColoured && onTerminal ? Style.ansi : .plain
    let context = RenderContext(
      result.sources, language, style: style, version: Tool.version, words: Report.words)
    let text = renderer.init(context).render(result.diagnostics)
    // People want to see that all is well; a pipe wants silence.
    if text.isEmpty, renderer == HumanRenderer.self, onTerminal, Terminal.isTerminal {
      return allIsWell(result, style)
    }
    return text
  }

  /// What `tenon explain` says of a code, for formats that carry it.
  private static func words(_ code: Code) -> RuleWords {
    let page = Message(
      zh: ExplanationRenderer(.zh).render(code), en: ExplanationRenderer(.en).render(code))
    let explanation = code.explanation
    return RuleWords(summary: explanation.summary, detail: explanation.what, page: page)
  }

  /// `✓ 0 errors, 3 entities, 21 fields, 5 views`
  private func allIsWell(_ result: CheckResult, _ style: Style) -> String {
    guard let application = result.application else { return "" }
    let declared = application.declaredEntities
    let fields = declared.reduce(0) { $0 + $1.fields.count }
    let entities = declared.count
    let views = application.views.count { view in declared.contains { $0.id == view.entity } }
    let counts = Message(
      zh: "0 个错误，\(entities) 个实体，\(fields) 个字段，\(views) 个视图",
      en: [
        "0 errors", Tally.count(entities, "entity", "entities"), Tally.count(fields, "field"),
        Tally.count(views, "view"),
      ].joined(separator: ", "))
    return style.paint(.help, "✓") + " \(counts.text(language))\n"
  }
}

/// One place to which findings are written: `sarif=out.sarif`, or `github=-` for standard output.
private struct Output {
  static let standard = "-"
  let renderer: any Renderer.Type
  let path: String

  /// Reads the values of `--output`; no two may write to the same place.
  static func all(_ words: [String]) throws(UsageError) -> [Output] {
    var outputs: [Output] = []
    var places: Set<String> = []
    for word in words {
      guard let equals = word.firstIndex(of: "="), word.index(after: equals) < word.endIndex else {
        throw UsageError(
          zh: "`--output` 应写成 `格式=路径`，例如 `sarif=out.sarif`，不能是 `\(word)`",
          en: "`--output` is `FORMAT=PATH`, as `sarif=out.sarif`, not `\(word)`")
      }
      let path = String(word[word.index(after: equals)...])
      let renderer = try renderer(String(word[..<equals]), of: "--output")
      guard places.insert(path == standard ? path : place(path)).inserted else {
        throw UsageError(
          zh: "两个 `--output` 都写到 `\(path)`", en: "two `--output` write to `\(path)`")
      }
      outputs.append(Output(renderer: renderer, path: path))
    }
    return outputs
  }

  /// The format of a name that was given to an option.
  static func renderer(
    _ name: String, of option: String
  ) throws(UsageError) -> any Renderer.Type {
    if let renderer = Renderers.named(name) { return renderer }
    let names = Renderers.all.map { $0.name }
    throw UsageError(
      zh: "`\(option)` 没有格式 `\(name)`；可以是 \(names.joined(separator: "、"))",
      en: "`\(option)` has no format `\(name)`; there are \(names.joined(separator: ", "))")
  }

  /// The same text for the same file, whatever way leads there.
  private static func place(_ path: String) -> String {
    if let whole = FileSystem.resolved(path) { return whole }
    guard let slash = path.lastIndex(of: "/") else {
      return (FileSystem.resolved(".") ?? ".") + "/" + path
    }
    let folder = String(path[..<slash])
    return (FileSystem.resolved(folder.isEmpty ? "/" : folder) ?? folder) + path[slash...]
  }
}
