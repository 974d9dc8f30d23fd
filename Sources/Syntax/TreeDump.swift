extension YAMLDocument {
  /// The tree as text: one node a line with its bytes `start..<end`.
  public func dump() -> String {
    var out = ""
    if let root { root.dump(into: &out, depth: 1, label: "") }
    if !unread.isEmpty { out += "  unread \(unread.lowerBound)..<\(unread.upperBound)\n" }
    return out
  }
}

extension YAMLNode {
  fileprivate func dump(into out: inout String, depth: Int, label: String) {
    out += String(repeating: "  ", count: depth) + label
    let place = " \(span.start)..<\(span.end)"
    switch content {
    case .scalar(let text, let isPlain):
      out += (isPlain ? "plain " : "quoted ") + text.debugDescription + place + "\n"
    case .poisoned: out += "refused" + place + "\n"
    case .mapping(let entries):
      out += "mapping" + place + "\n"
      for entry in entries {
        let key = "\(entry.key.debugDescription) \(entry.keySpan.start)..<\(entry.keySpan.end): "
        entry.value.dump(into: &out, depth: depth + 1, label: key)
      }
    case .sequence(let items):
      out += "sequence" + place + "\n"
      for item in items { item.dump(into: &out, depth: depth + 1, label: "- ") }
    }
  }
}
