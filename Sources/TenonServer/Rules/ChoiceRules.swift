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
          Rule(column: column, target: target, expression: choice.expression, reads: reads))
      }
      rules.append(own)
    }
    self.rules = rules
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
  /// Of a row: the column that refers to the record above it, and that record as it is edited.
  var above: (column: Int, values: [Value])?

  private static let authority = SystemAuthority("what can be chosen")

  /// What fills the slots of a condition. `mayFollow` says through which references it may look.
  func slots(
    _ rule: ChoiceRules.Rule, _ session: Session,
    mayFollow: (EntityModel, Int64) throws -> Bool = { _, _ in true }
  ) throws -> ExpressionValues {
    var slots = ExpressionValues()
    for read in rule.reads { slots[read.slot] = try value(read, session, mayFollow) }
    return slots
  }

  private func value(
    _ read: ChoiceRules.Read, _ session: Session, _ mayFollow: (EntityModel, Int64) throws -> Bool
  ) throws -> Value {
    var value = values[read.column]
    for (step, place) in read.onward.enumerated() {
      if step == 0, let above, above.column == read.column {
        value = above.values[place.column]
        continue
      }
      guard case .integer(let id) = value, try mayFollow(place.entity, id) else { return .blank }
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
