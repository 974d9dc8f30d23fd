import Diagnostics
import IR
import Syntax
import Values

/// `min` and `max`, which all numbers share.
enum NumberBounds {
  static let keywords = [
    Keyword(
      "min", .number, also: "minimum min_value at_least lower 最小 最小值 下限 不小于",
      zh: "允许的最小值，包括它本身。", en: "The smallest value allowed, itself included."),
    Keyword(
      "max", .number, also: "maximum max_value at_most upper 最大 最大值 上限 不大于",
      zh: "允许的最大值，包括它本身。", en: "The largest value allowed, itself included."),
  ]

  /// The declared range within the default one; nil after reporting what is wrong.
  static func range(
    _ keyed: Keyed, type: String, scale: UInt8, limit: Int64, smallest: Int64? = nil,
    _ checker: Checker
  ) -> NumberRange? {
    let minimum = bound("min", keyed, type: type, scale: scale, checker)
    let maximum = bound("max", keyed, type: type, scale: scale, checker)
    if keyed.isPoisoned("min") || keyed.isPoisoned("max") { return nil }
    if minimum == nil && keyed.sound("min") != nil { return nil }
    if maximum == nil && keyed.sound("max") != nil { return nil }
    // A bar has ends: where none are written they are nought and a hundred, or the whole.
    let hundred: Int64 = type == "percent" ? 10_000 : 100 * power(scale)
    let isBar = ["slider", "progress"].contains(keyed.text("control"))
    let range = NumberRange(
      minimum: minimum ?? (isBar ? min(0, maximum ?? 0) : smallest ?? -limit),
      maximum: maximum ?? (isBar ? max(hundred, minimum ?? 0) : limit))
    if range.minimum > range.maximum {
      guard let entry = keyed.sound("min") ?? keyed.sound("max") else { return nil }
      checker.report(
        TypeMistake.minimumAboveMaximum(
          minimum: keyed.text("min") ?? Decimal.print(range.minimum, scale: scale),
          maximum: keyed.text("max") ?? Decimal.print(range.maximum, scale: scale),
          maximumAt: (keyed.sound("max") ?? entry).value.span,
          swap: checker.exchange(keyed.sound("min"), keyed.sound("max")), at: entry.value.span))
      return nil
    }
    return range
  }

  private static func power(_ scale: UInt8) -> Int64 {
    (0..<scale).reduce(1) { power, _ in power * 10 }
  }

  private static func bound(
    _ key: String, _ keyed: Keyed, type: String, scale: UInt8, _ checker: Checker
  ) -> Int64? {
    guard let entry = keyed.sound(key) else { return nil }
    return number(entry, type: type, scale: scale, checker)
  }

  /// A number as written in YAML in stored units; nil after reporting what is wrong.
  static func number(
    _ entry: YAMLEntry, type: String, scale: UInt8, _ checker: Checker
  ) -> Int64? {
    guard let text = entry.value.scalar else { return nil }
    let limit = Storage.mantissaLimit
    if let number = Decimal.parse(text, scale: scale, limit: limit) { return number }
    let point = text.utf8.lastIndex(of: UInt8(ascii: "."))
    let decimals = point.map { text.utf8.distance(from: $0, to: text.utf8.endIndex) - 1 } ?? 0
    if decimals > Int(scale), decimals <= 18,
      Decimal.parse(text, scale: UInt8(decimals), limit: Int64.max) != nil
    {
      checker.report(
        TypeMistake.tooManyDecimals(text, scale: Int(scale), at: entry.value.span))
      return nil
    }
    let example = scale == 0 ? "1200" : "1200.50"
    let form = Message(
      zh: "写成 `\(example)` 这样的数字：半角，没有千分位和单位，绝对值不超过 \(Decimal.print(limit, scale: scale))",
      en: "write a number such as `\(example)`: no separators or units, at most "
        + "\(Decimal.print(limit, scale: scale)) either way")
    checker.report(
      TypeMistake.notOfType(
        text, key: entry.key, type: type, form: form,
        meant: Repairs.number(text, scale: scale)
          ?? (type == "percent" ? Repairs.share(text) : nil),
        at: entry.value.span))
    return nil
  }

  /// A default within the range; nil after reporting what is wrong.
  static func defaultValue(
    _ entry: YAMLEntry, type: String, scale: UInt8, range: NumberRange, _ checker: Checker
  ) -> Value? {
    guard let value = number(entry, type: type, scale: scale, checker) else { return nil }
    if range.minimum <= value && value <= range.maximum { return .integer(value) }
    let low = Decimal.print(range.minimum, scale: scale)
    let high = Decimal.print(range.maximum, scale: scale)
    checker.report(
      TypeMistake.defaultOutsideRange(
        entry.value.scalar ?? "", range: Message(zh: "\(low) 到 \(high)", en: "\(low) to \(high)"),
        at: entry.value.span))
    return nil
  }
}
