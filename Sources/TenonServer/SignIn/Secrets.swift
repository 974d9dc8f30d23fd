import CSodium
import Glibc

/// Random tokens, their digests and passwords, all by libsodium.
enum Secrets {
  /// Prepares the library; once, before anything else here.
  static func prepare() throws(StartError) {
    if sodium_init() < 0 { throw .definition("libsodium does not start") }
  }

  /// 32 random bytes as 64 hexadecimal digits.
  static func token() -> String {
    hex(random(32))
  }

  /// What is stored of a token: BLAKE2b-256 (RFC 7693), so that a stolen database opens no session.
  static func digest(_ token: String) -> String { digest(Array(token.utf8)) }

  /// The same of any bytes.
  static func digest(_ input: [UInt8]) -> String { input.withUnsafeBytes { digest($0) } }

  /// BLAKE2b-256 of bytes, in hexadecimal digits.
  static func digest(_ bytes: UnsafeRawBufferPointer) -> String {
    var out = [UInt8](repeating: 0, count: 32)
    let input = bytes.assumingMemoryBound(to: UInt8.self).baseAddress
    crypto_generichash(&out, out.count, input, UInt64(bytes.count), nil, 0)
    return hex(out)
  }

  /// HMAC-SHA-512-256 (RFC 2104) of bytes, with a key of 32 bytes.
  static func authenticator(of input: [UInt8], _ key: [UInt8]) -> [UInt8] {
    var out = [UInt8](repeating: 0, count: Int(crypto_auth_bytes()))
    crypto_auth(&out, input, UInt64(input.count), key)
    return out
  }

  /// Whether two texts are equal, in a time that does not tell where they differ.
  static func equal(_ a: String, _ b: String) -> Bool {
    let a = Array(a.utf8)
    let b = Array(b.utf8)
    return a.count == b.count && sodium_memcmp(a, b, a.count) == 0
  }

  /// The stored form of a password: Argon2id (RFC 9106), 19 MiB and two passes as OWASP advises.
  /// Nil when memory is short.
  static func hash(password: String) -> String? {
    var out = [CChar](repeating: 0, count: Int(crypto_pwhash_STRBYTES))
    let input = Array(PasswordPolicy.normalized(password).utf8).map(CChar.init(bitPattern:))
    let result = crypto_pwhash_str(&out, input, UInt64(input.count), 2, 19 * 1024 * 1024)
    guard result == 0 else { return nil }
    return String(decoding: out.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
  }

  /// Whether a password belongs to a stored form. Takes some 20 ms and 19 MiB: never on a thread
  /// that serves requests.
  static func verify(password: String, against stored: String) -> Bool {
    let input = Array(PasswordPolicy.normalized(password).utf8).map(CChar.init(bitPattern:))
    let fits = stored.withCString {
      crypto_pwhash_str_verify($0, input, UInt64(input.count)) == 0
    }
    // Give the arena back: an idle server should be small.
    tenon_trim_heap()
    return fits
  }

  /// Bytes as base64url (RFC 4648) without padding.
  static func base64(_ bytes: [UInt8]) -> String {
    let variant = sodium_base64_VARIANT_URLSAFE_NO_PADDING
    let room = sodium_base64_encoded_len(bytes.count, variant)
    return String(unsafeUninitializedCapacity: room) { out in
      out.withMemoryRebound(to: CChar.self) { out in
        _ = sodium_bin2base64(out.baseAddress!, room, bytes, bytes.count, variant)
      }
      // A zero byte is its end.
      return room - 1
    }
  }

  /// The bytes of such a text; nil when it is none.
  static func bytes(base64 text: String) -> [UInt8]? {
    var out = [UInt8](repeating: 0, count: text.utf8.count)
    var count = 0
    let result = sodium_base642bin(
      &out, out.count, text, text.utf8.count, nil, &count, nil,
      sodium_base64_VARIANT_URLSAFE_NO_PADDING)
    return result == 0 ? Array(out[..<count]) : nil
  }

  /// The bytes of hexadecimal digits; nil for anything else.
  static func bytes(hex digits: ArraySlice<UInt8>) -> [UInt8]? {
    var out = [UInt8](repeating: 0, count: digits.count / 2)
    var count = 0
    let text = digits.map(CChar.init(bitPattern:))
    let result = sodium_hex2bin(&out, out.count, text, text.count, nil, &count, nil)
    return result == 0 && count * 2 == digits.count ? out : nil
  }

  /// So many random bytes.
  static func random(_ count: Int) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    randombytes_buf(&bytes, bytes.count)
    return bytes
  }

  /// Bytes as hexadecimal digits.
  static func hex(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    var out: [UInt8] = []
    out.reserveCapacity(bytes.count * 2)
    for byte in bytes {
      out.append(digits[Int(byte >> 4)])
      out.append(digits[Int(byte & 15)])
    }
    return String(decoding: out, as: UTF8.self)
  }
}
