/// Finds what a syntax error cut short although libyaml closed it. At a line with too little
/// indentation it first ends the block before, and only then complains.
enum CutShort {
  /// The node with every block around `stop` incomplete. `stop` is where the reading ended.
  static func marked(_ node: YAMLNode, stop: Int, in bytes: [UInt8]) -> YAMLNode {
    marked(node, column: column(of: stop, in: bytes), bytes)
  }

  /// The node with all that is open at its end incomplete: what follows was not read at all.
  static func marked(_ node: YAMLNode, in bytes: [UInt8]) -> YAMLNode {
    open(marked(node, column: .max, bytes), bytes)
  }

  /// `column` is that of the line that could not be read. What the last key of a block holds goes
  /// on in that line when it is indented more than the key.
  private static func marked(_ node: YAMLNode, column: Int, _ bytes: [UInt8]) -> YAMLNode {
    switch node.content {
    case .scalar, .poisoned: return node
    case .mapping(var entries):
      guard let last = entries.last, isBlock(node, bytes),
        CutShort.column(of: last.keySpan.start, in: bytes) < column
      else { return node }
      entries[entries.count - 1] = YAMLEntry(
        key: last.key, keySpan: last.keySpan,
        value: open(marked(last.value, column: column, bytes), bytes))
      return YAMLNode(span: node.span, content: .mapping(entries), isComplete: node.isComplete)
    case .sequence(var items):
      guard let last = items.last, isBlock(node, bytes) else { return node }
      items[items.count - 1] = open(marked(last, column: column, bytes), bytes)
      return YAMLNode(span: node.span, content: .sequence(items), isComplete: node.isComplete)
    }
  }

  private static func open(_ node: YAMLNode, _ bytes: [UInt8]) -> YAMLNode {
    var isOpen = isBlock(node, bytes)
    if case .scalar("", isPlain: true) = node.content { isOpen = true }
    guard isOpen else { return node }
    return YAMLNode(span: node.span, content: node.content, isComplete: false)
  }

  private static func isBlock(_ node: YAMLNode, _ bytes: [UInt8]) -> Bool {
    switch node.content {
    case .scalar, .poisoned: return false
    case .mapping, .sequence:
      return bytes[node.span.start] != UInt8(ascii: "{")
        && bytes[node.span.start] != UInt8(ascii: "[")
    }
  }

  /// Spaces before the first character of a line.
  private static func column(of offset: Int, in bytes: [UInt8]) -> Int {
    var start = min(offset, bytes.count)
    while start > 0, bytes[start - 1] != 0x0A { start -= 1 }
    return bytes[start...].prefix { $0 == 0x20 }.count
  }
}
