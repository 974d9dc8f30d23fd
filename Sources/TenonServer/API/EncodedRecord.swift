import TenonDatabase
import TenonHTTP

/// A record as the API shows it to one person.
struct EncodedRecord: Sendable {
  let id: Int64
  let body: [UInt8]
  /// The entity tag: the version, quoted (RFC 9110 §8.8.3).
  let tag: String

  /// Only the id: of a record that its creator may not read.
  init(id: Int64) {
    self.id = id
    var body: [UInt8] = []
    JSONWriter.append("{\"id\":", to: &body)
    Decimal.append(id, scale: 0, to: &body)
    JSONWriter.append("}", to: &body)
    self.body = body
    tag = ""
  }

  /// Reads and encodes a record; nil when it is not there for the person.
  init?(
    _ tenant: Tenant, _ entity: EntityModel, _ id: Int64, _ proof: Authorization,
    _ person: SignedIn, _ session: Session
  ) throws {
    var body: [UInt8] = []
    body.reserveCapacity(1024)
    var version: Int64 = 0
    let outputs = entity.encoder.outputs(proof) + [.column(SystemColumn.version)]
    let reader = RecordReader(tenant: tenant, principal: person.user.principal, session: session)
    let isThere = try reader.row(entity, id, outputs, proof) { row in
      entity.encoder.append(row, proof, to: &body)
      version = row.integer(outputs.count - 1)
    }
    guard isThere else { return nil }
    self.id = id
    self.body = body
    tag = "\"\(version)\""
  }

  /// The answer with this record in it.
  func response(status: Int, more: [(String, String)] = []) -> Response {
    var headers = APIPart.headers
    if !tag.isEmpty { headers.append(("ETag", tag)) }
    return Response(status: status, headers: headers + more, body: body)
  }
}

/// A page of a list as the API shows it.
struct EncodedPage {
  private let entity: EntityModel
  private let wanted: ListRequest
  private let proof: Authorization
  private var rows = PageRows()
  private var records: [UInt8] = []
  private var ends: [Int] = []

  init(_ entity: EntityModel, _ wanted: ListRequest, _ proof: Authorization) {
    self.entity = entity
    self.wanted = wanted
    self.proof = proof
    records.reserveCapacity(wanted.limit * 512)
  }

  /// Reads the page.
  mutating func read(_ session: Session) throws {
    let outputs = entity.encoder.outputs(proof)
    var query = wanted.query(entity, outputs)
    query.limit += 1
    let keyStart = outputs.count
    let isReversed = try session.rows(query, proof) { row in
      if rows.keys.count == wanted.limit { return rows.hasMore = true }
      entity.encoder.append(row, proof, to: &records)
      ends.append(records.count)
      rows.keys.append(wanted.key(row, keyStart, entity))
    }
    rows.isReversed = isReversed
  }

  /// `{"data":[…],"next":…,"previous":…}`.
  func body() -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(records.count + 256)
    JSONWriter.append("{\"data\":[", to: &out)
    let order = rows.isReversed ? Array(ends.indices.reversed()) : Array(ends.indices)
    for (position, index) in order.enumerated() {
      if position > 0 { JSONWriter.append(",", to: &out) }
      let start = index == 0 ? 0 : ends[index - 1]
      out.append(contentsOf: records[start..<ends[index]])
    }
    let (before, after) = rows.cursors(wanted)
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
