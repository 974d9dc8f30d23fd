import Diagnostics
import Driver
import Testing

/// What the documentation shows is what the compiler does.
@Suite struct ExampleTests {
  @Test func examplesAreSeen() {
    #expect(Manual.pages.flatMap { Example.all(in: $0) }.count > 20, "hardly any example is found")
  }

  /// A block without a known word would be checked as something that it is not.
  @Test(arguments: Manual.pages) func everyExampleSaysWhatItIs(_ page: Page) {
    for block in page.blocks where block.language == "yaml" {
      let kind = block.words.dropFirst().first ?? ""
      #expect(Example.kinds.contains(kind), "\(block.testDescription): `\(kind)`")
    }
  }

  @Test(arguments: Manual.pages) func examplesGiveWhatTheyState(_ page: Page) {
    for (block, example) in Example.all(in: page) {
      let result = example.check()
      let found = result.diagnostics.map(\.code.rawValue)
      let expected = block.value("error")?.split(separator: ",").map(String.init) ?? []
      let shown = HumanRenderer(result.sources, .en).render(result.diagnostics)
      #expect(found == expected, "\(block.testDescription)\n\(shown)")
    }
  }

  /// Each line of a block ` ```text print=STAGE ` is a line of what that stage prints for
  /// apps/marketing. Where lines are left out stands `…`.
  @Test(arguments: Manual.pages) func shownStagesAreReal(_ page: Page) throws {
    for block in page.blocks {
      guard let name = block.value("print") else { continue }
      let stage = try #require(Stage(rawValue: name), "\(block.testDescription)")
      let printed = try #require(Driver.print(stage, of: Manual.marketing))
      let known = Set(printed.split(separator: "\n").map(Self.trimmed))
      for line in block.text.split(separator: "\n").map(Self.trimmed)
      where line != "…" && !line.isEmpty {
        #expect(known.contains(line), "\(block.testDescription): \(line)")
      }
    }
  }

  private static func trimmed(_ line: Substring) -> Substring {
    let start = line.firstIndex { $0 != " " } ?? line.endIndex
    return line[start...]
  }
}
