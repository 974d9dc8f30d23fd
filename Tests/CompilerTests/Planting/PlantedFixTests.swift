import Diagnostics
import Driver
import Syntax
import TestSupport
import Testing

/// A safe fix of a planted mistake gives a clean definition again, and mostly the one that was.
@Suite struct PlantedFixTests {
  /// What these plant is wrong in another way too, which shows when the first is cured.
  private static let doublyWrong: Set<String> = [
    "a word for a list", "a list for a value",
  ]

  @Test func safeFixesUndoWhatWasPlanted() {
    var (fixed, restored) = (0, 0)
    var kinds: Set<String> = []
    var random = SeededRandom(seed: 7)
    for seed in UInt64(1)...2 {
      let definition = Definition(CleanApp.files(seed: seed))
      let clean = tree(definition.files)
      for way in Operator.all + Operator.alone where !Self.doublyWrong.contains(way.name) {
        var tried = 0
        for site in definition.sites.shuffled(using: &random) where tried < 2 {
          guard let planting = way.plant(site, definition, &random) else { continue }
          tried += 1
          let planted = Planted(definition, [planting])
          let before = Driver.check(files: planted.files, lock: nil)
          let isSafe = before.diagnostics.contains {
            $0.fixes.contains { $0.applicability == .safe }
          }
          guard isSafe else { continue }
          let result = Driver.fix(files: planted.files, lock: nil)
          fixed += 1
          kinds.insert(way.name)
          // A number in full-width digits may lie outside its limits too.
          for finding in result.check.diagnostics
          where ![.defaultOutsideRange, .outsideLimits].contains(finding.code) {
            let place = result.check.sources.place(finding.primary.span)
            Issue.record("seed \(seed), \(way.name): \(place) \(finding.message.en)")
          }
          if tree(result.check.sources.files.dropLast()) == clean { restored += 1 }
        }
      }
    }
    #expect(fixed >= 30, "\(fixed) safe fixes")
    #expect(kinds.count >= 10, "\(kinds.sorted())")
    // The rest cannot be known: a planted `on` may stand where `false` stood, a list of one item
    // where a text stood that the fix cannot see.
    #expect(restored * 10 >= fixed * 6, "\(restored) of \(fixed) are as they were")
  }

  private func tree(_ files: [SourceInput]) -> [String] {
    tree(files.map { SourceFile(path: $0.path, bytes: $0.bytes) }[...])
  }

  private func tree(_ files: ArraySlice<SourceFile>) -> [String] {
    files.sorted { $0.path < $1.path }
      .flatMap { LayoutLaw.flat(YAMLReader.read($0, file: 0).0.root) }
  }
}
