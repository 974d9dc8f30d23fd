import CYAML
import Diagnostics

/// libyaml's events in Swift's terms, with byte spans. Ends at the stream's end, at a syntax error
/// or when the reader stops it.
struct YAMLEvents {
  struct Event {
    enum Kind {
      case scalar(String, isPlain: Bool)
      case alias(String)
      case mappingStart, sequenceStart, end, documentStart, streamEnd, other
    }
    let kind: Kind
    /// Where it stands in the file.
    let span: Span
    /// Where it stands in the text that libyaml reads.
    let range: Range<Int>
    /// `&name` and `!name` before the node.
    var anchor: Name?
    var tag: Name?

    struct Name {
      let text: String
      let span: Span
    }
  }

  private(set) var mistake: (any Mistake)?
  /// Byte offset at which the reading stopped before the end.
  private(set) var stop: Int?
  /// The same in the text that libyaml reads.
  private var stopInText = 0
  private var parser: UnsafeMutablePointer<yaml_parser_t>
  private let view: SourceView
  private var text: UnsafeBufferPointer<UInt8> { view.text }
  private var isDone = false
  /// The last scalar, when it was a plain one.
  private var lastPlain: Range<Int>?
  /// Where the text of the last event ends.
  private var lastEnd = 0

  /// The text of `view`, valid UTF-8, outlives this value.
  init(_ view: SourceView) {
    self.view = view
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    // Fails only without memory, as every other allocation of the process then does.
    precondition(yaml_parser_initialize(parser) == 1, "out of memory")
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, text.baseAddress, text.count)
  }

  /// Frees what libyaml holds.
  func close() {
    yaml_parser_delete(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
  }

  /// Ends the reading with a mistake of the reader's.
  mutating func stop(with mistake: any Mistake) {
    guard !isDone else { return }
    isDone = true
    self.mistake = mistake
    stop = mistake.diagnostic.primary.span.start
    stopInText = lastEnd
  }

  /// A last scalar in the line of the syntax error, or in the bracket that is not closed, is part
  /// of what went wrong, and so is what a bracket too many seems to have closed: what it seems to
  /// say is not to be believed.
  func poisoningWhereItStopped(_ node: YAMLNode) -> YAMLNode {
    guard let stop, node.span.start >= stop || isLastLine else { return node }
    switch (node.content, mistake as? SyntaxMistake) {
    case (.scalar, _): break
    case (_, .extraBracket) where node.isComplete: break
    default: return node
    }
    return YAMLNode(span: node.span, content: .poisoned, isComplete: false)
  }

  /// Whether the last event stands in the line at which the reading stopped.
  private var isLastLine: Bool {
    !text[min(lastEnd, stopInText)..<stopInText].contains(0x0A)
  }

  mutating func next() -> Event? {
    guard !isDone else { return nil }
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      isDone = true
      let failure = SyntaxFailure(parser.pointee, view)
      mistake = failure.mistake
      stopInText = failure.stop
      stop = view.span(from: stopInText, to: stopInText).start
      recoverMissingColon()
      return nil
    }
    defer { yaml_event_delete(&event) }
    return convert(event)
  }

  /// A line without colon is read on into the next line, where the colon then seems to be too
  /// many; when a comment ends it, the next line seems to be indented wrongly. The mistake is in
  /// the line before.
  private mutating func recoverMissingColon() {
    guard let last = lastPlain, last.upperBound <= stopInText,
      let column = indentation(before: last.lowerBound)
    else { return }
    switch mistake as? SyntaxMistake {
    case .colonInText:
      guard text[last].contains(0x0A), !text[last.upperBound..<stopInText].contains(0x0A) else {
        return
      }
    case .badIndentation:
      guard column == indentation(before: stopInText) else { return }
      stop = view.span(last.lowerBound, 1).start
      stopInText = last.lowerBound
    default: return
    }
    mistake = SyntaxFailure.missingColon(last.lowerBound, view)
  }

  /// The spaces before a place when its line holds nothing else there.
  private func indentation(before offset: Int) -> Int? {
    let before = text[..<offset].reversed().prefix { $0 != 0x0A }
    return before.allSatisfy { $0 == 0x20 } ? before.count : nil
  }

  private mutating func convert(_ event: yaml_event_t) -> Event {
    let start = view.offset(ofCodePoint: event.start_mark.index)
    var end = max(start, view.offset(ofCodePoint: event.end_mark.index))
    if event.type == YAML_SCALAR_EVENT, event.data.scalar.style.isBlock {
      // libyaml ends a block scalar where the next line begins.
      while end > start + 1, isSpace(text[end - 1]) { end -= 1 }
    }
    let range = start..<end
    let span = view.span(from: start, to: end)
    lastEnd = end
    switch event.type {
    case YAML_SCALAR_EVENT:
      let data = event.data.scalar
      lastPlain = data.style == YAML_PLAIN_SCALAR_STYLE ? range : nil
      let bytes = UnsafeBufferPointer(start: data.value, count: data.length)
      let kind = Event.Kind.scalar(
        String(decoding: bytes, as: UTF8.self), isPlain: data.style == YAML_PLAIN_SCALAR_STYLE)
      return named(Event(kind: kind, span: span, range: range), data.anchor, data.tag)
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      return named(Event(kind: .mappingStart, span: span, range: range), data.anchor, data.tag)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      return named(Event(kind: .sequenceStart, span: span, range: range), data.anchor, data.tag)
    case YAML_ALIAS_EVENT:
      let name = YAMLEvents.string(event.data.alias.anchor)
      return Event(kind: .alias(name), span: span, range: range)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT:
      return Event(kind: .end, span: span, range: range)
    case YAML_DOCUMENT_START_EVENT: return Event(kind: .documentStart, span: span, range: range)
    case YAML_STREAM_END_EVENT:
      isDone = true
      return Event(kind: .streamEnd, span: span, range: range)
    default: return Event(kind: .other, span: span, range: range)
    }
  }

  /// Adds anchor and tag, which stand before the node in any order.
  private func named(
    _ event: Event, _ anchor: UnsafeMutablePointer<yaml_char_t>?,
    _ tag: UnsafeMutablePointer<yaml_char_t>?
  ) -> Event {
    guard anchor != nil || tag != nil else { return event }
    var result = event
    var start = event.range.lowerBound
    for _ in 0..<2 {
      guard let sign = view.byte(start), sign == UInt8(ascii: "&") || sign == UInt8(ascii: "!")
      else { break }
      let end = view.propertyEnd(start)
      let name = Event.Name(
        text: view.string(start, end), span: view.span(from: start, to: end))
      if sign == UInt8(ascii: "&") { result.anchor = name } else { result.tag = name }
      start = end
      while let byte = view.byte(start), isSpace(byte) { start += 1 }
    }
    return result
  }

  /// Whether a key is introduced by `? `.
  func isExplicit(_ key: Range<Int>) -> Bool {
    var place = key.lowerBound
    while place > 0, isSpace(text[place - 1]) { place -= 1 }
    return place > 0 && place < key.lowerBound && text[place - 1] == UInt8(ascii: "?")
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static func string(_ pointer: UnsafePointer<yaml_char_t>) -> String {
    String(cString: pointer)
  }
}

extension yaml_scalar_style_t {
  fileprivate var isBlock: Bool {
    self == YAML_LITERAL_SCALAR_STYLE || self == YAML_FOLDED_SCALAR_STYLE
  }
}
