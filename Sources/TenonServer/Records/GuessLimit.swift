import Synchronization

/// How often someone may ask what could be used to guess what others have, such as whether a value
/// is taken: 30 times a minute. Each process counts for itself.
final class GuessLimit: Sendable {
  private struct Window {
    var start: Int64
    var count: Int
  }

  private let windows = Mutex<[Int64: Window]>([:])

  private static let length: Int64 = 60_000
  private static let limit = 30
  private static let mostPeople = 10_000

  /// Counts a question. Throws `tooMany` when there were as many as may be within a minute.
  func count(_ user: Int64, now: Int64) throws(Refusal) {
    let wait = windows.withLock { windows -> Int64 in
      if windows.count >= GuessLimit.mostPeople {
        windows = windows.filter { now - $0.value.start < GuessLimit.length }
      }
      var window = windows[user] ?? Window(start: now, count: 0)
      if now - window.start >= GuessLimit.length { window = Window(start: now, count: 0) }
      window.count += 1
      windows[user] = window
      return window.count > GuessLimit.limit ? window.start + GuessLimit.length - now : 0
    }
    if wait > 0 { throw .tooMany(seconds: Int((wait + 999) / 1000)) }
  }
}
