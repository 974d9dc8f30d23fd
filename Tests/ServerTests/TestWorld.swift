import Foundation
import Synchronization
import TenonDatabase
import TenonHTTP
import TestSupport
import Testing

@testable import TenonServer

/// How a scenario reaches the server: straight into the handler, or over a socket; or into the
/// handler over a database of PostgreSQL, when there is one for the tests.
enum Transport: String, CaseIterable, Sendable, CustomTestStringConvertible {
  case memory, socket, postgres
  static let allCases = [.memory, .socket] + (TestPostgres.isThere ? [Transport.postgres] : [])
  var testDescription: String { rawValue }
}

/// A clock that tests move.
final class TestClock: Sendable {
  private let time: Mutex<Int64>

  init(_ start: Int64) { time = Mutex(start) }

  var now: Int64 { time.withLock { $0 } }
  func advance(_ milliseconds: Int64) { time.withLock { $0 += milliseconds } }
}

/// The application of Tests/Apps/sales over a database of its own, with three people in it:
/// li (sales), wang (manager) and gast, who has no role.
final class TestWorld {
  let tenant: Tenant
  let clock: TestClock
  let client: any Client
  let transport: Transport
  /// What scenarios write in braces: `{li.token}`, `{li.csrf}` and what their steps keep.
  var values: [String: String] = [:]

  private let folder: TemporaryFolder
  /// Its database on the server of PostgreSQL.
  private let shared: String?
  let handler: TenantHandler
  private let server: Server?

  static let password = "tenon-demo"
  /// 2026-03-31T23:30:00+08:00: a month ends in half an hour where the company is.
  static let start: Int64 = 1_774_971_000_000

  /// A world; `fileLimit` is the largest file in MB, `options` are further words of the command
  /// line.
  init(
    _ transport: Transport, demo: Bool = false, publicURL: String? = nil, fileLimit: Int = 25,
    application: any TenantApplication.Type = salesApplication, options: [String] = []
  ) throws {
    self.transport = transport
    folder = try TemporaryFolder()
    let clock = TestClock(TestWorld.start)
    self.clock = clock
    shared = transport == .postgres ? try TestPostgres.make(demo: demo) : nil
    let arguments = try Arguments(
      [
        "--database", shared.map(TestPostgres.url) ?? folder.path + "/db", "--unsafe-no-fsync",
        "--uploads", folder.path + "/db.files", "--max-upload", String(fileLimit),
        "--secret-key-file", folder.path + "/db.keys",
        "--audit-key-file", folder.path + "/db.audit-key",
      ] + options)
    // In this process: its program is no server that could be started for it.
    tenant = try Service.open(
      application, arguments, clock: { clock.now }, thumbnails: Thumbnails.inProcess)
    try tenant.files.start()
    handler = try TenantHandler(tenant, Site(publicURL: publicURL)!)
    switch transport {
    case .memory, .postgres:
      server = nil
      client = MemoryClient(handler)
    case .socket:
      var configuration = ServerConfiguration()
      configuration.port = 0
      let server = try Server(configuration, handler: handler)
      try server.start()
      self.server = server
      client = SocketClient(port: server.port)
    }
    if demo && shared == nil { _ = try Loader(tenant: tenant, folder: TestWorld.demo).load() }
    try addPeople(known: demo ? ["li", "wang"] : [])
  }

  deinit {
    (client as? SocketClient)?.close()
    server?.stop()
    tenant.files.stop()
    tenant.database.close()
    guard let shared else { return }
    do { try TestPostgres.drop(shared) } catch { Issue.record("\(shared): \(error)") }
  }

  /// The folder of the demo data.
  static let demo = Repository.root.appendingPathComponent("Tests/Apps/sales/data").path

  /// The hash is slow by design: made once for all worlds.
  private static let hash: String = {
    try! Secrets.prepare()
    return Secrets.hash(password: password)!
  }()

  private func addPeople(known: [String]) throws {
    let people = [("li", "李静", "sales"), ("wang", "王强", "manager"), ("gast", "客人", "")]
    for (login, name, role) in people {
      try add(login, name, role.isEmpty ? [] : [role], isKnown: known.contains(login))
    }
  }

  /// Adds someone with these roles, unless the demo data has, and signs them in.
  func add(_ login: String, _ name: String, _ roles: [String], isKnown: Bool = false) throws {
    let (tenant, sessions) = (tenant, handler.sessions)
    let session = try tenant.database.writeAndWait { session in
      if !isKnown {
        try Users(tenant: tenant).add(
          login: login, name: name, hash: TestWorld.hash, roles: roles, session)
      }
      return try sessions.create(
        try Users(tenant: tenant).find(login: login, session)!.user, session)
    }
    values[login + ".token"] = session.token
    values[login + ".csrf"] = session.csrf
  }

  /// A text with what stands in braces filled in.
  func filled(_ text: String) -> String {
    var result = text
    for (name, value) in values {
      result = result.replacingOccurrences(of: "{\(name)}", with: value)
    }
    return result
  }
}
