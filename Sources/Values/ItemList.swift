/// Texts without repetition in one value (``Storage/list``), carried as a JSON array (RFC 8259):
/// `["a","b"]`. Items are letters, digits, `_` and `-` of any script, so that none needs an escape
/// and `"a"` with its quotes occurs in the carrier exactly when `a` is an item.
public enum ItemList {
  /// How many items a list may have.
  public static let limit = 200

  /// The value of these items in their order, each once; blank when there are none. Nil when there
  /// are too many or one of them is no item.
  public static func value(_ items: some Sequence<String>) -> Value? {
    var seen: [String] = []
    for item in items where !seen.contains(item) {
      guard isItem(item), seen.count < limit else { return nil }
      seen.append(item)
    }
    if seen.isEmpty { return .blank }
    return .text("[" + seen.map { "\"" + $0 + "\"" }.joined(separator: ",") + "]")
  }

  /// The items of a value; none for blank.
  public static func items(_ value: Value) -> [String] {
    guard case .text(let text) = value else { return [] }
    return items(text)
  }

  /// The items of a carrier.
  public static func items(_ carrier: String) -> [String] {
    var carrier = carrier
    return carrier.withUTF8 { bytes in
      var items: [String] = []
      var start: Int?
      for (place, byte) in bytes.enumerated() where byte == UInt8(ascii: "\"") {
        if let begin = start {
          items.append(String(decoding: bytes[begin..<place], as: UTF8.self))
          start = nil
        } else {
          start = place + 1
        }
      }
      return items
    }
  }

  /// The text whose occurrence in a carrier says that the item is in the list.
  public static func mark(_ item: String) -> String { "\"" + item + "\"" }

  private static func isItem(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 200
      && text.unicodeScalars.allSatisfy { scalar in
        scalar == "_" || scalar == "-" || scalar.properties.isAlphabetic
          || scalar.properties.numericType != nil
      }
  }

  /// Reads items parted by commas, semicolons, `、` or white space, or a carrier as it stands.
  static func parse(_ input: String) -> Value? {
    if input.hasPrefix("[") { return value(items(input)) }
    let parts = input.split { ",;，；、 \t\n".contains($0) }
    return value(parts.map(String.init))
  }

  /// The items parted by commas, as people and spreadsheets write them.
  static func print(_ carrier: String) -> String { items(carrier).joined(separator: ",") }
}
