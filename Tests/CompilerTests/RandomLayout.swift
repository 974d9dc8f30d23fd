import TestSupport

/// Writes random trees as YAML in a random layout: any width of indentation, comments wherever they
/// may stand, texts of several lines in every style, brackets over several lines, CRLF, Chinese.
struct RandomLayout {
  /// In their order, without white space at their ends.
  private(set) var comments: [String] = []
  private var random: SeededRandom
  private var text = ""
  private var keys = 0
  private var feed = "\n"

  init(seed: UInt64) { random = SeededRandom(seed: seed &* 0x9E37_79B9 &+ 20_261_122) }

  mutating func file() -> [UInt8] {
    feed = chance(4) ? "\r\n" : "\n"
    if chance(8) { text += "\u{FEFF}" }
    if chance(10) { text += "---" + lineEnd() }
    between(0)
    mapping(at: 0, depth: 0)
    if chance(4) { while text.last?.isWhitespace == true { text.removeLast() } }
    return Array(text.utf8)
  }

  // MARK: - Chance

  private mutating func chance(_ n: Int) -> Bool { Int.random(in: 0..<n, using: &random) == 0 }

  private mutating func number(_ range: ClosedRange<Int>) -> Int {
    .random(in: range, using: &random)
  }

  private mutating func spaces(_ range: ClosedRange<Int>) -> String {
    String(repeating: " ", count: number(range))
  }

  private mutating func comment() -> String {
    let words = ["x", "说明：未定", "a: [b", "\"", "- it's", "| 见"]
    comments.append("#\(comments.count) " + words[number(0...words.count - 1)])
    return comments[comments.count - 1]
  }

  /// Spaces, at times a comment, and the end of the line.
  private mutating func lineEnd() -> String {
    if chance(5) { return spaces(1...6) + comment() + spaces(0...2) + feed }
    return (chance(6) ? spaces(1...3) : "") + feed
  }

  /// Blank lines and comment lines, indented by at most `limit` when given.
  private mutating func between(_ limit: Int = 9) {
    while chance(4) {
      text += chance(2) ? spaces(0...limit) + comment() + feed : spaces(0...limit) + feed
    }
  }

  // MARK: - Blocks

  private mutating func key() -> String {
    keys += 1
    switch number(0...4) {
    case 0: return "\"k \(keys)\""
    case 1: return "键\(keys)"
    case 2: return "a_long_key_\(keys)"
    default: return "k\(keys)"
    }
  }

  private mutating func mapping(at column: Int, depth: Int, isInline: Bool = false) {
    for index in 0..<number(1...4) {
      if index > 0 || !isInline { text += String(repeating: " ", count: column) }
      text += key() + (chance(6) ? " " : "") + ":"
      value(of: column, depth: depth, isSequenceAllowedAt: column)
    }
  }

  private mutating func sequence(at column: Int, depth: Int, isInline: Bool = false) {
    for index in 0..<number(1...3) {
      if index > 0 || !isInline { text += String(repeating: " ", count: column) }
      text += "-"
      let gap = number(1...4)
      switch number(0...5) {
      case 0 where depth < 4:
        text += String(repeating: " ", count: gap)
        mapping(at: column + 1 + gap, depth: depth + 1, isInline: true)
      case 1 where depth < 4:
        text += String(repeating: " ", count: gap)
        sequence(at: column + 1 + gap, depth: depth + 1, isInline: true)
      default: value(of: column, depth: depth, isSequenceAllowedAt: column + 1)
      }
    }
  }

