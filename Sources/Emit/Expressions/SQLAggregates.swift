import IR
import Query
import Values

/// Functions of related records: sub-queries over those that refer to the record, never a join, so
/// that no row is counted twice.
extension SQLWriter {
  /// The related records: the writer of one of them, and `FROM … WHERE …`.
  private func rows(_ aggregate: Aggregate) throws(NotInSQL) -> (inside: SQLWriter, from: String) {
    let entity = application.entity(aggregate.rows)
    guard let by = entity.fields.first(where: { $0.id == aggregate.by }) else {
      preconditionFailure("no field \(aggregate.by) in \(entity.name)")
    }
    let inside = with(alias())
    let column = "\(inside.record).\(quoted(by.physicalName))"
    return (
      inside,
      "FROM \(quoted(entity.physicalName)) AS \(inside.record) WHERE \(column) = \(record).\"id\""
    )
  }

  func aggregate(_ aggregate: Aggregate) throws(NotInSQL) -> SQLTerm {
    let (inside, plain) = try rows(aggregate)
    var from = plain
    if let condition = aggregate.condition { from += " AND \(try inside.test(condition).text)" }
    guard let expression = aggregate.value else {
      return SQLTerm("(SELECT COUNT(*) \(from))", .rows, mayBeNull: false)
    }
    let term = try inside.value(expression)
    switch aggregate.function {
    case .count: return SQLTerm("(SELECT COUNT(\(term.text)) \(from))", .rows, mayBeNull: false)
    case .distinctCount:
      return SQLTerm("(SELECT COUNT(DISTINCT \(term.text)) \(from))", .rows, mayBeNull: false)
    case .sum: return sum(term, from)
    case .avg: return average(term, expression.type.scale ?? 0, from)
    case .min, .max:
      let name = aggregate.function.rawValue.uppercased()
      return joined([term], "(SELECT \(name)(\(term.text)) \(from))", mayBeNull: true)
    case .first, .last, .latest: return try one(aggregate, term, inside, from)
    case .join: return try text(aggregate, term, inside, from)
    case .any, .all: return try truth(aggregate)
    }
  }

  private func truth(_ aggregate: Aggregate) throws(NotInSQL) -> SQLTerm {
    SQLTerm("(\(try question(aggregate).text))", mayBeNull: false)
  }

  /// `any` and `all`.
  func question(_ aggregate: Aggregate) throws(NotInSQL) -> SQLTest {
    let (inside, plain) = try rows(aggregate)
    var from = plain
    if let value = aggregate.value {
      if let condition = aggregate.condition { from += " AND \(try inside.test(condition).text)" }
      let term = try inside.truth(value)
      from += aggregate.function == .any ? " AND \(term.text)" : " AND NOT \(term.text)"
    } else if let condition = aggregate.condition {
      let test = try inside.test(condition)
      from += " AND \(aggregate.function == .any ? test.text : negated(test).text)"
    }
    let word = aggregate.function == .any ? "EXISTS" : "NOT EXISTS"
    return SQLTest("\(word) (SELECT 1 \(from))", isDecided: true)
  }

  // MARK: Numbers

  private func sum(_ term: SQLTerm, _ from: String) -> SQLTerm {
    let bound = term.bound * .rows
    if isPostgres {
      let text = "(SELECT COALESCE(SUM(\(term.text)), 0) \(from))"
      return narrowed(SQLTerm(text, bound, mayBeNull: false))
    }
    if bound.isShort {
      return SQLTerm(
        "(SELECT COALESCE(SUM(\(term.text)), 0) \(from))", bound, mayBeNull: false)
    }
    return SQLTerm(
      "(SELECT \(function("sum", [term.text])) \(from))", bound.fits ? bound : .wide,
      mayBeNull: !bound.fits)
  }

  /// The sum divided by the number of those that are filled.
  private func average(_ term: SQLTerm, _ scale: Int, _ from: String) -> SQLTerm {
    let digits = Int(Fixed.quotientScale) - scale
    let bound = term.bound * SQLBound.tens(max(digits, 0))
    let text: String
    if isPostgres {
      let power = SQLBound.power(max(digits, 0))
      text = function("quotient", ["SUM(\(term.text)) * \(power)", "COUNT(\(term.text))"])
    } else {
      text = function(
        "divide",
        [function("sum", [term.text]), String(scale), "COUNT(\(term.text))", "0"])
    }
    let result = SQLTerm("(SELECT \(text) \(from))", bound, mayBeNull: true)
    return narrowed(result)
  }

  // MARK: One of them

  /// The value of the first or the last in an order. Those without a key have no place in it.
  private func one(
    _ aggregate: Aggregate, _ term: SQLTerm, _ inside: SQLWriter, _ from: String
  ) throws(NotInSQL) -> SQLTerm {
    var conditions = from
    if aggregate.function != .latest, term.mayBeNull {
      conditions += " AND \(term.stored ?? term.text) IS NOT NULL"
    }
    let (key, isDescending) = try order(aggregate, inside)
    if let key, key.mayBeNull { conditions += " AND \(key.text) IS NOT NULL" }
    let isReversed = aggregate.function != .first
    var terms = key.map { ["\($0.text)\(isDescending != isReversed ? " DESC" : "")"] } ?? []
    terms.append("\(inside.record).\"id\"\(isReversed ? " DESC" : "")")
    let order = terms.joined(separator: ", ")
    return joined(
      [term], "(SELECT \(term.text) \(conditions) ORDER BY \(order) LIMIT 1)", mayBeNull: true)
  }

  /// The key of the order as something that the engine can sort by.
  private func order(
    _ aggregate: Aggregate, _ inside: SQLWriter
  ) throws(NotInSQL) -> (key: SQLTerm?, isDescending: Bool) {
    guard let order = aggregate.order else { return (nil, false) }
    var key = try inside.value(order.key)
    // A number that is written would be taken for the place of a column.
    if key.literal != nil { return (nil, order.isDescending) }
    if isPostgres, order.key.type == .text { key.text += " COLLATE \"C\"" }
    if !isPostgres, key.isWide { key.text = function("key", [key.text]) }
    return (key, order.isDescending)
  }

  // MARK: Texts

  private func text(
    _ aggregate: Aggregate, _ term: SQLTerm, _ inside: SQLWriter, _ from: String
  ) throws(NotInSQL) -> SQLTerm {
    let (key, isDescending) = try order(aggregate, inside)
    var terms = key.map { ["\($0.text)\(isDescending ? " DESC" : "") NULLS LAST"] } ?? []
    terms.append("\(inside.record).\"id\"")
    let order = terms.joined(separator: ", ")
    var separator = "''"
    if let written = aggregate.separator {
      let text = try value(written)
      separator = text.mayBeNull ? "COALESCE(\(text.text), '')" : text.text
    }
    if isPostgres {
      let all = "string_agg(\(term.text), \(separator) ORDER BY \(order))"
      return SQLTerm("(SELECT \(function("text", [all])) \(from))", mayBeNull: true)
    }
    // A limit keeps SQLite from dropping the order of what it thinks is a mere source.
    let one = alias()
    return SQLTerm(
      "(SELECT \(function("concat", ["group_concat(\(one).x, \(separator))"])) FROM "
        + "(SELECT \(term.text) AS x \(from) ORDER BY \(order) LIMIT -1) AS \(one))",
      mayBeNull: true)
  }
}

extension SQLBound {
  /// How many records an entity can have.
  fileprivate static let rows = SQLBound(1 << 40)
}
