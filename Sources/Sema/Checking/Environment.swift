import Diagnostics
import IR
import Syntax

/// What units are checked against: all that is known before the first entity is looked into.
final class Environment {
  let sources: SourceMap
  let lock: LockIndex
  let unread: UnreadText
  var settings = Settings()
  var roles = NameTable()
  /// False when roles or entities may exist whose declaration was refused.
  var areRolesKnown = true
  var areEntitiesKnown = true
  var entities = NameTable()
  /// The entities by their index in ``entities``.
  var declared: [DeclaredEntity] = []
  /// The checked entities, as far as checking has come.
  var drafts: [StableID: EntityDraft] = [:]

  init(files: [ParsedFile], sources: SourceMap, lock: LockIndex) {
    self.sources = sources
    self.lock = lock
    unread = UnreadText(files, sources)
  }

  /// Whether units found the same here and there, as far as names and settings go.
  func answers(as other: Environment) -> Bool {
    lock === other.lock && settings == other.settings && roles == other.roles
      && areRolesKnown == other.areRolesKnown
      && sources.files.elementsEqual(other.sources.files) { $0.path == $1.path }
  }

  /// The entities with what people call them.
  private(set) lazy var entityCandidates: [Candidate] =
    declared.map { entity in
      let entry = entity.entry
      guard case .mapping(let keys) = entry.value.content,
        let label = keys.first(where: { $0.key == "label" })?.value
      else { return Candidate(entry.key) }
      switch label.content {
      case .scalar(let text, _): return Candidate(entry.key, labels: [text])
      case .mapping(let texts):
        return Candidate(entry.key, labels: texts.compactMap(\.value.scalar))
      case .sequence, .poisoned: return Candidate(entry.key)
      }
    }

  /// The identity of an entity; nil when there is none of that name.
  func entity(_ name: String) -> StableID? {
    entities.index[name].map { declared[$0].item.id }
  }
}

/// An entity of which the name is known.
struct DeclaredEntity {
  let entry: YAMLEntry
  let item: Lock.Item
}
