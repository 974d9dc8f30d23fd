import TenonDatabase

/// A page of a list as the API shows it.
struct EncodedPage {
  private let entity: EntityModel
  private let proof: Authorization
  private var rows: PageRows
  private var records: [UInt8] = []
  private var ends: [Int] = []

  init(_ entity: EntityModel, _ wanted: ListRequest, _ proof: Authorization) {
    self.entity = entity
    self.proof = proof
    rows = PageRows(wanted, entity.table, entity.encoder.outputs(proof))
    records.reserveCapacity(wanted.limit * 512)
  }

  /// Reads the page.
  mutating func read(_ session: Session) throws {
    rows.isReversed = try session.rows(rows.query, proof) { row in
      guard rows.take(row) else { return }
      entity.encoder.append(row, proof, to: &records)
      ends.append(records.count)
    }
  }

  /// `{"data":[…],"next":…,"previous":…}`.
  func body() -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(records.count + 256)
    JSONWriter.append("{\"data\":[", to: &out)
    for position in ends.indices {
      if position > 0 { JSONWriter.append(",", to: &out) }
      let index = rows.isReversed ? ends.count - 1 - position : position
      out.append(contentsOf: records[(index == 0 ? 0 : ends[index - 1])..<ends[index]])
    }
    let (before, after) = rows.cursors
    JSONWriter.append("],\"next\":", to: &out)
    append(after, to: &out)
    JSONWriter.append(",\"previous\":", to: &out)
    append(before, to: &out)
    JSONWriter.append("}", to: &out)
    return out
  }

  private func append(_ cursor: String?, to out: inout [UInt8]) {
    guard let cursor else { return JSONWriter.append("null", to: &out) }
    JSONWriter.append(string: cursor, to: &out)
  }
}
