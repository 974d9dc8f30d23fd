/// Where a renderer may put colour.
public struct Style: Sendable {
  public enum Role: Sendable {
    /// A severity's word and the carets under its place.
    case severity(Severity)
    case emphasis, frame, related, help
  }

  /// Wraps a text in what starts and ends a role's look.
  public let paint: @Sendable (Role, String) -> String

  public init(_ paint: @escaping @Sendable (Role, String) -> String) { self.paint = paint }

  public static let plain = Style { _, text in text }

  /// For terminals: SGR sequences of ECMA-48 with the eight basic colours, so that the terminal's
  /// own theme decides how they look.
  public static let ansi = Style { role, text in
    text.isEmpty ? "" : "\u{1B}[\(parameters(role))m\(text)\u{1B}[0m"
  }

  private static func parameters(_ role: Role) -> String {
    switch role {
    case .severity(.error): return "1;31"
    case .severity(.warning): return "1;33"
    case .severity(.info): return "1;36"
    case .emphasis: return "1"
    case .frame, .related: return "34"
    case .help: return "32"
    }
  }
}
