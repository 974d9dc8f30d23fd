import Glibc
import TenonHTTP

/// The folder with the content of all files. A file lies under its id, which is random, so that no
/// text of a client is ever part of a path; `new` holds what is still arriving.
struct FileFolder: Sendable {
  let path: String

  /// Where uploads wait.
  var spool: String { path + "/new" }

  /// Thumbnails: each has the file's path and its size in pixels behind it.
  static let thumbnailSizes = [480, 96]

  /// Makes the folder; throws a sentence when it cannot be had.
  init(_ path: String) throws(StartError) {
    self.path = path
    do {
      try make(path, in: FileFolder.parent(of: path))
      try make(spool, in: path)
    } catch { throw .database("no folder for files: \(error)") }
  }

  /// Removes what an earlier server was still receiving when it ended: what was last written before
  /// a moment, in milliseconds.
  func emptySpool(before moment: Int64) {
    for name in FileFolder.entries(spool) {
      var status = stat()
      let path = spool + "/" + name
      guard lstat(path, &status) == 0, Int64(status.st_mtim.tv_sec) * 1000 < moment else {
        continue
      }
      unlink(path)
    }
  }

  /// Where a file lies: `12/34/12345678abcdef`.
  func place(_ id: Int64) -> String {
    let name = FileFolder.name(id)
    return "\(path)/\(name.prefix(2))/\(name.dropFirst(2).prefix(2))/\(name)"
  }

  func thumbnail(_ id: Int64, _ size: Int) -> String { place(id) + ".\(size)" }

  private static func name(_ id: Int64) -> String {
    let digits = String(id, radix: 16)
    return String(repeating: "0", count: max(0, 14 - digits.count)) + digits
  }

  /// The id of a file by the name of its content or of a thumbnail; nil for all other names.
  private static func id(_ name: String) -> Int64? {
    guard let id = Int64(name.prefix { $0 != "." }, radix: 16), name.hasPrefix(self.name(id))
    else { return nil }
    return id
  }

  // MARK: Changing

  /// A new id that no file has: random, so that nobody guesses one, and exact in every JSON reader.
  func newID() -> Int64 {
    while true {
      let id = Int64.random(in: 1...Storage.integerLimit)
      if !has(id) { return id }
    }
  }

  /// Gives a file its place, with thumbnails, so that it outlives a crash from here on.
  func keep(
    _ id: Int64, _ content: SpooledFile, thumbnails: [(size: Int, file: SpooledFile)]
  ) throws(FileError) {
    let place = place(id)
    let folder = FileFolder.parent(of: place)
    let parent = FileFolder.parent(of: folder)
    try make(parent, in: path)
    try make(folder, in: parent)
    for (size, file) in thumbnails { try move(file, thumbnail(id, size)) }
    try move(content, place)
    try FileFolder.sync(folder)
  }

  private func move(_ file: SpooledFile, _ place: String) throws(FileError) {
    let code = file.move(to: place)
    if code != 0 { throw FileError(place, code) }
  }

  private func make(_ folder: String, in parent: String) throws(FileError) {
    if mkdir(folder, 0o700) == 0 { return try FileFolder.sync(parent) }
    if errno != EEXIST { throw FileError(folder, errno) }
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func sync(_ folder: String) throws(FileError) {
    let descriptor = Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(folder, errno) }
    defer { close(descriptor) }
    if fsync(descriptor) != 0 { throw FileError(folder, errno) }
  }

  /// Removes a file's content and thumbnails; what is not there is gone already.
  func remove(_ id: Int64) {
    for size in FileFolder.thumbnailSizes { unlink(thumbnail(id, size)) }
    unlink(place(id))
  }

  // MARK: Reading

  /// Whether a file has content here.
  func has(_ id: Int64) -> Bool { access(place(id), F_OK) == 0 }

  /// An open descriptor of a file; nil when it is not there.
  static func open(_ place: String) -> Int32? {
    let descriptor = Glibc.open(place, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    return descriptor < 0 ? nil : descriptor
  }

  /// The ids that have any content here, with the moment of the last change in milliseconds.
  func all() -> [Int64: Int64] {
    var found: [Int64: Int64] = [:]
    for first in FileFolder.entries(path) where first.utf8.count == 2 {
      for second in FileFolder.entries(path + "/" + first) {
        let folder = "\(path)/\(first)/\(second)"
        for name in FileFolder.entries(folder) {
          var status = stat()
          guard let id = FileFolder.id(name), lstat(folder + "/" + name, &status) == 0 else {
            continue
          }
          found[id] = max(found[id] ?? 0, Int64(status.st_mtim.tv_sec) * 1000)
        }
      }
    }
    return found
  }

  private static func entries(_ folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != "." && name != ".." { names.append(name) }
    }
    return names
  }
}

/// A file that cannot be written or read; the C library's `errno`.
struct FileError: Error, CustomStringConvertible {
  let path: String
  let code: Int32

  init(_ path: String, _ code: Int32) {
    self.path = path
    self.code = code
  }

  var description: String { "\(path): \(String(cString: strerror(code)))" }
}
