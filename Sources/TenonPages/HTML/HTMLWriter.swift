/// Builds one HTML document as UTF-8 bytes.
///
/// Markup is ``StaticString`` and so written by a programmer; everything else goes through one
/// escaper that is safe both in element text and in a quoted attribute value. There is no way to
/// write a `String` raw, and URLs only come in as a ``PagePath``.
public struct HTMLWriter {
  /// What has been written so far.
  public private(set) var bytes: [UInt8] = []

  /// A writer with room for `capacity` bytes.
  public init(capacity: Int = 16_384) { bytes.reserveCapacity(capacity) }

  /// Writes markup as it stands.
  @inline(__always) public mutating func raw(_ markup: StaticString) {
    bytes.append(
      contentsOf: UnsafeBufferPointer(start: markup.utf8Start, count: markup.utf8CodeUnitCount))
  }

  /// Writes text so that it shows as it is, in an element or between the quotes of an attribute.
  public mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { escape($0) }
  }

  /// Writes a number in decimal digits.
  public mutating func number(_ number: Int64) {
    Digits.append(number, to: &bytes)
  }

  /// Writes ` name="value"`, the value escaped.
  public mutating func attribute(_ name: StaticString, _ value: String) {
    open(name)
    text(value)
    bytes.append(0x22)
  }

  /// Writes ` name="path"`. A path holds only characters that need no escape but `&`.
  public mutating func attribute(_ name: StaticString, _ path: PagePath) {
    attribute(name, path.text)
  }

  /// Writes ` name="number"`.
  public mutating func attribute(_ name: StaticString, _ value: Int64) {
    open(name)
    number(value)
    bytes.append(0x22)
  }

  /// Writes ` href="…/id"` below a path.
  mutating func href(_ path: PagePath, id: Int64) {
    open("href")
    text(path.text)
    bytes.append(0x2F)
    number(id)
    bytes.append(0x22)
  }

  /// Lets a formatter append bytes of its own: digits, separators and letters of ours, which hold
  /// nothing that HTML gives a meaning to.
  mutating func formatted(_ append: (inout [UInt8]) -> Void) { append(&bytes) }

  private mutating func open(_ name: StaticString) {
    bytes.append(0x20)
    raw(name)
    bytes.append(0x3D)
    bytes.append(0x22)
  }

  private mutating func escape(_ source: UnsafeBufferPointer<UInt8>) {
    var start = 0
    for index in 0..<source.count {
      let byte = source[index]
      if byte > 0x3E { continue }
      let entity: StaticString
      switch byte {
      case 0x26: entity = "&amp;"
      case 0x3C: entity = "&lt;"
      case 0x3E: entity = "&gt;"
      case 0x22: entity = "&quot;"
      case 0x27: entity = "&#39;"
      default: continue
      }
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start..<index]))
      raw(entity)
      start = index + 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: source[start...]))
  }
}
