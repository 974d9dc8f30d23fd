import Values

/// What a person typed into a form field or a filter, read leniently into what the server stores.
public enum FormInput: Hashable, Sendable {
  /// The wire text that ``Storage/parse(_:)`` of the field's storage reads; empty for blank.
  case wire(String)
  /// Of a date-time: milliseconds on the clock of the reader's zone, as if that zone were UTC. The
  /// server places it.
  case localTime(Int64)

  /// Reads an input of a form. Accepts separators of thousands, full-width digits and signs, `%`,
  /// currency signs, 万 and 亿, `2026/3/2` and `2026年3月2日`. Nil when it is none of the field's
  /// values: ``FieldProblem/malformed``.
  public static func parse(_ text: String, as field: PageField) -> FormInput? {
    field.control.parse(text, field)
  }

  /// Reads a bound of a range filter: as ``parse(_:as:)``, and for a date-time also a day, which
  /// stands for its first millisecond or, as upper bound, its last.
  public static func parse(bound text: String, isUpper: Bool, as field: PageField) -> FormInput? {
    if field.storage == .dateTime, let day = LenientDate.parse(Text.trimmed(text)) {
      return .localTime(day.days * 86_400_000 + (isUpper ? 86_399_999 : 0))
    }
    return parse(text, as: field)
  }
}

/// Numbers as people type them.
enum LenientNumber {
  /// The plain decimal text (`-1234.50`) of an input, its point moved right by `shift` places;
  /// empty for blank, nil when the input is no number.
  static func parse(_ input: String, shift: Int = 0, allowed signs: Set<Character> = []) -> String?
  {
    var text = ""
    for scalar in Text.trimmed(input).unicodeScalars {
      let isFullWidth = scalar.value >= 0xFF01 && scalar.value <= 0xFF5E
      let plain = isFullWidth ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
      switch plain {
      case "\u{2212}": text += "-"
      case "\u{A0}", "\u{202F}", "\u{3000}", " ", "\u{FFE5}", "\u{A5}":
        if plain == "\u{FFE5}" || plain == "\u{A5}" { text += "¥" }
      default: text.unicodeScalars.append(plain)
      }
    }
    return text.isEmpty ? "" : number(text, shift, signs)
  }

  private static func number(_ input: String, _ shift: Int, _ signs: Set<Character>) -> String? {
    var rest = Substring(input)
    var shift = shift
    let negative = rest.first == "-"
    if negative || rest.first == "+" { rest.removeFirst() }
    if let sign = rest.first, signs.contains(sign), sign != "%" { rest.removeFirst() }
    if rest.last == "%", signs.contains("%") { rest.removeLast() }
    if rest.last == "元", signs.contains("¥") { rest.removeLast() }
    if rest.last == "万" {
      (rest, shift) = (rest.dropLast(), shift + 4)
    } else if rest.last == "亿" {
      (rest, shift) = (rest.dropLast(), shift + 8)
    }
    let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count <= 2, let whole = ungrouped(parts[0]), rest.utf8.count <= 40 else {
      return nil
    }
    let fraction = parts.count == 2 ? String(parts[1]) : ""
    guard isDigits(whole), parts.count == 1 || isDigits(fraction) else { return nil }
    return (negative ? "-" : "") + move(whole, fraction, by: shift)
  }

  /// The digits without commas when these part groups of three; nil when they stand elsewhere.
  private static func ungrouped(_ text: Substring) -> String? {
    let groups = text.split(separator: ",", omittingEmptySubsequences: false)
    if groups.count == 1 { return String(text) }
    guard (1...3).contains(groups[0].utf8.count),
      groups.dropFirst().allSatisfy({ $0.utf8.count == 3 })
    else { return nil }
    return groups.joined()
  }

  private static func isDigits(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static func move(_ whole: String, _ fraction: String, by shift: Int) -> String {
    var digits = Array((whole + fraction).utf8)
    var point = whole.utf8.count + shift
    while point <= 0 {
      digits.insert(0x30, at: 0)
      point += 1
    }
    while digits.count < point { digits.append(0x30) }
    var left = Array(digits[..<point])
    var right = Array(digits[point...])
    while left.count > 1 && left[0] == 0x30 { left.removeFirst() }
    while right.last == 0x30 { right.removeLast() }
    let text = String(decoding: left, as: UTF8.self)
    return right.isEmpty ? text : text + "." + String(decoding: right, as: UTF8.self)
  }
}

/// Days as people type them: year, month, day with `-`, `/`, `.` or 年月日 between.
public enum LenientDate {
  public static func parse(_ input: String) -> CivilDate? {
    var numbers: [Int] = []
    var digits = 0
    var separators: [Unicode.Scalar] = []
    for scalar in input.unicodeScalars {
      let value =
        scalar.value >= 0xFF10 && scalar.value <= 0xFF19
        ? scalar.value - 0xFEE0 : scalar.value
      if value >= 0x30 && value <= 0x39 {
        if digits == 0 { numbers.append(0) }
        digits += 1
        guard digits <= 4, numbers.count <= 3 else { return nil }
        numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(value - 0x30)
      } else {
        guard digits > 0 else { return nil }
        digits = 0
        separators.append(scalar)
      }
    }
    let plain: Set<[Unicode.Scalar]> = [
      ["-", "-"], ["/", "/"], [".", "."], ["年", "月", "日"], ["年", "月"],
    ]
    guard numbers.count == 3, numbers[0] >= 1000, plain.contains(separators) else { return nil }
    return CivilDate(year: numbers[0], month: numbers[1], day: numbers[2])
  }
}
