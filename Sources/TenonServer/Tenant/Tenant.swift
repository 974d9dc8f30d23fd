import Blueprint
import TenonDatabase
import TenonPages

/// A running application: its definition as the server reads it, and its database.
final class Tenant: Sendable {
  let application: any TenantApplication.Type
  let blueprint: Blueprint
  let locales: [Locale]
  let entities: [EntityModel]
  let roleNames: [String]
  let database: Database
  let files: FileStore
  let sealer: AuditSealer
  let zone: TimeZone
  /// When the company works.
  let calendar: WorkCalendar
  /// What forms follow while someone types; nil when none follows anything.
  let forms: FormModule?
  /// What carries the tenant's colour.
  let brand: Brand
  /// Milliseconds since 1970; a parameter so that tests choose the moment.
  let clock: @Sendable () -> Int64
  let packed: PackedFiles
  /// Which departments lie below which.
  let departments: Departments
  let keysUnderWay = KeysUnderWay()
  let exports = ExportTurns()
  let imports = ImportRunner()
  let signIn: SignInRules
  /// What encrypts secrets in the database.
  let keyring: Keyring
  let digests: MessageDigests
  let guesses = GuessLimit()
  /// Present when the server runs for someone who edits the definition.
  let development: Development?
  /// By the entity's index, in declared order.
  private let subforms: [[SubformModel]]
  /// Which entities refer to which.
  let relations: Relations
  /// What references can be set to.
  let choices: ChoiceRules
  /// What may not overlap in time.
  let claims: ClaimRules
  /// What the database keeps of computed values.
  let kept: KeptPlan
  private let entityByName: [String: Int]
  private let entityByTable: [String: Int]

  /// Reads the definition that the binary carries. Throws when its parts do not belong together or
  /// the machine lacks the time zone.
  init(
    _ application: any TenantApplication.Type, database: Database, files: FileStore,
    sealer: AuditSealer, clock: @escaping @Sendable () -> Int64, signIn: SignInRules,
    keyring: Keyring, development: Development? = nil
  ) throws(StartError) {
    self.application = application
    self.signIn = signIn
    self.keyring = keyring
    digests = try MessageDigests()
    self.database = database
    departments = Departments(database)
    self.files = files
    self.sealer = sealer
    self.clock = clock
    self.development = development
    do { blueprint = try BlueprintCodec.decode(application.blueprint.description) } catch {
      throw .definition(error.description)
    }
    zone = try TimeZone(blueprint.timeZone)
    let days = application.calendar.description.split(separator: "\n").map(String.init)
    guard let calendar = WorkCalendar(parsing: days, zone.rules) else {
      throw .definition("working hours")
    }
    self.calendar = calendar
    locales = blueprint.languages.map { Locale(language: $0) }
    brand = try Brand(blueprint, locales)
    forms = FormModule(application)
    packed = PackedFiles(
      application,
      PageAssets.all + brand.all + (forms.map { [$0.tables] } ?? [])
        + (development == nil ? [] : [PageAssets.development]))
    roleNames = application.roles.description.split(separator: "\t").map(String.init)
    let types = application.entities
    var models: [EntityModel] = []
    guard types.count == blueprint.entities.count else {
      throw .definition("blueprint and generated code name different entities")
    }
    for (index, type) in types.enumerated() {
      models.append(
        try EntityModel(index, type, blueprint.entities[index], blueprint, types, roleNames))
    }
    entities = models
    subforms = try models.map { model throws(StartError) in
      try Tenant.subforms(of: model, models)
    }
    relations = try Relations(models)
    choices = try ChoiceRules(models)
    claims = try ClaimRules(models)
    kept = try KeptPlan(models)
    entityByName = Dictionary(
      uniqueKeysWithValues: models.enumerated().map { ($1.name, $0) })
    entityByTable = Dictionary(
      uniqueKeysWithValues: models.enumerated().map { ($1.table.name, $0) })
    database.surroundings.use { [zone] slot in
      switch slot {
      case .now: return .integer(clock())
      case .today: return .integer(zone.day(clock()).days)
      case .moment(let day, let milliseconds):
        return .integer(zone.instant(day * 86_400_000 + milliseconds))
      case .me, .parameter, .edited: return nil
      }
    }
  }

