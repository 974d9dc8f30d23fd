import Diagnostics

/// Where in the source each part of a scalar's text stands, whatever its style: plain, quoted with
/// escapes, folded over lines, a block.
public struct ScalarPlaces: Sendable {
  private let whole: Span
  private let places: Places

  private enum Places: Sendable {
    /// The source shows the text as it is, from this byte on.
    case asWritten(start: Int)
    /// The byte of the source for each byte of the text, and the one after the last.
    case table([Int])
    /// The source does not show the text.
    case hidden
  }

  /// `bytes` are those of the whole file, `span` is the scalar's.
  public init(_ text: String, _ span: Span, in bytes: [UInt8]) {
    whole = span
    style = Style(bytes[span.start..<span.end].first)
    let count = text.utf8.count
    for quote in [0, 1] where span.end - span.start == count + 2 * quote {
      let start = span.start + quote
      if bytes[start..<(start + count)].elementsEqual(text.utf8) {
        places = .asWritten(start: start)
        return
      }
    }
    var aligner = ScalarAligner(source: bytes[span.start..<span.end], style)
    places = aligner.align(Array(text.utf8)).map { .table($0) } ?? .hidden
  }

  /// How the scalar is written.
  public let style: Style

  public enum Style: Sendable { case plain, single, double, block }

  /// Whether spans show exactly what was asked for, so that they can be edited.
  public var isExact: Bool {
    if case .hidden = places { return false }
    return true
  }

  /// The span of a part of the text, given in UTF-8 offsets; the whole scalar when the source does
  /// not show the text.
  public func span(_ range: Range<Int>) -> Span {
    switch places {
    case .asWritten(let start):
      return Span(file: whole.file, start: start + range.lowerBound, end: start + range.upperBound)
    case .table(let table):
      let start = table[range.lowerBound]
      // A part ends behind its last byte, not before what follows after a break.
      let end = range.isEmpty ? start : table[range.upperBound - 1] + 1
      return Span(file: whole.file, start: start, end: max(start, end))
    case .hidden: return whole
    }
  }
}

extension ScalarPlaces.Style {
  fileprivate init(_ first: UInt8?) {
    switch first {
    case UInt8(ascii: "'"): self = .single
    case UInt8(ascii: "\""): self = .double
    case UInt8(ascii: "|"), UInt8(ascii: ">"): self = .block
    default: self = .plain
    }
  }
}

/// Walks through the source of a scalar and its text side by side.
private struct ScalarAligner {
  private let source: ArraySlice<UInt8>
  private var at: Int
  private let style: ScalarPlaces.Style

  init(source: ArraySlice<UInt8>, _ style: ScalarPlaces.Style) {
    self.source = source
    self.style = style
    at = source.startIndex
    if style == .plain { return }
    at += 1
    if style == .block { at = source[at...].firstIndex(of: 0x0A).map { $0 + 1 } ?? source.endIndex }
  }

  /// The place of each byte of the text; nil when the two do not fit.
  mutating func align(_ text: [UInt8]) -> [Int]? {
    var table: [Int] = []
    table.reserveCapacity(text.count + 1)
    var index = 0
    while index < text.count {
      let byte = text[index]
      if byte == 0x20 || byte == 0x0A || byte == 0x09 {
        table.append(min(at, source.endIndex))
        if at < source.endIndex, source[at] == byte { at += 1 }
        index += 1
        continue
      }
      while at < source.endIndex, ScalarAligner.isSpace(source[at]) { at += 1 }
      skipContinuation()
      guard at < source.endIndex else { return nil }
      if style == .double, source[at] == UInt8(ascii: "\\") {
        guard let length = escape() else { return nil }
        let width = ScalarAligner.width(byte)
        for _ in 0..<width { table.append(at) }
        at += length
        index += width
        continue
      }
      guard source[at] == byte else { return nil }
      table.append(at)
      if style == .single, byte == UInt8(ascii: "'") { at += 1 }
      at += 1
      index += 1
    }
    table.append(min(at, source.endIndex))
    return table
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Bytes of the character that begins with this one.
  private static func width(_ first: UInt8) -> Int {
    first < 0x80 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
  }

  /// A backslash before a line's end joins the lines.
  private mutating func skipContinuation() {
    while style == .double, at + 1 < source.endIndex, source[at] == UInt8(ascii: "\\"),
      ScalarAligner.isSpace(source[at + 1])
    {
      at += 1
      while at < source.endIndex, ScalarAligner.isSpace(source[at]) { at += 1 }
    }
  }

  /// The length of the escape that begins here.
  private func escape() -> Int? {
    guard at + 1 < source.endIndex else { return nil }
    switch source[at + 1] {
    case UInt8(ascii: "x"): return 4
    case UInt8(ascii: "u"): return 6
    case UInt8(ascii: "U"): return 10
    default: return 2
    }
  }
}
