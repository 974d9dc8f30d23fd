/// A line of the result, before values and comments are aligned.
struct Line {
  var bytes: [UInt8]
  /// Before the value of a key that begins the line.
  var value: Split?
  /// Before a comment at the line's end.
  var comment: Split?

  /// A place where space may be wider than the least.
  struct Split {
    /// Offset in the line's bytes.
    let offset: Int
    /// The display column in the source: lines that agree in it were aligned.
    let column: Int
    /// The columns of the line's key, which have to agree too.
    var key = 0
    var newKey = 0
  }
}

/// Puts lines together. What neighbouring lines had aligned stays aligned: as near as the longest
/// of them lets it.
enum Alignment {
  static func join(_ lines: [Line]) -> [UInt8] {
    var lines = lines
    align(&lines, \.value, gap: 1)
    align(&lines, \.comment, gap: 2)
    var out: [UInt8] = []
    out.reserveCapacity(lines.reduce(0) { $0 + $1.bytes.count + 1 })
    for line in lines {
      out += line.bytes
      out.append(0x0A)
    }
    return out
  }

  /// Widens the places of runs of neighbours that agree in their columns.
  private static func align(
    _ lines: inout [Line], _ split: WritableKeyPath<Line, Line.Split?>, gap: Int
  ) {
    var start = 0
    while start < lines.count {
      guard let first = lines[start][keyPath: split] else {
        start += 1
        continue
      }
      var end = start + 1
      while end < lines.count, let next = lines[end][keyPath: split],
        next.column == first.column, next.key == first.key, next.newKey == first.newKey
      { end += 1 }
      let widths = lines[start..<end].map { cells($0.bytes, before: $0[keyPath: split]) }
      let column = (widths.max() ?? 0) + gap
      for (line, width) in zip(start..<end, widths) {
        widen(&lines[line], split, by: column - width)
      }
      start = end
    }
  }

  private static func widen(
    _ line: inout Line, _ split: WritableKeyPath<Line, Line.Split?>, by count: Int
  ) {
    guard let place = line[keyPath: split] else { return }
    line.bytes.insert(contentsOf: repeatElement(0x20, count: count), at: place.offset)
    guard let comment = line.comment, comment.offset > place.offset else { return }
    line.comment = Line.Split(offset: comment.offset + count, column: comment.column)
  }

  private static func cells(_ bytes: [UInt8], before split: Line.Split?) -> Int {
    Columns.cells(bytes[..<(split?.offset ?? 0)])
  }
}
