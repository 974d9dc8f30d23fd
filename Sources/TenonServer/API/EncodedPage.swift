import TenonDatabase

/// A page of a list as the API shows it: `{"data":[…],"next":…,"previous":…}`.
struct EncodedPage: ~Copyable {
  private let encoder: RecordEncoder
  private let selection: RecordEncoder.Selection
  private let proof: Authorization
  private let wanted: ListRequest
  private let table: Table
  private var rows: PageRows
  private var out: ByteWriter
  /// Where each row ends, for a page whose rows come last one first.
  private var ends: [Int] = []

  private static let head: StaticString = "{\"data\":["

  init(_ entity: EntityModel, _ wanted: ListRequest, _ proof: Authorization) {
    encoder = entity.encoder
    selection = encoder.selection(proof)
    self.proof = proof
    self.wanted = wanted
    table = entity.table
    rows = PageRows(wanted, entity.table, selection.outputs)
    out = ByteWriter(capacity: wanted.limit * 640 + 256)
  }

  /// Reads the page with what belongs to its records and answers its bytes.
  mutating func read(_ expander: inout Expander) throws -> [UInt8] {
    if expander.expansion.isEmpty { return try read(expander.reader.session) }
    let more = expander.outputs
    rows = PageRows(wanted, table, selection.outputs + [.column(SystemColumn.id)] + more)
    let start = selection.outputs.count
    var found: [(id: Int64, references: [Int64?], bytes: [UInt8])] = []
    rows.isReversed = try expander.reader.session.rows(rows.query, proof) { row in
      guard rows.take(row) else { return }
      var bytes = ByteWriter(capacity: 1024)
      encoder.append(row, selection, isOpen: true, to: &bytes)
      let references = more.indices.map { place -> Int64? in
        row.isBlank(start + 1 + place) ? nil : row.integer(start + 1 + place)
      }
      found.append((row.integer(start), references, bytes.bytes))
    }
    if rows.isReversed { found.reverse() }
    out.append(EncodedPage.head)
    for (place, record) in found.enumerated() {
      if place > 0 { out.append(",") }
      out.append(record.bytes)
      try expander.append(record.id, record.references, to: &out)
    }
    return finish()
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
    return finish()
  }

  private mutating func finish() -> [UInt8] {
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
