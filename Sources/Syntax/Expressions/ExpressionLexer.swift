import Diagnostics

/// Cuts an expression into tokens. Full-width signs and signs of other languages are taken for what
/// they mean and noted.
struct ExpressionLexer {
  private let bytes: [UInt8]
  private let scalars: [Unicode.Scalar]
  private var index = 0
  private var offset = 0
  private(set) var tokens: [ExpressionToken] = []
  private(set) var foreign: [ForeignSpelling] = []
  /// Where a text begins that has no end.
  private(set) var unclosedText: Range<Int>?

  init(_ text: String) {
    bytes = Array(text.utf8)
    scalars = Array(text.unicodeScalars)
    while unclosedText == nil, next(), tokens.count <= ExpressionLimits.tokens {}
    tokens.append(ExpressionToken(kind: .end, range: bytes.count..<bytes.count))
  }

  // MARK: Characters

  /// The character at a distance, full-width ones as ASCII.
  private func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    guard index + distance < scalars.count else { return nil }
    return ExpressionLexer.half(scalars[index + distance])
  }

  private static func half(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(UInt8(scalar.value - 0xFEE0))
    case 0x3000, 0xA0: return " "
    default: return scalar
    }
  }

  private mutating func step() {
    offset += UTF8.width(scalars[index])
    index += 1
  }

  /// Adds what was read since an offset; notes it when it is written otherwise.
  private mutating func add(_ kind: ExpressionToken.Kind, from start: Int, meant: String? = nil) {
    tokens.append(ExpressionToken(kind: kind, range: start..<offset))
    let written = String(decoding: bytes[start..<offset], as: UTF8.self)
    if let meant, meant != written {
      foreign.append(ForeignSpelling(written: written, meant: meant, range: start..<offset))
    }
  }

  /// Reads a token; false at the end.
  private mutating func next() -> Bool {
    while let scalar = peek(), scalar.properties.isWhitespace { step() }
    guard let scalar = peek() else { return false }
    let start = offset
    if ExpressionLexer.isDigit(scalar) {
      number(start)
    } else if scalar == "_" || scalar.properties.isXIDStart {
      name(start)
    } else if ExpressionLexer.closing[scalars[index]] != nil || scalar == "\"" || scalar == "'" {
      text(start)
    } else {
      sign(start)
    }
    return true
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { scalar.value &- 0x30 < 10 }

  // MARK: Words and numbers

  private mutating func name(_ start: Int) {
    var word = String.UnicodeScalarView()
    while let scalar = peek(), scalar.properties.isXIDContinue, !ExpressionLexer.isWide(scalar) {
      word.append(scalar)
      step()
    }
    add(.name(String(word)), from: start, meant: String(word))
  }

  /// `、` and the like count as letters nowhere; the middle dot does in Unicode, but not here.
  private static func isWide(_ scalar: Unicode.Scalar) -> Bool { scalar == "·" }

  private mutating func digits() -> String {
    var result = ""
    while let scalar = peek(), ExpressionLexer.isDigit(scalar) {
      result.unicodeScalars.append(scalar)
      step()
    }
    return result
  }

  private mutating func number(_ start: Int) {
    if let day = shape("dddd-dd-dd") {
      if let time = shape("Tdd:dd:dd") ?? shape("Tdd:dd") {
        let whole = day + " " + time.dropFirst()
        add(.dateTime(whole), from: start, meant: whole)
      } else {
        add(.date(day), from: start, meant: day)
      }
      return
    }
    var text = digits()
    while peek() == ",", isGroup, !isInBrackets {
      step()
      text += digits()
    }
    if peek() == ".", let after = peek(1), ExpressionLexer.isDigit(after) {
      step()
      text += "." + digits()
    }
    if peek() == "%" {
      step()
      text = ExpressionLexer.hundredth(text)
    }
    add(.number(text), from: start, meant: text)
  }

  /// Whether a bracket is open, so that a comma parts items.
  private var isInBrackets: Bool {
    tokens.reduce(0) { depth, token in
      if token.isSign("(") || token.isSign("[") { return depth + 1 }
      return token.isSign(")") || token.isSign("]") ? depth - 1 : depth
    } > 0
  }

  /// Whether a comma and exactly three digits follow.
  private var isGroup: Bool {
    for distance in 1...3 {
      guard let scalar = peek(distance), ExpressionLexer.isDigit(scalar) else { return false }
    }
    return peek(4).map { !ExpressionLexer.isDigit($0) } ?? true
  }

  /// `5` as `0.05`.
  private static func hundredth(_ text: String) -> String {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let whole = String(repeating: "0", count: max(0, 3 - parts[0].count)) + parts[0]
    var fraction = whole.suffix(2) + (parts.count > 1 ? parts[1] : "")
    while fraction.last == "0", fraction.count > 1 { fraction.removeLast() }
    return whole.dropLast(2) + "." + fraction
  }

  /// Takes characters of a shape: `d` is a digit, `T` one space or a T.
  private mutating func shape(_ shape: String) -> String? {
    var result = String.UnicodeScalarView()
    var distance = 0
    for form in shape.unicodeScalars {
      guard let scalar = peek(distance) else { return nil }
      let fits =
        form == "d"
        ? ExpressionLexer.isDigit(scalar)
        : form == "T" ? scalar == " " || scalar == "T" : scalar == form
      guard fits else { return nil }
      result.append(scalar)
      distance += 1
    }
    if let after = peek(distance), ExpressionLexer.isDigit(after) { return nil }
    for _ in 0..<distance { step() }
    return String(result)
  }

  // MARK: Texts

  /// What closes a text that begins so.
  private static let closing: [Unicode.Scalar: Unicode.Scalar] = [
    "“": "”", "”": "”", "‘": "’", "’": "’", "「": "」", "『": "』", "＂": "＂", "＇": "＇",
  ]

  private mutating func text(_ start: Int) {
    let open = scalars[index]
    let isForeign = ExpressionLexer.closing[open] != nil
    let close = ExpressionLexer.closing[open] ?? open
    step()
    var text = String.UnicodeScalarView()
    while index < scalars.count, scalars[index] != close {
      var scalar = scalars[index]
      if scalar == "\\", index + 1 < scalars.count {
        step()
        scalar = scalars[index] == "n" ? "\n" : scalars[index]
      }
      text.append(scalar)
      step()
    }
    guard index < scalars.count else {
      unclosedText = start..<start + UTF8.width(open)
      return
    }
    step()
    let value = String(text)
    let quote = isForeign && (open == "‘" || open == "’" || open == "＇") ? "'" : "\""
    add(.text(value), from: start, meant: isForeign ? ExpressionLexer.quoted(value, quote) : nil)
  }

  private static func quoted(_ text: String, _ quote: String) -> String {
    let escaped = text.replacing("\\", with: "\\\\").replacing(quote, with: "\\" + quote)
    return quote + escaped.replacing("\n", with: "\\n") + quote
  }

  // MARK: Signs

  private static let signs = [
    "==", "!=", "<=", ">=", "??", "<", ">", "+", "-", "*", "/", "(", ")", "[", "]", ",", ".",
  ]

  private mutating func sign(_ start: Int) {
    for (written, meant) in ForeignSigns.signs where take(written) {
      let isWord = meant.utf8.allSatisfy { $0 >= 0x61 }
      return add(isWord ? .name(meant) : .sign(meant), from: start, meant: meant)
    }
    for sign in ExpressionLexer.signs where take(sign) {
      return add(.sign(sign), from: start, meant: sign)
    }
    if take("=") { return add(.sign("=="), from: start, meant: "==") }
    if take("!") {
      add(.name("not"), from: start, meant: "not ")
      return
    }
    let scalar = scalars[index]
    step()
    if let meant = ForeignSigns.characters[scalar] {
      add(.sign(meant), from: start, meant: meant)
    } else {
      add(.stray(scalar), from: start)
    }
  }

  private mutating func take(_ text: String) -> Bool {
    let wanted = Array(text.unicodeScalars)
    for (distance, scalar) in wanted.enumerated() where peek(distance) != scalar { return false }
    for _ in wanted { step() }
    return true
  }
}
