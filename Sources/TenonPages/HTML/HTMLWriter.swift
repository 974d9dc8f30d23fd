/// Builds one HTML document as UTF-8 bytes.
///
/// Markup is ``StaticString`` and so written by a programmer; everything else goes through one
/// escaper that is safe both in element text and in a quoted attribute value. There is no way to
/// write a `String` raw, and URLs only come in as a ``PagePath``.
///
/// The bytes lie in memory of its own: with an array, the check for uniqueness at each of some
/// thousand appends took most of a list page's time.
public struct HTMLWriter: ~Copyable {
  private var start: UnsafeMutablePointer<UInt8>
  private var count = 0
  private var capacity: Int
  private var scratch: [UInt8] = []

  /// A writer with room for `capacity` bytes, which grows when it must.
  public init(capacity: Int = 49_152) {
    self.capacity = max(capacity, 64)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// What has been written so far.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: count)) }

  /// Writes markup as it stands.
  @inline(__always) public mutating func raw(_ markup: StaticString) {
    append(markup.utf8Start, markup.utf8CodeUnitCount)
  }

  /// Writes text so that it shows as it is, in an element or between the quotes of an attribute.
  public mutating func text(_ text: String) {
    var text = text
    text.withUTF8 { escape($0) }
  }

  /// Writes a number in decimal digits.
  public mutating func number(_ number: Int64) {
    formatted { Digits.append(number, to: &$0) }
  }

  /// Writes ` name="value"`, the value escaped.
  public mutating func attribute(_ name: StaticString, _ value: String) {
    open(name)
    text(value)
    raw("\"")
  }

  /// Writes ` name="path"`. A path holds only characters that need no escape but `&`.
  public mutating func attribute(_ name: StaticString, _ path: PagePath) {
    attribute(name, path.text)
  }

  /// Writes ` name="number"`.
  public mutating func attribute(_ name: StaticString, _ value: Int64) {
    open(name)
    number(value)
    raw("\"")
  }

  /// Writes ` href="…/id"` below a path.
  mutating func href(_ path: PagePath, id: Int64) {
    open("href")
    text(path.text)
    raw("/")
    number(id)
    raw("\"")
  }

  /// Lets a formatter append bytes of its own: digits, separators and letters of ours, which hold
  /// nothing that HTML gives a meaning to.
  mutating func formatted(_ format: (inout [UInt8]) -> Void) {
    scratch.removeAll(keepingCapacity: true)
    format(&scratch)
    scratch.withUnsafeBufferPointer { escape($0) }
  }

  /// Writes markup that another writer built.
  mutating func fragment(_ fragment: HTMLFragment) {
    fragment.bytes.withUnsafeBufferPointer { part in
      if let base = part.baseAddress { append(base, part.count) }
    }
  }

  private mutating func open(_ name: StaticString) {
    raw(" ")
    raw(name)
    raw("=\"")
  }

  @inline(__always)
  private mutating func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
    if capacity - count < length { grow(by: length) }
    (start + count).update(from: source, count: length)
    count += length
  }

  private mutating func grow(by length: Int) {
    let larger = max(capacity * 2, count + length)
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    room.update(from: start, count: count)
    start.deallocate()
    start = room
    capacity = larger
  }

  private mutating func escape(_ source: UnsafeBufferPointer<UInt8>) {
    guard let base = source.baseAddress else { return }
    var from = 0
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
      append(base + from, index - from)
      raw(entity)
      from = index + 1
    }
    append(base + from, source.count - from)
  }
}

/// Markup that is written many times in one page, such as what opens each cell of a column. Only a
/// writer makes it, so all that is dynamic in it is escaped.
struct HTMLFragment {
  let bytes: [UInt8]

  init(_ write: (inout HTMLWriter) -> Void) {
    var writer = HTMLWriter(capacity: 128)
    write(&writer)
    bytes = writer.bytes
  }
}
