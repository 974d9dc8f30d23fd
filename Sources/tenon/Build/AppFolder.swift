import Driver

/// An application's folder on disk.
struct AppFolder {
  let path: String
  let files: [SourceInput]
  let lock: [UInt8]?
  let lockPath: String

  /// Reads every `*.yaml` below the folder, and the tables that it may name, `*.csv`, except in
  /// `data` and hidden folders.
  init(_ path: String) throws(EnvironmentError) {
    guard FileSystem.isFolder(path) else {
      throw EnvironmentError(zh: "没有文件夹 \(path)", en: "there is no folder \(path)")
    }
    self.path = path
    let names = try FileSystem.files(below: path) { $0 == "data" || $0.hasPrefix(".") }
    var files: [SourceInput] = []
    for name in names where AppFolder.isRead(name) {
      let full = path + "/" + name
      files.append(
        SourceInput(path: full, bytes: try FileSystem.read(full, limit: SourceInput.limit)))
    }
    self.files = files
    lockPath = path + "/tenon.lock"
    lock = FileSystem.exists(lockPath) ? try FileSystem.read(lockPath) : nil
  }

  /// A folder on disk, or one of a revision that git holds: `REV:path`.
  static func at(_ place: String) throws(EnvironmentError) -> AppFolder {
    guard let colon = place.firstIndex(of: ":"), !FileSystem.isFolder(place) else {
      return try AppFolder(place)
    }
    return try AppFolder(revision: place, isRoot: place[colon...] == ":")
  }

  /// The files below a folder of a revision.
  private init(revision: String, isRoot: Bool) throws(EnvironmentError) {
    guard let list = try Subprocess.output(["git", "ls-tree", "-r", "-z", "--name-only", revision])
    else {
      throw EnvironmentError(
        zh: "git 里没有 \(revision)", en: "git has no \(revision)")
    }
    let start = isRoot ? revision : revision + "/"
    let names = list.split(separator: "\0").map(String.init).filter { name in
      !name.hasPrefix("data/") && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    var files: [SourceInput] = []
    var lock: [UInt8]?
    for name in names where AppFolder.isRead(name) || name == "tenon.lock" {
      guard let text = try Subprocess.output(["git", "show", start + name]) else {
        throw EnvironmentError(zh: "git 读不出 \(start + name)", en: "git cannot show \(start + name)")
      }
      let bytes = Array(text.utf8)
      if name == "tenon.lock" {
        lock = bytes
      } else {
        files.append(SourceInput(path: start + name, bytes: bytes))
      }
    }
    path = revision
    self.files = files
    self.lock = lock
    lockPath = start + "tenon.lock"
  }

  private static func isRead(_ name: String) -> Bool {
    [".yaml", ".yml", ".csv"].contains(where: name.hasSuffix)
  }

  /// What checking finds.
  func check() -> CheckResult { Driver.check(files: files, lock: lock, lockPath: lockPath) }

  /// Writes the lock when its text changed.
  func keep(lock text: String) throws(EnvironmentError) {
    let bytes = Array(text.utf8)
    if bytes != lock { try FileSystem.write(lockPath, bytes) }
  }
}
