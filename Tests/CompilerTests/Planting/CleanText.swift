import TestSupport

/// A value as a generator means it; how it is written is chosen when it is printed.
indirect enum CleanValue {
  case scalar(String)
  case list([CleanValue])
  case map([(String, CleanValue)])

  static func words(zh: String, en: String) -> CleanValue {
    .map([("zh", .scalar(zh)), ("en", .scalar(en))])
  }
}

/// Prints values as YAML in varying styles: block and flow, quotes, widths of indentation,
/// comments, blank lines.
struct CleanPrinter {
  private var random: SeededRandom
  private var out = ""
  private let step: Int

  static func print(_ entries: [(String, CleanValue)], _ random: inout SeededRandom) -> String {
    var printer = CleanPrinter(
      random: SeededRandom(seed: random.next()),
      step: [2, 2, 2, 3, 4].randomElement(using: &random)!)
    printer.block(entries, indent: 0)
    return printer.out
  }

  private init(random: SeededRandom, step: Int) {
    self.random = random
    self.step = step
  }

  private mutating func block(_ entries: [(String, CleanValue)], indent: Int) {
    let space = String(repeating: " ", count: indent)
    for (key, value) in entries {
      if random.chance(3) { out += "\n" }
      if random.chance(3) { out += space + "# 说明 \(key): 见 \"手册\", {x}\n" }
      out += space + key + ":"
      self.value(value, indent: indent)
    }
  }

  private mutating func value(_ value: CleanValue, indent: Int) {
    switch value {
    case .scalar(let text): out += " " + scalar(text) + ending()
    case .list(let items):
      guard !random.chance(75), !items.isEmpty else {
        out += " " + flow(value) + ending()
        return
      }
      let inner = random.chance(50) ? indent + step : indent
      out += ending()
      for item in items {
        out += String(repeating: " ", count: inner) + "- " + flow(item) + "\n"
      }
    case .map(let entries):
      if indent >= 4 && random.chance(60) || indent > 0 && isLeaf(entries) && random.chance(70) {
        out += " " + flow(value) + ending()
      } else {
        out += ending()
        block(entries, indent: indent + step)
      }
    }
  }

  private func isLeaf(_ entries: [(String, CleanValue)]) -> Bool {
    entries.allSatisfy { if case .scalar = $0.1 { true } else { false } }
  }

  private mutating func ending() -> String {
    random.chance(4) ? "  # 注释\n" : random.chance(3) ? "   \n" : "\n"
  }

  private mutating func flow(_ value: CleanValue) -> String {
    let pad = random.chance(70) ? " " : ""
    switch value {
    case .scalar(let text): return scalar(text)
    case .list(let items): return "[" + items.map { flow($0) }.joined(separator: ", ") + "]"
    case .map(let entries):
      let inner = entries.map { "\($0.0): " + flow($0.1) }.joined(separator: ", ")
      return "{" + pad + inner + pad + "}"
    }
  }

  private mutating func scalar(_ text: String) -> String {
    let isSafe =
      !text.isEmpty
      && text.unicodeScalars.allSatisfy { scalar in
        scalar.value >= 0x4E00 && scalar.value < 0xA000
          || scalar.properties.isAlphabetic && scalar.isASCII
          || ("0"..."9").contains(scalar) || scalar == "_" || scalar == "-" || scalar == "."
      }
    if isSafe && !random.chance(8) { return text }
    if !text.contains("'") && random.chance(40) { return "'\(text)'" }
    return "\"\(text)\""
  }
}
