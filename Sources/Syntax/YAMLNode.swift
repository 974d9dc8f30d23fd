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

  /// A step from a node to one inside it.
  public enum Step: Hashable, Sendable {
    case key(String)
    /// The index of an item from 0, and its text: that of a scalar, those of a list of scalars with
    /// commas, empty otherwise.
    case item(Int, text: String)
  }

  /// The steps from the root to the innermost entry around a byte offset.
  public func steps(to offset: Int) -> [Step] {
    var steps: [Step] = []
    var node = root
    while let current = node {
      node = nil
      switch current.content {
      case .mapping(let entries):
        guard let index = entries.lastIndex(beginningUpTo: offset, \.keySpan.start) else { break }
        let entry = entries[index]
        guard offset <= max(entry.value.span.end, entry.keySpan.end) else { break }
        steps.append(.key(entry.key))
        node = entry.value
      case .sequence(let items):
        guard let index = items.lastIndex(beginningUpTo: offset, \.span.start),
          offset <= items[index].span.end
        else { break }
        steps.append(.item(index, text: items[index].words))
        node = items[index]
      case .scalar, .poisoned: break
      }
    }
    return steps
  }
}

extension [YAMLDocument.Step] {
  /// The steps as people write them: `entities.customer.unique[0]`.
  public var path: String {
    reduce(into: "") { path, step in
      switch step {
      case .key(let key): path += path.isEmpty ? key : "." + key
      case .item(let index, _): path += "[\(index)]"
      }
    }
  }
}

extension YAMLNode {
  /// The text of a scalar, or those of a list of scalars with commas.
  fileprivate var words: String {
    switch content {
    case .scalar(let text, _): return text
    case .sequence(let items):
      return items.map { if case .scalar(let text, _) = $0.content { text } else { "" } }
        .joined(separator: ",")
    case .mapping, .poisoned: return ""
    }
  }
}

extension Array {
  /// The last element that begins at or before an offset; the elements are sorted by beginning.
  fileprivate func lastIndex(
    beginningUpTo offset: Int, _ start: (Element) -> Int
  ) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if start(self[middle]) <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? low - 1 : nil
  }
}

/// The limits of a file.
public enum SyntaxLimits {
  public static let fileBytes = 1 << 20
  public static let nodes = 50_000
  public static let depth = 64
  public static let keyBytes = 128
  /// Places of one file that are mended, or refused, and reported; the reading ends at the next.
  public static let mistakes = 1000
}
