import Diagnostics
import Driver
import Format
import Foundation
import Syntax
import Templates
import TestSupport
import Testing

/// What must hold for the layout of any text.
enum LayoutLaw {
  /// What is broken for a text, or nil. `comments` are those of the text when they are known.
  static func problem(_ bytes: [UInt8], comments: [String]? = nil) -> String? {
    let source = SourceFile(path: "a.yaml", bytes: bytes)
    let (before, bag) = YAMLReader.read(source, file: 0)
    switch Formatter.format(source, file: 0) {
    case .refused: return bag.diagnostics.isEmpty ? "refused without a mistake" : nil
    case .fault: return "would change the meaning"
    case .text(let text):
      guard bag.diagnostics.isEmpty else { return "laid out in spite of mistakes" }
      let result = SourceFile(path: "a.yaml", bytes: text)
      let (after, _) = YAMLReader.read(result, file: 0)
      if flat(before.root) != flat(after.root) { return "another tree" }
      let wanted = comments ?? CommentScanner.comments(in: bytes)
      if CommentScanner.comments(in: text) != wanted { return "other comments" }
      guard case .text(text) = Formatter.format(result, file: 0) else { return "not idempotent" }
      return look(String(decoding: text, as: UTF8.self), isEmpty: text.isEmpty)
    }
  }

  /// The tree as lines: an account of its own, so that the formatter's is not trusted.
  static func flat(_ node: YAMLNode?) -> [String] {
    guard let node else { return ["nothing"] }
    switch node.content {
    case .scalar(let text, let isPlain): return ["\(isPlain) \(Array(text.utf8))"]
    case .mapping(let entries):
      return ["{"] + entries.flatMap { ["key \(Array($0.key.utf8))"] + flat($0.value) } + ["}"]
    case .sequence(let items): return ["["] + items.flatMap { flat($0) } + ["]"]
    case .poisoned: return ["poisoned"]
    }
  }

  private static func look(_ text: String, isEmpty: Bool) -> String? {
    if text.utf8.contains(0x0D) { return "a carriage return" }
    if text.hasPrefix("\u{FEFF}") { return "a byte order mark" }
    if text.utf8.first == 0x0A { return "a blank line at the start" }
    return nil
  }
}

@Suite struct FormatTests {
  private static let apps = Cases.root.deletingLastPathComponent().deletingLastPathComponent()

  private func yaml(below folder: String) -> [URL] {
    let root = Self.apps.appendingPathComponent(folder)
    let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    return (names ?? []).filter { $0.hasSuffix(".yaml") }.sorted().map(root.appendingPathComponent)
  }

  @Test(arguments: Cases.names) func everyCaseKeepsTheLaw(_ name: String) throws {
    let file = try Cases.load(name)
    for input in file.inputs where !input.isTable {
      let problem = LayoutLaw.problem(input.bytes)
      #expect(problem == nil, "\(name) \(input.path): \(problem ?? "")")
    }
  }

