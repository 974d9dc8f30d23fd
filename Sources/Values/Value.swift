/// One scalar as it is stored, bound and compared: blank, a 64-bit integer or text.
///
/// Every field type is one of two carriers (see ``Storage``): money, decimals and percents are
/// scaled integers, dates are days, instants are milliseconds, booleans are 0 and 1. There is no
/// floating point and no empty text: what would be empty is ``blank``.
public enum Value: Hashable, Sendable {
  case blank
  case integer(Int64)
  case text(String)

  /// Whether the value is absent.
  public var isBlank: Bool {
    if case .blank = self { return true }
    return false
  }

  /// The integer carried, or nil for blank and text.
  public var integer: Int64? {
    if case .integer(let value) = self { return value }
    return nil
  }

  /// The text carried, or nil for blank and integers.
  public var text: String? {
    if case .text(let value) = self { return value }
    return nil
  }

  public init(_ value: Int64?) { self = value.map(Value.integer) ?? .blank }
  public init(_ value: String?) { self = value.map(Value.text) ?? .blank }
  public init(_ value: Bool?) { self = value.map { .integer($0 ? 1 : 0) } ?? .blank }
}
