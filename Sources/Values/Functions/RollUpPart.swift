/// A piece of a roll-up's state, or what a row contributes: nothing, a number or a text. A number
/// is a mantissa, of up to 128 bits; days, moments and lengths of time are numbers too.
public enum RollUpPart: Hashable, Sendable {
  case blank
  /// Of scale 0.
  case number(Fixed)
  case text(String)

  public static let zero = RollUpPart.number(.zero)

  /// The digits of a number, whatever its scale.
  public init(_ number: Fixed?) { self = number.map { .number(Fixed($0.mantissa, 0)) } ?? .blank }
  public init(_ number: Int64?) { self = number.map { .number(Fixed(Int128($0), 0)) } ?? .blank }
  public init(_ truth: Bool?) { self.init(truth.map { Int64($0 ? 1 : 0) }) }
  public init(_ date: CivilDate?) { self.init(date.map { Int64($0.days) }) }
  public init(_ text: String?) { self = text.map(RollUpPart.text) ?? .blank }
  public init(_ list: [String?]) { self.init(ItemList.value(list.compactMap { $0 })?.text) }

  /// As the database answers it: a number of more than 64 bits comes as a text of its digits.
  public init?(_ value: Value, isNumber: Bool) {
    switch value {
    case .blank: self = .blank
    case .integer(let number): self = .number(Fixed(Int128(number), 0))
    case .text(let text) where isNumber:
      guard let number = Int128(text) else { return nil }
      self = .number(Fixed(number, 0))
    case .text(let text): self = .text(text)
    }
  }

  public var isBlank: Bool {
    if case .blank = self { return true }
    return false
  }

  /// The number, 0 for what is none.
  var mantissa: Int128 {
    if case .number(let number) = self { return number.mantissa }
    return 0
  }

  /// Whether it comes before another in ascending order; nothing comes before everything.
  func isLess(_ other: RollUpPart) -> Bool {
    switch (self, other) {
    case (.number(let a), .number(let b)): return a.mantissa < b.mantissa
    case (.text(let a), .text(let b)): return Comparisons.textOrder(a, b) < 0
    case (.blank, .blank), (_, .blank): return false
    case (.blank, _), (.number, .text): return true
    case (.text, .number): return false
    }
  }

  // MARK: Text

  /// Digits, or a text behind a quote with its tabs and backslashes written out.
  func append(to out: inout String) {
    switch self {
    case .blank: break
    case .number(let number): out += String(number.mantissa)
    case .text(let text):
      out += "'"
      for scalar in text.unicodeScalars {
        switch scalar {
        case "\\": out += "\\\\"
        case "\t": out += "\\t"
        default: out.unicodeScalars.append(scalar)
        }
      }
    }
  }

  /// Reads what ``append(to:)`` writes; nil for anything else.
  init?(parsing text: Substring.UTF8View) {
    guard let first = text.first else {
      self = .blank
      return
    }
    guard first == UInt8(ascii: "'") else {
      guard let number = Int128(String(decoding: text, as: UTF8.self)) else { return nil }
      self = .number(Fixed(number, 0))
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var isEscape = false
    for byte in text.dropFirst() {
      if isEscape {
        bytes.append(byte == UInt8(ascii: "t") ? UInt8(ascii: "\t") : byte)
        isEscape = false
      } else if byte == UInt8(ascii: "\\") {
        isEscape = true
      } else {
        bytes.append(byte)
      }
    }
    if isEscape { return nil }
    self = .text(String(decoding: bytes, as: UTF8.self))
  }
}
