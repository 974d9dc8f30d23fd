import Diagnostics
import Driver
import Explanations
import Foundation
import Testing

/// What the compiler itself says in the documentation: pages of codes, the table of codes, and
/// each block ` ```text en ` or ` ```text zh `, which is what `tenon check` says to the example
/// above it. `TENON_UPDATE=1` rewrites them; read the diff.
@Suite struct GoldenTests {
  private static let isUpdating = ProcessInfo.processInfo.environment["TENON_UPDATE"] == "1"
  private static let paths = Set(Manual.pages.map(\.path)).union(CodePage.all.map(\.path)).sorted()

  @Test(arguments: paths) func saysWhatTheCompilerSays(_ path: String) throws {
    let page = Manual.page(path)
    let text = try expected(page)
    if Self.isUpdating {
      let url = Manual.root.appending(path: path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      if text != page.text { try Data(text.utf8).write(to: url) }
    } else {
      #expect(firstDifference(page.text, text) == nil, "\(path); TENON_UPDATE=1 rewrites it")
    }
  }

  /// A page of a code that is gone would stay for ever.
  @Test func everyPageOfACodeHasItsCode() {
    let known = Set(CodePage.all.map(\.path))
    for page in Manual.pages where page.path.hasPrefix("docs/codes/") {
      #expect(known.contains(page.path), "\(page.path)")
    }
  }

  private func expected(_ page: Page) throws -> String {
    if let page = CodePage.all.first(where: { $0.path == page.path }) { return page.text }
    var lines = page.lines.map(String.init)
    let parts = try diagnostics(page) + (page.path == "docs/diagnostics.md" ? [table(lines)] : [])
    for part in parts.sorted(by: { $0.lines.lowerBound > $1.lines.lowerBound }) {
      lines.replaceSubrange(part.lines, with: part.text)
    }
    return lines.joined(separator: "\n")
  }

  /// Lines of a page, counted from 0, and what should stand there.
  private typealias Part = (lines: Range<Int>, text: [String])

  private func diagnostics(_ page: Page) throws -> [Part] {
    var parts: [Part] = []
    var last: Example?
    let examples = Example.all(in: page)
    for block in page.blocks {
      if let found = examples.first(where: { $0.block.line == block.line }) { last = found.example }
      guard block.language == "text",
        let language = block.words.dropFirst().first.flatMap(Language.init(rawValue:))
      else { continue }
      let result = try #require(last, "\(block.testDescription): no example above it").check()
      let said = HumanRenderer(result.sources, language).render(result.diagnostics)
      let count = block.text.count { $0 == "\n" }
      let text = said.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      parts.append((block.line..<(block.line + count), text.map(String.init)))
    }
    return parts
  }

  /// The rows of the table of codes, in the registry's order.
  private func table(_ lines: [String]) -> Part {
    let heading = lines.firstIndex { $0.hasPrefix("| code | rule |") } ?? lines.count - 3
    let start = heading + 2
    let end = lines[start...].firstIndex { !$0.hasPrefix("|") } ?? lines.count
    return (start..<end, Code.allCases.map(CodePage.row))
  }

  private func firstDifference(_ a: String, _ b: String) -> String? {
    let left = a.split(separator: "\n", omittingEmptySubsequences: false)
    let right = b.split(separator: "\n", omittingEmptySubsequences: false)
    for index in 0..<max(left.count, right.count) {
      let found = index < left.count ? left[index] : "the end"
      let wanted = index < right.count ? right[index] : "the end"
      if found != wanted { return "line \(index + 1): `\(found)`, should be `\(wanted)`" }
    }
    return nil
  }
}
