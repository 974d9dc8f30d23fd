import Diagnostics
import Testing

/// What the forms of findings are made of, on findings made here: several labels, witnesses,
/// findings that are not decided, wide characters, colour.
@Suite struct RendererTests {
  private let text = """
    flow:
      - when: amount <= 500000
        go: director
      - when: amount >= 500000
        go: ceo


      other: [甲, 甲]

    """

  private var sources: SourceMap {
    SourceMap([SourceFile(path: "flow.yaml", bytes: Array(text.utf8))])
  }

  /// The place of the n-th occurrence of a part of the text, from 0.
  private func span(_ part: String, _ occurrence: Int = 0) throws -> Span {
    let ranges = text.ranges(of: part)
    let range = try #require(ranges.count > occurrence ? ranges[occurrence] : nil, "\(part)")
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return Span(file: 0, start: start, end: start + part.utf8.count)
  }

  private func overlap() throws -> Diagnostic {
    Diagnostic(
      .outsideLimits, try span("amount >= 500000"), zh: "分支重叠", en: "branches overlap",
      label: Message(zh: "金额 = 500000 时成立", en: "true for amount = 500000"),
      related: [
        Label(try span("amount <= 500000"), Message(zh: "此处也成立", en: "also true here"))
      ],
      witness: [Witness("amount", "CNY 500000.00"), Witness("level", "any")])
  }

  private func human(_ diagnostic: Diagnostic, style: Style = .plain) -> String {
    HumanRenderer(sources, .en, style: style).render(diagnostic)
  }

