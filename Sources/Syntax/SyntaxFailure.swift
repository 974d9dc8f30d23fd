import CYAML
import Diagnostics

/// Turns libyaml's complaint into a mistake at the place that its author should look at.
struct SyntaxFailure {
  let mistake: any Mistake
  /// Offset in libyaml's text after which nothing was read.
  let stop: Int

  init(_ parser: yaml_parser_t, _ view: SourceView) {
    let place = view.offset(ofCodePoint: parser.problem_mark.index)
    let context = view.offset(ofCodePoint: parser.context_mark.index)
    let problem = parser.problem.map { String(cString: $0) } ?? ""
    let hasContext = parser.context != nil
    mistake = SyntaxFailure.classify(
      problem, place: place, context: hasContext ? context : place, view)
    let isAtContext = mistake.diagnostic.primary.span.start == view.span(context, 0).start
    stop = isAtContext ? min(place, context) : place
  }

  private static func classify(
    _ problem: String, place: Int, context: Int, _ view: SourceView
  ) -> any Mistake {
    switch problem {
    case "could not find expected ':'": return missingColon(context, view)
    case "mapping values are not allowed in this context":
      return SyntaxMistake.colonInText(at: view.span(place, 1))
    case "found character that cannot start any token":
      if view.byte(place) == 0x09 { return tab(view.span(place, 1)) }
      return SyntaxMistake.badStart(view.character(place), at: view.span(place, 1))
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return tab(view.tab(place))
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

  private static func tab(_ span: Span) -> TextMistake {
    .tabIndentation(edits: [Fix.Edit(span: span, text: "  ")], isSafe: false, at: span)
  }

  /// The line that should have been `key: value`.
  static func missingColon(_ start: Int, _ view: SourceView) -> SyntaxMistake {
    let end = view.lineEnd(start)
    var colon = start
    while colon < end, view.byte(colon) != UInt8(ascii: ":") { colon += 1 }
    let kind: SyntaxMistake.MissingColon =
      start < colon && colon < end ? .space(view.span(from: colon + 1, to: colon + 1)) : .nothing
    return .missingColon(
      text: view.string(start, end), kind: kind, at: view.span(from: start, to: end))
  }
}
