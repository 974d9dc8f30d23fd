import Glibc
import TenonDatabase
import TenonHTTP

/// A server from start to stop.
struct Service {
  private let tenant: Tenant
  private let server: Server
  private let showsStatistics: Bool

  init(_ application: any TenantApplication.Type, _ arguments: Arguments) throws {
    let development = arguments.value("--dev-status").map { Development(statusPath: $0) }
    Service.blockSignals(development == nil ? Service.signals : Development.signals)
    guard let site = Site(publicURL: arguments.value("--public-url")) else {
      throw UsageError("--public-url is http(s)://HOST[:PORT]")
    }
    guard let form = Log.Form(rawValue: arguments.value("--log") ?? "text") else {
      throw UsageError("--log is text, json or none")
    }
    Log.use(form)
    let metrics = try MetricsAccess(arguments)
    let configuration = try Service.configuration(arguments)
    tenant = try Service.open(application, arguments, development: development)
    let handler = try TenantHandler(tenant, site, metrics: metrics, writesLines: form != .none)
    try tenant.sealer.start()
    try tenant.files.start()
    try tenant.imports.start(tenant)
    do {
      server = try Server(configuration, handler: handler)
      try server.start()
    } catch { throw StartError.listen(error.description) }
    showsStatistics = arguments.has("--statistics")
    let host =
      configuration.address.contains(":")
      ? "[\(configuration.address)]" : configuration.address
    StandardOutput.write(
      "\(application.name) is ready on \(site.origin ?? "http://\(host):\(server.port)")\n")
  }

  /// Waits for SIGTERM or SIGINT, then finishes what is in flight.
  func run() throws {
    if let development = tenant.development {
      development.attend()
    } else {
      var signals = Service.signals
      var received: Int32 = 0
      while sigwait(&signals, &received) != 0 {}
    }
    Log.notice("stopping")
    server.stop()
    tenant.imports.stop()
    tenant.files.stop()
    tenant.sealer.stop()
    if showsStatistics {
      let statistics = tenant.database.statistics
      StandardOutput.write("writes=\(statistics.jobs) commits=\(statistics.commits)\n")
    }
    tenant.database.close()
  }

  /// Opens the database, applies the schema and reads the definition.
  static func open(
    _ application: any TenantApplication.Type, _ arguments: Arguments,
    development: Development? = nil, clock: @escaping @Sendable () -> Int64 = Clock.now,
    thumbnails: @escaping Thumbnails.Maker = Thumbnails.inChild
  ) throws -> Tenant {
    try Secrets.prepare()
    let rules = try SignInRules(arguments)
    let secretKeys = SecretKeys(application, arguments)
    let keyring = try secretKeys.keyring()
    let path = arguments.value("--database") ?? "\(application.name).sqlite"
    var options = DatabaseOptions()
    options.benchmarkWithoutDurability = arguments.has("--unsafe-no-fsync")
    options.onBrokenIndex = { index in
      Log.notice("\(index): another program changed the table; mended at the next start")
    }
    let trail = AuditTrail(
      command: arguments.words.isEmpty ? "serve" : arguments.words.joined(separator: " "),
      definition: Description(application).definition, clock: clock)
    options.noteKeeper = trail
    let database: Database
    do { database = try Database(path: path, options: options) } catch {
      throw StartError.database(error.atStart(Database.shown(path)))
    }
    let uploads = (Database.isOnServer(path) ? "\(application.name)" : path) + ".files"
    let files = try FileStore(
      arguments.value("--uploads") ?? uploads, fileLimit: try fileLimit(arguments),
      database: database, clock: clock, thumbnails: thumbnails)
    let sealer = AuditSealer(
      trail, database, AuditSealer.Places(arguments, application, path), clock: clock)
    let tenant = try Tenant(
      application, database: database, files: files, sealer: sealer, clock: clock, signIn: rules,
      keyring: keyring,
      development: development)
    let schema =
      database.dialect == .sqlite ? application.sqliteSchema : application.postgresSchema
    guard let items = SchemaItem.decode(schema.description) else {
      throw StartError.definition("schema text")
    }
    do {
      try database.apply(
        items + SystemSchema.items(database.dialect) + SearchKeeper.items(tenant),
        SystemAuthority("schema"))
    } catch { throw error.atStart }
    try secretKeys.check(keyring, database)
    try SearchKeeper(tenant: tenant).fill()
    do { try KeptCheck(tenant: tenant).fill(items) } catch let refusal as SchemaRefusal {
      throw refusal.atStart
    }
    return tenant
  }

  /// The largest file in bytes; the option says it in MB.
  private static func fileLimit(_ arguments: Arguments) throws(UsageError) -> Int {
    guard let text = arguments.value("--max-upload") else { return 25 << 20 }
    guard let megabytes = Int(text), (1...2_000).contains(megabytes) else {
      throw UsageError("--max-upload is a number of MB from 1 to 2000")
    }
    return megabytes << 20
  }

  private static func configuration(
    _ arguments: Arguments
  ) throws(UsageError) -> ServerConfiguration {
    var configuration = ServerConfiguration()
    let listen = arguments.value("--listen") ?? "127.0.0.1:8080"
    guard let colon = listen.lastIndex(of: ":"),
      let port = UInt16(listen[listen.index(after: colon)...])
    else { throw UsageError("--listen is ADDRESS:PORT") }
    let address = listen[..<colon]
    configuration.address =
      address.hasPrefix("[") ? String(address.dropFirst().dropLast()) : String(address)
    configuration.port = port
    if let database = arguments.value("--database"), Database.isOnServer(database) {
      configuration.waits = true
      configuration.threads = 8
    }
    if let text = arguments.value("--event-threads") {
      guard let threads = Int(text), (1...64).contains(threads) else {
        throw UsageError("--event-threads is a number from 1 to 64")
      }
      configuration.threads = threads
    }
    return configuration
  }

  /// What ends the server.
  static var signals: sigset_t {
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, SIGTERM)
    sigaddset(&set, SIGINT)
    return set
  }

