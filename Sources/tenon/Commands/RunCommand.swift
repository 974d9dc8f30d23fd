import Diagnostics

/// `tenon run`: builds, makes the database with demo data when there is none, and serves.
struct RunCommand: Command {
  static let name = "run"
  static let usage = """
    APP [--listen ADDRESS:PORT] \(Builder.buildOptions)
    """
  static let summary = Message(
    zh: "编译，没有数据库时用演示数据建立，然后启动服务",
    en: "build, create the database with demo data when there is none, serve")

  private let builder: Builder
  private let listen: String

  init(_ arguments: inout Arguments) throws(UsageError) {
    listen = try arguments.value("--listen") ?? "127.0.0.1:8080"
    builder = try Builder(&arguments, compiles: true)
  }

  func run() throws -> Int32 {
    let (code, application) = try builder.build()
    guard let application else { return code }
    let binary = builder.binary(application.name)
    let database = "\(builder.distribution)/\(application.name).sqlite"
    let data = builder.folder + "/data"
    let demo = try demoSignIn(data)
    if !FileSystem.exists(database) {
      let made = try create(database, binary, data, hasUsers: demo != nil)
      if made != ExitCode.success { return made }
    }
    if let demo {
      note(
        zh: "演示账号：\(demo.user) / \(demo.password)",
        en: "demo sign-in: \(demo.user) / \(demo.password)")
    }
    throw Subprocess.become([
      binary, "serve", "--database", database, "--listen", listen,
    ])
  }

  private func note(zh: String, en: String) {
    Terminal.note(Message(zh: zh, en: en).text(builder.language))
  }

  /// Creates the database with the demo data, if there is any, and with someone who can sign in.
  private func create(
    _ database: String, _ binary: String, _ data: String, hasUsers: Bool
  ) throws -> Int32 {
    if FileSystem.isFolder(data) {
      note(
        zh: "用 \(data) 中的演示数据建立 \(database)",
        en: "creating \(database) with the demo data of \(data)")
      let loaded = try Subprocess.run([binary, "load", "--database", database, "--from", data])
      if loaded != 0 {
        for suffix in ["", "-wal", "-shm"] { try FileSystem.remove(database + suffix) }
        return ExitCode.environment
      }
    }
    if hasUsers { return ExitCode.success }
    let password = try FileSystem.randomPassword()
    let added = try Subprocess.run(
      [binary, "user", "add", "admin", "--all-roles", "--database", database],
      input: password + "\n")
    if added != 0 { return ExitCode.environment }
    note(
      zh: "首个账号，只显示这一次：admin / \(password)",
      en: "first sign-in, shown only now: admin / \(password)")
    return ExitCode.success
  }

  /// The first user of the demo data; such a file holds plain names without quotes or commas.
  private func demoSignIn(_ data: String) throws -> (user: Substring, password: Substring)? {
    let path = data + "/users.csv"
    guard FileSystem.exists(path) else { return nil }
    let lines = String(decoding: try FileSystem.read(path), as: UTF8.self).split {
      $0 == "\n" || $0 == "\r\n"
    }
    guard lines.count > 1 else { return nil }
    let header = lines[0].split(separator: ",")
    let cells = lines[1].split(separator: ",", omittingEmptySubsequences: false)
    guard header.count == cells.count, let user = header.firstIndex(of: "user"),
      let password = header.firstIndex(of: "password")
    else { return nil }
    return (cells[user], cells[password])
  }
}
