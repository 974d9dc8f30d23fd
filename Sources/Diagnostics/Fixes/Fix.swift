/// A change of the source that cures a finding.
public struct Fix: Hashable, Sendable {
  /// As rustc and ruff use the words: safe keeps or restores the meaning that is plain from the
  /// text, unsafe is a good guess, manual shows the idea only.
  public enum Applicability: String, Sendable { case safe, unsafe, manual }

  /// Replaces the bytes of a span by a text.
  public struct Edit: Hashable, Sendable {
    public let span: Span
    public let text: String
    public init(span: Span, text: String) {
      self.span = span
      self.text = text
    }
  }

  public let title: Message
  public let applicability: Applicability
  /// Empty for a manual fix and for no other.
  public let edits: [Edit]

  public init(_ title: Message, _ applicability: Applicability, _ edits: [Edit]) {
    precondition((applicability == .manual) == edits.isEmpty, "\(applicability): \(title.en)")
    self.title = title
    self.applicability = applicability
    self.edits = edits
  }
}

extension Fix {
  /// Writes a text in the place of another.
  static func write(_ text: String, at span: Span, _ applicability: Applicability) -> Fix {
    Fix(
      Message(zh: "改为 `\(text)`", en: "write `\(text)`"), applicability,
      [Edit(span: span, text: text)])
  }

  /// Deletes something by edits; without any it is left to a person.
  static func delete(_ word: String, _ edits: [Edit], _ applicability: Applicability) -> Fix {
    Fix(
      Message(zh: "删除 `\(word)`", en: "delete `\(word)`"),
      edits.isEmpty ? .manual : applicability, edits)
  }

  /// Puts quotes around a text of the source.
  static func quote(
    _ text: String, from start: Int, in file: Int, _ applicability: Applicability
  ) -> Fix {
    let isSimple = !text.utf8.contains(UInt8(ascii: "\"")) && !text.utf8.contains(0x5C)
    let quoted = isSimple ? "\"\(text)\"" : "'" + text.replacing("'", with: "''") + "'"
    return .write(
      quoted, at: Span(file: file, start: start, end: start + text.utf8.count), applicability)
  }
}