  /// Before any thread starts, so that all inherit it and only `run` takes them.
  private static func blockSignals(_ signals: sigset_t) {
    var set = signals
    pthread_sigmask(SIG_BLOCK, &set, nil)
  }
}

/// The moment.
enum Clock {
  /// Milliseconds since 1970.
  @Sendable static func now() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}

extension DatabaseError {
  /// Why the server cannot start with this database.
  func atStart(_ path: String) -> String {
    switch self {
    case .inUse(let process):
      let holder = process.map { " (process \($0))" } ?? ""
      return "\(path) is already served\(holder); stop that server first"
    case .corrupt(let reason): return "\(path) is damaged: \(reason); restore a backup"
    case .full: return "there is no room for \(path)"
    case .noLibrary: return "\(path) needs libpq 14 or newer: install the package libpq5"
    case .address:
      return "--database is a file or postgres://USER@HOST:PORT/NAME; \(path) cannot be read"
    case .version(let version):
      return "\(path) is PostgreSQL \(version / 10_000); 15 or newer is needed"
    case .unreachable(let reason): return "\(path) cannot be reached: \(reason)"
    case .rights(let reason):
      return "\(path): the role may not do what the server must: \(reason)"
    case .io(let reason), .statement(let reason), .constraint(let reason):
      return "\(path) cannot be opened: \(reason)"
    default: return "\(path) cannot be opened: \(self)"
    }
  }
}

extension SchemaRefusal {
  /// Why the server cannot start with what the database holds.
  var atStart: StartError {
    switch self {
    case .failed(let key, let error):
      return .database("\(key ?? "the schema") cannot be added: \(error)")
    case .conflicts(let conflicts):
      return .schema(conflicts.map(\.sentence))
    }
  }
}

extension SchemaConflict {
  /// What would be lost, or what stands in the way.
  fileprivate var sentence: String {
    switch reason {
    case .removed:
      return "\(key): no longer declared; \(count) stored value(s) would be lost"
    case .changed(let recorded):
      return "\(key): declared otherwise than stored (\(recorded)); \(count) value(s) at stake"
    case .needsValue:
      return "\(key): required, but \(count) record(s) would have none; declare a default"
    case .duplicates:
      return "\(key): must be unique, but \(count) record(s) share their values"
    case .overlapping(let pairs):
      let ids = pairs.map { "\($0[0]) and \($0[1])" }.joined(separator: ", ")
      return "\(key): must not overlap, but \(count) pair(s) of records do; by id: \(ids)"
        + (count > pairs.count ? ", …" : "")
    }
  }
}
