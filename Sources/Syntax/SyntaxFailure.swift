import CYAML
import Diagnostics

/// Turns libyaml's complaint into a mistake at the place that its author should look at.
struct SyntaxFailure {
  let mistake: any Mistake
  /// Offset in libyaml's text after which nothing was read.
  let stop: Int

  init(_ parser: yaml_parser_t, _ view: SourceView) {
    let place = view.offset(ofCodePoint: parser.problem_mark.index)
    let context =
      parser.context == nil ? place : view.offset(ofCodePoint: parser.context_mark.index)
    let complaint = Complaint(
      problem: parser.problem.map { String(cString: $0) } ?? "", place: place, context: context,
      view: view)
    mistake = complaint.mistake
    let isAtContext = mistake.diagnostic.primary.span.start == view.span(context, 0).start
    stop = isAtContext ? min(place, context) : place
  }

  /// The line that should have been `key: value`.
  static func missingColon(_ start: Int, _ view: SourceView) -> SyntaxMistake {
    let end = view.lineEnd(start)
    var colon = start
    while colon < end, view.byte(colon) != UInt8(ascii: ":") { colon += 1 }
    let kind: SyntaxMistake.MissingColon =
      start < colon && colon + 1 < end
      ? .space(view.span(from: colon + 1, to: colon + 1)) : .nothing
    return .missingColon(
      text: view.string(start, end), kind: kind, at: view.span(from: start, to: end))
  }
}

/// What libyaml says and where: `place` is what it stumbled over, `context` what that belongs to.
private struct Complaint {
  let problem: String
  let place: Int
  let context: Int
  let view: SourceView

  private var here: Span { view.span(place, 1) }
  private var character: Character { view.character(place) }

  var mistake: any Mistake {
    if let refused = refused { return refused }
    switch problem {
    case "could not find expected ':'":
      switch view.byte(context) {
      case UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "\""), UInt8(ascii: "'"):
        return SyntaxMistake.notDeeper(at: view.span(context, 1))
      default: return SyntaxFailure.missingColon(context, view)
      }
    case "mapping values are not allowed in this context":
      return view.endsOverLines(place)
        ? RefusedMistake.keyOverLines(at: here) : SyntaxMistake.colonInText(inFlow: false, at: here)
    case "found character that cannot start any token":
      return view.byte(place) == 0x09 ? tab(here) : SyntaxMistake.badStart(character, at: here)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      return tab(view.tab(place))
    case "found unexpected end of stream", "found unexpected document indicator":
      return SyntaxMistake.unclosedQuote(view.character(context), at: view.span(context, 1))
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      if view.byte(place) == UInt8(ascii: ":"), view.isSameLine(context, place) {
        return SyntaxMistake.colonInText(inFlow: true, at: here)
      }
      return SyntaxMistake.unclosedBracket(
        view.character(context), end: here, at: view.span(context, 1))
    case "block sequence entries are not allowed in this context", "found unexpected ':'":
      return SyntaxMistake.badStart(character, at: here)
    case "found unknown escape character", "did not find expected hexdecimal number",
      "found invalid Unicode character escape code":
      return SyntaxMistake.badEscape(at: view.escape(place))
    case "did not find expected comment or line break",
      "found an indentation indicator equal to 0":
      return SyntaxMistake.blockHeader(at: view.blockHeader(place))
    case "did not find expected node content": return noNode
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>":
      return notInBlock
    default: return SyntaxMistake.unreadable(at: here)
    }
  }

  /// What the language refuses in any case.
  private var refused: RefusedMistake? {
    switch problem {
    case "mapping keys are not allowed in this context": return .explicitKey(at: here)
    case "did not find expected alphabetic or numeric character", "found undefined tag handle",
      "did not find expected tag URI", "did not find URI escaped octet",
      "did not find expected whitespace or line break", "did not find the expected '>'",
      "did not find expected '!'", "did not find expected key",
      "did not find expected <document start>":
      break
    default: return nil
    }
    let word = view.property(place)
    let text = String(view.string(word.lowerBound, word.upperBound))
    let span = view.span(from: word.lowerBound, to: word.upperBound)
    switch text.utf8.first {
    case UInt8(ascii: "&"): return .anchor(name: String(text.dropFirst()), at: span)
    case UInt8(ascii: "*"): return .alias(name: String(text.dropFirst()), at: span)
    case UInt8(ascii: "!"): return .tag(text: text, at: span)
    default: return nil
    }
  }

  /// A value should stand here and does not.
  private var noNode: any Mistake {
    let isStartOfValue = view.previous(place).map { view.byte($0) == UInt8(ascii: ":") } ?? false
    switch view.byte(place) {
    case UInt8(ascii: ","):
      return isStartOfValue
        ? SyntaxMistake.badStart(",", at: here) : SyntaxMistake.extraComma(at: here)
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      return isStartOfValue
        ? SyntaxMistake.badStart(character, at: here) : SyntaxMistake.extraBracket(at: here)
    case UInt8(ascii: ":") where view.isGap(place + 1): return RefusedMistake.emptyKey(at: here)
    case UInt8(ascii: "?") where view.isGap(place + 1):
      return RefusedMistake.explicitKey(at: here)
    case UInt8(ascii: ":"), UInt8(ascii: "?"): return SyntaxMistake.badStart(character, at: here)
    case UInt8(ascii: "-") where !view.isMarker(place):
      return SyntaxMistake.badStart("-", at: here)
    default:
      guard let open = view.openBracket(place) else { return SyntaxMistake.unreadable(at: here) }
      return SyntaxMistake.unclosedBracket(
        view.character(open), end: here, at: view.span(open, 1))
    }
  }

  /// Something stands in a block that cannot continue it.
  private var notInBlock: any Mistake {
    let previous = view.previous(place)
    switch view.byte(place) {
    case UInt8(ascii: ":"): return RefusedMistake.emptyKey(at: here)
    case UInt8(ascii: "]"), UInt8(ascii: "}"): return SyntaxMistake.extraBracket(at: here)
    default: break
    }
    if view.byte(place) == UInt8(ascii: ".") || previous.map(view.isDocumentEnd) ?? false {
      return RefusedMistake.afterEnd(at: here)
    }
    if let header = view.blockScalar(around: place) {
      return SyntaxMistake.badIndentation(block: header, at: here)
    }
    if view.isAfterComment(place), !view.hasKey(place) {
      return SyntaxMistake.commentInText(at: view.content(place))
    }
    if let previous, view.closesValue(previous),
      view.isSameLine(previous, place) || !view.hasKey(place) && view.isIndented(place)
    {
      return SyntaxMistake.textAfterValue(
        view.character(previous), value: view.value(before: place), at: view.content(place))
    }
    if !view.hasKey(place), view.byte(place) != UInt8(ascii: "-") {
      return SyntaxFailure.missingColon(place, view)
    }
    return SyntaxMistake.badIndentation(block: view.span(context, 1), at: here)
  }

  private func tab(_ span: Span) -> TextMistake {
    .tabIndentation(edits: [Fix.Edit(span: span, text: "  ")], isSafe: false, at: span)
  }
}
