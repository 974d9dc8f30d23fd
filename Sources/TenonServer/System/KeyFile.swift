import Glibc

/// Keys that stand in a file outside of the database, so that who has the one alone has neither.
///
/// One key a line, 64 hexadecimal digits. The first serves for what is new; those behind it were
/// first once and open what they closed.
struct KeyFile: Sendable {
  struct Key: Sendable {
    /// What stands beside everything done with the key: digits of a digest, which tell nothing.
    let name: String
    /// 32 bytes.
    let bytes: [UInt8]

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      name = String(Secrets.digest(bytes).prefix(8))
    }
  }

  let keys: [Key]

  /// The key for what is new.
  var current: Key { keys[0] }

  /// The key with this name.
  func key(named name: String) -> Key? { keys.first { $0.name == name } }

  /// Reads a file of keys; nil when there is none. Throws when it cannot be read or holds anything
  /// else.
  static func read(_ path: String) throws(StartError) -> KeyFile? {
    if access(path, F_OK) != 0 { return nil }
    guard let bytes = FileReader.bytes(path) else { throw .keyFile(path) }
    var keys: [Key] = []
    for line in bytes.split(separator: 0x0A) {
      guard let key = Secrets.bytes(hex: line), key.count == 32 else { throw .keyFile(path) }
      keys.append(Key(key))
    }
    if keys.isEmpty { throw .keyFile(path) }
    return KeyFile(keys: keys)
  }

  /// Makes a file with a key of its own, which only the server's user may read, whole or not at
  /// all. Reads it when another process was faster. Throws when it cannot be written.
  static func make(_ path: String) throws(StartError) -> KeyFile {
    try write([], path) { draft in link(draft, path) == 0 || errno == EEXIST }
  }

  /// Writes the file anew with a new key in front of these.
  func adding(to path: String) throws(StartError) -> KeyFile {
    try KeyFile.write(keys, path) { draft in rename(draft, path) == 0 }
  }

  /// Writes a new key and others behind it beside the place, and moves it there.
  private static func write(
    _ others: [Key], _ path: String, _ move: (String) -> Bool
  ) throws(StartError) -> KeyFile {
    let draft = "\(path).\(getpid())"
    let file = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw .keyFile(path) }
    defer {
      close(file)
      unlink(draft)
    }
    let lines = [Secrets.token()] + others.map { Secrets.hex($0.bytes) }
    let text = Array((lines.joined(separator: "\n") + "\n").utf8)
    guard Glibc.write(file, text, text.count) == text.count, fsync(file) == 0, move(draft),
      let made = try read(path)
    else { throw .keyFile(path) }
    return made
  }
}
