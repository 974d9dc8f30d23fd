import Diagnostics
import Driver

/// How findings are told: the options that every checking command shares.
struct Report {
  enum Format: String, CaseIterable { case human, short, json }

  private let format: Format
  private let language: Language

  init(_ arguments: inout Arguments) throws(UsageError) {
    language = arguments.language
    format = try arguments.choice("--format") ?? .human
  }

  /// Prints what was found; the exit code says whether there is an error.
  func write(_ result: CheckResult) -> Int32 {
    let written = Terminal.out(text(result))
    if written != ExitCode.success { return written }
    return result.hasErrors ? ExitCode.diagnostics : ExitCode.success
  }

  private func text(_ result: CheckResult) -> String {
    switch format {
    case .human: return HumanRenderer(result.sources, language).render(result.diagnostics)
    case .short: return ShortRenderer(result.sources, language).render(result.diagnostics)
    case .json: return JSONRenderer(result.sources).render(result.diagnostics)
    }
  }
}
