import Diagnostics
import Driver
import Foundation
import IR
import TestSupport
import Testing

@testable import Sema

/// docs/functions has a page for each function, and its examples are of fitting types.
@Suite struct FunctionPageTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("docs/functions")

  private static let names =
    (Functions.all.map(\.name) + Aggregate.Function.allCases.map(\.rawValue)).sorted()

  /// A page: its lines, and expression and result of each example.
  private struct FunctionPage {
    let lines: [String]
    let examples: [(expression: String, result: String)]

    init(_ name: String) throws {
      let text = try String(
        contentsOf: folder.appendingPathComponent(name + ".md"), encoding: .utf8)
      lines = text.components(separatedBy: "\n")
      examples = lines.compactMap { line -> (expression: String, result: String)? in
        let cells = line.components(separatedBy: " | ")
        guard cells.count == 2, cells[0].hasPrefix("| `"), cells[1].hasSuffix("` |") else {
          return nil
        }
        let expression = String(cells[0].dropFirst(3).dropLast()).replacing("&#124;", with: "|")
        return (expression, String(cells[1].dropFirst().dropLast(3)))
      }
    }
  }

  @Test func everyFunctionHasAPage() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
    #expect(files.sorted() == Self.names.map { $0 + ".md" }.sorted())
    let language = try Repository.text("docs/language.md")
    for name in Self.names {
      #expect(language.contains("[\(name)](functions/\(name).md)"), "\(name) is not listed")
    }
  }

  @Test(arguments: names) func aPageSaysWhatTheTableSays(_ name: String) throws {
    let page = try FunctionPage(name)
    #expect(page.lines.first == "# \(name)")
    #expect(page.examples.count >= 3)
    if let aggregate = Aggregate.Function(rawValue: name) {
      #expect(page.lines.contains("`\(aggregate.signature)`"), "\(aggregate.signature)")
    }
    if let signature = Functions.byName[name] {
      #expect(page.lines.contains("`\(signature.signature)`"), "\(signature.signature)")
      let places = page.lines.first { $0.contains("runs") } ?? ""
      #expect(places.contains("everywhere") == (signature.targets == .everywhere), "\(places)")
    }
    let text = page.lines.joined(separator: "\n")
    #expect(text.contains(#/\p{Han}/#) && text.contains(#/[a-z]{3}/#))
  }

  /// Each example stands in a check of a small application: `expression == result`.
  @Test(arguments: names) func examplesAreOfFittingTypes(_ name: String) throws {
    for example in try FunctionPage(name).examples {
      let isList = example.result.hasPrefix("[")
      let must =
        isList ? "is_blank(\(example.expression))" : "(\(example.expression)) == \(example.result)"
      let text = Self.application(must)
      let result = Driver.check(
        files: [SourceInput(path: "app.yaml", bytes: Array(text.utf8))], lock: nil)
      let problems = HumanRenderer(RenderContext(result.sources, .en)).render(result.diagnostics)
      #expect(result.application != nil, "\(example.expression)\n\(problems)")
    }
  }

  private static func application(_ must: String) -> String {
    """
    app: a
    languages: zh
    calendar: { work: mon-fri 09:00-12:00 13:00-18:00 }
    entities:
      bill:
        label: 单
        access: everyone
        fields: { name: text, lines: { type: subform, of: line } }
        checks:
          example:
            say: 例
            must: |
              \(must)
      line:
        label: 行
        access: everyone
        fields:
          bill: { type: reference, to: bill }
          quantity: integer
          gift: boolean
    views:
      bill.all: { label: 全, columns: [name] }
      line.all: { label: 全, columns: [quantity] }
    """
  }
}
