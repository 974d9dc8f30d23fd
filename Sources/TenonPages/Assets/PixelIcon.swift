import Values

/// The icon as a picture of two colours for home screens (PNG, ISO/IEC 15948). Its edges lie on
/// whole pixels of each size, so that two colours are enough.
struct PixelIcon {
  let size: Int
  let ground: RGB

  /// The mark on a 32 × 32 grid, inside of what a round mask leaves: left, top, right, bottom.
  private static let mark = [(8, 10, 24, 15), (13, 15, 19, 23)]

  var bytes: [UInt8] {
    var out: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    // Depth 1, colours from a palette.
    chunk("IHDR", word(UInt32(size)) + word(UInt32(size)) + [1, 3, 0, 0, 0], to: &out)
    let colours = [ground.red, ground.green, ground.blue, 255, 255, 255]
    chunk("PLTE", colours.map { UInt8($0.rounded()) }, to: &out)
    chunk("IDAT", stored(rows), to: &out)
    chunk("IEND", [], to: &out)
    return out
  }

  /// Each row is a byte that says that it is not filtered, then a bit for each pixel.
  private var rows: [UInt8] {
    var out: [UInt8] = []
    for y in 0..<size {
      out.append(0)
      for byte in 0..<size / 8 {
        out.append((0..<8).reduce(0) { $0 << 1 | (isMark(byte * 8 + $1, y) ? 1 : 0) })
      }
    }
    return out
  }

  private func isMark(_ x: Int, _ y: Int) -> Bool {
    let (x, y) = (x * 32 / size, y * 32 / size)
    return PixelIcon.mark.contains { x >= $0.0 && y >= $0.1 && x < $0.2 && y < $0.3 }
  }

  /// A zlib stream (RFC 1950) of blocks that are stored as they are (RFC 1951 §3.2.4).
  private func stored(_ bytes: [UInt8]) -> [UInt8] {
    var out: [UInt8] = [0x78, 0x01]
    var rest = bytes[...]
    while !rest.isEmpty {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(block.count)
      let count = UInt16(block.count)
      out.append(rest.isEmpty ? 1 : 0)
      out += [UInt8(count & 255), UInt8(count >> 8), UInt8(~count & 255), UInt8(~count >> 8)]
      out += block
    }
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in bytes {
      a = (a + UInt32(byte)) % 65521
      b = (b + a) % 65521
    }
    return out + word(b << 16 | a)
  }

  private func chunk(_ name: StaticString, _ data: [UInt8], to out: inout [UInt8]) {
    let body = Array(name.description.utf8) + data
    out += word(UInt32(data.count)) + body + word(PixelIcon.checksum(body))
  }

  /// CRC-32 as PNG has it (ISO/IEC 15948, annex D).
  private static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = UInt32.max
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return ~sum
  }

  private func word(_ value: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: value >> (24 - 8 * UInt32($0))) }
  }
}
