import Diagnostics

extension LineRepair {
  func isWideColon(_ place: Int) -> Bool {
    text[place] >= 0xE2 && WideCharacters.meant(scalar(place).value) == ":"
  }

  /// Finds the colon of a plain key, repairs it, and returns where the value's part begins; nil
  /// when the line has no key.
  mutating func keyColon(_ start: Int, _ end: Int, isItem: Bool, column: Int) -> Int? {
    let word = wordEnd(start, end)
    var after = word
    while after < end, isGap(after, end) { after += width(after) }
    if word > start, after < end, isWideColon(after),
      !isItem || isKeyOfItem(start..<word, after, end, column)
    {
      stripOdd(word, after)
      replaceColon(after, end)
      return after + width(after)
    }
    guard let colon = asciiColon(start, end) else { return nil }
    stripEnd(start, colon)
    return colon + 1
  }

  /// The first colon with a space (or the line's end) after it, outside a comment.
  private func asciiColon(_ start: Int, _ end: Int) -> Int? {
    var place = start
    while place < end {
      if text[place] == UInt8(ascii: ":"), place > start, isGap(place + 1, end) { return place }
      if text[place] == UInt8(ascii: "#"), place > start, isSpace(place - 1) { return nil }
      place += 1
    }
    return nil
  }

  /// In a list `- 备注：无` is a text. A key is meant where the word is one of the language's, or
  /// where the next line goes on with a key below it.
  private func isKeyOfItem(_ word: Range<Int>, _ colon: Int, _ end: Int, _ column: Int) -> Bool {
    text[word].allSatisfy { $0 < 0x80 } || nextLineHasKey(end, column)
  }

  /// Where the word that begins at a place ends: ASCII letters, digits, `_`, `.`, `-`, and what
  /// is beyond ASCII but for punctuation and spaces.
  func wordEnd(_ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end {
      let byte = text[place]
      if byte < 0x80 {
        let isPart =
          (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10 || byte == UInt8(ascii: "_")
          || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "-") && place > start
        guard isPart else { return place }
      } else {
        let value = scalar(place).value
        let isPunctuation =
          WideCharacters.meant(value) != nil || WideCharacters.isOddSpace(value)
          || value == 0x3002 || value == 0xFF1B
        if isPunctuation { return place }
      }
      place += width(place)
    }
    return place
  }

  /// The next line with content, when it is near.
  func nextLine(_ end: Int) -> (content: Int, end: Int, column: Int)? {
    var start = end
    for _ in 0..<20 {
      while start < text.count, text[start] != 0x0A { start += 1 }
      start += 1
      guard start < text.count else { return nil }
      var stop = start
      while stop < text.count, text[stop] != 0x0A, text[stop] != 0x0D { stop += 1 }
      let indent = Indent(start, stop, in: self)
      if indent.content < stop, text[indent.content] != UInt8(ascii: "#") {
        return (indent.content, stop, indent.column)
      }
      start = stop
    }
    return nil
  }

  /// Whether the next line stands in a column and has a key.
  func nextLineHasKey(_ end: Int, _ column: Int, evenWithoutSpace: Bool = false) -> Bool {
    guard let next = nextLine(end), next.column == column else { return false }
    let word = wordEnd(next.content, next.end)
    guard word > next.content, word < next.end else { return false }
    return isWideColon(word)
      || text[word] == UInt8(ascii: ":") && (evenWithoutSpace || isGap(word + 1, next.end))
  }

  /// Whether a line without key begins a mapping: the next one, level with it, has a key. Two
  /// lines in which only the space lacks are a mapping too.
  func isFirstOfKeys(_ start: Int, _ end: Int, _ column: Int) -> Bool {
    let word = wordEnd(start, end)
    let hasColon = word > start && word < end && text[word] == UInt8(ascii: ":")
    return nextLineHasKey(end, column, evenWithoutSpace: hasColon)
  }

  /// A line between keys that has none. Returns where the value begins after the repair, or nil
  /// when there is nothing to make a key of.
  mutating func missingColon(_ start: Int, _ end: Int) -> Int? {
    var stop = plainEnd(start, end)
    while stop > start + 1, isSpace(stop - 1) { stop -= 1 }
    let word = wordEnd(start, stop)
    guard word > start else { return nil }
    let line = span(start, stop)
    let shown = String(decoding: text[start..<stop], as: UTF8.self)
    if word < stop, text[word] == UInt8(ascii: ":") {
      insert(" ", at: word + 1)
      mistakes.append(
        SyntaxMistake.missingColon(
          text: shown, kind: .space(span(word + 1, word + 1)), at: line))
      return word + 1
    }
    var colon = word
    while colon < stop, !isWideColon(colon) { colon += width(colon) }
    if colon < stop {
      replaceColon(colon, stop)
      return colon + width(colon)
    }
    var next = word
    while next < stop, isGap(next, stop) { next += width(next) }
    guard next > word || next == stop else { return nil }
    var kind = SyntaxMistake.MissingColon.nothing
    var rest = word
    if next < stop, text[next] == UInt8(ascii: "=") {
      kind = .equals(span(word, next + 1))
      edits.append(Rewriting.Edit(word, next + 1, ": "))
      rest = next + 1
    } else {
      if next < stop { kind = .colon(span(word, word)) }
      insert(": ", at: word)
    }
    guessed.insert(span(start, word).end)
    mistakes.append(SyntaxMistake.missingColon(text: shown, kind: kind, at: line))
    return rest
  }

  // MARK: - Replacing

  private mutating func insert(_ addition: String, at place: Int) {
    edits.append(Rewriting.Edit(place, place, addition))
  }

  mutating func replaceColon(_ place: Int, _ end: Int) {
    let next = place + width(place)
    let hasSpace = next >= end || isSpace(next)
    replaceWide(place, hasSpace ? ":" : ": ", meant: ":")
  }

  /// Replaces one character; `replacement` is `meant` with the space that it needs.
  mutating func replaceWide(_ place: Int, _ replacement: String, meant: String? = nil) {
    let next = place + width(place)
    let found = span(place, next)
    edits.append(Rewriting.Edit(place, next, replacement))
    mistakes.append(
      TextMistake.fullWidth(
        found: scalar(place), meant: meant ?? replacement,
        edits: [Fix.Edit(span: found, text: replacement)], at: found))
  }

  /// Replaces white space that YAML does not take for such.
  mutating func replaceSpace(from start: Int, to end: Int, at odd: Int, by blanks: String) {
    let place = span(odd, odd + width(odd))
    let edit = Fix.Edit(span: span(start, end), text: blanks)
    edits.append(Rewriting.Edit(start, end, blanks))
    mistakes.append(
      text[odd] == 0x09
        ? TextMistake.tabIndentation(edits: [edit], isSafe: true, at: place)
        : TextMistake.unusualSpace(scalar(odd), edits: [edit], at: place))
  }
}
