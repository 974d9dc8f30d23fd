import TenonDatabase

/// What people entrust to fields of type `secret`. It stands apart from their records, encrypted;
/// the record's own column holds a random mark that says only that there is one, so that no list,
/// search, export or history can tell more, whatever asks for it.
struct SecretStore: Sendable {
  let tenant: Tenant

  static let schema: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_secret", definition: "1",
      sql: """
        CREATE TABLE "tenon_secret" (
          "entity" TEXT NOT NULL,
          "field" TEXT NOT NULL,
          "record" INTEGER NOT NULL,
          "sealed" TEXT NOT NULL,
          PRIMARY KEY ("entity", "field", "record")
        ) STRICT, WITHOUT ROWID
        """)
  ]

  private static let authority = SystemAuthority("secrets")
  private static let insert = SystemStatement(
    """
    INSERT INTO tenon_secret (entity, field, record, sealed) VALUES (?, ?, ?, ?)
    ON CONFLICT (entity, field, record) DO UPDATE SET sealed = excluded.sealed
    """)
  private static let remove = SystemStatement(
    "DELETE FROM tenon_secret WHERE entity = ? AND field = ? AND record = ?")
  private static let removeAll = SystemStatement(
    "DELETE FROM tenon_secret WHERE entity = ? AND record = ?")
  private static let find = SystemStatement(
    "SELECT sealed FROM tenon_secret WHERE entity = ? AND field = ? AND record = ?")

  /// What the record's column holds: another one with each change, so that changes are seen.
  static func mark() -> String { String(Secrets.token().prefix(12)) }

  private func names(_ entity: EntityModel, _ column: Int) -> (String, String) {
    (entity.table.name, entity.table.columns[column].name)
  }

  /// Keeps a secret of a record, or forgets it when it is blank.
  func put(
    _ secret: String?, _ entity: EntityModel, _ column: Int, _ id: Int64, _ session: WriteSession
  ) throws {
    let (table, field) = names(entity, column)
    let place: [Value] = [.text(table), .text(field), .integer(id)]
    guard let secret else {
      try session.run(SecretStore.remove, place, SecretStore.authority)
      return
    }
    let sealed = tenant.keyring.seal(secret, at: [table, field, String(id)])
    try SecretKeys.note(tenant.keyring, session)
    try session.run(SecretStore.insert, place + [.text(sealed)], SecretStore.authority)
  }

  /// Forgets all secrets of a record that is deleted.
  func remove(_ entity: EntityModel, _ id: Int64, _ session: WriteSession) throws {
    try session.run(
      SecretStore.removeAll, [.text(entity.table.name), .integer(id)], SecretStore.authority)
  }

  /// The secret of a record; nil when there is none. Throws a fault when it cannot be opened.
  func open(
    _ entity: EntityModel, _ column: Int, _ id: Int64, _ session: Session
  ) throws -> String? {
    let (table, field) = names(entity, column)
    var sealed: String?
    try session.rows(
      SecretStore.find, [.text(table), .text(field), .integer(id)], SecretStore.authority
    ) { sealed = $0.string(0) }
    guard let sealed else { return nil }
    guard let secret = tenant.keyring.open(sealed, at: [table, field, String(id)]) else {
      Log.fault("\(table).\(field) of \(id) cannot be decrypted")
      throw Refusal.fault
    }
    return secret
  }
}

extension EntityModel {
  /// The columns whose values are encrypted elsewhere.
  var secretColumns: [Int] { meta.secretColumns }
}

extension RecordStore {
  /// Puts marks in the place of new secrets, and answers these.
  func takeSecrets(
    _ entity: EntityModel, _ values: inout [Value], before: [Value]?
  ) -> [(column: Int, secret: String?)] {
    entity.secretColumns.compactMap { column in
      if values[column] == before?[column] ?? .blank { return nil }
      let secret = values[column].text
      if secret != nil { values[column] = .text(SecretStore.mark()) }
      return (column, secret)
    }
  }

  /// Keeps secrets of a record.
  func keep(
    _ secrets: [(column: Int, secret: String?)], _ entity: EntityModel, _ id: Int64
  ) throws {
    for (column, secret) in secrets {
      try SecretStore(tenant: tenant).put(secret, entity, column, id, session)
    }
  }
}
