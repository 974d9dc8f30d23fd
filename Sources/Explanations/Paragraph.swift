import Diagnostics

/// Breaks a paragraph into lines: at spaces, and between Chinese characters, but never before a
/// closing mark or after an opening one (GB/T 15834).
enum Paragraph {
  private static let closing: Set<Character> = [
    "，", "。", "、", "；", "：", "？", "！", "”", "’", "）", "》", "…",
  ]
  private static let opening: Set<Character> = ["“", "‘", "（", "《"]

  /// Lines of at most `width` cells; a longer word keeps a line of its own.
  static func lines(_ text: String, width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    var cells = 0
    for piece in pieces(text) {
      let word = piece.last == " " ? piece.dropLast() : piece[...]
      if !line.isEmpty, cells + DisplayWidth.cells(word) > width {
        lines.append(trimmed(line))
        line = ""
        cells = 0
      }
      line += piece
      cells += DisplayWidth.cells(piece)
    }
    return lines + [trimmed(line)]
  }

  /// The parts between which a line may end, each with the space that follows it.
  private static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var previous: Character?
    for character in text {
      if let previous, canBreak(previous, character) {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
      previous = character
    }
    return pieces + [piece]
  }

  private static func canBreak(_ before: Character, _ after: Character) -> Bool {
    if closing.contains(after) || opening.contains(before) || after == " " { return false }
    return before == " " || isWide(before) || isWide(after)
  }

  private static func isWide(_ character: Character) -> Bool {
    DisplayWidth.cells(String(character)) > 1 || opening.contains(character)
      || closing.contains(character)
  }

  private static func trimmed(_ line: String) -> String {
    line.last == " " ? String(line.dropLast()) : line
  }
}
