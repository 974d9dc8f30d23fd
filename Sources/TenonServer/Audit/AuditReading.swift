import TenonDatabase

/// A row of the trail as it stands in the database.
struct AuditRow: Sendable {
  let id: Int64
  let note: AuditNote
  /// As it is kept; nil in rows from before there was a trail.
  let hash: String?

  var chain: Int64 { AuditRows.chain(of: id) }
  var number: Int64 { AuditRows.number(of: id) }

  /// The hash that the row should have behind another.
  func hash(after before: [UInt8]) -> [UInt8] { AuditRows.hash(after: before, id, note) }

  init(_ row: borrowing Row) {
    id = row.integer(0)
    note = AuditNote(
      kind: row.string(6), at: row.integer(3), user: row.isBlank(4) ? nil : row.integer(4),
      behalf: row.isBlank(7) ? nil : row.integer(7), table: row.string(1), record: row.integer(2),
      changes: row.string(5))
    hash = row.isBlank(8) ? nil : row.string(8)
  }

  private static let behind = SystemStatement(
    """
    SELECT id, entity, record, at, "user", changes, kind, behalf, hash FROM tenon_history
    WHERE id > ? AND id < ? ORDER BY id LIMIT 1000
    """)

  /// Gives the rows between two ids, both not included, in the order of their ids.
  static func each(
    from start: Int64, to end: Int64 = .max, _ session: Session, _ body: (AuditRow) throws -> Void
  ) throws {
    var last = start
    while true {
      var rows: [AuditRow] = []
      try session.rows(
        behind, [.integer(last), .integer(end)], SystemAuthority("audit trail")
      ) { rows.append(AuditRow($0)) }
      guard let end = rows.last else { return }
      for row in rows { try body(row) }
      last = end.id
    }
  }
}

extension AuditRows {
  /// How many rows are from before there was a trail, and a hash over all of them; nil for none.
  static func past(_ session: Session) throws -> String? {
    var (count, hash) = (0, [UInt8](repeating: 0, count: 32))
    try AuditRow.each(from: .min, to: id(chain: 1, number: 0), session) { row in
      count += 1
      hash = row.hash(after: hash)
    }
    return count == 0 ? nil : "\(count) \(spell(hash))"
  }
}
