/// A list. Columns are field names or `created_at`, `updated_at`.
public struct ViewLook: Hashable, Sendable {
  public var name: String
  public var label: Words
  public var layout: ViewLayout
  public var columns: [String]
  public var filters: [String]
  /// Orders offered, the opening one first; a leading `-` means descending.
  public var sorts: [String]
  /// What all rows have in common, all of it.
  public var conditions: [ViewCondition]
  /// Roles to which it is offered; none when to all.
  public var offered: [String]
  /// What decides which records it shows: fields of the entity, and those of other entities as
  /// `customer.level`. Whoever may not read one of them in full everywhere does not get the view.
  public var reads: [String]
  /// Why he gets it nevertheless; nil when he does not.
  public var declassification: Words?

  /// Whether people get it who may not read what decides which records it shows.
  public var isDeclassified: Bool { declassification != nil }

  public init(
    name: String, label: Words, layout: ViewLayout = .table(group: nil), columns: [String],
    filters: [String], sorts: [String], conditions: [ViewCondition] = [],
    offered: [String] = [], reads: [String] = [], declassification: Words? = nil
  ) {
    self.name = name
    self.label = label
    self.layout = layout
    self.columns = columns
    self.filters = filters
    self.sorts = sorts
    self.conditions = conditions
    self.offered = offered
    self.reads = reads
    self.declassification = declassification
  }
}

/// How a view lays out its records, with the columns that it needs for that.
public enum ViewLayout: Hashable, Sendable {
  /// Rows, at first grouped by a column or not.
  case table(group: String?)
  /// Cards in a column for each option.
  case board(by: String)
  /// Records on the days from the one to the other; on one day without `to`.
  case calendar(from: String, to: String?)
  /// Cards with a picture.
  case gallery(image: String)
  /// Bars from the one day to the other.
  case gantt(from: String, to: String)
}

/// A field that holds one of these values, or not.
public struct ViewCondition: Hashable, Sendable {
  public var field: String
  public var isNegated: Bool
  /// Wire forms; `me` in a person's field is whoever looks, an empty text is blank.
  public var values: [String]

  public init(field: String, isNegated: Bool, values: [String]) {
    self.field = field
    self.isNegated = isNegated
    self.values = values
  }
}
