import Synchronization
import TenonHTTP

/// The rows of an export as CSV, made while they are sent.
final class ExportStream: ContentStream, @unchecked Sendable {
  // The connection that sends it asks for one piece after the other.
  private let writer: ExportWriter
  private let rows: ExportRows
  private var hasBegun = false

  init(_ rows: ExportRows) {
    writer = ExportWriter(table: rows.table)
    self.rows = rows
  }

  func next() throws -> [UInt8] {
    if !hasBegun {
      hasBegun = true
      return writer.head
    }
    var out = ByteWriter(capacity: ExportRows.page * 200)
    while out.count == 0, try rows.next({ try writer.append($0, $1, to: &out) }) {}
    return out.bytes
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
