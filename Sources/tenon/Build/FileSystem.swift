import Glibc

/// The disk, without Foundation.
enum FileSystem {
  static func environment(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// The bytes of a file, no more than `limit` of them. Throws when it cannot be read.
  static func read(
    _ path: String, limit: Int = .max
  ) throws(EnvironmentError) -> [UInt8] {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    if file < 0 { throw failure(.read, path) }
    defer { close(file) }
    var status = stat()
    fstat(file, &status)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(min(limit, max(0, Int(status.st_size)) + 1))
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = Glibc.read(file, &buffer, buffer.count)
      if count < 0 && errno == EINTR { continue }
      if count < 0 { throw failure(.read, path) }
      bytes.append(contentsOf: buffer[..<min(count, limit - bytes.count)])
      if count == 0 || bytes.count == limit { return bytes }
    }
  }

  /// Writes a file whole: into a neighbour first, then in its place. What is no file, as a pipe or
  /// `/dev/null`, is written to and stays what it is.
  static func write(_ path: String, _ bytes: [UInt8]) throws(EnvironmentError) {
    var status = stat()
    let isSpecial = stat(path, &status) == 0 && status.st_mode & S_IFMT != S_IFREG
    let temporary = isSpecial ? path : path + ".tenon-new"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o644)
    if file < 0 { throw failure(.write, path) }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
      if written < 0 && errno == EINTR { continue }
      if written <= 0 {
        let error = failure(.write, path)
        close(file)
        if !isSpecial { unlink(temporary) }
        throw error
      }
      rest = rest.dropFirst(written)
    }
    close(file)
    if !isSpecial, rename(temporary, path) != 0 { throw failure(.write, path) }
  }

  /// Makes a folder and those above it.
  static func makeFolder(_ path: String) throws(EnvironmentError) {
    if path.isEmpty || isFolder(path) { return }
    if let slash = path.lastIndex(of: "/"), slash != path.startIndex {
      try makeFolder(String(path[..<slash]))
    }
    if mkdir(path, 0o755) != 0 && errno != EEXIST { throw failure(.make, path) }
  }

  /// Names in a folder, sorted by bytes, without `.` and `..`.
  static func names(_ path: String) throws(EnvironmentError) -> [String] {
    guard let folder = opendir(path) else { throw failure(.read, path) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Paths of all files below a folder, relative to it, sorted; folders for which `skip` answers
  /// true are left out.
  static func files(
    below path: String, skip: (String) -> Bool = { _ in false }
  ) throws(EnvironmentError) -> [String] {
    var files: [String] = []
    for name in try names(path) {
      let full = path + "/" + name
      if isFolder(full) {
        if skip(name) { continue }
        for file in try self.files(below: full, skip: skip) { files.append(name + "/" + file) }
      } else {
        files.append(name)
      }
    }
    return files
  }

  static func remove(_ path: String) throws(EnvironmentError) {
    if unlink(path) != 0 && errno != ENOENT { throw failure(.remove, path) }
  }

  static func isEmpty(_ folder: String) throws(EnvironmentError) -> Bool {
    try names(folder).isEmpty
  }

  /// Removes a folder with all that is in it; nothing when it is not there.
  static func removeFolder(_ path: String) throws(EnvironmentError) {
    guard exists(path) else { return }
    for name in try names(path) {
      let full = path + "/" + name
      if isFolder(full) { try removeFolder(full) } else { try remove(full) }
    }
    if rmdir(path) != 0 { throw failure(.remove, path) }
  }

  /// Sixteen characters that no one guesses (80 bits), easy to type.
  static func randomPassword() throws(EnvironmentError) -> String {
    let alphabet = Array("abcdefghijkmnpqrstuvwxyz23456789".utf8)
    var bytes = [UInt8](repeating: 0, count: 16)
    let file = open("/dev/urandom", O_RDONLY | O_CLOEXEC)
    if file < 0 { throw failure(.read, "/dev/urandom") }
    defer { close(file) }
    guard Glibc.read(file, &bytes, bytes.count) == bytes.count else {
      throw failure(.read, "/dev/urandom")
    }
    return String(decoding: bytes.map { alphabet[Int($0 & 31)] }, as: UTF8.self)
  }

  /// Puts a file in the place of another.
  static func move(_ from: String, _ to: String) throws(EnvironmentError) {
    if rename(from, to) != 0 { throw failure(.write, to) }
  }

  /// Copies a program.
  static func copyProgram(_ from: String, _ to: String) throws(EnvironmentError) {
    try write(to, try read(from))
    if chmod(to, 0o755) != 0 { throw failure(.write, to) }
  }

  /// The absolute path without links; nil when there is nothing.
  static func resolved(_ path: String) -> String? {
    guard let text = realpath(path, nil) else { return nil }
    defer { free(text) }
    return String(cString: text)
  }

  private enum Act { case read, write, make, remove }

  private static func failure(_ act: Act, _ path: String) -> EnvironmentError {
    let reason = String(cString: strerror(errno))
    switch act {
    case .read:
      return EnvironmentError(zh: "无法读取 \(path)：\(reason)", en: "cannot read \(path): \(reason)")
    case .write:
      return EnvironmentError(zh: "无法写入 \(path)：\(reason)", en: "cannot write \(path): \(reason)")
    case .make:
      return EnvironmentError(zh: "无法建立 \(path)：\(reason)", en: "cannot make \(path): \(reason)")
    case .remove:
      return EnvironmentError(zh: "无法删除 \(path)：\(reason)", en: "cannot remove \(path): \(reason)")
    }
  }
}
