/// One page of an entity's list, whatever its layout.
///
/// Its URL is `/app/{entity}` with the state of ``ListQuery`` and one of `after`, `before` (keys)
/// or `at=last`.
public struct ListPage: Sendable {
  public var entity: ModuleLink
  /// What is in force, as it stands in the URL.
  public var query: ListQuery
  /// Views of the entity, at least one: those of the definition, then saved ones.
  public var views: [ListTab]
  /// The saved view that is open.
  public var saved: SavedViewState?
  public var columns: [PageField]
  public var filters: [ListFilter]
  /// The words that the records must contain, as typed; nil where none can be searched for.
  public var words: String?
  /// Orders offered as column names, `-` before descending ones; the first is the opening order.
  public var sorts: [ListSort]
  /// The order in force: an index into `sorts`.
  public var sort: Int
  /// Fields by which rows may be grouped, and the name of the one in force.
  public var groupings: [PageField]
  public var grouping: String?
  /// All columns that the person may see; those shown stand in `columns`.
  public var offeredColumns: [PageField]
  public var isDense: Bool
  public var rights: ListRights
  /// Fields that a change of many records may set.
  public var bulkFields: [PageField]
  /// What a change of many records did; said once.
  public var outcome: BulkOutcome?
  /// Parameters of a saved view that are no longer offered.
  public var dropped: [String]
  public var body: ListBody

  public init(
    entity: ModuleLink, query: ListQuery, views: [ListTab], saved: SavedViewState? = nil,
    columns: [PageField], filters: [ListFilter], words: String? = nil, sorts: [ListSort],
    sort: Int = 0,
    groupings: [PageField] = [], grouping: String? = nil, offeredColumns: [PageField] = [],
    isDense: Bool = false, rights: ListRights, bulkFields: [PageField] = [],
    outcome: BulkOutcome? = nil, dropped: [String] = [], body: ListBody
  ) {
    self.entity = entity
    self.query = query
    self.views = views
    self.saved = saved
    self.columns = columns
    self.filters = filters
    self.words = words
    self.sorts = sorts
    self.sort = sort
    self.groupings = groupings
    self.grouping = grouping
    self.offeredColumns = offeredColumns
    self.isDense = isDense
    self.rights = rights
    self.bulkFields = bulkFields
    self.outcome = outcome
    self.dropped = dropped
    self.body = body
  }

  /// Whether words are searched for: the order is then the search's own.
  var isSearch: Bool { words?.isEmpty == false }

  /// Whether less than the whole view is shown.
  var isFiltered: Bool { isSearch || filters.contains { $0.isActive } }

  /// The URL of this list in another state.
  func path(_ query: ListQuery) -> PagePath { query.path(entity.entity) }

  /// The URL of a new record as this list's context begins it.
  var newPath: PagePath {
    PagePath.new(entity.entity).with(filters.flatMap { $0.prefill })
  }
}

/// What the person may do with the records of a list.
public struct ListRights: Hashable, Sendable {
  public var canCreate: Bool
  public var canEdit: Bool
  public var canDelete: Bool
  /// Whether some field of many records may be set at once.
  public var canSet: Bool
  /// Whether the rows can be had as a file.
  public var canExport = false
  /// Whether a spreadsheet can be imported.
  public var canImport = false

  public init(
    canCreate: Bool = false, canEdit: Bool = false, canDelete: Bool = false, canSet: Bool = false
  ) {
    self.canCreate = canCreate
    self.canEdit = canEdit
    self.canDelete = canDelete
    self.canSet = canSet
  }

  /// Whether rows can be selected: only where something could be done with them.
  public var canSelect: Bool { canDelete || canSet }
}

/// How a list lays out its records.
public enum ListBody: Sendable {
  case table(ListSlice<TableMarkup>)
  case groups([ListGroup], hasMore: Bool)
  case board(Board)
  case calendar(CalendarMonth)
  case gallery(ListSlice<[ListRow]>, images: [Int64?])
  case gantt(GanttChart)
}

/// Rows of a list with the keys of their neighbours.
public struct ListSlice<Rows: Sendable>: Sendable {
  public var rows: Rows
  /// Key of the first row when rows stand before it; nil on the first page.
  public var before: String?
  /// Key of the last row when rows stand after it; nil on the last page.
  public var after: String?

  public init(_ rows: Rows, before: String? = nil, after: String? = nil) {
    self.rows = rows
    self.before = before
    self.after = after
  }
}

/// One row: cells in the order of the columns.
public struct ListRow: Sendable {
  public var id: Int64
  public var version: Int64
  public var cells: [Cell]
  /// The record's title, for layouts whose columns need not name it.
  public var title: String

  public init(id: Int64, version: Int64 = 0, cells: [Cell], title: String = "") {
    self.id = id
    self.version = version
    self.cells = cells
    self.title = title
  }
}

/// Rows that have one value in common.
public struct ListGroup: Sendable {
  /// The field of the group and the value, which may be blank.
  public var field: PageField
  public var cell: Cell
  /// The value as a filter writes it; nil where no filter finds the group's rows.
  public var key: String
  public var rows: [ListRow]
  public var hasMore: Bool

  public init(
    field: PageField, cell: Cell, key: String, rows: [ListRow], hasMore: Bool
  ) {
    self.field = field
    self.cell = cell
    self.key = key
    self.rows = rows
    self.hasMore = hasMore
  }
}

/// A view in the list's tabs.
public struct ListTab: Hashable, Sendable {
  public let label: String
  public let path: PagePath
  public let isCurrent: Bool
  public let kind: Kind

  /// What a tab leads to.
  public enum Kind: Hashable, Sendable {
    case table, board, calendar, gallery, gantt
    /// A view that people saved, for its owner alone or for all.
    case saved, shared
  }

  public init(_ label: String, _ path: PagePath, _ kind: Kind, isCurrent: Bool) {
    self.label = label
    self.path = path
    self.kind = kind
    self.isCurrent = isCurrent
  }
}

/// The saved view that a list shows.
public struct SavedViewState: Hashable, Sendable {
  public let id: Int64
  public let name: String
  public let isShared: Bool
  /// Whether the person may rename, change and delete it.
  public let mayChange: Bool
  /// Whether the list is no longer as it was saved.
  public let isChanged: Bool

  public init(id: Int64, name: String, isShared: Bool, mayChange: Bool, isChanged: Bool) {
    self.id = id
    self.name = name
    self.isShared = isShared
    self.mayChange = mayChange
    self.isChanged = isChanged
  }
}

/// An order that the list offers.
public struct ListSort: Hashable, Sendable {
  /// Name of the column: a field, `created_at` or `updated_at`.
  public let column: String
  public let label: String
  public let isDescending: Bool

  public init(column: String, label: String, isDescending: Bool) {
    self.column = column
    self.label = label
    self.isDescending = isDescending
  }

  /// The form in the URL: `amount`, `-amount`.
  public var key: String { isDescending ? "-" + column : column }
}
