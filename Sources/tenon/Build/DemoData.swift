import Diagnostics

/// An application's demo data: the folder `data` beside its YAML, which need not be there.
struct DemoData {
  let folder: String
  private let language: Language

  init(_ folder: String, _ language: Language) {
    self.folder = folder
    self.language = language
  }

  /// Creates a database with the data, if there is any, and with someone who can sign in. When that
  /// fails nothing is left and the answer is false; what the binary said stands in `log`, or on
  /// standard error without one.
  func create(_ database: String, _ binary: String, log: String? = nil) throws -> Bool {
    if FileSystem.isFolder(folder) {
      let words = [binary, "load", "--database", database, "--from", folder]
      let loaded =
        try log.map { Subprocess.wait(try Subprocess.start(words, log: $0)) }
        ?? Subprocess.run(words)
      if loaded != 0 {
        for suffix in ["", "-wal", "-shm"] { try FileSystem.remove(database + suffix) }
        return false
      }
    }
    if try signIn() != nil { return true }
    let password = try FileSystem.randomPassword()
    let added = try Subprocess.run(
      [binary, "user", "add", "admin", "--all-roles", "--database", database],
      input: password + "\n")
    if added != 0 { return false }
    let first = Message(
      zh: "首个账号，只显示这一次：admin / \(password)",
      en: "first sign-in, shown only now: admin / \(password)")
    Terminal.note(first.text(language))
    return true
  }

  /// The first user of the data; such a file holds plain names without quotes or commas.
  func signIn() throws -> (user: Substring, password: Substring)? {
    let path = folder + "/users.csv"
    guard FileSystem.exists(path) else { return nil }
    let lines = String(decoding: try FileSystem.read(path), as: UTF8.self).split {
      $0 == "\n" || $0 == "\r\n"
    }
    guard lines.count > 1 else { return nil }
    let header = lines[0].split(separator: ",")
    let cells = lines[1].split(separator: ",", omittingEmptySubsequences: false)
    guard header.count == cells.count, let user = header.firstIndex(of: "login"),
      let password = header.firstIndex(of: "password")
    else { return nil }
    return (cells[user], cells[password])
  }
}
