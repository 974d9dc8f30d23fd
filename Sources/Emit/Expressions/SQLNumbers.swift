import IR
import Query
import Schema
import Values

/// Numbers: (mantissa, scale). Where bounds prove that 64 bits hold all, they are the engine's own
/// whole numbers; else NUMERIC in PostgreSQL and functions of our own in SQLite.
extension SQLWriter {
  func arithmetic(
    _ sign: Expression.Arithmetic, _ left: Expression, _ right: Expression, _ scale: Int
  ) throws(NotInSQL) -> SQLTerm {
    let (a, b) = (try value(left), try value(right))
    let (from, to) = (left.type.scale ?? 0, right.type.scale ?? 0)
    switch sign {
    case .add: return sum(a, from, b, to, "+")
    case .subtract: return sum(a, from, b, to, "-")
    case .multiply: return product(a, from, b, to)
    case .divide, .wholeDivide: return quotient(a, from, b, to, scale)
    case .remainder: return remainder(a, from, b, to)
    }
  }

  // MARK: Scales

  /// The mantissa at a larger scale, whatever its size; in SQLite only where that is proved to fit.
  func moved(_ term: SQLTerm, _ digits: Int) -> SQLTerm {
    if digits <= 0 { return term }
    let bound = term.bound * SQLBound.tens(digits)
    let power = Int128(SQLBound.power(digits))
    if let literal = term.literal {
      let (product, overflow) = literal.multipliedReportingOverflow(by: power)
      if !overflow, Int64(exactly: product) != nil { return SQLTerm(literal: product) }
    }
    if bound.isShort {
      return SQLTerm("(\(typed(term)) * \(power))", bound, mayBeNull: term.mayBeNull)
    }
    if isPostgres {
      return SQLTerm("(\(numeric(term)) * \(power))", bound, mayBeNull: term.mayBeNull)
    }
    return SQLTerm(
      function("widen", [term.text, String(digits)]), bound.fits ? bound : .wide,
      mayBeNull: term.mayBeNull || !bound.fits)
  }

  /// The same number at a larger scale; blank when it does not fit there.
  func widened(_ term: SQLTerm, from: Int, to: Int) -> SQLTerm {
    checked(moved(term, to - from))
  }

  /// The number at a smaller scale, rounded in a way, or at a larger one.
  func cut(_ term: SQLTerm, from: Int, to: Int, _ mode: String) -> SQLTerm {
    if to >= from { return widened(term, from: from, to: to) }
    let power = SQLBound.power(from - to)
    let bound = term.bound / power + SQLBound(1)
    if isPostgres {
      let text = function("cut", [numeric(term), String(power), "'\(mode)'"])
      return narrowed(SQLTerm(text, bound, mayBeNull: term.mayBeNull))
    }
    let arguments = [term.text, String(from), String(to), "'\(mode)'"]
    return SQLTerm(function("round", arguments), bound, mayBeNull: term.mayBeNull)
  }

  /// As a field of a scale and a range holds it: rounded once, blank outside the range.
  func fitted(_ term: SQLTerm, from: Int, to: Int, _ range: NumberRange) -> SQLTerm {
    let most = max(range.minimum.magnitude, range.maximum.magnitude)
    let least = min(range.minimum.magnitude, range.maximum.magnitude)
    let isAround = range.minimum <= 0 && range.maximum >= 0
    let rounded = cut(term, from: from, to: to, "half_away")
    if isAround, rounded.bound <= SQLBound(UInt128(least)) { return rounded }
    let arguments = [rounded.text, String(range.minimum), String(range.maximum)]
    return SQLTerm(function("fit", arguments), SQLBound(UInt128(most)), mayBeNull: true)
  }

  /// A number of PostgreSQL's NUMERIC.
  func numeric(_ term: SQLTerm) -> String { term.isWide ? term.text : "\(term.text)::numeric" }

  /// Blank where 128 bits do not hold it. The functions of SQLite see to that themselves.
  func checked(_ term: SQLTerm) -> SQLTerm {
    if !isPostgres || term.bound.fits { return term }
    return SQLTerm(function("int128", [term.text]), .wide, mayBeNull: true)
  }

  /// What a function of PostgreSQL gave, blank where 128 bits do not hold it: a whole number of 64
  /// bits where it is proved to be one.
  func narrowed(_ term: SQLTerm) -> SQLTerm {
    var result = term
    if isPostgres, !term.isWide { result.text = "\(term.text)::bigint" }
    if !term.bound.fits {
      result.bound = .wide
      result.mayBeNull = true
    }
    return result
  }

