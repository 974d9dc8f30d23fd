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
    if !FileSystem.exists(database), FileSystem.isFolder(data) {
      Terminal.note("creating \(database) with the demo data of \(data)")
      let loaded = try Subprocess.run([binary, "load", "--database", database, "--from", data])
      if loaded != 0 {
        for suffix in ["", "-wal", "-shm"] { try FileSystem.remove(database + suffix) }
        return ExitCode.environment
      }
    }
    if let (user, password) = try demoSignIn(data) {
      Terminal.note("demo sign-in: \(user) / \(password)")
    }
    throw Subprocess.become([
      binary, "serve", "--database", database, "--listen", options.listen ?? "127.0.0.1:8080",
    ])
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
