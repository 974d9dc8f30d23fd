extension String {
  /// Appends a text in which some bytes of UTF-8 are written otherwise: `written` gives what stands
  /// for a byte, or nil for what stays. A byte of 128 and above is given to it as well; a character
  /// whose bytes are not all replaced must keep all of them.
  public mutating func append(
    _ text: String, escaping written: (UInt8) -> String?
  ) {
    let bytes = text.utf8
    var kept = bytes.startIndex
    var index = kept
    while index < bytes.endIndex {
      let next = bytes.index(after: index)
      if let escape = written(bytes[index]) {
        self += text[kept..<index]
        self += escape
        kept = next
      }
      index = next
    }
    self += text[kept...]
  }
}
