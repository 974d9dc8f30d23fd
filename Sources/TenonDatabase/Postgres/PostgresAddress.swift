import Glibc

/// Where a PostgreSQL database is: a URL as libpq reads it
/// (https://www.postgresql.org/docs/15/libpq-connect.html#LIBPQ-CONNSTRING).
struct PostgresAddress: Sendable {
  /// With the password, when there is one: only for libpq.
  let url: String
  /// For people: without the password.
  let shown: String
  private let password: String?

  /// Nil when it is no URL of PostgreSQL: then it is the path of a file.
  init?(_ text: String) {
    guard let scheme = ["postgres://", "postgresql://"].first(where: text.hasPrefix) else {
      return nil
    }
    url = text
    let rest = text.dropFirst(scheme.count)
    let authority = rest.prefix { $0 != "/" && $0 != "?" }
    var place = rest
    var found: String?
    if let at = authority.lastIndex(of: "@") {
      let person = authority[..<at]
      if let colon = person.firstIndex(of: ":") {
        found = String(person[person.index(after: colon)...])
        place = person[..<colon] + rest[at...]
      }
    }
    // Whatever a parameter says is left out: one of them is `password`.
    shown = scheme + place.prefix { $0 != "?" }
    password = found
  }

  /// What libpq or the server said, without the password.
  func cleaned(_ words: String) -> String {
    let line = words.split(separator: "\n").joined(separator: " ")
    let secrets = [url, password ?? "", decoded].filter { !$0.isEmpty }
    return secrets.reduce(line) { $0.replacing($1, by: "…") }
  }

  /// The password as libpq takes it: URLs write some characters as `%40`.
  private var decoded: String {
    guard let password else { return "" }
    var bytes: [UInt8] = []
    var rest = Array(password.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(code)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// The text with each occurrence of a part, which is not empty, in another spelling.
  func replacing(_ part: String, by other: String) -> String {
    var out = ""
    var rest = self[...]
    while let first = rest.first {
      if rest.hasPrefix(part) {
        out += other
        rest = rest.dropFirst(part.count)
      } else {
        out.append(first)
        rest = rest.dropFirst()
      }
    }
    return out
  }
}
