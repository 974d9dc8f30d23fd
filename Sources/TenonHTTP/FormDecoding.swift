/// Decoding of `application/x-www-form-urlencoded` text, as in a query or the body of a form
/// (WHATWG URL §5.1), but strict: a broken escape or a text that is not UTF-8 is an error.
enum FormDecoding {
  /// Name and value pairs in the order sent; nil when the text is broken or has more pairs than
  /// `limit`. Empty pieces between two `&` count for nothing.
  static func pairs(
    _ text: some Collection<UInt8>, limit: Int
  ) -> [(name: String, value: String)]? {
    var result: [(name: String, value: String)] = []
    for piece in text.split(separator: 0x26) {
      guard result.count < limit else { return nil }
      let equals = piece.firstIndex(of: 0x3D)
      guard
        let name = decode(piece[..<(equals ?? piece.endIndex)]),
        let value = equals.map({ decode(piece[piece.index(after: $0)...]) }) ?? ""
      else { return nil }
      result.append((name, value))
    }
    return result
  }

  /// One name or value: `+` is a space, `%` starts two hexadecimal digits.
  private static func decode(_ text: some Collection<UInt8>) -> String? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var rest = text.makeIterator()
    while let byte = rest.next() {
      switch byte {
      case 0x2B: bytes.append(0x20)
      case 0x25:
        guard
          let high = rest.next().flatMap(hexadecimal), let low = rest.next().flatMap(hexadecimal)
        else { return nil }
        bytes.append(high << 4 | low)
      default: bytes.append(byte)
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }

  /// The value of a hexadecimal digit.
  static func hexadecimal(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x41 + 10
    case 0x61...0x66: byte - 0x61 + 10
    default: nil
    }
  }
}
