/// Codes of six digits that change every 30 seconds (TOTP, RFC 6238).
struct OneTimeCode {
  let digests: MessageDigests
  /// 20 bytes, as RFC 4226 §4 advises.
  let secret: [UInt8]

  static let secretSize = 20
  private static let period: Int64 = 30_000
  private static let digits = 6

  /// The step of a moment in milliseconds since 1970.
  static func step(_ moment: Int64) -> Int64 { moment / period }

  /// The code of a step; nil when no digest can be computed.
  func code(_ step: Int64) -> String? {
    let message = stride(from: 56, through: 0, by: -8).map { UInt8(truncatingIfNeeded: step >> $0) }
    guard let digest = digests.hmacSHA1(key: secret, message) else { return nil }
    // RFC 4226 §5.3: four bytes at a place that the last one names.
    let place = Int(digest[19] & 15)
    let number = digest[place..<place + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
    let text = String(number % 1_000_000)
    return String(repeating: "0", count: OneTimeCode.digits - text.utf8.count) + text
  }

  /// The step that a code belongs to: the one of now, before or next; nil for a wrong code, and for
  /// one that is not later than `last`: each code counts once.
  func step(of code: String, now: Int64, after last: Int64) -> Int64? {
    let middle = OneTimeCode.step(now)
    return [middle - 1, middle, middle + 1].first { step in
      guard step > last, let right = self.code(step) else { return false }
      return Secrets.equal(right, code)
    }
  }

  /// The address that authenticator apps read from a QR code.
  func address(issuer: String, account: String) -> String {
    let issuer = OneTimeCode.escaped(issuer)
    return "otpauth://totp/\(issuer):\(OneTimeCode.escaped(account))"
      + "?secret=\(Base32.text(secret))&issuer=\(issuer)"
  }

  private static func escaped(_ text: String) -> String {
    var out = ByteWriter(capacity: 64)
    for byte in text.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: out.append(byte)
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        out.append(text: digits.utf8.count == 1 ? "%0" + digits : "%" + digits)
      }
    }
    return String(decoding: out.bytes, as: UTF8.self)
  }
}

/// Bytes as letters and digits that people can read out (RFC 4648 §6), without padding.
enum Base32 {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    var (bits, count) = (UInt32(0), UInt32(0))
    for byte in bytes {
      bits = bits << 8 | UInt32(byte)
      count += 8
      while count >= 5 {
        count -= 5
        out.append(alphabet[Int(bits >> count & 31)])
      }
    }
    if count > 0 { out.append(alphabet[Int(bits << (5 - count) & 31)]) }
    return String(decoding: out, as: UTF8.self)
  }

  /// In groups of four, as they are typed.
  static func groups(_ text: String, by sign: String) -> String {
    let letters = Array(text)
    return stride(from: 0, to: letters.count, by: 4)
      .map { String(letters[$0..<min($0 + 4, letters.count)]) }
      .joined(separator: sign)
  }
}
