import Query
import Values

/// Makes random cases.
struct CaseGenerator {
  var random: SeededGenerator
  let world: World

  mutating func make() -> Case {
    let table = Subject.table
    let targetScope = random.chance(50) ? .everything : predicate(Target.table, depth: 2)
    var outputs = (0..<Int.random(in: 1...4, using: &random)).map { _ -> Output in
      .column(Int.random(in: table.columns.indices, using: &random))
    }
    for through in [Subject.target, Subject.requiredTarget] where random.chance(30) {
      let column = Int.random(in: Target.table.columns.indices, using: &random)
      outputs.append(
        .related(through: through, column: column, Target.proof(targetScope)))
    }
    outputs.shuffle(using: &random)
    // The id always comes too, so that rows can be told apart.
    outputs.append(.column(SystemColumn.id))
    let order = (0..<Int.random(in: 0...3, using: &random)).map { _ in
      SortKey(
        random.chance(5) ? SystemColumn.id : Int.random(in: table.columns.indices, using: &random),
        descending: random.chance(50))
    }
    var query = Query(
      table, outputs: outputs, filter: random.chance(25) ? .everything : predicate(table, depth: 3),
      order: order, limit: Int.random(in: 1...20, using: &random))
    if !order.isEmpty { query.position = position(query) }
    return Case(
      query: query, scope: random.chance(30) ? .everything : predicate(table, depth: 2),
      targetScope: targetScope)
  }

  private mutating func position(_ query: Query) -> Position {
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return .first
    case 1: return .last
    case 2, 3: return .after(key(query))
    default: return .before(key(query))
    }
  }

  /// A row's key, or one of no row.
  private mutating func key(_ query: Query) -> [Value] {
    let columns = Oracle.keys(query).map(\.column)
    if random.chance(60), let row = world.subjects.randomElement(using: &random) {
      return columns.map { row[$0] }
    }
    return columns.map { column in
      switch column {
      case SystemColumn.id: return .integer(Int64.random(in: -1...80, using: &random))
      default: return Pool.value(Subject.table.columns[column], &random)
      }
    }
  }

  private mutating func predicate(_ table: Table, depth: Int) -> Predicate {
    let column = Int.random(in: table.columns.indices, using: &random)
    let storage = table.columns[column].storage
    switch Int.random(in: 0..<(depth > 0 ? 11 : 7), using: &random) {
    case 0: return random.chance(50) ? .everything : .nothing
    case 1: return .isBlank(column)
    case 2, 3, 4:
      let value = random.chance(15) ? .blank : Pool.value(storage, &random)
      return .compare(column, Comparison.allCases.randomElement(using: &random)!, value)
    case 5:
      let count = Int.random(in: 0...3, using: &random)
      return .among(
        column,
        (0..<count).map { _ in random.chance(15) ? .blank : Pool.value(storage, &random) })
    case 6:
      let texts = table.columns.indices.filter { table.columns[$0].storage.isText }
      return .contains(
        texts.randomElement(using: &random)!,
        ["", "a", "A", "上", "𠮷", "'", "\\", "%", "e"].randomElement(using: &random)!)
    case 7: return .not(predicate(table, depth: depth - 1))
    case 8, 9: return .and(parts(table, depth))
    default: return .or(parts(table, depth))
    }
  }

  private mutating func parts(_ table: Table, _ depth: Int) -> [Predicate] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in predicate(table, depth: depth - 1) }
  }
}

extension Case {
  /// Cases that are a little simpler, to find the simplest that still fails.
  var simpler: [Case] {
    var result: [Case] = []
    func add(_ change: (inout Case) -> Void) {
      var copy = self
      change(&copy)
      result.append(copy)
    }
    if query.outputs.count > 1 { add { $0.query.outputs = [.column(SystemColumn.id)] } }
    for part in query.filter.simpler { add { $0.query.filter = part } }
    for part in scope.simpler { add { $0.scope = part } }
    if query.position == .first || query.position == .last {
      for index in query.order.indices where query.order.count > 1 {
        add { $0.query.order.remove(at: index) }
      }
    }
    return result
  }

  /// All that is needed to see why a case fails.
  var summary: String {
    """
    outputs \(query.outputs) filter \(query.filter) scope \(scope) target \(targetScope) \
    order \(query.order) position \(query.position) limit \(query.limit)
    """
  }
}

extension Predicate {
  var simpler: [Predicate] {
    switch self {
    case .everything: return []
    case .not(let part): return [.everything, part]
    case .and(let parts):
      return [.everything] + parts + parts.indices.map { .and(without(parts, $0)) }
    case .or(let parts):
      return [.everything] + parts + parts.indices.map { .or(without(parts, $0)) }
    default: return [.everything]
    }
  }

  private func without(_ parts: [Predicate], _ index: Int) -> [Predicate] {
    parts.enumerated().filter { $0.offset != index }.map(\.element)
  }
}
