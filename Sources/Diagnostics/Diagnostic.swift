/// How grave a finding is. Only errors keep an application from being built.
public enum Severity: String, Sendable, CaseIterable {
  case error, warning, info

  /// The word that people read.
  public var word: Message {
    switch self {
    case .error: return Message(zh: "错误", en: "error")
    case .warning: return Message(zh: "警告", en: "warning")
    case .info: return Message(zh: "提示", en: "info")
    }
  }
}

/// A range of source with a few words about it.
public struct Label: Hashable, Sendable {
  public let span: Span
  /// Words beside the carets, or nil when the message says enough.
  public let text: Message?

  public init(_ span: Span, _ text: Message? = nil) {
    self.span = span
    self.text = text
  }
}

/// One finding, complete: what a renderer needs and nothing that it must look up but the sources.
public struct Diagnostic: Hashable, Sendable {
  public let code: Code
  public let message: Message
  public let primary: Label
  public let related: [Label]
  public let help: [Message]
  public let fixes: [Fix]
  /// Keys from the file's root to the place, as `entities.customer.fields.name`; set by the driver.
  public var path = ""
  /// Sixteen hexadecimal digits, the same while code, file, path and message are; set by the
  /// driver.
  public var fingerprint = ""

  public var severity: Severity { code.severity }

  public init(
    _ code: Code, _ primary: Span, zh: String, en: String, label: Message? = nil,
    related: [Label] = [], help: [Message] = [], fixes: [Fix] = []
  ) {
    self.code = code
    self.message = Message(zh: zh, en: en)
    self.primary = Label(primary, label)
    self.related = related
    self.help = help
    self.fixes = fixes
  }

  /// The order of output: file, byte, code, then the rest so that it is total.
  public static func precedes(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    let (x, y) = (a.primary.span, b.primary.span)
    if x.file != y.file { return x.file < y.file }
    if x.start != y.start { return x.start < y.start }
    if a.code != b.code { return a.code.rawValue < b.code.rawValue }
    if x.end != y.end { return x.end < y.end }
    return a.message.en < b.message.en
  }
}

/// A mistake as data: one enum per area conforms, its cases carry every fact, and the conformance
/// is the one place where facts become words. Checkers report mistakes and format nothing.
public protocol Mistake: Sendable {
  var diagnostic: Diagnostic { get }
}

/// Collects findings.
public struct DiagnosticBag: Sendable {
  public private(set) var diagnostics: [Diagnostic] = []

  public init() {}

  public mutating func report(_ mistake: some Mistake) { diagnostics.append(mistake.diagnostic) }

  public mutating func append(_ other: DiagnosticBag) { diagnostics += other.diagnostics }

  public var hasErrors: Bool { diagnostics.contains { $0.severity == .error } }
}
