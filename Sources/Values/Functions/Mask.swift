/// How a text is shown to those who may see only a part of it. What is left tells little of the
/// length: four stars stand for whatever is left out of a text that is long enough.
public enum Mask: Hashable, Sendable, CaseIterable {
  /// The first character and the last.
  case text
  /// The first three and the last four; a number with fewer than eleven characters as a text.
  case phone
  /// The first character and the domain, or the domain alone behind one character; what has none
  /// as a text.
  case email

  /// By the keyword of a field's type.
  public init(control: String) {
    switch control {
    case "phone": self = .phone
    case "email": self = .email
    default: self = .text
    }
  }

  private static let stars: [UInt8] = Array("****".utf8)

  /// The text with stars, counted by code points; blank stays blank.
  public func apply(_ text: String?) -> String? {
    guard var text, !text.isEmpty else { return nil }
    return text.withUTF8 { bytes in
      String(unsafeUninitializedCapacity: bytes.count + 4) { write(bytes, to: $0) }
    }
  }

  /// Writes the text with stars; answers how many bytes that are, at most four more than came.
  public func write(
    _ text: UnsafeBufferPointer<UInt8>, to out: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    let length = Mask.length(text[...])
    switch self {
    case .phone where length > 10:
      return Mask.join(Mask.first(3, text), Mask.last(4, text), out)
    case .email:
      guard let at = text.lastIndex(of: UInt8(ascii: "@")) else { break }
      let name = Mask.length(text[..<at])
      return Mask.join(Mask.first(name > 1 ? 1 : 0, text), text[at...], out)
    default: break
    }
    if length > 2 { return Mask.join(Mask.first(1, text), Mask.last(1, text), out) }
    for place in 0..<length { out[place] = UInt8(ascii: "*") }
    return length
  }

  /// Whether a byte of UTF-8 begins a code point.
  private static func begins(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }

  private static func length(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
    text.count(where: begins)
  }

  private static func first(
    _ count: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var (end, rest) = (0, count)
    while end < text.count {
      if begins(text[end]) {
        if rest == 0 { break }
        rest -= 1
      }
      end += 1
    }
    return text[..<end]
  }

  private static func last(
    _ count: Int, _ text: UnsafeBufferPointer<UInt8>
  ) -> Slice<UnsafeBufferPointer<UInt8>> {
    var (start, rest) = (text.count, count)
    while start > 0, rest > 0 {
      start -= 1
      if begins(text[start]) { rest -= 1 }
    }
    return text[start...]
  }

  private static func join(
    _ head: Slice<UnsafeBufferPointer<UInt8>>, _ tail: Slice<UnsafeBufferPointer<UInt8>>,
    _ out: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var count = 0
    func put(_ bytes: some Sequence<UInt8>) {
      for byte in bytes {
        out[count] = byte
        count += 1
      }
    }
    put(head)
    put(stars)
    put(tail)
    return count
  }
}
