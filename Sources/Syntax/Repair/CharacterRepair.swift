import Diagnostics

/// Takes out what no reader shows and makes line ends out of lone carriage returns, so that the
/// rest of the file can be read.
struct CharacterRepair {
  private let text: UnsafeBufferPointer<UInt8>
  private let file: Int
  private(set) var edits: [Rewriting.Edit] = []
  private(set) var mistakes: [any Mistake] = []
  /// Where the reading ends because of too many mistakes.
  private(set) var cut: Int?
  private var returns: [Span] = []

  /// `text` is valid UTF-8; a byte order mark at its start is taken out without a word.
  init(_ text: UnsafeBufferPointer<UInt8>, file: Int) {
    self.text = text
    self.file = file
  }

  mutating func run() {
    var place = 0
    if text.count >= 3, text[0] == 0xEF, text[1] == 0xBB, text[2] == 0xBF {
      edits.append(Rewriting.Edit(0, 3, ""))
      place = 3
    }
    while place < text.count {
      if mistakes.count >= SyntaxLimits.mistakes {
        let span = Span(file: file, start: place, end: place)
        mistakes.append(TextMistake.tooManyMistakes(limit: SyntaxLimits.mistakes, at: span))
        edits.append(Rewriting.Edit(place, text.count, ""))
        cut = place
        break
      }
      let byte = text[place]
      if byte >= 0x20 && byte < 0x7F || byte == 0x0A || byte == 0x09 {
        place += 1
      } else if byte == 0x0D {
        carriageReturn(place)
        place += 1
      } else {
        place = character(place)
      }
    }
    if let first = returns.first {
      mistakes.append(TextMistake.carriageReturn(all: returns, at: first))
    }
  }

  /// A carriage return before a line feed belongs to it.
  private mutating func carriageReturn(_ place: Int) {
    guard place + 1 >= text.count || text[place + 1] != 0x0A else { return }
    returns.append(Span(file: file, start: place, end: place + 1))
    edits.append(Rewriting.Edit(place, place + 1, "\n"))
  }

  /// Looks at one character; returns where the next begins.
  private mutating func character(_ place: Int) -> Int {
    guard let (scalar, width) = UTF8Text.decode(text, place) else { return place + 1 }
    let isSeparator = CharacterRepair.isLineSeparator(scalar.value)
    guard isSeparator || CharacterRepair.isInvisible(scalar.value) else { return place + width }
    // A run of the same character is one mistake.
    var end = place + width
    var count = 1
    while let next = UTF8Text.decode(text, end), next.scalar == scalar {
      end += next.width
      count += 1
    }
    let span = Span(file: file, start: place, end: end)
    mistakes.append(
      isSeparator
        ? TextMistake.lineSeparator(scalar, at: span)
        : TextMistake.controlCharacter(scalar, count: count, at: span))
    edits.append(Rewriting.Edit(place, end, isSeparator ? " " : ""))
    return end
  }

  /// Line breaks that only YAML 1.1 knows.
  private static func isLineSeparator(_ value: UInt32) -> Bool {
    value == 0x85 || value == 0x2028 || value == 0x2029
  }

  /// Controls, marks that reorder the text on the screen (CVE-2021-42574), characters without
  /// width, a byte order mark inside, noncharacters. The joiners of emoji and scripts are text.
  private static func isInvisible(_ value: UInt32) -> Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E,
      0x2060...0x2064, 0x2066...0x2069, 0xFEFF, 0xFFF9...0xFFFB, 0xFDD0...0xFDEF:
      return true
    default: return value & 0xFFFE == 0xFFFE
    }
  }
}
