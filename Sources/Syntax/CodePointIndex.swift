/// Turns libyaml's marks, which count code points, into byte offsets.
struct CodePointIndex {
  /// Byte offset of every 64th code point; empty when all bytes are ASCII.
  private var checkpoints: [Int] = []

  init(_ text: UnsafeBufferPointer<UInt8>) {
    guard text.contains(where: { $0 >= 0x80 }) else { return }
    var count = 0
    for offset in text.indices where text[offset] & 0xC0 != 0x80 {
      if count & 63 == 0 { checkpoints.append(offset) }
      count += 1
    }
  }

  /// The byte offset of a code point of `text`; its end when there are fewer.
  func byteOffset(of codePoint: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    guard !checkpoints.isEmpty else { return min(codePoint, text.count) }
    let block = codePoint >> 6
    guard block < checkpoints.count else { return text.count }
    var offset = checkpoints[block]
    var rest = codePoint & 63
    while rest > 0, offset < text.count {
      offset += 1
      while offset < text.count, text[offset] & 0xC0 == 0x80 { offset += 1 }
      rest -= 1
    }
    return offset
  }
}
