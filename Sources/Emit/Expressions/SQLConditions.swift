import IR
import Query
import Schema
import Values

/// A condition: SQL that is true exactly where it holds, and false or unknown elsewhere.
struct SQLTest {
  let text: String
  /// Whether it is never unknown.
  let isDecided: Bool

  init(_ text: String, isDecided: Bool) {
    self.text = text
    self.isDecided = isDecided
  }
}

/// Conditions. Those of fields with values are plain comparisons, which an index can serve.
extension SQLWriter {
  /// A yes or no as a value.
  func truth(_ expression: Expression) throws(NotInSQL) -> SQLTerm {
    switch expression.kind {
    case .literal(.blank): return blank(.boolean)
    case .literal(.boolean(let value)):
      return SQLTerm(value ? "TRUE" : "FALSE", mayBeNull: false)
    case .parameter(let name): return slot("param \(name)", .boolean)
    case .field(let path): return try field(path)
    case .conditional(let condition, let then, let otherwise):
      let (yes, no) = (try truth(then), try truth(otherwise))
      return SQLTerm(
        "(CASE WHEN \(try test(condition).text) THEN \(yes.text) ELSE \(no.text) END)",
        mayBeNull: yes.mayBeNull || no.mayBeNull)
    case .coalesce(let items): return coalesce(try alike(items, 0))
    case .aggregate(let aggregate) where !aggregate.function.isQuestion:
      return try self.aggregate(aggregate)
    default:
      let test = try test(expression)
      return SQLTerm(
        test.isDecided ? "(\(test.text))" : "((\(test.text)) IS TRUE)", mayBeNull: false)
    }
  }

  /// That an expression is true.
  func test(_ expression: Expression) throws(NotInSQL) -> SQLTest {
    switch expression.kind {
    case .literal(.boolean(let value)): return SQLTest(value ? "1 = 1" : "1 = 0", isDecided: true)
    case .not(let item): return negated(try test(item))
    case .and(let items): return try joined(items, " AND ")
    case .or(let items): return try joined(items, " OR ")
    case .compare(let comparison, let left, let right):
      return try compare(comparison, left, right)
    case .isBlank(let item): return try isBlank(item)
    case .isIn(let item, let items): return try isIn(item, items)
    case .isMember(let item, let list): return try isMember(item, list)
    case .call(let function, let arguments): return try predicate(function, arguments)
    case .aggregate(let aggregate) where aggregate.function.isQuestion:
      return try question(aggregate)
    default:
      let term = try truth(expression)
      return SQLTest(term.text, isDecided: !term.mayBeNull)
    }
  }

  func negated(_ test: SQLTest) -> SQLTest {
    SQLTest(
      test.isDecided ? "(NOT (\(test.text)))" : "((\(test.text)) IS NOT TRUE)", isDecided: true)
  }

  private func joined(_ items: [Expression], _ word: String) throws(NotInSQL) -> SQLTest {
    var tests: [SQLTest] = []
    for item in items { tests.append(try test(item)) }
    return SQLTest(
      "(" + tests.map(\.text).joined(separator: word) + ")",
      isDecided: tests.allSatisfy(\.isDecided))
  }

  private func isBlank(_ item: Expression) throws(NotInSQL) -> SQLTest {
    let term = try value(item)
    return SQLTest("\(term.stored ?? term.text) IS NULL", isDecided: true)
  }

  // MARK: Comparisons

  private func compare(
    _ comparison: Expression.Comparison, _ left: Expression, _ right: Expression
  ) throws(NotInSQL) -> SQLTest {
    let isEquality = comparison == .equal || comparison == .notEqual
    if isEquality {
      if case .literal(.blank) = left.kind { return try isBlank(right, comparison == .equal) }
      if case .literal(.blank) = right.kind { return try isBlank(left, comparison == .equal) }
    }
    let (from, to) = (left.type.scale ?? 0, right.type.scale ?? 0)
    let (a, b) = (try value(left), try value(right))
    let isDecided = !a.mayBeNull && !b.mayBeNull
    guard let (x, y) = comparable(a, from, b, to) else {
      return apart(comparison, a, from, b, to)
    }
    if isEquality {
      let (first, second) = (plain(x, beside: right, y), plain(y, beside: left, x))
      return equal(first, second, a, b, isEqual: comparison == .equal)
    }
    if isPostgres || !(x.isWide || y.isWide) {
      // Texts go by code point.
      let order = isPostgres && left.type == .text ? " COLLATE \"C\"" : ""
      return SQLTest(
        "\(x.text) \(comparison.rawValue) \(y.text)\(order)", isDecided: isDecided)
    }
    return apart(comparison, a, from, b, to)
  }

  /// A yes or no that a record holds and one that is written, as the numbers that they are: an
  /// index knows those.
  private func plain(_ term: SQLTerm, beside other: Expression, _ second: SQLTerm) -> String {
    if case .literal(.boolean) = other.kind { return term.stored ?? term.text }
    if second.stored != nil, term.text == "TRUE" { return "1" }
    if second.stored != nil, term.text == "FALSE" { return "0" }
    return term.text
  }

  private func isBlank(_ item: Expression, _ wanted: Bool) throws(NotInSQL) -> SQLTest {
    let test = try isBlank(item)
    if wanted { return test }
    return SQLTest(String(test.text.dropLast(4)) + "NOT NULL", isDecided: true)
  }

