import Diagnostics
import Values

/// What a value plainly means that is written in a way the language does not take.
public enum Repairs {
  /// A number with full-width digits, separators of thousands or a plus sign; nil when it is
  /// anything else. `scale` digits after the point are taken, zeros beyond them dropped.
  static func number(_ text: String, scale: UInt8) -> String? {
    var text = Substring(HalfWidth.text(text))
    if text.hasPrefix("+") { text = text.dropFirst() }
    let sign = text.hasPrefix("-") ? "-" : ""
    let parts = text.dropFirst(sign.count).split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, let digits = ungrouped(whole) else {
      return nil
    }
    var fraction = parts.count == 2 ? String(parts[1]) : ""
    while fraction.utf8.count > Int(scale), fraction.last == "0" { fraction.removeLast() }
    let number = sign + digits + (fraction.isEmpty ? "" : "." + fraction)
    return Decimal.parse(number, scale: scale, limit: Storage.mantissaLimit) == nil ? nil : number
  }

  /// Digits without separators, which must stand before each group of three.
  private static func ungrouped(_ text: Substring) -> String? {
    for separator in [",", "_", " "] as [Character] where text.contains(separator) {
      let groups = text.split(separator: separator, omittingEmptySubsequences: false)
      guard let first = groups.first, (1...3).contains(first.count),
        groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
      return groups.joined()
    }
    return text.isEmpty ? nil : String(text)
  }

  /// `50%` as the share `0.5`.
  static func share(_ text: String) -> String? {
    let text = HalfWidth.text(text)
    guard text.hasSuffix("%"),
      let share = Decimal.parse(
        String(text.dropLast()), scale: 2, limit: Storage.mantissaLimit)
    else { return nil }
    var digits = Decimal.print(share, scale: 4)
    while digits.hasSuffix("0") { digits.removeLast() }
    return digits.hasSuffix(".") ? String(digits.dropLast()) : digits
  }

  /// A day with other separators or without leading zeros, year first.
  static func day(_ text: String) -> String? {
    let parts = HalfWidth.text(text).split(omittingEmptySubsequences: false) {
      "-/.年月日".contains($0)
    }
    let numbers = parts.prefix(3).compactMap { Int($0) }
    guard numbers.count == 3, parts[0].count == 4, parts.dropFirst(3).allSatisfy(\.isEmpty),
      parts.count <= 4
    else { return nil }
    return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])?.description
  }

  /// What YAML 1.1 or a Chinese author means by a word.
  static func boolean(_ text: String) -> Bool? {
    booleans.first { $0.word == text.lowercased() }?.meant
  }

  /// What people write for `true` and `false`, in small letters.
  public static let booleans: [(word: String, meant: Bool)] =
    ["yes", "on", "y", "true", "1", "是", "真", "对"].map { ($0, true) }
    + ["no", "off", "n", "false", "0", "否", "假", "不"].map { ($0, false) }
}
