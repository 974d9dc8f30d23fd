import Foundation
import Testing

/// Pages hang together and say what there is.
@Suite struct PageTests {
  @Test func pagesAreSeen() {
    let paths = Set(Manual.pages.map(\.path))
    for path in ["README.md", "CHANGELOG.md", "docs/language.md", "docs/operations.md"] {
      #expect(paths.contains(path) && !Manual.text(path).isEmpty, "\(path)")
    }
  }

  /// Links and images inside the repository lead somewhere.
  @Test(arguments: Manual.pages) func relativeLinksExist(_ page: Page) {
    let folder = Manual.root.appending(path: page.path).deletingLastPathComponent()
    for (number, line) in page.prose {
      for match in line.matches(of: #/\]\(([^)\s]+)\)/#) {
        let target = String(match.output.1.prefix { $0 != "#" })
        if target.isEmpty || target.contains("://") { continue }
        let exists = FileManager.default.fileExists(atPath: folder.appending(path: target).path)
        #expect(exists, "\(page.path):\(number): \(target)")
      }
    }
  }

  /// Options of `tenon` and of a tenant's binary: none invented, none left out.
  @Test func optionsAreThoseOfTheHelp() {
    let help = Manual.sources(below: "Sources/tenon")
      .reduce(into: usage("Sources/TenonServer/Commands/Command.swift")) { $0.formUnion(usage($1)) }
    let named = options(Manual.text("docs/operations.md"))
    #expect(help.count > 10, "the help texts are not found")
    #expect(named.subtracting(help) == [], "not in any help")
    #expect(help.subtracting(named) == [], "not in docs/operations.md")
  }

  private func options(_ text: String) -> Set<String> {
    Set(text.matches(of: #/(?:^|[^\w-])(--[a-z][a-z-]*)/#).map { String($0.output.1) })
  }

  /// The options in the texts in three quotes of a source file.
  private func usage(_ path: String) -> Set<String> {
    let parts = Manual.text(path).components(separatedBy: "\"\"\"")
    return parts.enumerated().filter { $0.offset % 2 == 1 }
      .reduce(into: []) { $0.formUnion(options($1.element)) }
  }
}
