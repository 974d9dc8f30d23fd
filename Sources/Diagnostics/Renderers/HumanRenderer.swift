/// For people at a terminal: the cause first, the source with carets, related places, the cure.
public struct HumanRenderer: Renderer {
  public static let name = "human"
  private let context: RenderContext

  public init(_ context: RenderContext) { self.context = context }

  /// All findings, one blank line between them, and a last line that counts them.
  public func render(_ diagnostics: [Diagnostic]) -> String {
    guard !diagnostics.isEmpty else { return "" }
    return diagnostics.map { render($0) + "\n" }.joined() + text(Tally(diagnostics).words) + "\n"
  }

  /// One finding, ending with a line feed.
  public func render(_ diagnostic: Diagnostic) -> String {
    let head = "\(text(diagnostic.grade))[\(diagnostic.code.rawValue)]"
    let colon = context.language == .zh ? "：" : ": "
    var out = context.style.paint(.severity(diagnostic.severity), head)
    out += context.style.paint(.emphasis, colon + text(diagnostic.message)) + "\n"
    let snippets = snippets(diagnostic)
    let gutter = String(snippets.map(\.1.lastNumber).max() ?? 1).count
    let space = String(repeating: " ", count: gutter)
    for (index, (place, snippet)) in snippets.enumerated() {
      let arrow = context.style.paint(.frame, index == 0 ? "-->" : ":::")
      out += "\(space)\(arrow) \(Glyphs.safe(context.sources.place(place)))\n"
      out += snippet.text(gutter: gutter)
    }
    out += "\(space) \(context.style.paint(.frame, "|"))\n"
    for note in notes(diagnostic) {
      out += "\(space) \(context.style.paint(.frame, "=")) "
      out += context.style.paint(.help, text(note.kind) + colon) + note.text + "\n"
    }
    return out
  }

  /// The labels of each file together, the file of the finding itself first.
  private func snippets(_ diagnostic: Diagnostic) -> [(Span, Snippet)] {
    let primary = Snippet.Mark(
      label: diagnostic.primary, role: .severity(diagnostic.severity), sign: "^")
    let marks =
      [primary]
      + diagnostic.related.map { Snippet.Mark(label: $0, role: .related, sign: "-") }
    var files: [Int] = []
    for mark in marks where !files.contains(mark.label.span.file) {
      files.append(mark.label.span.file)
    }
    return files.map { file in
      let own = marks.filter { $0.label.span.file == file }
      let source = context.sources[own[0].label.span]
      return (own[0].label.span, Snippet(source, own, context.language, context.style))
    }
  }

  /// What stands below the source: an example, what to do, where to read more.
  private func notes(_ diagnostic: Diagnostic) -> [(kind: Message, text: String)] {
    var notes: [(kind: Message, text: String)] = []
    if !diagnostic.witness.isEmpty {
      let values = diagnostic.witness.map { Glyphs.safe("\($0.name) = \($0.value)") }
      let separator = context.language == .zh ? "，" : ", "
      notes.append((NoteKind.example, values.joined(separator: separator)))
    }
    for help in diagnostic.help { notes.append((NoteKind.help, text(help))) }
    for fix in diagnostic.fixes {
      var line = text(fix.title)
      if let result = FixPreview.line(fix, context.sources) { line += " → " + result }
      if fix.applicability == .safe, !fix.edits.isEmpty {
        let how = "tenon check --fix"
        line += text(Message(zh: "  （自动修复：\(how)）", en: "  (automatic: \(how))"))
      }
      notes.append((NoteKind.fix, line))
    }
    let rule = text(Message(zh: "规则：", en: "rule: ")) + diagnostic.code.rule
    notes.append(
      (
        NoteKind.explain,
        "tenon explain \(diagnostic.code.rawValue)        \(rule)"
      ))
    return notes
  }

  /// The sentence in the language, safe to print.
  private func text(_ message: Message) -> String { Glyphs.safe(message.text(context.language)) }
}

/// The words before what stands below a finding.
enum NoteKind {
  static let example = Message(zh: "示例", en: "example")
  static let help = Message(zh: "帮助", en: "help")
  static let fix = Message(zh: "修复", en: "fix")
  static let explain = Message(zh: "说明", en: "explain")
}
