import Foundation
import Query
import Synchronization
import Values

@testable import TenonDatabase

/// A folder that goes with the test.
final class Folder: Sendable {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "tenon-\(UUID().uuidString)"
    try! FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var database: String { path + "/test.db" }

  /// The size of the database's write-ahead log; 0 when there is none.
  var logSize: Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: database + "-wal")
    return attributes?[.size] as? Int ?? 0
  }
}

/// A customer table: a unique code, a required name, an owner that may be blank.
enum Customer: Governed {
  static let code = SystemColumn.count
  static let name = SystemColumn.count + 1
  static let parent = SystemColumn.count + 2

  static let table = Table(
    name: "customer",
    fields: [
      Column(name: "code", storage: .text, isRequired: false),
      Column(name: "name", storage: .text, isRequired: true),
      Column(name: "parent", storage: .reference, isRequired: false),
    ])

  static let rights = EntityRights([
    .everything(to: 1),
    Clause(roles: 2, read: .own, create: .own, update: .own, delete: .own, assign: .own),
  ])

  static let items = [
    SchemaItem(
      key: "table customer", definition: "table customer",
      sql: """
        CREATE TABLE customer (id INTEGER PRIMARY KEY AUTOINCREMENT, version INTEGER NOT NULL,
          created_at INTEGER NOT NULL, created_by INTEGER, updated_at INTEGER NOT NULL,
          updated_by INTEGER, code TEXT, name TEXT NOT NULL,
          parent INTEGER REFERENCES customer (id)) STRICT;
        """),
    SchemaItem(
      key: "column customer.name", definition: "text required", sql: "",
      createdBy: "table customer", needsValue: true),
    SchemaItem(
      key: "index customer_code", definition: "unique code",
      sql: "CREATE UNIQUE INDEX customer_code ON customer (code)"),
  ]

  static func values(
    _ name: String, code: String? = nil, parent: Int64? = nil, owner: Int64 = 1
  ) -> [Assignment] {
    [
      Assignment(SystemColumn.version, .integer(1)),
      Assignment(SystemColumn.createdAt, .integer(0)),
      Assignment(SystemColumn.createdBy, .integer(owner)),
      Assignment(SystemColumn.updatedAt, .integer(0)),
      Assignment(self.code, Value(code)), Assignment(self.name, .text(name)),
      Assignment(self.parent, Value(parent)),
    ]
  }
}

let system = SystemAuthority("test")

/// The proof for the principal who may do everything, or for another one, who may do it with what
/// is his.
func proof(_ action: Action, user: Int64 = 1) -> Authorization {
  let roles = RoleSet(role: user == 1 ? 0 : 1)
  return authorize(Principal(user: user, roles: roles), action, on: Customer.self)!
}

func openCustomers(
  _ folder: Folder, _ options: DatabaseOptions = DatabaseOptions()
) throws -> Database {
  let database = try Database(path: folder.database, options: options)
  try database.apply(Customer.items, system)
  return database
}

/// The names of all customers in order of id.
func names(_ database: Database) throws -> [String] {
  try database.read { session in try names(session) }
}

func names(_ session: Session) throws -> [String] {
  var names: [String] = []
  try session.rows(
    Query(
      Customer.table, outputs: [.column(Customer.name)], order: [SortKey(SystemColumn.id)],
      limit: 100_000), proof(.read)
  ) { names.append($0.string(0)) }
  return names
}

/// Collects what a number of writes were answered.
final class Answers: Sendable {
  private let results = Mutex<[Int: Result<Void, any Error>]>([:])

  func completion(_ number: Int) -> @Sendable (Result<Void, any Error>) -> Void {
    { result in self.results.withLock { $0[number] = result } }
  }

  /// Waits until so many are answered; the number answered otherwise after ten seconds.
  func wait(_ count: Int) -> [Int: Result<Void, any Error>] {
    for _ in 0..<10_000 {
      let now = results.withLock { $0 }
      if now.count >= count { return now }
      usleep(1000)
    }
    return results.withLock { $0 }
  }
}

/// A gate that the writer waits at until a test opens it.
final class Gate: Sendable {
  private let state = Mutex((isOpen: false, waiting: 0))

  func wait() {
    state.withLock { $0.waiting += 1 }
    while !state.withLock({ $0.isOpen }) { usleep(200) }
  }

  func open() { state.withLock { $0.isOpen = true } }

  /// Waits until somebody waits.
  func reached() { while state.withLock({ $0.waiting }) == 0 { usleep(200) } }
}

extension Result where Failure == any Error {
  /// The database's error, if it failed with one.
  var databaseError: DatabaseError? {
    if case .failure(let error) = self { return error as? DatabaseError }
    return nil
  }
}

extension Session {
  /// The connection to a file.
  var file: SQLiteConnection { connection as! SQLiteConnection }
}
