import Diagnostics
import Driver
import Foundation
import Testing

/// Every fix is real: applied, it does what it says and nothing else.
@Suite struct FixTests {
  /// A finding in a form that survives edits elsewhere.
  private func key(_ diagnostic: Diagnostic) -> String {
    "\(diagnostic.code.rawValue) \(diagnostic.message.en)"
  }

  private func counted(_ result: CheckResult) -> [String: Int] {
    Dictionary(result.diagnostics.map { (key($0), 1) }, uniquingKeysWith: +)
  }

  /// The case with the edits of one round.
  private func apply(_ round: FixRound, _ file: CaseFile, _ result: CheckResult) -> CheckResult {
    var (inputs, lock) = (file.inputs, file.lock)
    for (index, bytes) in round.files {
      let path = result.sources.files[index].path
      if let place = inputs.firstIndex(where: { $0.path == path }) {
        inputs[place] = SourceInput(path: path, bytes: bytes)
      } else {
        lock = bytes
      }
    }
    return Driver.check(files: inputs, lock: lock)
  }

  /// Cases in which a cure shows a mistake that was not looked for: what a type of which nothing was
  /// known allows.
  private static let uncovering: Set<String> = ["text/full_width_letters"]

  @Test(arguments: Cases.names) func safeFixesCureAndNothingElseAppears(_ name: String) throws {
    let file = try Cases.load(name)
    let before = file.check()
    let round = FixRound(before.diagnostics, in: before.sources) { $0 == .safe }
    guard !round.applied.isEmpty else { return }
    let after = apply(round, file, before)
    var wanted = counted(before)
    for applied in round.applied { wanted[key(applied.diagnostic), default: 0] -= 1 }
    let found = counted(after)
    let new = found.filter { $0.value > wanted[$0.key, default: 0] }.map(\.key).sorted()
    #expect(new.isEmpty, "\(name): \(new)")
    #expect(after.diagnostics.count == before.diagnostics.count - round.applied.count)
  }

  /// Each fix alone, the unsafe ones too: its finding is gone and the text is still YAML.
  @Test(arguments: Cases.names) func everyFixCuresItsFinding(_ name: String) throws {
    let file = try Cases.load(name)
    let before = file.check()
    let counts = counted(before)
    let syntax = before.diagnostics.count { $0.code.rawValue.hasPrefix("TN1") }
    for diagnostic in before.diagnostics {
      for fix in diagnostic.fixes where fix.applicability != .manual {
        let files = Set(fix.edits.map(\.span.file))
        #expect(files == [diagnostic.primary.span.file], "\(name): \(fix.title.en) leaves its file")
        let only = FixRound([diagnostic], in: before.sources) { $0 == fix.applicability }
        guard !only.applied.isEmpty else {
          Issue.record("\(name): the edits of \(fix.title.en) meet each other")
          continue
        }
        let after = apply(only, file, before)
        let left = counted(after)[key(diagnostic), default: 0]
        #expect(left < counts[key(diagnostic), default: 0], "\(name): \(key(diagnostic)) is left")
        let now = after.diagnostics.filter { $0.code.rawValue.hasPrefix("TN1") }
        #expect(now.count <= syntax, "\(name): \(fix.title.en): \(now.map { key($0) })")
      }
    }
  }

  @Test(arguments: Cases.names) func fixingTwiceIsFixingOnce(_ name: String) throws {
    let file = try Cases.load(name)
    for alsoUnsafe in [false, true] {
      let once = Driver.fix(files: file.inputs, lock: file.lock, alsoUnsafe: alsoUnsafe)
      var (inputs, lock) = (file.inputs, file.lock)
      for changed in once.changed {
        if let place = inputs.firstIndex(where: { $0.path == changed.path }) {
          inputs[place] = changed
        } else {
          lock = changed.bytes
        }
      }
      #expect(once.fixed.isEmpty == once.changed.isEmpty)
      let twice = Driver.fix(files: inputs, lock: lock, alsoUnsafe: alsoUnsafe)
      #expect(twice.changed.isEmpty && twice.fixed.isEmpty, "\(name), unsafe: \(alsoUnsafe)")
    }
  }

  /// All fixes that the cases offer, so that the tests above are about something.
  @Test func casesOfferManyFixes() throws {
    var codes: [Fix.Applicability: Set<Code>] = [:]
    for name in Cases.names {
      for diagnostic in try Cases.load(name).check().diagnostics {
        for fix in diagnostic.fixes {
          codes[fix.applicability, default: []].insert(diagnostic.code)
        }
      }
    }
    #expect(codes[.safe, default: []].count >= 10, "\(codes[.safe, default: []])")
    #expect(codes[.unsafe, default: []].count >= 10, "\(codes[.unsafe, default: []])")
  }

  // MARK: - Bytes

  private func fixed(_ text: String, alsoUnsafe: Bool = false) -> String {
    let input = SourceInput(path: "app.yaml", bytes: Array(text.utf8))
    let result = Driver.fix(files: [input], lock: nil, alsoUnsafe: alsoUnsafe)
    return String(decoding: result.changed.first?.bytes ?? input.bytes, as: UTF8.self)
  }

  private func field(_ text: String) -> String {
    "app: a\nentities:\n  e:\n    label: E\n    access: everyone\n    fields:\n\(text)"
      + "views:\n  e.all: { label: A, columns: [n] }\n"
  }

  /// A mark at the start and line ends stay, and so does every byte that is not edited.
  @Test func otherBytesStay() {
    let text =
      "\u{FEFF}app: a\r\n# 注：释 \t\r\nentities:\r\n  e:   { label: E, access: everyone,\r\n"
      + "    fields: { n: { type: text, required:   yes  } } }\r\nviews:\r\n"
      + "  e.all: { label: A, columns: [ n , n ] }\r\n\r\n"
    let wanted = text.replacing("  yes  ", with: "  true  ").replacing("[ n , n ]", with: "[ n  ]")
    #expect(Array(fixed(text).utf8) == Array(wanted.utf8))
  }

