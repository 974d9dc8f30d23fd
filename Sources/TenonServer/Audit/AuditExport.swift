import TenonDatabase
import TenonSheets

/// Writes the audit trail for auditors, from the oldest entry on: every entry as a line of JSON, or
/// every change as a line of CSV (RFC 4180).
struct AuditExport {
  let tenant: Tenant
  let form: Form
  /// Moments, both inclusive.
  let from: Int64
  let to: Int64

  enum Form: String { case csv, jsonl }

  init(_ arguments: Arguments, _ tenant: Tenant) throws(UsageError) {
    guard let form = Form(rawValue: arguments.value("--format") ?? "csv") else {
      throw UsageError("--format is csv or jsonl")
    }
    self.tenant = tenant
    self.form = form
    from = try AuditExport.moment("--since", arguments, tenant, isEnd: false) ?? .min
    to = try AuditExport.moment("--until", arguments, tenant, isEnd: true) ?? .max
  }

  private static func moment(
    _ option: String, _ arguments: Arguments, _ tenant: Tenant, isEnd: Bool
  ) throws(UsageError) -> Int64? {
    guard let text = arguments.value(option) else { return nil }
    guard let moment = AuditFilter.moment(text, isEnd: isEnd, tenant.zone) else {
      throw UsageError("\(option) is a day (2026-03-02) or a moment (2026-03-02T09:00:00+08:00)")
    }
    return moment
  }

  /// Writes everything, and an entry about it into the trail. Answers the number of entries.
  func run(_ write: (String) -> Void) throws -> Int {
    if form == .csv { write(AuditExport.header + "\r\n") }
    let count = try tenant.database.read { session in
      var count = 0
      try AuditLog(session: session).each(from: from, to: to) { entry in
        count += 1
        write(text(AuditRecord(tenant, entry)))
      }
      return count
    }
    let details: [StoredChange] = [
      .detail(.format, .text(form.rawValue)), .detail(.rows, .integer(Int64(count))),
    ]
    let bounds: [StoredChange] =
      (from == .min ? [] : [.detail(.from, .integer(from))])
      + (to == .max ? [] : [.detail(.until, .integer(to))])
    try tenant.database.writeAndWait { [tenant] session in
      try Audit.note(.export, nil, details + bounds, by: nil, at: tenant.clock(), session)
    }
    return count
  }

  private static let header =
    "id,at,kind,actor_id,actor,on_behalf_of_id,on_behalf_of,command,entity,record,field,before,"
    + "after,hash"

  private func text(_ record: AuditRecord) -> String {
    switch form {
    case .jsonl:
      return ByteWriter.text { out in
        record.append(to: &out)
        out.append(0x0A)
      }
    case .csv:
      let note = record.entry.row.note
      func number(_ value: Int64?) -> String { value.map(String.init) ?? "" }
      let start = [
        record.id, Instant.print(note.at), note.kind, number(note.user), record.entry.who ?? "",
        number(note.behalf), record.entry.behalf ?? "",
        note.user == nil ? record.entry.command ?? "" : "", record.entity,
        note.record > 0 ? number(note.record) : "",
      ]
      let all = record.changes + record.details
      let changes = all.isEmpty ? [AuditRecord.Change(name: "")] : all
      return ByteWriter.text { out in
        for change in changes {
          let cells =
            start + [
              change.name, change.before ?? "", change.after ?? "", record.entry.row.hash ?? "",
            ]
          for (place, cell) in cells.enumerated() {
            if place > 0 { out.append(",") }
            CSVText.append(AuditExport.cell(cell), to: &out)
          }
          out.append("\r\n")
        }
      }
    }
  }

  /// A number stays one; no other text is a formula to a spreadsheet.
  private static func cell(_ text: String) -> String {
    let rest = text.utf8.first == UInt8(ascii: "-") ? text.utf8.dropFirst() : text.utf8[...]
    let isNumber = rest.allSatisfy { $0 &- 0x30 < 10 || $0 == UInt8(ascii: ".") }
    return isNumber ? text : CSVText.defused(text)
  }
}

extension AuditLog {
  private static let rising = SystemStatement(
    """
    SELECT h.id, h.entity, h.record, h.at, h."user", h.changes, h.kind, h.behalf, h.hash,
      u.name, b.name
    FROM tenon_history AS h
    LEFT JOIN tenon_user AS u ON u.id = h."user" LEFT JOIN tenon_user AS b ON b.id = h.behalf
    WHERE (h.at, h.id) > (?, ?) AND h.at <= ? ORDER BY h.at, h.id LIMIT 1000
    """)

  /// Gives the entries between two moments, both inclusive, the oldest first.
  func each(from: Int64, to: Int64, _ body: (AuditEntry) -> Void) throws {
    var last = AuditPlace(at: from, id: .min)
    while true {
      var found = try entries(
        AuditLog.rising, [.integer(last.at), .integer(last.id), .integer(to)])
      guard let end = found.last else { return }
      try name(&found)
      found.forEach(body)
      last = end.place
    }
  }
}
