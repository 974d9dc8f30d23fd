import TargetCode

/// A finding as an object of `tenon.diag/1`, which docs/schemas/tenon.diag-1.json describes. Lines
/// and columns count from 1, columns in code points; byte offsets are half open.
struct DiagnosticTree: Sendable {
  private static let schema = "tenon.diag/1"
  private let sources: SourceMap

  init(_ sources: SourceMap) { self.sources = sources }

  func callAsFunction(_ diagnostic: Diagnostic) -> JSONTree {
    var members: [(key: String, value: JSONTree)] = [
      ("schema", .string(DiagnosticTree.schema)), ("code", .string(diagnostic.code.rawValue)),
      ("rule", .string(diagnostic.code.rule)), ("severity", .string(diagnostic.severity.rawValue)),
      ("confidence", .string(diagnostic.confidence.rawValue)),
      ("message", .string(diagnostic.message.en)), ("messageZh", .string(diagnostic.message.zh)),
      ("file", .string(sources[diagnostic.primary.span].path)),
      ("span", span(diagnostic.primary.span)), ("path", .string(diagnostic.path)),
      ("stableId", .string(diagnostic.stableId)),
    ]
    if let label = diagnostic.primary.text {
      members += [("label", .string(label.en)), ("labelZh", .string(label.zh))]
    }
    members += [
      ("related", .array(diagnostic.related.map(related))),
      ("witness", .object(diagnostic.witness.map { ($0.name, .string($0.value)) })),
      ("help", .array(diagnostic.help.map { .string($0.en) })),
      ("helpZh", .array(diagnostic.help.map { .string($0.zh) })),
      ("fixes", .array(diagnostic.fixes.map(fix))),
      ("fingerprint", .string(diagnostic.fingerprint)),
    ]
    return .object(members)
  }

  private func related(_ label: Label) -> JSONTree {
    .object([
      ("file", .string(sources[label.span].path)), ("span", span(label.span)),
      ("label", .string(label.text?.en ?? "")), ("labelZh", .string(label.text?.zh ?? "")),
    ])
  }

  private func fix(_ fix: Fix) -> JSONTree {
    let edits = fix.edits.map { edit -> JSONTree in
      .object([
        ("file", .string(sources[edit.span].path)), ("byteStart", .integer(Int64(edit.span.start))),
        ("byteEnd", .integer(Int64(edit.span.end))), ("text", .string(edit.text)),
      ])
    }
    return .object([
      ("title", .string(fix.title.en)), ("titleZh", .string(fix.title.zh)),
      ("applicability", .string(fix.applicability.rawValue)), ("edits", .array(edits)),
    ])
  }

  private func span(_ span: Span) -> JSONTree {
    let start = sources[span].position(of: span.start)
    let end = sources[span].position(of: span.end)
    let members: [(key: String, value: Int)] = [
      ("byteStart", span.start), ("byteEnd", span.end), ("line", start.line),
      ("col", start.column), ("endLine", end.line), ("endCol", end.column),
    ]
    return .object(members.map { ($0.key, .integer(Int64($0.value))) })
  }
}
