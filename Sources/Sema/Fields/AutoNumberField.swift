import Diagnostics
import IR
import Values

extension FieldKind {
  /// A number that the system gives at creation.
  static let autoNumber = FieldKind(
    keyword: "auto_number",
    meaning: Message(
      zh: "系统给出的编号，格式写在 `pattern`。",
      en: "A number that the system gives; `pattern` is its form."),
    also: """
      serial sequence auto_increment identity series naming_series counter 自动编号 编号 流水号 序号 \
      自增
      """,
    keywords: [
      Keyword(
        "pattern", .text, required: true,
        also: "format mask template prefix naming_series 格式 编号格式 规则 编号规则 模式",
        zh: "编号格式：`{0000}` 是计数，`{yyyy}` `{yy}` `{mm}` `{dd}` 是日期，例如 `KH-{yyyy}-{0000}`。",
        en: """
          The form of the number: `{0000}` counts, `{yyyy}` `{yy}` `{mm}` `{dd}` are the day's, as \
          in `C-{yyyy}-{0000}`.
          """)
    ],
    type: { field, checker in
      if let entry = field.keyed.sound("required"), field.keyed.flag("required") {
        checker.report(
          TypeMistake.requiredAutoNumber(removal: checker.removal(of: entry), at: entry.keySpan))
      }
      guard let entry = field.keyed.sound("pattern"), let text = entry.value.scalar else {
        return nil
      }
      do throws(PatternReader.Failure) {
        return .autoNumber(try PatternReader.read(text))
      } catch {
        let span = checker.part(error.range, of: text, entry.value.span)
        checker.report(TypeMistake.badPattern(reason: error.reason, at: span))
        return nil
      }
    },
    defaultValue: nil)
}

/// Reads a pattern such as `KH-{yyyy}{mm}-{0000}`.
enum PatternReader {
  /// Code points.
  static let limit = 60

  struct Failure: Error {
    let reason: TypeMistake.BadPattern
    /// UTF-8 offsets in the pattern.
    let range: Range<Int>
  }

  static func read(_ text: String) throws(Failure) -> NumberPattern {
    let bytes = Array(text.utf8)
    let all = 0..<bytes.count
    if Text.length(text) > limit { throw Failure(reason: .tooLong(limit: limit), range: all) }
    var parts: [NumberPattern.Part] = []
    var counters = 0
    var index = 0
    while index < bytes.count {
      let start = index
      if bytes[index] == UInt8(ascii: "}") {
        throw Failure(reason: .unclosed, range: index..<index + 1)
      }
      if bytes[index] != UInt8(ascii: "{") {
        while index < bytes.count, bytes[index] != UInt8(ascii: "{"),
          bytes[index] != UInt8(ascii: "}")
        { index += 1 }
        parts.append(.literal(String(decoding: bytes[start..<index], as: UTF8.self)))
        continue
      }
      guard let end = bytes[index...].firstIndex(of: UInt8(ascii: "}")) else {
        throw Failure(reason: .unclosed, range: index..<index + 1)
      }
      let name = String(decoding: bytes[start + 1..<end], as: UTF8.self)
      index = end + 1
      guard let part = part(name) else {
        throw Failure(reason: .unknownPart(name), range: start..<index)
      }
      if case .counter = part { counters += 1 }
      if counters > 1 { throw Failure(reason: .twoCounters, range: start..<index) }
      parts.append(part)
    }
    if counters == 0 { throw Failure(reason: .noCounter, range: all) }
    if repeatsNumbers(parts) { throw Failure(reason: .periodWithoutYear, range: all) }
    return NumberPattern(parts: parts)
  }

  private static func part(_ name: String) -> NumberPattern.Part? {
    switch name {
    case "yyyy": return .year4
    case "yy": return .year2
    case "mm": return .month
    case "dd": return .day
    default:
      let isCounter = (1...12).contains(name.utf8.count) && name.utf8.allSatisfy { $0 == 0x30 }
      return isCounter ? .counter(digits: name.utf8.count) : nil
    }
  }

  /// The counter begins anew with each filling of the date parts, so these must name a period that
  /// does not come again.
  private static func repeatsNumbers(_ parts: [NumberPattern.Part]) -> Bool {
    func has(_ wanted: (NumberPattern.Part) -> Bool) -> Bool { parts.contains(where: wanted) }
    let year = has { if case .year4 = $0 { true } else if case .year2 = $0 { true } else { false } }
    let month = has { if case .month = $0 { true } else { false } }
    let day = has { if case .day = $0 { true } else { false } }
    return month && !year || day && !month
  }
}
