import Synchronization
import TenonDatabase
import TenonHTTP

/// The rows of an export, a page at a time and all from one moment.
final class ExportStream: ContentStream, @unchecked Sendable {
  // The connection that sends it asks for one piece after the other.
  private let writer: ExportWriter
  private let proof: Authorization
  private let snapshot: Snapshot
  private let turn: ExportTurns.Turn
  /// The page to come; nil behind the last.
  private var wanted: ListRequest?
  private var hasBegun = false

  /// Rows in a piece.
  private static let page = 500

  init(
    _ writer: ExportWriter, _ wanted: ListRequest, _ proof: Authorization,
    _ turn: ExportTurns.Turn
  ) {
    self.writer = writer
    self.proof = proof
    self.turn = turn
    snapshot = writer.tenant.database.snapshot()
    var first = wanted
    first.position = .first
    first.limit = ExportStream.page
    self.wanted = first
  }

  func next() throws -> [UInt8] {
    if !hasBegun {
      hasBegun = true
      return writer.head
    }
    guard let wanted else { return [] }
    do {
      let (bytes, following) = try snapshot.read { try rows(wanted, $0) }
      self.wanted = following
      if following == nil { snapshot.end() }
      return bytes
    } catch {
      Log.notice("an export of \(writer.entity.name) breaks off: \(error)")
      throw error
    }
  }

  private func rows(
    _ wanted: ListRequest, _ session: Session
  ) throws -> ([UInt8], ListRequest?) {
    let reader = RecordReader(
      tenant: writer.tenant, principal: proof.principal, session: session,
      language: writer.language)
    let (rows, page) = try RowReader(
      entity: writer.entity, columns: writer.columns, reader: reader, proof: proof
    ).page(wanted)
    var out = ByteWriter(capacity: rows.count * 200)
    for row in rows { try writer.append(row.row.cells, reader, to: &out) }
    guard let after = page.cursors.after, let key = Cursor.decode(after, wanted.order) else {
      return (out.bytes, nil)
    }
    var following = wanted
    following.position = .after(key)
    return (out.bytes, following)
  }
}

/// How many exports run at a time: each holds a connection.
final class ExportTurns: Sendable {
  private let taken = Mutex(0)

  private static let most = 4

  /// A place among those that run; given back when its object goes.
  final class Turn: Sendable {
    private let turns: ExportTurns

    fileprivate init(_ turns: ExportTurns) { self.turns = turns }

    deinit { turns.taken.withLock { $0 -= 1 } }
  }

  /// A turn; nil when too many run.
  func take() -> Turn? {
    let isFree = taken.withLock { taken in
      if taken == ExportTurns.most { return false }
      taken += 1
      return true
    }
    return isFree ? Turn(self) : nil
  }
}
