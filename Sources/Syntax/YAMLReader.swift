import CYAML
import Diagnostics

/// Reads the YAML subset of the language: libyaml's events become a tree with byte spans.
public struct YAMLReader {
  private let file: Int
  private var bag = DiagnosticBag()
  private var nodes = 0
  /// Where the last key begins that was reported for its `? `.
  private var lastExplicit = -1
  /// Where keys end whose values are not to be believed.
  private var guessed: Set<Int> = []

  /// Reads one file. A syntax error ends the reading of this file; what stands before it is in
  /// the tree.
  public static func read(_ source: SourceFile, file: Int) -> (YAMLDocument, DiagnosticBag) {
    var reader = YAMLReader(file: file)
    let document = reader.read(source.bytes)
    return (document, reader.bag)
  }

  /// How many mistakes were found before libyaml read the text.
  private var mended = 0
  /// The last alias, which was refused.
  private var lastAlias: Span?

  private init(file: Int) { self.file = file }

  private mutating func read(_ bytes: [UInt8]) -> YAMLDocument {
    if let mistake = TextCheck.mistake(in: bytes, file: file) {
      bag.report(mistake)
      return YAMLDocument(root: nil, unread: 0..<bytes.count)
    }
    let repaired = RepairedText(bytes, file: file)
    for mistake in repaired.mistakes { bag.report(mistake) }
    if repaired.cut != nil { bag.markAsEnd() }
    guessed = repaired.guessed
    mended = bag.diagnostics.count
    // libyaml does not take an empty buffer.
    guard !repaired.lines.bytes.isEmpty else {
      return YAMLDocument(root: nil, unread: (repaired.cut ?? bytes.count)..<bytes.count)
    }
    return repaired.lines.bytes.withUnsafeBufferPointer { text in
      let view = SourceView(
        text, lines: repaired.lines, characters: repaired.characters, file: file)
      var events = YAMLEvents(view)
      defer { events.close() }
      var root = readDocument(&events)
      if let stop = events.stop { root = root.map { CutShort.marked($0, stop: stop, in: bytes) } }
      if repaired.cut != nil { root = root.map { CutShort.marked($0, in: bytes) } }
      // What was cut off may be what the rest lacks.
      if let mistake = events.mistake, repaired.cut == nil, !isAfterAlias(mistake, bytes) {
        bag.report(mistake)
        bag.markAsEnd()
      }
      let stop = min(events.stop ?? bytes.count, repaired.cut ?? bytes.count)
      return YAMLDocument(root: root, unread: stop..<bytes.count)
    }
  }

  /// Whether a mistake is what follows an alias in its line, which nothing may do.
  private func isAfterAlias(_ mistake: any Mistake, _ bytes: [UInt8]) -> Bool {
    let place = mistake.diagnostic.primary.span.start
    guard let end = lastAlias?.end, end <= place else { return false }
    return !bytes[end..<place].contains(0x0A)
  }

  private mutating func readDocument(_ events: inout YAMLEvents) -> YAMLNode? {
    var root: YAMLNode?
    var documents = 0
    while let event = events.next() {
      switch event.kind {
      case .documentStart:
        documents += 1
        if documents > 1 {
          let length = min(3, event.span.end - event.span.start)
          let place = Span(file: file, start: event.span.start, end: event.span.start + length)
          events.stop(with: RefusedMistake.secondDocument(at: place))
        }
      case .streamEnd: return root
      case .other: break
      default: root = readNode(event, &events, depth: 1)
      }
    }
    return root
  }

  /// The node that an event begins.
  private mutating func readNode(
    _ event: YAMLEvents.Event, _ events: inout YAMLEvents, depth: Int
  ) -> YAMLNode {
    nodes += 1
    if let mistake = limit(at: event.span, depth: depth) {
      events.stop(with: mistake)
      return YAMLNode(span: event.span, content: .poisoned, isComplete: false)
    }
    if let anchor = event.anchor {
      bag.report(RefusedMistake.anchor(name: String(anchor.text.dropFirst()), at: anchor.span))
    }
    if let tag = event.tag { bag.report(RefusedMistake.tag(text: tag.text, at: tag.span)) }
    switch event.kind {
    case .scalar(let text, let isPlain):
      if text.isEmpty, isPlain, event.anchor != nil || event.tag != nil {
        // What looks like nothing may have been meant by the anchor or the tag.
        return YAMLNode(span: event.span, content: .poisoned)
      }
      return YAMLNode(span: event.span, content: .scalar(text, isPlain: isPlain))
    case .mappingStart: return readMapping(event, &events, depth: depth)
    case .sequenceStart: return readSequence(event, &events, depth: depth)
    case .alias(let name):
      bag.report(RefusedMistake.alias(name: name, at: event.span))
      lastAlias = event.span
      return YAMLNode(span: event.span, content: .poisoned)
    default: return YAMLNode(span: event.span, content: .poisoned, isComplete: false)
    }
  }

