/// The rows below a source line: its marks, the words of the last one beside it, and those of the
/// others hanging below.
struct MarkRows {
  struct Mark {
    let cells: Range<Int>
    let role: Style.Role
    let sign: Character
    let words: String

    init(_ mark: Snippet.Mark, in line: ShownLine, _ words: String) {
      let from = line.cell(of: mark.label.span.start)
      cells = from..<max(from + 1, line.cell(of: mark.label.span.end))
      role = mark.role
      sign = mark.sign
      self.words = words
    }
  }

  /// The rows without what stands before them.
  let rows: [String]

  init(_ marks: [Mark], _ style: Style) {
    // Where marks overlap the caret wins, so it is drawn last.
    let drawn = marks.filter { $0.sign != "^" } + marks.filter { $0.sign == "^" }
    let width = drawn.map(\.cells.upperBound).max() ?? 0
    var owner = [Int?](repeating: nil, count: width)
    for (index, mark) in drawn.enumerated() {
      for cell in mark.cells { owner[cell] = index }
    }
    // Beside the row stands the mark that ends it and begins last, if it is one mark.
    let beside = drawn.indices.max { drawn[$0].cells.lowerBound < drawn[$1].cells.lowerBound }
      .flatMap { drawn[$0].cells.upperBound == width ? $0 : nil }
    var row = MarkRows.row(owner, drawn, style)
    if let beside, !drawn[beside].words.isEmpty {
      row += style.paint(drawn[beside].role, " " + drawn[beside].words)
    }
    let hanging = drawn.indices.filter { $0 != beside && !drawn[$0].words.isEmpty }
      .map { drawn[$0] }.sorted { $0.cells.lowerBound > $1.cells.lowerBound }
    var rows = [row]
    if !hanging.isEmpty { rows.append(MarkRows.bars(hanging, style).text) }
    for (index, mark) in hanging.enumerated() {
      let left = hanging[(index + 1)...].filter { $0.cells.lowerBound < mark.cells.lowerBound }
      let (text, cells) = MarkRows.bars(left, style)
      let space = String(repeating: " ", count: mark.cells.lowerBound - cells)
      rows.append(text + space + style.paint(mark.role, mark.words))
    }
    self.rows = rows
  }

  /// The signs of the marks, each run painted once.
  private static func row(_ owner: [Int?], _ marks: [Mark], _ style: Style) -> String {
    var out = ""
    var start = 0
    while start < owner.count {
      let end = owner[start...].firstIndex { $0 != owner[start] } ?? owner.count
      if let mark = owner[start] {
        let signs = String(repeating: marks[mark].sign, count: end - start)
        out += style.paint(marks[mark].role, signs)
      } else {
        out += String(repeating: " ", count: end - start)
      }
      start = end
    }
    return out
  }

  /// A bar under the beginning of each mark, and how many cells that takes. The marks are sorted
  /// from the last to the first.
  private static func bars(_ marks: [Mark], _ style: Style) -> (text: String, cells: Int) {
    var out = ""
    var cells = 0
    for mark in marks.reversed() where mark.cells.lowerBound >= cells {
      out += String(repeating: " ", count: mark.cells.lowerBound - cells)
      out += style.paint(mark.role, "|")
      cells = mark.cells.lowerBound + 1
    }
    return (out, cells)
  }
}
