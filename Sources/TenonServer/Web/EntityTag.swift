import TenonHTTP

/// Entity tags of answers (RFC 9110 §8.8.3).
enum EntityTag {
  /// Drawn once: tags of one process mean nothing to the next, and nobody can make two texts with
  /// the same tag.
  private static let seed = UInt64.random(in: 1...UInt64.max)

  /// A weak tag of these bytes, eight at a time: a list is tagged in a few microseconds.
  static func of(_ bytes: [UInt8]) -> String {
    var hash = seed
    func mix(_ word: UInt64) {
      let product = (hash ^ word).multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15 | 1)
      hash = product.high ^ product.low &+ seed
    }
    bytes.withUnsafeBytes { bytes in
      var index = 0
      while index + 8 <= bytes.count {
        mix(bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        index += 8
      }
      var last: UInt64 = 0
      for byte in bytes[index...] { last = last << 8 | UInt64(byte) }
      mix(last)
      mix(UInt64(bytes.count))
    }
    return "W/\"" + String(hash, radix: 16) + "\""
  }

  /// Whether the client has what this tag names (RFC 9110 §13.1.2): a weak comparison.
  static func isKnown(_ tag: String, _ request: Request) -> Bool {
    guard let header = request.header("if-none-match") else { return false }
    if header == "*" { return true }
    let wanted = opaque(Substring(tag))
    return header.split(separator: ",").contains { opaque($0.drop { $0 == " " }) == wanted }
  }

  /// A tag without the mark of a weak one and the blanks behind it.
  private static func opaque(_ tag: Substring) -> Substring {
    var tag = tag.hasPrefix("W/") ? tag.dropFirst(2) : tag
    while tag.last == " " { tag = tag.dropLast() }
    return tag
  }
}
