import Values

/// Cards in a column for each option of a field.
public struct Board: Sendable {
  /// Nil cells are records without a value.
  public var columns: [BoardColumn]
  public var field: PageField
  /// Whether the person may move cards.
  public var canMove: Bool

  public init(columns: [BoardColumn], field: PageField, canMove: Bool) {
    self.columns = columns
    self.field = field
    self.canMove = canMove
  }
}

/// One column of a board.
public struct BoardColumn: Sendable {
  /// The option; nil for records without one.
  public var option: PageOption?
  public var cards: [ListRow]
  public var hasMore: Bool
  /// Sums of the money fields over the cards that are shown.
  public var sums: [(field: PageField, total: Int64)]

  public init(
    option: PageOption?, cards: [ListRow], hasMore: Bool,
    sums: [(field: PageField, total: Int64)] = []
  ) {
    self.option = option
    self.cards = cards
    self.hasMore = hasMore
    self.sums = sums
  }
}

/// A record with its days, for calendar and gantt.
public struct DatedRow: Sendable {
  public var row: ListRow
  /// Days since 1970; `last` is never before `first`.
  public var first: Int64
  public var last: Int64
  /// Minutes of the first day; nil for a whole day.
  public var minute: Int?

  public init(_ row: ListRow, first: Int64, last: Int64, minute: Int? = nil) {
    self.row = row
    self.first = first
    self.last = max(first, last)
    self.minute = minute
  }
}

/// The weeks of a month.
public struct CalendarMonth: Sendable {
  public var month: Month
  public var today: CivilDate
  public var rows: [DatedRow]
  /// Whether there are more than fit.
  public var isCut: Bool
  /// The form field in which a new record takes its day, with the rest of what a day needs.
  public var dayField: String
  /// Whether that field also wants a time of day.
  public var hasTime: Bool
  /// The option field that colours the records, by its place among the columns.
  public var colour: Int?

  public init(
    month: Month, today: CivilDate, rows: [DatedRow], isCut: Bool, dayField: String,
    hasTime: Bool, colour: Int?
  ) {
    self.month = month
    self.today = today
    self.rows = rows
    self.isCut = isCut
    self.dayField = dayField
    self.hasTime = hasTime
    self.colour = colour
  }
}

/// Bars over days.
public struct GanttChart: Sendable {
  public enum Scale: String, CaseIterable, Sendable {
    case week, month

    /// Pixels of a day, and days of the chart.
    var dayWidth: Int64 { self == .week ? 16 : 5 }
    public var days: Int64 { self == .week ? 84 : 364 }
  }

  public var start: CivilDate
  public var scale: Scale
  public var today: CivilDate
  public var rows: [DatedRow]
  public var isCut: Bool
  public var colour: Int?

  public init(
    start: CivilDate, scale: Scale, today: CivilDate, rows: [DatedRow], isCut: Bool,
    colour: Int?
  ) {
    self.start = start
    self.scale = scale
    self.today = today
    self.rows = rows
    self.isCut = isCut
    self.colour = colour
  }
}
