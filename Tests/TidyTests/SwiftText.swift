/// Swift with the contents of its comments and string literals blanked, line for line, so that
/// words and braces in them are not taken for code. Interpolations are blanked with their string.
struct SwiftText {
  private let source: [Character]
  private var code: [Character] = []
  private var place = 0

  static func code(of text: String) -> [Character] {
    var reader = SwiftText(source: Array(text))
    reader.read()
    return reader.code
  }

  private init(source: [Character]) { self.source = source }

  private mutating func read() {
    while place < source.count {
      if starts("//") {
        blank(until: { $0.starts("\n") })
      } else if starts("/*") {
        blankComment()
      } else if let hashes = openingQuote() {
        blankString(hashes)
      } else {
        code.append(source[place])
        place += 1
      }
    }
  }

  private func starts(_ text: String, at offset: Int = 0) -> Bool {
    var index = place + offset
    for character in text {
      guard index < source.count, source[index] == character else { return false }
      index += 1
    }
    return true
  }

  private mutating func blank(_ count: Int = 1) {
    for _ in 0..<count where place < source.count {
      code.append(source[place] == "\n" ? "\n" : " ")
      place += 1
    }
  }

  private mutating func blank(until stop: (SwiftText) -> Bool) {
    while place < source.count && !stop(self) { blank() }
  }

  private mutating func blankComment() {
    var depth = 0
    repeat {
      if starts("/*") {
        depth += 1
        blank(2)
      } else if starts("*/") {
        depth -= 1
        blank(2)
      } else {
        blank()
      }
    } while depth > 0 && place < source.count
  }

  /// The number of `#` before the quote that stands here; nil when none does.
  private func openingQuote() -> Int? {
    var hashes = 0
    while starts("#", at: hashes) { hashes += 1 }
    return starts("\"", at: hashes) ? hashes : nil
  }

  private mutating func blankString(_ hashes: Int) {
    let mark = String(repeating: "#", count: hashes)
    blank(hashes)
    let quote = starts("\"\"\"") ? "\"\"\"" : "\""
    blank(quote.count)
    while place < source.count && !starts(quote + mark) {
      if starts("\\" + mark + "(") {
        blank(hashes + 2)
        blankInterpolation()
      } else if starts("\\" + mark) {
        blank(hashes + 2)
      } else {
        blank()
      }
    }
    blank(quote.count + hashes)
  }

  private mutating func blankInterpolation() {
    var depth = 1
    while depth > 0 && place < source.count {
      if let hashes = openingQuote() {
        blankString(hashes)
      } else {
        if starts("(") { depth += 1 }
        if starts(")") { depth -= 1 }
        blank()
      }
    }
  }
}
