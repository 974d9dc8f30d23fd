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

  private static let stars = "****"

  /// The text with stars, counted by code points; blank stays blank.
  public func apply(_ text: String?) -> String? {
    guard let text, !text.isEmpty else { return nil }
    let scalars = text.unicodeScalars
    switch self {
    case .phone where scalars.count > 10:
      return Mask.part(scalars.prefix(3)) + Mask.stars + Mask.part(scalars.suffix(4))
    case .email:
      guard let at = scalars.lastIndex(of: "@") else { break }
      let shown = scalars[..<at].count > 1 ? 1 : 0
      return Mask.part(scalars.prefix(shown)) + Mask.stars + Mask.part(scalars[at...])
    default: break
    }
    guard scalars.count > 2 else { return String(repeating: "*", count: scalars.count) }
    return Mask.part(scalars.prefix(1)) + Mask.stars + Mask.part(scalars.suffix(1))
  }

  private static func part(_ scalars: Substring.UnicodeScalarView) -> String {
    String(Substring(scalars))
  }
}
