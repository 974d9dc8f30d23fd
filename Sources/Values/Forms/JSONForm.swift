extension TextForm {
  /// A document of JSON (RFC 8259), at most 64 levels deep.
  public static let json = TextForm(
    "json", maxLength: 100_000, zh: "应为一份有效的 JSON", en: "a valid document of JSON"
  ) { text in
    var reader = JSONForm(bytes: Array(text.utf8))
    return reader.document()
  }
}

/// Says whether bytes are JSON; nothing is kept of them.
private struct JSONForm {
  let bytes: [UInt8]
  var place = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func document() -> Bool {
    guard value(depth: 0) else { return false }
    skipSpace()
    return place == bytes.count
  }

  private var next: UInt8? { place < bytes.count ? bytes[place] : nil }

  private mutating func skipSpace() {
    while let byte = next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { place += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    skipSpace()
    guard next == byte else { return false }
    place += 1
    return true
  }

  private mutating func value(depth: Int) -> Bool {
    guard depth <= 64 else { return false }
    skipSpace()
    switch next {
    case UInt8(ascii: "{"): return members(end: UInt8(ascii: "}"), depth: depth, isKeyed: true)
    case UInt8(ascii: "["): return members(end: UInt8(ascii: "]"), depth: depth, isKeyed: false)
    case UInt8(ascii: "\""): return string()
    case UInt8(ascii: "t"): return word("true")
    case UInt8(ascii: "f"): return word("false")
    case UInt8(ascii: "n"): return word("null")
    default: return number()
    }
  }

  private mutating func members(end: UInt8, depth: Int, isKeyed: Bool) -> Bool {
    place += 1
    if take(end) { return true }
    repeat {
      if isKeyed {
        skipSpace()
        guard string(), take(UInt8(ascii: ":")) else { return false }
      }
      guard value(depth: depth + 1) else { return false }
    } while take(UInt8(ascii: ","))
    return take(end)
  }

  private mutating func string() -> Bool {
    guard next == UInt8(ascii: "\"") else { return false }
    place += 1
    while let byte = next {
      place += 1
      if byte == UInt8(ascii: "\"") { return true }
      if byte < 0x20 { return false }
      if byte == UInt8(ascii: "\\") {
        guard let sign = next else { return false }
        place += 1
        if sign == UInt8(ascii: "u") {
          for _ in 0..<4 {
            guard let digit = next, isHexadecimal(digit) else { return false }
            place += 1
          }
        } else if !Array(#""\/bfnrt"#.utf8).contains(sign) {
          return false
        }
      }
    }
    return false
  }

  private func isHexadecimal(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 6
  }

  private mutating func word(_ word: StaticString) -> Bool {
    for index in 0..<word.utf8CodeUnitCount {
      guard next == word.utf8Start[index] else { return false }
      place += 1
    }
    return true
  }

  private mutating func digits() -> Int {
    let start = place
    while let byte = next, byte &- 0x30 < 10 { place += 1 }
    return place - start
  }

  private mutating func number() -> Bool {
    if next == UInt8(ascii: "-") { place += 1 }
    let isZero = next == 0x30
    let whole = digits()
    guard whole > 0, !isZero || whole == 1 else { return false }
    if next == UInt8(ascii: ".") {
      place += 1
      guard digits() > 0 else { return false }
    }
    if next.map({ $0 | 0x20 }) == UInt8(ascii: "e") {
      place += 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { place += 1 }
      guard digits() > 0 else { return false }
    }
    return true
  }
}
