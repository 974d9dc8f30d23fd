/// One page of an entity's list.
///
/// Its URL is `/app/{entity}` with `view`, `sort` (a column, `-` before it for descending),
/// `filter.{field}` (equal; contains for text), `filter.{field}.from` and `filter.{field}.to`
/// (inclusive, for numbers and days), `q` (words, the newest records first), and one of `after`, `before` (keys) or `at=last`.
public struct ListPage: Sendable {
  public var entity: ModuleLink
  /// Views of the entity, at least one; `view` is an index.
  public var views: [ModuleView]
  public var view: Int
  public var columns: [PageField]
  public var rows: [ListRow]
  public var filters: [ListFilter]
  /// The words that the records must contain, as typed; nil where none can be searched for.
  public var words: String?
  /// Orders offered as column names, `-` before descending ones; the first is the opening order.
  public var sorts: [ListSort]
  /// The order in force: an index into `sorts`.
  public var sort: Int
  /// Key of the first row when rows stand before it; nil on the first page.
  public var before: String?
  /// Key of the last row when rows stand after it; nil on the last page.
  public var after: String?
  public var canCreate: Bool

  public init(
    entity: ModuleLink, views: [ModuleView], view: Int = 0, columns: [PageField],
    rows: [ListRow], filters: [ListFilter], words: String? = nil, sorts: [ListSort], sort: Int = 0,
    before: String? = nil, after: String? = nil, canCreate: Bool
  ) {
    self.entity = entity
    self.views = views
    self.view = view
    self.columns = columns
    self.rows = rows
    self.filters = filters
    self.words = words
    self.sorts = sorts
    self.sort = sort
    self.before = before
    self.after = after
    self.canCreate = canCreate
  }

  /// Whether words are searched for: the order is then the search's own.
  var isSearch: Bool { words?.isEmpty == false }

  /// Whether less than the whole view is shown.
  var isFiltered: Bool { isSearch || filters.contains { $0.isActive } }

  /// Where a page of the list begins.
  public enum Position: Hashable, Sendable {
    case first, last
    case after(String)
    case before(String)
  }

  /// The URL of this list at a position, with its view, order and filters, or another order.
  public func path(_ position: Position, sort other: Int? = nil) -> PagePath {
    var query: [(name: String, value: String)] = []
    if view > 0 { query.append(("view", views[view].name)) }
    let chosen = other ?? sort
    if chosen > 0 { query.append(("sort", sorts[chosen].key)) }
    query.append(("q", words ?? ""))
    for filter in filters where filter.isActive { query += filter.query }
    switch position {
    case .first: break
    case .last: query.append(("at", "last"))
    case .after(let key): query.append(("after", key))
    case .before(let key): query.append(("before", key))
    }
    return PagePath.list(entity.entity).with(query)
  }
}

/// A view in the list's tabs.
public struct ModuleView: Hashable, Sendable {
  public let name: String
  public let label: String

  public init(name: String, label: String) {
    self.name = name
    self.label = label
  }
}

/// One row: cells in the order of the columns.
public struct ListRow: Sendable {
  public var id: Int64
  public var cells: [Cell]

  public init(id: Int64, cells: [Cell]) {
    self.id = id
    self.cells = cells
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

/// A filter that the list offers, with what it is set to.
public struct ListFilter: Sendable {
  public var field: PageField
  /// `filter.{field}` as it stands in the URL; empty when the filter is off.
  public var value: String
  /// `filter.{field}.from` and `.to`, both inclusive, as they stand in the URL.
  public var from: String
  public var to: String
  /// Records offered by a filter over a reference, the chosen one among them.
  public var choices: [RecordChoice]

  public init(
    _ field: PageField, value: String = "", from: String = "", to: String = "",
    choices: [RecordChoice] = []
  ) {
    self.field = field
    self.value = value
    self.from = from
    self.to = to
    self.choices = choices
  }

  /// Whether the filter takes rows away.
  public var isActive: Bool { !(value.isEmpty && from.isEmpty && to.isEmpty) }
  /// `filter.{field}`.
  public var name: String { "filter." + field.name }
  var query: [(name: String, value: String)] {
    [(name, value), (name + ".from", from), (name + ".to", to)]
  }
}
