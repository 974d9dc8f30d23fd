import Diagnostics
import IR
import Syntax
import Values

/// Checks one unit: what stands outermost in a file, the settings, an entity, a view. Whatever
/// cannot be used is reported once and then poisoned: it keeps its name, so that what refers to it
/// is not blamed.
final class Checker {
  let environment: Environment
  private(set) var bag = DiagnosticBag()
  var lock: LockResolver
  /// What was asked of the environment and answered.
  var dependencies = Dependencies()

  /// `reserved` are identities that other units were given.
  init(_ environment: Environment, reserved: Set<StableID> = []) {
    self.environment = environment
    lock = LockResolver(environment.lock, reserved: reserved)
  }

  var sources: SourceMap { environment.sources }
  var settings: Settings { environment.settings }

  /// Comparisons that suggestions may still take in this unit: ten thousand wrong names among five
  /// hundred fields must not take minutes. Then names are refused without a suggestion.
  private var comparisonsLeft = 50_000

  /// The candidates that were probably meant; they are gathered only while comparisons are left.
  func nearest(
    to written: String, among gather: @autoclosure () -> [Candidate]
  ) -> Suggested {
    guard comparisonsLeft > 0 else { return .nothing }
    let candidates = gather()
    comparisonsLeft -= candidates.reduce(0) { $0 + 1 + $1.labels.count + $1.also.count }
    return Suggested(
      near: Suggestions.nearest(to: written, among: candidates), among: candidates)
  }

  func report(_ mistake: some Mistake) { bag.report(mistake) }

  func append(_ other: DiagnosticBag) { bag.append(other) }

  /// Whether a word occurs in a part of the sources that a syntax error kept from being read: what
  /// seems to be missing may stand there.
  func mayBeUnread(_ word: String) -> Bool {
    dependencies.isVolatile = true
    return environment.unread.mayHold(word)
  }

  /// The same text in every language.
  func plainWords(_ text: String) -> Words {
    Words(settings.languages.map { Words.Wording(language: $0, text: text) })
  }
}

/// What a unit asked beyond its own text. While the answers are the same, so is what it gave.
struct Dependencies {
  /// Entities by name, with what was answered.
  var entities: [(name: String, id: StableID)] = []
  /// The entities whose fields were looked up, with their subforms as they were then.
  private var fields: [(entity: StableID, draft: EntityDraft, rows: [String: RowsFound])] = []
  /// Whether something was missing. Then the answer hangs on all names and on what could not be
  /// read, and the unit is checked each time.
  var isVolatile = false

  mutating func add(_ entity: StableID, _ draft: EntityDraft) {
    fields.append((entity, draft, draft.rows))
  }

  func hold(in environment: Environment) -> Bool {
    !isVolatile && entities.allSatisfy { environment.entity($0.name) == $0.id }
      && fields.allSatisfy { asked in
        environment.drafts[asked.entity] === asked.draft && asked.draft.rows == asked.rows
      }
  }
}
