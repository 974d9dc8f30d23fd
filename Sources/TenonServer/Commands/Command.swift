import Glibc
import TenonDatabase
import TenonPages

/// Runs a tenant's binary: reads the command line, does what it says, and ends the process.
/// Exit codes: 0 done, 1 refused (the database or the input does not fit), 2 usage, 3 environment.
public func runTenant(_ application: any TenantApplication.Type) -> Never {
  exit(Command(application: application).run(Array(CommandLine.arguments.dropFirst())))
}

/// The commands of a tenant's binary.
struct Command {
  let application: any TenantApplication.Type

  private var name: String { application.name.description }

  func run(_ words: [String]) -> Int32 {
    // The database holds people's data and password hashes: no file of ours is for others.
    umask(0o077)
    do {
      let arguments = try Arguments(words)
      if arguments.has("--help") { return say(usage) }
      if arguments.has("--describe") { return say(Description(application).text) }
      switch arguments.words.first ?? "serve" {
      case "serve": return try serve(arguments)
      case "load": return try load(arguments)
      case "user": return try user(arguments)
      case "doctor": return try doctor(arguments)
      case "audit": return try audit(arguments)
      case "secrets": return try secrets(arguments)
      case Thumbnails.command: return Thumbnails.runChild()
      case "openapi": return say(application.openAPI.description)
      case let other: throw UsageError("unknown command \(other)")
      }
    } catch let error as UsageError {
      return complain("\(error)\n\(usage)", code: 2)
    } catch let error as StartError {
      if case .schema = error { return complain(error.description, code: 1) }
      return complain(error.description, code: 3)
    } catch let report as LoadReport {
      return complain(report.description, code: 1)
    } catch let error as UserError {
      return complain(error.description, code: 1)
    } catch {
      return complain("\(error)", code: 3)
    }
  }

  private var usage: String {
    """
    usage: \(name) [serve] [--database FILE] [--listen ADDRESS:PORT] [--public-url URL]
             [--event-threads N] [--statistics] [--log text|json|none]
             [--metrics-token-file FILE] [--uploads FOLDER] [--max-upload MB]
             [--session-idle MINUTES] [--session-life HOURS] [--throttle on|off]
             [--secret-key-file FILE] [--audit-key-file FILE] [--audit-seal FILE]
             [--dev-status FILE]
           \(name) load --from FOLDER [--database FILE]     loads CSV files, all or nothing
           \(name) user add LOGIN [--name NAME] [--roles "ROLE …" | --all-roles] [--database FILE]
                                                       the password is read from standard input
           \(name) secrets new-key | rotate [--secret-key-file FILE] [--database FILE]
                                                       a new key; encrypts all with the newest
           \(name) doctor [--repair] [--database FILE] [--audit-key-file FILE] [--audit-seal FILE]
                                                       compares computed values with their records,
                                                       the audit trail with its hashes and seals
           \(name) audit export [--since TIME] [--until TIME] [--format csv|jsonl] [--database FILE]
                                                       writes the audit trail to standard output
           \(name) openapi | --describe | --help

    """
  }

  func say(_ text: String) -> Int32 {
    StandardOutput.write(text)
    return 0
  }

  private func complain(_ text: String, code: Int32) -> Int32 {
    Log.notice(text)
    return code
  }

  // MARK: Commands

  private func serve(_ arguments: Arguments) throws -> Int32 {
    guard arguments.words.count <= 1 else { throw UsageError("serve takes options only") }
    let service = try Service(application, arguments)
    try service.run()
    return 0
  }

  private func load(_ arguments: Arguments) throws -> Int32 {
    guard arguments.words.count == 1, let folder = arguments.value("--from") else {
      throw UsageError("load needs --from FOLDER")
    }
    let tenant = try Service.open(application, arguments)
    defer { tenant.database.close() }
    let counts = try Loader(tenant: tenant, folder: folder).load()
    for (file, count) in counts { Log.notice("\(file): \(count)") }
    return 0
  }

