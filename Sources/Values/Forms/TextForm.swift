/// What the text of a field must look like, checked wherever a record is written: a file of its own
/// for each and a line in ``all``. The compiler holds defaults against it, the store records, the
/// API describes it.
public struct TextForm: Hashable, Sendable {
  /// The keyword of the field type that has it, as `id_card`; in Swift ``member``.
  public let keyword: String
  /// The most code points.
  public let maxLength: Int
  /// A regular expression of ECMA 262 that every such text meets; nil where none says much.
  public let pattern: String?
  /// What such a text is, for people who read a finding or a message; follows the field's label.
  public let zh: String
  public let en: String
  let check: @Sendable (String) -> Bool
  let correct: @Sendable (String) -> String

  init(
    _ keyword: String, maxLength: Int, pattern: String? = nil, zh: String, en: String,
    tidy: @escaping @Sendable (String) -> String = { $0 },
    accepts: @escaping @Sendable (String) -> Bool
  ) {
    self.keyword = keyword
    self.maxLength = maxLength
    self.pattern = pattern
    self.zh = zh
    self.en = en
    check = accepts
    correct = tidy
  }

  /// Whether a filled text in its stored form is one.
  public func accepts(_ text: String) -> Bool { check(text) }

  /// What was typed as it is stored: without spaces between groups, letters in their case. A text
  /// that cannot be one stays as it is.
  public func tidied(_ text: String) -> String {
    let tidy = correct(text)
    return check(tidy) ? tidy : text
  }

  /// The name of its constant in Swift: `idCard`.
  public var member: String {
    let words = keyword.split(separator: "_")
    return words.dropFirst().reduce(String(words.first ?? "")) {
      $0 + $1.prefix(1).uppercased() + $1.dropFirst()
    }
  }

  /// All forms.
  public static let all: [TextForm] = [
    .idCard, .creditCode, .bankCard, .plate, .personName, .color, .json, .yearMonth, .time,
    .barcode, .icon,
  ]

  public static func == (one: TextForm, other: TextForm) -> Bool { one.keyword == other.keyword }

  public func hash(into hasher: inout Hasher) { hasher.combine(keyword) }
}

extension TextForm {
  /// Upper case without white space, in half width, as codes are stored.
  static func code(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars where !scalar.properties.isWhitespace {
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      result.unicodeScalars.append(
        isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return result.uppercased()
  }

  /// The value of a text that is digits alone; nil for others and for more than eighteen.
  static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.count <= 18 else { return nil }
    var value = 0
    for byte in digits {
      guard byte &- 0x30 < 10 else { return nil }
      value = value * 10 + Int(byte - 0x30)
    }
    return value
  }
}
