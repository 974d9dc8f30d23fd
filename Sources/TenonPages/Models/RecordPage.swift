/// One record to read, with what belongs to it.
public struct RecordPage: Sendable {
  public var entity: ModuleLink
  public var id: Int64
  public var title: String
  /// What tells most of the record, beneath its title.
  public var facts: [RecordField]
  public var path: StagePath?
  public var sections: [RecordSection]
  /// Records that refer to this one.
  public var related: [RelatedRecords]
  public var activity: ActivityPanel
  /// Files that stand in none of the fields.
  public var files: [PageFile] = []
  public var canEdit: Bool
  public var canDelete: Bool
  /// Whether there is a page of it for paper.
  public var canPrint = false
  /// Goes with every form as `version`.
  public var version: Int64
  public var history: RecordHistory
  /// With whom it is shared; nil for a reader who may not share it.
  public var sharing: SharePanel?
  /// Further pages about the record.
  public var further: [MenuLink] = []

  public init(
    entity: ModuleLink, id: Int64, title: String, facts: [RecordField] = [],
    path: StagePath? = nil, sections: [RecordSection], related: [RelatedRecords] = [],
    activity: ActivityPanel = ActivityPanel(entries: []), canEdit: Bool, canDelete: Bool,
    version: Int64, history: RecordHistory
  ) {
    self.entity = entity
    self.id = id
    self.title = title
    self.facts = facts
    self.path = path
    self.sections = sections
    self.related = related
    self.activity = activity
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
  /// Whether a click opens its input.
  public var canEdit: Bool

  public init(_ field: PageField, _ cell: Cell, canEdit: Bool = false) {
    self.field = field
    self.cell = cell
    self.canEdit = canEdit
  }
}

/// Fields and subforms under a heading, or without one.
public struct RecordSection: Sendable {
  public enum Item: Sendable {
    case field(RecordField)
    case lines(RecordLines)
  }

  public var label: String?
  public var items: [Item]

  public init(label: String? = nil, items: [Item]) {
    self.label = label
    self.items = items
  }
}

/// The rows of a subform to read.
public struct RecordLines: Sendable {
  public var name: String
  public var label: String
  public var help: String?
  /// The entity of the rows.
  public var entity: ModuleLink
  public var columns: [PageField]
  public var rows: [ListRow]
  /// Whether there are more than `rows`.
  public var hasMore: Bool
  /// The list of all rows; nil when none is offered to the reader.
  public var all: PagePath?
  public var canEdit: Bool

  public init(
    name: String, label: String, help: String? = nil, entity: ModuleLink, columns: [PageField],
    rows: [ListRow], hasMore: Bool = false, all: PagePath? = nil, canEdit: Bool
  ) {
    self.name = name
    self.label = label
    self.help = help
    self.entity = entity
    self.columns = columns
    self.rows = rows
    self.hasMore = hasMore
    self.all = all
    self.canEdit = canEdit
  }
}

/// The stages that a record goes through, and where it is.
public struct StagePath: Sendable {
  public var field: PageField
  /// The option's value.
  public var current: String?
  /// Labels of fields that are blank and needed, by the value of the option that needs them.
  public var missing: [String: [String]]
  /// Whether the reader may move the record on.
  public var canMove: Bool

  public init(
    field: PageField, current: String?, missing: [String: [String]] = [:], canMove: Bool
  ) {
    self.field = field
    self.current = current
    self.missing = missing
    self.canMove = canMove
  }
}

/// Records of one entity that refer to the record through one of their fields.
public struct RelatedRecords: Sendable {
  public var entity: ModuleLink
  /// The field that refers.
  public var by: PageField
  /// Whether another field of the entity refers too, so that the name must tell which one.
  public var isOneOfSeveral: Bool
  public var columns: [PageField]
  public var rows: [RelatedRow]
  /// Whether there are more than `rows`.
  public var hasMore: Bool
  /// The list of all of them; nil when none is offered to the reader.
  public var all: PagePath?
  public var canCreate: Bool

  public init(
    entity: ModuleLink, by: PageField, isOneOfSeveral: Bool = false, columns: [PageField],
    rows: [RelatedRow], hasMore: Bool, all: PagePath?, canCreate: Bool
  ) {
    self.entity = entity
    self.by = by
    self.isOneOfSeveral = isOneOfSeveral
    self.columns = columns
    self.rows = rows
    self.hasMore = hasMore
    self.all = all
    self.canCreate = canCreate
  }
}

/// A record by its title, with cells in the order of the columns.
public struct RelatedRow: Sendable {
  public var id: Int64
  public var title: String
  public var cells: [Cell]

  public init(id: Int64, title: String, cells: [Cell]) {
    self.id = id
    self.title = title
    self.cells = cells
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
