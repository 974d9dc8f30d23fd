import Values

/// Builds one HTML document as UTF-8 bytes.
///
/// Markup is ``StaticString`` and so written by a programmer; everything else goes through one
/// escaper that is safe both in element text and in a quoted attribute value. There is no way to
/// write a `String` raw, and URLs only come in as a ``PagePath``.
public struct HTMLWriter: ~Copyable {
  private var out: ByteWriter

  /// A writer with room for `capacity` bytes, which grows when it must.
  public init(capacity: Int = 49_152) { out = ByteWriter(capacity: capacity) }

  /// What has been written so far.
  public var bytes: [UInt8] { out.bytes }

  /// What was written, without a copy.
  public consuming func block() -> ByteBlock { out.block() }

  /// How many bytes were written.
  var count: Int { out.count }

  /// Writes markup as it stands.
  @inline(__always) public mutating func raw(_ markup: StaticString) {
    out.append(markup)
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
  mutating func formatted(_ format: (inout ByteWriter) -> Void) { format(&out) }

  /// Writes a part of what another writer wrote.
  mutating func append(_ markup: TableMarkup, _ part: Range<Int>) {
    out.append(markup.block, part)
  }

  /// Writes markup that another writer built.
  mutating func fragment(_ fragment: HTMLFragment) { out.append(fragment.bytes) }

  private mutating func open(_ name: StaticString) {
    raw(" ")
    raw(name)
    raw("=\"")
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
      out.append(base + from, index - from)
      raw(entity)
      from = index + 1
    }
    out.append(base + from, source.count - from)
  }
}

/// Markup that is written many times in one page, such as what opens each cell of a column, or that
/// a library has made. Otherwise only a writer makes it, so all that is dynamic in it is escaped.
struct HTMLFragment: Sendable {
  let bytes: [UInt8]

  /// Markup that a library has written and made safe.
  init(bytes: [UInt8]) { self.bytes = bytes }

  init(_ write: (inout HTMLWriter) -> Void) {
    var writer = HTMLWriter(capacity: 128)
    write(&writer)
    bytes = writer.bytes
  }
}
