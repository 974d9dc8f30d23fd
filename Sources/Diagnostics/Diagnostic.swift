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

/// How far the compiler is sure of a finding.
public enum Confidence: String, Sendable, CaseIterable {
  /// It is so.
  case proved
  /// An analysis could not decide; the finding says what it left open. Counted by itself, and never
  /// a reason to fail.
  case unknown
}

/// One value of an example that shows the mistake: `amount` is `CNY 500000.00`.
public struct Witness: Hashable, Sendable {
  /// Unique within a finding.
  public let name: String
  public let value: String

  public init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// One finding, complete: what a renderer needs and nothing that it must look up but the sources.
public struct Diagnostic: Hashable, Sendable {
  public let code: Code
  public let message: Message
  public let primary: Label
  public let related: [Label]
  public private(set) var help: [Message]
  public let fixes: [Fix]
  /// An example that shows the mistake; empty when the place itself shows it.
  public let witness: [Witness]
  public let confidence: Confidence
  /// Keys from the file's root to the place, as `entities.customer.fields.name`; set by the driver.
  public var path = ""
  /// Kind and identity in `tenon.lock` of the innermost item around the place, as
  /// `field:yzxldzzfja`; empty when the lock knows none. Set by the driver.
  public var stableId = ""
  /// Sixteen hexadecimal digits by which a later run knows the finding again; set by the driver.
  public var fingerprint = ""

  public var severity: Severity { code.severity }

  /// Whether it keeps an application from being built.
  public var isError: Bool { severity == .error && confidence == .proved }

  /// The word that people read before it: the severity, or that it is not decided.
  public var grade: Message {
    confidence == .proved ? severity.word : Message(zh: "未判定", en: "undecided")
  }

  public init(
    _ code: Code, _ primary: Span, zh: String, en: String, label: Message? = nil,
    related: [Label] = [], help: [Message] = [], fixes: [Fix] = [], witness: [Witness] = [],
    confidence: Confidence = .proved
  ) {
    self.code = code
    self.message = Message(zh: zh, en: en)
    self.primary = Label(primary, label)
    self.related = related
    self.help = help
    self.fixes = fixes
    self.witness = witness
    self.confidence = confidence
  }

  /// The same with one more help.
  func adding(help message: Message) -> Diagnostic {
    var result = self
    result.help.append(message)
    return result
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

  /// Says at the last finding that nothing was read beyond it.
  public mutating func markAsEnd() {
    guard let last = diagnostics.popLast() else { return }
    diagnostics.append(
      last.adding(
        help: Message(
          zh: "这个文件在这里之后的内容还没有检查", en: "the rest of this file is not checked yet")))
  }

  public mutating func append(_ other: DiagnosticBag) { diagnostics += other.diagnostics }

  public var hasErrors: Bool { diagnostics.contains(where: \.isError) }
}