  private func user(_ arguments: Arguments) throws -> Int32 {
    guard arguments.words.count == 3, arguments.words[1] == "add" else {
      throw UsageError("user add LOGIN")
    }
    let login = arguments.words[2]
    guard let password = readLine(strippingNewline: true), !password.isEmpty else {
      throw UsageError("the password comes on standard input")
    }
    let tenant = try Service.open(application, arguments)
    defer { tenant.database.close() }
    let roles =
      arguments.has("--all-roles")
      ? tenant.roleNames
      : (arguments.value("--roles") ?? "").split(separator: " ").map(String.init)
    try tenant.database.writeAndWait { session in
      try Users(tenant: tenant).add(
        login: login, name: arguments.value("--name") ?? login, password: password,
        roles: roles, session)
    }
    return 0
  }
}

extension Command {
  private func audit(_ arguments: Arguments) throws -> Int32 {
    guard arguments.words == ["audit", "export"] else { throw UsageError("audit export") }
    let tenant = try Service.open(application, arguments)
    defer { tenant.database.close() }
    let count = try AuditExport(arguments, tenant).run { StandardOutput.write($0) }
    Log.notice("\(count) entries of the audit trail")
    return 0
  }

  /// Tells each computed value that is not what follows from the records, and where the audit trail
  /// is broken. Exit codes: 0 all is right now, 1 something is not.
  private func doctor(_ arguments: Arguments) throws -> Int32 {
    guard arguments.words.count == 1 else { throw UsageError("doctor takes options only") }
    let repairs = arguments.has("--repair")
    let tenant = try Service.open(application, arguments)
    defer { tenant.database.close() }
    let isTold = try checkTrail(tenant)
    let isWhole = try checkSecrets(tenant) && isTold
    let drifts = try KeptCheck(tenant: tenant).drifts(repairs: repairs)
    for drift in drifts { StandardOutput.write(drift.sentence + "\n") }
    let found = "\(drifts.count) computed value(s) were wrong"
    if !drifts.isEmpty && !repairs { return complain(found, code: 1) }
    _ = say(drifts.isEmpty ? "all computed values are right\n" : "\(found) and are right now\n")
    return isWhole ? 0 : 1
  }

  /// Tells where the audit trail is broken; answers whether it is whole.
  private func checkTrail(_ tenant: Tenant) throws -> Bool {
    let check = AuditCheck(places: tenant.sealer.places)
    let report = try tenant.database.read { try check.report($0) }
    for problem in report.problems { StandardOutput.write("audit trail: \(problem)\n") }
    if report.problems.isEmpty {
      _ = say(
        "the audit trail is whole: \(report.rows) row(s) in \(report.chains) chain(s), "
          + "\(report.seals) seal(s)\n")
    } else {
      _ = complain("the audit trail was changed", code: 1)
    }
    return report.problems.isEmpty
  }
}

/// What a binary is, as JSON for operators.
struct Description {
  let application: any TenantApplication.Type

  init(_ application: any TenantApplication.Type) { self.application = application }

  /// The definition's fingerprint covers all that was compiled in: words, behaviour and schema.
  var definition: String {
    var definition = Fingerprint()
    definition.add(application.blueprint.description)
    definition.add(application.openAPI.description)
    definition.add(application.sqliteSchema.description)
    for entity in application.entities { definition.add(entity.meta.shape.encoded()) }
    return definition.description
  }

  var text: String {
    var out = ByteWriter(capacity: 512)
    out.append("{\"application\":")
    out.append(json: application.name.description)
    out.append(",\"definition\":")
    out.append(json: definition)
    out.append(",\"compiler\":")
    out.append(json: BuildInfo.compiler)
    out.append(",\"toolchain\":")
    out.append(json: BuildInfo.toolchain)
    out.append("}\n")
    return String(decoding: out.bytes, as: UTF8.self)
  }
}

/// Standard output without Foundation.
enum StandardOutput {
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      var rest = UnsafeRawBufferPointer(bytes)
      while !rest.isEmpty {
        let written = Glibc.write(STDOUT_FILENO, rest.baseAddress, rest.count)
        if written <= 0 { return }
        rest = UnsafeRawBufferPointer(rebasing: rest[written...])
      }
    }
  }
}
