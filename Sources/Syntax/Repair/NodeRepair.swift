import Diagnostics

extension LineRepair {
  /// What a dash at a place leads to: the next token and the columns between; nil when there is
  /// none.
  mutating func dash(
    _ place: Int, _ end: Int, isItem: Bool
  ) -> (place: Int, columns: Int)? {
    guard place < end else { return nil }
    var next = place + 1
    if text[place] == UInt8(ascii: "-") {
      guard isGap(next, end) else { return nil }
    } else {
      let found = scalar(place)
      next = place + width(place)
      guard !isItem, WideCharacters.isDash(found.value), next < end,
        found.value == 0xFF0D || isGap(next, end)
      else { return nil }
      replaceWide(place, isGap(next, end) ? "-" : "- ", meant: "-")
      if !isGap(next, end) { return (next, 2) }
    }
    var token = next
    var odd: Int?
    while token < end, isGap(token, end) {
      if text[token] != 0x20 { odd = odd ?? token }
      token += width(token)
    }
    guard let odd, token < end, text[token] != UInt8(ascii: "#") else {
      return (token, 1 + token - next)
    }
    replaceSpace(from: next, to: token, at: odd, by: " ")
    return (token, 2)
  }

  /// A node of a block: a key with its value, or a value. `column` is -1 for what stands in the
  /// line of `---`.
  mutating func node(_ start: Int, _ end: Int, column: Int, isItem: Bool) {
    isOpen = false
    let place = properties(start, end)
    guard place < end, text[place] != UInt8(ascii: "#") else {
      isOpen = true
      return
    }
    let parent = isItem ? max(column - 2, -1) : (levels.last { $0.column < column }?.column ?? -1)
    switch text[place] {
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return openBlockScalar(place, end, parent)
    case UInt8(ascii: "?") where isGap(place + 1, end):
      enter(column, isMapping: true)
      plainParent = column
      return
    case UInt8(ascii: ":") where isGap(place + 1, end):
      enter(column, isMapping: true)
      return value(place + 1, end, column)
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "{"):
      guard let after = walk(place, end) else { return }
      return afterQuoted(after, end, column)
    default: break
    }
    if let after = curlyQuotes(place, end, inFlow: false) { return afterQuoted(after, end, column) }
    if openBracket(place, end) {
      if let after = walkOn(place, end) { afterQuoted(after, end, column) }
      return
    }
    if let colon = keyColon(place, end, isItem: isItem, column: column) {
      enter(column, isMapping: true)
      return value(colon, end, column)
    }
    let isSibling = levels.last.map { $0.isMapping && $0.column == column } ?? false
    if !isItem, column >= 0, isSibling || isFirstOfKeys(place, end, column) {
      if let rest = missingColon(place, end) {
        enter(column, isMapping: true)
        value(rest, end, column)
      }
      return
    }
    plain(place, end, parent)
  }

  /// Past anchors, tags and aliases.
  private func properties(_ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end,
      text[place] == UInt8(ascii: "&") || text[place] == UInt8(ascii: "!")
        || text[place] == UInt8(ascii: "*")
    {
      while place < end, !isSpace(place) { place += 1 }
      place = spaces(place, end)
    }
    return place
  }

  /// What follows a quoted text or a flow collection: a colon when it was a key.
  private mutating func afterQuoted(_ start: Int, _ end: Int, _ column: Int) {
    guard column >= 0 else { return }
    var place = start
    while place < end, isGap(place, end) { place += width(place) }
    if place < end, text[place] == UInt8(ascii: ":"), isGap(place + 1, end) {
      stripOdd(start, place)
      enter(column, isMapping: true)
      value(place + 1, end, column)
    } else if place < end, isWideColon(place) {
      replaceColon(place, end)
      enter(column, isMapping: true)
      value(place + width(place), end, column)
    } else {
      finish(start, end)
    }
  }

  /// What follows a quoted text or a flow collection that is a whole value.
  mutating func finish(_ start: Int, _ end: Int) {
    if start < end, text[start] == UInt8(ascii: "#") { return spaceBeforeComment(start) }
    stripEnd(start, plainEnd(start, end))
  }

  /// What stands after the colon of a key.
  mutating func value(_ start: Int, _ end: Int, _ column: Int) {
    isOpen = false
    var place = start
    var odd: Int?
    while place < end, isGap(place, end) {
      if isOddSpace(place) { odd = odd ?? place }
      place += width(place)
    }
    if let odd { replaceSpace(from: start, to: place, at: odd, by: place < end ? " " : "") }
    place = properties(place, end)
    guard place < end, text[place] != UInt8(ascii: "#") else {
      isOpen = true
      return
    }
    switch text[place] {
    case UInt8(ascii: "|"), UInt8(ascii: ">"): return openBlockScalar(place, end, column)
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "["), UInt8(ascii: "{"):
      if let after = walk(place, end) { finish(after, end) }
      return
    default: break
    }
    if let after = curlyQuotes(place, end, inFlow: false) {
      return stripEnd(after, plainEnd(after, end))
    }
    if openBracket(place, end) {
      if let after = walkOn(place, end) { finish(after, end) }
      return
    }
    if wideBlockScalar(place, end, column) { return }
    plain(place, end, column)
  }

  /// A plain text: what stands in it is its own, but for white space at its end.
  private mutating func plain(_ start: Int, _ end: Int, _ parent: Int) {
    plainParent = parent
    stripEnd(start, plainEnd(start, end))
  }

  /// Where a plain text ends: before a comment.
  func plainEnd(_ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end {
      if text[place] == UInt8(ascii: "#"), isAfterGap(place, start) { return place }
      place += 1
    }
    return end
  }

  /// Whether white space, plain or not, stands before a place.
  private func isAfterGap(_ place: Int, _ start: Int) -> Bool {
    guard place > start else { return false }
    if text[place - 1] < 0x80 { return isSpace(place - 1) }
    var previous = place - 1
    while previous > start, text[previous] & 0xC0 == 0x80 { previous -= 1 }
    return isOddSpace(previous)
  }

  private mutating func openBlockScalar(_ place: Int, _ end: Int, _ parent: Int) {
    var header = place + 1
    var column: Int?
    while header < end, !isGap(header, end), text[header] != UInt8(ascii: "#") {
      let digit = Int(text[header]) - 0x30
      if (1...9).contains(digit) { column = max(parent, 0) + digit }
      header += 1
    }
    blockScalar = BlockScalar(parent: parent, column: column)
    finish(header, end)
  }

  /// A full-width `｜` or `＞` alone, with deeper lines after it.
  private mutating func wideBlockScalar(_ place: Int, _ end: Int, _ column: Int) -> Bool {
    let found = scalar(place).value
    guard found == 0xFF5C || found == 0xFF1E else { return false }
    var header = place + width(place)
    while header < end, [UInt8(ascii: "-"), UInt8(ascii: "+")].contains(text[header]) {
      header += 1
    }
    guard spaces(header, end) == end, let next = nextLine(end), next.column > column
    else { return false }
    replaceWide(place, found == 0xFF5C ? "|" : ">")
    blockScalar = BlockScalar(parent: column, column: nil)
    return true
  }

  /// Takes out unusual spaces at the end of a range; plain ones may stay.
  mutating func stripEnd(_ start: Int, _ end: Int) {
    var place = end
    var odd: Int?
    while place > start {
      var previous = place - 1
      while previous > start, text[previous] & 0xC0 == 0x80 { previous -= 1 }
      guard isGap(previous, end) else { break }
      if isOddSpace(previous) { odd = previous }
      place = previous
    }
    guard let odd else { return }
    let isComment = end < text.count && text[end] == UInt8(ascii: "#")
    replaceSpace(from: odd, to: end, at: odd, by: isComment ? " " : "")
  }

  /// Takes out unusual spaces between two tokens.
  mutating func stripOdd(_ start: Int, _ end: Int) {
    var place = start
    while place < end, !isOddSpace(place) { place += width(place) }
    if place < end { replaceSpace(from: place, to: end, at: place, by: "") }
  }
}
