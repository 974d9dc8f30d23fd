import Diagnostics

/// The text that libyaml reads: offsets are its own, spans are those of the file.
struct SourceView {
  let text: UnsafeBufferPointer<UInt8>
  private let file: Int
  /// From offsets of the text to those of the characters' repair, and from there to the file's.
  private let lines: Rewriting
  private let characters: Rewriting
  private let index: CodePointIndex

  init(
    _ text: UnsafeBufferPointer<UInt8>, lines: Rewriting, characters: Rewriting, file: Int
  ) {
    self.text = text
    self.lines = lines
    self.characters = characters
    self.file = file
    index = CodePointIndex(text)
  }

  func offset(ofCodePoint count: Int) -> Int { index.byteOffset(of: count, in: text) }

  func byte(_ offset: Int) -> UInt8? { offset >= 0 && offset < text.count ? text[offset] : nil }

  func span(from start: Int, to end: Int) -> Span {
    let first = characters.start(lines.start(start))
    return Span(file: file, start: first, end: max(first, characters.end(lines.end(end))))
  }

  /// A span of so many code points, cut at the end of the text.
  func span(_ offset: Int, _ count: Int) -> Span {
    span(from: offset, to: self.end(offset, count))
  }

  private func end(_ offset: Int, _ count: Int) -> Int {
    var end = offset
    for _ in 0..<count where end < text.count {
      end += 1
      while let byte = byte(end), byte & 0xC0 == 0x80 { end += 1 }
    }
    return end
  }

  func string(_ start: Int, _ end: Int) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: text[start..<end]), as: UTF8.self)
  }

  /// The character at a place; a space at the end.
  func character(_ offset: Int) -> Character { string(offset, end(offset, 1)).first ?? " " }

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
    while place > 0, byte(place) != 0x09, byte(place) != 0x0A { place -= 1 }
    return span(byte(place) == 0x09 ? place : offset, 1)
  }

  /// The backslash at or before a place and what follows it.
  func escape(_ offset: Int) -> Span {
    var place = offset
    while place > 0, byte(place) != UInt8(ascii: "\\"), byte(place) != 0x0A { place -= 1 }
    return byte(place) == UInt8(ascii: "\\") ? span(place, 2) : span(offset, 1)
  }
}
