import Diagnostics

/// Where a walk through flow collections is.
enum FlowPart {
  /// An item may begin, or a key.
  case start
  /// The value of a key may begin.
  case value
  /// A plain text goes on.
  case inside
  /// A quoted text or a collection ended, which may be a key.
  case closed
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
    part = .start
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
    if flow.isEmpty, quote == nil { part = .start }
    while place < end {
      if cutIfFull(place) { return nil }
      if let open = quote {
        place = inQuote(place, end, open)
        if quote == nil, flow.isEmpty { return place }
        continue
      }
      switch text[place] {
      case UInt8(ascii: "#") where place == start || isSpace(place - 1): return nil
      case UInt8(ascii: "#") where part == .start || part == .closed:
        spaceBeforeComment(place)
        return nil
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        flow.append(text[place])
        // Deeper than the reader goes nothing need be repaired.
        if flow.count > SyntaxLimits.depth * 2 { return nil }
        part = .start
        place += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        _ = flow.popLast()
        part = .closed
        place += 1
      case UInt8(ascii: ","):
        part = .start
        place += 1
      case UInt8(ascii: "\""), UInt8(ascii: "'"): place = quoteStart(place, end)
      case 0x20, 0x09: place += 1
      case UInt8(ascii: ":"): place = colon(place, end)
      default: place = character(place, end)
      }
      if flow.isEmpty, quote == nil { return place }
    }
    return nil
  }

  /// A comment right after a quote, a bracket or a comma.
  mutating func spaceBeforeComment(_ place: Int) {
    edits.append(Rewriting.Edit(place, place, " "))
    mistakes.append(SyntaxMistake.spaceBeforeComment(at: span(place, place + 1)))
  }

  /// Any character that is none of YAML's; returns where the next is.
  private mutating func character(_ place: Int, _ end: Int) -> Int {
    switch part {
    case .start, .value: return itemStart(place, end)
    case .closed:
      if flow.last == UInt8(ascii: "{"), isWideColon(place) {
        replaceColon(place, end)
        part = .value
        return place + width(place)
      }
      return separator(place, end)
    case .inside: return separator(place, end)
    }
  }

  private mutating func quoteStart(_ place: Int, _ end: Int) -> Int {
    guard part == .start || part == .value else { return place + 1 }
    part = .closed
    if let after = closedByCurly(place, end) { return after }
    quote = text[place]
    return place + 1
  }

  /// A colon ends a key before white space, and right after quotes or brackets.
  private mutating func colon(_ place: Int, _ end: Int) -> Int {
    let next = place + 1
    if part == .closed || isGap(next, end) {
      part = .value
      return next < end && isOddSpace(next) ? oddSpaces(next, end) : next
    }
    // YAML 1.2 takes `{ a:, b: }` for keys without value; libyaml wants the space.
    if [UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")].contains(text[next]),
      part == .inside
    {
      edits.append(Rewriting.Edit(next, next, " "))
      part = .value
      return next
    }
    part = .inside
    return next
  }

  /// One character inside a quote; returns where the next is.
  private mutating func inQuote(_ place: Int, _ end: Int, _ open: UInt8) -> Int {
    if text[place] == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") { return min(place + 2, end) }
    guard text[place] == open else { return place + 1 }
    if open == UInt8(ascii: "'"), place + 1 < end, text[place + 1] == open { return place + 2 }
    quote = nil
    return place + 1
  }

  /// The first character of a key, an item or a value; returns where the next is.
  private mutating func itemStart(_ place: Int, _ end: Int) -> Int {
    if isOddSpace(place) { return oddSpaces(place, end) }
    if openBracket(place, end) { return place + width(place) }
    if let after = curlyQuotes(place, end, inFlow: true) {
      part = .closed
      return after
    }
    let mayBeKey = part == .start && flow.last == UInt8(ascii: "{")
    part = .inside
    let word = wordEnd(place, end)
    guard word > place else { return separator(place, end) }
    var after = word
    while after < end, isGap(after, end) { after += width(after) }
    guard mayBeKey, after < end else { return word }
    if isWideColon(after) {
      stripOdd(word, after)
      replaceColon(after, end)
      part = .value
      return after + width(after)
    }
    guard after == word, text[word] == UInt8(ascii: ":"), lacksSpace(word, end) else {
      return word
    }
    let item = place..<itemEnd(word, end)
    edits.append(Rewriting.Edit(word + 1, word + 1, " "))
    mistakes.append(
      SyntaxMistake.missingColon(
        text: String(decoding: text[item], as: UTF8.self), kind: .space(span(word + 1, word + 1)),
        at: span(item.lowerBound, item.upperBound)))
    part = .value
    return word + 1
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
  private mutating func separator(_ place: Int, _ end: Int) -> Int {
    guard text[place] >= 0xC2 else { return place + 1 }
    let found = scalar(place).value
    let next = place + width(place)
    if isOddSpace(place) {
      var after = place
      while after < end, isGap(after, end) { after += width(after) }
      return after == end || endsItem(after, end) ? oddSpaces(place, end) : after
    }
    let meant = WideCharacters.meant(found)
    if meant == "}" && flow.last == UInt8(ascii: "{") || meant == "]" && closesList(found, place) {
      replaceWide(place, meant == "}" ? "}" : "]")
      flow.removeLast()
      part = .closed
    } else if meant == ",", flow.last == UInt8(ascii: "[") || isBeforeKey(next, end) {
      replaceWide(place, next < end && isSpace(next) ? "," : ", ", meant: ",")
      part = .start
    }
    return next
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