  private func equal(
    _ x: String, _ y: String, _ a: SQLTerm, _ b: SQLTerm, isEqual: Bool
  ) -> SQLTest {
    if !a.mayBeNull && !b.mayBeNull {
      return SQLTest("\(x) \(isEqual ? "=" : "<>") \(y)", isDecided: true)
    }
    // A blank equals none that is filled.
    if isEqual, !a.mayBeNull || !b.mayBeNull {
      return SQLTest("\(x) = \(y)", isDecided: false)
    }
    let sign: String
    switch dialect {
    case .sqlite: sign = isEqual ? "IS" : "IS NOT"
    case .postgres: sign = isEqual ? "IS NOT DISTINCT FROM" : "IS DISTINCT FROM"
    }
    return SQLTest("\(x) \(sign) \(y)", isDecided: true)
  }

  /// Two values whose texts compare as they do; nil when only a function of our own compares them.
  func comparable(_ a: SQLTerm, _ from: Int, _ b: SQLTerm, _ to: Int) -> (SQLTerm, SQLTerm)? {
    let scale = max(from, to)
    let (x, y) = (moved(a, scale - from), moved(b, scale - to))
    // Without a bound it is no number, or one of PostgreSQL, where nothing overflows.
    let isExact = isPostgres || (x.bound.fits && y.bound.fits) || from == to
    return isExact ? (x, y) : nil
  }

  /// A comparison of numbers by a function of our own.
  private func apart(
    _ comparison: Expression.Comparison, _ a: SQLTerm, _ from: Int, _ b: SQLTerm, _ to: Int
  ) -> SQLTest {
    let arguments = [a.text, String(from), b.text, String(to)]
    switch comparison {
    case .equal: return SQLTest(function("same", arguments), isDecided: true)
    case .notEqual: return SQLTest("(NOT \(function("same", arguments)))", isDecided: true)
    default:
      return SQLTest(
        "\(function("order", arguments)) \(comparison.rawValue) 0",
        isDecided: !a.mayBeNull && !b.mayBeNull)
    }
  }

  // MARK: Lists

  private func isIn(_ item: Expression, _ items: [Expression]) throws(NotInSQL) -> SQLTest {
    let from = item.type.scale ?? 0
    let term = try value(item)
    var others: [(term: SQLTerm, scale: Int)] = []
    for other in items {
      if case .literal(.blank) = other.kind { continue }
      others.append((try value(other), other.type.scale ?? 0))
    }
    if others.isEmpty { return SQLTest("1 = 0", isDecided: true) }
    let isDecided = !term.mayBeNull && others.allSatisfy { !$0.term.mayBeNull }
    let scale = others.map(\.scale).max().map { max($0, from) } ?? from
    let moved = others.map { self.moved($0.term, scale - $0.scale) }
    let wanted = self.moved(term, scale - from)
    let isExact =
      isPostgres || wanted.bound.fits && moved.allSatisfy(\.bound.fits)
      || others.allSatisfy { $0.scale == from }
    if isExact {
      return SQLTest(
        "\(wanted.text) IN (\(moved.map(\.text).joined(separator: ", ")))", isDecided: isDecided)
    }
    let tests = others.map { other in
      function("order", [term.text, String(from), other.term.text, String(other.scale)]) + " = 0"
    }
    return SQLTest("(" + tests.joined(separator: " OR ") + ")", isDecided: isDecided)
  }

  /// Whether a value is in a list. Lists are kept as JSON, in which an item stands in quotes.
  private func isMember(_ item: Expression, _ list: Expression) throws(NotInSQL) -> SQLTest {
    switch list.kind {
    case .list(let items): return try isIn(item, items)
    case .literal(.blank): return SQLTest("1 = 0", isDecided: true)
    case .conditional(let condition, let then, let otherwise):
      let (yes, no) = (try isMember(item, then), try isMember(item, otherwise))
      return SQLTest(
        "(CASE WHEN \(try test(condition).text) THEN \(yes.text) ELSE \(no.text) END)",
        isDecided: yes.isDecided && no.isDecided)
    case .coalesce(let items):
      guard let first = items.first else { return SQLTest("1 = 0", isDecided: true) }
      let rest = Expression(
        .coalesce(Array(items.dropFirst())), list.type, mayBeBlank: true, list.origin)
      let (yes, no) = (try isMember(item, first), try isMember(item, rest))
      return SQLTest(
        "(CASE WHEN \(try isBlank(first, false).text) THEN \(yes.text) ELSE \(no.text) END)",
        isDecided: yes.isDecided && no.isDecided)
    case .call(.myTeam, _):
      return SQLTest("\(try value(item).text) IN (\(team("id")))", isDecided: false)
    default:
      let (term, all) = (try value(item), try value(list))
      var mark = "('\"' || \(term.text) || '\"')"
      if case .literal(.option(_, let name)) = item.kind {
        mark = SQLText.text(ItemList.mark(name))
      }
      let place = isPostgres ? "strpos" : "instr"
      return SQLTest(
        "\(place)(\(all.text), \(mark)) > 0", isDecided: !all.mayBeNull && !term.mayBeNull)
    }
  }

  /// Who shares the department of the person who is signed in.
  func team(_ column: String) -> String {
    let (user, own) = (alias(), alias())
    let table = quoted(application.entity(People.user).physicalName)
    return "SELECT \(user).\"\(column)\" FROM \(table) AS \(user) WHERE \(user).\"department\" = "
      + "(SELECT \(own).\"department\" FROM \(table) AS \(own) WHERE \(own).\"id\" = "
      + "\(slot("me", .reference(People.user)).text))"
  }
}

extension Aggregate.Function {
  /// Whether it asks for a yes or no of the rows.
  var isQuestion: Bool { self == .any || self == .all }
}