  /// Removing an entry or an item, in every style and place.
  @Test(arguments: [
    ("[n, m, n]", "[n, m]"), ("[n, n, m]", "[n, m]"), ("[n,n,n]", "[n]"),
    ("[\n    n,\n    n,\n    m]", "[\n    n,\n    m]"), ("[\n    n,\n    n\n  ]", "[\n    n\n  ]"),
    ("\n    - n\n    - n  # twice\n    - m", "\n    - n\n    - m"),
    ("\n      - n\n      - m\n      - n", "\n      - n\n      - m"),
    // A comment between an item and its comma: a person has to decide what it belongs to.
    ("[n, m, # m\n    n # n\n  ]", "[n, m, # m\n    n # n\n  ]"),
  ])
  func itemsAreTakenOut(_ before: String, _ after: String) {
    func text(_ list: String) -> String {
      "app: a\nentities:\n  e:\n    label: E\n    access: everyone\n"
        + "    fields: { n: text, m: text }\nviews:\n  e.all:\n    label: A\n    columns: \(list)\n"
    }
    #expect(fixed(text(before)) == text(after))
  }

  @Test(arguments: [
    (
      "      n:\n        type: auto_number\n        required: true #x\n        pattern: \"{0}\"\n",
      "      n:\n        type: auto_number\n        pattern: \"{0}\"\n"
    ),
    (
      "      n:\n        required: true\n        type: auto_number\n        pattern: \"{0}\"\n",
      "      n:\n        type: auto_number\n        pattern: \"{0}\"\n"
    ),
    (
      "      n:\n        type: auto_number\n        pattern: \"{0}\"\n        required: true\n",
      "      n:\n        type: auto_number\n        pattern: \"{0}\"\n"
    ),
    (
      "      n: { required: true, type: auto_number, pattern: \"{0}\" }\n",
      "      n: { type: auto_number, pattern: \"{0}\" }\n"
    ),
    (
      "      n: { type: auto_number, required: true, pattern: \"{0}\" }\n",
      "      n: { type: auto_number, pattern: \"{0}\" }\n"
    ),
    (
      "      n: { type: auto_number, pattern: \"{0}\" , required: true }\n",
      "      n: { type: auto_number, pattern: \"{0}\"  }\n"
    ),
    (
      "      n: { type: auto_number, pattern: \"{0}\",\n        required: true }\n",
      "      n: { type: auto_number, pattern: \"{0}\" }\n"
    ),
    (
      "      n: {\n      type: auto_number,\n      required: true, # c\n      pattern: \"{0}\" }\n",
      "      n: {\n      type: auto_number,\n      # c\n      pattern: \"{0}\" }\n"
    ),
  ])
  func entriesAreTakenOut(_ before: String, _ after: String) {
    #expect(fixed(field(before)) == field(after))
  }

  /// Values that say plainly what they mean.
  @Test(arguments: [
    ("money, min", "１００", "100"), ("money, max", "1,200,000", "1200000"),
    ("decimal, min", "1_000", "1000"), ("integer, max", "+10", "10"),
    ("percent, max", "50%", "0.5"), ("percent, max", "12.5％", "0.125"),
    ("date, default", "2026/3/2", "2026-03-02"), ("date, default", "2026年3月2日", "2026-03-02"),
    ("boolean, default", "是", "true"), ("boolean, default", "off", "false"),
    ("text, max_length", "1,000", "1000"), ("text, required", "no", "false"),
    ("text, max_length", "５０", "50"), ("text, max_length", "50.0", "50"),
    ("text, max_length", "[50]", "50"), ("auto_number, pattern", "\"{YYYY}{0}\"", "\"{yyyy}{0}\""),
    // These leave a doubt.
    ("integer, max", "1,2", "1,2"), ("date, default", "2/3/2026", "2/3/2026"),
    ("integer, max", "1.5", "1.5"), ("boolean, default", "maybe", "maybe"),
    ("percent, max", "50.123%", "50.123%"),
  ])
  func valuesAreWrittenAsMeant(_ key: String, _ written: String, _ meant: String) {
    let parts = key.split(separator: ", ")
    func text(_ value: String) -> String {
      field("      n:\n        type: \(parts[0])\n        \(parts[1]): \(value)\n")
    }
    #expect(fixed(text(written)) == text(meant))
  }

  /// Case, width and hyphens are no guess; letters are.
  @Test func namesAreSafeOnlyInAnotherSpelling() {
    let text = field("      n: { Type: TEXT, max-length: 9, ｌａｂｅｌ: N }\n")
    #expect(fixed(text) == field("      n: { type: text, max_length: 9, label: N }\n"))
    let wrong = field("      n: { type: txet }\n")
    #expect(fixed(wrong) == wrong)
    #expect(fixed(wrong, alsoUnsafe: true) == field("      n: { type: text }\n"))
  }

  /// A key that stands there already is not written a second time.
  @Test func noKeyIsWrittenTwice() {
    let text = field("      n: { type: text, Type: date }\n")
    #expect(fixed(text, alsoUnsafe: true) == text)
  }

  @Test func onlyAPersonCanDoManualFixes() {
    let text = "      n: { type: auto_number, # a\n        required: true }\n"
    let input = SourceInput(path: "app.yaml", bytes: Array(field(text).utf8))
    let found = Driver.check(files: [input], lock: nil).diagnostics.flatMap(\.fixes)
    #expect(found.contains { $0.applicability == .manual && $0.edits.isEmpty })
  }
}
