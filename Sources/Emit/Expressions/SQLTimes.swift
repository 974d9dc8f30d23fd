import IR
import Query
import Values

/// Dates, moments, durations and periods.
extension SQLWriter {
  func temporal(
    _ sign: Expression.Temporal, _ left: Expression, _ right: Expression
  ) throws(NotInSQL) -> SQLTerm {
    switch sign {
    case .shiftDate: return try shifted(try value(left), by: right)
    case .advance: return moment(sum(try value(left), 0, try value(right), 0, "+"))
    case .elapsed: return sum(try value(left), 0, try value(right), 0, "-")
    case .addDurations: return milliseconds(sum(try value(left), 0, try value(right), 0, "+"))
    case .multiplyDuration:
      let scale = right.type.scale ?? 0
      let exact = product(try value(left), 0, try value(right), scale)
      return milliseconds(cut(exact, from: scale, to: 0, "half_away"))
    case .divideDuration:
      let exact = quotient(
        try value(left), 0, try value(right), right.type.scale ?? 0, Int(Fixed.quotientScale))
      return milliseconds(cut(exact, from: Int(Fixed.quotientScale), to: 0, "half_away"))
    case .ratio:
      return quotient(try value(left), 0, try value(right), 0, Int(Fixed.quotientScale))
    case .addPeriods:
      return period("period_sum", try value(left), try value(right))
    case .multiplyPeriod: return period("period_product", try value(left), try value(right))
    // Both need the zone or the calendar of work.
    case .shiftMoment, .multiplyWorkingTime: throw NotInSQL(name: sign.rawValue)
    }
  }

  private func period(_ name: String, _ a: SQLTerm, _ b: SQLTerm) -> SQLTerm {
    SQLTerm(function(name, [a.text, b.text]), .short, mayBeNull: true)
  }

  /// A date some months, then some days later.
  private func shifted(_ date: SQLTerm, by period: Expression) throws(NotInSQL) -> SQLTerm {
    guard let (months, days) = period.writtenPeriod else {
      return dated("shift", [date.text, try value(period).text])
    }
    var result = date
    if months != 0 { result = dated("add_months", [result.text, String(months)]) }
    if days != 0 { result = dated("add_days", [result.text, String(days)]) }
    return result
  }

  private func dated(_ name: String, _ arguments: [String]) -> SQLTerm {
    SQLTerm(function(name, arguments), ValueType.date.bound, mayBeNull: true)
  }

  /// A number of milliseconds as a length of time; blank beyond 64 bits.
  func milliseconds(_ term: SQLTerm) -> SQLTerm {
    if !term.isWide { return term }
    return SQLTerm(function("int64", [term.text]), .short, mayBeNull: true)
  }

  /// A number of milliseconds as a moment; blank outside the years 1 to 9999.
  private func moment(_ term: SQLTerm) -> SQLTerm {
    SQLTerm(function("moment", [term.text]), ValueType.dateTime.bound, mayBeNull: true)
  }

  // MARK: Functions

  func dateCall(
    _ function: Function, _ arguments: [Expression]
  ) throws(NotInSQL) -> SQLTerm {
    if arguments.contains(where: { $0.type == .dateTime }) {
      throw NotInSQL(name: function.rawValue)
    }
    switch function {
    case .today: return slot("today", .date)
    case .now: return slot("now", .dateTime)
    case .daysBetween:
      return sum(try value(arguments[1]), 0, try value(arguments[0]), 0, "-")
    case .addDays, .addMonths:
      return dated(
        function.rawValue, [try value(arguments[0]).text, try value(arguments[1]).text])
    case .startOf, .endOf:
      guard case .literal(.word(let unit)) = arguments[1].kind else {
        throw NotInSQL(name: function.rawValue)
      }
      let date = try value(arguments[0])
      return unit == "day" ? date : dated(function.rawValue, [date.text, "'\(unit)'"])
    case .year, .month, .day, .weekday, .quarter, .isoWeek, .monthsBetween, .ageYears:
      let terms = try alike(arguments, 0)
      return SQLTerm(
        self.function(function.rawValue, terms.map(\.text)), SQLBound(200_000),
        mayBeNull: function == .ageYears || terms.contains(where: \.mayBeNull))
    default: throw NotInSQL(name: function.rawValue)
    }
  }
}

extension Expression {
  /// The months and days of a period that is written out.
  fileprivate var writtenPeriod: (months: Int, days: Int)? {
    switch kind {
    case .literal(.period(let months, let days)): return (months, days)
    case .negate(let item): return item.writtenPeriod.map { (-$0.months, -$0.days) }
    default: return nil
    }
  }
}
