/// What became of a value that an expression gives to a field.
public enum KeptResult: Hashable, Sendable {
  case value(Value)
  /// A number outside the field's range; the bound.
  case tooSmall(Int64)
  case tooLarge(Int64)

  /// What is kept of it; what does not fit is blank.
  public var value: Value {
    if case .value(let value) = self { return value }
    return .blank
  }

  /// A number at the field's scale.
  public static func of(
    _ number: Fixed?, _ scale: UInt8, _ minimum: Int64, _ maximum: Int64
  ) -> KeptResult {
    guard let number else { return .value(.blank) }
    if let mantissa = number.fitted(scale, minimum...maximum) { return .value(.integer(mantissa)) }
    return number < Fixed(Int128(minimum), scale) ? .tooSmall(minimum) : .tooLarge(maximum)
  }

  /// A text as fields keep it: in NFC, without white space at its ends, never empty.
  public static func of(_ text: String?) -> KeptResult {
    .value(Value(text.flatMap(Text.normalized)))
  }
  public static func of(_ number: Int64?) -> KeptResult { .value(Value(number)) }
  public static func of(_ truth: Bool?) -> KeptResult { .value(Value(truth)) }
  public static func of(_ date: CivilDate?) -> KeptResult {
    .value(Value(date.map { Int64($0.days) }))
  }
  public static func of(_ list: [String?]) -> KeptResult {
    .value(ItemList.value(list.compactMap { $0 }) ?? .blank)
  }
}
