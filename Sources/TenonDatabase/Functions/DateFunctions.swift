import Values

extension ExpressionFunctions {
  static var dates: [Entry] {
    [
      part("year", CivilDate.year), part("month", CivilDate.month), part("day", CivilDate.day),
      part("weekday", CivilDate.weekday), part("quarter", CivilDate.quarter),
      part("iso_week", CivilDate.isoWeek),
      between("months_between", CivilDate.monthsBetween),
      between("age_years", CivilDate.ageYears),
      moved("add_days", CivilDate.addDays), moved("add_months", CivilDate.addMonths),
      edge("start_of", CivilDate.startOf), edge("end_of", CivilDate.endOf),
      // A date and a period.
      Entry("shift", 2) { $0.give(CivilDate.addPeriod($0.date(0), period($0.integer(1)))) },
      Entry("period_sum", 2) {
        $0.give(code(Period.add(period($0.integer(0)), period($0.integer(1)))))
      },
      Entry("period_product", 2) {
        $0.give(code(Period.multiply(period($0.integer(0)), $0.number(1, 0))))
      },
      // Milliseconds as a moment; blank outside the years 1 to 9999.
      Entry("moment", 1) {
        $0.give(Instant.addSpan(0, $0.number(0, 0)?.fitted(0, .min ... .max)))
      },
      Entry("date_text", 1) { $0.give(CivilDate.text($0.date(0))) },
      Entry("duration_text", 1) { $0.give(TimeSpan.text($0.integer(0))) },
    ]
  }

  private static func part(
    _ name: String, _ body: @escaping @Sendable (CivilDate?) -> Fixed?
  ) -> Entry {
    Entry(name, 1) { $0.give(body($0.date(0))) }
  }

  private static func between(
    _ name: String, _ body: @escaping @Sendable (CivilDate?, CivilDate?) -> Fixed?
  ) -> Entry {
    Entry(name, 2) { $0.give(body($0.date(0), $0.date(1))) }
  }

  private static func moved(
    _ name: String, _ body: @escaping @Sendable (CivilDate?, Fixed?) -> CivilDate?
  ) -> Entry {
    Entry(name, 2) { $0.give(body($0.date(0), $0.number(1, 0))) }
  }

  private static func edge(
    _ name: String, _ body: @escaping @Sendable (CivilDate?, CalendarUnit) -> CivilDate?
  ) -> Entry {
    Entry(name, 2) { $0.give(body($0.date(0), unit($0.text(1)))) }
  }

  private static func unit(_ name: String?) -> CalendarUnit {
    switch name {
    case "week": return .week
    case "month": return .month
    case "quarter": return .quarter
    case "year": return .year
    default: return .day
    }
  }

  // MARK: Periods

  /// A period as one number: months × 2^32 + days.
  private static func code(_ period: Period?) -> Int64? {
    period.map { Int64($0.months) << 32 + Int64($0.days) }
  }

  private static func period(_ code: Int64?) -> Period? {
    guard let code else { return nil }
    let days = Int64(Int32(truncatingIfNeeded: code))
    return Period(months: Int((code - days) >> 32), days: Int(days))
  }
}
