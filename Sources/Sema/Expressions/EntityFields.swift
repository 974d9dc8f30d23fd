import Diagnostics
import IR

/// The fields of an entity as expressions see them: those of one that is being checked, or of one
/// that every application has.
struct EntityFields {
  let id: StableID
  let name: String
  private let source: Source

  private enum Source {
    case draft(EntityDraft)
    case builtIn(Entity)
  }

  enum Found {
    case member(Expression.Member, ValueType, mayBeBlank: Bool, field: Field?)
    /// Records that refer to this one.
    case rows(RowsFound)
    /// It is there, and broken.
    case broken
    case missing
  }

  init(_ id: StableID, _ draft: EntityDraft) {
    self.id = id
    name = draft.name
    source = .draft(draft)
  }

  init(_ entity: Entity) {
    id = entity.id
    name = entity.name
    source = .builtIn(entity)
  }

  /// What a name stands for; rows are told apart by the caller, who knows the other entities.
  func find(_ name: String) -> Found {
    if let system = EntityFields.system[name] { return system }
    switch source {
    case .builtIn(let entity):
      guard let field = entity.fields.first(where: { $0.name == name }) else { return .missing }
      return found(field)
    case .draft(let draft):
      if let index = draft.names.index[name] { return draft.fields[index].map(found) ?? .broken }
      if draft.subformNames.index[name] != nil {
        guard let rows = draft.rows[name] else { return .broken }
        return .rows(rows)
      }
      let isKnown = draft.areFieldsKnown && !draft.names.refused.contains(name)
      return isKnown ? .missing : .broken
    }
  }

  private func found(_ field: Field) -> Found {
    let type = field.type.valueType(of: field.id)
    var isFilled = field.isRequired
    if case .autoNumber = field.type { isFilled = true }
    return .member(.field(field.id), type, mayBeBlank: !isFilled, field: field)
  }

  private static let system: [String: Found] = [
    "id": .member(.id, .integer, mayBeBlank: false, field: nil),
    "created_at": .member(.createdAt, .dateTime, mayBeBlank: false, field: nil),
    "created_by": .member(.createdBy, .reference(People.user), mayBeBlank: true, field: nil),
    "updated_at": .member(.updatedAt, .dateTime, mayBeBlank: false, field: nil),
    "updated_by": .member(.updatedBy, .reference(People.user), mayBeBlank: true, field: nil),
  ]

  /// The fields to suggest.
  var candidates: [Candidate] {
    switch source {
    case .draft(let draft):
      return draft.candidates(longTexts: true) + draft.subformNames.candidates
    case .builtIn(let entity):
      return entity.fields.map { Candidate($0.name, labels: $0.label.texts.map(\.text)) }
    }
  }
}

/// Records of an entity that refer to this one by a field.
struct RowsFound: Equatable {
  let entity: StableID
  let by: StableID
  let isSubform: Bool
}

extension Checker {
  /// The fields of an entity; nil for one that is not known.
  func fields(of id: StableID) -> EntityFields? {
    if let entity = environment.people[id] { return EntityFields(entity) }
    guard let draft = environment.drafts[id] else { return nil }
    dependencies.add(id, draft)
    return EntityFields(id, draft)
  }
}
