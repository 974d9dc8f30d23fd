import Diagnostics
import IR
import Syntax

/// Checks an application, again and again: entities and views whose file did not change, and for
/// which the rest of the application answers as before, are not looked into anew. The result is the
/// same as that of a first check.
public final class SemaSession {
  private(set) var environment: Environment?
  private var sections: [FileSections] = []
  private var entities: [String: Unit<EntityDraft>] = [:]
  private var rules: [String: Unit<RulesDraft>] = [:]
  private var rights: [String: Unit<RightsDraft>] = [:]
  private var views: [ViewKey: Unit<ViewDraft>] = [:]

  /// How many entities and views were looked into so far.
  public private(set) var checkedUnits = 0

  public init() {}

  /// What checking one entity or view gave.
  final class Unit<Draft> {
    let file: ParsedFile
    let draft: Draft
    let bag: DiagnosticBag
    let newItems: [(key: Lock.Key, item: Lock.Item)]
    let dependencies: Dependencies

    init(_ checker: Checker, _ file: ParsedFile, _ draft: Draft) {
      self.file = file
      self.draft = draft
      bag = checker.bag
      newItems = checker.lock.newItems
      dependencies = checker.dependencies
    }
  }

  private struct ViewKey: Hashable {
    let file: Int
    let name: String
  }

  /// Checks the files of one application, in path order; their indices are those in `sources`.
  public func check(
    _ files: [ParsedFile], tables: [SourceTable], sources: SourceMap, lock: LockIndex
  ) -> SemaResult {
    let environment = Environment(files: files, tables: tables, sources: sources, lock: lock)
    let global = Checker(environment)
    let sections = Sections(readSections(files, environment), global)
    global.checkSettings(sections)
    global.checkParameters(sections)
    global.checkCalendar(sections)
    let roles = global.checkRoles(sections)
    environment.addPeople(roles.map(\.role))
    global.declareEntities(sections)
    global.resolveMays(roles, files)
    forget(unlessAnswering: environment)

    var assembly = Assembly(environment: environment, global: global, roles: roles)
    for entity in environment.declared {
      assembly.add(entity: entity) { reserved in
        self.entity(entity.entry, files[entity.entry.keySpan.file], environment, reserved)
      }
    }
    assembly.resolveLayouts()
    for entity in environment.declared {
      assembly.add(rulesOf: entity) { reserved in
        self.rules(entity, files[entity.entry.keySpan.file], environment, reserved)
      }
    }
    for entity in environment.declared {
      assembly.add(rightsOf: entity) { reserved in
        self.rights(entity, files[entity.entry.keySpan.file], environment, reserved)
      }
    }
    for entry in sections.named["views"] ?? [] {
      assembly.add(view: entry) { reserved in
        self.view(entry, files[entry.keySpan.file], environment, reserved)
      }
    }
    let result = assembly.result(sections, files)
    self.environment = environment
    forgetRemoved(sections)
    return result
  }

  private func readSections(
    _ files: [ParsedFile], _ environment: Environment
  ) -> [FileSections] {
    sections = files.enumerated().map { index, file in
      if index < sections.count, sections[index].file === file { return sections[index] }
      return FileSections(file, Checker(environment))
    }
    return sections
  }

  private func forget(unlessAnswering environment: Environment) {
    guard let last = self.environment, environment.answers(as: last) else {
      entities = [:]
      rules = [:]
      rights = [:]
      views = [:]
      return
    }
  }

  /// Drops what is no longer declared, so that a long session does not grow.
  private func forgetRemoved(_ sections: Sections) {
    let declared = sections.named["entities"] ?? []
    if entities.count > declared.count {
      let names = Set(declared.map(\.key))
      entities = entities.filter { names.contains($0.key) }
      rules = rules.filter { names.contains($0.key) }
      rights = rights.filter { names.contains($0.key) }
    }
    let shown = sections.named["views"] ?? []
    if views.count > shown.count {
      let keys = Set(shown.map { ViewKey(file: $0.keySpan.file, name: $0.key) })
      views = views.filter { keys.contains($0.key) }
    }
  }

  private func entity(
    _ entry: YAMLEntry, _ file: ParsedFile, _ environment: Environment, _ reserved: Set<StableID>
  ) -> Unit<EntityDraft> {
    if reserved.isEmpty, let unit = entities[entry.key], unit.file === file,
      unit.dependencies.hold(in: environment)
    {
      return unit
    }
    checkedUnits += 1
    let checker = Checker(environment, reserved: reserved)
    let draft = checker.checkEntity(entry)
    let unit = Unit(checker, file, draft)
    entities[entry.key] = reserved.isEmpty ? unit : nil
    return unit
  }

  /// What expressions say of an entity; it is no unit of its own for ``checkedUnits``.
  private func rules(
    _ entity: DeclaredEntity, _ file: ParsedFile, _ environment: Environment,
    _ reserved: Set<StableID>
  ) -> Unit<RulesDraft> {
    let name = entity.entry.key
    if reserved.isEmpty, let unit = rules[name], unit.file === file,
      unit.dependencies.hold(in: environment)
    {
      return unit
    }
    let checker = Checker(environment, reserved: reserved)
    let draft =
      environment.drafts[entity.item.id].map { checker.checkRules($0, entity.item.id) }
      ?? RulesDraft()
    let unit = Unit(checker, file, draft)
    rules[name] = reserved.isEmpty ? unit : nil
    return unit
  }

  /// What roles say of an entity. It is looked into again when the entity's file, a field that it
  /// asked for, or the text under `may` of a role changed.
  private func rights(
    _ entity: DeclaredEntity, _ file: ParsedFile, _ environment: Environment,
    _ reserved: Set<StableID>
  ) -> Unit<RightsDraft> {
    let name = entity.entry.key
    let mays = environment.mays[entity.item.id] ?? []
    if reserved.isEmpty, let unit = rights[name], unit.file === file,
      unit.draft.isMade(of: mays), unit.dependencies.hold(in: environment)
    {
      return unit
    }
    let checker = Checker(environment, reserved: reserved)
    let draft =
      environment.drafts[entity.item.id].map { checker.checkRights($0, entity.item.id, mays) }
      ?? RightsDraft(mays: mays)
    let unit = Unit(checker, file, draft)
    rights[name] = reserved.isEmpty ? unit : nil
    return unit
  }

  private func view(
    _ entry: YAMLEntry, _ file: ParsedFile, _ environment: Environment, _ reserved: Set<StableID>
  ) -> Unit<ViewDraft> {
    let key = ViewKey(file: file.file, name: entry.key)
    if reserved.isEmpty, let unit = views[key], unit.file === file,
      unit.dependencies.hold(in: environment)
    {
      return unit
    }
    checkedUnits += 1
    let checker = Checker(environment, reserved: reserved)
    let draft = checker.checkView(entry)
    let unit = Unit(checker, file, draft)
    views[key] = reserved.isEmpty ? unit : nil
    return unit
  }
}
