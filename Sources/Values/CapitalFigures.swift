/// Amounts in the figures that contracts and invoices in China are written with (大写金额), which
/// nobody can alter: 壹仟贰佰叁拾肆元伍角整.
public enum CapitalFigures {
  /// An amount of minor units; nil when more than three digits follow the point.
  public static func text(_ amount: Int64, scale: UInt8) -> String? {
    guard scale <= 3 else { return nil }
    let unit = (0..<scale).reduce(UInt64(1)) { power, _ in power * 10 }
    let (yuan, rest) = amount.magnitude.quotientAndRemainder(dividingBy: unit)
    var text = amount < 0 ? "负" : ""
    if yuan > 0 || rest == 0 { text += whole(yuan) + "元" }
    // 角, 分 and 厘, whose gaps are filled by one nought.
    var digits: [Int] = []
    var left = rest
    for _ in 0..<scale {
      digits.insert(Int(left % 10), at: 0)
      left /= 10
    }
    var gap = false
    for (digit, name) in zip(digits, ["角", "分", "厘"]) {
      if digit == 0 {
        gap = true
      } else {
        if gap, yuan > 0 || text.hasSuffix("角") { text += "零" }
        gap = false
        text += figures[digit] + name
      }
    }
    let endsWithFen = digits.count > 1 && digits[1...].contains { $0 > 0 }
    return text + (endsWithFen ? "" : "整")
  }

  private static let figures = ["零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"]

  /// Groups of four digits, each with its name: 万, 亿, 万亿.
  private static func whole(_ number: UInt64) -> String {
    if number == 0 { return figures[0] }
    var groups: [UInt64] = []
    var rest = number
    while rest > 0 {
      groups.append(rest % 10_000)
      rest /= 10_000
    }
    var text = ""
    var gap = false
    for index in groups.indices.reversed() {
      let group = groups[index]
      if group == 0 {
        // 亿 stands also where only 万亿 come before it.
        if index == 2, !text.isEmpty { text += "亿" }
        gap = true
        continue
      }
      if !text.isEmpty, gap || group < 1000 { text += figures[0] }
      text += four(Int(group)) + ["", "万", "亿", "万", "亿"][index]
      gap = false
    }
    return text
  }

  private static func four(_ number: Int) -> String {
    var text = ""
    var gap = false
    for (unit, name) in [(1000, "仟"), (100, "佰"), (10, "拾"), (1, "")] {
      let digit = number / unit % 10
      if digit == 0 {
        gap = !text.isEmpty
      } else {
        if gap { text += figures[0] }
        text += figures[digit] + name
        gap = false
      }
    }
    return text
  }
}
