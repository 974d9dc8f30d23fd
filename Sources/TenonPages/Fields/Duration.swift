import Values

/// `duration`: minutes, shown and typed in hours and minutes.
struct DurationControl: FieldControl {
  var clarity: Clarity { .always }
  var isNumeric: Bool { true }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    if let text = plain(cell.value, field, context) { out.text(text) }
  }

  func plain(_ value: Value, _ field: PageField, _ context: PageContext) -> String? {
    guard case .integer(let all) = value else { return nil }
    let (hours, minutes) = (all.magnitude / 60, all.magnitude % 60)
    let isChinese = context.locale == .zh
    var parts: [String] = []
    if hours > 0 { parts.append("\(hours) " + (isChinese ? "小时" : "h")) }
    if minutes > 0 || hours == 0 { parts.append("\(minutes) " + (isChinese ? "分钟" : "min")) }
    return (all < 0 ? "-" : "") + parts.joined(separator: " ")
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    input.writeLine(
      #" type="text" autocomplete="off" class="num" placeholder="1:30""#, into: &out)
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {
    FilterShape.range(filter, #" type="text" autocomplete="off""#, context, into: &out)
  }

  func inputText(_ value: Value, _ field: PageField) -> String {
    guard case .integer(let all) = value else { return "" }
    let minutes = String(all.magnitude % 60)
    let sign = all < 0 ? "-" : ""
    return "\(sign)\(all.magnitude / 60):\(minutes.count == 1 ? "0" : "")\(minutes)"
  }

  /// `1:30`, `1h30m`, `1 小时 30 分钟`, `1.5h`; a number alone is minutes.
  func parse(_ text: String, _ field: PageField) -> FormInput? {
    var rest = Substring(Text.trimmed(text).lowercased().filter { !$0.isWhitespace })
    if rest.isEmpty { return .wire("") }
    let isNegative = rest.first == "-"
    if isNegative { rest.removeFirst() }
    guard let minutes = DurationControl.minutes(rest) else { return nil }
    return .wire(String(isNegative ? -minutes : minutes))
  }

  private static func minutes(_ text: Substring) -> Int64? {
    guard text.first?.isNumber == true else { return nil }
    let signs = text.split { $0.isNumber || $0 == "." }.map(String.init)
    let numbers = text.split { !$0.isNumber && $0 != "." }.map(String.init)
    let isClock = signs == [":"] || signs == ["："]
    if numbers.count == 2, isClock || signs.count > 0 && hours.contains(signs[0]) {
      guard signs.dropFirst().allSatisfy(units.contains), signs.count <= 2,
        let hours = whole(numbers[0]), let minutes = whole(numbers[1]), minutes < 60
      else { return nil }
      return hours * 60 + minutes
    }
    guard numbers.count == 1, signs.count <= 1 else { return nil }
    guard let sign = signs.first, hours.contains(sign) else {
      return signs.allSatisfy(units.contains) ? whole(numbers[0]) : nil
    }
    guard let hundredths = Decimal.parse(numbers[0], scale: 2, limit: 99_999_999) else {
      return nil
    }
    return hundredths * 60 % 100 == 0 ? hundredths * 60 / 100 : nil
  }

  private static func whole(_ text: String) -> Int64? {
    Int64(text).flatMap { $0 < 100_000_000 ? $0 : nil }
  }

  private static let hours: Set = ["小时", "hours", "hour", "h"]
  private static let units: Set = ["分钟", "分", "minutes", "minute", "min", "m"]
}
