/// What stands between the cells of a CSV file: comma, semicolon or tab.
enum CSVSeparator {
  private static let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]

  /// Records that are looked at.
  private static let sample = 20

  /// A first line `sep=;`, by which files tell spreadsheets: the separator and the line's length.
  static func told(_ text: [UInt8]) -> (separator: UInt8, length: Int)? {
    guard text.count > 5, text.starts(with: Array("sep=".utf8)) else { return nil }
    if text[5] == 0x0A { return (text[4], 6) }
    if text.count > 6, text[5] == 0x0D, text[6] == 0x0A { return (text[4], 7) }
    return nil
  }

  /// The candidate that stands equally often in the most of the first records; of those that do,
  /// the one that stands more often.
  static func guessed(_ text: [UInt8]) -> UInt8 {
    var counts: [[Int]] = []
    var current = [0, 0, 0]
    var isQuoted = false
    for byte in text {
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      if isQuoted { continue }
      if byte == 0x0A || byte == 0x0D {
        if current != [0, 0, 0] { counts.append(current) }
        current = [0, 0, 0]
        if counts.count == sample { break }
      } else if let which = candidates.firstIndex(of: byte) {
        current[which] += 1
      }
    }
    if current != [0, 0, 0] { counts.append(current) }
    var best = (agreeing: 0, most: 0, which: 0)
    for which in candidates.indices {
      var records: [Int: Int] = [:]
      for count in counts where count[which] > 0 { records[count[which], default: 0] += 1 }
      for (most, agreeing) in records
      where (agreeing, most) > (best.agreeing, best.most) {
        best = (agreeing, most, which)
      }
    }
    return candidates[best.which]
  }
}
