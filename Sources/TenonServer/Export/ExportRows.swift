import TenonDatabase
import TenonPages

/// What an export has: which columns of an entity, in which language.
struct ExportTable: Sendable {
  let tenant: Tenant
  let entity: EntityModel
  let columns: [Int]
  let language: Int
  let context: PageContext

  func field(_ column: Int) -> PageField {
    entity.pageField(column, language, context.locale)
  }

  /// Names of the files in a cell.
  func files(_ cell: Cell, _ reader: RecordReader) throws -> String {
    try reader.files(cell.value).map(\.name).joined(separator: context.locale[.listSeparator])
  }
}

/// The rows of an export, a page at a time and all from one moment.
final class ExportRows {
  let table: ExportTable
  private let proof: Authorization
  private let snapshot: Snapshot
  private let turn: ExportTurns.Turn
  /// The page to come; nil behind the last.
  private var wanted: ListRequest?

  /// Rows in a page.
  static let page = 500

  init(
    _ table: ExportTable, _ wanted: ListRequest, _ proof: Authorization, _ turn: ExportTurns.Turn
  ) {
    self.table = table
    self.proof = proof
    self.turn = turn
    snapshot = table.tenant.database.snapshot()
    var first = wanted
    first.position = .first
    first.limit = ExportRows.page
    self.wanted = first
  }

  /// Gives each row of the next page; false behind the last page.
  func next(_ row: ([Cell], RecordReader) throws -> Void) throws -> Bool {
    guard let wanted else { return false }
    do {
      self.wanted = try snapshot.read { try page(wanted, $0, row) }
    } catch {
      Log.notice("an export of \(table.entity.name) breaks off: \(error)")
      throw error
    }
    if self.wanted == nil { snapshot.end() }
    return true
  }

  private func page(
    _ wanted: ListRequest, _ session: Session, _ row: ([Cell], RecordReader) throws -> Void
  ) throws -> ListRequest? {
    let reader = RecordReader(
      tenant: table.tenant, principal: proof.principal, session: session,
      language: table.language)
    let (rows, page) = try RowReader(
      entity: table.entity, columns: table.columns, reader: reader, proof: proof
    ).page(wanted)
    for found in rows { try row(found.row.cells, reader) }
    guard let after = page.cursors.after, let key = Cursor.decode(after, wanted.order) else {
      return nil
    }
    var following = wanted
    following.position = .after(key)
    return following
  }
}
