/// A column of a workbook that is written.
public struct SheetColumn: Hashable, Sendable {
  /// How a column's numbers look. Texts, dates and truth values need no format.
  public enum Format: Hashable, Sendable {
    /// Cells look as what stands in them asks.
    case plain
    /// Thousands are set apart; so many digits after the point.
    case number(digits: Int)
    /// As ``number(digits:)`` behind a sign: `¥1,234.50`.
    case money(sign: String, digits: Int)
    /// A hundred times the number, with `%`.
    case percent(digits: Int)
  }

  /// The text of the header.
  public var title: String
  public var format: Format
  /// In characters of the usual font; Chinese ones count twice.
  public var width: Double

  public init(title: String, format: Format = .plain, width: Double = 16) {
    self.title = title
    self.format = format
    self.width = width
  }
}