  // MARK: Operators

  func sum(_ a: SQLTerm, _ from: Int, _ b: SQLTerm, _ to: Int, _ sign: String) -> SQLTerm {
    let scale = max(from, to)
    let (x, y) = (moved(a, scale - from), moved(b, scale - to))
    let bound = x.bound + y.bound
    let mayBeNull = a.mayBeNull || b.mayBeNull
    if let first = x.literal, let second = y.literal {
      let (sum, overflow) =
        sign == "+"
        ? first.addingReportingOverflow(second) : first.subtractingReportingOverflow(second)
      if !overflow, Int64(exactly: sum) != nil { return SQLTerm(literal: sum) }
    }
    if bound.isShort {
      return SQLTerm("(\(typed(x)) \(sign) \(typed(y)))", bound, mayBeNull: mayBeNull)
    }
    if isPostgres {
      let text = "(\(numeric(x)) \(sign) \(numeric(y)))"
      return checked(SQLTerm(text, bound, mayBeNull: mayBeNull))
    }
    return own(sign == "+" ? "add" : "subtract", a, from, b, to, bound)
  }

  func product(_ a: SQLTerm, _ from: Int, _ b: SQLTerm, _ to: Int) -> SQLTerm {
    let digits = from + to - Int(Fixed.maxScale)
    let whole = a.bound * b.bound
    let mayBeNull = a.mayBeNull || b.mayBeNull
    if digits <= 0, let first = a.literal, let second = b.literal {
      let (product, overflow) = first.multipliedReportingOverflow(by: second)
      if !overflow, Int64(exactly: product) != nil { return SQLTerm(literal: product) }
    }
    if digits <= 0, whole.isShort {
      return SQLTerm("(\(typed(a)) * \(typed(b)))", whole, mayBeNull: mayBeNull)
    }
    let bound = digits > 0 ? whole / SQLBound.power(digits) + SQLBound(1) : whole
    guard isPostgres else { return own("multiply", a, from, b, to, bound) }
    let text = "(\(numeric(a)) * \(numeric(b)))"
    if digits <= 0 { return checked(SQLTerm(text, bound, mayBeNull: mayBeNull)) }
    let power = String(SQLBound.power(digits))
    return narrowed(
      SQLTerm(function("cut", [text, power, "'half_away'"]), bound, mayBeNull: mayBeNull))
  }

  /// The quotient cut off at a scale; blank when the divisor is zero.
  func quotient(
    _ a: SQLTerm, _ from: Int, _ b: SQLTerm, _ to: Int, _ scale: Int
  ) -> SQLTerm {
    let digits = scale + to - from
    let dividend = digits > 0 ? a.bound * SQLBound.tens(digits) : a.bound
    let divisor = digits < 0 ? b.bound * SQLBound.tens(-digits) : b.bound
    let isSafe = b.literal.map { $0 != 0 } ?? false
    let mayBeNull = a.mayBeNull || b.mayBeNull || !isSafe
    let bound = digits < 0 ? a.bound / SQLBound.power(-digits) : dividend
    if dividend.isShort, divisor.isShort {
      let (x, y) = (moved(a, digits), moved(b, -digits))
      return SQLTerm(
        "(\(typed(x)) / \(nonzero(y, isSafe)))", bound, mayBeNull: mayBeNull)
    }
    guard isPostgres else { return own(scale == 0 ? "div" : "divide", a, from, b, to, bound, true) }
    let text = function(
      "quotient", [numeric(moved(a, digits)), numeric(moved(b, -digits))])
    return narrowed(SQLTerm(text, bound, mayBeNull: mayBeNull))
  }

  private func remainder(_ a: SQLTerm, _ from: Int, _ b: SQLTerm, _ to: Int) -> SQLTerm {
    let scale = max(from, to)
    let (x, y) = (moved(a, scale - from), moved(b, scale - to))
    let isSafe = b.literal.map { $0 != 0 } ?? false
    let mayBeNull = a.mayBeNull || b.mayBeNull || !isSafe
    let bound = min(x.bound, y.bound)
    if x.bound.isShort, y.bound.isShort {
      return SQLTerm("(\(typed(x)) % \(nonzero(y, isSafe)))", bound, mayBeNull: mayBeNull)
    }
    guard isPostgres else { return own("mod", a, from, b, to, bound, true) }
    let text = function("remainder", [numeric(x), numeric(y)])
    return narrowed(SQLTerm(text, bound, mayBeNull: mayBeNull))
  }

