import Analysis
import Emit
import Schema
import Syntax

/// A stage whose result can be printed: what `--print` takes and what the cases compare.
public enum Stage: String, Sendable, CaseIterable {
  /// The YAML tree of each file, with spans.
  case syntax
  /// The resolved application, with the place of each node.
  case ir
  /// The typed expressions, what each reads, and the order of computed values.
  case expressions
  /// The verdicts of the analyses, counted.
  case analysis
  /// Names, ids and physical names.
  case lock
  /// Tables and indexes without a dialect.
  case schema
  case sqlite
  case postgres
  /// Expressions that run in the database, in both dialects.
  case queries
  case blueprint
  case openapi
  /// The generated Swift of all files.
  case swift
  /// Paths of all files that would be written.
  case files

  /// Whether it shows what is generated.
  fileprivate var needsBackEnds: Bool {
    switch self {
    case .syntax, .ir, .expressions, .analysis, .lock, .queries: return false
    case .schema, .sqlite, .postgres, .blueprint, .openapi, .swift, .files: return true
    }
  }
}

extension Driver {
  /// The text of a stage. Syntax prints what could be read; the others are nil when there is an
  /// error.
  public static func print(_ stage: Stage, files: [SourceInput], lock: [UInt8]?) -> String? {
    print(stage, of: check(files: files, lock: lock))
  }

  /// The text of a stage of what was checked before.
  public static func print(_ stage: Stage, of result: CheckResult) -> String? {
    guard
      let application = stage.needsBackEnds ? result.forBuilding.application : result.application
    else {
      return stage == .syntax ? syntax(result) : nil
    }
    let emitter = Emitter(application)
    switch stage {
    case .syntax: return syntax(result)
    case .ir: return application.dump(result.sources)
    case .expressions: return application.dumpExpressions(result.sources)
    case .analysis: return verdicts(Analysis.verdicts(application.rights))
    case .lock: return result.lockText
    case .schema: return PhysicalSchema(application).dump()
    case .sqlite: return emitter.script(SQLitePlanner.self)
    case .postgres: return emitter.script(PostgresPlanner.self)
    case .queries: return emitter.queries()
    case .blueprint: return emitter.blueprint()
    case .openapi: return emitter.openAPI().print()
    case .swift:
      return emitter.drafts().filter { $0.path.hasSuffix(".swift") }
        .map { "// \($0.path)\n\($0.text)" }.joined(separator: "\n")
    case .files: return emitter.drafts().map { $0.path + "\n" }.joined()
    }
  }

  private static func syntax(_ result: CheckResult) -> String {
    var out = ""
    for (index, source) in result.sources.files.enumerated() where source.path.hasSuffix(".yaml") {
      out += "\(source.path)\n" + YAMLReader.read(source, file: index).0.dump()
    }
    return out
  }

  private static func verdicts(_ verdicts: [Verdict]) -> String {
    var (proved, refuted, open) = (0, 0, 0)
    for verdict in verdicts {
      switch verdict {
      case .proved: proved += 1
      case .refuted: refuted += 1
      case .notAnalysed: open += 1
      }
    }
    return "proved \(proved)\nrefuted \(refuted)\nnot analysed \(open)\n"
  }
}
