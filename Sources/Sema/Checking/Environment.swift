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
  /// The entries of the entities by their index in ``entities``.
  var entityEntries: [YAMLEntry] = []
  /// The checked entities by the same index, as far as checking has come.
  var drafts = Drafts()

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
  var entityCandidates: [Candidate] {
    entityEntries.map { entry in
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
  }

  /// Checked entities by index.
  struct Drafts {
    private(set) var all: [EntityDraft] = []
    private var identities: Set<ObjectIdentifier> = []

    mutating func append(_ draft: EntityDraft) {
      all.append(draft)
      identities.insert(ObjectIdentifier(draft))
    }

    func contains(_ draft: EntityDraft) -> Bool { identities.contains(ObjectIdentifier(draft)) }
  }
}
