import Diagnostics

/// Where a walk goes on, whether an item begins there, and whether a quoted text just ended.
struct Step {
  let place: Int
  let isStart: Bool
  var isKey = false

  init(_ place: Int, isStart: Bool, isKey: Bool = false) {
    self.place = place
    self.isStart = isStart
    self.isKey = isKey
  }
}

extension LineRepair {
  /// Opens a flow collection at a full-width bracket.
  mutating func openBracket(_ place: Int, _ end: Int) -> Bool {
    switch scalar(place).value {
    case 0xFF5B: replaceWide(place, "{")
    case 0xFF3B: replaceWide(place, "[")
    case 0x3010 where isListInLenticularBrackets(place, end): replaceWide(place, "[")
    default: return false
    }
    flow.append(scalar(place).value == 0xFF5B ? UInt8(ascii: "{") : UInt8(ascii: "["))
    return true
  }

  /// `【name，phone】` holds a list of names; `【重点】客户` is a text.
  private func isListInLenticularBrackets(_ start: Int, _ end: Int) -> Bool {
    var place = start + width(start)
    var names = 0
    while place < end {
      let word = wordEnd(place, end)
      guard word > place, text[place..<word].allSatisfy({ $0 < 0x80 }) else { return false }
      names += 1
      place = spaces(word, end)
      guard place < end else { return false }
      if scalar(place).value == 0x3011 {
        return names > 1 && spaces(place + width(place), end) == end
      }
      guard text[place] == UInt8(ascii: ",") || WideCharacters.meant(scalar(place).value) == ","
      else { return false }
      place = spaces(place + width(place), end)
    }
    return false
  }

  /// Goes on behind a bracket that was just opened.
  mutating func walkOn(_ place: Int, _ end: Int) -> Int? { walk(place + width(place), end) }

  /// Walks through flow collections and quotes. Returns the place behind them, or nil when they
  /// are still open at the end of the line.
  mutating func walk(_ start: Int, _ end: Int) -> Int? {
    var place = start
    var isStart = quote == nil
    // Whether a quoted text or a flow collection just ended, which may be a key.
    var isKey = false
    while place < end {
      let byte = text[place]
      if let open = quote {
        place = inQuote(place, end, open)
        if quote == nil, flow.isEmpty { return place }
        isKey = quote == nil
        continue
      }
      switch byte {
      case UInt8(ascii: "#") where place == start || isSpace(place - 1): return nil
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        flow.append(byte)
        isKey = false
        // Deeper than the reader goes nothing need be repaired.
        if flow.count > SyntaxLimits.depth * 2 { return nil }
        isStart = true
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        _ = flow.popLast()
        if flow.isEmpty { return place + 1 }
        isStart = false
        isKey = true
      case UInt8(ascii: ","): (isStart, isKey) = (true, false)
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isStart, let after = closedByCurly(place, end) {
          if flow.isEmpty { return after }
          place = after - 1
          isKey = true
        } else if isStart {
          quote = byte
        }
        isStart = false
      case 0x20, 0x09: break
      case UInt8(ascii: ":"):
        isStart = isKey || isGap(place + 1, end)
        isKey = false
        if isStart, place + 1 < end, isOddSpace(place + 1) {
          place = oddSpaces(place + 1, end) - 1
        }
      default:
        if isKey, flow.last == UInt8(ascii: "{"), isWideColon(place) {
          replaceColon(place, end)
          place += width(place)
          (isStart, isKey) = (true, false)
          continue
        }
        let next = isStart ? itemStart(place, end) : separator(place, end)
        isStart = next.isStart
        isKey = next.isKey
        place = next.place
        if flow.isEmpty { return place }
        continue
      }
      place += 1
    }
    return nil
  }

  /// One character inside a quote; returns where the next is.
  private mutating func inQuote(_ place: Int, _ end: Int, _ open: UInt8) -> Int {
    if text[place] == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") { return min(place + 2, end) }
    guard text[place] == open else { return place + 1 }
    if open == UInt8(ascii: "'"), place + 1 < end, text[place + 1] == open { return place + 2 }
    quote = nil
    return place + 1
  }

