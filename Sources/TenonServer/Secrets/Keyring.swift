import CSodium

/// Encrypts secrets with keys that stand outside of the database: a stolen database or backup
/// alone tells none.
///
/// A secret is bound to its place: its text, moved to another record or field, opens nothing.
struct Keyring: Sendable {
  let file: KeyFile

  init(_ file: KeyFile) { self.file = file }

  private static let nonceSize = Int(crypto_aead_xchacha20poly1305_ietf_NPUBBYTES)
  private static let tagSize = Int(crypto_aead_xchacha20poly1305_ietf_ABYTES)

  /// The text that is stored of a secret: the name of the key and, in base64url, a random nonce and
  /// what XChaCha20-Poly1305 makes.
  func seal(_ secret: String, at place: [String]) -> String {
    let key = file.current
    let (input, bound) = (Array(secret.utf8), Keyring.bound(place))
    let nonce = Secrets.random(Keyring.nonceSize)
    var out = [UInt8](repeating: 0, count: input.count + Keyring.tagSize)
    // It fails for no input of this size.
    _ = crypto_aead_xchacha20poly1305_ietf_encrypt(
      &out, nil, input, UInt64(input.count), bound, UInt64(bound.count), nil, nonce, key.bytes)
    return key.name + ":" + Secrets.base64(nonce + out)
  }

  /// The secret in a stored text. Nil when its key is not here, or it was changed or belongs
  /// elsewhere.
  func open(_ stored: String, at place: [String]) -> String? {
    let parts = stored.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, let key = file.key(named: String(parts[0])),
      let bytes = Secrets.bytes(base64: String(parts[1])),
      bytes.count >= Keyring.nonceSize + Keyring.tagSize
    else { return nil }
    let nonce = Array(bytes.prefix(Keyring.nonceSize))
    let input = Array(bytes.dropFirst(Keyring.nonceSize))
    let bound = Keyring.bound(place)
    var out = [UInt8](repeating: 0, count: input.count - Keyring.tagSize)
    let opened = crypto_aead_xchacha20poly1305_ietf_decrypt(
      &out, nil, nil, input, UInt64(input.count), bound, UInt64(bound.count), nonce, key.bytes)
    return opened == 0 ? String(decoding: out, as: UTF8.self) : nil
  }

  /// Whether a stored text is of the current key.
  func isCurrent(_ stored: String) -> Bool { stored.hasPrefix(file.current.name + ":") }

  /// The parts of a place with their lengths, so that no two places read alike.
  private static func bound(_ place: [String]) -> [UInt8] {
    place.flatMap { Array("\($0.utf8.count) \($0)\n".utf8) }
  }
}
