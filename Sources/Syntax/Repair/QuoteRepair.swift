import Diagnostics

extension LineRepair {
  /// No longer text is looked through for the quote that ends it.
  private static let longest = 512

  /// A whole text in curly or full-width quotes, also where only one of them is. Returns the place
  /// behind it; nil when the quotes belong to the text.
  mutating func curlyQuotes(_ place: Int, _ end: Int, inFlow: Bool) -> Int? {
    guard text[place] >= 0xC2, let mark = WideCharacters.quote(scalar(place).value),
      let close = closing(mark, place + width(place), end, inFlow: inFlow)
    else { return nil }
    let inner = text[(place + width(place))..<close]
    let after = close + width(close)
    var written = mark
    if inner.contains(UInt8(ascii: "\\")) || inner.contains(mark) {
      written = mark == UInt8(ascii: "\"") ? UInt8(ascii: "'") : UInt8(ascii: "\"")
      guard !inner.contains(written), written != UInt8(ascii: "\"") || !inner.contains(0x5C)
      else { return nil }
    }
    let isPair = text[close] >= 0x80 || written != mark
    reportQuotes(
      isPair ? [place, close] : [place], written,
      at: isPair ? place..<after : place..<place + width(place))
    return after
  }

  /// A text that begins with an ASCII quote and ends with a curly one.
  mutating func closedByCurly(_ place: Int, _ end: Int) -> Int? {
    let mark = text[place]
    var inner = place + 1
    while inner < end, text[inner] != mark {
      inner += text[inner] == UInt8(ascii: "\\") && mark == UInt8(ascii: "\"") ? 2 : 1
    }
    guard inner >= end,
      let close = closing(mark, place + 1, end, inFlow: !flow.isEmpty), text[close] >= 0x80
    else { return nil }
    let after = close + width(close)
    reportQuotes([close], mark, at: close..<after)
    return after
  }

  private mutating func reportQuotes(_ places: [Int], _ mark: UInt8, at range: Range<Int>) {
    let written = String(Character(Unicode.Scalar(mark)))
    var fix: [Fix.Edit] = []
    for place in places {
      let next = place + width(place)
      edits.append(Rewriting.Edit(place, next, written))
      fix.append(Fix.Edit(span: span(place, next), text: written))
    }
    mistakes.append(
      TextMistake.fullWidth(
        found: scalar(range.lowerBound), meant: written, edits: fix,
        at: span(range.lowerBound, range.upperBound)))
  }

  /// The quote of a kind that ends a text, when the text ends there.
  private func closing(_ mark: UInt8, _ start: Int, _ end: Int, inFlow: Bool) -> Int? {
    var depth = 1
    var place = start
    let stop = min(end, start + LineRepair.longest)
    while place < stop {
      let value = scalar(place).value
      if value == mark || WideCharacters.quote(value) == mark {
        if value == 0x201C || value == 0x2018 {
          depth += 1
        } else if depth > 1, value == 0x201D || value == 0x2019 {
          depth -= 1
        } else if endsText(place + width(place), end, inFlow: inFlow) {
          return place
        } else if value != 0x2019 {
          // An apostrophe goes on; any other quote shows that they belong to the text.
          return nil
        }
      }
      place += width(place)
    }
    return nil
  }

  /// Whether what follows a place ends a text: nothing, a comment, a colon, a separator.
  private func endsText(_ start: Int, _ end: Int, inFlow: Bool) -> Bool {
    var place = start
    while place < end, isGap(place, end) { place += width(place) }
    guard place < end else { return true }
    let byte = text[place]
    if byte == UInt8(ascii: "#") { return place > start }
    if byte == UInt8(ascii: ":") { return isGap(place + 1, end) }
    let meant = WideCharacters.meant(scalar(place).value)
    if meant == ":" { return true }
    guard inFlow else { return false }
    return [UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]")].contains(byte)
      || meant == "," || meant == "}" || meant == "]"
  }
}