  /// Language, money and colours of pages and messages.
  func context(_ language: Int, _ theme: Theme = .device) -> PageContext {
    PageContext(
      locale: locales[language],
      currency: Currency(code: blueprint.currency, scale: blueprint.currencyScale), theme: theme,
      brand: brand.links[language], development: development?.server,
      drawing: Drawing(qrCode: QRCode.modules, markdown: Markdown.html))
  }

  /// Whether someone manages people and the system.
  func isAdministrator(_ principal: Principal) -> Bool {
    !principal.roles.isDisjoint(with: RoleSet(rawValue: application.administrators))
  }

  /// Whether something that is offered to these roles, or to everyone, is there for someone.
  func offers(_ roles: [String], to principal: Principal) -> Bool {
    roles.isEmpty
      || roleNames.enumerated().contains { index, name in
        principal.roles.contains(RoleSet(role: index)) && roles.contains(name)
      }
  }

  /// Whether someone may see the audit trail, all of it.
  func mayAudit(_ principal: Principal) -> Bool {
    isAdministrator(principal)
      || !principal.roles.isDisjoint(with: RoleSet(rawValue: application.auditors))
  }

  /// The entity with this name.
  func entity(named name: String) -> EntityModel? { entityByName[name].map { entities[$0] } }

  /// The entity whose records stand in this table.
  func entity(table name: String) -> EntityModel? { entityByTable[name].map { entities[$0] } }

  private static func subforms(
    of entity: EntityModel, _ models: [EntityModel]
  ) throws(StartError) -> [SubformModel] {
    try entity.meta.shape.subforms.map { shape throws(StartError) in
      guard let child = models.first(where: { $0.name == shape.entity }),
        let by = child.meta.column(named: shape.by)
      else { throw .definition("subform `\(shape.name)`") }
      return SubformModel(name: shape.name, child: child, by: by)
    }
  }

  /// The subforms of an entity in declared order.
  func subforms(of entity: EntityModel) -> [SubformModel] { subforms[entity.index] }

  /// The entity that a reference column points to.
  func target(of column: Int, in entity: EntityModel) -> EntityModel? {
    entity.meta.field(column)?.target.flatMap(self.entity(named:))
  }
}

/// The rules of forms as browsers get them.
struct FormModule: Sendable {
  let tables: PageAsset
  /// The entities whose forms follow rules.
  let entities: Set<String>
  /// What rules read of the person who is signed in: members, one behind the other.
  let members: [[String]]

  init?(_ application: any TenantApplication.Type) {
    guard application.formScript.utf8CodeUnitCount > 0 else { return nil }
    func list(_ text: StaticString) -> [String] {
      text.description.split(separator: "\t").map(String.init)
    }
    tables = PageAssets.tables(application.formScript)
    entities = Set(list(application.formEntities))
    members = list(application.formMembers).map { $0.split(separator: ".").map(String.init) }
  }
}

/// Why a server cannot start; each says what to do.
enum StartError: Error, CustomStringConvertible {
  case definition(String)
  case timeZone(String)
  case database(String)
  case schema([String])
  case listen(String)
  case metricsToken(String)
  case keyFile(String)
  /// Keys, by their names, that encrypted something in the database and are not in the file.
  case keyMissing([String], String)
  /// A package of the distribution that is missing.
  case library(String)
  case sealFile(String)

  var description: String {
    switch self {
    case .definition(let reason):
      return "this binary is broken (\(reason)); build it again with `tenon build`"
    case .timeZone(let name):
      return "the time zone \(name) is not on this machine; install the package tzdata"
    case .database(let reason): return reason
    case .schema(let lines):
      return "the database does not fit this version, and nothing was changed:\n"
        + lines.map { "  " + $0 }.joined(separator: "\n")
    case .listen(let reason): return reason
    case .keyMissing(let names, let path):
      return "secrets in the database are encrypted with the key \(names.joined(separator: ", ")), "
        + "which is not in \(path): put it back, or name its file with --secret-key-file"
    case .library(let package): return "a library is missing: install the package \(package)"
    case .metricsToken(let path):
      return "\(path) cannot be read, or its first line has fewer than 16 characters"
    case .sealFile(let path): return "\(path) cannot be read"
    case .keyFile(let path):
      return "\(path) cannot be read or made, or a line of it is not a key of 64 hexadecimal digits"
    }
  }
}
