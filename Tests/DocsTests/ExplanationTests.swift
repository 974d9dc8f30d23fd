import Diagnostics
import Driver
import Explanations
import TestSupport
import Testing

/// Every code is explained in both languages, and its examples show what they say.
@Suite struct ExplanationTests {
  /// Mistakes that no short text can show: encodings, invisible characters, sizes.
  private static let described: Set<Code> = [
    .invalidUTF8, .utf16, .controlCharacter, .fileTooLarge, .tooManyNodes, .tooDeep,
    .carriageReturn, .tooManyMistakes, .tooMany, .tooLong, .notBuiltYet,
  ]

  private struct Pair {
    let wrong: Example
    let right: Example
  }

  private func pair(_ code: Code) -> Pair? {
    switch code.explanation.example {
    case .yaml(let place, let wrong, let right):
      return Pair(wrong: Example(place, wrong), right: Example(place, right))
    case .lock(let wrong, let right):
      return Pair(wrong: Example(lock: wrong), right: Example(lock: right))
    case .described: return nil
    }
  }

  @Test(arguments: Code.allCases) func wrongIsFoundAndRightIsClean(_ code: Code) {
    guard let pair = pair(code) else {
      #expect(Self.described.contains(code), "\(code) could show a text")
      return
    }
    #expect(!Self.described.contains(code))
    let wrong = pair.wrong.check()
    #expect(wrong.diagnostics.map(\.code) == [code], "\(shown(wrong))")
    let right = pair.right.check()
    #expect(right.diagnostics.isEmpty, "\(shown(right))")
  }

  @Test(arguments: Code.allCases) func saysItInBothLanguages(_ code: Code) {
    let explanation = code.explanation
    var sentences = [explanation.what, explanation.why]
    if let note = explanation.note { sentences.append(note) }
    var phrases = [explanation.summary]
    if case .described(let wrong, let right) = explanation.example { phrases += [wrong, right] }
    for text in sentences + phrases {
      #expect(text.zh.contains(#/\p{Han}/#) && text.en.contains(#/[a-z]{2}/#), "\(text)")
      #expect(text.zh != text.en)
    }
    let problems =
      sentences.flatMap { Wording.problems(zh: $0.zh, en: $0.en, isSentence: true) }
      + phrases.flatMap { Wording.problems(zh: $0.zh, en: $0.en) }
    #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
  }

  @Test func noTextStandsTwice() {
    let texts = Code.allCases.flatMap { [$0.explanation.what.zh, $0.explanation.why.zh] }
    #expect(Set(texts).count == texts.count)
    #expect(Set(Code.allCases.map(\.explanation.summary)).count == Code.allCases.count)
  }

  private func shown(_ result: CheckResult) -> String {
    HumanRenderer(result.sources, .en).render(result.diagnostics)
  }
}

/// What the terminal shows, and which words lead to a code.
@Suite struct ExplanationRendererTests {
  @Test func namesLeadToCodes() {
    #expect(Code(named: "TN2001") == .unknownKey)
    #expect(Code(named: "tn2001") == .unknownKey)
    #expect(Code(named: "Shape/Unknown-Key") == .unknownKey)
    #expect(Code(named: "unknown") == nil)
    #expect(Code.near("shape/unknwon-key").first == "shape/unknown-key")
    #expect(Code.near("unknown-key").first == "shape/unknown-key")
    #expect(Code.near("TN201").contains("TN2011"))
    #expect(Code.near("something else") == [])
  }

  @Test(arguments: Language.allCases) func theListNamesEveryCode(_ language: Language) {
    let lines = ExplanationRenderer(language).list().split(separator: "\n")
    #expect(lines.count == Code.allCases.count)
    for (line, code) in zip(lines, Code.allCases) {
      #expect(line.hasPrefix("\(code.rawValue)  \(code.rule) "))
      #expect(line.hasSuffix(code.explanation.summary.text(language)))
    }
  }

  @Test func everyPartIsShown() {
    for (language, words) in [
      (Language.zh, ["（实体的 `fields:` 之下）", "为什么重要", "错误", "正确", "另外", "5% 是 `0.05`"]),
      (
        Language.en, ["(below `fields:` of an entity)", "Why it matters", "Wrong", "Right", "Also"]
      ),
    ] {
      let text = ExplanationRenderer(language).render(.defaultOutsideRange)
      #expect(text.hasPrefix("TN4004 type/default-outside-range"))
      #expect(
        text.contains("\n  discount: { type: percent, label: 折扣, min: 0, max: 1, default: 5 }\n"))
      for word in words { #expect(text.contains(word), "\(word)") }
    }
  }

  @Test(arguments: Language.allCases) func textsAreBrokenWhereTheyMayBe(_ language: Language) {
    for code in Code.allCases {
      var isExample = false
      for line in ExplanationRenderer(language).render(code).split(separator: "\n") {
        if !line.hasPrefix(" ") { isExample = line.hasPrefix("Wrong") || line.hasPrefix("错误") }
        #expect(isExample || DisplayWidth.cells(line) <= 80 || line.contains("{"), "\(line)")
        #expect(!line.contains(#/^ *[，。、；：？！”）]/#) && !line.contains(#/[“（]$/#), "\(line)")
      }
    }
  }
}
