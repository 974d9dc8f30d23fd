import TargetCode

/// SARIF 2.1.0 (OASIS), as code scanning takes it: one run, the rules that were met, places in code
/// points, fixes, fingerprints.
public struct SARIFRenderer: Renderer {
  public static let name = "sarif"
  /// Where OASIS publishes the schema, which also is its identity.
  private static let schema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
  /// Down to a line for each result.
  private static let levels = 4
  /// What GitHub takes of one run, and of places in one result.
  static let mostResults = 25_000
  static let mostPlaces = 1_000

  private typealias Members = [(key: String, value: JSONTree)]
  private let context: RenderContext

  public init(_ context: RenderContext) { self.context = context }

  public func render(_ diagnostics: [Diagnostic]) -> String {
    let kept = SARIFRenderer.kept(diagnostics)
    let met = Set(kept.map(\.code))
    let codes = Code.allCases.filter(met.contains)
    let indices = Dictionary(uniqueKeysWithValues: zip(codes, codes.indices))
    var driver: Members = [("name", .string("tenon"))]
    if let version = context.version { driver.append(("semanticVersion", .string(version))) }
    driver += [
      ("language", .string(context.language.rawValue)), ("rules", .array(codes.map(rule))),
    ]
    let run: Members = [
      ("tool", .object([("driver", .object(driver))])),
      ("invocations", .array([invocation(diagnostics.count, kept: kept.count)])),
      ("language", .string(context.language.rawValue)),
      ("columnKind", .string("unicodeCodePoints")),
      ("results", .array(kept.map { result($0, rule: indices[$0.code] ?? -1) })),
    ]
    return JSONTree.object([
      ("$schema", .string(SARIFRenderer.schema)),
      ("version", .string("2.1.0")), ("runs", .array([.object(run)])),
    ]).print(levels: SARIFRenderer.levels)
  }

  /// As many as are taken, the gravest when there are too many, in their order.
  static func kept(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
    guard diagnostics.count > mostResults else { return diagnostics }
    let ranked = diagnostics.indices.sorted {
      (rank(diagnostics[$0]), $0) < (rank(diagnostics[$1]), $1)
    }
    return ranked.prefix(mostResults).sorted().map { diagnostics[$0] }
  }

  private static func rank(_ diagnostic: Diagnostic) -> Int {
    switch (diagnostic.confidence, diagnostic.severity) {
    case (.unknown, _): return 3
    case (_, .error): return 0
    case (_, .warning): return 1
    case (_, .info): return 2
    }
  }

  private func invocation(_ count: Int, kept: Int) -> JSONTree {
    var members: Members = [("executionSuccessful", .bool(true))]
    if kept < count {
      let note = Message(
        zh: "共 \(count) 项发现，此处只列出最严重的 \(kept) 项",
        en: "there are \(count) findings; the \(kept) gravest are listed here")
      members.append(
        (
          "toolExecutionNotifications",
          .array([.object([("level", .string("warning")), ("message", message(text(note)))])])
        ))
    }
    return .object(members)
  }

  private func rule(_ code: Code) -> JSONTree {
    var members: Members = [("id", .string(code.rawValue)), ("name", .string(code.rule))]
    if let words = context.words(code) {
      members += [
        ("shortDescription", message(text(words.summary))),
        ("fullDescription", message(text(words.detail))),
        ("help", message(text(words.page))),
      ]
    }
    members.append(
      ("defaultConfiguration", .object([("level", .string(level(code.severity)))])))
    return .object(members)
  }

