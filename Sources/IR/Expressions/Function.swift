/// The functions that back ends implement; the raw value is the name. Functions that are another
/// way of writing something (`between`, `switch`, `changed`) are gone in the typed tree.
public enum Function: String, Sendable, CaseIterable {
  case abs, round, floor, ceil, trunc, sign, clamp, allocate
  case minOf = "min_of"
  case maxOf = "max_of"
  case powInt = "pow_int"
  case length, slice, left, right, trim, fold, contains, replace, matches, mask
  case upperASCII = "upper_ascii"
  case lowerASCII = "lower_ascii"
  case containsCI = "contains_ci"
  case startsWith = "starts_with"
  case endsWith = "ends_with"
  case splitPart = "split_part"
  case padLeft = "pad_left"
  case digitsOnly = "digits_only"
  case textOf = "text_of"
  case parseInt = "parse_int"
  case parseDecimal = "parse_decimal"
  case parseDate = "parse_date"
  case pinyinInitial = "pinyin_initial"
  case today, now, year, month, day, weekday, quarter
  case dateOf = "date_of"
  case timeOf = "time_of"
  case isoWeek = "iso_week"
  case startOf = "start_of"
  case endOf = "end_of"
  case addMonths = "add_months"
  case addDays = "add_days"
  case daysBetween = "days_between"
  case monthsBetween = "months_between"
  case ageYears = "age_years"
  case addWork = "add_work"
  case workBetween = "work_between"
  case isWorkday = "is_workday"
  case myRoles = "my_roles"
  case myTeam = "my_team"
}
