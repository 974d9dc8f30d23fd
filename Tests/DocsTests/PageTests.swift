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
}
