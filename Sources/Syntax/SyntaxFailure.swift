import CYAML
import Diagnostics

/// Turns libyaml's complaint into a mistake at the place that its author should look at.
struct SyntaxFailure {
  let mistake: any Mistake
  /// Byte offset after which nothing was read.
  let offset: Int

  init(
    _ parser: yaml_parser_t, _ view: View, index: CodePointIndex
  ) {
    let text = view.text
    let place = index.byteOffset(of: parser.problem_mark.index, in: text)
    let context = index.byteOffset(of: parser.context_mark.index, in: text)
    let problem = parser.problem.map { String(cString: $0) } ?? ""
    let hasContext = parser.context != nil
    mistake = SyntaxFailure.classify(
      problem, place: place, context: hasContext ? context : place, view)
    offset = min(place, mistake.diagnostic.primary.span.start)
  }

  private static func classify(
    _ problem: String, place: Int, context: Int, _ view: View
  ) -> any Mistake {
    switch problem {
    case "could not find expected ':'": return missingColon(context, view)
    case "mapping values are not allowed in this context":
      return SyntaxMistake.colonInText(at: view.span(place, 1))
    case "found character that cannot start any token":
      if view.byte(place) == 0x09 { return TextMistake.tabIndentation(at: view.span(place, 1)) }
      return SyntaxMistake.badStart(view.character(place), at: view.span(place, 1))
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return TextMistake.tabIndentation(at: view.tab(place))
    case "found unexpected end of stream", "found unexpected document indicator":
      return SyntaxMistake.unclosedQuote(view.character(context), at: view.span(context, 1))
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      return SyntaxMistake.unclosedBracket(
        view.character(context), end: view.span(place, 1), at: view.span(context, 1))
    case "did not find expected key", "did not find expected '-' indicator",
      "block sequence entries are not allowed in this context":
      return SyntaxMistake.badIndentation(block: view.span(context, 1), at: view.span(place, 1))
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return SyntaxMistake.badEscape(at: view.escape(place))
    default: return SyntaxMistake.unreadable(at: view.span(place, 1))
    }
  }

  /// The line that should have been `key: value`.
  static func missingColon(_ start: Int, _ view: View) -> SyntaxMistake {
    let end = view.lineEnd(start)
    let text = view.string(start, end)
    let needsSpace = text.utf8.contains(UInt8(ascii: ":"))
    return SyntaxMistake.missingColon(
      text: text, needsSpace: needsSpace,
      at: view.snapped(Span(file: view.file, start: start, end: end)))
  }

  /// The text with offsets of the file.
  struct View {
    let text: UnsafeBufferPointer<UInt8>
    /// The text before full-width punctuation in it was replaced, byte for byte.
    let original: UnsafeBufferPointer<UInt8>
    let file: Int
    let base: Int

    func byte(_ offset: Int) -> UInt8? {
      offset - base < text.count && offset >= base ? text[offset - base] : nil
    }

    /// A span of so many code points, cut at the end of the text.
    func span(_ offset: Int, _ count: Int) -> Span {
      var end = offset
      for _ in 0..<count where end - base < text.count {
        end += 1
        while let byte = byte(end), byte & 0xC0 == 0x80 { end += 1 }
      }
      return snapped(Span(file: file, start: offset, end: end))
    }

    /// Widens a span whose edge is inside a character of the original.
    func snapped(_ span: Span) -> Span {
      var (start, end) = (span.start - base, span.end - base)
      while start > 0, start < original.count, original[start] & 0xC0 == 0x80 { start -= 1 }
      while end < original.count, original[end] & 0xC0 == 0x80 { end += 1 }
      return Span(file: file, start: base + start, end: base + end)
    }

    func string(_ start: Int, _ end: Int) -> String {
      String(
        decoding: UnsafeBufferPointer(rebasing: text[(start - base)..<(end - base)]),
        as: UTF8.self)
    }

    func character(_ offset: Int) -> Character {
      let span = span(offset, 1)
      return string(span.start, span.end).first ?? " "
    }

    /// Where the content of a line ends: before white space and a comment.
    func lineEnd(_ offset: Int) -> Int {
      var end = offset
      while let byte = byte(end), byte != 0x0A {
        if byte == UInt8(ascii: "#"), end > offset, self.byte(end - 1) == 0x20 { break }
        end += 1
      }
      while end > offset + 1, let byte = byte(end - 1), byte == 0x20 || byte == 0x0D { end -= 1 }
      return end
    }

    /// The tab at or before a place.
    func tab(_ offset: Int) -> Span {
      var place = offset
      while place > base, byte(place) != 0x09, byte(place) != 0x0A { place -= 1 }
      return byte(place) == 0x09 ? span(place, 1) : span(offset, 1)
    }

    /// The backslash at or before a place and what follows it.
    func escape(_ offset: Int) -> Span {
      var place = offset
      while place > base, byte(place) != UInt8(ascii: "\\"), byte(place) != 0x0A { place -= 1 }
      return byte(place) == UInt8(ascii: "\\") ? span(place, 2) : span(offset, 1)
    }
  }
}
