/// What a change of one or many records did, said once, with the way back.
public struct BulkOutcome: Sendable {
  public enum Kind: String, Sendable {
    case changed, deleted, restored, restoredWithoutSecrets
  }

  public var kind: Kind
  public var count: Int
  /// Records that stayed as they are: title, and why.
  public var refused: [(title: String, reason: String)]
  /// What an undo posts; nil when there is nothing to undo.
  public var undo: Int64?

  public init(
    _ kind: Kind, count: Int, refused: [(title: String, reason: String)] = [], undo: Int64? = nil
  ) {
    self.kind = kind
    self.count = count
    self.refused = refused
    self.undo = undo
  }
}

/// The step before many records are changed or deleted: the value, or the question.
public struct BulkPage: Sendable {
  public var entity: ModuleLink
  /// `id.version` of each.
  public var records: [String]
  /// The field to set; nil to delete.
  public var field: FormField?
  /// The list to come back to.
  public var back: PagePath

  public init(entity: ModuleLink, records: [String], field: FormField?, back: PagePath) {
    self.entity = entity
    self.records = records
    self.field = field
    self.back = back
  }
}

/// Where a card of a board can be moved to, or why it was not.
public struct MovePage: Sendable {
  public var entity: ModuleLink
  public var id: Int64
  public var version: Int64
  public var title: String
  public var field: PageField
  /// The option that the record has; empty for none.
  public var current: String
  /// The option that was refused, and what is wrong with it.
  public var refused: String?
  public var problems: [String]
  /// Names of the fields that have to be filled in first.
  public var missing: [String]
  public var back: PagePath

  public init(
    entity: ModuleLink, id: Int64, version: Int64, title: String, field: PageField,
    current: String, refused: String? = nil, problems: [String] = [], missing: [String] = [],
    back: PagePath
  ) {
    self.entity = entity
    self.id = id
    self.version = version
    self.title = title
    self.field = field
    self.current = current
    self.refused = refused
    self.problems = problems
    self.missing = missing
    self.back = back
  }
}

/// The editor of one cell.
public struct CellEditor: Sendable {
  public var entity: String
  public var id: Int64
  public var version: Int64
  public var field: FormField
  /// What is wrong with the change as a whole.
  public var problem: String?

  public init(
    entity: String, id: Int64, version: Int64, field: FormField, problem: String? = nil
  ) {
    self.entity = entity
    self.id = id
    self.version = version
    self.field = field
    self.problem = problem
  }
}
