import TargetCode

/// A test report as CI servers show it (JUnit's XML): a suite for each file, in it a failed test
/// for each error. Warnings and what is not decided are passed tests with output, for such reports
/// know nothing milder than a failure. A file without findings is one passed test.
public struct JUnitRenderer: Renderer {
  public static let name = "junit"
  private let context: RenderContext

  public init(_ context: RenderContext) { self.context = context }

  public func render(_ diagnostics: [Diagnostic]) -> String {
    let byFile = Dictionary(grouping: diagnostics, by: \.primary.span.file)
    var suites = ""
    var total = 0
    for (index, source) in context.sources.files.enumerated() {
      let own = byFile[index] ?? []
      // An application without a lock has an empty one here.
      if own.isEmpty, source.bytes.isEmpty { continue }
      suites += suite(source, own)
      total += max(own.count, 1)
    }
    let errors = diagnostics.count(where: \.isError)
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      + "<testsuites name=\"tenon check\" tests=\"\(total)\" failures=\"\(errors)\" errors=\"0\""
      + " time=\"0\">\n\(suites)</testsuites>\n"
  }

  private func suite(_ source: SourceFile, _ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count(where: \.isError)
    var out =
      "  <testsuite name=\"\(XML.attribute(source.relativePath))\""
      + " tests=\"\(max(diagnostics.count, 1))\" failures=\"\(errors)\" errors=\"0\" skipped=\"0\""
      + " time=\"0\">\n"
    if diagnostics.isEmpty {
      out += test(source, "check", line: nil) + "/>\n"
    }
    // Readers of such reports know a test by its name, and drop the second of a name.
    var seen: [String: Int] = [:]
    for diagnostic in diagnostics {
      let words = [diagnostic.code.rawValue, diagnostic.path].filter { !$0.isEmpty }
      var name = words.joined(separator: " ")
      let count = seen[name, default: 0] + 1
      seen[name] = count
      if count > 1 { name += " (\(count))" }
      out += test(source, name, line: source.position(of: diagnostic.primary.span.start).line)
      out += ">\n" + outcome(diagnostic) + "    </testcase>\n"
    }
    return out + "  </testsuite>\n"
  }

  /// The start of a test's tag.
  private func test(_ source: SourceFile, _ name: String, line: Int?) -> String {
    let file = XML.attribute(source.relativePath)
    return "    <testcase name=\"\(XML.attribute(name))\" classname=\"\(file)\" file=\"\(file)\""
      + (line.map { " line=\"\($0)\"" } ?? "") + " time=\"0\""
  }

  private func outcome(_ diagnostic: Diagnostic) -> String {
    let text = XML.text(HumanRenderer(context.plain).render(diagnostic))
    guard diagnostic.isError else { return "      <system-out>\(text)</system-out>\n" }
    return "      <failure message=\"\(XML.attribute(diagnostic.message.text(context.language)))\""
      + " type=\"\(diagnostic.code.rule)\">\(text)</failure>\n"
  }
}

/// Texts in XML 1.0. What it cannot hold becomes U+FFFD, as does what no one can see.
private enum XML {
  /// The value of an attribute between double quotes.
  static func attribute(_ text: String) -> String { escaped(text, isAttribute: true) }

  static func text(_ text: String) -> String { escaped(text, isAttribute: false) }

  private static func escaped(_ text: String, isAttribute: Bool) -> String {
    var out = ""
    out.append(Glyphs.safe(text)) { byte in
      switch byte {
      case UInt8(ascii: "&"): return "&amp;"
      case UInt8(ascii: "<"): return "&lt;"
      case UInt8(ascii: ">"): return "&gt;"
      case UInt8(ascii: "\"") where isAttribute: return "&quot;"
      // Readers fold it to a space.
      case UInt8(ascii: "\n") where isAttribute: return "&#10;"
      default: return nil
      }
    }
    return out
  }
}
