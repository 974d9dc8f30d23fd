import Diagnostics
import Driver
import Sema
import Templates
import Testing

/// What `tenon new` begins with: sound, and explained in the author's language.
@Suite struct TemplateTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let template: Template
    let language: Language

    var testDescription: String { "\(template.name) \(language)" }
    var files: [Template.File] { template.files(app: "sample", language: language) }
    var definitions: [Template.File] { files.filter { $0.path.hasSuffix(".yaml") } }
    var lines: [Substring] {
      definitions.flatMap { $0.text.split(separator: "\n", omittingEmptySubsequences: false) }
    }
    var comments: [Substring] {
      lines.filter { $0.contains(#/^ *#/#) && !$0.contains("yaml-language-server") }
    }
  }

  static let cases = Template.all.flatMap { template in
    Language.allCases.map { Case(template: template, language: $0) }
  }

  @Test(arguments: cases) func checksClean(_ item: Case) {
    let inputs = item.definitions.map {
      SourceInput(path: $0.path, bytes: Array($0.text.utf8))
    }
    let result = Driver.check(files: inputs, lock: nil)
    let shown = HumanRenderer(result.sources, .en).render(result.diagnostics)
    #expect(result.diagnostics.isEmpty, "\(shown)")
    #expect(result.application?.name == "sample")
  }

  @Test(arguments: cases) func commentsAreInTheLanguage(_ item: Case) {
    #expect(item.comments.count >= 10)
    for comment in item.comments {
      let isChinese = comment.contains(#/\p{Han}/#)
      #expect(isChinese == (item.language == .zh), "\(comment)")
      #expect(comment.contains(#/^ *# \S/#), "\(comment)")
    }
  }

  /// Each keyword and each type that needs keys of its own is explained by its name.
  @Test(arguments: cases) func commentsCoverEachKeyword(_ item: Case) {
    let text = item.lines.filter { !$0.contains(#/^ *#/#) }.joined(separator: "\n")
    let explained = item.comments.joined(separator: "\n")
    var used: Set<String> = []
    for match in text.matches(of: #/(?:^|[{,]) *([a-z_]+):/#.anchorsMatchLineEndings()) {
      used.insert(String(match.output.1))
    }
    let keywords = TemplateTests.keywords.intersection(used)
    #expect(keywords.count > 8)
    for keyword in keywords {
      #expect(
        explained.contains("`\(keyword)`") || explained.contains("`\(keyword):"), "\(keyword)")
    }
  }

  private static let keywords: Set<String> = Set(
    ([
      Keywords.file, Keywords.role, Keywords.may, Keywords.entity, Keywords.access, Keywords.view,
    ].flatMap(\.keywords)
      + Keywords.field.keywords + FieldKinds.all.flatMap(\.keywords)).map(\.name)
  )
  // Fields and sections of templates are called so.
  .subtracting(["value", "owner"])

  /// The same definition in both languages, comments aside.
  @Test(arguments: Template.all.map(\.name)) func languagesDifferInCommentsOnly(_ name: String) {
    let texts = Self.cases.filter { $0.template.name == name }.map { item in
      item.lines.filter { !$0.contains(#/^ *#/#) }
    }
    #expect(texts.count == 2 && texts[0] == texts[1])
  }

  /// Someone can sign in, and there is something to see.
  @Test(arguments: cases) func bringsAUserAndRows(_ item: Case) {
    let data = item.files.filter { $0.path.hasPrefix("data/") }
    #expect(data.count > 1)
    #expect(data.first?.path == "data/users.csv")
    for file in data { #expect(file.text.split(separator: "\n").count > 1, "\(file.path)") }
  }

  @Test func theSmallestIsSmall() {
    let item = Self.cases[0]
    let lines = item.lines.filter { !$0.isEmpty && !$0.contains(#/^ *#/#) }
    #expect(item.template.name == "minimal" && lines.count < 45)
  }
}
