/// A period as one whole number: months × 2^32 + days, so that equal periods are equal numbers, and
/// of months alone, as of days alone, the longer one is the larger.
enum SQLPeriod {
  static func code(_ months: Int, _ days: Int) -> Int128 { Int128(months) << 32 + Int128(days) }
}
