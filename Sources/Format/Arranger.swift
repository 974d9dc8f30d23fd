import Diagnostics
import Syntax

/// Walks through the tokens of a text and writes the same text with new white space between them.
struct Arranger {
  let source: SourceFile
  private(set) var lines: [Line] = []
  private var line = Line(bytes: [])
  /// Whether the next byte begins a line.
  private var isAtLineStart = true
  private var hasBlank = false
  /// The new indentation of the line.
  private var indent = 0
  private var levels: [Level] = []
  /// What was open after the last token that can be seen.
  private var open: [Level] = []
  private var last: YAMLToken?
  /// Whether a token without width said that a key comes.
  private var isKey = false
  /// The columns of the key with which the line begins.
  private var lineKey: Level.Block?
  /// Whether a text at the very end has no line feed and would get one by it.
  private var endsInText = false

  static func arrange(_ source: SourceFile, _ tokens: [YAMLToken]) -> [UInt8] {
    var arranger = Arranger(source: source)
    for token in tokens { arranger.take(token) }
    arranger.finish()
    var out = Alignment.join(arranger.lines)
    if arranger.endsInText { out.removeLast() }
    return out
  }

  private init(source: SourceFile) { self.source = source }

  private mutating func take(_ token: YAMLToken) {
    switch token.kind {
    case .blockMappingStart:
      levels.append(.mapping(Level.Block(old: source.column(token.start), new: levels.inner)))
      return
    case .blockSequenceStart:
      let block = Level.Block(old: source.column(token.start), new: levels.inner)
      levels.append(.sequence(block, isIndentless: false))
      return
    case .blockEnd:
      endIndentless()
      levels.removeLast()
      return
    case .key:
      endIndentless()
      if token.end == token.start {
        isKey = true
        return
      }
    case .value: endIndentless()
    case .blockEntry:
      if case .mapping(let block) = levels.last {
        let below = Level.Block(old: block.old, new: block.new + 2)
        levels.append(.sequence(below, isIndentless: true))
      }
    default: break
    }
    write(token)
    last = token
    open = levels
    isKey = false
  }

  private mutating func endIndentless() {
    if case .sequence(_, isIndentless: true) = levels.last { levels.removeLast() }
  }

  // MARK: - Tokens

  private mutating func write(_ token: YAMLToken) {
    let gap = (last?.end ?? source.lineStart(0))..<token.start
    let isFirst = isAtLineStart || source.bytes[gap].contains(0x0A)
    if isFirst {
      let (old, new) = (source.column(token.start), indentation(token))
      pass(gap, to: Level.Block(old: old, new: new))
      begin(new)
    } else if let last {
      separate(last, token)
    }
    if isKey, case .mapping(let block) = levels.last { lineKey = block }
    switch token.kind {
    case .flowMappingStart: openBrackets(isMapping: true, isFirst: isFirst)
    case .flowSequenceStart: openBrackets(isMapping: false, isFirst: isFirst)
    case .flowMappingEnd, .flowSequenceEnd: levels.removeLast()
    default: break
    }
    writeText(token)
  }

  private var isAfterColon: Bool {
    if case .value = last?.kind { return true }
    return false
  }

  /// The column of a token that begins a line.
  private func indentation(_ token: YAMLToken) -> Int {
    if let brackets = levels.brackets {
      switch token.kind {
      case .flowMappingEnd, .flowSequenceEnd: return brackets.outer
      default: return isAfterColon ? brackets.inner + 2 : brackets.inner
      }
    }
    switch token.kind {
    case .documentStart, .documentEnd: return 0
    case .blockEntry, .key, .value: return levels.block?.new ?? 0
    default:
      let column = isKey ? levels.block?.new ?? 0 : levels.inner
      return column == 0 && source.isMarker(token.start..<token.end) ? 2 : column
    }
  }

  private mutating func openBrackets(isMapping: Bool, isFirst: Bool) {
    let line = lines.count
    var (outer, inner) = (indent, indent + 2)
    if let around = levels.brackets {
      if around.line == line { (outer, inner) = (around.outer, around.inner) }
    } else if !isFirst {
      if case .sequence = levels.last {
        outer = levels.inner
      } else {
        outer = levels.block?.new ?? 0
      }
      inner = outer + 2
    }
    levels.append(
      .flow(Level.Brackets(isMapping: isMapping, line: line, outer: outer, inner: inner)))
  }

  /// The space between two tokens of a line.
  private mutating func separate(_ before: YAMLToken, _ token: YAMLToken) {
    switch (before.kind, token.kind) {
    case (.value, _):
      // `a:,` would be one word.
      if let key = lineKey, case .mapping = open.last {
        line.value = Line.Split(
          offset: line.bytes.count, column: source.cellColumn(token.start), key: key.old,
          newKey: key.new)
        lineKey = nil
      } else {
        line.bytes.append(0x20)
      }
    case (.key, _): if before.end < token.start { line.bytes.append(0x20) }
    case (_, .flowEntry), (_, .value), (_, .flowSequenceEnd), (.flowSequenceStart, _),
      (.flowMappingStart, .flowMappingEnd):
      break
    default: line.bytes.append(0x20)
    }
  }

  // MARK: - Lines

  private mutating func begin(_ column: Int) {
    line = Line(bytes: Array(repeating: 0x20, count: column))
    indent = column
    lineKey = nil
    isAtLineStart = false
  }

