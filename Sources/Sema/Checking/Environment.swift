import Diagnostics
import IR
import Syntax

/// What units are checked against: all that is known before the first entity is looked into.
final class Environment {
  let sources: SourceMap
  /// The files that definitions may name.
  let tables: [SourceTable]
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
  /// What roles say of each entity.
  var mays: [StableID: [May]] = [:]
  /// Roles of which it is not known to what they have rights.
  var rolesWithUnknownRights: Set<Int> = []
  /// What every application has: people, departments and positions.
  var people: [StableID: Entity] = [:]
  /// Values that expressions know by a name.
  var parameters: [Parameter] = []
  /// When the company works.
  var calendar: WorkSchedule?
  /// The options of fields and parameters that expressions met.
  var options: [StableID: OptionTable] = [:]
  /// The checked entities, as far as checking has come.
  var drafts: [StableID: EntityDraft] = [:]

  init(files: [ParsedFile], tables: [SourceTable], sources: SourceMap, lock: LockIndex) {
    self.sources = sources
    self.tables = tables
    self.lock = lock
    unread = UnreadText(files, sources)
  }

  /// Whether units found the same here and there, as far as names and settings go.
  func answers(as other: Environment) -> Bool {
    lock === other.lock && settings == other.settings && roles == other.roles
      && areRolesKnown == other.areRolesKnown && parameterTypes == other.parameterTypes
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

  /// Adds people, departments and positions, whose roles are the application's.
  func addPeople(_ roles: [Role]) {
    for entity in People.entities(languages: settings.languages, roles: roles) {
      people[entity.id] = entity
      for field in entity.fields {
        guard let options = field.type.options else { continue }
        self.options[field.id] = OptionTable(
          owner: "\(entity.name).\(field.name)", options: options)
      }
    }
  }

  func parameter(_ name: String) -> Parameter? { parameters.first { $0.name == name } }

  var parameterCandidates: [Candidate] {
    parameters.map { Candidate($0.name, labels: $0.label.texts.map(\.text)) }
  }

  /// What units see of the parameters.
  private var parameterTypes: [String] {
    parameters.map { "\($0.name) \($0.type.valueType(of: Parameter.identity($0.name)).dump)" }
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