  private func nonzero(_ term: SQLTerm, _ isSafe: Bool) -> String {
    isSafe ? typed(term) : "NULLIF(\(typed(term)), 0)"
  }

  func negation(_ item: Expression, _ type: ValueType) throws(NotInSQL) -> SQLTerm {
    let term = try value(item)
    if let literal = term.literal { return SQLTerm(literal: -literal) }
    if case .period = type { return SQLTerm("(-\(term.text))", .short, mayBeNull: term.mayBeNull) }
    let negated: SQLTerm
    if isPostgres || term.bound.isShort {
      negated = checked(SQLTerm("(-\(term.text))", term.bound, mayBeNull: term.mayBeNull))
    } else {
      negated = SQLTerm(function("negate", [term.text]), term.bound, mayBeNull: true)
    }
    return type == .duration ? milliseconds(negated) : negated
  }

  /// A function of SQLite of two numbers with their scales.
  private func own(
    _ name: String, _ a: SQLTerm, _ from: Int, _ b: SQLTerm, _ to: Int, _ bound: SQLBound,
    _ isPartial: Bool = false
  ) -> SQLTerm {
    SQLTerm(
      function(name, [a.text, String(from), b.text, String(to)]), bound.fits ? bound : .wide,
      mayBeNull: a.mayBeNull || b.mayBeNull || isPartial || !bound.fits)
  }

  // MARK: Functions

  func numberCall(
    _ function: Function, _ arguments: [Expression], _ type: ValueType
  ) throws(NotInSQL) -> SQLTerm {
    let from = arguments[0].type.scale ?? 0
    let scale = type.scale ?? 0
    switch function {
    case .minOf: return try chosen(arguments, scale, by: "least", isPostgres ? "LEAST" : nil)
    case .maxOf:
      return try chosen(arguments, scale, by: "greatest", isPostgres ? "GREATEST" : nil)
    case .clamp:
      let clamp = PostgresFunctions.schema + ".clamp"
      var term = narrowed(
        try chosen(arguments, scale, by: "clamp", isPostgres ? clamp : nil))
      term.mayBeNull = true
      return term
    case .floor: return cut(try value(arguments[0]), from: from, to: scale, "floor")
    case .ceil: return cut(try value(arguments[0]), from: from, to: scale, "ceiling")
    case .trunc: return cut(try value(arguments[0]), from: from, to: scale, "down")
    case .round:
      var mode = "half_away"
      if arguments.count > 2, case .literal(.word(let word)) = arguments[2].kind { mode = word }
      return cut(try value(arguments[0]), from: from, to: scale, mode)
    case .abs:
      let term = try value(arguments[0])
      if isPostgres || term.bound.isShort {
        return checked(
          SQLTerm("abs(\(typed(term)))", term.bound, mayBeNull: term.mayBeNull))
      }
      return SQLTerm(self.function("abs", [term.text]), term.bound, mayBeNull: true)
    case .sign:
      let term = try value(arguments[0])
      let text = isPostgres ? "sign(\(numeric(term)))::bigint" : self.function("sign", [term.text])
      return SQLTerm(text, SQLBound(1), mayBeNull: term.mayBeNull)
    default: throw NotInSQL(name: function.rawValue)
    }
  }

  /// One of several values. It is brought to the scale when it was chosen: a number that does not
  /// fit there is blank, and no reason to take another. `plain` does it where all are of one scale;
  /// nil for a function of our own.
  func chosen(
    _ items: [Expression], _ scale: Int, by name: String, _ plain: String?
  ) throws(NotInSQL) -> SQLTerm {
    var terms: [SQLTerm] = []
    for item in items { terms.append(try value(item)) }
    let scales = items.map { $0.type.scale ?? scale }
    let moved = zip(terms, scales).map { self.moved($0, scale - $1) }
    let isExact =
      isPostgres || zip(moved, scales).allSatisfy { $0.bound.fits || $1 == scale }
    let mayBeNull = terms.allSatisfy(\.mayBeNull)
    guard isExact, let plain else {
      let arguments = zip(terms, scales).flatMap { [$0.text, String($1)] }
      let bound = moved.map(\.bound).max() ?? .none
      return SQLTerm(
        function(name, [String(scale)] + arguments), bound.fits ? bound : .wide,
        mayBeNull: mayBeNull || !isExact)
    }
    if moved.count == 1 { return checked(moved[0]) }
    let text = "\(plain)(\(moved.map(typed).joined(separator: ", ")))"
    return checked(joined(moved, text, mayBeNull: mayBeNull))
  }
}
