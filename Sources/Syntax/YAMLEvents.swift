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
    let span: Span
    var anchor: String?
    var tag: String?
    /// Where the first anchor or tag before the node ends.
    var nameEnd = 0
  }

  private(set) var mistake: (any Mistake)?
  /// Byte offset at which the reading stopped before the end.
  private(set) var stop: Int?
  private var parser: UnsafeMutablePointer<yaml_parser_t>
  private let view: SyntaxFailure.View
  private var text: UnsafeBufferPointer<UInt8> { view.text }
  private let index: CodePointIndex
  private let base: Int
  private let file: Int
  private var isDone = false
  /// The last scalar, when it was a plain one.
  private var lastPlain: Span?

  /// `text`, valid UTF-8 that outlives this value, begins at byte `base` of its file; `original`
  /// is what stood there before repairs.
  init(
    _ text: UnsafeBufferPointer<UInt8>, original: UnsafeBufferPointer<UInt8>, base: Int, file: Int
  ) {
    view = SyntaxFailure.View(text: text, original: original, file: file, base: base)
    self.base = base
    self.file = file
    index = CodePointIndex(text, base: base)
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
  }

  /// A last scalar that ends in the line of the syntax error, or stands in the bracket that is
  /// not closed, is part of what went wrong: what it seems to say is not to be believed.
  func poisoningWhereItStopped(_ node: YAMLNode) -> YAMLNode {
    guard let stop, case .scalar = node.content,
      node.span.start >= stop
        || node.span.end <= stop
          && !text[(node.span.end - base)..<(stop - base)].contains(0x0A)
    else { return node }
    return YAMLNode(span: node.span, content: .poisoned, isComplete: false)
  }

  mutating func next() -> Event? {
    guard !isDone else { return nil }
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      isDone = true
      let failure = SyntaxFailure(parser.pointee, view, index: index)
      mistake = failure.mistake
      stop = failure.offset
      recoverMissingColon()
      return nil
    }
    defer { yaml_event_delete(&event) }
    return convert(event)
  }

  /// A line without colon is read on into the next line, where the colon then seems to be too
  /// many. The mistake is in the line before.
  private mutating func recoverMissingColon() {
    guard case .colonInText = mistake as? SyntaxMistake, let last = lastPlain, let stop,
      last.end <= stop,
      text[(last.start - base)..<(last.end - base)].contains(0x0A),
      !text[(last.end - base)..<(stop - base)].contains(0x0A)
    else { return }
    let isLineStart = text[..<(last.start - base)].reversed().prefix { $0 != 0x0A }
      .allSatisfy { $0 == 0x20 }
    guard isLineStart else { return }
    mistake = SyntaxFailure.missingColon(last.start, view)
  }

  private mutating func convert(_ event: yaml_event_t) -> Event {
    let start = index.byteOffset(of: event.start_mark.index, in: text)
    let end = index.byteOffset(of: event.end_mark.index, in: text)
    let span = view.snapped(Span(file: file, start: start, end: max(start, end)))
    switch event.type {
    case YAML_SCALAR_EVENT:
      lastPlain = event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE ? span : nil
      return scalar(event, span)
    case YAML_MAPPING_START_EVENT:
      let data = event.data.mapping_start
      return named(Event(kind: .mappingStart, span: span), data.anchor, data.tag)
    case YAML_SEQUENCE_START_EVENT:
      let data = event.data.sequence_start
      return named(Event(kind: .sequenceStart, span: span), data.anchor, data.tag)
    case YAML_ALIAS_EVENT:
      return Event(kind: .alias(YAMLEvents.string(event.data.alias.anchor)), span: span)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: return Event(kind: .end, span: span)
    case YAML_DOCUMENT_START_EVENT: return Event(kind: .documentStart, span: span)
    case YAML_STREAM_END_EVENT:
      isDone = true
      return Event(kind: .streamEnd, span: span)
    default: return Event(kind: .other, span: span)
    }
  }

  private func scalar(_ event: yaml_event_t, _ span: Span) -> Event {
    let data = event.data.scalar
    let bytes = UnsafeBufferPointer(start: data.value, count: data.length)
    let value = String(decoding: bytes, as: UTF8.self)
    let isPlain = data.style == YAML_PLAIN_SCALAR_STYLE
    var place = span
    if data.style == YAML_LITERAL_SCALAR_STYLE || data.style == YAML_FOLDED_SCALAR_STYLE {
      // libyaml ends a block scalar where the next line begins.
      var end = span.end
      while end > span.start + 1, isSpace(text[end - base - 1]) { end -= 1 }
      place = Span(file: file, start: span.start, end: end)
    }
    return named(
      Event(kind: .scalar(value, isPlain: isPlain), span: place), data.anchor, data.tag)
  }

  /// Adds anchor and tag, and where the first of them ends.
  private func named(
    _ event: Event, _ anchor: UnsafeMutablePointer<yaml_char_t>?,
    _ tag: UnsafeMutablePointer<yaml_char_t>?
  ) -> Event {
    guard anchor != nil || tag != nil else { return event }
    var result = event
    result.anchor = anchor.map { YAMLEvents.string($0) }
    var end = event.span.start - base
    while end < text.count, !isSpace(text[end]), text[end] != UInt8(ascii: ",") { end += 1 }
    result.nameEnd = base + end
    if tag != nil {
      result.tag = String(
        decoding: UnsafeBufferPointer(rebasing: text[(event.span.start - base)..<end]),
        as: UTF8.self)
    }
    return result
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  private static func string(_ pointer: UnsafePointer<yaml_char_t>) -> String {
    String(cString: pointer)
  }
}
