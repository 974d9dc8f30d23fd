import Synchronization
import TenonHTTP

/// The key by which a program marks a change, so that it may send it again
/// (draft-ietf-httpapi-idempotency-key-header).
struct IdempotencyKey: Hashable, Sendable {
  let person: Int64
  /// The key in ``Once``'s table.
  let name: String
  /// A digest of all that makes the request what it is.
  private(set) var request: String

  /// The key of a request, nil without one. Throws `malformed` for a header that is none.
  init?(_ request: Request, _ person: SignedIn) throws(Refusal) {
    guard let header = request.header("idempotency-key") else { return nil }
    // A structured field's string is quoted (RFC 8941); many clients send a bare token.
    let isQuoted = header.utf8.count > 1 && header.hasPrefix("\"") && header.hasSuffix("\"")
    let key = isQuoted ? String(header.dropFirst().dropLast()) : header
    guard (1...255).contains(key.utf8.count),
      key.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C })
    else { throw .malformed(IdempotencyKey.badKey) }
    self.person = person.user.id
    name = "api " + key
    var bytes = Array(request.method.text.utf8) + [0x0A] + request.target + [0x0A]
    for header in ["if-match", "content-type"] {
      bytes += Array((request.header(header) ?? "").utf8) + [0x0A]
    }
    self.request = Secrets.digest(bytes + request.body)
  }

  /// The same key over files that came with the request and were kept: their names and contents
  /// make it what it is, and not how the body was put together.
  func over(_ files: [(field: String, file: StoredFile)]) -> IdempotencyKey {
    var text = ""
    for (field, file) in files { TabbedText.append([field, file.name, file.digest], to: &text) }
    var key = self
    key.request = Secrets.digest(Array(text.utf8))
    return key
  }

  private static let badKey = Words2(
    zh: "Idempotency-Key 应是 1 到 255 个可见的 ASCII 字符。",
    en: "Idempotency-Key is 1 to 255 visible ASCII characters.")
}

/// Keys whose first request is still under way.
final class KeysUnderWay: Sendable {
  private let keys = Mutex<Set<IdempotencyKey>>([])

  /// False when a request with this person's key is under way.
  func begin(_ key: IdempotencyKey) -> Bool {
    keys.withLock { keys in
      if keys.contains(where: { $0.person == key.person && $0.name == key.name }) { return false }
      keys.insert(key)
      return true
    }
  }

  func end(_ key: IdempotencyKey) {
    keys.withLock { _ = $0.remove(key) }
  }
}
