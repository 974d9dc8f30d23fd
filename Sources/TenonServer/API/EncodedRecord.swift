import TenonDatabase
import TenonHTTP

/// A record as the API shows it to one person.
struct EncodedRecord: Sendable {
  let id: Int64
  let body: [UInt8]
  /// The entity tag: the version, quoted (RFC 9110 §8.8.3); with other records in it, a weak one of
  /// the bytes.
  let tag: String

  /// Only the id: of a record that its creator may not read.
  init(id: Int64) {
    self.id = id
    var body = ByteWriter(capacity: 1024)
    body.append("{\"id\":")
    Decimal.append(id, scale: 0, to: &body)
    body.append("}")
    self.body = body.bytes
    tag = ""
  }

  /// Reads and encodes a record; nil when it is not there for the person.
  init?(
    _ tenant: Tenant, _ entity: EntityModel, _ id: Int64, _ proof: Authorization,
    _ person: SignedIn, _ session: Session, _ expansion: Expansion? = nil,
    opened: [Int: String] = [:]
  ) throws {
    var body = ByteWriter(capacity: 1024)
    var version: Int64 = 0
    let selection = entity.encoder.selection(proof)
    var outputs = selection.outputsAndVersion
    let reader = RecordReader(
      tenant: tenant, principal: person.user.principal, session: session, language: 0)
    let start = outputs.count
    var expander = expansion.flatMap { $0.isEmpty ? nil : Expander($0, reader) }
    outputs += expander?.outputs ?? []
    var references: [Int64?] = []
    let isThere = try reader.row(entity, id, outputs, proof) { row in
      entity.encoder.append(row, selection, isOpen: expander != nil, opened: opened, to: &body)
      version = row.integer(start - 1)
      references = (start..<outputs.count).map { row.isBlank($0) ? nil : row.integer($0) }
    }
    guard isThere else { return nil }
    try expander?.append(id, references, to: &body)
    self.id = id
    self.body = body.bytes
    tag = expander == nil ? "\"\(version)\"" : EntityTag.of(self.body)
  }

  /// The answer with this record in it.
  func response(status: Int, more: [(String, String)] = []) -> Response {
    var headers = APIPart.headers
    if !tag.isEmpty { headers.append(("ETag", tag)) }
    return Response(status: status, headers: headers + more, body: body)
  }
}
