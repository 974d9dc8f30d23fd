import Blueprint

/// Which entities refer to which, found once at start.
struct Relations: Sendable {
  /// A field of an entity that refers to another.
  struct Relation: Sendable {
    /// The entity whose records refer.
    let entity: Int
    let column: Int
    /// Columns that tell most of its records beside their title.
    let columns: [Int]
    /// Whether another field of the entity refers to the same.
    let isOneOfSeveral: Bool
  }

  /// Rows that are shown and edited within the record that they refer to.
  struct Owned: Sendable {
    let look: SubformLook
    let child: EntityModel
    /// The rows' column that refers.
    let by: Int
    let columns: [Int]
  }

  /// The record that a row belongs to.
  struct Owner: Sendable {
    let entity: EntityModel
    let subform: String
    /// The row's column that refers to it.
    let column: Int
  }

  private let relations: [[Relation]]
  private let owned: [[Owned]]
  private let ownerLists: [[Owner]]

  /// How many columns a table of related records has beside the title.
  private static let columnLimit = 5

  init(_ entities: [EntityModel]) throws(StartError) {
    var index: [String: Int] = [:]
    for entity in entities { index[entity.name] = entity.index }
    var owned = Array(repeating: [Owned](), count: entities.count)
    var owners = Array(repeating: [Owner](), count: entities.count)
    for entity in entities {
      for look in entity.look.subforms {
        let one = try Relations.owned(look, index[look.entity].map { entities[$0] })
        owned[entity.index].append(one)
        owners[one.child.index].append(
          Owner(entity: entity, subform: look.name, column: one.by))
      }
    }
    var relations = Array(repeating: [Relation](), count: entities.count)
    for entity in entities {
      for column in entity.meta.fieldColumns {
        guard let name = entity.meta.field(column)?.target, let target = index[name] else {
          continue
        }
        let isRow = owned[target].contains { $0.child === entity && $0.by == column }
        if isRow { continue }
        let others = entity.meta.shape.fields.count { $0.target == name }
        relations[target].append(
          Relation(
            entity: entity.index, column: column,
            columns: Relations.telling(entity, except: column), isOneOfSeveral: others > 1))
      }
    }
    self.relations = relations
    self.owned = owned
    ownerLists = owners
  }

  private static func owned(
    _ look: SubformLook, _ child: EntityModel?
  ) throws(StartError) -> Owned {
    guard let child, let by = child.meta.column(named: look.by) else {
      throw .definition("subform `\(look.name)`")
    }
    var columns: [Int] = []
    for name in look.columns {
      guard let column = child.meta.column(named: name) else {
        throw .definition("subform `\(look.name)` names `\(name)`")
      }
      if column != by { columns.append(column) }
    }
    return Owned(look: look, child: child, by: by, columns: columns)
  }

  /// The columns of the entity's first list, without those of its title.
  private static func telling(_ entity: EntityModel, except column: Int) -> [Int] {
    let all = entity.views.first?.columns ?? Array(entity.meta.fieldColumns)
    return Array(
      all.filter { $0 != column && !entity.titleColumns.contains($0) }.prefix(columnLimit))
  }

  /// The fields of other entities that refer to this one, but for those of its subforms.
  func toward(_ entity: EntityModel) -> [Relation] { relations[entity.index] }

  /// The subforms of an entity.
  func subforms(of entity: EntityModel) -> [Owned] { owned[entity.index] }

  func subform(_ name: String, of entity: EntityModel) -> Owned? {
    owned[entity.index].first { $0.look.name == name }
  }

  /// The records to which rows of this entity belong.
  func owners(of entity: EntityModel) -> [Owner] { ownerLists[entity.index] }
}
