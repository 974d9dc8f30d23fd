import TenonDatabase

/// What the database keeps of computed values, in an order in which each stands behind all that it
/// reads, and who reads what. Made once at start from the shapes of the entities.
struct KeptPlan: Sendable {
  /// A column that the server keeps right.
  struct Node: Sendable {
    let entity: Int
    let column: Int
    let work: Work
    /// The columns of the record itself that it reads.
    let reads: Set<Int>
  }

  enum Work: Sendable {
    case value
    case rollUp(RollUpPlan)
  }

  /// A node that a change of a column concerns.
  enum Reader: Sendable {
    /// The same record's.
    case own(Int)
    /// That of records from which references lead here.
    case behind(Int, Way)
    /// The record is a row of the roll-up.
    case row(Int)
    /// Rows of the roll-up lead here.
    case behindRows(Int, Way)
  }

  /// References that are followed one after the other, from the reader on.
  typealias Way = [Place]

  struct Place: Hashable, Sendable {
    let entity: Int
    let column: Int
  }

  /// Members that a generated function reads at the end of references, from an entity's record on.
  struct Chain: Sendable {
    let entity: Int
    let columns: [Place]
  }

  let nodes: [Node]
  /// By entity and column.
  private let readers: [[[Reader]]]
  /// By entity: the columns of its stored values in their order, and what each reads by its number.
  let values: [[Int]]
  let chains: [[Chain]]

  var isEmpty: Bool { nodes.isEmpty }

  init(_ models: [EntityModel]) throws(StartError) {
    let names = KeptNames(models)
    var found: [(order: Int, entity: Int, shape: KeptShape)] = []
    for model in models {
      for shape in model.meta.shape.kept { found.append((shape.order, model.index, shape)) }
    }
    found.sort { $0.order < $1.order }
    var nodes: [Node] = []
    var readers = models.map { model in
      [[Reader]](repeating: [], count: model.table.columns.count)
    }
    var values: [[Int]] = Array(repeating: [], count: models.count)
    for (index, item) in found.enumerated() {
      var own: Set<Int> = []
      for read in item.shape.reads {
        let (place, way) = try names.resolve(read, from: item.entity)
        if way.isEmpty { own.insert(place.column) }
        readers[place.entity][place.column].append(
          way.isEmpty ? .own(index) : .behind(index, way))
      }
      switch item.shape.kind {
      case .value(let name):
        let column = try names.column(name, item.entity)
        values[item.entity].append(column)
        nodes.append(Node(entity: item.entity, column: column, work: .value, reads: own))
      case .rollUp(let shape):
        let plan = try RollUpPlan(shape, models[item.entity], names)
        for read in shape.rowReads {
          let (place, way) = try names.resolve(read, from: plan.rows)
          readers[place.entity][place.column].append(
            way.isEmpty ? .row(index) : .behindRows(index, way))
        }
        nodes.append(
          Node(
            entity: item.entity, column: try names.column(shape.column, item.entity),
            work: .rollUp(plan), reads: own))
      }
    }
    self.nodes = nodes
    self.readers = readers
    self.values = values
    chains = try models.map { model throws(StartError) in
      guard let lines = TabbedText.records(model.type.keptReads.description) else {
        throw .definition("what `\(model.name)` reads")
      }
      return try lines.map { line throws(StartError) in try names.chain(line) }
    }
  }

  /// The nodes that a change of a column concerns.
  func readers(_ entity: Int, _ column: Int) -> [Reader] {
    readers[entity][column]
  }

  /// Which stored values of an entity depend on columns that changed, in their order.
  func values(_ entity: Int, dependingOn changed: Set<Int>) -> [Int] {
    if values[entity].isEmpty { return [] }
    var changed = changed
    var result: [Int] = []
    for node in nodes where node.entity == entity {
      guard case .value = node.work, !node.reads.isDisjoint(with: changed) else { continue }
      result.append(node.column)
      changed.insert(node.column)
    }
    return result
  }
}

/// A roll-up as the server works with it.
struct RollUpPlan: Sendable {
  let number: Int
  let rule: RollUpRule
  /// The entity of the rows, and their column with the record above.
  let rows: Int
  let by: Int
  let numbers: [Bool]
  /// What its state consists of.
  let parts: [CompiledExpression]

  fileprivate init(
    _ shape: RollUpShape, _ entity: EntityModel, _ names: KeptNames
  ) throws(StartError) {
    number = shape.number
    rule = shape.rule
    rows = try names.entity(shape.rows)
    by = try names.column(shape.by, rows)
    numbers = shape.numbers
    let place = entity.meta.shape.rollUps.firstIndex { $0.column == shape.column }
    let all = entity.type.rollUpParts
    guard let place, place < all.count else { throw .definition("roll-up `\(shape.column)`") }
    parts = all[place]
  }
}

/// Looks up what shapes name.
private struct KeptNames {
  let models: [EntityModel]

  init(_ models: [EntityModel]) { self.models = models }

  func entity(_ name: String) throws(StartError) -> Int {
    guard let index = models.firstIndex(where: { $0.name == name }) else {
      throw .definition("no entity `\(name)`")
    }
    return index
  }

  /// The column of a field, of the system, or of a roll-up's state.
  func column(_ name: String, _ entity: Int) throws(StartError) -> Int {
    let model = models[entity]
    let state = model.table.columns.indices.first {
      $0 >= model.meta.fieldColumns.upperBound && model.table.columns[$0].name == name
    }
    guard let column = state ?? model.meta.column(named: name) else {
      throw .definition("no field `\(model.name).\(name)`")
    }
    return column
  }

  func resolve(
    _ read: KeptShape.Read, from start: Int
  ) throws(StartError) -> (KeptPlan.Place, KeptPlan.Way) {
    var entity = start
    var way: KeptPlan.Way = []
    for name in read.through {
      let column = try column(name, entity)
      way.append(KeptPlan.Place(entity: entity, column: column))
      entity = try target(column, entity)
    }
    return (KeptPlan.Place(entity: entity, column: try column(read.member, entity)), way)
  }

  func chain(_ line: [String]) throws(StartError) -> KeptPlan.Chain {
    var entity = try entity(line[0])
    let start = entity
    var columns: [KeptPlan.Place] = []
    for (index, name) in line.dropFirst().enumerated() {
      let column = try column(name, entity)
      columns.append(KeptPlan.Place(entity: entity, column: column))
      if index + 2 < line.count { entity = try target(column, entity) }
    }
    return KeptPlan.Chain(entity: start, columns: columns)
  }

  private func target(_ column: Int, _ entity: Int) throws(StartError) -> Int {
    switch column {
    case SystemColumn.createdBy, SystemColumn.updatedBy: return try self.entity("user")
    default:
      guard let name = models[entity].meta.field(column)?.target else {
        throw .definition("`\(models[entity].name)` is left by a field that refers to nothing")
      }
      return try self.entity(name)
    }
  }
}
