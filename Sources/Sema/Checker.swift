import Diagnostics
import IR
import Syntax
import Values

/// One source file as Sema takes it.
public struct ParsedFile: Sendable {
  public let file: Int
  public let document: YAMLDocument

  public init(file: Int, document: YAMLDocument) {
    self.file = file
    self.document = document
  }
}

/// What checking gave: an application when there is no error.
public struct SemaResult: Sendable {
  public let application: Application?
  /// Who may do what, as far as it is sound.
  public let rights: Rights
  /// The lock with the items of this application; as it came in when there are errors.
  public let lock: Lock
  public let bag: DiagnosticBag
}

/// Turns YAML trees into the typed application. Whatever cannot be used is reported once and then
/// poisoned: it keeps its name, so that what refers to it is not blamed.
public final class Checker {
  private(set) var bag = DiagnosticBag()
  let sources: SourceMap
  private let files: [ParsedFile]
  private lazy var unread = UnreadText(files, sources)
  var lock: LockResolver
  var settings = Settings()
  var roles = NameTable()
  var roleList: [Role] = []
  /// False when roles or entities may exist whose declaration was refused.
  var areRolesKnown = true
  var areEntitiesKnown = true
  var entityNames = NameTable()
  var entityDrafts: [EntityDraft] = []

  private init(files: [ParsedFile], sources: SourceMap, lock: Lock) {
    self.files = files
    self.sources = sources
    self.lock = LockResolver(lock)
  }

  /// Checks the files of one application, in path order.
  public static func check(
    _ files: [ParsedFile], sources: SourceMap, lock: Lock
  ) -> SemaResult {
    let checker = Checker(files: files, sources: sources, lock: lock)
    let application = checker.check()
    let isSound = application != nil && !checker.bag.hasErrors
    return SemaResult(
      application: isSound ? application : nil, rights: checker.rights,
      lock: isSound ? checker.lock.lock : lock, bag: checker.bag)
  }

  /// Comparisons that suggestions may still take: ten thousand wrong names in five hundred fields
  /// must not take minutes. Once they are spent, names are refused without a suggestion.
  private var comparisonsLeft = 100_000

  /// The candidates that were probably meant.
  func nearest(to written: String, among candidates: [Candidate]) -> [Candidate] {
    guard comparisonsLeft > 0 else { return [] }
    comparisonsLeft -= candidates.reduce(0) { $0 + 1 + $1.labels.count + $1.also.count }
    return Suggestions.nearest(to: written, among: candidates)
  }

  func report(_ mistake: some Mistake) { bag.report(mistake) }

  /// Whether a word occurs in a part of the sources that a syntax error kept from being read: what
  /// seems to be missing may stand there.
  func mayBeUnread(_ word: String) -> Bool { unread.mayHold(word) }

  private func check() -> Application? {
    let sections = Sections(files, self)
    checkSettings(sections)
    checkRoles(sections)
    declareEntities(sections)
    let entities = entityDrafts.indices.map { checkEntity($0) }
    let views = checkViews(sections)
    guard !bag.hasErrors, let name = settings.name else { return nil }
    return Application(
      name: name, label: settings.label ?? plainWords(name), languages: settings.languages,
      currency: settings.currency, timeZone: settings.timeZone, roles: roleList,
      entities: entities.compactMap { $0 }, views: views)
  }

  private var rights: Rights {
    let access = entityDrafts.compactMap(\.access)
    let isComplete =
      areEntitiesKnown && entityNames.refused.isEmpty && access.count == entityDrafts.count
      && !files.contains { !$0.document.unread.isEmpty }
    return Rights(roles: roleList, access: access, isComplete: isComplete)
  }

  /// The same text in every language.
  func plainWords(_ text: String) -> Words {
    Words(settings.languages.map { Words.Wording(language: $0, text: text) })
  }
}

/// Names of one kind with the place of each declaration.
struct NameTable {
  private(set) var names: [String] = []
  private(set) var index: [String: Int] = [:]
  private(set) var spans: [Span] = []
  /// Names that were declared and refused: what refers to them is not blamed.
  var refused: Set<String> = []
  /// Labels for suggestions, filled when they are known.
  var labels: [[String]] = []

  /// Adds a name and returns its index, or nil when it is there already.
  mutating func add(_ name: String, _ span: Span) -> Int? {
    guard index[name] == nil else { return nil }
    index[name] = names.count
    names.append(name)
    spans.append(span)
    labels.append([])
    return names.count - 1
  }

  var candidates: [Candidate] { zip(names, labels).map { Candidate($0, labels: $1) } }
}
