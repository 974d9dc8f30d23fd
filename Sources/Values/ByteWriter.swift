/// Bytes that grow: what every answer is written into. The memory is its own: with an array, the
/// check for uniqueness at each of some thousand appends took most of the time of a list.
public struct ByteWriter: ~Copyable {
  @usableFromInline var start: UnsafeMutablePointer<UInt8>
  @usableFromInline var capacity: Int
  @usableFromInline var written = 0

  /// How many bytes were written.
  @inlinable public var count: Int { written }

  /// A writer with room for `capacity` bytes, which grows when it must.
  public init(capacity: Int) {
    self.capacity = max(capacity, 64)
    start = .allocate(capacity: self.capacity)
  }

  deinit { start.deallocate() }

  /// What has been written so far, as an array of its own.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: start, count: written)) }

  /// What was written, without a copy.
  public consuming func block() -> ByteBlock {
    let block = ByteBlock(start, written)
    discard self
    return block
  }

  /// What `write` writes, as text. It writes UTF-8.
  public static func text(
    capacity: Int = 64, _ write: (inout ByteWriter) -> Void
  ) -> String {
    var writer = ByteWriter(capacity: capacity)
    write(&writer)
    let bytes = UnsafeBufferPointer(start: writer.start, count: writer.written)
    return String(decoding: bytes, as: UTF8.self)
  }

  @inlinable public mutating func append(_ byte: UInt8) {
    if written == capacity { grow(by: 1) }
    start[written] = byte
    written += 1
  }

  @inlinable public mutating func append(_ source: UnsafePointer<UInt8>, _ length: Int) {
    if capacity - written < length { grow(by: length) }
    (start + written).update(from: source, count: length)
    written += length
  }

  @inlinable public mutating func append(_ literal: StaticString) {
    append(literal.utf8Start, literal.utf8CodeUnitCount)
  }

  @inlinable public mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    if let base = bytes.baseAddress { append(base, bytes.count) }
  }

  public mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBufferPointer { append($0) } }

  public mutating func append(text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  /// Appends a part of what was written before, such as a row that comes in another order.
  public mutating func append(_ other: borrowing ByteWriter, _ range: Range<Int>) {
    append(other.start + range.lowerBound, range.count)
  }

  /// Appends a part of a block.
  public mutating func append(_ block: ByteBlock, _ range: Range<Int>) {
    append(block.start + range.lowerBound, range.count)
  }

  @usableFromInline mutating func grow(by length: Int) {
    let larger = max(capacity * 2, written + length)
    let room = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    room.update(from: start, count: written)
    start.deallocate()
    start = room
    capacity = larger
  }
}

/// Bytes that a ``ByteWriter`` wrote and that no longer change: handed on, not copied.
public final class ByteBlock: Sendable {
  fileprivate nonisolated(unsafe) let start: UnsafeMutablePointer<UInt8>
  public let count: Int

  fileprivate init(_ start: UnsafeMutablePointer<UInt8>, _ count: Int) {
    self.start = start
    self.count = count
  }

  deinit { start.deallocate() }

  /// The bytes, which lie where they are as long as this does.
  public var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: start, count: count)
  }
}
