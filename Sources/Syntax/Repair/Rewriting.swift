/// A text with some of its bytes replaced, and the way back from its offsets to those of the text
/// before.
struct Rewriting {
  struct Edit {
    let start: Int
    let end: Int
    let text: [UInt8]

    init(_ start: Int, _ end: Int, _ text: String) {
      self.start = start
      self.end = end
      self.text = Array(text.utf8)
    }
  }

  let bytes: [UInt8]
  /// Where each edit stands before and after, in order.
  private let places: [(before: Range<Int>, after: Range<Int>)]

  /// `edits` may be in any order and must not overlap; of two that do, the first counts.
  init(_ original: [UInt8], _ edits: [Edit]) {
    guard !edits.isEmpty else {
      bytes = original
      places = []
      return
    }
    var result: [UInt8] = []
    result.reserveCapacity(original.count + edits.count)
    var places: [(Range<Int>, Range<Int>)] = []
    var last = 0
    for edit in edits.sorted(by: { ($0.start, $0.end) < ($1.start, $1.end) })
    where edit.start >= last {
      result += original[last..<edit.start]
      let after = result.count
      result += edit.text
      places.append((edit.start..<edit.end, after..<result.count))
      last = edit.end
    }
    result += original[last...]
    bytes = result
    self.places = places
  }

  /// The offset before of an offset at which something begins.
  func start(_ offset: Int) -> Int {
    guard let place = place({ $0.lowerBound <= offset }) else { return offset }
    if offset < place.after.upperBound { return place.before.lowerBound }
    return offset - place.after.upperBound + place.before.upperBound
  }

  /// The offset before of an offset at which something ends.
  func end(_ offset: Int) -> Int {
    guard let place = place({ $0.lowerBound < offset }) else { return offset }
    if offset <= place.after.upperBound { return place.before.upperBound }
    return offset - place.after.upperBound + place.before.upperBound
  }

  /// The last place of which `isBefore` holds.
  private func place(
    _ isBefore: (Range<Int>) -> Bool
  ) -> (before: Range<Int>, after: Range<Int>)? {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(places[middle].after) { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : places[low - 1]
  }
}
