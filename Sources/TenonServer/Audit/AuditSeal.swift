import CSodium
import TenonDatabase

/// A seal over the last row of a chain: HMAC-SHA-512-256 (RFC 4868's truncation of RFC 2104) with a
/// key that is not in the database. Each covers the one before, so that all of them are one chain.
struct AuditSeal {
  let id: Int64
  /// Milliseconds since 1970.
  let at: Int64
  let chain: Int64
  let number: Int64
  /// The hash of the row, as it is kept.
  let hash: String
  /// The name of the key.
  let key: String
  /// As it is kept.
  let mac: String

  /// What the seal is worked out over, one thing a line: the seal before, empty for the first one,
  /// then its own.
  private static func text(
    after before: String, _ id: Int64, _ at: Int64, _ chain: Int64, _ number: Int64, _ hash: String
  ) -> [UInt8] {
    Array("\(before)\n\(id)\n\(at)\n\(chain)\n\(number)\n\(hash)".utf8)
  }

  /// Seals a row, behind another seal.
  init(
    after before: AuditSeal?, at: Int64, _ chain: Int64, _ number: Int64, _ hash: String,
    _ key: KeyFile.Key
  ) {
    (self.at, self.chain, self.number, self.hash) = (at, chain, number, hash)
    id = (before?.id ?? 0) + 1
    self.key = key.name
    mac = Secrets.base64(
      Secrets.authenticator(
        of: AuditSeal.text(after: before?.mac ?? "", id, at, chain, number, hash), key.bytes))
  }

  /// Whether the seal is what the key makes of it behind another.
  func fits(after before: String, _ key: KeyFile.Key) -> Bool {
    let made = Secrets.authenticator(
      of: AuditSeal.text(after: before, id, at, chain, number, hash), key.bytes)
    return Secrets.equal(Secrets.base64(made), mac)
  }

  /// As a line of the file beside the database.
  var line: String { "\(id) \(at) \(chain) \(number) \(hash) \(key) \(mac)\n" }

  /// Reads such a line; nil for anything else.
  init?(line: Substring) {
    let parts = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 7, let id = Int64(parts[0]), let at = Int64(parts[1]),
      let chain = Int64(parts[2]), let number = Int64(parts[3])
    else { return nil }
    (self.id, self.at, self.chain, self.number) = (id, at, chain, number)
    (hash, key, mac) = (parts[4], parts[5], parts[6])
  }

  // MARK: In the database

  private static let authority = SystemAuthority("audit seals")
  private static let last = SystemStatement(
    """
    SELECT id, at, chain, number, hash, "key", mac FROM tenon_seal ORDER BY id DESC LIMIT 1
    """)
  private static let insert = SystemStatement(
    """
    INSERT INTO tenon_seal (id, at, chain, number, hash, "key", mac) VALUES (?, ?, ?, ?, ?, ?, ?)
    """)

  init(_ row: borrowing Row) {
    (id, at) = (row.integer(0), row.integer(1))
    (chain, number) = (row.integer(2), row.integer(3))
    (hash, key, mac) = (row.string(4), row.string(5), row.string(6))
  }

  /// The last seal; nil when there is none.
  static func last(_ session: Session) throws -> AuditSeal? {
    var found: AuditSeal?
    try session.rows(last, [], authority) { found = AuditSeal($0) }
    return found
  }

  func write(_ session: WriteSession) throws {
    try session.run(
      AuditSeal.insert,
      [
        .integer(id), .integer(at), .integer(chain), .integer(number), .text(hash), .text(key),
        .text(mac),
      ], AuditSeal.authority)
  }
}
