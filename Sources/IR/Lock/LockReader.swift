import Diagnostics

extension Lock {
  /// Reads the file's text. Every line that cannot be read is reported at its place; an empty text
  /// is an empty lock.
  public static func read(_ source: SourceFile, file: Int) -> (lock: Lock, bag: DiagnosticBag) {
    var reader = LockReader(source: source, file: file)
    reader.read()
    return (reader.lock, reader.bag)
  }
}

/// Line by line through a lock file.
private struct LockReader {
  let source: SourceFile
  let file: Int
  var lock = Lock()
  var bag = DiagnosticBag()
  private var identities: Set<StableID> = []
  private var firstPlaces: [String: Span] = [:]

  init(source: SourceFile, file: Int) {
    self.source = source
    self.file = file
  }

  mutating func read() {
    guard !source.bytes.isEmpty else { return }
    let first = source.lineRange(0)
    if source.text(first) != Lock.header {
      let span = Span(file: file, start: first.lowerBound, end: first.upperBound)
      if isConflictMarker(source.text(first)) {
        bag.report(LockMistake.conflict(removal: markerLines(), at: span))
      } else {
        bag.report(LockMistake.header(expected: Lock.header, at: span))
      }
      return
    }
    for index in 1..<max(1, source.lineStarts.count) {
      let range = source.lineRange(index)
      if range.isEmpty { continue }
      let span = Span(file: file, start: range.lowerBound, end: range.upperBound)
      if LockReader.markers.contains(source.bytes[range.lowerBound]),
        isConflictMarker(source.text(range))
      {
        // One conflict, one finding: its other markers are consequences.
        bag.report(LockMistake.conflict(removal: markerLines(), at: span))
        return
      }
      readLine(range, span)
    }
  }

  private static let markers = Array("<=>|".utf8)

  private func isConflictMarker(_ text: String) -> Bool {
    text.hasPrefix("<<<<<<<") || text.hasPrefix("=======") || text.hasPrefix(">>>>>>>")
      || text.hasPrefix("|||||||")
  }

  private func markerLines() -> [Fix.Edit] {
    source.lineStarts.indices.flatMap { index -> [Fix.Edit] in
      let range = source.lineRange(index)
      guard isConflictMarker(source.text(range)) else { return [] }
      return source.removal(
        ofLine: Span(file: file, start: range.lowerBound, end: range.upperBound))
    }
  }

  private mutating func readLine(_ range: Range<Int>, _ span: Span) {
    let parts = source.bytes[range].split(
      separator: 0x20, maxSplits: 4, omittingEmptySubsequences: false)
    guard parts.count == 4, let kind = Lock.Kind(rawValue: text(parts[0])), !parts[1].isEmpty,
      isIdentity(parts[2]), !parts[3].isEmpty, parts[3].count <= 63
    else {
      bag.report(LockMistake.line(at: span))
      return
    }
    let key = Lock.Key(kind, text(parts[1]))
    let id = StableID(text(parts[2]))
    let item = Lock.Item(id: id, physicalName: text(parts[3]))
    let isNew = lock.items.updateValue(item, forKey: key) == nil
    let isNewIdentity = identities.insert(id).inserted
    if !isNew {
      reportDuplicate("\(kind.rawValue) \(key.path)", span)
    } else if !isNewIdentity {
      reportDuplicate(id.text, span)
    }
  }

  /// Reports what occurs twice, with the first line that holds it.
  private mutating func reportDuplicate(_ text: String, _ span: Span) {
    if firstPlaces.isEmpty { findFirstPlaces() }
    let first = firstPlaces[text] ?? span
    let isSame =
      first != span && source.text(first.start..<first.end) == source.text(span.start..<span.end)
    bag.report(
      LockMistake.duplicate(
        text, first: first, removal: isSame ? source.removal(ofLine: span) : [], at: span))
  }

  /// Where each item and each identity stands first; looked for only when something occurs twice.
  private mutating func findFirstPlaces() {
    for index in source.lineStarts.indices {
      let range = source.lineRange(index)
      let parts = source.text(range).split(separator: " ")
      guard parts.count == 4 else { continue }
      let span = Span(file: file, start: range.lowerBound, end: range.upperBound)
      for text in ["\(parts[0]) \(parts[1])", String(parts[2])] where firstPlaces[text] == nil {
        firstPlaces[text] = span
      }
    }
  }

  private func text(_ bytes: ArraySlice<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  private func isIdentity(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count == 10
      && bytes.allSatisfy { (0x61...0x7A).contains($0) || (0x32...0x37).contains($0) }
  }
}
