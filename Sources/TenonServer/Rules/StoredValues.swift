import TenonPages

/// Brings what expressions give into the form in which a field stores it; generated code calls it
/// once for each value.
public struct StoredValues {
  /// What does not fit its field.
  private(set) var problems: [(column: Int, problem: FieldProblem)] = []

  init() {}

  /// A number, rounded to the field's digits.
  public mutating func kept(_ column: Int, _ value: Fixed?, _ scale: UInt8) -> Int64? {
    guard let value else { return nil }
    let limit = Storage.mantissaLimit
    if let mantissa = value.fitted(scale, -limit...limit) { return mantissa }
    problems.append(
      (column, value < .zero ? .tooSmall(.integer(-limit)) : .tooLarge(.integer(limit))))
    return nil
  }

  /// A text, as what people type is kept.
  public func kept(_ column: Int, _ value: String?) -> String? { value.flatMap(Text.normalized) }

  public func kept(_ column: Int, _ value: Bool?) -> Bool? { value }

  public func kept(_ column: Int, _ value: CivilDate?) -> Int64? { value?.days }

  /// A moment or a record's id.
  public func kept(_ column: Int, _ value: Int64?) -> Int64? { value }

  /// Several options.
  public mutating func kept(_ column: Int, _ values: [String?]) -> String? {
    guard let value = ItemList.value(values.compactMap(\.self)) else {
      problems.append((column, .tooMany(ItemList.limit)))
      return nil
    }
    return value.text
  }
}
