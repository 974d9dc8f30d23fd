import Glibc
import TenonDatabase

/// Finds the keys of secrets when a server or a command starts.
struct SecretKeys {
  let path: String

  /// The environment's word for `--secret-key-file`.
  static let variable = "TENON_SECRET_KEY_FILE"

  /// Beside the database, or named after the application where that is on a server.
  init(_ application: any TenantApplication.Type, _ arguments: Arguments) {
    let database = arguments.value("--database") ?? "\(application.name).sqlite"
    let base = Database.isOnServer(database) ? "\(application.name)" : database
    path =
      arguments.value("--secret-key-file")
      ?? getenv(SecretKeys.variable).map { String(cString: $0) } ?? base + ".keys"
  }

  /// The keys; the file is made when there is none. Throws when it cannot be read or made.
  func keyring() throws(StartError) -> Keyring {
    if let file = try KeyFile.read(path) { return Keyring(file) }
    return Keyring(try KeyFile.make(path))
  }

  /// Puts a new key in front of the others, and answers its name. Throws when the file cannot be
  /// read or written.
  func addKey() throws(StartError) -> String {
    if let file = try KeyFile.read(path) { return try file.adding(to: path).current.name }
    return try KeyFile.make(path).current.name
  }

  // MARK: Keys in use

  /// The names of the keys that encrypted something in a database.
  static let schema: [SchemaItem] = [
    SchemaItem(
      key: "table tenon_key", definition: "1",
      sql: """
        CREATE TABLE "tenon_key" (
          "name" TEXT NOT NULL PRIMARY KEY
        ) STRICT, WITHOUT ROWID
        """)
  ]

  private static let authority = SystemAuthority("keys of secrets")
  private static let find = SystemStatement("SELECT name FROM tenon_key ORDER BY name")
  private static let insert = SystemStatement(
    "INSERT INTO tenon_key (name) VALUES (?) ON CONFLICT (name) DO NOTHING")
  private static let clear = SystemStatement("DELETE FROM tenon_key WHERE name <> ?")

  /// Throws when a key is missing that encrypted something: a server without it would answer
  /// without what people had entrusted to it.
  func check(_ keyring: Keyring, _ database: Database) throws {
    var missing: [String] = []
    try database.read { session in
      try session.rows(SecretKeys.find, [], SecretKeys.authority) { row in
        if keyring.file.key(named: row.string(0)) == nil { missing.append(row.string(0)) }
      }
    }
    if !missing.isEmpty { throw StartError.keyMissing(missing, path) }
  }

  /// Notes that the current key is in use, in the write of what it encrypts.
  static func note(_ keyring: Keyring, _ session: WriteSession) throws {
    try session.run(insert, [.text(keyring.file.current.name)], authority)
  }

  /// Forgets all keys but the current one: nothing is encrypted with them any more.
  static func keepCurrent(_ keyring: Keyring, _ session: WriteSession) throws {
    try session.run(clear, [.text(keyring.file.current.name)], authority)
  }
}
