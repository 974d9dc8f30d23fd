import TenonDatabase

/// What someone looks for in the audit trail; nil and 0 ask for nothing.
struct AuditFilter: Sendable {
  /// Who did it, or on whose behalf it was done.
  var person: Int64?
  var entity: EntityModel?
  /// A record of the entity.
  var record: Int64?
  var kind: AuditKind?
  /// Moments, both inclusive.
  var from: Int64?
  var to: Int64?
  var after: AuditPlace?
}

/// A place in the audit trail: what comes next is older.
struct AuditPlace: Sendable {
  let at: Int64
  let id: Int64

  /// As it stands in an address: `1774971000000.68719476737`.
  var text: String { "\(at).\(id)" }

  init(at: Int64, id: Int64) { (self.at, self.id) = (at, id) }

  init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let at = Int64(parts[0]), let id = Int64(parts[1]) else { return nil }
    self.init(at: at, id: id)
  }
}

/// An entry of the audit trail with the names of those whom it names.
struct AuditEntry: Sendable {
  let row: AuditRow
  let who: String?
  let behalf: String?
  /// What the process of the entry was started to do; nil before there was a trail.
  var command: String?

  var changes: [StoredChange] { StoredChange.decode(row.note.changes) }
  var place: AuditPlace { AuditPlace(at: row.note.at, id: row.id) }
}

/// Reads the audit trail, the newest first. Its caller has made sure that the reader may see it.
struct AuditLog {
  let session: Session

  /// Entries, and where further ones begin; `looked` tells how far back was looked when that is not
  /// all and fewer entries were found than wanted.
  struct Page {
    var entries: [AuditEntry] = []
    var next: AuditPlace?
    var looked: Int64?
  }

  /// So many rows are looked at for one page.
  static let reach: Int64 = 100_000

  private static let authority = SystemAuthority("audit log")

  // What comes first chooses the index; the rest is held against each row that this gives.
  private static let byTime = SystemStatement(
    """
    SELECT h.id, h.entity, h.record, h.at, h."user", h.changes, h.kind, h.behalf, h.hash,
      u.name, b.name
    FROM tenon_history AS h
    LEFT JOIN tenon_user AS u ON u.id = h."user" LEFT JOIN tenon_user AS b ON b.id = h.behalf
    WHERE (h.at, h.id) < (?, ?) AND (h.at, h.id) >= (?, ?)
      AND (CAST(? AS BIGINT) = 0 OR h."user" = ? OR h.behalf = ?)
      AND (CAST(? AS TEXT) = '' OR h.entity = ?) AND (CAST(? AS TEXT) = '' OR h.kind = ?)
    ORDER BY h.at DESC, h.id DESC LIMIT ?
    """)
  private static let ofRecord = SystemStatement(
    """
    SELECT h.id, h.entity, h.record, h.at, h."user", h.changes, h.kind, h.behalf, h.hash,
      u.name, b.name
    FROM tenon_history AS h
    LEFT JOIN tenon_user AS u ON u.id = h."user" LEFT JOIN tenon_user AS b ON b.id = h.behalf
    WHERE h.entity = ? AND h.record = ? AND (h.at, h.id) < (?, ?) AND (h.at, h.id) >= (?, ?)
      AND (CAST(? AS BIGINT) = 0 OR h."user" = ? OR h.behalf = ?)
      AND (CAST(? AS TEXT) = '' OR h.kind = ?)
    ORDER BY h.at DESC, h.id DESC LIMIT ?
    """)
  private static let ofKind = SystemStatement(
    """
    SELECT h.id, h.entity, h.record, h.at, h."user", h.changes, h.kind, h.behalf, h.hash,
      u.name, b.name
    FROM tenon_history AS h
    LEFT JOIN tenon_user AS u ON u.id = h."user" LEFT JOIN tenon_user AS b ON b.id = h.behalf
    WHERE h.kind = ? AND h.kind NOT IN ('create', 'update', 'delete')
      AND (h.at, h.id) < (?, ?) AND (h.at, h.id) >= (?, ?)
      AND (CAST(? AS BIGINT) = 0 OR h."user" = ? OR h.behalf = ?)
      AND (CAST(? AS TEXT) = '' OR h.entity = ?)
    ORDER BY h.at DESC, h.id DESC LIMIT ?
    """)
  private static let far = SystemStatement(
    """
    SELECT at, id FROM tenon_history WHERE (at, id) < (?, ?) AND (at, id) >= (?, ?)
    ORDER BY at DESC, id DESC LIMIT 1 OFFSET ?
    """)
  private static let opening = SystemStatement("SELECT changes FROM tenon_history WHERE id = ?")

