import Foundation

/// The path of a database that goes with the test. Apart from the tests, since Foundation has a
/// `Predicate` too.
final class TemporaryFile {
  let path = NSTemporaryDirectory() + "tenon-query-\(UUID().uuidString).db"

  deinit {
    for suffix in ["", "-wal", "-shm", ".lock"] {
      try? FileManager.default.removeItem(atPath: path + suffix)
    }
  }
}
