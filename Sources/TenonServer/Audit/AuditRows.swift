import TenonDatabase

/// Rows of the trail that are written together.
///
/// The id of a row holds its chain and its number in it. Its hash is SHA-256 (FIPS 180-4) over the
/// hash of the row before, 32 zeros for the first one, and its own text: id, moment, user, on whose
/// behalf, kind, table, record and changes, one a line. It is kept as base64url.
struct AuditRows {
  private(set) var head: AuditTrail.Head
  /// Those of all rows, one row behind the other.
  private var values: [Value] = []

  init(_ head: AuditTrail.Head) { self.head = head }

  /// So many bits of an id are the number.
  static let numberBits: Int64 = 36

  static func id(chain: Int64, number: Int64) -> Int64 { chain << numberBits | number }
  static func chain(of id: Int64) -> Int64 { id >> numberBits }
  static func number(of id: Int64) -> Int64 { id & ((1 << numberBits) - 1) }

  // MARK: Making

  mutating func append(_ note: AuditNote) {
    head.number += 1
    let id = AuditRows.id(chain: head.chain, number: head.number)
    head.hash = AuditRows.hash(after: head.hash, id, note)
    values += [
      .integer(id), .text(note.table), .integer(note.record), .integer(note.at), Value(note.user),
      .text(note.changes), .text(note.kind), Value(note.behalf),
      .text(AuditRows.spell(head.hash)),
    ]
  }

  /// The hash of a row behind another.
  static func hash(after before: [UInt8], _ id: Int64, _ note: AuditNote) -> [UInt8] {
    var head = ByteWriter(capacity: 192)
    head.append(before)
    for number in [id, note.at, note.user, note.behalf] { line(number, &head) }
    for text in [note.kind, note.table] {
      head.append(text: text)
      head.append(0x0A)
    }
    line(note.record, &head)
    return Secrets.hash(head.block(), note.changes)
  }

  private static func line(_ number: Int64?, _ text: inout ByteWriter) {
    if let number { Decimal.append(number, scale: 0, to: &text) }
    text.append(0x0A)
  }

  /// A hash as it is kept.
  static func spell(_ hash: [UInt8]) -> String { Secrets.base64(hash) }
}

// MARK: In the database

extension AuditRows {
  private static let authority = SystemAuthority("audit trail")
  private static let insert = SystemStatement(
    """
    INSERT INTO tenon_history (id, entity, record, at, "user", changes, kind, behalf, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
    """)
  /// Eight at once: a database on a server answers each statement by itself.
  private static let insertMany = SystemStatement(
    """
    INSERT INTO tenon_history (id, entity, record, at, "user", changes, kind, behalf, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?),
      (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?),
      (?, ?, ?, ?, ?, ?, ?, ?, ?), (?, ?, ?, ?, ?, ?, ?, ?, ?)
    """)
  private static let many = 8
  /// Values of a row.
  private static let width = 9
  private static let last = SystemStatement("SELECT coalesce(max(id), 0) FROM tenon_history")
  private static let lastOf = SystemStatement(
    """
    SELECT id, hash FROM tenon_history WHERE id > ? AND id < ? ORDER BY id DESC LIMIT 1
    """)
  private static let hashOf = SystemStatement("SELECT hash FROM tenon_history WHERE id = ?")

  /// Writes the rows behind their chain.
  func write(_ session: WriteSession) throws {
    var rest = values[...]
    while !rest.isEmpty {
      let isMany = rest.count >= AuditRows.many * AuditRows.width
      let count = isMany ? AuditRows.many * AuditRows.width : AuditRows.width
      try session.run(
        isMany ? AuditRows.insertMany : AuditRows.insert, Array(rest.prefix(count)),
        AuditRows.authority)
      rest.removeFirst(count)
    }
  }

  /// The number of the last chain that anyone has begun; 0 when there is none.
  static func lastChain(_ session: Session) throws -> Int64 {
    var id: Int64 = 0
    try session.rows(last, [], authority) { id = $0.integer(0) }
    return id >> numberBits
  }

  /// The last row of a chain; nil when it has none.
  static func head(of chain: Int64, _ session: Session) throws -> AuditTrail.Head? {
    var found: AuditTrail.Head?
    let bounds = [id(chain: chain, number: 0), id(chain: chain + 1, number: 0)]
    try session.rows(lastOf, bounds.map(Value.integer), authority) { found = head($0) }
    return found
  }

  private static func head(_ row: borrowing Row) -> AuditTrail.Head {
    let id = row.integer(0)
    return AuditTrail.Head(
      chain: chain(of: id), number: number(of: id),
      hash: Secrets.bytes(base64: row.string(1)) ?? [])
  }

  /// The hash that the row at a head's place has; nil when there is none.
  static func hash(of head: AuditTrail.Head, _ session: Session) throws -> [UInt8]? {
    var found: [UInt8]?
    let id = id(chain: head.chain, number: head.number)
    try session.rows(hashOf, [.integer(id)], authority) { row in
      found = Secrets.bytes(base64: row.string(0))
    }
    return found
  }

  // MARK: What is not sealed

  /// The last rows of all chains, from one to the next through the index, without those that a seal
  /// covers. Chain 0 is what was kept before there was a trail.
  private static let unsealedHeads = SystemStatement(
    """
    WITH RECURSIVE heads (id) AS (
      SELECT max(id) FROM tenon_history
      UNION ALL
      SELECT (SELECT max(h.id) FROM tenon_history AS h WHERE h.id < ((heads.id >> 36) << 36))
      FROM heads WHERE heads.id IS NOT NULL)
    SELECT h.id, h.hash FROM heads JOIN tenon_history AS h ON h.id = heads.id
    WHERE (h.id >> 36) > 0 AND NOT EXISTS (
      SELECT 1 FROM tenon_seal AS s WHERE s.chain = (h.id >> 36)
        AND s.number >= h.id - ((h.id >> 36) << 36))
    ORDER BY h.id
    """)
  private static let sealed = SystemStatement(
    "SELECT 1 FROM tenon_seal WHERE chain = ? AND number >= ? LIMIT 1")

  /// The last rows of all chains that have grown since their last seal.
  @Sendable static func unsealed(_ session: Session) throws -> [AuditTrail.Head] {
    var heads: [AuditTrail.Head] = []
    try session.rows(unsealedHeads, [], authority) { heads.append(head($0)) }
    return heads
  }

  /// The last row of a chain when it has grown since its last seal.
  static func unsealed(_ chain: Int64, _ session: Session) throws -> [AuditTrail.Head] {
    guard let head = try head(of: chain, session) else { return [] }
    var isSealed = false
    try session.rows(sealed, [.integer(chain), .integer(head.number)], authority) { _ in
      isSealed = true
    }
    return isSealed ? [] : [head]
  }
}
