import TenonPages

/// Words of spreadsheets made alike: what people mean the same is the same text.
enum ImportText {
  /// Without differences of width, case and white space around.
  static func folded(_ text: String) -> String {
    Text.trimmed(TextFunctions.fold(text) ?? "")
  }

  /// A header: also without white space within, marks of what must be filled, and what stands in
  /// brackets at its end.
  static func header(_ text: String) -> String {
    var text = folded(text)
    for (open, close) in [("(", ")"), ("[", "]"), ("【", "】")] where text.hasSuffix(close) {
      if let start = text.lastIndex(of: Character(open)), start != text.startIndex {
        text = String(text[..<start])
      }
    }
    let dropped: Set<Character> = [" ", "*", "_", "-", ":", "\n", "\t", "#", ".", "/"]
    return text.filter { !dropped.contains($0) }
  }

  /// What people write for yes and no.
  static let yes: Set = ["是", "true", "yes", "y", "1", "√", "✓", "对", "真", "有", "on", "t"]
  static let no: Set = ["否", "false", "no", "n", "0", "×", "✗", "错", "假", "无", "off", "f", "x"]

  /// The items of a list as people write them.
  static func items(_ text: String) -> [String] {
    let marks: Set<Character> = ["、", ",", "，", ";", "；", "|", "\n"]
    return text.split { marks.contains($0) }.map { Text.trimmed(String($0)) }
      .filter { !$0.isEmpty }
  }

  /// A day: as forms take it, or eight digits.
  static func day(_ text: String) -> CivilDate? {
    if let day = LenientDate.parse(text) { return day }
    let digits = Array(text.utf8)
    guard digits.count == 8, digits.allSatisfy({ $0 &- 0x30 < 10 }), let number = Int(text) else {
      return nil
    }
    return CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// A moment on a clock: a day and, behind a space or `T`, hours, minutes and maybe seconds.
  static func moment(_ text: String) -> Int64? {
    let text = folded(text)
    if let day = day(text) { return day.days * 86_400_000 }
    guard let gap = text.lastIndex(where: { $0 == " " || $0 == "t" }),
      let day = day(Text.trimmed(String(text[..<gap]))),
      let time = time(text[text.index(after: gap)...])
    else { return nil }
    return day.days * 86_400_000 + time
  }

  private static func time(_ text: Substring) -> Int64? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard (2...3).contains(parts.count) else { return nil }
    var total: Int64 = 0
    for (place, part) in parts.enumerated() {
      guard (1...2).contains(part.utf8.count), let number = Int64(part),
        number >= 0, number < (place == 0 ? 24 : 60)
      else { return nil }
      total = total * 60 + number
    }
    return total * (parts.count == 2 ? 60_000 : 1_000)
  }
}
