/// What a number format makes of a number.
enum NumberFormat: Hashable {
  case number, percent, date, time, dateTime
  /// Hours, minutes or seconds that passed, beyond a day too: `[h]:mm`.
  case elapsed
  /// A day or a time by the language of the spreadsheet: its number tells.
  case dateOrTime

  /// The formats that workbooks name by number alone (ECMA-376 part 1, 18.8.30), those of Chinese
  /// and Japanese spreadsheets too.
  init(builtin id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
    case 18...21, 32, 33, 45, 47: self = .time
    case 34, 35, 55, 56: self = .dateOrTime
    case 22: self = .dateTime
    case 46: self = .elapsed
    default: self = .number
    }
  }

  /// A format that a workbook spells out: `yyyy"年"m"月"d"日"`, `[h]:mm`, `0.0%`.
  init(code: String) {
    self = .number
    var signs = Signs()
    signs.read(code)
    if signs.isElapsed {
      self = .elapsed
    } else if signs.hasDay && signs.hasTime {
      self = .dateTime
    } else if signs.hasDay {
      self = .date
    } else if signs.hasTime {
      self = .time
    } else if signs.hasMonthOrMinute {
      self = .date
    } else if signs.hasPercent {
      self = .percent
    }
  }

  /// What the first section of a format consists of.
  private struct Signs {
    var isElapsed = false
    var hasDay = false
    var hasTime = false
    var hasMonthOrMinute = false
    var hasPercent = false

    mutating func read(_ code: String) {
      let lowered = code.lowercased()
      var rest = Substring(lowered)
      while let sign = rest.popFirst() {
        switch sign {
        case ";": return
        case "\"":
          rest = rest.drop { $0 != "\"" }.dropFirst()
        case "\\", "_", "*": rest = rest.dropFirst()
        case "[":
          let inner = rest.prefix { $0 != "]" }
          rest = rest.dropFirst(inner.count + 1)
          if !inner.isEmpty, inner.allSatisfy({ $0 == inner.first }), "hms".contains(inner.first!) {
            isElapsed = true
          }
        case "a":
          // am/pm, a/p, or the day of the week: aaa.
          hasTime = hasTime || rest.hasPrefix("m/pm") || rest.hasPrefix("/p")
          hasDay = hasDay || rest.hasPrefix("aa")
          if rest.hasPrefix("m/pm") { rest = rest.dropFirst(4) }
        case "上" where rest.hasPrefix("午/下午"): hasTime = true
        case "e":
          // A year, or an exponent.
          if rest.first != "+" && rest.first != "-" { hasDay = true }
        // The letters of `General` are no signs.
        case "g" where rest.hasPrefix("eneral"): rest = rest.dropFirst(6)
        case "y", "d", "g": hasDay = true
        case "h", "s": hasTime = true
        case "m": hasMonthOrMinute = true
        case "%": hasPercent = true
        default: break
        }
      }
    }
  }
}

/// The number formats of a workbook's cells, by the number that cells name.
final class Styles: XMLListener {
  private(set) var formats: [NumberFormat] = []
  private var custom: [Int: NumberFormat] = [:]
  private var isInCells = false

  /// More than any spreadsheet writes.
  private static let most = 100_000

  subscript(_ style: Int) -> NumberFormat {
    formats.indices.contains(style) ? formats[style] : .number
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws(SheetError) {
    switch name {
    case "numFmt":
      guard let id = attributes.number("numFmtId"), let code = attributes.text("formatCode")
      else { return }
      custom[id] = NumberFormat(code: code)
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let id = attributes.number("numFmtId") ?? 0
      formats.append(custom[id] ?? NumberFormat(builtin: id))
      if formats.count > Styles.most { throw .damaged(part: "styles") }
    default: break
    }
  }

  func end(_ name: XMLName) throws(SheetError) {
    if name == "cellXfs" { isInCells = false }
  }

  func text(_ bytes: UnsafeRawBufferPointer) throws(SheetError) {}
}
