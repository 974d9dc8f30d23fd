/// Functions of lists, and of the values that rows give. Blanks in a list do not count.
public enum ListFunctions {
  /// The elements of a field with several values.
  public static func stored(_ carrier: String?) -> [String?] {
    carrier.map { ItemList.items($0) } ?? []
  }

  /// ``Fixed/allocate(_:_:)``; an empty list is blank.
  public static func allocate(_ total: Fixed?, _ weights: [Fixed?]) -> [Fixed?] {
    Fixed.allocate(total, weights) ?? []
  }

  /// `count(list)`: the filled values.
  public static func count<T>(_ list: [T?]) -> Fixed {
    Fixed.whole(list.reduce(0) { $0 + ($1 == nil ? 0 : 1) })
  }

  /// `any(list)`: whether one is true; false for none.
  public static func any(_ list: [Bool?]) -> Bool { list.contains { $0 == true } }

  /// `all(list)`: whether no filled one is false; true for none.
  public static func all(_ list: [Bool?]) -> Bool { !list.contains { $0 == false } }

  /// `sum(list)` of numbers of one scale; zero for none.
  public static func sum(_ list: [Fixed?], _ scale: UInt8) -> Fixed? {
    // The total counts, not what stands between: `turns` is how often 2^128 was passed.
    var total: Int128 = 0
    var turns = 0
    for number in list {
      guard let number else { continue }
      guard let widened = Fixed.widen(number, scale), widened.scale == scale else { return nil }
      let (next, overflow) = total.addingReportingOverflow(widened.mantissa)
      if overflow { turns += widened.mantissa < 0 ? -1 : 1 }
      total = next
    }
    return turns == 0 ? Fixed(total, scale) : nil
  }

  /// `avg(list)` of numbers of one scale: the sum divided by the count; blank for none.
  public static func average(_ list: [Fixed?], _ scale: UInt8) -> Fixed? {
    Fixed.divide(sum(list, scale), count(list))
  }

  /// `sum(list)` of durations; zero for none.
  public static func sumSpans(_ list: [Int64?]) -> Int64? {
    sum(list.map { Fixed.stored($0, 0) }, 0)?.fitted(0, .min ... .max)
  }

  /// `min(list)`, not of texts; blank for none.
  public static func least<T: Comparable>(_ list: [T?]) -> T? {
    list.reduce(nil) { Comparisons.lesser($0, $1) }
  }

  /// `max(list)`, not of texts; blank for none.
  public static func greatest<T: Comparable>(_ list: [T?]) -> T? {
    list.reduce(nil) { Comparisons.greater($0, $1) }
  }

  /// `first(list)`: the first filled value; blank for none.
  public static func first<T>(_ list: [T?]) -> T? { list.first { $0 != nil } ?? nil }

  /// `last(list)`: the last filled value; blank for none.
  public static func last<T>(_ list: [T?]) -> T? { list.last { $0 != nil } ?? nil }

  /// `distinct_count(list)`, not of texts: how many values are there, each counted once.
  public static func distinctCount<T: Hashable>(_ list: [T?]) -> Fixed {
    Fixed.whole(Set(list.lazy.compactMap(\.self)).count)
  }

  /// `distinct_count(list)` of texts.
  public static func distinctTexts(_ list: [String?]) -> Fixed {
    Fixed.whole(Set(list.lazy.compactMap { $0.map { Array($0.utf8) } }).count)
  }

  /// `join(list, separator)`: the filled texts; blank for none.
  public static func join(_ list: [String?], _ separator: String?) -> String? {
    let texts = list.compactMap(\.self)
    if texts.isEmpty { return nil }
    return TextFunctions.filled(texts.joined(separator: separator ?? ""))
  }
}
