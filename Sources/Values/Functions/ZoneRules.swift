/// The clocks of a time zone: which offset from UTC holds when. Read from the bytes of a zone file
/// of the system (TZif, RFC 8536); this holds no zone of its own.
public final class ZoneRules: Sendable {
  /// Moments in seconds at which the offset changes, ascending.
  private let changes: [Int64]
  /// Seconds east of Greenwich: `offsets[0]` before the first change, `offsets[i + 1]` from
  /// `changes[i]` on.
  private let offsets: [Int]
  /// What holds after the last change, for ever.
  private let rule: YearlyRule

  public static let utc = ZoneRules(offset: 0)

  /// A zone whose clocks never change: seconds east of Greenwich.
  public init(offset: Int) {
    changes = []
    offsets = []
    rule = YearlyRule(offset: offset)
  }

  /// A zone that follows a rule of POSIX such as `CET-1CEST,M3.5.0,M10.5.0/3` all the time; nil
  /// when the text is none.
  public init?(rule text: String) {
    guard let rule = YearlyRule(parsing: text) else { return nil }
    changes = []
    offsets = []
    self.rule = rule
  }

  /// The zone of a file of version 2 or later; nil when the bytes are no such file.
  public init?(file bytes: [UInt8]) {
    guard let file = ZoneFile(bytes), let last = file.offsets.last,
      // Without a rule the last offset holds.
      let rule = file.footer.isEmpty ? YearlyRule(offset: last) : YearlyRule(parsing: file.footer)
    else { return nil }
    changes = file.changes
    offsets = file.offsets
    self.rule = rule
  }

  /// What clocks show at an instant, in milliseconds as if the zone were UTC.
  public func local(_ instant: Int64) -> Int64 {
    instant &+ Int64(offset(at: instant)) &* 1000
  }

  /// The instant at which clocks show these milliseconds: in a gap the time moves on by the gap's
  /// length, in an overlap the earlier offset holds.
  public func instant(_ local: Int64) -> Int64 {
    // Round a change two offsets are near; the one before it gives the earlier instant.
    let before = local &- Int64(offset(at: local &- 86_400_000)) &* 1000
    if self.local(before) == local { return before }
    let after = local &- Int64(offset(at: local &+ 86_400_000)) &* 1000
    return self.local(after) == local ? after : before
  }

  /// Seconds east of Greenwich at an instant in milliseconds.
  func offset(at instant: Int64) -> Int {
    let second = instant >= 0 ? instant / 1000 : (instant &- 999) / 1000
    guard let last = changes.last, second < last else { return rule.offset(at: second) }
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle] <= second { low = middle + 1 } else { high = middle }
    }
    return offsets[low]
  }
}

/// The parts of a zone file that matter here.
private struct ZoneFile {
  var changes: [Int64] = []
  var offsets: [Int] = []
  var footer = ""

  private let bytes: [UInt8]

  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard let old = counts(at: 0, width: 4), bytes[4] >= UInt8(ascii: "2"),
      let new = counts(at: old.end, width: 8)
    else { return nil }
    let kinds = new.start + new.times * 9
    func offset(_ kind: Int) -> Int { Int(Int32(truncatingIfNeeded: number(kinds + kind * 6, 4))) }
    offsets = [offset(0)]
    for index in 0..<new.times {
      let kind = Int(bytes[new.start + new.times * 8 + index])
      if kind >= new.kinds { return nil }
      changes.append(number(new.start + index * 8, 8))
      offsets.append(offset(kind))
    }
    let text = bytes[new.end...]
    guard text.count >= 2, text.first == 0x0A, text.last == 0x0A else { return nil }
    footer = String(decoding: text.dropFirst().dropLast(), as: UTF8.self)
  }

  /// Where a header's data start and end; nil when there is no header or the file is too short.
  private func counts(
    at place: Int, width: Int
  ) -> (start: Int, end: Int, times: Int, kinds: Int)? {
    guard bytes.count >= place + 44, bytes[place..<place + 4].elementsEqual("TZif".utf8) else {
      return nil
    }
    let counts = (0..<6).map { Int(UInt32(truncatingIfNeeded: number(place + 20 + $0 * 4, 4))) }
    let (times, kinds) = (counts[3], counts[4])
    let start = place + 44
    let end =
      start + times * (width + 1) + kinds * 6 + counts[5] + counts[2] * (width + 4) + counts[1]
      + counts[0]
    return end <= bytes.count && kinds > 0 ? (start, end, times, kinds) : nil
  }

  /// A number of some bytes, the highest first.
  private func number(_ place: Int, _ width: Int) -> Int64 {
    bytes[place..<place + width].reduce(0) { $0 << 8 | Int64($1) }
  }
}
