import Diagnostics

/// Reads the lines as YAML would and finds where another character stands in the place of one of
/// YAML's own: full-width punctuation, curly quotes, tabs and unusual spaces, a lacking space or
/// colon. Each is reported and replaced, so that the rest of the file is read as it was meant.
///
/// Only places are touched where the text would otherwise be no YAML or no definition. Inside
/// texts everything stays.
struct LineRepair {
  /// A block collection that is open: the column at which its entries begin.
  struct Level {
    let column: Int
    let isMapping: Bool
  }

  /// A block scalar that is being passed.
  struct BlockScalar {
    /// The column of the entry that it is the value of, -1 at the root.
    let parent: Int
    /// The column at which its lines begin, once that is known.
    var column: Int?
  }

  let text: UnsafeBufferPointer<UInt8>
  /// The columns that a tab in the indentation stands for.
  let tabWidth: Int
  /// Whether any other width would nest the lines in the same way. If not, the reading of the file
  /// ends at the first tab.
  let isTabWidthKnown: Bool
  /// Whether only ``misfits`` and ``shape`` are asked for.
  private(set) var isTrial = false
  private let file: Int
  /// From the offsets of `text` to those of the file.
  private let origin: Rewriting

  var edits: [Rewriting.Edit] = []
  var mistakes: [any Mistake] = []
  /// Where keys end, in the file, whose values are guessed and not to be believed.
  var guessed: Set<Int> = []
  /// Where the reading of the file ends: at too many mistakes, at a tab that can mean anything.
  private(set) var cut: Int?

  var levels: [Level] = []
  /// Whether the last entry had no value, so that one may follow in deeper lines.
  var isOpen = true
  /// Open flow collections, as their brackets.
  var flow: [UInt8] = []
  /// Where the walk through them is.
  var part = FlowPart.start
  /// The quote in which a line ended.
  var quote: UInt8?
  var blockScalar: BlockScalar?
  /// The column of the entry whose plain value may go on in deeper lines.
  var plainParent: Int?

  /// The last lines that begin with `%`.
  private var directives: Range<Int>?
  /// Runs of lines that are indented by the same wrong character.
  var indents = IndentRuns()
  /// Lines whose indentation does not fit what stands before them.
  var misfits = 0
  /// Tells the nestings apart that different widths of a tab give.
  var shape: UInt64 = 0xCBF2_9CE4_8422_2325

  init(
    _ text: UnsafeBufferPointer<UInt8>, origin: Rewriting, file: Int, tabWidth: Int = 2,
    isTabWidthKnown: Bool = true
  ) {
    self.text = text
    self.origin = origin
    self.file = file
    self.tabWidth = tabWidth
    self.isTabWidthKnown = isTabWidthKnown
  }

  /// Goes through the text for the sake of ``misfits`` and ``shape`` alone.
  mutating func tryOut() {
    isTrial = true
    run()
  }

  mutating func run() {
    var start = 0
    // Deeper than the reader goes nothing need be repaired.
    while start < text.count, levels.count + flow.count <= 2 * SyntaxLimits.depth {
      if cutIfFull(start) { break }
      var end = start
      while end < text.count, text[end] != 0x0A { end += 1 }
      let before = edits.count
      line(start, end > start && text[end - 1] == 0x0D ? end - 1 : end)
      if hasTabs, !isTabWidthKnown {
        edits.removeSubrange(before...)
        edits.append(Rewriting.Edit(start, text.count, ""))
        cut = origin.start(start)
      }
      if cut != nil { break }
      start = end + 1
    }
    finishIndents()
  }

  /// Ends the reading at a place when there are too many mistakes before it.
  mutating func cutIfFull(_ place: Int) -> Bool {
    guard mistakes.count >= SyntaxLimits.mistakes else { return false }
    if cut == nil {
      let span = span(place, place)
      mistakes.append(TextMistake.tooManyMistakes(limit: SyntaxLimits.mistakes, at: span))
      edits.append(Rewriting.Edit(place, text.count, ""))
      cut = span.start
    }
    return true
  }

  private mutating func line(_ start: Int, _ end: Int) {
    let indent = Indent(start, end, in: self)
    if indent.content == end { return blank(indent) }
    if quote != nil || !flow.isEmpty {
      // Tabs before the content of brackets are good YAML; libyaml stumbles over some.
      if quote == nil, indent.odd == "\t" { replaceTabs(indent) }
      if let after = walk(start, end) { finish(after, end) }
      return
    }
    if var block = blockScalar {
      if indent.column > block.parent {
        let needed = block.column ?? block.parent + 1
        if indent.spaces < needed { straighten(indent) }
        block.column = block.column ?? max(needed, indent.spaces)
        blockScalar = block
        return
      }
      blockScalar = nil
    }
    if text[indent.content] == UInt8(ascii: "#") { return blank(indent) }
    if let parent = plainParent, indent.column > parent {
      if indent.spaces <= parent {
        straighten(indent)
        if holdsKey(indent.content, end) { misfits += 1 }
      }
      return
    }
    plainParent = nil
    var place = indent.content
    if indent.column == 0 {
      if text[place] == UInt8(ascii: "%") { return directive(start, end) }
      if let next = marker(place, end) {
        guard let next else { return }
        place = next
        node(place, end, column: -1, isItem: true)
        return
      }
    }
    if scalar(place).value == 0xFF03 {
      replaceWide(place, "#")
      return
    }
    straighten(indent)
    structure(place, end, indent.column)
  }

