extension ByteWriter {
  /// Appends a JSON string (RFC 8259 §7). The bytes are UTF-8.
  mutating func append(json bytes: UnsafeBufferPointer<UInt8>) {
    append(UInt8(ascii: "\""))
    if let base = bytes.baseAddress {
      var start = 0
      for index in 0..<bytes.count {
        let byte = base[index]
        if byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\") { continue }
        append(base + start, index - start)
        start = index + 1
        append(escapeOf: byte)
      }
      append(base + start, bytes.count - start)
    }
    append(UInt8(ascii: "\""))
  }

  /// Appends a JSON string.
  mutating func append(json text: String) {
    var text = text
    text.withUTF8 { append(json: $0) }
  }

  private mutating func append(escapeOf byte: UInt8) {
    append(UInt8(ascii: "\\"))
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): append(byte)
    case 0x0A: append(UInt8(ascii: "n"))
    case 0x0D: append(UInt8(ascii: "r"))
    case 0x09: append(UInt8(ascii: "t"))
    default:
      let digits: StaticString = "0123456789abcdef"
      append("u00")
      append(digits.utf8Start[Int(byte >> 4)])
      append(digits.utf8Start[Int(byte & 15)])
    }
  }
}
