import TenonDatabase

/// A page of a list as the API shows it: `{"data":[…],"next":…,"previous":…}`.
struct EncodedPage: ~Copyable {
  private let encoder: RecordEncoder
  private let selection: RecordEncoder.Selection
  private let proof: Authorization
  private var rows: PageRows
  private var out: ByteWriter
  /// Where each row ends, for a page whose rows come last one first.
  private var ends: [Int] = []

  private static let head: StaticString = "{\"data\":["

  init(_ entity: EntityModel, _ wanted: ListRequest, _ proof: Authorization) {
    encoder = entity.encoder
    selection = encoder.selection(proof)
    self.proof = proof
    rows = PageRows(wanted, entity.table, selection.outputs)
    out = ByteWriter(capacity: wanted.limit * 640 + 256)
  }

  /// Reads the page and answers its bytes.
  mutating func read(_ session: Session) throws -> [UInt8] {
    out.append(EncodedPage.head)
    rows.isReversed = try session.rows(rows.query, proof) { row in
      guard rows.take(row) else { return }
      if !ends.isEmpty { out.append(UInt8(ascii: ",")) }
      encoder.append(row, selection, to: &out)
      ends.append(out.count)
    }
    if rows.isReversed { turnRound() }
    let (before, after) = rows.cursors
    out.append("],\"next\":")
    append(after)
    out.append(",\"previous\":")
    append(before)
    out.append("}")
    return out.bytes
  }

  private mutating func turnRound() {
    var turned = ByteWriter(capacity: out.count + 256)
    turned.append(EncodedPage.head)
    for index in ends.indices.reversed() {
      // A comma stands before each row but the first that came.
      let start = index == 0 ? EncodedPage.head.utf8CodeUnitCount : ends[index - 1] + 1
      turned.append(out, start..<ends[index])
      if index > 0 { turned.append(UInt8(ascii: ",")) }
    }
    out = turned
  }

  private mutating func append(_ cursor: String?) {
    guard let cursor else { return out.append("null") }
    out.append(json: cursor)
  }
}
