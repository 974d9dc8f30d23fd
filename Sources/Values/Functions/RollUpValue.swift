/// What expressions read of the states that records keep (``RollUpState``). The last part is the
/// value where that is one of the rows'.
extension RollUpState {
  private static func part(_ text: String?, _ place: Int? = nil) -> RollUpPart {
    guard let text else { return .blank }
    let pieces = text[...].utf8.split(
      separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    return RollUpPart(parsing: pieces[place ?? pieces.count - 1]) ?? .blank
  }

  /// Of `count` and `distinct_count`.
  public static func count(_ state: String?) -> Fixed? { Fixed(part(state).mantissa, 0) }

  /// Of `sum`: 0 where there are no rows.
  public static func sum(_ state: String?, _ scale: UInt8) -> Fixed? {
    Fixed(part(state).mantissa, scale)
  }

  /// Of `sum` of lengths of time.
  public static func sumOfSpans(_ state: String?) -> Int64? {
    Int64(exactly: part(state).mantissa)
  }

  /// Of `avg`.
  public static func average(_ state: String?, _ scale: UInt8) -> Fixed? {
    guard state != nil else { return nil }
    return Fixed.divide(
      Fixed(part(state, 0).mantissa, scale), Fixed(part(state, 1).mantissa, 0))
  }

  public static func any(_ state: String?) -> Bool { part(state).mantissa > 0 }

  public static func all(_ state: String?) -> Bool { part(state).mantissa == 0 }

  /// A number of one of the rows, of a scale.
  public static func number(_ state: String?, _ scale: UInt8) -> Fixed? {
    guard case .number(let number) = part(state) else { return nil }
    return Fixed(number.mantissa, scale)
  }

  /// A moment, a time, a length of time or a reference of one of the rows.
  public static func integer(_ state: String?) -> Int64? {
    guard case .number(let number) = part(state) else { return nil }
    return Int64(exactly: number.mantissa)
  }

  public static func date(_ state: String?) -> CivilDate? {
    integer(state).map { CivilDate(days: $0) }
  }

  public static func boolean(_ state: String?) -> Bool? { integer(state).map { $0 != 0 } }

  public static func text(_ state: String?) -> String? {
    if case .text(let text) = part(state) { return text }
    return nil
  }

  public static func list(_ state: String?) -> [String?] { ListFunctions.stored(text(state)) }
}
