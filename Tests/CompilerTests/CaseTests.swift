import Analysis
import Diagnostics
import Driver
import Emit
import Format
import Foundation
import IR
import Testing

/// A dump that a case opts in to with a sibling `<name>.<phase>.exp`: every stage, and the three
/// forms of the findings.
struct Phase: Sendable {
  let name: String
  let dump: @Sendable (CheckResult) -> String
}

let phases: [Phase] =
  Stage.allCases.map { stage in
    Phase(name: stage.rawValue) { Driver.print(stage, of: $0) ?? "" }
  }
  + Renderers.all.map { renderer in
    Phase(name: renderer.name) { result in
      let isBilingual = renderer == JSONRenderer.self || renderer == JSONLinesRenderer.self
      let languages = isBilingual ? [Language.en] : Language.allCases
      return languages.map {
        renderer.init(RenderContext(result.sources, $0)).render(result.diagnostics)
      }.joined(separator: renderer == HumanRenderer.self ? "\n" : "")
    }
  }
  + [
    Phase(name: "fmt") { laidOut($0.sources) },
    // The generated Swift of expressions.
    Phase(name: "rules") { result in
      guard let application = result.forBuilding.application else { return "" }
      return Emitter(application).drafts().filter {
        $0.path.hasSuffix("Rules.swift") || $0.path.hasSuffix("Parameters.swift")
      }.map { "// \($0.path)\n\($0.text)" }.joined(separator: "\n")
    },
    // What `tenon access` and `tenon why` say.
    Phase(name: "access") { result in
      reports(result) { $0.text(result.sources) }.joined(separator: "\n")
    },
    Phase(name: "csv") { result in reports(result) { $0.csv() }[1] },
    Phase(name: "html") { result in reports(result) { $0.html(result.sources) }[0] },
    Phase(name: "why") { derivations($0) },
    // What those who build are told besides.
    Phase(name: "unbuilt") { result in
      ShortRenderer(RenderContext(result.sources, .en)).render(result.forBuilding.diagnostics)
    },
  ]

/// The report on rights in each language.
private func reports(_ result: CheckResult, _ make: (AccessReport) -> String) -> [String] {
  guard let application = result.application else { return ["", ""] }
  return Language.allCases.map { make(AccessReport(Sights(application), $0)) }
}

/// Why each role sees each computed field as it does, in Chinese; the last one in English too.
private func derivations(_ result: CheckResult) -> String {
  guard let application = result.application else { return "" }
  let sights = Sights(application)
  var out = ""
  for role in application.roles.indices {
    for entity in application.declaredEntities {
      for index in entity.fields.indices where entity.fields[index].rules.value != nil {
        for language in role == 0 ? Language.allCases : [.zh] {
          out +=
            Derivation(
              sights, result.sources, language, role: role, entity: entity, field: index
            ).text + "\n"
        }
      }
    }
  }
  return out
}

/// Every file as the formatter lays it out; a refused one by name alone.
private func laidOut(_ sources: SourceMap) -> String {
  var out = ""
  for source in sources.files where source.path.hasSuffix(".yaml") {
    if source.path != "app.yaml" { out += "#=== \(source.path)\n" }
    switch Formatter.format(source, file: 0) {
    case .text(let text): out += String(decoding: text, as: UTF8.self)
    case .refused: out += "#=== refused\n"
    case .fault: out += "#=== fault\n"
    }
  }
  return out
}

/// The cases on disk.
enum Cases {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Cases")

  static let isUpdating = ProcessInfo.processInfo.environment["TENON_UPDATE"] == "1"

  /// Names of all cases, sorted.
  static let names: [String] = {
    let files = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String }
    return (files ?? []).filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }()

  static func url(_ name: String) -> URL { root.appendingPathComponent(name + ".yaml") }

  static func load(_ name: String) throws -> CaseFile {
    CaseFile(name: name, bytes: Array(try Data(contentsOf: url(name))))
  }
}

@Suite struct CaseTests {
  @Test(arguments: Cases.names) func saysWhatIsExpected(_ name: String) throws {
    let file = try Cases.load(name)
    let result = file.check()
    if Cases.isUpdating {
      try Data(file.updated(result)).write(to: Cases.url(name))
    } else {
      let problems = file.problems(result)
      #expect(problems.isEmpty, "\(problems.joined(separator: "\n"))")
    }
  }

  @Test(arguments: Cases.names) func dumpsWhatIsExpected(_ name: String) throws {
    let result = try Cases.load(name).check()
    for phase in phases {
      let url = Cases.root.appendingPathComponent("\(name).\(phase.name).exp")
      guard FileManager.default.fileExists(atPath: url.path) else { continue }
      let actual = phase.dump(result)
      if Cases.isUpdating {
        try Data(actual.utf8).write(to: url)
      } else {
        let expected = String(decoding: try Data(contentsOf: url), as: UTF8.self)
        #expect(actual == expected, "\(name).\(phase.name).exp differs; TENON_UPDATE=1 rewrites it")
      }
    }
  }

  /// A dump for a case that does not exist, or of a phase that does not, tests nothing.
  @Test func everyDumpBelongsToACase() {
    let files =
      FileManager.default.enumerator(atPath: Cases.root.path)?
      .compactMap { $0 as? String } ?? []
    let wanted = Set(Cases.names.flatMap { name in phases.map { "\(name).\($0.name).exp" } })
    for file in files where file.hasSuffix(".exp") { #expect(wanted.contains(file), "\(file)") }
  }

  /// Every code is reached by a case or by a generated text, and numbers follow their areas.
  @Test func everyCodeIsReached() throws {
    var reached = Set(GeneratedTexts.all.flatMap { $0.codes.map(\.rawValue) })
    for name in Cases.names {
      for expectation in try Cases.load(name).expectations {
        reached.insert(String(expectation.text.split(separator: " ")[1].prefix(6)))
      }
    }
    // Those who build are told of it, and no one else.
    let unbuilt = try Cases.load("expressions/unbuilt").check().forBuilding
    reached.formUnion(unbuilt.diagnostics.map(\.code.rawValue))
    let missing = Code.allCases.filter { !reached.contains($0.rawValue) }
    #expect(missing.isEmpty, "\(missing.map(\.rawValue))")
    #expect(Set(Code.allCases.map(\.rule)).count == Code.allCases.count)
  }
}

/// The harness itself must be able to fail.
@Suite struct HarnessTests {
  private let clean = "app: a\n"
  private let broken = "app: a\nlabl: A\n"

  private func problems(_ text: String) -> [String] {
    let file = CaseFile(name: "self", bytes: Array(text.utf8))
    return file.problems(file.check())
  }

  @Test func acceptsWhatIsRight() {
    #expect(problems(clean).isEmpty)
    let right = broken + "# @0-4 error TN2001: a file has no key `labl`\n"
    #expect(problems(right).isEmpty)
  }

  @Test func seesAMissingFinding() {
    #expect(problems(clean + "# @0-3 error TN2001: nothing\n").count == 1)
  }

  @Test func seesAnUnexpectedFinding() { #expect(problems(broken).count == 1) }

  @Test func seesAWrongPlaceAndAWrongMessage() {
    #expect(problems(broken + "# @0-3 error TN2001: a file has no key `labl`\n").count == 2)
    #expect(problems(broken + "# @0-4 error TN2001: a file has no key `label`\n").count == 2)
  }

  @Test func seesOneOfTwoEqualFindingsMissing() {
    let line = "# @0-4 error TN2001: a file has no key `labl`\n"
    #expect(problems(broken + line + line).count == 1)
  }
}
