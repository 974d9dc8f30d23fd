/// A range of bytes of one source file. Every node of every stage up to the IR carries one.
public struct Span: Hashable, Sendable {
  /// Index into the compilation's ``SourceMap``.
  public let file: Int
  /// Byte offsets, half open; `start == end` marks a place between two bytes.
  public let start: Int
  public let end: Int

  public init(file: Int, start: Int, end: Int) {
    self.file = file
    self.start = start
    self.end = end
  }
}
