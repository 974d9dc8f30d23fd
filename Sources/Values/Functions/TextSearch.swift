/// Predicates of texts: false when an operand is blank.
extension TextFunctions {
  /// `contains(s, part)`.
  public static func contains(_ text: String?, _ part: String?) -> Bool {
    guard let text, let part, !part.isEmpty else { return false }
    return firstIndex(of: Array(part.utf8), in: Array(text.utf8), from: 0) != nil
  }

  /// `contains_ci(s, part)`: ``contains(_:_:)`` of both in folded form.
  public static func containsFolded(_ text: String?, _ part: String?) -> Bool {
    contains(fold(text), fold(part))
  }

  /// `starts_with(s, part)`.
  public static func startsWith(_ text: String?, _ part: String?) -> Bool {
    guard let text, let part, !part.isEmpty else { return false }
    return text.utf8.starts(with: part.utf8)
  }

  /// `ends_with(s, part)`.
  public static func endsWith(_ text: String?, _ part: String?) -> Bool {
    guard let text, let part, !part.isEmpty else { return false }
    return text.utf8.count >= part.utf8.count
      && text.utf8.suffix(part.utf8.count).elementsEqual(part.utf8)
  }

  /// `matches(s, pattern)`: whether the whole text is of the pattern.
  public static func matches(_ text: String?, _ pattern: Pattern?) -> Bool {
    guard let text, let pattern else { return false }
    return pattern.matches(text)
  }

  /// Where some bytes, of which there is one at least, first stand at or behind an index.
  static func firstIndex(of part: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { bytes in
      part.withUnsafeBufferPointer { part in
        let last = bytes.count - part.count
        var index = start
        while index <= last {
          var length = 0
          while length < part.count && bytes[index + length] == part[length] { length += 1 }
          if length == part.count { return index }
          index += 1
        }
        return nil
      }
    }
  }
}
