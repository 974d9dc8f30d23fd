/// What a fix makes of its line.
enum FixPreview {
  /// How many bytes around the changes are shown.
  private static let around = 120

  /// The line after the change without its indentation; nil when the fix has no edits, when they
  /// touch more than one line, or when nothing is left of it.
  static func line(_ fix: Fix, _ sources: SourceMap) -> String? {
    let edits = fix.edits.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    guard let first = edits.first, let last = edits.last else { return nil }
    let source = sources[first.span]
    let line = source.lineIndex(of: first.span.start)
    let range = source.lineRange(line)
    let isOneLine = edits.allSatisfy {
      $0.span.file == first.span.file && $0.span.end <= range.upperBound
        && !$0.text.utf8.contains(0x0A)
    }
    guard isOneLine else { return nil }
    let start = source.boundary(max(range.lowerBound, first.span.start - around))
    let end = source.boundary(min(range.upperBound, last.span.end + around))
    var text = ""
    var done = start
    for edit in edits where edit.span.start >= done {
      text += source.text(done..<edit.span.start) + edit.text
      done = edit.span.end
    }
    text += source.text(done..<end)
    let trimmed = Glyphs.safe(text).trimmed
    if trimmed.isEmpty { return nil }
    return (start > range.lowerBound ? "…" : "") + trimmed + (end < range.upperBound ? "…" : "")
  }
}

extension String {
  /// Without spaces at both ends.
  fileprivate var trimmed: Substring {
    let start = self.drop { $0 == " " }
    return start[..<(start.lastIndex { $0 != " " }.map(start.index(after:)) ?? start.endIndex)]
  }
}
