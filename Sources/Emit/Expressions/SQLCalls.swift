import IR
import Query

/// Calls, by what the function is about.
extension SQLWriter {
  func call(
    _ function: Function, _ arguments: [Expression], _ type: ValueType
  ) throws(NotInSQL) -> SQLTerm {
    switch function {
    case .abs, .round, .floor, .ceil, .trunc, .sign, .clamp, .minOf, .maxOf:
      return try numberCall(function, arguments, type)
    case .length, .slice, .left, .right, .trim, .fold, .replace, .upperASCII, .lowerASCII,
      .splitPart, .padLeft, .digitsOnly, .textOf, .parseInt, .parseDecimal, .parseDate, .mask:
      return try textCall(function, arguments)
    case .today, .now, .year, .month, .day, .weekday, .quarter, .isoWeek, .startOf, .endOf,
      .addMonths, .addDays, .daysBetween, .monthsBetween, .ageYears:
      return try dateCall(function, arguments)
    case .myRoles:
      let step = application.entity(People.user).fields.first { $0.name == "roles" }
      guard let roles = step else { throw NotInSQL(name: function.rawValue) }
      return try field(
        Expression.Path(
          root: .me, steps: [Expression.Step(entity: People.user, member: .field(roles.id))]))
    case .myTeam:
      let one = alias()
      let all =
        isPostgres
        ? "jsonb_agg(\(one).\"id\" ORDER BY \(one).\"id\")::text"
        : "NULLIF(json_group_array(\(one).\"id\"), '[]')"
      return SQLTerm(
        "(SELECT \(all) FROM (\(team("id")) ORDER BY 1) AS \(one))", mayBeNull: true)
    // What needs the zone, the calendar of work, automata or lists, only the server has; what are
    // predicates is a condition.
    case .allocate, .powInt, .matches, .pinyinInitial, .dateOf, .timeOf, .addWork, .workBetween,
      .isWorkday, .contains, .containsCI, .startsWith, .endsWith:
      throw NotInSQL(name: function.rawValue)
    }
  }
}
