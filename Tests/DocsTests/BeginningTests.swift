import Foundation
import Templates
import Testing

/// The first application of README.md is the one that `tenon new` makes.
@Suite struct BeginningTests {
  @Test func theShownApplicationIsTheTemplate() throws {
    let template = try #require(Template.all.first)
    let files = template.files(app: "visits", language: .en)
    let made = try #require(files.first { $0.path == "app.yaml" }).text
    let block = Manual.page("README.md").blocks.first { $0.value("file") == "visits/app.yaml" }
    let shown = try #require(block?.text)
    let added = shown.components(separatedBy: "\n").filter { $0.hasPrefix("      again: ") }
    #expect(added.count == 1)
    let rest = shown.replacingOccurrences(of: added.joined() + "\n", with: "")
    #expect(rest == made)
  }

  /// The line that README tells to put into files is the one that is in them.
  @Test func theModelineIsTheTemplates() throws {
    let files = try #require(Template.all.first).files(app: "visits", language: .zh)
    let line = try #require(files.first?.text.split(separator: "\n").first)
    #expect(Manual.text("README.md").contains("```\n\(line)\n```"))
  }
}