  private mutating func end() {
    if hasBlank, !lines.isEmpty { lines.append(Line(bytes: [])) }
    hasBlank = false
    lines.append(line)
    isAtLineStart = true
  }

  /// Passes comments and blank lines up to a token that begins a line; `follow` is its column.
  private mutating func pass(_ gap: Range<Int>, to follow: Level.Block, isEnd: Bool = false) {
    var start = gap.lowerBound
    while true {
      let feed = source.bytes[start..<gap.upperBound].firstIndex(of: 0x0A)
      if feed == nil, !isEnd, isAtLineStart { return }
      passLine(start..<(feed ?? gap.upperBound), follow)
      guard let feed else { return }
      start = feed + 1
    }
  }

  /// What stands behind the last token of a line, or a line without a token.
  private mutating func passLine(_ range: Range<Int>, _ follow: Level.Block) {
    let comment = source.bytes[range].firstIndex(of: UInt8(ascii: "#"))
    guard let comment else {
      if isAtLineStart { hasBlank = true } else { end() }
      return
    }
    var stop = range.upperBound
    while Arranger.isSpace(source.bytes[stop - 1]) { stop -= 1 }
    let column = source.cellColumn(comment)
    if !isAtLineStart {
      line.comment = Line.Split(offset: line.bytes.count, column: column)
    } else if !hasBlank, let above = lines.last?.comment, above.column == column,
      column > follow.old
    {
      // It goes on below a comment at a line's end.
      line = Line(bytes: [], comment: Line.Split(offset: 0, column: column))
    } else {
      line = Line(bytes: Array(repeating: 0x20, count: commentColumn(column, follow)))
    }
    line.bytes += source.bytes[comment..<stop]
    end()
  }

  /// A comment stands with what follows, or with a block that ends there when it is as deep.
  private func commentColumn(_ column: Int, _ follow: Level.Block) -> Int {
    if let brackets = open.brackets { return brackets.inner }
    let around = open.last { ($0.block?.old ?? 0) <= column }?.block
    guard let around, around.old > follow.old else { return follow.new }
    return around.new
  }

  private mutating func finish() {
    let gap = (last?.end ?? source.lineStart(0))..<source.bytes.count
    if !gap.isEmpty || !isAtLineStart {
      pass(gap, to: Level.Block(old: -1, new: 0), isEnd: true)
    }
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
}

// MARK: - Scalars

extension Arranger {
  private mutating func writeText(_ token: YAMLToken) {
    if case .scalar(.block) = token.kind {
      writeBlock(token)
      return
    }
    var start = token.start
    let column = line.bytes.allSatisfy(Arranger.isSpace) ? indent : nil
    while let feed = source.bytes[start..<token.end].firstIndex(of: 0x0A) {
      appendContent(start..<feed, isFirst: start == token.start, token)
      end()
      start = feed + 1
      begin(furtherColumn(start, below: column, token))
    }
    appendContent(start..<token.end, isFirst: start == token.start, token)
  }

  /// The column of a further line of a text whose first stands at `column` if it stands alone. What
  /// stood deeper stays so: beside the first line it could be taken for a key.
  private func furtherColumn(_ start: Int, below column: Int?, _ token: YAMLToken) -> Int {
    let result = levels.brackets?.inner ?? max(2, levels.inner)
    guard let column, result <= column else { return result }
    let text = source.bytes[start..<token.end].firstIndex { !Arranger.isSpace($0) } ?? start
    return source.column(text) > source.column(token.start) ? column + 2 : result
  }

  /// A line of a scalar of several lines; white space at its ends is no part of the text.
  private mutating func appendContent(_ range: Range<Int>, isFirst: Bool, _ token: YAMLToken) {
    var (start, stop) = (range.lowerBound, range.upperBound)
    if !isFirst {
      while start < stop, Arranger.isSpace(source.bytes[start]) { start += 1 }
      if start == stop { line.bytes = [] }
    }
    if stop < token.end {
      while stop > start, Arranger.isSpace(source.bytes[stop - 1]) { stop -= 1 }
      if stop < range.upperBound, case .scalar(.doubleQuoted) = token.kind, isEscape(stop, start),
        source.bytes[stop] != 0x0D
      {
        stop += 1
      }
    }
    line.bytes += source.bytes[start..<stop]
  }

  /// Whether the bytes before an offset end in a backslash that escapes what follows.
  private func isEscape(_ offset: Int, _ start: Int) -> Bool {
    let count = source.bytes[start..<offset].reversed().prefix { $0 == UInt8(ascii: "\\") }.count
    return count % 2 == 1
  }

  /// A block scalar: its lines move together, nothing else of them changes.
  private mutating func writeBlock(_ token: YAMLToken) {
    let parent = levels.block ?? Level.Block(old: 0, new: 0)
    let scalar = BlockScalar(source.bytes[token.start..<token.end], parent: parent.old)
    line.bytes += scalar.header
    if let comment = scalar.comment {
      line.comment = Line.Split(
        offset: line.bytes.count, column: source.cellColumn(comment.startIndex))
      line.bytes += comment
    }
    end()
    let column = parent.new + (scalar.indicator ?? 2)
    for content in scalar.lines {
      line = Line(bytes: [])
      if !content.isEmpty {
        line.bytes = Array(repeating: 0x20, count: column) + content
      }
      end()
    }
    hasBlank = scalar.hasBlankBelow
    endsInText = token.end == source.bytes.count && scalar.isUnended
  }
}
