import Diagnostics
import Driver
import Foundation
import IR
import Sema
import Syntax
import Values

/// The application that random expressions are written for, and the expressions of a file of cases
/// with their types.
public struct CaseApplication {
  public let application: Application
  /// The entity whose records the cases are.
  public let main: Entity
  public let expressions: [Typed]

  /// What a line of the cases asks for.
  public struct Typed {
    public let index: Int
    public let use: Use
  }

  public enum Use {
    /// The value as it is.
    case value(IR.Expression)
    /// The value as a field holds it: rounded (the outermost node does it), and blank when its
    /// mantissa is not in the range.
    case stored(IR.Expression, ClosedRange<Int64>)
    case must(Check)
    case text(Template)
  }

  /// Expressions that the compiler refuses; they have no answer.
  public let refused: [Refused]

  public struct Refused: CustomStringConvertible {
    public let index: Int
    public let text: String
    public let reasons: [String]
    public var description: String { "\(index): \(text)\n  \(reasons.joined(separator: "; "))" }
  }

  public enum Failure: Error { case application([String]) }

  /// The application beside the oracle.
  public static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Differential/app")

  public init(_ cases: CaseFile) throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
      .filter { $0.hasSuffix(".yaml") }.sorted()
    let definition = try names.map { name in
      SourceFile(
        path: name, bytes: Array(try Data(contentsOf: Self.folder.appendingPathComponent(name))))
    }
    let holidays = SourceFile(
      path: "holidays.csv",
      bytes: Array(try Data(contentsOf: Self.folder.appendingPathComponent("holidays.csv"))))
    // All texts stand in one file behind those of the definition.
    var texts: [UInt8] = []
    var places: [Range<Int>] = []
    for line in cases.lines {
      places.append(texts.count..<texts.count + line.text.utf8.count)
      texts += Array(line.text.utf8) + [0x0A]
    }
    let sources = SourceMap(
      definition + [
        SourceFile(path: "cases", bytes: texts), holidays,
        SourceFile(path: Lock.fileName, bytes: []),
      ])
    let table = SourceTable(
      file: definition.count + 1, name: holidays.path,
      rows: TableReader.read(holidays, file: definition.count + 1).rows)
    let parsed = definition.enumerated().map { index, file in
      ParsedFile(file: index, document: YAMLReader.read(file, file: index).0)
    }
    let session = SemaSession()
    let result = session.check(
      parsed, tables: [table], sources: sources, lock: LockIndex(Lock()))
    guard let application = result.application,
      let main = application.entities.first(where: { $0.name == "deal" })
    else { throw Failure.application(result.bag.diagnostics.map(\.message.en)) }
    self.application = application
    self.main = main
    let place = ExpressionTrial.Place(rawValue: cases.context)!
    var refused: [Refused] = []
    expressions = zip(cases.lines, places).compactMap { line, range in
      let trial = ExpressionTrial(session, entity: main.name, place)!
      let span = Span(file: definition.count, start: range.lowerBound, end: range.upperBound)
      let node = YAMLNode(span: span, content: .scalar(line.text, isPlain: true))
      let use = CaseApplication.use(line, node, trial)
      if let use, !trial.findings.hasErrors { return Typed(index: line.index, use: use) }
      let reasons = trial.findings.diagnostics.map(\.message.en)
      refused.append(Refused(index: line.index, text: line.text, reasons: reasons))
      return nil
    }
    self.refused = refused
  }

  private static func use(
    _ line: CaseFile.Line, _ node: YAMLNode, _ trial: ExpressionTrial
  ) -> Use? {
    switch line.use {
    case "must": return trial.check(node).map { .must($0) }
    case "text": return trial.text(node).map { .text($0) }
    default:
      guard let target = line.target else { return trial.value(node).map { .value($0) } }
      let limit = target.type == "money" ? 1_000_000_000_000_000 : Storage.mantissaLimit
      return trial.value(node, as: target.valueType).map { .stored($0, -limit...limit) }
    }
  }
}

extension CaseFile.Target {
  /// The type of the field.
  public var valueType: ValueType {
    switch type {
    case "money": return .money(scale: scale)
    case "int": return .integer
    default: return .decimal(scale: scale)
    }
  }
}

extension Application {
  /// The entity of a name, of the definition or built in.
  public func entity(named name: String) -> Entity { entities.first { $0.name == name }! }

  /// The name of an option, by the field it belongs to and the name under which it is stored.
  public func optionName(_ field: StableID, _ stored: String) -> String {
    let options = entities.lazy.flatMap(\.fields).first { $0.id == field }?.type.options ?? []
    return options.first { $0.physicalName == stored }?.name ?? stored
  }
}
