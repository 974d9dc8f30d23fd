/// The text of a script as it is sent: without comments, indentation, and spaces and line ends that
/// part nothing. It knows where texts, templates and regular expressions begin and end, and no more
/// of the language; whatever it cannot be sure of stays.
struct ScriptText {
  private let source: [UInt8]
  private var index = 0
  private var out: [UInt8] = []

  /// The parts one after the other.
  static func squeezed(_ parts: [StaticString]) -> [UInt8] {
    var source: [UInt8] = []
    for part in parts {
      source.append(
        contentsOf: UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount))
    }
    return squeezed(source)
  }

  static func squeezed(_ source: [UInt8]) -> [UInt8] {
    var text = ScriptText(source: source)
    text.squeeze()
    return text.out
  }

  private init(source: [UInt8]) { self.source = source }

  private var byte: UInt8? { index < source.count ? source[index] : nil }
  private var isComment: Bool {
    source[index...].starts(with: "//".utf8)
  }

  private mutating func squeeze() {
    while let byte {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): copyText(byte)
      case UInt8(ascii: "`"): copyTemplate()
      case UInt8(ascii: " "), UInt8(ascii: "\n"): space()
      case UInt8(ascii: "/") where isComment: space()
      case UInt8(ascii: "/") where beginsExpression: copyRegularExpression()
      default: copy()
      }
    }
    if let last = out.last, last != UInt8(ascii: "\n") { out.append(UInt8(ascii: "\n")) }
  }

  private mutating func copy() {
    out.append(source[index])
    index += 1
  }

  // MARK: What is kept as it is

  private mutating func copyText(_ quote: UInt8) {
    copy()
    while let byte, byte != quote { copyCharacter() }
    if byte != nil { copy() }
  }

  /// A byte, and the one behind it that a backslash takes the meaning from.
  private mutating func copyCharacter() {
    if byte == UInt8(ascii: "\\") { copy() }
    if byte != nil { copy() }
  }

  private mutating func copyTemplate() {
    copy()
    while let byte, byte != UInt8(ascii: "`") {
      if source[index...].starts(with: "${".utf8) { copyHole() } else { copyCharacter() }
    }
    if byte != nil { copy() }
  }

  /// `${…}` with the texts and braces in it.
  private mutating func copyHole() {
    var depth = 0
    while let byte {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"): copyText(byte)
      case UInt8(ascii: "`"): copyTemplate()
      case UInt8(ascii: "{"):
        depth += 1
        copy()
      case UInt8(ascii: "}"):
        depth -= 1
        copy()
        if depth == 0 { return }
      default: copy()
      }
    }
  }

  private mutating func copyRegularExpression() {
    var isInClass = false
    copy()
    while let byte, isInClass || byte != UInt8(ascii: "/") {
      if byte == UInt8(ascii: "[") { isInClass = true }
      if byte == UInt8(ascii: "]") { isInClass = false }
      copyCharacter()
    }
    if byte != nil { copy() }
  }

  /// Whether what follows begins an expression, so that a slash does not divide.
  private var beginsExpression: Bool {
    guard let last = out.last else { return true }
    if out.suffix(6).elementsEqual("return".utf8) { return true }
    return "(,=:[!&|?{};+-*%<>~^\n".utf8.contains(last)
  }

  // MARK: What goes

  /// Spaces, line ends and comments: one byte of them, or none.
  private mutating func space() {
    var hasLineEnd = false
    while let byte {
      if isComment {
        while let byte = self.byte, byte != UInt8(ascii: "\n") { index += 1 }
      } else if byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\n") {
        hasLineEnd = hasLineEnd || byte == UInt8(ascii: "\n")
        index += 1
      } else {
        break
      }
    }
    guard let before = out.last, let after = byte else { return }
    if hasLineEnd {
      if !isJoined(before, after) { out.append(UInt8(ascii: "\n")) }
    } else if isPart(before) && isPart(after)
      || before == after && "+-/".utf8.contains(before)
    {
      out.append(UInt8(ascii: " "))
    }
  }

  /// Whether no statement can end between two signs.
  private func isJoined(_ before: UInt8, _ after: UInt8) -> Bool {
    let isStep = out.suffix(2).elementsEqual("++".utf8) || out.suffix(2).elementsEqual("--".utf8)
    if "})],;.?:&|".utf8.contains(after) { return true }
    return !isStep && "{([,;:?=&|+-*<>".utf8.contains(before)
  }

  /// Whether a byte is part of a word.
  private func isPart(_ byte: UInt8) -> Bool {
    let isLetter = byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A
    return isLetter || byte >= 0x30 && byte <= 0x39 || byte >= 0x80 || "_$".utf8.contains(byte)
  }
}
