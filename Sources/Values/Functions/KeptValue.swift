/// What a field holds of a value that expressions worked out.
extension Value {
  /// A number at the field's scale; blank when it is outside the field's range.
  public static func kept(
    _ number: Fixed?, _ scale: UInt8, _ minimum: Int64, _ maximum: Int64
  ) -> Value {
    Value(number?.fitted(scale, minimum...maximum))
  }

  /// A text as fields keep it: in NFC, without white space at its ends, never empty.
  public static func kept(_ text: String?) -> Value { Value(text.flatMap(Text.normalized)) }
  public static func kept(_ number: Int64?) -> Value { Value(number) }
  public static func kept(_ truth: Bool?) -> Value { Value(truth) }
  public static func kept(_ date: CivilDate?) -> Value { Value(date.map { Int64($0.days) }) }
  public static func kept(_ list: [String?]) -> Value {
    ItemList.value(list.compactMap { $0 }) ?? .blank
  }
}