  /// The first character of a key or an item in a flow collection.
  private mutating func itemStart(_ place: Int, _ end: Int) -> Step {
    if isOddSpace(place) { return Step(oddSpaces(place, end), isStart: true) }
    if openBracket(place, end) { return Step(place + width(place), isStart: true) }
    if let after = curlyQuotes(place, end, inFlow: true) {
      return Step(after, isStart: false, isKey: true)
    }
    let word = wordEnd(place, end)
    var after = word
    while after < end, isGap(after, end) { after += width(after) }
    if flow.last == UInt8(ascii: "{"), word > place, after < end {
      if isWideColon(after) {
        stripOdd(word, after)
        replaceColon(after, end)
        return Step(after + width(after), isStart: true)
      }
      if after == word, text[word] == UInt8(ascii: ":"), lacksSpace(word, end) {
        let shown = String(decoding: text[place..<itemEnd(word, end)], as: UTF8.self)
        let gap = span(word + 1, word + 1)
        edits.append(Rewriting.Edit(word + 1, word + 1, " "))
        mistakes.append(
          SyntaxMistake.missingColon(
            text: shown, kind: .space(gap), at: span(place, itemEnd(word, end))))
        return Step(word + 1, isStart: true)
      }
    }
    return word > place ? Step(word, isStart: false) : separator(place, end)
  }

  /// Whether a colon has no space after it, and no other colon of the item has.
  private func lacksSpace(_ colon: Int, _ end: Int) -> Bool {
    guard !isGap(colon + 1, end) else { return false }
    let next = text[colon + 1]
    guard next != UInt8(ascii: ","), next != UInt8(ascii: "}"), next != UInt8(ascii: "]"),
      next != UInt8(ascii: "/")
    else { return false }
    var place = colon + 1
    let stop = itemEnd(colon, end)
    while place < stop {
      if text[place] == UInt8(ascii: ":"), isGap(place + 1, end) { return false }
      if isWideColon(place) { return false }
      place += width(place)
    }
    return true
  }

  /// Where a plain item of a flow collection ends on its line.
  private func itemEnd(_ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end, ![0x2C, 0x5B, 0x5D, 0x7B, 0x7D].contains(text[place]),
      WideCharacters.meant(scalar(place).value) != ","
    { place += width(place) }
    while place > start, isSpace(place - 1) { place -= 1 }
    return place
  }

  /// A character after an item began: full-width commas and closing brackets end it.
  private mutating func separator(_ place: Int, _ end: Int) -> Step {
    guard text[place] >= 0xC2 else { return Step(place + 1, isStart: false) }
    let found = scalar(place).value
    let next = place + width(place)
    if isOddSpace(place) {
      var after = place
      while after < end, isGap(after, end) { after += width(after) }
      guard after == end || endsItem(after, end) else { return Step(after, isStart: false) }
      return Step(oddSpaces(place, end), isStart: false)
    }
    let meant = WideCharacters.meant(found)
    if meant == "}" && flow.last == UInt8(ascii: "{") || meant == "]" && closesList(found, place) {
      replaceWide(place, String(Character(meant ?? "]")))
      flow.removeLast()
      return Step(next, isStart: false)
    }
    if meant == ",", flow.last == UInt8(ascii: "[") || isBeforeKey(next, end) {
      replaceWide(place, next < end && isSpace(next) ? "," : ", ", meant: ",")
      return Step(next, isStart: true)
    }
    return Step(next, isStart: false)
  }

  /// Whether a separator of flow collections stands at a place.
  private func endsItem(_ place: Int, _ end: Int) -> Bool {
    switch text[place] {
    case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: "#"): return true
    case UInt8(ascii: ":"): return isGap(place + 1, end)
    default: return ["}", "]"].contains(WideCharacters.meant(scalar(place).value))
    }
  }

  /// `】` closes a list unless the item opened it: `[【重点】, 普通]`.
  private func closesList(_ found: UInt32, _ place: Int) -> Bool {
    guard flow.last == UInt8(ascii: "[") else { return false }
    guard found == 0x3011 else { return true }
    var back = place
    while back > 0, text[back] != UInt8(ascii: ","), text[back] != UInt8(ascii: "["),
      text[back] != 0x0A
    {
      back -= 1
      if text[back] & 0xC0 != 0x80, scalar(back).value == 0x3010 {
        return edits.contains { $0.start == back }
      }
    }
    return true
  }

  /// Whether a key with its colon begins at a place.
  private func isBeforeKey(_ start: Int, _ end: Int) -> Bool {
    var place = start
    while place < end, isGap(place, end) { place += width(place) }
    let word = wordEnd(place, end)
    let after = spaces(word, end)
    return word > place && after < end && (text[after] == UInt8(ascii: ":") || isWideColon(after))
  }

  /// Replaces a run of white space between tokens that holds an unusual one.
  private mutating func oddSpaces(_ start: Int, _ end: Int) -> Int {
    var after = start
    while after < end, isGap(after, end) { after += width(after) }
    replaceSpace(from: start, to: after, at: start, by: after < end ? " " : "")
    return after
  }
}
