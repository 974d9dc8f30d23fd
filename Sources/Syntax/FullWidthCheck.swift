import Diagnostics

/// Finds full-width punctuation where YAML needs its own, before libyaml stumbles over it lines
/// later. What is found is replaced by ASCII of the same number of bytes, so that the rest of the
/// file is read as it was meant and every span stays true.
///
/// Only places are touched where the text would otherwise be no YAML or no definition: after a key,
/// around a whole value, between the items of `{…}` and `[…]`, in the indentation. Chinese
/// punctuation inside a text stays.
struct FullWidthCheck {
  private var text: [UInt8]
  private let file: Int
  private(set) var mistakes: [TextMistake] = []
  /// Open flow collections, as their ASCII brackets.
  private var flow: [UInt8] = []
  /// The quote in which a line ended.
  private var quote: UInt8?
  /// The indentation of the key whose block scalar is being passed.
  private var blockIndent: Int?
  /// The indentation of the last line when it ended in a plain value, which may go on.
  private var plainIndent: Int?

  /// Repairs `text` in place and returns what was wrong.
  static func repair(_ text: inout [UInt8], from body: Int, file: Int) -> [TextMistake] {
    // The lead bytes of U+FF0x, of curly quotes and of CJK punctuation.
    guard text.contains(where: { $0 == 0xEF || $0 == 0xE2 || $0 == 0xE3 }) else { return [] }
    var check = FullWidthCheck(text: text, file: file)
    var start = body
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      check.line(start, end > start && text[end - 1] == 0x0D ? end - 1 : end)
      start = end + 1
    }
    text = check.text
    return check.mistakes
  }

  private init(text: [UInt8], file: Int) {
    self.text = text
    self.file = file
  }

  private mutating func line(_ start: Int, _ end: Int) {
    var place = start
    while place < end, text[place] == 0x20 { place += 1 }
    if place == end { return }
    let indent = place - start
    if let block = blockIndent {
      if indent > block { return }
      blockIndent = nil
    }
    if quote == nil, flow.isEmpty {
      if text[place] == UInt8(ascii: "#") { return }
      let continues = plainIndent.map { indent > $0 } ?? false
      if continues { return }
      plainIndent = nil
      if isWide(place, "\u{3000}") {
        stop(at: place, found: "\u{3000}", meant: " ", edit: "  ")
        return
      }
      guard let value = blockStart(place, end) else { return }
      place = value
      if place < end, text[place] == UInt8(ascii: "#") { return }
      if place < end, text[place] == UInt8(ascii: "|") || text[place] == UInt8(ascii: ">") {
        blockIndent = indent
        return
      }
      while place < end, text[place] == UInt8(ascii: "&") || text[place] == UInt8(ascii: "!") {
        place = spaces(text[place..<end].firstIndex(of: 0x20) ?? end, end)
      }
      openValue(place, end)
      if place < end, !startsStructure(place) {
        plainIndent = indent
        return
      }
    }
    inside(place, end)
  }

  /// Passes dashes and a key; returns where the value begins, or the end of the line.
  private mutating func blockStart(_ start: Int, _ end: Int) -> Int? {
    var place = start
    var isItem = false
    while place + 1 < end, text[place] == UInt8(ascii: "-"), text[place + 1] == 0x20 {
      place += 2
      isItem = true
      while place < end, text[place] == 0x20 { place += 1 }
    }
    if isWide(place, "\u{FF0D}") {
      stop(at: place, found: "\u{FF0D}", meant: "-", edit: "- ")
      return nil
    }
    guard place < end, !startsStructure(place) else { return place }
    let key = keyEnd(place, end)
    if key > place, isWide(key, "\u{FF1A}"), !isItem {
      replaceColon(key)
      return spaces(key + 3, end)
    }
    // The first `: ` ends the key.
    var colon = place
    while colon < end {
      if text[colon] == UInt8(ascii: ":"), colon + 1 == end || text[colon + 1] == 0x20 {
        return spaces(colon + 1, end)
      }
      colon += 1
    }
    return place
  }

  private func spaces(_ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end, text[place] == 0x20 { place += 1 }
    return place
  }

  private func startsStructure(_ place: Int) -> Bool {
    switch text[place] {
    case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "\""), UInt8(ascii: "'"): return true
    default: return false
    }
  }

  /// A value that begins with a full-width quote or bracket.
  private mutating func openValue(_ place: Int, _ end: Int) {
    var last = place + 1
    while last < end, text[last] != UInt8(ascii: "#") || text[last - 1] != 0x20 { last += 1 }
    while last > place, text[last - 1] == 0x20 { last -= 1 }
    for (open, close) in [("\u{201C}", "\u{201D}"), ("\u{2018}", "\u{2019}")]
      as [(Unicode.Scalar, Unicode.Scalar)]
    where isWide(place, open) && last - 3 > place && isWide(last - 3, close) {
      replaceQuotes(place, last - 3, open, close)
      return
    }
    openBracket(place)
  }

  private mutating func openBracket(_ place: Int) {
    if isWide(place, "\u{FF5B}") { replace(place, "\u{FF5B}", by: "{", padding: "{  ") }
    if isWide(place, "\u{FF3B}") { replace(place, "\u{FF3B}", by: "[", padding: "[  ") }
  }

  /// Walks through flow collections and quotes; what follows them on the line is left alone.
  private mutating func inside(_ start: Int, _ end: Int) {
    var place = start
    var isItemStart = !flow.isEmpty && quote == nil
    while place < end {
      let byte = text[place]
      if let open = quote {
        if byte == UInt8(ascii: "\\"), open == UInt8(ascii: "\"") {
          place += 1
        } else if byte == open {
          quote = nil
        }
        place += 1
        if quote == nil, flow.isEmpty { return }
        continue
      }
      if byte == UInt8(ascii: "#"), place == start || text[place - 1] == 0x20 { return }
      switch byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        flow.append(byte)
        isItemStart = true
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        _ = flow.popLast()
        if flow.isEmpty { return }
        isItemStart = false
      case UInt8(ascii: ","): isItemStart = true
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if isItemStart { quote = byte }
        isItemStart = false
      case 0x20: break
      case UInt8(ascii: ":"): isItemStart = place + 1 < end && text[place + 1] == 0x20
      default:
        if isItemStart { itemStart(place, end) } else { separator(place, end) }
        if text[place] != byte { continue }
        isItemStart = false
      }
      place += 1
    }
  }

  /// The first character of a key or an item in a flow collection.
  private mutating func itemStart(_ place: Int, _ end: Int) {
    openBracket(place)
    let key = keyEnd(place, end)
    if flow.last == UInt8(ascii: "{"), key > place, isWide(key, "\u{FF1A}") { replaceColon(key) }
    if isWide(place, "\u{201C}"), let close = flowItemEnd(place, end), isWide(close, "\u{201D}") {
      replaceQuotes(place, close, "\u{201C}", "\u{201D}")
    }
    if isWide(place, "\u{3000}") {
      replace(place, "\u{3000}", by: " ", padding: "   ")
    }
  }

  /// The start of the last character before the comma or bracket that ends an item.
  private func flowItemEnd(_ start: Int, _ end: Int) -> Int? {
    var place = start
    while place < end, text[place] != UInt8(ascii: ","), text[place] != UInt8(ascii: "}"),
      text[place] != UInt8(ascii: "]"), !(place > start && isWide(place, "\u{FF0C}"))
    { place += 1 }
    while place > start, text[place - 1] == 0x20 { place -= 1 }
    return place - 3 > start ? place - 3 : nil
  }

  /// Full-width commas and closing brackets between the items of a flow collection.
  private mutating func separator(_ place: Int, _ end: Int) {
    if isWide(place, "\u{FF5D}"), flow.last == UInt8(ascii: "{") {
      replace(place, "\u{FF5D}", by: "}", padding: "}  ")
    } else if isWide(place, "\u{FF3D}"), flow.last == UInt8(ascii: "[") {
      replace(place, "\u{FF3D}", by: "]", padding: "]  ")
    }
    for comma in ["\u{FF0C}", "\u{3001}"] as [Unicode.Scalar] where isWide(place, comma) {
      let next = spaces(place + 3, end)
      let key = keyEnd(next, end)
      let after = spaces(key, end)
      let isKey =
        key > next && after < end
        && (text[after] == UInt8(ascii: ":") || isWide(after, "\u{FF1A}"))
      if flow.last == UInt8(ascii: "[") || isKey {
        let edit = place + 3 < end && text[place + 3] == 0x20 ? "," : ", "
        replace(place, comma, by: ",", padding: ",  ", edit: edit)
      }
    }
  }

  // MARK: - Replacing

  /// Where the word that begins at a place ends: ASCII name characters and any wide ones that are
  /// no punctuation.
  private func keyEnd(_ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end {
      let byte = text[place]
      let isName =
        (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
        || byte == UInt8(ascii: ".")
      if byte >= 0x80 {
        if isPunctuation(place) { return place }
      } else if !isName {
        return place
      }
      place += 1
    }
    return place
  }

  private func isPunctuation(_ place: Int) -> Bool {
    [
      "\u{FF1A}", "\u{FF0C}", "\u{3001}", "\u{3000}", "\u{201C}", "\u{201D}", "\u{FF5B}",
      "\u{FF5D}", "\u{FF3B}", "\u{FF3D}", "\u{3002}", "\u{FF1B}",
    ].contains { isWide(place, $0) }
  }

  private func isWide(_ place: Int, _ scalar: Unicode.Scalar) -> Bool {
    guard place + 3 <= text.count, text[place] >= 0xE0 else { return false }
    let value = scalar.value
    return text[place] == UInt8(0xE0 | value >> 12)
      && text[place + 1] == UInt8(0x80 | value >> 6 & 0x3F)
      && text[place + 2] == UInt8(0x80 | value & 0x3F)
  }

  private mutating func replaceColon(_ place: Int) {
    let needsSpace = place + 3 < text.count && text[place + 3] != 0x20 && text[place + 3] != 0x0A
    replace(place, "\u{FF1A}", by: ":", padding: ":  ", edit: needsSpace ? ": " : ":")
  }

  /// A pair is one mistake at its opening quote.
  private mutating func replaceQuotes(
    _ start: Int, _ end: Int, _ open: Unicode.Scalar, _ close: Unicode.Scalar
  ) {
    let inner = text[(start + 3)..<end]
    let isSimple = !inner.contains(UInt8(ascii: "\"")) && !inner.contains(UInt8(ascii: "\\"))
    guard isSimple || !inner.contains(UInt8(ascii: "'")) else { return }
    let mark = isSimple ? "\"" : "'"
    let span = Span(file: file, start: start, end: end + 3)
    mistakes.append(
      .fullWidth(
        found: open, meant: mark,
        edit: mark + String(decoding: inner, as: UTF8.self) + mark, at: span))
    text.replaceSubrange(start..<start + 3, with: Array("  \(mark)".utf8))
    text.replaceSubrange(end..<end + 3, with: Array("\(mark)  ".utf8))
  }

  private mutating func replace(
    _ place: Int, _ found: Unicode.Scalar, by meant: String, padding: String, edit: String? = nil
  ) {
    let span = Span(file: file, start: place, end: place + 3)
    mistakes.append(.fullWidth(found: found, meant: meant, edit: edit ?? meant, at: span))
    text.replaceSubrange(place..<place + 3, with: Array(padding.utf8))
  }

  /// What cannot be replaced byte for byte without moving the line: tabs make libyaml stop there.
  private mutating func stop(
    at place: Int, found: Unicode.Scalar, meant: String, edit: String
  ) {
    let span = Span(file: file, start: place, end: place + 3)
    mistakes.append(.fullWidth(found: found, meant: meant, edit: edit, at: span))
    for index in place..<place + 3 { text[index] = 0x09 }
  }
}