  /// What stands behind a colon or a dash, to the end of its last line and what may follow it.
  private mutating func value(of column: Int, depth: Int, isSequenceAllowedAt least: Int) {
    switch number(0...9) {
    case 0 where depth < 4:
      text += lineEnd()
      between()
      let below = column + number(1...5)
      text += String(repeating: " ", count: below)
      mapping(at: below, depth: depth + 1, isInline: true)
    case 1 where depth < 4:
      text += lineEnd()
      between()
      let below = number(least...column + 4)
      text += String(repeating: " ", count: below)
      sequence(at: below, depth: depth + 1, isInline: true)
    case 2: block(column)
    case 3:
      text += spaces(1...5)
      flow(depth: 0, column)
      text += lineEnd()
      between()
    case 4:
      text +=
        lineEnd() + String(repeating: " ", count: column + number(1...4)) + scalar() + lineEnd()
      between()
    case 5:
      text += spaces(1...3) + lines(column) + lineEnd()
      between()
    case 6:
      text += lineEnd()
      between()
    default:
      text += spaces(1...8) + scalar() + lineEnd()
      between()
    }
  }

  // MARK: - Scalars

  private mutating func scalar() -> String {
    let words = [
      "text", "客户名称", "1.10", "no", "2026-03-02", "-x", "it's", "x#y", "a:b", "甲，乙：丙", "''",
      "\"q # ,\"", "'it''s {'", "\"\\\"\\\\ \\u4e2d\"", "0123", "~",
    ]
    return words[number(0...words.count - 1)]
  }

  /// A text over several lines: plain or in quotes.
  private mutating func lines(_ column: Int) -> String {
    let style = number(0...2)
    let mark = ["", "'", "\""][style]
    var out = mark + "一 a"
    for _ in 0..<number(1...3) {
      if style == 2, chance(4) { out += ["\\", " \\", "\\ "][number(0...2)] }
      out += (chance(3) ? spaces(1...2) : "") + feed
      while chance(4) { out += spaces(0...6) + feed }
      out +=
        String(repeating: " ", count: column + number(1...9))
        + ["b", "二：三", "- c", "x, y"][number(0...3)]
    }
    if !mark.isEmpty, chance(3) { out += feed + spaces(1...4) }
    return out + mark
  }

  private mutating func block(_ column: Int) {
    let depth = number(1...5)
    let hasDigit = chance(3)
    text += spaces(1...3) + (chance(2) ? "|" : ">") + (hasDigit ? "\(depth)" : "")
    text += ["", "-", "+"][number(0...2)] + lineEnd()
    let indent = String(repeating: " ", count: column + depth)
    while chance(4) { text += feed }
    for index in 0..<number(1...4) {
      let deeper = index > 0 || hasDigit ? spaces(0...3) : ""
      text += indent + deeper + ["甲", "- b", "k: v", "x  ", "\"", "a # b"][number(0...5)] + feed
      while chance(4) { text += chance(2) ? feed : indent + spaces(0...2) + feed }
    }
    between(column)
  }

  // MARK: - Brackets

  private mutating func flow(depth: Int, _ column: Int) {
    let isMapping = chance(2)
    text += isMapping ? "{" : "["
    flowGap(column)
    let count = number(0...3)
    for index in 0..<count {
      if isMapping {
        text += key() + (chance(6) ? " " : "") + ":"
        if chance(8) {
          text += " "
          flowGap(column)
        } else {
          text += spaces(1...2)
          if chance(8) { flowGap(column) }
          flowValue(depth, column)
        }
      } else {
        flowValue(depth, column)
      }
      flowGap(column)
      if index < count - 1 || chance(6) {
        text += ","
        flowGap(column)
      }
    }
    text += isMapping ? "}" : "]"
  }

  private mutating func flowValue(_ depth: Int, _ column: Int) {
    if depth < 3, chance(4) {
      flow(depth: depth + 1, column)
    } else {
      text += ["a", "客户", "'x, y'", "\"{\"", "1.0", "b c", "-d"][number(0...6)]
    }
  }

  /// White space inside brackets: at times line ends and comments.
  private mutating func flowGap(_ column: Int) {
    text += spaces(0...2)
    guard chance(6) else { return }
    text += lineEnd()
    between()
    text += String(repeating: " ", count: column + number(1...8))
  }
}
