/// `tenon run`: builds, makes the database with demo data when there is none, and serves.
struct RunCommand {
  let options: Options

  init(_ options: Options) { self.options = options }

  func run() throws -> Int32 {
    let build = BuildCommand(options)
    let code = try build.build()
    if code != ExitCode.success { return code }
    let folder = try AppFolder(options.folder)
    guard let name = folder.check().application?.name else { return ExitCode.diagnostics }
    let binary = build.binary(name)
    let database = "\(options.distribution)/\(name).sqlite"
    let data = options.folder + "/data"
    let demo = try demoSignIn(data)
    if !FileSystem.exists(database) {
      let made = try create(database, binary, data, hasUsers: demo != nil)
      if made != ExitCode.success { return made }
    }
    if let demo { Terminal.note("demo sign-in: \(demo.user) / \(demo.password)") }
    throw Subprocess.become([
      binary, "serve", "--database", database, "--listen", options.listen ?? "127.0.0.1:8080",
    ])
  }

  /// Creates the database with the demo data, if there is any, and with someone who can sign in.
  private func create(
    _ database: String, _ binary: String, _ data: String, hasUsers: Bool
  ) throws -> Int32 {
    if FileSystem.isFolder(data) {
      Terminal.note("creating \(database) with the demo data of \(data)")
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
    Terminal.note("first sign-in, shown only now: admin / \(password)")
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
