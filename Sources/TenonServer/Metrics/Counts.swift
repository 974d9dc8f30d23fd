import Synchronization

/// Counters that any thread raises.
final class Counts: Sendable {
  private let numbers: Mutex<[Int]>

  init(_ count: Int) { numbers = Mutex(Array(repeating: 0, count: count)) }

  func add(_ index: Int, _ amount: Int = 1) { numbers.withLock { $0[index] += amount } }

  var values: [Int] { numbers.withLock { $0 } }
}

/// How long things took.
final class Histogram: Sendable {
  /// Upper bounds of the buckets in microseconds, both inclusive; the last has none.
  static let bounds: [Int64] = [
    250, 500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 500_000, 1_000_000,
    2_500_000, 10_000_000,
  ]

  /// The buckets, then the one without a bound, then the sum in microseconds.
  private let counts = Counts(bounds.count + 2)

  func add(nanoseconds: Int64) {
    let time = nanoseconds / 1_000
    let bucket = Histogram.bounds.firstIndex { time <= $0 } ?? Histogram.bounds.count
    counts.add(bucket)
    counts.add(Histogram.bounds.count + 1, Int(time))
  }

  /// How many were at most as long as each bound, how many there were, and how long all took.
  var values: (upTo: [Int], count: Int, microseconds: Int) {
    let all = counts.values
    var upTo: [Int] = []
    var sum = 0
    for count in all.dropLast() {
      sum += count
      upTo.append(sum)
    }
    return (Array(upTo.dropLast()), sum, all[all.count - 1])
  }
}
