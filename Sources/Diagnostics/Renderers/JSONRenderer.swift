/// For machines: one array of findings, schema `tenon.diag/1`. Lines and columns count from 1,
/// columns in code points; byte offsets are half open.
public struct JSONRenderer: Sendable {
  public static let schema = "tenon.diag/1"
  private let sources: SourceMap

  public init(_ sources: SourceMap) { self.sources = sources }

  public func render(_ diagnostics: [Diagnostic]) -> String {
    if diagnostics.isEmpty { return "[]\n" }
    return "[\n" + diagnostics.map { object($0) }.joined(separator: ",\n") + "\n]\n"
  }

  private func object(_ diagnostic: Diagnostic) -> String {
    var fields: [(String, String)] = [
      ("schema", string(JSONRenderer.schema)), ("code", string(diagnostic.code.rawValue)),
      ("rule", string(diagnostic.code.rule)), ("severity", string(diagnostic.severity.rawValue)),
      ("message", string(diagnostic.message.en)), ("messageZh", string(diagnostic.message.zh)),
      ("file", string(sources[diagnostic.primary.span].path)),
      ("span", span(diagnostic.primary.span)), ("path", string(diagnostic.path)),
    ]
    if let label = diagnostic.primary.text {
      fields += [("label", string(label.en)), ("labelZh", string(label.zh))]
    }
    fields += [
      ("related", array(diagnostic.related.map { related($0) })),
      ("help", array(diagnostic.help.map { string($0.en) })),
      ("helpZh", array(diagnostic.help.map { string($0.zh) })),
      ("fixes", array(diagnostic.fixes.map { fix($0) })),
      ("fingerprint", string(diagnostic.fingerprint)),
    ]
    return object(fields)
  }

  private func related(_ label: Label) -> String {
    object([
      ("file", string(sources[label.span].path)), ("span", span(label.span)),
      ("label", string(label.text?.en ?? "")), ("labelZh", string(label.text?.zh ?? "")),
    ])
  }

  private func fix(_ fix: Fix) -> String {
    let edits = fix.edits.map { edit in
      object([
        ("file", string(sources[edit.span].path)), ("byteStart", String(edit.span.start)),
        ("byteEnd", String(edit.span.end)), ("text", string(edit.text)),
      ])
    }
    return object([
      ("title", string(fix.title.en)), ("titleZh", string(fix.title.zh)),
      ("applicability", string(fix.applicability.rawValue)), ("edits", array(edits)),
    ])
  }

  private func span(_ span: Span) -> String {
    let start = sources[span].position(of: span.start)
    let end = sources[span].position(of: span.end)
    return object([
      ("byteStart", String(span.start)), ("byteEnd", String(span.end)),
      ("line", String(start.line)), ("col", String(start.column)),
      ("endLine", String(end.line)), ("endCol", String(end.column)),
    ])
  }

  private func object(_ fields: [(String, String)]) -> String {
    "{" + fields.map { string($0.0) + ":" + $0.1 }.joined(separator: ",") + "}"
  }

  private func array(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

  /// A JSON string (RFC 8259).
  private func string(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy {
      $0 >= 0x20 && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
    }
    if isPlain { return "\"" + text + "\"" }
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\" + String(scalar)
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      default:
        if scalar.value < 0x20 {
          let hex = String(scalar.value, radix: 16)
          result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    return result + "\""
  }
}
