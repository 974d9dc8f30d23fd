/// Comparisons and choices of values that may be blank. A blank equals a blank and no value; every
/// other comparison with a blank is false. Text has its own: it compares byte by byte, which is by
/// code point.
public enum Comparisons {
  /// `a == b`; not for text.
  @inlinable public static func equal<T: Equatable>(_ a: T?, _ b: T?) -> Bool { a == b }

  /// `a < b`, and `b > a`; not for text and periods.
  @inlinable public static func less<T: Comparable>(_ a: T?, _ b: T?) -> Bool {
    guard let a, let b else { return false }
    return a < b
  }

  /// `a <= b`, and `b >= a`; not for text and periods.
  @inlinable public static func atMost<T: Comparable>(_ a: T?, _ b: T?) -> Bool {
    guard let a, let b else { return false }
    return a <= b
  }

  /// `between(x, low, high)`, both ends included; not for text and periods.
  @inlinable public static func between<T: Comparable>(_ x: T?, _ low: T?, _ high: T?) -> Bool {
    atMost(low, x) && atMost(x, high)
  }

  /// `min_of(a, b)`: blanks do not count. Numbers are of one scale (``Fixed/widen(_:_:)``).
  @inlinable public static func lesser<T: Comparable>(_ a: T?, _ b: T?) -> T? {
    guard let a, let b else { return a ?? b }
    return b < a ? b : a
  }

  /// `max_of(a, b)`: blanks do not count. Numbers are of one scale (``Fixed/widen(_:_:)``).
  @inlinable public static func greater<T: Comparable>(_ a: T?, _ b: T?) -> T? {
    guard let a, let b else { return a ?? b }
    return a < b ? b : a
  }

  /// `x in list`: whether a filled element equals a filled x; not for text.
  @inlinable public static func isIn<T: Equatable>(_ x: T?, _ list: [T?]) -> Bool {
    guard let x else { return false }
    return list.contains { $0 == x }
  }

  // Numbers have these of their own: called, where the generic ones are copied into each place.

  /// `a == b` of numbers.
  @inline(never) public static func equal(_ a: Fixed?, _ b: Fixed?) -> Bool { a == b }

  /// `a < b` of numbers, and `b > a`.
  @inline(never) public static func less(_ a: Fixed?, _ b: Fixed?) -> Bool {
    guard let a, let b else { return false }
    return a < b
  }

  /// `a <= b` of numbers, and `b >= a`.
  @inline(never) public static func atMost(_ a: Fixed?, _ b: Fixed?) -> Bool {
    guard let a, let b else { return false }
    return a <= b
  }

  /// `a == b` of texts.
  public static func textEqual(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return a == nil && b == nil }
    return a.utf8.count == b.utf8.count && textOrder(a, b) == 0
  }

  /// `a < b` of texts, by code point.
  public static func textLess(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return false }
    return textOrder(a, b) < 0
  }

  /// `a <= b` of texts, by code point.
  public static func textAtMost(_ a: String?, _ b: String?) -> Bool {
    guard let a, let b else { return false }
    return textOrder(a, b) <= 0
  }

  /// `x in list` of texts.
  public static func textIsIn(_ x: String?, _ list: [String?]) -> Bool {
    x != nil && list.contains { textEqual($0, x) }
  }

  /// −1, 0 or 1: how a stands to b, byte by byte.
  static func textOrder(_ a: String, _ b: String) -> Int {
    var (a, b) = (a, b)
    return a.withUTF8 { a in
      b.withUTF8 { b in
        let common = min(a.count, b.count)
        var index = 0
        while index < common && a[index] == b[index] { index += 1 }
        if index < common { return a[index] < b[index] ? -1 : 1 }
        return (a.count - b.count).signum()
      }
    }
  }
}
