/// A value in SQL. Its text stands by itself: no operator beside it can take it apart.
struct SQLTerm {
  var text: String
  /// A number that may be beyond 64 bits: `NUMERIC` in PostgreSQL, in SQLite what the functions of
  /// the server carry it as.
  var isWide = false
  /// What the magnitude of a number cannot exceed, in units of its scale.
  var bound = SQLBound.none
  var mayBeNull: Bool
  /// The number that is written, where it is one.
  var literal: Int128?
  /// The column that it is of, where it is a yes or no that a record holds.
  var stored: String?

  init(_ text: String, mayBeNull: Bool) {
    self.text = text
    self.mayBeNull = mayBeNull
  }

  /// A number; it is wide when its bound is.
  init(_ text: String, _ bound: SQLBound, mayBeNull: Bool) {
    self.text = text
    self.bound = bound
    self.mayBeNull = mayBeNull
    isWide = !bound.isShort
  }

  /// A whole number that is written out.
  init(literal: Int128) {
    self.init(String(literal), SQLBound(literal.magnitude), mayBeNull: false)
    self.literal = literal
  }
}

/// How large a magnitude can be. Arithmetic on bounds proves what fits 64 and 128 bits.
struct SQLBound: Comparable {
  /// Nil when it may be anything.
  let magnitude: UInt128?

  init(_ magnitude: UInt128?) { self.magnitude = magnitude }

  static let none = SQLBound(nil)
  /// What 128 bits with a sign hold.
  static let wide = SQLBound(1 << 127)
  static let short = SQLBound(UInt128(Int64.max))

  var isShort: Bool { self <= .short }
  /// Whether 128 bits hold it for certain.
  var fits: Bool { magnitude.map { $0 < 1 << 127 } ?? false }

  static func < (a: SQLBound, b: SQLBound) -> Bool {
    switch (a.magnitude, b.magnitude) {
    case (let x?, let y?): return x < y
    case (_?, nil): return true
    case (nil, _): return false
    }
  }

  static func + (a: SQLBound, b: SQLBound) -> SQLBound {
    guard let x = a.magnitude, let y = b.magnitude else { return none }
    let (sum, overflow) = x.addingReportingOverflow(y)
    return overflow ? none : SQLBound(sum)
  }

  static func * (a: SQLBound, b: SQLBound) -> SQLBound {
    guard let x = a.magnitude, let y = b.magnitude else { return none }
    let (product, overflow) = x.multipliedReportingOverflow(by: y)
    return overflow ? none : SQLBound(product)
  }

  static func / (a: SQLBound, b: UInt128) -> SQLBound { SQLBound(a.magnitude.map { $0 / b }) }

  /// 10^n for n of at most 38.
  static func power(_ n: Int) -> UInt128 { (0..<n).reduce(1) { power, _ in power * 10 } }

  static func tens(_ n: Int) -> SQLBound { SQLBound(power(n)) }
}

/// Why an expression has no SQL: it needs what only the server knows.
struct NotInSQL: Error, Equatable {
  /// The function or word.
  let name: String
}