  /// The layout changes neither which findings there are nor their number.
  @Test(arguments: Cases.names) func everyCaseKeepsItsFindings(_ name: String) throws {
    let file = try Cases.load(name)
    let inputs = file.inputs.map { input in
      let source = SourceFile(path: input.path, bytes: input.bytes)
      guard case .text(let text) = Formatter.format(source, file: 0) else { return input }
      return SourceInput(path: input.path, bytes: text)
    }
    let before = file.check().diagnostics.map { "\($0.code) \($0.path) \($0.message.en)" }
    let after = Driver.check(files: inputs, lock: file.lock).diagnostics
    // `[a,   b]` is quoted in a message as it is written.
    #expect(after.map(\.code).count == before.count)
    #expect(
      after.map { "\($0.code) \($0.path)" }.sorted()
        == file.check().diagnostics.map { "\($0.code) \($0.path)" }.sorted())
  }

  @Test func appsAreLaidOut() throws {
    let files = yaml(below: "apps") + yaml(below: "Tests/Apps")
    #expect(files.count >= 3)
    for url in files {
      let bytes = Array(try Data(contentsOf: url))
      guard case .text(bytes) = Formatter.format(SourceFile(path: url.path, bytes: bytes), file: 0)
      else {
        Issue.record("\(url.path): `tenon fmt` would change it")
        continue
      }
    }
  }

  /// What `tenon new` writes is laid out too.
  @Test(arguments: Template.all.map(\.name)) func templatesAreLaidOut(_ name: String) throws {
    let template = try #require(Template.all.first { $0.name == name })
    for language in Language.allCases {
      let files = template.files(app: "shop", language: language)
      #expect(files.contains { $0.path.hasSuffix(".yaml") })
      for file in files where file.path.hasSuffix(".yaml") {
        let bytes = Array(file.text.utf8)
        let source = SourceFile(path: file.path, bytes: bytes)
        guard case .text(bytes) = Formatter.format(source, file: 0) else {
          Issue.record("\(name)/\(file.path), \(language): `tenon fmt` would change it")
          continue
        }
      }
    }
  }

  /// `|` without a line feed at the end of the file is a text without one: adding it would add to
  /// the text.
  @Test(arguments: [
    ("a: |\n    x", "a: |\n  x"), ("a: |-\n    x", "a: |-\n  x\n"), ("a: |+\n   x", "a: |+\n  x"),
    ("a: |+\n   x\n  ", "a: |+\n  x\n"), ("a: |+\n   x\n\n\n", "a: |+\n  x\n\n\n"),
    ("a: |\n   x\n\n\n", "a: |\n  x\n"), ("a: x", "a: x\n"), ("", ""), ("\n\n", ""),
    ("# c", "# c\n"), ("\u{FEFF}a:  x\r\n", "a: x\n"), ("a: |2\n    x\n", "a: |2\n    x\n"),
    ("--- # c\na: 1\n...\n", "---  # c\na: 1\n...\n"),
    ("a: \"x\\ \r\n    y\"", "a: \"x\\ \n  y\"\n"), (" ... a\n b", "  ... a\n  b\n"),
  ])
  func endsAsItShould(_ text: String, _ wanted: String) {
    let source = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
    guard case .text(let bytes) = Formatter.format(source, file: 0) else {
      Issue.record("refused: \(text.debugDescription)")
      return
    }
    #expect(String(decoding: bytes, as: UTF8.self) == wanted)
  }

  /// Random layouts of random trees.
  @Test func anyLayoutKeepsTheLaw() {
    var read = 0
    let rounds = 1500
    for round in 0..<rounds {
      var layout = RandomLayout(seed: UInt64(round))
      let bytes = layout.file()
      let (_, bag) = YAMLReader.read(SourceFile(path: "a.yaml", bytes: bytes), file: 0)
      if bag.diagnostics.isEmpty { read += 1 }
      if let problem = LayoutLaw.problem(bytes, comments: layout.comments) {
        Issue.record("seed \(round): \(problem)\n\(String(decoding: bytes, as: UTF8.self))")
        return
      }
    }
    #expect(read > rounds * 95 / 100, "only \(read) of \(rounds) texts were YAML")
  }

  /// Damaged texts that are still YAML are laid out by the same law; comments are not compared, for
  /// what a person takes for one is in doubt there.
  @Test func damagedTextsKeepTheLaw() throws {
    let parts = [
      "\n", "\n\n  ", "  ", " ", "#", " # c", "'", "\"", "|", ": >\n", ",", "[", "]", "{", "}",
      "- ",
      ": ", "\r\n", "---\n", "...\n", "\\", "?", "a: b", "\n- x", "|2-", " |+\n", "甲", "\"\"", "{}",
    ]
    let texts = try Cases.names.flatMap {
      try Cases.load($0).inputs.filter { !$0.isTable }.map(\.bytes)
    }
    var random = SeededRandom(seed: 5)
    var accepted = 0
    for round in 0..<4000 {
      var bytes = texts[round % texts.count]
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: 0...bytes.count, using: &random)
        let end = min(bytes.count, place + [0, 0, 1, 4][Int.random(in: 0..<4, using: &random)])
        bytes.replaceSubrange(place..<end, with: parts.randomElement(using: &random)!.utf8)
      }
      guard String(validating: bytes, as: UTF8.self) != nil,
        case let problem = LayoutLaw.problem(bytes), problem != "other comments"
      else { continue }
      accepted += 1
      if let problem {
        Issue.record("round \(round): \(problem)\n\(String(decoding: bytes, as: UTF8.self))")
        return
      }
    }
    #expect(accepted > 2000)
  }

  /// The scanner of the tests must see what it is asked about.
  @Test func theScannerSeesComments() {
    let text = """
      # one
      a: "x # no" # two
      b: it's # three
      c: |  # four
        # no
       # five
      d: x#no
      e: [a, # six
        'b # no', c] # seven
      f: 'it''s {' # eight

      """
    #expect(
      CommentScanner.comments(in: Array(text.utf8)) == [
        "# one", "# two", "# three", "# four", "# five", "# six", "# seven", "# eight",
      ])
  }
}
