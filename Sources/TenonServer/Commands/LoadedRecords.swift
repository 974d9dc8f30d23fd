import Query
import TenonDatabase

/// Records that were loaded and of which expressions say something. They are examined when all
/// files are in, since the rows of a record stand in another.
struct LoadedRecords {
  /// One of them. Of a record that was there before, the line of the row that it got.
  private struct Loaded {
    let entity: EntityModel
    let id: Int64
    let author: Int64
    let file: String
    let line: Int
    /// The row that belongs to it; nil where it was loaded itself.
    var row: EntityModel?
  }

  private struct Place: Hashable {
    let entity: Int
    let id: Int64
  }

  private var loaded: [Loaded] = []

  /// Remembers a new record and those that it is a row of, as far as rules say something of them.
  mutating func note(
    _ store: RecordStore, _ entity: EntityModel, _ id: Int64, _ file: String, _ line: Int
  ) throws {
    let tenant = store.tenant
    let author = store.principal.user
    let isLimited = !tenant.choices.rules(of: entity).isEmpty
    if entity.type.isRuled || isLimited || tenant.claims.entities.contains(entity.index) {
      loaded.append(Loaded(entity: entity, id: id, author: author, file: file, line: line))
    }
    let owners = tenant.relations.owners(of: entity).filter { $0.entity.type.isRuled }
    if owners.isEmpty { return }
    let values = try store.known(entity, id, .read).values
    for owner in owners {
      guard let above = values[owner.column].integer else { continue }
      loaded.append(
        Loaded(
          entity: owner.entity, id: above, author: author, file: file, line: line, row: entity))
    }
  }

  /// Adds to the report what does not hold. Where rows were refused, what reads other records is
  /// not examined: it would be blamed for what is missing.
  func examine(into report: inout LoadReport, _ store: (_ author: Int64) -> RecordStore) throws {
    let isWhole = report.lines.isEmpty
    var done = Set(
      loaded.filter { $0.row == nil }.map { Place(entity: $0.entity.index, id: $0.id) })
    for record in loaded where isWhole || !record.entity.type.readsOthers {
      let store = store(record.author)
      if let row = record.row {
        let place = Place(entity: record.entity.index, id: record.id)
        guard done.insert(place).inserted else { continue }
        for problem in try store.said(of: record.entity, record.id) {
          report.add(.invalid([("", problem)]), record.file, record.line, row, store.tenant)
        }
      } else {
        let problems = try store.examine(loaded: record.entity, record.id, isWhole: isWhole)
        if problems.isEmpty { continue }
        report.add(
          .invalid(problems), record.file, record.line, record.entity, store.tenant)
      }
    }
  }
}
