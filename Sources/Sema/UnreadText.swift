import Diagnostics
import Syntax

/// The words in those parts of the sources that could not be read.
struct UnreadText {
  private var words: Set<String> = []
  /// Whether a file could not be read at all.
  private var isOpaque = false

  init(_ files: [ParsedFile], _ sources: SourceMap) {
    for file in files where !file.document.unread.isEmpty {
      if file.document.root == nil { isOpaque = true }
      collect(sources.files[file.file].bytes[file.document.unread])
    }
  }

  func mayHold(_ word: String) -> Bool { isOpaque || words.contains(word) }

  /// Words as names are made of them: ASCII letters, digits and `_`, and all beyond ASCII.
  private mutating func collect(_ bytes: ArraySlice<UInt8>) {
    var start: Int?
    for index in bytes.indices {
      let byte = bytes[index]
      let isPart =
        byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
        || byte == UInt8(ascii: "_")
      if isPart {
        start = start ?? index
      } else if let first = start {
        words.insert(String(decoding: bytes[first..<index], as: UTF8.self))
        start = nil
      }
    }
    if let first = start {
      words.insert(String(decoding: bytes[first..<bytes.endIndex], as: UTF8.self))
    }
  }
}
