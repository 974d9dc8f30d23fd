import Emit

/// The folder of generated files: a file is touched only when its text changed, and files that are
/// no longer generated go.
struct OutputFolder {
  let path: String

  init(_ path: String) { self.path = path }

  func write(_ drafts: [FileDraft]) throws(EnvironmentError) {
    for draft in drafts {
      let full = path + "/" + draft.path
      let bytes = Array(draft.text.utf8)
      if FileSystem.exists(full), try FileSystem.read(full) == bytes { continue }
      try FileSystem.makeFolder(String(full.prefix(upTo: full.lastIndex(of: "/")!)))
      try FileSystem.write(full, bytes)
    }
    let wanted = Set(drafts.map(\.path))
    for folder in ["Sources", "schema"] where FileSystem.isFolder(path + "/" + folder) {
      for file in try FileSystem.files(below: path + "/" + folder)
      where !wanted.contains(folder + "/" + file) {
        try FileSystem.remove("\(path)/\(folder)/\(file)")
      }
    }
  }
}
