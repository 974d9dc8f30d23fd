/// The parts of a block scalar's text.
struct BlockScalar {
  /// `|`, `>` with the digit and sign that follow.
  let header: ArraySlice<UInt8>
  /// The comment behind the header.
  private(set) var comment: ArraySlice<UInt8>?
  /// The digit of the header: how much deeper than its parent the text stands.
  let indicator: Int?
  /// The text without its indentation; empty lines are empty.
  private(set) var lines: [ArraySlice<UInt8>] = []
  /// Whether blank lines followed that are no part of the text.
  private(set) var hasBlankBelow = false
  /// Whether the last line is text and has no line feed.
  private(set) var isUnended = false

  /// `parent` is the column of the block in which it stands.
  init(_ text: ArraySlice<UInt8>, parent: Int) {
    var pieces = text.split(separator: 0x0A, omittingEmptySubsequences: false)
    var first = pieces.removeFirst()
    while let last = first.last, Arranger.isSpace(last) { first.removeLast() }
    let end = first.firstIndex { Arranger.isSpace($0) } ?? first.endIndex
    header = first[..<end]
    if let start = first[end...].firstIndex(of: UInt8(ascii: "#")) { comment = first[start...] }
    indicator = header.first { (0x31...0x39).contains($0) }.map { Int($0 - 0x30) }
    let isKept = header.contains(UInt8(ascii: "+"))
    let isStripped = header.contains(UInt8(ascii: "-"))
    // The text ends with a line feed, after which nothing stands.
    let endsInFeed = pieces.last?.isEmpty == true
    if endsInFeed { pieces.removeLast() }

    let indent = indicator.map { parent + $0 } ?? BlockScalar.indentation(pieces)
    lines = pieces.map { piece in
      let content = piece.last == 0x0D ? piece.dropLast() : piece
      return content.dropFirst(min(indent, content.prefix { $0 == 0x20 }.count))
    }
    // Spaces at the end of the file are no line.
    if !endsInFeed, lines.last?.isEmpty == true { lines.removeLast() }
    isUnended = !endsInFeed && lines.last?.isEmpty == false && !isStripped
    if !isKept {
      let count = lines.count
      while lines.last?.isEmpty == true { lines.removeLast() }
      hasBlankBelow = lines.count < count
    }
  }

  /// The indentation of the first line that is more than spaces.
  private static func indentation(_ lines: [ArraySlice<UInt8>]) -> Int {
    for line in lines {
      let spaces = line.prefix { $0 == 0x20 }.count
      if spaces < line.count, line.dropFirst(spaces) != [0x0D] { return spaces }
    }
    return Int.max
  }
}
