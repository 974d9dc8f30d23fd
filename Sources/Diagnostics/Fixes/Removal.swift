extension SourceMap {
  /// Takes out an entry of a mapping that is not its only one, from its key to the end of its
  /// value, with what separates it from its neighbours. Empty when comments or the layout leave a
  /// doubt: then a person has to do it.
  public func removal(ofEntry span: Span) -> [Fix.Edit] { edits(span, isItem: false) }

  /// The same for an item of a list that is not its only one.
  public func removal(ofItem span: Span) -> [Fix.Edit] { edits(span, isItem: true) }

  private func edits(_ span: Span, isItem: Bool) -> [Fix.Edit] {
    let removal = Removal(bytes: self[span].bytes, start: span.start, end: span.end)
    guard let range = removal.range(isItem: isItem) else { return [] }
    return [
      Fix.Edit(
        span: Span(file: span.file, start: range.lowerBound, end: range.upperBound), text: "")
    ]
  }
}

extension SourceFile {
  /// Takes out the whole line of a place.
  public func removal(ofLine span: Span) -> [Fix.Edit] {
    let line = lineIndex(of: span.start)
    let end = line + 1 < lineStarts.count ? lineStarts[line + 1] : bytes.count
    return [Fix.Edit(span: Span(file: span.file, start: lineStarts[line], end: end), text: "")]
  }
}

/// What to cut so that an entry or an item is gone and its neighbours stand as they would without
/// it. Knows block and flow style by the characters around.
private struct Removal {
  let bytes: [UInt8]
  let start: Int
  let end: Int

  func range(isItem: Bool) -> Range<Int>? {
    let next = following()
    switch next.byte {
    case UInt8(ascii: ","): return next.hasBreak ? nil : beforeComma(next.place)
    case UInt8(ascii: "}"), UInt8(ascii: "]"): return beforeBracket()
    default: return block(isItem: isItem)
    }
  }

  /// The first byte behind that is neither white space nor part of a comment.
  private func following() -> (byte: UInt8?, place: Int, hasBreak: Bool) {
    var place = end
    var hasBreak = false
    while place < bytes.count {
      switch bytes[place] {
      case 0x20, 0x09, 0x0D: break
      case 0x0A: hasBreak = true
      case UInt8(ascii: "#"):
        place = (bytes[place...].firstIndex(of: 0x0A) ?? bytes.count) - 1
      default: return (bytes[place], place, hasBreak)
      }
      place += 1
    }
    return (nil, place, hasBreak)
  }

  // MARK: - In brackets

  private func beforeComma(_ comma: Int) -> Range<Int> {
    let after = skipSpaces(comma + 1)
    guard after == bytes.count || isLineEnd(after) || bytes[after] == UInt8(ascii: "#") else {
      return start..<after
    }
    let (left, before) = leftSpaces()
    if before != nil { return left..<comma + 1 }
    // The line holds nothing else, unless a comment follows.
    return isLineEnd(after) ? left..<lineEnd(after) : start..<after
  }

  /// The last one goes with the comma before it.
  private func beforeBracket() -> Range<Int>? {
    var (left, before) = leftSpaces()
    if before == nil {
      guard left > 0 else { return nil }
      let above = (bytes[..<(left - 1)].lastIndex(of: 0x0A) ?? -1) + 1
      guard !bytes[above..<left].contains(UInt8(ascii: "#")) else { return nil }
      var place = left
      while place > above, isSpace(bytes[place - 1]) || bytes[place - 1] == 0x0A { place -= 1 }
      guard place > above else { return nil }
      (left, before) = (place, bytes[place - 1])
    }
    return before == UInt8(ascii: ",") ? left - 1..<end : nil
  }

  // MARK: - In blocks

  private func block(isItem: Bool) -> Range<Int>? {
    let stop = skipSpaces(end)
    guard stop == bytes.count || isLineEnd(stop) || bytes[stop] == UInt8(ascii: "#") else {
      return nil
    }
    let (left, before) = leftSpaces()
    guard before != nil else { return isItem ? nil : left..<lineEnd(stop) }
    guard before == UInt8(ascii: "-") else { return nil }
    if isItem {
      let line = Removal(bytes: bytes, start: left - 1, end: end).leftSpaces()
      return line.before == nil ? line.left..<lineEnd(stop) : nil
    }
    // The first key of an item: the next one takes its place.
    let next = skipSpaces(lineEnd(stop))
    let column = start - ((bytes[..<start].lastIndex(of: 0x0A) ?? -1) + 1)
    guard next < bytes.count, next - lineEnd(stop) == column, !isLineEnd(next),
      bytes[next] != UInt8(ascii: "#")
    else { return nil }
    return start..<next
  }

  // MARK: - Characters

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

  private func isLineEnd(_ place: Int) -> Bool {
    place < bytes.count && (bytes[place] == 0x0A || bytes[place] == 0x0D)
  }

  private func skipSpaces(_ place: Int) -> Int {
    var place = place
    while place < bytes.count, bytes[place] == 0x20 || bytes[place] == 0x09 { place += 1 }
    return place
  }

  /// Where the line after the one of a place begins.
  private func lineEnd(_ place: Int) -> Int {
    bytes[place...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
  }

  /// Where the spaces before the start begin, and the byte before them in the line.
  private func leftSpaces() -> (left: Int, before: UInt8?) {
    var left = start
    while left > 0, bytes[left - 1] == 0x20 || bytes[left - 1] == 0x09 { left -= 1 }
    return (left, left > 0 && bytes[left - 1] != 0x0A ? bytes[left - 1] : nil)
  }
}
