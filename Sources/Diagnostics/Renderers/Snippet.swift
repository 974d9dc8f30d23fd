/// Source lines of one file with what is marked in them: carets under the place of a finding,
/// dashes under related places, words beside them.
struct Snippet {
  /// A label of the file and how it is drawn.
  struct Mark {
    let label: Label
    let role: Style.Role
    let sign: Character
  }

  private let source: SourceFile
  private let language: Language
  private let style: Style
  /// The marks of each marked line, by index of the line.
  private let marks: [Int: [Mark]]

  init(_ source: SourceFile, _ marks: [Mark], _ language: Language, _ style: Style) {
    self.source = source
    self.language = language
    self.style = style
    self.marks = Dictionary(grouping: marks) { source.lineIndex(of: $0.label.span.start) }
  }

  /// The largest number in the margin.
  var lastNumber: Int { (marks.keys.max() ?? 0) + 1 }

  /// The lines, each ending with a line feed. `gutter` is the width of the numbers. A single line
  /// between two marked ones is shown, more are left out.
  func text(gutter: Int) -> String {
    let space = String(repeating: " ", count: gutter)
    let bar = style.paint(.frame, "|")
    var out = "\(space) \(bar)\n"
    var last: Int?
    for line in marks.keys.sorted() {
      if let last, line == last + 2 {
        out += numbered(last + 1, shown(last + 1, around: nil).text, gutter)
      } else if let last, line > last + 2 {
        out += style.paint(.frame, "...") + "\n"
      }
      let marks = marks[line] ?? []
      let place = marks.first { $0.sign == "^" } ?? marks.first
      let shown = shown(line, around: place?.label.span.start)
      out += numbered(line, shown.text, gutter)
      let drawn = marks.map { MarkRows.Mark($0, in: shown, words($0.label, line: line)) }
      for row in MarkRows(drawn, style).rows { out += "\(space) \(bar) \(row)\n" }
      last = line
    }
    return out
  }

  private func shown(_ line: Int, around place: Int?) -> ShownLine {
    ShownLine(source, line, around: place ?? source.lineStarts[line])
  }

  private func numbered(_ line: Int, _ text: String, _ gutter: Int) -> String {
    let number = String(line + 1)
    let space = String(repeating: " ", count: gutter - number.count)
    return style.paint(.frame, "\(space)\(number) |") + (text.isEmpty ? "" : " \(text)") + "\n"
  }

  /// The words of a label, with the last line of a place that goes on below.
  private func words(_ label: Label, line: Int) -> String {
    let text = Glyphs.safe(label.text?.text(language) ?? "")
    let last = source.lineIndex(of: source.endOfText(in: label.span))
    if last <= line { return text }
    switch language {
    case .zh: return text.isEmpty ? "到第 \(last + 1) 行" : "\(text)（到第 \(last + 1) 行）"
    case .en: return text.isEmpty ? "to line \(last + 1)" : "\(text) (to line \(last + 1))"
    }
  }
}

extension SourceFile {
  /// The last byte of a span that is no white space; its start when there is none.
  fileprivate func endOfText(in span: Span) -> Int {
    var end = min(span.end, bytes.count)
    while end > span.start, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[end - 1]) { end -= 1 }
    return max(span.start, end - 1)
  }
}

/// A source line as it is printed: nothing hidden, and cut around a place when it is long.
struct ShownLine {
  /// Longest part of a line that is shown, in cells.
  static let widest = 160
  let text: String
  private let source: SourceFile
  /// The bytes that are shown.
  private let range: Range<Int>
  /// Cells of the sign that stands for what was cut off before.
  private let lead: Int

  init(_ source: SourceFile, _ line: Int, around place: Int) {
    let whole = source.lineRange(line)
    var start = whole.lowerBound
    // A character takes at most four bytes: what is far enough needs no measuring.
    if place - start > 4 * ShownLine.widest
      || Glyphs.cells(source.text(start..<max(start, place))) > ShownLine.widest - 40
    {
      start = source.boundary(max(start, place - 40))
    }
    let limit = source.boundary(min(whole.upperBound, start + 4 * ShownLine.widest))
    let cut = start > whole.lowerBound ? "…" : ""
    var text = source.text(start..<limit)
    if Glyphs.cells(text) > ShownLine.widest {
      var cells = 0
      text = String(
        text.prefix { character in
          cells += Glyphs.cells(String(character))
          return cells <= ShownLine.widest
        })
    }
    // Bytes that are no UTF-8 are printed as more bytes than they are.
    let end = min(start + text.utf8.count, whole.upperBound)
    text = cut + text + (end < whole.upperBound ? "…" : "")
    lead = cut.isEmpty ? 0 : 1
    self.text = Glyphs.safe(text)
    self.source = source
    range = start..<end
  }

  /// The cell at which a byte of the line begins, from 0.
  func cell(of offset: Int) -> Int {
    let end = min(max(offset, range.lowerBound), range.upperBound)
    return lead + Glyphs.cells(source.text(range.lowerBound..<end))
  }
}

extension SourceFile {
  /// The first byte of the character that a byte belongs to.
  func boundary(_ offset: Int) -> Int {
    var offset = offset
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
