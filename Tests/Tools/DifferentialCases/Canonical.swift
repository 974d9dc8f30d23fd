import Values

/// Answers as lines of JSON in their one written form; Tests/Differential/README.md lists it.
public enum Canonical {
  /// The milliseconds of `2026-03-02T01:00:00.000Z`.
  public static func moment(_ text: String) -> Int64 { Instant.parse(text)! }

  /// The line of an answer whose value is JSON already.
  public static func line(_ expression: Int, _ record: Int, _ json: String) -> String {
    "[\(expression), \(record), \(json)]"
  }

  /// A number with all digits of its scale; without a sign when it is zero.
  public static func number(_ mantissa: Int128, scale: Int) -> String {
    let digits = String(mantissa.magnitude)
    let padded = String(repeating: "0", count: max(scale + 1 - digits.count, 0)) + digits
    let text = scale == 0 ? padded : padded.dropLast(scale) + "." + padded.suffix(scale)
    return "\"" + (mantissa < 0 ? "-" : "") + text + "\""
  }

  /// A text in quotes.
  public static func text(_ text: String) -> String {
    var out = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": out += "\\\""
      case "\\": out += "\\\\"
      default:
        if scalar.value < 0x20 {
          let digits = String(scalar.value, radix: 16)
          out += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        } else {
          out.unicodeScalars.append(scalar)
        }
      }
    }
    return out + "\""
  }

  /// A day, counted from 1970-01-01.
  public static func date(_ days: Int64) -> String { "\"\(CivilDate(days: days))\"" }

  /// A time of day in seconds.
  public static func time(_ seconds: Int64) -> String {
    func two(_ number: Int64) -> String { (number < 10 ? "0" : "") + String(number) }
    return "\"\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))\""
  }

  /// A moment in milliseconds since 1970.
  public static func dateTime(_ instant: Int64) -> String {
    let (date, clock) = Instant.split(instant)
    let milliseconds = String(clock % 1000 + 1000).dropFirst()
    let time = time(clock / 1000).dropFirst().dropLast()
    return "\"\(date)T\(time).\(milliseconds)Z\""
  }

  public static func period(months: Int, days: Int) -> String { "\"\(months)mo\(days)d\"" }

  /// An id, a length of time: a number as a text.
  public static func whole(_ number: Int64) -> String { "\"\(number)\"" }
}