  /// What a node would be too much for.
  private func limit(at span: Span, depth: Int) -> TextMistake? {
    if nodes > SyntaxLimits.nodes { return .tooManyNodes(limit: SyntaxLimits.nodes, at: span) }
    if depth > SyntaxLimits.depth { return .tooDeep(limit: SyntaxLimits.depth, at: span) }
    if bag.diagnostics.count - mended >= SyntaxLimits.mistakes {
      return .tooManyMistakes(limit: SyntaxLimits.mistakes, at: span)
    }
    return nil
  }

  private mutating func readSequence(
    _ start: YAMLEvents.Event, _ events: inout YAMLEvents, depth: Int
  ) -> YAMLNode {
    var items: [YAMLNode] = []
    while let event = events.next() {
      if case .end = event.kind {
        return YAMLNode(
          span: span(from: start, to: event, last: items.last?.span), content: .sequence(items))
      }
      items.append(readNode(event, &events, depth: depth + 1))
    }
    let end = items.last?.span.end ?? start.span.end
    if let last = items.popLast() { items.append(events.poisoningWhereItStopped(last)) }
    return YAMLNode(
      span: Span(file: file, start: start.span.start, end: end), content: .sequence(items),
      isComplete: false)
  }

  private mutating func readMapping(
    _ start: YAMLEvents.Event, _ events: inout YAMLEvents, depth: Int
  ) -> YAMLNode {
    var entries: [YAMLEntry] = []
    var seen: [String: Int] = [:]
    while let event = events.next() {
      if case .end = event.kind {
        return YAMLNode(
          span: span(from: start, to: event, last: entries.last?.value.span),
          content: .mapping(entries))
      }
      // A mapping that is a key begins where its own first key does.
      let isExplicit = events.isExplicit(event.range) && event.range.lowerBound > lastExplicit
      if isExplicit {
        lastExplicit = event.range.lowerBound
        bag.report(RefusedMistake.explicitKey(at: event.span))
      }
      let key = readNode(event, &events, depth: depth + 1)
      guard let valueEvent = events.next() else {
        if let name = accept(key, isExplicit: isExplicit, entries, &seen) {
          let value = YAMLNode(span: key.span, content: .poisoned, isComplete: false)
          entries.append(YAMLEntry(key: name, keySpan: key.span, value: value))
        }
        break
      }
      var value = readNode(valueEvent, &events, depth: depth + 1)
      if guessed.contains(key.span.end) {
        value = YAMLNode(span: value.span, content: .poisoned, isComplete: false)
      }
      if let name = accept(key, isExplicit: isExplicit, entries, &seen) {
        entries.append(YAMLEntry(key: name, keySpan: key.span, value: value))
      }
    }
    let end = entries.last?.value.span.end ?? start.span.end
    if let last = entries.popLast() {
      let value = events.poisoningWhereItStopped(last.value)
      entries.append(YAMLEntry(key: last.key, keySpan: last.keySpan, value: value))
    }
    return YAMLNode(
      span: Span(file: file, start: start.span.start, end: end), content: .mapping(entries),
      isComplete: false)
  }

  /// The name of a key that may stand here, or nil after reporting why not.
  private mutating func accept(
    _ key: YAMLNode, isExplicit: Bool, _ entries: [YAMLEntry], _ seen: inout [String: Int]
  ) -> String? {
    guard case .scalar(let name, let isPlain) = key.content else {
      if case .poisoned = key.content { return nil }
      if !isExplicit { bag.report(RefusedMistake.complexKey(at: key.span)) }
      return nil
    }
    if name.isEmpty, isPlain {
      // YAML takes a `?` by itself for a key.
      if !isExplicit { bag.report(RefusedMistake.explicitKey(at: key.span)) }
      return nil
    }
    let limit = SyntaxLimits.keyBytes
    if name.utf8.count > limit {
      bag.report(RefusedMistake.keyTooLong(bytes: name.utf8.count, limit: limit, at: key.span))
      return nil
    }
    if name == "<<" && isPlain {
      bag.report(RefusedMistake.mergeKey(at: key.span))
      return nil
    }
    // Most mappings are small: a table pays only for the others.
    if entries.count == 8 {
      seen = Dictionary(uniqueKeysWithValues: entries.enumerated().map { ($1.key, $0) })
    }
    let first = entries.count < 8 ? entries.firstIndex { $0.key == name } : seen[name]
    if let first {
      bag.report(RefusedMistake.duplicateKey(name, first: entries[first].keySpan, at: key.span))
      return nil
    }
    if entries.count >= 8 { seen[name] = entries.count }
    return name
  }

  /// A block collection ends with its last item, not where libyaml notices; a flow collection with
  /// its bracket.
  private func span(
    from start: YAMLEvents.Event, to end: YAMLEvents.Event, last: Span?
  ) -> Span {
    let isFlow = end.span.end > end.span.start
    let stop = isFlow ? end.span.end : max(last?.end ?? start.span.end, start.span.start)
    return Span(file: file, start: start.span.start, end: stop)
  }
}
