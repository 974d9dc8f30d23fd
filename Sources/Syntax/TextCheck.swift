import Diagnostics

/// What is looked at before anything is read: size and encoding. A mistake of these ends the
/// reading of the file, for nothing in it is certain.
enum TextCheck {
  /// The mistake, or nil.
  static func mistake(in bytes: [UInt8], file: Int) -> TextMistake? {
    if bytes.count > SyntaxLimits.fileBytes {
      let span = Span(file: file, start: SyntaxLimits.fileBytes, end: SyntaxLimits.fileBytes)
      return .fileTooLarge(limit: SyntaxLimits.fileBytes, at: span)
    }
    if looksLikeUTF16(bytes) {
      return .utf16(at: Span(file: file, start: 0, end: min(2, bytes.count)))
    }
    return bytes.withUnsafeBufferPointer { firstBadByte($0, file: file) }
  }

  /// A mark of UTF-16 or UTF-32, or zeros in every second place of the first bytes.
  private static func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
    guard bytes.count >= 2 else { return false }
    if bytes[0] == 0xFF && bytes[1] == 0xFE || bytes[0] == 0xFE && bytes[1] == 0xFF { return true }
    let head = bytes.prefix(256)
    guard head.count >= 4 else { return false }
    let even = stride(from: 0, to: head.count, by: 2).count { head[$0] == 0 }
    let odd = stride(from: 1, to: head.count, by: 2).count { head[$0] == 0 }
    let (most, least) = (max(even, odd), min(even, odd))
    // A line feed or a space in Chinese text already has a zero.
    return most >= 2 && most > 4 * least && most * 8 >= head.count
  }

  private static func firstBadByte(
    _ bytes: UnsafeBufferPointer<UInt8>, file: Int
  ) -> TextMistake? {
    var place = 0
    while place < bytes.count {
      if bytes[place] < 0x80 {
        place += 1
      } else if let (_, width) = UTF8Text.decode(bytes, place) {
        place += width
      } else {
        let span = Span(file: file, start: place, end: place + 1)
        return .invalidUTF8(byte: bytes[place], guess: guess(bytes), at: span)
      }
    }
    return nil
  }

  /// What the encoding seems to be, from the bytes beyond ASCII. Two-byte characters of GBK and of
  /// Big5 overlap; which one is meant shows in the ranges of the common characters.
  private static func guess(_ bytes: UnsafeBufferPointer<UInt8>) -> EncodingGuess {
    var (utf8, broken, lone) = (0, 0, 0)
    var (gbk, big5, pairs) = (0, 0, 0)
    var place = 0
    while place < bytes.count {
      let lead = bytes[place]
      if lead < 0x80 {
        place += 1
        continue
      }
      if let (_, width) = UTF8Text.decode(bytes, place) {
        utf8 += 1
        place += width
        continue
      }
      broken += 1
      let trail = place + 1 < bytes.count ? bytes[place + 1] : 0
      guard lead > 0x80, lead < 0xFF, trail >= 0x40, trail != 0x7F, trail != 0xFF else {
        lone += 1
        place += 1
        continue
      }
      pairs += 1
      if (0xB0...0xD7).contains(lead), trail >= 0xA1 { gbk += 1 }
      if (0xA4...0xC6).contains(lead), trail <= 0x7E || trail >= 0xA1 { big5 += 1 }
      place += 2
    }
    if utf8 > 2 * broken { return .damaged(count: broken) }
    if pairs == 0 || lone * 2 > pairs { return .unknown }
    if big5 > gbk, big5 * 2 >= pairs { return .big5 }
    return gbk * 2 >= pairs ? .gbk : .unknown
  }
}
