import Diagnostics
import Values

/// The database of `tenon dev`, in a folder of its own with all that belongs to it: it can be made
/// anew from the demo data at any time.
struct DevDatabase {
  private let folder: String
  private let name: String
  private let demo: DemoData

  /// `folder` is where the application's things of `tenon dev` are.
  init(_ folder: String, name: String, _ demo: DemoData) {
    self.folder = folder
    self.name = name
    self.demo = demo
  }

  var path: String { "\(folder)/database/\(name).sqlite" }
  /// Where the next one is made before it takes the place.
  private var next: String { folder + "/next" }
  private var seedPath: String { folder + "/database/seed" }

  /// The demo data that the database was made from; nil when there is none.
  func seed() throws -> String? {
    FileSystem.exists(path) && FileSystem.exists(seedPath)
      ? String(decoding: try FileSystem.read(seedPath), as: UTF8.self) : nil
  }

  /// Makes a database from the demo data beside the one that is served. Answers what the binary
  /// says when the data do not fit.
  func makeNext(_ binary: String, seed: String) throws -> String? {
    let log = folder + "/load.log"
    try FileSystem.removeFolder(next)
    try FileSystem.makeFolder(next)
    guard try demo.create("\(next)/\(name).sqlite", binary, log: log) else {
      return String(decoding: try FileSystem.read(log), as: UTF8.self)
    }
    try FileSystem.write(next + "/seed", Array(seed.utf8))
    return nil
  }

  /// Puts the next one in the place of the present one, which no one may serve meanwhile.
  func takeNext() throws(EnvironmentError) {
    try FileSystem.removeFolder(folder + "/database")
    try FileSystem.move(next, folder + "/database")
  }
}

extension DemoData {
  /// By which a change of the data is seen.
  func fingerprint() throws(EnvironmentError) -> String {
    var print = Fingerprint()
    if FileSystem.isFolder(folder) {
      for file in try FileSystem.files(below: folder) {
        print.add(file)
        print.add(try FileSystem.read(folder + "/" + file))
      }
    }
    return print.description
  }
}