  private mutating func replaceTabs(_ indent: Indent) {
    let blanks = String(repeating: " ", count: indent.content - indent.start)
    guard text[indent.start..<indent.content].allSatisfy({ $0 < 0x80 }) else { return }
    edits.append(Rewriting.Edit(indent.start, indent.content, blanks))
  }

  /// White space that stands alone or before a comment means nothing, whatever it is made of.
  private mutating func blank(_ indent: Indent) {
    guard !indent.isPlain, quote == nil, flow.isEmpty else { return }
    if let block = blockScalar, indent.spaces >= block.column ?? block.parent + 1 { return }
    edits.append(Rewriting.Edit(indent.start, indent.content, ""))
  }

  /// Passes `---` or `...` at the start of a line: where the line goes on, nil within when it
  /// does not. Nil when there is no marker.
  private mutating func marker(_ place: Int, _ end: Int) -> Int?? {
    guard place + 3 <= end, text[place] == text[place + 1], text[place] == text[place + 2],
      text[place] == UInt8(ascii: "-") || text[place] == UInt8(ascii: "."),
      place + 3 == end || isSpace(place + 3)
    else { return nil }
    levels = []
    isOpen = true
    let next = spaces(place + 3, end)
    return .some(next == end || text[next] == UInt8(ascii: "#") ? nil : next)
  }

  /// A line that begins with `%`. Taken out because libyaml takes quadratic time over many. Lines
  /// one after the other are one mistake.
  private mutating func directive(_ start: Int, _ end: Int) {
    edits.append(Rewriting.Edit(start, end, ""))
    var first = start
    if let last = directives, text[last.upperBound..<start].allSatisfy({ $0 < 0x20 }) {
      first = last.lowerBound
      mistakes.removeLast()
    }
    directives = first..<end
    mistakes.append(RefusedMistake.directive(at: span(first, end)))
  }

  /// One line of a block: dashes, then a node.
  private mutating func structure(_ start: Int, _ end: Int, _ column: Int) {
    noteFit(column, isItem: text[start] == UInt8(ascii: "-"))
    var place = start
    var column = column
    var isItem = false
    while let next = dash(place, end, isItem: isItem) {
      enter(column, isMapping: false)
      isItem = true
      isOpen = true
      place = next.place
      column += next.columns
      if place == end || text[place] == UInt8(ascii: "#") { return }
    }
    node(place, end, column: column, isItem: isItem)
  }

  /// Whether there is a colon in a line as after a key.
  private func holdsKey(_ start: Int, _ end: Int) -> Bool {
    (start..<end).contains { place in
      text[place] == UInt8(ascii: ":") && (place + 1 == end || text[place + 1] == 0x20)
    }
  }

  /// What a key was left open for has to stand deeper, items of a list at least as deep; what
  /// goes on has to stand where something stands already.
  private mutating func noteFit(_ column: Int, isItem: Bool) {
    let deepest = levels.last?.column ?? -1
    let fillsKey = column > deepest || isItem && column == deepest
    while let last = levels.last, last.column > column { levels.removeLast() }
    let outer = levels.last?.column ?? -1
    let isSibling = levels.contains { $0.column == column && $0.isMapping != isItem }
    if isOpen ? !fillsKey : !isSibling { misfits += 1 }
    shape = (shape ^ UInt64(levels.count * 2 + (outer == column ? 1 : 0))) &* 0x100_0000_01B3
  }

  /// Opens the block collection of a column unless it is open.
  mutating func enter(_ column: Int, isMapping: Bool) {
    while let last = levels.last,
      last.column > column || last.column == column && isMapping && !last.isMapping
    { levels.removeLast() }
    if let last = levels.last, last.column == column, last.isMapping == isMapping { return }
    levels.append(Level(column: column, isMapping: isMapping))
  }

  // MARK: - Characters

  /// The character at a place, U+0000 at the end.
  func scalar(_ place: Int) -> Unicode.Scalar {
    guard place < text.count else { return "\0" }
    if text[place] < 0x80 { return Unicode.Scalar(text[place]) }
    return UTF8Text.decode(text, place)?.scalar ?? "\u{FFFD}"
  }

  /// The bytes of the character at a place.
  func width(_ place: Int) -> Int {
    text[place] < 0x80 ? 1 : text[place] < 0xE0 ? 2 : text[place] < 0xF0 ? 3 : 4
  }

  func isSpace(_ place: Int) -> Bool { text[place] == 0x20 || text[place] == 0x09 }

  func isOddSpace(_ place: Int) -> Bool {
    text[place] >= 0xC2 && WideCharacters.isOddSpace(scalar(place).value)
  }

  /// Whether a place is the end or holds white space, plain or not.
  func isGap(_ place: Int, _ end: Int) -> Bool {
    place >= end || isSpace(place) || isOddSpace(place)
  }

  /// Past spaces and tabs.
  func spaces(_ start: Int, _ end: Int) -> Int {
    var place = start
    while place < end, isSpace(place) { place += 1 }
    return place
  }

  /// The span in the file of a range of `text`.
  func span(_ start: Int, _ end: Int) -> Span {
    let from = origin.start(start)
    return Span(file: file, start: from, end: max(from, origin.end(end)))
  }
}
