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
    let kinds = [".yaml", ".yml", ".csv"]
    for name in names where kinds.contains(where: name.hasSuffix) {
      let full = path + "/" + name
      files.append(
        SourceInput(path: full, bytes: try FileSystem.read(full, limit: SourceInput.limit)))
    }
    self.files = files
    lockPath = path + "/tenon.lock"
    lock = FileSystem.exists(lockPath) ? try FileSystem.read(lockPath) : nil
  }

  /// What checking finds.
  func check() -> CheckResult { Driver.check(files: files, lock: lock, lockPath: lockPath) }

  /// Writes the lock when its text changed.
  func keep(lock text: String) throws(EnvironmentError) {
    let bytes = Array(text.utf8)
    if bytes != lock { try FileSystem.write(lockPath, bytes) }
  }
}