  private func result(_ diagnostic: Diagnostic, rule: Int) -> JSONTree {
    let isProved = diagnostic.confidence == .proved
    var members: Members = [
      ("ruleId", .string(diagnostic.code.rawValue)), ("ruleIndex", .integer(Int64(rule))),
      ("kind", .string(isProved ? "fail" : "open")),
      ("level", .string(isProved ? level(diagnostic.severity) : "none")),
      (
        "message",
        message(diagnostic.sentences(context.language).joined(separator: "\n"))
      ),
      ("locations", .array([location(diagnostic.primary, path: diagnostic.path)])),
    ]
    if !diagnostic.related.isEmpty {
      let places = diagnostic.related.prefix(SARIFRenderer.mostPlaces - 1)
      members.append(
        ("relatedLocations", .array(places.enumerated().map { location($1, id: $0 + 1) })))
    }
    // The first name is the one that GitHub reads.
    members.append(
      (
        "partialFingerprints",
        .object([
          ("primaryLocationLineHash", .string(diagnostic.fingerprint + ":1")),
          ("tenonFinding/v1", .string(diagnostic.fingerprint)),
        ])
      ))
    let fixes = diagnostic.fixes.filter { !$0.edits.isEmpty && $0.applicability != .manual }
    if !fixes.isEmpty { members.append(("fixes", .array(fixes.map(fix)))) }
    if !diagnostic.stableId.isEmpty {
      members.append(("properties", .object([("stableId", .string(diagnostic.stableId))])))
    }
    return .object(members)
  }

  private func location(_ label: Label, path: String = "", id: Int? = nil) -> JSONTree {
    var members: Members = []
    if let id { members.append(("id", .integer(Int64(id)))) }
    members.append(
      (
        "physicalLocation",
        .object([("artifactLocation", artifact(label.span)), ("region", region(label.span))])
      ))
    if !path.isEmpty {
      members.append(
        ("logicalLocations", .array([.object([("fullyQualifiedName", .string(path))])])))
    }
    if let words = label.text { members.append(("message", message(text(words)))) }
    return .object(members)
  }

  private func fix(_ fix: Fix) -> JSONTree {
    let files = Dictionary(grouping: fix.edits, by: \.span.file).sorted { $0.key < $1.key }
    let changes = files.map { _, edits -> JSONTree in
      let replacements = edits.map { edit -> JSONTree in
        .object([
          ("deletedRegion", region(edit.span)),
          ("insertedContent", .object([("text", .string(edit.text))])),
        ])
      }
      return .object([
        ("artifactLocation", artifact(edits[0].span)), ("replacements", .array(replacements)),
      ])
    }
    return .object([
      ("description", message(text(fix.title))), ("artifactChanges", .array(changes)),
    ])
  }

  private func artifact(_ span: Span) -> JSONTree {
    .object([("uri", .string(URIs.reference(context.sources[span].relativePath)))])
  }

  private func region(_ span: Span) -> JSONTree {
    let start = context.sources[span].position(of: span.start)
    let end = context.sources[span].position(of: span.end)
    let members = [
      ("startLine", start.line), ("startColumn", start.column), ("endLine", end.line),
      ("endColumn", end.column),
    ]
    return .object(members.map { ($0.0, .integer(Int64($0.1))) })
  }

  /// A message as plain text: braces are doubled, for single ones hold places of arguments, and
  /// what would read as a link is none.
  private func message(_ text: String) -> JSONTree {
    var plain = ""
    plain.append(text.contains("](") ? text.replacing("](", with: "\\](") : text) { byte in
      switch byte {
      case UInt8(ascii: "{"): return "{{"
      case UInt8(ascii: "}"): return "}}"
      default: return nil
      }
    }
    return .object([("text", .string(plain))])
  }

  private func text(_ message: Message) -> String { message.text(context.language) }

  private func level(_ severity: Severity) -> String {
    switch severity {
    case .error: return "error"
    case .warning: return "warning"
    case .info: return "note"
    }
  }
}

/// References to files (RFC 3986).
enum URIs {
  /// A path with `/`, relative or absolute, as a reference: bytes that have no place in one stand
  /// as `%E5`.
  static func reference(_ path: String) -> String {
    var out = path.hasPrefix("/") ? "file://" : ""
    out.append(path) { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        return nil
      default:
        return "%" + (byte < 0x10 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return out
  }
}
