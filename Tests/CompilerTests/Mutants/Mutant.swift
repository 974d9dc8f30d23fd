import Diagnostics
import Driver
import TestSupport

/// A clean definition with one change in one file.
struct Mutant {
  let edits: [Edit]
  /// The bytes of the changed text around which a mistake has to be shown; nil when the change
  /// keeps the meaning.
  let place: Range<Int>?

  var file: Int { edits[0].file }

  /// Where an edit's text stands when there is no other edit.
  static func place(_ edit: Edit) -> Range<Int> {
    edit.range.lowerBound..<edit.range.lowerBound + edit.text.utf8.count
  }

  func files(_ definition: Definition) -> [SourceInput] {
    var result = definition.files
    result[file] = SourceInput(
      path: result[file].path, bytes: Planted.apply(edits, to: result[file].bytes))
    return result
  }
}

/// A way to change a definition that knows whether the result is valid.
struct MutantOperator: Sendable {
  let name: String
  let isValid: Bool
  /// The change at a place, or nil where it does not fit.
  let change: @Sendable (Site, Definition, inout SeededRandom) -> Mutant?

  static func valid(
    _ name: String, _ edits: @escaping @Sendable (Site, inout SeededRandom) -> [Edit]?
  ) -> MutantOperator {
    MutantOperator(name: name, isValid: true) { site, _, random in
      edits(site, &random).map { Mutant(edits: $0, place: nil) }
    }
  }

  static func invalid(
    _ name: String, _ edit: @escaping @Sendable (Site, inout SeededRandom) -> Edit?
  ) -> MutantOperator {
    MutantOperator(name: name, isValid: false) { site, _, random in
      edit(site, &random).map { Mutant(edits: [$0], place: Mutant.place($0)) }
    }
  }

  static let all: [MutantOperator] = meaningless + restyled + slips + planted

  /// The mistakes that can be planted, but for the one that is only a warning.
  private static let planted: [MutantOperator] = Operator.all
    .filter { $0.code.severity == .error }.map { way in
      MutantOperator(name: "\(way.code.rawValue) \(way.name)", isValid: false) {
        site, definition, random in
        way.plant(site, definition, &random).map { planting in
          Mutant(edits: planting.edits, place: Mutant.place(planting.edits[0]))
        }
      }
    }
}
