/// The only spelling of a path that reaches a route. Everything else is no path at all, so a check
/// on the route can not be passed by writing its address in another way.
enum Path {
  /// The characters of RFC 3986 `pchar` without `;` and escapes, as bits: 0–63 and 64–127.
  private static let low: UInt64 = 0x27FF_7FD2_0000_0000
  private static let high: UInt64 = 0x47FF_FFFE_87FF_FFFF

  /// The part of a target before its query.
  static func part(of target: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var end = 0
    while end < target.count, target[end] != 0x3F { end += 1 }
    return UnsafeBufferPointer(rebasing: target[..<end])
  }

  /// Whether the bytes are `/`, or `/` and segments joined by `/` where each is not empty, not `.`
  /// or `..`, and made of the allowed characters and upper-case escapes of valid UTF-8 that
  /// is not ASCII.
  static func isCanonical(_ path: UnsafeBufferPointer<UInt8>) -> Bool {
    guard path.first == 0x2F else { return false }
    if path.count == 1 { return true }
    var start = 1
    var escaped = false
    var i = 1
    while i <= path.count {
      let byte = i < path.count ? path[i] : 0x2F
      if byte == 0x2F {
        let segment = UnsafeBufferPointer(rebasing: path[start..<i])
        if segment.isEmpty || isDots(segment) { return false }
        if escaped && decode(segment) == nil { return false }
        start = i + 1
        escaped = false
      } else if byte == 0x25 {
        guard i + 2 < path.count, let value = escape(path[i + 1], path[i + 2]), value >= 0x80
        else { return false }
        escaped = true
        i += 2
      } else {
        let bit =
          byte < 64 ? low >> UInt64(byte) : byte < 128 ? high >> UInt64(byte - 64) : 0
        guard bit & 1 == 1 else { return false }
      }
      i += 1
    }
    return true
  }

  private static func isDots(_ segment: UnsafeBufferPointer<UInt8>) -> Bool {
    segment[0] == 0x2E && (segment.count == 1 || (segment.count == 2 && segment[1] == 0x2E))
  }

  /// The byte that two upper-case hexadecimal digits stand for.
  private static func escape(_ high: UInt8, _ low: UInt8) -> UInt8? {
    guard
      high < 0x61, low < 0x61,
      let high = FormDecoding.hexadecimal(high), let low = FormDecoding.hexadecimal(low)
    else { return nil }
    return high << 4 | low
  }

  /// The text of a segment of a canonical path; nil when its escapes are not UTF-8.
  static func decode(_ segment: UnsafeBufferPointer<UInt8>) -> String? {
    guard segment.contains(0x25) else { return String(decoding: segment, as: UTF8.self) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(segment.count)
    var i = 0
    while i < segment.count {
      if segment[i] == 0x25 {
        guard i + 2 < segment.count, let byte = escape(segment[i + 1], segment[i + 2])
        else { return nil }
        bytes.append(byte)
        i += 3
      } else {
        bytes.append(segment[i])
        i += 1
      }
    }
    return String(validating: bytes, as: UTF8.self)
  }
}
