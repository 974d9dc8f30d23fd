import TenonDatabase

/// What references can be set to, found once at start.
struct ChoiceRules: Sendable {
  /// The condition of one reference.
  struct Rule: Sendable {
    let column: Int
    let target: EntityModel
    let expression: CompiledExpression
    /// What it reads of the record that is being edited.
    let reads: [Read]
    /// What it reads of the records that are offered, and of others that are found from them.
    let offered: [(entity: EntityModel, column: Int)]

    /// Whether a person may read all that it reads of what is offered, so that being offered or
    /// not tells him nothing else.
    func isOpen(_ reader: RecordReader) -> Bool {
      offered.allSatisfy { entity, column in
        guard let proof = reader.proof(entity), proof.mayRead(column) else { return false }
        return entity === target || proof.reachesAll
      }
    }
  }

  /// A value of the edited record, or one at the end of references that begin there.
  struct Read: Sendable {
    let slot: ExpressionSlot
    /// Of the edited record.
    let column: Int
    /// The entities to which its reference leads, each with the column that is read there.
    let onward: [(entity: EntityModel, column: Int)]
  }

  /// By the entity's index.
  private let rules: [[Rule]]

  init(_ entities: [EntityModel]) throws(StartError) {
    var rules: [[Rule]] = []
    for entity in entities {
      var own: [Rule] = []
      for choice in entity.type.choiceExpressions {
        guard let column = entity.meta.column(named: choice.field),
          let target = ChoiceRules.target(column, entity, entities)
        else { throw .definition("choices of `\(choice.field)`") }
        var reads: [Read] = []
        for slot in choice.expression.slots {
          guard case .edited(let path) = slot else { continue }
          reads.append(try ChoiceRules.read(slot, path, entity, entities))
        }
        own.append(
          Rule(
            column: column, target: target, expression: choice.expression, reads: reads,
            offered: try choice.reads.map { name throws(StartError) in
              try ChoiceRules.offered(name, target, entities)
            }))
      }
      rules.append(own)
    }
    self.rules = rules
  }

  /// `level` of what is offered, or `customer.level`.
  private static func offered(
    _ name: String, _ target: EntityModel, _ entities: [EntityModel]
  ) throws(StartError) -> (entity: EntityModel, column: Int) {
    let parts = name.split(separator: ".").map(String.init)
    let entity = parts.count == 1 ? target : entities.first { $0.name == parts[0] }
    guard let entity, let last = parts.last, let column = entity.meta.column(named: last) else {
      throw .definition("choices by `\(name)`")
    }
    return (entity, column)
  }

  private static func target(
    _ column: Int, _ entity: EntityModel, _ entities: [EntityModel]
  ) -> EntityModel? {
    switch column {
    case SystemColumn.createdBy, SystemColumn.updatedBy:
      return entities.first { $0.name == "user" }
    default:
      let name = entity.meta.field(column)?.target
      return entities.first { $0.name == name }
    }
  }

  private static func read(
    _ slot: ExpressionSlot, _ path: String, _ entity: EntityModel, _ entities: [EntityModel]
  ) throws(StartError) -> Read {
    var places: [(entity: EntityModel, column: Int)] = []
    var at: EntityModel? = entity
    for name in path.split(separator: ".") {
      guard let entity = at, let column = entity.meta.column(named: String(name)) else {
        throw .definition("`this.\(path)`")
      }
      places.append((entity, column))
      at = target(column, entity, entities)
    }
    guard let first = places.first else { throw .definition("`this`") }
    return Read(slot: slot, column: first.column, onward: Array(places.dropFirst()))
  }

  /// The rules of an entity's references.
  func rules(of entity: EntityModel) -> [Rule] { rules[entity.index] }

  /// The rule of one reference; nil when it can be set to all records of its target.
  func rule(_ column: Int, of entity: EntityModel) -> Rule? {
    rules[entity.index].first { $0.column == column }
  }
}

/// A record that is being edited, as conditions of its references see it.
struct EditedRecord {
  /// By column; what is not known is blank.
  var values: [Value]
  /// The columns whose stored values its reader does not see in full.
  var dimmed: Set<Int> = []
  /// Of a row: the column that refers to the record above it, and that record as it is edited.
  var above: (column: Int, values: [Value], dimmed: Set<Int>)?

  private static let authority = SystemAuthority("what can be chosen")

  /// What fills the slots of a condition. For a reader nil when he may not read all of it.
  func slots(
    _ rule: ChoiceRules.Rule, _ session: Session, for reader: RecordReader? = nil
  ) throws -> ExpressionValues? {
    var slots = ExpressionValues()
    for read in rule.reads {
      guard let value = try value(read, session, reader) else { return nil }
      slots[read.slot] = value
    }
    return slots
  }

  private func value(
    _ read: ChoiceRules.Read, _ session: Session, _ reader: RecordReader?
  ) throws -> Value? {
    if dimmed.contains(read.column) { return nil }
    var value = values[read.column]
    for (step, place) in read.onward.enumerated() {
      if step == 0, let above, above.column == read.column {
        if above.dimmed.contains(place.column) { return nil }
        value = above.values[place.column]
        continue
      }
      guard case .integer(let id) = value else { return .blank }
      if let reader {
        // What one does not read is as if it were not there.
        guard let seen = try reader.seen(place.entity, id) else { return .blank }
        guard seen.sight[place.column] == .full else { return nil }
        value = seen.values[place.column]
        continue
      }
      value = .blank
      let storage = place.entity.table.columns[place.column].storage
      try session.rows(
        .row([place.column], of: place.entity.table, id: id), ExpressionValues(),
        EditedRecord.authority
      ) { value = $0.value(0, storage) }
    }
    return value
  }
}
