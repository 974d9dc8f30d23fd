import Diagnostics
import IR
import Syntax

/// An entity while and after it is checked. What is broken keeps its name here.
final class EntityDraft {
  let entry: YAMLEntry
  /// Names of fields, broken ones too.
  var names = NameTable()
  /// The fields by the same index; nil for a broken one.
  var fields: [Field?] = []
  /// False when fields may exist that are not in ``names``.
  var areFieldsKnown = true
  /// Names of subforms, which share the fields' names.
  var subformNames = NameTable()
  var subforms: [SubformDraft] = []
  /// The subforms as expressions see them, once the fields of all entities are known.
  var rows: [String: RowsFound] = [:]
  /// Keys of fields that hold expressions, by the field's index.
  var fieldRules: [(field: Int, entries: [YAMLEntry])] = []
  /// Keys of the entity that hold expressions.
  var rules: [YAMLEntry] = []
  var sections: [SectionDraft] = []
  var label: Words?
  var plural: Words?
  var icon: String?
  var title: Title?
  var access: Access?
  /// Whether nothing is said of who may do what: roles say it, or the record above.
  var isAccessLeftOut = false
  /// Whose a record is, as fields by their index; see ``IR/Entity``.
  var owner: Int?
  var department: Int?
  var sharing = false
  var uniqueKeys: [UniqueKeyDraft] = []
  /// The whole, once it was put together and as long as it may stay.
  var assembled: Entity?

  init(_ entry: YAMLEntry) { self.entry = entry }

  var name: String { entry.key }

  /// Whether a field's value is worked out when it is read.
  func isLive(_ field: Int) -> Bool {
    fieldRules.contains { $0.field == field && $0.entries.contains { $0.key == "live" } }
  }

  /// What of each field matters to rights.
  var facts: [EntityPolicy.FieldFacts?] {
    fields.enumerated().map { index, field in
      guard let field else { return nil }
      let keys = Set(fieldRules.filter { $0.field == index }.flatMap(\.entries).map(\.key))
      return field.facts(isComputed: keys.contains("value"), hasInitial: keys.contains("default"))
    }
  }

  /// The fields to suggest; long texts only where they can stand.
  func candidates(longTexts: Bool) -> [Candidate] {
    zip(names.candidates, fields).compactMap { candidate, field in
      if !longTexts, case .longText = field?.type { return nil }
      return candidate
    }
  }

  /// The sound entity; nil when something in it is broken.
  func entity(_ item: Lock.Item, _ uniqueKeys: [UniqueKey]) -> Entity? {
    let sound = fields.compactMap { $0 }
    guard let label, let title, access != nil || isAccessLeftOut, sound.count == fields.count
    else { return nil }
    return Entity(
      id: item.id, name: name, physicalName: item.physicalName, label: label, plural: plural,
      icon: icon, title: title, fields: sound, uniqueKeys: uniqueKeys, access: access,
      owner: owner, department: department, sharing: sharing, origin: entry.keySpan)
  }
}

/// A unique key before it has a name in the database, which all entities share.
struct UniqueKeyDraft {
  /// Indices into the entity's fields.
  let fields: [Int]
  let origin: Span
}
