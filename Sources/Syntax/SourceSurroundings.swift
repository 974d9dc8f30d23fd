import Diagnostics

/// Looks around a place at which the reading stopped.
extension SourceView {
  /// The last byte before a place that is no white space.
  func previous(_ place: Int) -> Int? {
    var back = min(place, text.count) - 1
    while back >= 0, isBlank(text[back]) { back -= 1 }
    return back >= 0 ? back : nil
  }

  private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private func lineStart(_ place: Int) -> Int {
    var start = min(place, text.count)
    while start > 0, text[start - 1] != 0x0A { start -= 1 }
    return start
  }

  func isSameLine(_ first: Int, _ second: Int) -> Bool { !text[first..<second].contains(0x0A) }

  func isIndented(_ place: Int) -> Bool { lineStart(place) < place }

  /// Whether a place is the end or holds white space.
  func isGap(_ place: Int) -> Bool { place >= text.count || isBlank(text[place]) }

  /// The `|` or `>` of a text over lines, when the line of a place is one that is indented less
  /// than the others of it.
  func blockScalar(around place: Int) -> Span? {
    let start = lineStart(place)
    guard place < text.count, text[start..<place].allSatisfy(isBlank) else { return nil }
    var line = start
    while line > 0 {
      line = lineStart(line - 1)
      var first = line
      while text[first] == 0x20 { first += 1 }
      if first - line > place - start || isBlank(text[first]) { continue }
      var last = lineEnd(line)
      while last > line, [0x2B, 0x2D].contains(text[last - 1]) || text[last - 1] &- 0x30 < 10 {
        last -= 1
      }
      let isHeader =
        last > line && (text[last - 1] == UInt8(ascii: "|") || text[last - 1] == UInt8(ascii: ">"))
        && (last - 1 == line || isBlank(text[last - 2]))
      return isHeader && !hasKey(place) ? span(last - 1, 1) : nil
    }
    return nil
  }

  /// Whether a quote or a bracket closes at a place.
  func closesValue(_ place: Int) -> Bool {
    [0x22, 0x27, 0x5D, 0x7D].contains(text[place])
  }

  /// The text of a line from a place on.
  func content(_ place: Int) -> Span {
    place < text.count ? span(from: place, to: lineEnd(place)) : span(place, 0)
  }

  /// The value of the line of a place, from the colon or the dash on, when it begins and ends
  /// there.
  func value(before place: Int) -> Span? {
    let start = lineStart(place)
    var colon = start
    while colon < place, text[colon] != UInt8(ascii: ":") || !isBlank(text[colon + 1]) {
      colon += 1
    }
    guard colon < place else { return nil }
    var first = colon + 1
    while first < place, isBlank(text[first]) { first += 1 }
    return span(from: first, to: lineEnd(place))
  }

  /// Whether a line from a place on has a key.
  func hasKey(_ place: Int) -> Bool {
    let end = place < text.count ? lineEnd(place) : place
    var index = place
    while index < end {
      if text[index] == UInt8(ascii: ":"), index + 1 >= text.count || isBlank(text[index + 1]) {
        return true
      }
      index += 1
    }
    return false
  }

  /// Whether a text that ends before a place began in an earlier line: quotes or brackets that are
  /// not opened in the line.
  func endsOverLines(_ place: Int) -> Bool {
    guard let last = previous(place), closesValue(last) else { return false }
    let line = text[lineStart(place)..<last]
    switch text[last] {
    case UInt8(ascii: "]"): return !line.contains(UInt8(ascii: "["))
    case UInt8(ascii: "}"): return !line.contains(UInt8(ascii: "{"))
    default: return !line.contains(text[last])
    }
  }

  /// Whether a comment stands between a place and the text before it.
  func isAfterComment(_ place: Int) -> Bool {
    let start = lineStart(place)
    guard start > 0, start == place || text[start..<place].allSatisfy(isBlank) else {
      return false
    }
    var line = lineStart(start - 1)
    while line > 0, text[line..<start].allSatisfy(isBlank) { line = lineStart(line - 1) }
    var index = line
    while index < start {
      if text[index] == UInt8(ascii: "#"), index == line || isBlank(text[index - 1]) {
        return true
      }
      index += 1
    }
    return false
  }

  /// Whether `...` ends at a place.
  func isDocumentEnd(_ place: Int) -> Bool {
    let start = lineStart(place)
    return start + 2 == place && text[start...place].allSatisfy { $0 == UInt8(ascii: ".") }
  }

  /// Whether `---` stands at a place.
  func isMarker(_ place: Int) -> Bool {
    lineStart(place) == place && place + 3 <= text.count
      && text[place..<place + 3].allSatisfy { $0 == UInt8(ascii: "-") }
  }

  /// The nearest bracket before a place that is not closed before it, or the nearest at all: those
  /// in quotes and comments count as others do, for this is asked only where reading failed.
  func openBracket(_ place: Int) -> Int? {
    var closed = 0
    var nearest: Int?
    var back = min(place, text.count) - 1
    while back >= 0 {
      switch text[back] {
      case UInt8(ascii: "]"), UInt8(ascii: "}"): closed += 1
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if closed == 0 { return back }
        nearest = nearest ?? back
        closed -= 1
      default: break
      }
      back -= 1
    }
    return nearest
  }

  /// The word with `&`, `*` or `!` in which a place stands or which ends there; empty when there is
  /// none.
  func property(_ place: Int) -> Range<Int> {
    let line = lineStart(place)
    var start = min(place, text.count - 1)
    while start >= line {
      switch text[start] {
      case UInt8(ascii: "&"), UInt8(ascii: "*"), UInt8(ascii: "!"):
        let end = propertyEnd(start)
        return end >= place ? start..<end : place..<place
      default: start -= 1
      }
    }
    return place..<place
  }

  /// Where an anchor, an alias or a tag ends.
  func propertyEnd(_ start: Int) -> Int {
    var end = start
    let isVerbatim = byte(start + 1) == UInt8(ascii: "<")
    while end < text.count, !isBlank(text[end]),
      isVerbatim || ![0x2C, 0x5B, 0x5D, 0x7B, 0x7D].contains(text[end])
    { end += 1 }
    return end
  }

  /// The `|` or `>` before a place and what follows it up to there.
  func blockHeader(_ place: Int) -> Span {
    var start = place
    while start > 0, text[start - 1] != 0x0A,
      start == text.count || text[start] != UInt8(ascii: "|") && text[start] != UInt8(ascii: ">")
    { start -= 1 }
    let end = start < text.count ? lineEnd(start) : start
    return span(from: start, to: end)
  }
}
