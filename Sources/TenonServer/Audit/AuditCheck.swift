import TenonDatabase

/// Holds the audit trail against its hashes and seals.
struct AuditCheck {
  let places: AuditSealer.Places

  /// What was found.
  struct Report: Sendable {
    /// Sentences for the operator, in the order of rows, then seals.
    var problems: [String] = []
    var rows = 0
    var chains = 0
    var seals = 0
  }

  /// A chain while it is read.
  private struct Chain {
    var id: Int64 = 0
    var number: Int64 = 0
    var hash = [UInt8](repeating: 0, count: 32)
  }

  func report(_ session: Session) throws -> Report {
    var report = Report()
    let past = try AuditRows.past(session)
    var chain = Chain()
    try AuditRow.each(from: AuditRows.id(chain: 1, number: 0), session) { row in
      check(row, &chain, past, &report)
    }
    if past != nil && chain.id == 0 {
      report.problems.append("the first chain, which covers what was kept before it, is missing")
    }
    try checkSeals(session, &report)
    return report
  }

  // MARK: Rows

  private func check(
    _ row: AuditRow, _ chain: inout Chain, _ past: String?, _ report: inout Report
  ) {
    if row.chain != chain.id {
      AuditCheck.missing("chain", chain.id + 1, row.chain - 1, &report)
      chain = Chain(id: row.chain)
      report.chains += 1
    }
    report.rows += 1
    let at = "chain \(row.chain), row \(row.number)"
    let isBehind = row.number == chain.number + 1
    if !isBehind {
      AuditCheck.missing(
        "chain \(row.chain), row", chain.number + 1, row.number - 1, &report)
    }
    let kept = row.hash.flatMap(Secrets.bytes(base64:)) ?? []
    // What stands behind rows that are missing can be held against nothing; the rows behind it can.
    if isBehind && row.hash(after: chain.hash) != kept {
      report.problems.append("\(at), of \(Instant.print(row.note.at)), was changed")
    }
    if row.id == AuditRows.id(chain: 1, number: 1) { checkPast(row, past, &report) }
    chain.number = row.number
    chain.hash = kept
  }

  private func checkPast(_ row: AuditRow, _ past: String?, _ report: inout Report) {
    var told: String?
    for case .detail(.past, let value) in StoredChange.decode(row.note.changes) {
      told = value.text
    }
    if told != past {
      report.problems.append("what was kept before the first chain was changed")
    }
  }

  /// Tells that numbers are missing, both inclusive; nothing when there are none.
  private static func missing(
    _ what: String, _ first: Int64, _ last: Int64, _ report: inout Report
  ) {
    if last < first { return }
    let words = first == last ? " \(first) is missing" : "s \(first) to \(last) are missing"
    report.problems.append(what + words)
  }

  // MARK: Seals

  private static let behind = SystemStatement(
    """
    SELECT s.id, s.at, s.chain, s.number, s.hash, s."key", s.mac, h.hash, (
      SELECT max(o.id) FROM tenon_history AS o
      WHERE o.id > (s.chain << 36) AND o.id < ((s.chain + 1) << 36))
    FROM tenon_seal AS s LEFT JOIN tenon_history AS h ON h.id = (s.chain << 36) + s.number
    WHERE s.id > ? ORDER BY s.id LIMIT 1000
    """)

  private func checkSeals(_ session: Session, _ report: inout Report) throws {
    let keys = try KeyFile.read(places.key)
    var outside = try sealsOutside(&report)
    var last: AuditSeal?
    var unknown: Set<String> = []
    while true {
      var count = 0
      try session.rows(
        AuditCheck.behind, [.integer(last?.id ?? 0)], SystemAuthority("audit seals")
      ) { row in
        count += 1
        let seal = AuditSeal(row)
        check(seal, after: last, keys, &unknown, &report)
        checkRow(seal, row.isBlank(7) ? nil : row.string(7), row.integer(8), &report)
        if let known = outside.removeValue(forKey: seal.id), known != seal.line {
          report.problems.append("seal \(seal.id) is not the one in the file of seals")
        }
        last = seal
        report.seals += 1
      }
      if count == 0 { break }
    }
    for id in outside.keys.sorted() {
      report.problems.append(
        "seal \(id) is missing, which the file of seals has: the trail was cut off")
    }
    for key in unknown.sorted() {
      report.problems.append("\(places.key) lacks the key \(key) of some seals: not verified")
    }
  }

  private func check(
    _ seal: AuditSeal, after last: AuditSeal?, _ keys: KeyFile?, _ unknown: inout Set<String>,
    _ report: inout Report
  ) {
    let isBehind = seal.id == (last?.id ?? 0) + 1
    if !isBehind { AuditCheck.missing("seal", (last?.id ?? 0) + 1, seal.id - 1, &report) }
    guard let key = keys?.key(named: seal.key) else {
      unknown.insert(seal.key)
      return
    }
    if isBehind && !seal.fits(after: last?.mac ?? "", key) {
      report.problems.append("seal \(seal.id), of \(Instant.print(seal.at)), was changed")
    }
  }

  /// The sealed row must be there with its hash; what came behind it may have been added later.
  private func checkRow(
    _ seal: AuditSeal, _ hash: String?, _ lastID: Int64, _ report: inout Report
  ) {
    let last = lastID == 0 ? 0 : AuditRows.number(of: lastID)
    if last < seal.number {
      report.problems.append(
        "chain \(seal.chain) ends with row \(last), but row \(seal.number) was sealed on "
          + "\(Instant.print(seal.at)): it was cut off")
    } else if let hash, hash != seal.hash {
      report.problems.append(
        "chain \(seal.chain), row \(seal.number) is not what seal \(seal.id) covers")
    }
  }

  /// The lines of the file of seals by their number; none when no file is named.
  private func sealsOutside(_ report: inout Report) throws(StartError) -> [Int64: String] {
    guard let path = places.seals else { return [:] }
    guard let bytes = FileReader.bytes(path) else { throw .sealFile(path) }
    var lines: [Int64: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      guard let seal = AuditSeal(line: line) else {
        report.problems.append("\(path) has a line that is no seal")
        continue
      }
      lines[seal.id] = seal.line
    }
    return lines
  }
}