  /// The next entries.
  func page(_ filter: AuditFilter, limit: Int) throws -> Page {
    let top = AuditPlace(at: filter.to ?? .max, id: .max)
    let start = filter.after.map { $0.at > top.at ? top : $0 } ?? top
    var end = AuditPlace(at: filter.from ?? .min, id: .min)
    let person = Value.integer(filter.person ?? 0)
    let people = [person, person, person]
    let table = Value.text(filter.entity?.table.name ?? "")
    let kind = Value.text(filter.kind?.rawValue ?? "")
    let wanted = Value.integer(Int64(limit + 1))
    var page = Page()
    if filter.entity != nil, let record = filter.record {
      page.entries = try entries(
        AuditLog.ofRecord,
        [table, .integer(record)] + bounds(start, end) + people + [kind, kind, wanted])
    } else if let known = filter.kind, known.isRare {
      page.entries = try entries(
        AuditLog.ofKind, [kind] + bounds(start, end) + people + [table, table, wanted])
    } else {
      let isFiltered = filter.person != nil || filter.entity != nil || filter.kind != nil
      let reached = isFiltered ? try reached(bounds(start, end)) : nil
      if let reached { end = reached }
      page.entries = try entries(
        AuditLog.byTime,
        bounds(start, end) + people + [table, table, kind, kind, wanted])
      if page.entries.count <= limit { page.next = reached }
      page.looked = page.next?.at
    }
    if page.entries.count > limit {
      page.entries.removeLast()
      page.next = page.entries.last?.place
    }
    try name(&page.entries)
    return page
  }

  private func bounds(_ start: AuditPlace, _ end: AuditPlace) -> [Value] {
    [start.at, start.id, end.at, end.id].map(Value.integer)
  }

  /// The last row that is looked at for one page; nil when there are not so many.
  private func reached(_ bounds: [Value]) throws -> AuditPlace? {
    var found: AuditPlace?
    try session.rows(
      AuditLog.far, bounds + [.integer(AuditLog.reach - 1)], AuditLog.authority
    ) { found = AuditPlace(at: $0.integer(0), id: $0.integer(1)) }
    return found
  }

  func entries(_ statement: SystemStatement, _ values: [Value]) throws -> [AuditEntry] {
    var entries: [AuditEntry] = []
    try session.rows(statement, values, AuditLog.authority) { row in
      entries.append(
        AuditEntry(
          row: AuditRow(row), who: row.isBlank(9) ? nil : row.string(9),
          behalf: row.isBlank(10) ? nil : row.string(10)))
    }
    return entries
  }

  /// Tells of each entry which command its process ran.
  func name(_ entries: inout [AuditEntry]) throws {
    var commands: [Int64: String?] = [:]
    for index in entries.indices {
      let chain = entries[index].row.chain
      if commands[chain] == nil { commands[chain] = .some(try command(of: chain)) }
      entries[index].command = commands[chain] ?? nil
    }
  }

  private func command(of chain: Int64) throws -> String? {
    var command: String?
    let first = Value.integer(AuditRows.id(chain: chain, number: 1))
    try session.rows(AuditLog.opening, [first], AuditLog.authority) { row in
      for case .detail(.command, let value) in StoredChange.decode(row.string(0)) {
        command = value.text
      }
    }
    return command
  }
}

extension AuditKind {
  /// Whether the index of rare kinds has it.
  var isRare: Bool { self != .create && self != .update && self != .delete }
}
