import TenonDatabase

/// Goes through all that is encrypted: to encrypt it with the current key, or to see whether it can
/// be opened.
struct Rotation {
  let tenant: Tenant

  /// Rows in one transaction.
  private static let batch: Int64 = 500
  private static let authority = SystemAuthority("rotation of keys")

  private static let secrets = SystemStatement(
    """
    SELECT entity, field, record, sealed FROM tenon_secret
    WHERE (entity, field, record) > (?, ?, ?) ORDER BY entity, field, record LIMIT ?
    """)
  private static let changeSecret = SystemStatement(
    """
    UPDATE tenon_secret SET sealed = ?
    WHERE entity = ? AND field = ? AND record = ? AND sealed = ?
    """)
  private static let factors = SystemStatement(
    """
    SELECT "user", secret FROM tenon_totp WHERE "user" > ? ORDER BY "user" LIMIT ?
    """)
  private static let changeFactor = SystemStatement(
    """
    UPDATE tenon_totp SET secret = ? WHERE "user" = ? AND secret = ?
    """)

  private struct Item: Sendable {
    let place: [String]
    let sealed: String
    let record: Int64
    let isFactor: Bool
  }

  /// All that is encrypted, some at a time.
  private func each(_ body: ([Item]) throws -> Void) throws {
    var last: (String, String, Int64) = ("", "", 0)
    while true {
      let after: [Value] = [.text(last.0), .text(last.1), .integer(last.2)]
      var items: [Item] = []
      try tenant.database.read { session in
        try session.rows(
          Rotation.secrets, after + [.integer(Rotation.batch)], Rotation.authority
        ) { row in
          last = (row.string(0), row.string(1), row.integer(2))
          items.append(
            Item(
              place: [last.0, last.1, String(last.2)], sealed: row.string(3), record: last.2,
              isFactor: false))
        }
      }
      if items.isEmpty { break }
      try body(items)
    }
    var user: Int64 = 0
    while true {
      var items: [Item] = []
      try tenant.database.read { session in
        try session.rows(
          Rotation.factors, [.integer(user), .integer(Rotation.batch)], Rotation.authority
        ) { row in
          user = row.integer(0)
          items.append(
            Item(
              place: SecondFactor.place(user), sealed: row.string(1), record: user,
              isFactor: true))
        }
      }
      if items.isEmpty { return }
      try body(items)
    }
  }

  /// Encrypts with the current key what is not; answers how much that was. Other keys are needed no
  /// more afterwards. Throws `fault` for what cannot be opened, with all that was done kept.
  func run() throws -> Int {
    var count = 0
    let keyring = tenant.keyring
    try each { items in
      let old = items.filter { !keyring.isCurrent($0.sealed) }
      if old.isEmpty { return }
      try tenant.database.writeAndWait { session in
        for item in old {
          guard let secret = keyring.open(item.sealed, at: item.place) else {
            Log.fault("\(item.place.joined(separator: " ")) cannot be decrypted")
            throw Refusal.fault
          }
          let new = Value.text(keyring.seal(secret, at: item.place))
          let known = Value.text(item.sealed)
          try session.run(
            item.isFactor ? Rotation.changeFactor : Rotation.changeSecret,
            item.isFactor
              ? [new, .integer(item.record), known]
              : [new, .text(item.place[0]), .text(item.place[1]), .integer(item.record), known],
            Rotation.authority)
        }
        try SecretKeys.note(keyring, session)
      }
      count += old.count
    }
    try tenant.database.writeAndWait { [tenant] session in
      try SecretKeys.keepCurrent(keyring, session)
      try Audit.note(
        .keyChange, nil, [.detail(.key, .text(keyring.file.current.name))], by: nil,
        at: tenant.clock(), session)
    }
    return count
  }

  /// How much is encrypted, and what of it cannot be opened.
  func check() throws -> (count: Int, broken: [String]) {
    var (count, broken): (Int, [String]) = (0, [])
    try each { items in
      count += items.count
      broken += items.filter { tenant.keyring.open($0.sealed, at: $0.place) == nil }
        .map { $0.place.joined(separator: " ") }
    }
    return (count, broken)
  }
}
