import TenonDatabase

/// The pattern of an auto number, such as `KH-{yyyy}{mm}-{0000}`: a counter that begins anew with
/// each filling of the date parts.
struct AutoNumber: Sendable {
  private enum Part: Sendable {
    case literal(String)
    case year4, year2, month, day
    case counter(width: Int)
  }

  private var parts: [Part] = []

  /// Reads the pattern as the compiler checked it; nil for anything else.
  init?(_ pattern: String) {
    var rest = Substring(pattern)
    while let first = rest.first {
      guard first == "{" else {
        let literal = rest.prefix { $0 != "{" }
        parts.append(.literal(String(literal)))
        rest = rest.dropFirst(literal.count)
        continue
      }
      guard let end = rest.firstIndex(of: "}") else { return nil }
      let name = rest[rest.index(after: rest.startIndex)..<end]
      switch name {
      case "yyyy": parts.append(.year4)
      case "yy": parts.append(.year2)
      case "mm": parts.append(.month)
      case "dd": parts.append(.day)
      default:
        guard !name.isEmpty, name.allSatisfy({ $0 == "0" }) else { return nil }
        parts.append(.counter(width: name.count))
      }
      rest = rest[rest.index(after: end)...]
    }
  }

  /// The period of a day: what its counter is kept under.
  func period(_ day: CivilDate) -> String {
    parts.map { part in
      if case .literal = part { return "" }
      if case .counter = part { return "" }
      return AutoNumber.text(part, day, 0)
    }.joined(separator: "/")
  }

  /// The number of a day with this count.
  func text(_ day: CivilDate, count: Int64) -> String {
    parts.map { AutoNumber.text($0, day, count) }.joined()
  }

  private static func text(_ part: Part, _ day: CivilDate, _ count: Int64) -> String {
    let (year, month, date) = day.components
    switch part {
    case .literal(let text): return text
    case .year4: return padded(Int64(year), 4)
    case .year2: return padded(Int64(year % 100), 2)
    case .month: return padded(Int64(month), 2)
    case .day: return padded(Int64(date), 2)
    case .counter(let width): return padded(count, width)
    }
  }

  private static func padded(_ number: Int64, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  private static let next = SystemStatement(
    """
    INSERT INTO tenon_counter (series, period, last) VALUES (?, ?, 1)
    ON CONFLICT (series, period) DO UPDATE SET last = tenon_counter.last + 1
    RETURNING last
    """)

  /// The next number of a series, counted in the same transaction as the record that gets it, so
  /// that no number is given twice.
  func next(_ series: String, _ day: CivilDate, _ session: WriteSession) throws -> String {
    var count: Int64 = 0
    try session.rows(
      AutoNumber.next, [.text(series), .text(period(day))], SystemAuthority("auto number")
    ) { count = $0.integer(0) }
    return text(day, count: count)
  }
}
