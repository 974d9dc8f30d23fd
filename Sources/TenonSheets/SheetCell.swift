import Values

/// What stands in a cell of a spreadsheet. Nothing here has been a binary fraction on its way: a
/// number is the decimal that its author sees.
public enum SheetCell: Hashable, Sendable {
  case blank
  case text(String)
  /// Digits with an optional `-` and an optional point: `-1234.5`. No exponent, no zeros that say
  /// nothing.
  case number(String)
  /// A number that its author sees as a percentage: 12.5 % is `0.125`.
  case percent(String)
  case boolean(Bool)
  case date(CivilDate)
  /// Milliseconds since 1970 on the author's clock, as ``Instant/split(_:)`` takes them.
  case dateTime(Int64)
  /// Milliseconds since midnight; more than a day where the cell shows hours that passed.
  case time(Int64)
  /// A formula without a value: `#N/A`, `#REF!`.
  case error(String)
}

/// A row of a spreadsheet.
public struct SheetRow: Hashable, Sendable {
  /// The row's number as the author's spreadsheet shows it; rows without any cell are left out.
  public let number: Int
  /// The cells from column A on, without the blank ones at the end.
  public let cells: [SheetCell]

  public init(number: Int, cells: [SheetCell]) {
    self.number = number
    self.cells = cells
  }

  /// The cell of a column, counted from 0.
  public subscript(_ column: Int) -> SheetCell {
    cells.indices.contains(column) ? cells[column] : .blank
  }
}
