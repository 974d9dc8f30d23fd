/// A 64-bit fingerprint of bytes by FNV-1a (Fowler, Noll, Vo): names, stamps and cache keys.
/// It is stable across machines and runs and no protection against an adversary.
public struct Fingerprint: Hashable, Sendable, CustomStringConvertible {
  public private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  public init() {}

  /// The fingerprint of one text.
  public init(of text: String) { add(text) }

  /// Adds the bytes of a text and a terminator, so that `ab`,`c` and `a`,`bc` differ.
  public mutating func add(_ text: String) {
    for byte in text.utf8 { step(byte) }
    step(0xFF)
  }

  /// Adds raw bytes and the same terminator.
  public mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { step(byte) }
    step(0xFF)
  }

  @inline(__always) private mutating func step(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
  }

  /// Sixteen lower-case hexadecimal digits.
  public var description: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
