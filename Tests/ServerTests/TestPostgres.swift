import Foundation
import Synchronization
import TestSupport
import Testing

@testable import TenonDatabase
@testable import TenonServer

/// Databases on a PostgreSQL server that was started for the tests: `make test` runs them below
/// `Tests/System/engines.py`, which says where its socket is. Each world has its own, copied from
/// one whose schema is made once.
enum TestPostgres {
  /// The folder of the server's socket; nil when the tests run without one.
  private static let folder = ProcessInfo.processInfo.environment["TENON_TEST_POSTGRES"]

  static var isThere: Bool { folder != nil }

  static func url(_ name: String) -> String {
    "postgres://tenon@/\(name)?host=" + TestWorld.escaped(folder!)
  }

  private static let number = Atomic(0)
  private static let empty = Result { try template(demo: false) }
  private static let demo = Result { try template(demo: true) }

  /// The name of a new database with the schema, and with the demo data when asked for.
  static func make(demo: Bool) throws -> String {
    try create(from: try (demo ? self.demo : empty).get())
  }

  static func drop(_ name: String) throws { try run("DROP DATABASE \"\(name)\" WITH (FORCE)") }

  private static func create(from template: String) throws -> String {
    let name = "world\(number.add(1, ordering: .relaxed).newValue)"
    try run("CREATE DATABASE \"\(name)\" TEMPLATE \"\(template)\"")
    return name
  }

  private static func template(demo: Bool) throws -> String {
    let name = try create(from: "template0")
    let uploads = try TemporaryFolder()
    let tenant = try Service.open(
      salesApplication,
      Arguments(["--database", url(name), "--uploads", uploads.path + "/files"]),
      clock: { TestWorld.start }, thumbnails: Thumbnails.inProcess)
    defer { tenant.database.close() }
    if demo { _ = try Loader(tenant: tenant, folder: TestWorld.demo).load() }
    return name
  }

  /// Runs a statement that stands in no transaction.
  private static func run(_ sql: String) throws {
    let server = try PostgresServer(PostgresAddress(url("postgres"))!, DatabaseOptions())
    let handle = try server.connect(.writer)
    defer { server.library.close(handle) }
    #expect(server.library.exitPipeline(handle) == 1)
    try server.script(sql, handle)
  }
}
