import Diagnostics
import Driver
import Foundation

/// A case: one text that holds a whole application and, as comments, what the checker must say.
/// `Tests/Cases/README.md` defines the form.
struct CaseFile {
  /// Path below `Tests/Cases` without `.yaml`.
  let name: String
  /// The files of the application without expectation lines.
  private(set) var inputs: [SourceInput] = []
  private(set) var lock: [UInt8]?
  private(set) var expectations: [Expectation] = []

  /// What a comment expects, in a form that compares.
  struct Expectation: Hashable {
    let file: String
    /// From 0, counted without expectation lines.
    let line: Int
    /// Cells, half open; a place between two characters is one cell wide.
    let cells: Range<Int>
    /// `error TN3001: message`.
    let text: String

    var shown: String {
      "\(file):\(line + 1) cells \(cells.lowerBound)-\(cells.upperBound) \(text)"
    }
  }

  init(name: String, bytes: [UInt8]) {
    self.name = name
    var path = "app.yaml"
    var kept: [UInt8] = []
    var lines = 0
    for line in CaseFile.lines(bytes) {
      let text = String(decoding: line, as: UTF8.self)
      if text.hasPrefix("#=== ") {
        add(path, kept)
        path = text.dropFirst(5).trimmingCharacters(in: .whitespacesAndNewlines)
        kept = []
        lines = 0
      } else if let (cells, words) = CaseFile.expectation(text) {
        let above = max(0, lines - 1)
        expectations.append(Expectation(file: path, line: above, cells: cells, text: words))
      } else {
        kept += line
        lines += 1
      }
    }
    add(path, kept)
  }

  private mutating func add(_ path: String, _ bytes: [UInt8]) {
    if path == "tenon.lock" {
      lock = bytes
    } else {
      inputs.append(SourceInput(path: path, bytes: bytes))
    }
  }

  /// Lines with their line feeds.
  static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var result: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      result.append(bytes[start..<end])
      start = end
    }
    return result
  }

  /// Reads `#   ^^^^ error TN3001: …` or `# @0-3 error TN3001: …`; nil for any other line.
  private static func expectation(_ line: String) -> (Range<Int>, String)? {
    let pattern = /^#( *)(\^+|@(\d+)-(\d+)) ((?:error|warning|info) TN\d{4}: .*?)\s*$/
    guard let match = line.firstMatch(of: pattern) else { return nil }
    if let from = match.3.flatMap({ Int($0) }), let to = match.4.flatMap({ Int($0) }) {
      return (from..<to, String(match.5))
    }
    let from = 1 + match.1.count
    return (from..<from + match.2.count, String(match.5))
  }

  func check() -> CheckResult { Driver.check(files: inputs, lock: lock) }

  /// What the checker said, in the form of expectations.
  static func actual(_ result: CheckResult) -> [Expectation] {
    result.diagnostics.map { diagnostic in
      let span = diagnostic.primary.span
      let source = result.sources[span]
      let line = source.lineIndex(of: span.start)
      let range = source.lineRange(line)
      let start = min(span.start, range.upperBound)
      let end = min(max(span.end, start), range.upperBound)
      let from = DisplayWidth.cells(source.text(range.lowerBound..<start))
      let width = max(1, DisplayWidth.cells(source.text(start..<end)))
      let text =
        "\(diagnostic.severity.rawValue) \(diagnostic.code.rawValue): "
        + diagnostic.message.en.replacingOccurrences(of: "\n", with: " ")
      return Expectation(file: source.path, line: line, cells: from..<from + width, text: text)
    }
  }

  /// What was expected and not said, and what was said and not expected.
  func problems(_ result: CheckResult) -> [String] {
    var open = expectations
    var problems: [String] = []
    for finding in CaseFile.actual(result) {
      if let index = open.firstIndex(of: finding) {
        open.remove(at: index)
      } else {
        problems.append("\(name): not expected: \(finding.shown)")
      }
    }
    return problems + open.map { "\(name): missing: \($0.shown)" }
  }

  /// The case's text with the expectations that the checker's findings give.
  func updated(_ result: CheckResult) -> [UInt8] {
    let findings = CaseFile.actual(result)
    var out: [UInt8] = []
    let files = inputs + (lock.map { [SourceInput(path: "tenon.lock", bytes: $0)] } ?? [])
    for (index, input) in files.enumerated() {
      if index > 0 || input.path != "app.yaml" { out += Array("#=== \(input.path)\n".utf8) }
      let own = findings.filter { $0.file == input.path }
      let lines = CaseFile.lines(input.bytes)
      for line in 0..<max(lines.count, 1) {
        if line < lines.count { out += lines[line] }
        let here = own.filter { $0.line == line || line == lines.count - 1 && $0.line > line }
        if !here.isEmpty, let last = out.last, last != 0x0A { out.append(0x0A) }
        for finding in here { out += Array((CaseFile.comment(finding) + "\n").utf8) }
      }
    }
    return out
  }

  private static func comment(_ finding: Expectation) -> String {
    let (from, to) = (finding.cells.lowerBound, finding.cells.upperBound)
    if from == 0 { return "# @\(from)-\(to) \(finding.text)" }
    return "#" + String(repeating: " ", count: from - 1)
      + String(repeating: "^", count: to - from) + " " + finding.text
  }
}
