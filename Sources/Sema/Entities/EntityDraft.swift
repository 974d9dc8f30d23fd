import Diagnostics
import IR
import Syntax

/// An entity while it is checked. What is broken keeps its name here.
struct EntityDraft {
  let entry: YAMLEntry
  let item: Lock.Item
  var keyed: Keyed?
  /// Names of fields, broken ones too.
  var names = NameTable()
  /// The fields by the same index; nil for a broken one.
  var fields: [Field?] = []
  var access: Access?
  /// False when fields may exist that are not in ``names``.
  var areFieldsKnown = true

  var name: String { entry.key }

  /// The fields to suggest; long texts only where they can stand.
  func candidates(longTexts: Bool) -> [Candidate] {
    zip(names.candidates, fields).compactMap { candidate, field in
      if !longTexts, case .longText = field?.type { return nil }
      return candidate
    }
  }
}
