import Diagnostics

/// A node of a YAML document. Scalars are text: the place in the language decides what they mean.
public struct YAMLNode: Sendable {
  public let span: Span
  public let content: Content
  /// False when the text ended in a syntax error inside this node: what it lacks may be in the
  /// part that was not read.
  public let isComplete: Bool

  public enum Content: Sendable {
    /// `isPlain` is false for quoted and block scalars. A key without value is plain and empty.
    case scalar(String, isPlain: Bool)
    case mapping([YAMLEntry])
    case sequence([YAMLNode])
    /// Something that was refused and reported; whoever meets it stays silent.
    case poisoned
  }

  public init(span: Span, content: Content, isComplete: Bool = true) {
    self.span = span
    self.content = content
    self.isComplete = isComplete
  }
}

/// One `key: value` of a mapping.
public struct YAMLEntry: Sendable {
  public let key: String
  public let keySpan: Span
  public let value: YAMLNode

  public init(key: String, keySpan: Span, value: YAMLNode) {
    self.key = key
    self.keySpan = keySpan
    self.value = value
  }
}

/// What reading one file gave.
public struct YAMLDocument: Sendable {
  /// The root, or nil when the file holds nothing (or nothing that could be read).
  public let root: YAMLNode?
  /// Bytes that a syntax error kept from being read; empty when all was read.
  public let unread: Range<Int>

  public init(root: YAMLNode?, unread: Range<Int>) {
    self.root = root
    self.unread = unread
  }

  /// Keys from the root to the innermost entry around a byte offset: `entities.customer.fields`.
  public func path(to offset: Int) -> String {
    var parts = ""
    var node = root
    while let current = node {
      node = nil
      switch current.content {
      case .mapping(let entries):
        let entry = YAMLDocument.last(of: entries) { $0.keySpan.start <= offset }
        if let entry, offset <= max(entry.value.span.end, entry.keySpan.end) {
          parts += parts.isEmpty ? entry.key : "." + entry.key
          node = entry.value
        }
      case .sequence(let items):
        let item = YAMLDocument.last(of: items.indices) { items[$0].span.start <= offset }
        if let item, offset <= items[item].span.end {
          parts += "[\(item)]"
          node = items[item]
        }
      case .scalar, .poisoned: break
      }
    }
    return parts
  }

  /// The last element of which `isBefore` holds; those of which it does stand first.
  private static func last<C: RandomAccessCollection>(
    of elements: C, where isBefore: (C.Element) -> Bool
  ) -> C.Element? {
    var low = elements.startIndex
    var high = elements.endIndex
    while low < high {
      let middle = elements.index(low, offsetBy: elements.distance(from: low, to: high) / 2)
      if isBefore(elements[middle]) { low = elements.index(after: middle) } else { high = middle }
    }
    return low == elements.startIndex ? nil : elements[elements.index(before: low)]
  }
}

/// The limits of a file.
public enum SyntaxLimits {
  public static let fileBytes = 1 << 20
  public static let nodes = 50_000
  public static let depth = 64
  public static let keyBytes = 128
  /// Mended places of one file that are reported; the reading ends at the next.
  public static let mistakes = 1000
}
