/// One record to read.
public struct RecordPage: Sendable {
  public var entity: ModuleLink
  public var id: Int64
  public var title: String
  public var fields: [RecordField]
  public var canEdit: Bool
  public var canDelete: Bool
  /// Goes with the delete form as `version`.
  public var version: Int64
  public var history: RecordHistory
  /// Further pages about the record.
  public var further: [MenuLink] = []

  public init(
    entity: ModuleLink, id: Int64, title: String, fields: [RecordField], canEdit: Bool,
    canDelete: Bool, version: Int64, history: RecordHistory
  ) {
    self.entity = entity
    self.id = id
    self.title = title
    self.fields = fields
    self.canEdit = canEdit
    self.canDelete = canDelete
    self.version = version
    self.history = history
  }
}

/// A field and what it holds.
public struct RecordField: Sendable {
  public var field: PageField
  public var cell: Cell

  public init(_ field: PageField, _ cell: Cell) {
    self.field = field
    self.cell = cell
  }
}

/// Who made and last changed a record, and when: milliseconds in the reader's zone.
public struct RecordHistory: Hashable, Sendable {
  public var createdAt: Int64
  public var createdBy: String?
  public var updatedAt: Int64
  public var updatedBy: String?

  public init(createdAt: Int64, createdBy: String?, updatedAt: Int64, updatedBy: String?) {
    self.createdAt = createdAt
    self.createdBy = createdBy
    self.updatedAt = updatedAt
    self.updatedBy = updatedBy
  }
}
