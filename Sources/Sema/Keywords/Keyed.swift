import Diagnostics
import Syntax

/// A mapping after its keys and the forms of its values were checked.
struct Keyed {
  /// The name under which the mapping stands, and where.
  let name: String
  let nameSpan: Span
  private var entries: [(entry: YAMLEntry, isSound: Bool)] = []

  init(name: String, nameSpan: Span) {
    self.name = name
    self.nameSpan = nameSpan
  }

  /// Whether keys stand there that nobody knows.
  private(set) var hasUnknownKeys = false
  /// Keys that were written in another spelling.
  private var misspelt: Set<String> = []

  /// Makes the value of a key one that cannot be used.
  mutating func poison(_ key: String) {
    for index in entries.indices where entries[index].entry.key == key {
      entries[index].isSound = false
    }
  }

  mutating func add(_ entry: YAMLEntry, isSound: Bool) { entries.append((entry, isSound)) }

  /// Notes an unknown key that was reported, and the key that it was probably meant to be: that
  /// one is not missing.
  mutating func addUnknown(meant key: String?) {
    hasUnknownKeys = true
    if let key { misspelt.insert(key) }
  }

  /// The entry of a key when it is there and its form is right.
  func sound(_ key: String) -> YAMLEntry? {
    for item in entries where item.entry.key == key { return item.isSound ? item.entry : nil }
    return nil
  }

  /// Whether a key was written but its value cannot be used.
  func isPoisoned(_ key: String) -> Bool {
    misspelt.contains(key) || entries.contains { $0.entry.key == key && !$0.isSound }
  }

  /// The text of a scalar entry.
  func text(_ key: String) -> String? {
    guard let entry = sound(key), case .scalar(let text, _) = entry.value.content else {
      return nil
    }
    return text
  }

  /// The value of a boolean entry, `false` when it is absent.
  func flag(_ key: String) -> Bool { text(key) == "true" }
}

extension YAMLNode {
  /// The text of a scalar, or nil.
  var scalar: String? {
    if case .scalar(let text, _) = content { return text }
    return nil
  }

  /// The form for a message; nil for what was already reported.
  var form: FoundForm? {
    switch content {
    case .scalar: return .text
    case .mapping: return .mapping
    case .sequence: return .list
    case .poisoned: return nil
    }
  }

  /// Whether it is one name or a list of names, read to its end. What else stands among names was
  /// reported; what it was meant to be is not known.
  var isNames: Bool {
    switch content {
    case .scalar: return !isEmpty
    case .sequence(let items):
      return isComplete && items.allSatisfy { $0.scalar != nil && !$0.isEmpty }
    case .mapping, .poisoned: return false
    }
  }

  /// Whether nothing was written: a key without a value.
  var isEmpty: Bool {
    if case .scalar("", isPlain: true) = content { return true }
    return false
  }
}
