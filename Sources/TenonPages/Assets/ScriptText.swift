/// The text of a script as it is sent: without indentation and without lines that are comments.
enum ScriptText {
  /// The parts one after the other. No text in them spans lines, so that what a line begins with
  /// may go.
  static func squeezed(_ parts: [StaticString]) -> [UInt8] {
    var out: [UInt8] = []
    for part in parts {
      let bytes = UnsafeBufferPointer(start: part.utf8Start, count: part.utf8CodeUnitCount)
      for line in bytes.split(separator: UInt8(ascii: "\n")) {
        let text = line.drop { $0 == UInt8(ascii: " ") }
        if text.isEmpty || text.starts(with: "//".utf8) { continue }
        out.append(contentsOf: text)
        out.append(UInt8(ascii: "\n"))
      }
    }
    return out
  }
}
