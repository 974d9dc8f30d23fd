import TenonPages

/// What a password must be (ASVS 5.0 §6.2, NIST SP 800-63B §3.1.1): long enough, none that others
/// guess first; which characters it has is nobody's business.
struct PasswordPolicy {
  /// Lower case: login and name of whose password it is, and words that everyone knows who knows
  /// the application.
  private let personal: [String]
  private let context: [String]

  /// Counted in code points of NFC; the upper bound keeps hashing cheap.
  static let length = 8...200
  /// In UTF-8. What is longer is not even hashed.
  static let longest = 800

  /// The form in which a password is hashed, so that it fits however a keyboard composes letters.
  static func normalized(_ password: String) -> String { Text.composed(password) }

  init(_ tenant: Tenant, login: String, name: String) {
    personal = [login, name].map { $0.lowercased() }
    context = ([tenant.application.name.description] + tenant.blueprint.label.texts)
      .map { $0.lowercased() }
  }

  /// What is wrong with a new password; nil for a good one.
  func problem(_ password: String) -> PasswordProblem? {
    let text = PasswordPolicy.normalized(password)
    let count = text.unicodeScalars.count
    if count < PasswordPolicy.length.lowerBound { return .short(PasswordPolicy.length.lowerBound) }
    if count > PasswordPolicy.length.upperBound || text.utf8.count > PasswordPolicy.longest {
      return .long(PasswordPolicy.length.upperBound)
    }
    let folded = text.lowercased()
    if PasswordPolicy.isMade(folded, of: personal) { return .personal }
    if PasswordPolicy.isMade(folded, of: context) { return .context }
    if PasswordPolicy.isPattern(folded) { return .pattern }
    return PasswordPolicy.isCommon(folded) ? .common : nil
  }

  /// Whether little but digits and signs is left without one of the words.
  private static func isMade(_ password: String, of words: [String]) -> Bool {
    words.contains { word in
      guard word.unicodeScalars.count >= 2, Text.contains(password, word) else { return false }
      let rest = without(Array(password.utf8), Array(word.utf8))
      let letters = String(decoding: rest, as: UTF8.self).unicodeScalars.filter {
        $0.properties.isAlphabetic
      }
      return letters.count < 4
    }
  }

  /// What is left when a word is taken out wherever it stands.
  private static func without(_ bytes: [UInt8], _ word: [UInt8]) -> [UInt8] {
    var rest: [UInt8] = []
    var place = 0
    while place < bytes.count {
      if bytes[place...].starts(with: word) {
        place += word.count
      } else {
        rest.append(bytes[place])
        place += 1
      }
    }
    return rest
  }

  /// Whether it repeats at most three characters, or goes up or down throughout.
  private static func isPattern(_ password: String) -> Bool {
    let codes = password.unicodeScalars.map { Int($0.value) }
    let repeats = (1...3).contains { period in
      codes.indices.dropFirst(period).allSatisfy { codes[$0] == codes[$0 - period] }
    }
    if repeats { return true }
    let steps = Set(zip(codes, codes.dropFirst()).map { $1 - $0 })
    // A row of digits goes on after 9 with 0.
    return steps.isSubset(of: [1, -9]) || steps.isSubset(of: [-1, 9])
  }

  // MARK: Common ones

  private static let letters = Array(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_".utf8)
  private static let width = 5

  /// Whether it is in the list of common ones.
  static func isCommon(_ folded: String) -> Bool {
    let bits = UInt32(Secrets.digest(folded).prefix(8), radix: 16)! >> 2
    let code = stride(from: 24, through: 0, by: -6).map { letters[Int(bits >> UInt32($0) & 63)] }
    return CommonPasswords.codes.withUTF8Buffer { codes in
      stride(from: 0, to: codes.count, by: width).contains { codes[$0...].starts(with: code) }
    }
  }
}
