import Diagnostics

/// The white space before the content of a line.
struct Indent {
  let start: Int
  /// Where the content begins; the line's end when there is none.
  let content: Int
  /// Spaces before anything else.
  let spaces: Int
  /// The column of the content as its author sees it.
  let column: Int
  /// The first character that is no space.
  let odd: Unicode.Scalar?

  var isPlain: Bool { odd == nil }

  init(_ start: Int, _ end: Int, in repair: LineRepair) {
    var place = start
    while place < end, repair.text[place] == 0x20 { place += 1 }
    spaces = place - start
    var column = spaces
    var odd: Unicode.Scalar?
    while place < end {
      let byte = repair.text[place]
      if byte == 0x20 {
        column += 1
      } else if byte == 0x09 {
        odd = odd ?? "\t"
        column += repair.tabWidth - column % repair.tabWidth
      } else if byte >= 0xC2, repair.isOddSpace(place) {
        let scalar = repair.scalar(place)
        odd = odd ?? scalar
        column += scalar.value == 0x3000 ? 2 : 1
      } else {
        break
      }
      place += repair.width(place)
    }
    self.start = start
    self.content = place
    self.column = column
    self.odd = odd
  }
}

/// Lines one after the other that are indented by the same wrong character: one mistake.
struct IndentRuns {
  struct Run {
    let found: Unicode.Scalar
    let first: Span
    var edits: [Fix.Edit]
    /// Where the next line must begin to belong to it.
    var next: Int
  }
  var all: [Run] = []
}

extension LineRepair {
  /// Whether a line is indented by tabs.
  var hasTabs: Bool { indents.all.contains { $0.found == "\t" } }

  /// Replaces the indentation of a line by spaces.
  mutating func straighten(_ indent: Indent) {
    guard let odd = indent.odd, !isTrial else { return }
    let blanks = String(repeating: " ", count: indent.column)
    let edit = Fix.Edit(span: span(indent.start, indent.content), text: blanks)
    edits.append(Rewriting.Edit(indent.start, indent.content, blanks))
    var end = indent.content
    while end < text.count, text[end] != 0x0A { end += 1 }
    if let last = indents.all.last, last.found == odd, last.next == indent.start {
      indents.all[indents.all.count - 1].edits.append(edit)
      indents.all[indents.all.count - 1].next = end + 1
      return
    }
    let place = indent.start + indent.spaces
    let first = span(place, place + width(place))
    indents.all.append(IndentRuns.Run(found: odd, first: first, edits: [edit], next: end + 1))
    // Holds the place; what is said of the tabs is known at the end of the file.
    mistakes.append(TextMistake.tabIndentation(edits: [edit], isSafe: false, at: first))
  }

  /// Says what was wrong with the indentations, now that the runs are whole.
  mutating func finishIndents() {
    guard !indents.all.isEmpty else { return }
    var runs = indents.all[...]
    for index in mistakes.indices {
      guard case .tabIndentation(_, _, let place) = mistakes[index] as? TextMistake,
        let run = runs.first, run.first == place
      else { continue }
      runs = runs.dropFirst()
      mistakes[index] =
        run.found == "\t"
        ? TextMistake.tabIndentation(edits: run.edits, isSafe: isTabWidthKnown, at: place)
        : TextMistake.unusualSpace(run.found, edits: run.edits, at: place)
    }
  }

  /// The width of a tab with which the most lines fit, and whether all widths that fit as well
  /// give the same nesting.
  static func tabWidth(_ make: (Int) -> LineRepair) -> (width: Int, isCertain: Bool) {
    var best: (width: Int, misfits: Int, shape: UInt64)?
    var isCertain = true
    for width in [2, 4, 8, 3, 1, 6] {
      var trial = make(width)
      trial.tryOut()
      guard let known = best else {
        best = (width, trial.misfits, trial.shape)
        continue
      }
      if trial.misfits < known.misfits {
        best = (width, trial.misfits, trial.shape)
        isCertain = true
      } else if trial.misfits == known.misfits, trial.shape != known.shape {
        isCertain = false
      }
    }
    return (best?.width ?? 2, isCertain && best?.misfits == 0)
  }
}