  @Test func labelsOnNeighbouringLinesShareAPicture() throws {
    #expect(
      human(try overlap()) == """
        error[TN2016]: branches overlap
         --> flow.yaml:4:11
          |
        2 |   - when: amount <= 500000
          |           ---------------- also true here
        3 |     go: director
        4 |   - when: amount >= 500000
          |           ^^^^^^^^^^^^^^^^ true for amount = 500000
          |
          = example: amount = CNY 500000.00, level = any
          = explain: tenon explain TN2016        rule: shape/outside-limits

        """)
  }

  @Test func labelsOnOneLineHangBelowEachOther() throws {
    let finding = Diagnostic(
      .repeatedName, try span("甲", 1), zh: "重复", en: "repeated",
      label: Message(zh: "再次", en: "again"),
      related: [
        Label(try span("other"), Message(zh: "列表", en: "in this list")),
        Label(try span("甲"), Message(zh: "第一次", en: "first here")),
        Label(try span("flow"), Message(zh: "流程", en: "of this flow")),
      ])
    #expect(
      human(finding) == """
        error[TN3015]: repeated
         --> flow.yaml:8:14
          |
        1 | flow:
          | ---- of this flow
        ...
        8 |   other: [甲, 甲]
          |   -----   --  ^^ again
          |   |       |
          |   |       first here
          |   in this list
          |
          = explain: tenon explain TN3015        rule: name/repeated-name

        """)
  }

  @Test func aPlaceOfSeveralLinesSaysWhereItEnds() throws {
    let start = try span("flow").start
    let finding = Diagnostic(
      .tooMany, Span(file: 0, start: start, end: try span("other").start), zh: "太多", en: "too many")
    #expect(human(finding).contains("1 | flow:\n  | ^^^^^ to line 5\n"))
  }

  @Test func nothingSteersTheTerminal() throws {
    let bytes = Array("a: \u{1B}[31m\u{202E}x\u{7}\ty\n".utf8)
    let sources = SourceMap([SourceFile(path: "a\u{1B}.yaml", bytes: bytes)])
    let finding = Diagnostic(
      .controlCharacter, Span(file: 0, start: 12, end: 13), zh: "\u{1B}]坏", en: "bad \u{9B}",
      help: [Message(zh: "\u{8}", en: "\u{8}")],
      fixes: [
        Fix(
          Message(zh: "改", en: "change"), .safe,
          [Fix.Edit(span: Span(file: 0, start: 11, end: 12), text: "\u{1B}")])
      ],
      witness: [Witness("\u{1B}", "\u{202E}")])
    for renderer in Renderers.all {
      for language in Language.allCases {
        let shown = renderer.init(RenderContext(sources, language)).render([finding])
        let isJSON = ["json", "jsonl", "sarif", "gitlab"].contains(renderer.name)
        let bad = shown.unicodeScalars.filter {
          $0.value < 0x20 && $0 != "\n" || !isJSON && [0x9B, 0x7F, 0x202E].contains($0.value)
        }
        #expect(bad.isEmpty, "\(renderer.name): \(bad)")
      }
    }
    let human = HumanRenderer(sources).render(finding)
    #expect(human.contains("1 | a: �[31m�x� y\n  |           ^\n"), "\(human)")
  }

  @Test(arguments: [
    ("abc", 3), ("客户", 4), ("é", 1), ("e\u{301}", 1), ("🎉", 2), ("👨‍👩‍👧", 2), ("🇨🇳", 2), ("❤️", 2),
    ("👍🏽", 2), ("a\tb", 3), ("🇨🇳\t", 3), ("（）", 4), ("한글", 4), ("ｱ", 1), ("\u{200B}", 0),
  ]) func widthsAreThoseOfATerminal(_ text: String, _ cells: Int) {
    #expect(DisplayWidth.cells(text) == cells)
  }

  @Test func longLinesAreCutAroundThePlace() {
    let line =
      "a: " + String(repeating: "客户", count: 100_000) + "!" + String(repeating: "尾", count: 999)
    let sources = SourceMap([SourceFile(path: "a.yaml", bytes: Array(line.utf8))])
    let finding = Diagnostic(
      .notOfType, Span(file: 0, start: 600_003, end: 600_004), zh: "错", en: "wrong",
      fixes: [
        Fix(
          Message(zh: "改", en: "change"), .unsafe,
          [Fix.Edit(span: Span(file: 0, start: 600_003, end: 600_004), text: "?")])
      ])
    let shown = HumanRenderer(sources).render(finding).split(separator: "\n")
    #expect(shown.allSatisfy { DisplayWidth.cells($0) < 200 })
    let source = shown[3].split(separator: "| ")[1]
    let marks = shown[4].split(separator: "| ")[1]
    let mark = source.prefix { $0 != "!" }
    #expect(DisplayWidth.cells(mark) == marks.prefix { $0 == " " }.count)
    #expect(shown.contains { $0.contains("客户?尾") }, "the fix shows what it makes")
    #expect(sources.place(finding.primary.span) == "a.yaml:1:200004")
  }

  @Test func coloursAreOnlyAdded() throws {
    let coloured = human(try overlap(), style: .ansi)
    #expect(coloured.contains("\u{1B}[1;31merror[TN2016]\u{1B}[0m"))
    #expect(
      coloured.contains("\u{1B}[34m---------------- also true here\u{1B}[0m")
        || coloured.contains("\u{1B}[34m----------------\u{1B}[0m"))
    #expect(coloured.replacing(#/\x1B\[[0-9;]*m/#, with: "") == human(try overlap()))
  }

  @Test func whatIsNotDecidedCountsByItself() throws {
    let open = Diagnostic(
      .notOfType, try span("flow"), zh: "无法判定", en: "cannot be decided", confidence: .unknown)
    let wrong = try overlap()
    var bag = DiagnosticBag()
    bag.report(Said(diagnostic: open))
    #expect(!bag.hasErrors && !open.isError && wrong.isError)
    let tally = Tally([open, wrong])
    #expect(tally.errors == 1 && tally.undecided == 1)
    #expect(tally.words.en == "1 error, 0 warnings, 1 undecided")
    #expect(HumanRenderer(sources).render([open]).hasPrefix("undecided[TN4001]: cannot"))
    let sarif = SARIFRenderer(sources).render([open])
    #expect(sarif.contains("\"kind\":\"open\"") && sarif.contains("\"level\":\"none\""))
    #expect(JSONRenderer(sources).render([open]).contains("\"confidence\":\"unknown\""))
    #expect(GitHubRenderer(sources).render([open]).hasPrefix("::notice "))
    #expect(GitLabRenderer(sources).render([open]).contains("\"severity\":\"info\""))
    #expect(!JUnitRenderer(sources).render([open]).contains("<failure"))
    #expect(JUnitRenderer(sources).render([wrong]).contains("<failure"))
  }

  private struct Said: Mistake { let diagnostic: Diagnostic }

  @Test func aWitnessIsInEveryFormThatHoldsText() throws {
    let finding = try overlap()
    let json = JSONRenderer(sources).render([finding])
    #expect(json.contains(#""witness":{"amount":"CNY 500000.00","level":"any"}"#))
    for renderer in [SARIFRenderer.self, GitHubRenderer.self, JUnitRenderer.self]
      as [any Renderer.Type]
    {
      let shown = renderer.init(RenderContext(sources)).render([finding])
      #expect(shown.contains("example: amount = CNY 500000.00, level = any"), "\(renderer.name)")
    }
  }

  @Test func githubEscapesWhatSeparates() {
    let sources = SourceMap([SourceFile(path: "./a,b:c%/客.yaml", bytes: Array("x\ny\n".utf8))])
    let finding = Diagnostic(
      .notOfType, Span(file: 0, start: 0, end: 3), zh: "坏", en: "100 % wrong: a, b\nand c")
    #expect(
      GitHubRenderer(sources).render([finding])
        == "::error file=a%2Cb%3Ac%25/客.yaml,line=1,endLine=2,title=TN4001 type/not-of-type"
        + "::100 %25 wrong: a, b%0Aand c\n")
    #expect(SARIFRenderer(sources).render([finding]).contains("a%2Cb%3Ac%25/%E5%AE%A2.yaml"))
  }

  @Test func sarifDoublesBraces() {
    let sources = SourceMap([SourceFile(path: "a.yaml", bytes: Array("x\n".utf8))])
    let finding = Diagnostic(
      .badPattern, Span(file: 0, start: 0, end: 1), zh: "无", en: "no `{0000}` in [a](b)")
    #expect(
      SARIFRenderer(sources).render([finding]).contains(#""text":"no `{{0000}}` in [a\\](b)""#))
  }

  @Test func sarifKeepsTheGravestAndSaysSo() throws {
    let place = try span("flow")
    let warning = Diagnostic(.roleWithoutAccess, place, zh: "警告", en: "a warning")
    let error = Diagnostic(.notOfType, place, zh: "错误", en: "an error")
    let all = Array(repeating: warning, count: 24_999) + [error, error, warning]
    let shown = SARIFRenderer(sources).render(all)
    #expect(shown.contains("there are 25002 findings; the 25000 gravest are listed here"))
    #expect(shown.ranges(of: "\"ruleId\":\"TN4001\"").count == 2)
    #expect(shown.ranges(of: "\"ruleId\":\"TN7002\"").count == 24_998)
    #expect(!SARIFRenderer(sources).render([error]).contains("gravest"))
  }

  @Test func everyFormatHasItsOwnName() {
    let names = Renderers.all.map { $0.name }
    #expect(Set(names).count == names.count)
    for name in names { #expect(Renderers.named(name)?.name == name) }
    #expect(Renderers.named("xml") == nil)
  }
}
