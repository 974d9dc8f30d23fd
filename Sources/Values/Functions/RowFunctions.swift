/// The order of rows: by a key, then as they stand. Rows with a blank key come last, or do not
/// count.
public enum RowFunctions {
  /// By numbers, days or lengths of time.
  public static func ordered<Row, Key: Comparable>(
    _ rows: [Row], descending: Bool, keepsBlank: Bool, by key: (Row) -> Key?
  ) -> [Row] {
    ordered(rows, descending, keepsBlank, key) { $0 < $1 }
  }

  /// By texts.
  public static func orderedTexts<Row>(
    _ rows: [Row], descending: Bool, keepsBlank: Bool, by key: (Row) -> String?
  ) -> [Row] {
    ordered(rows, descending, keepsBlank, key) { Comparisons.textOrder($0, $1) < 0 }
  }

  /// By periods.
  public static func orderedPeriods<Row>(
    _ rows: [Row], descending: Bool, keepsBlank: Bool, by key: (Row) -> Period?
  ) -> [Row] {
    ordered(rows, descending, keepsBlank, key) { Period.less($0, $1) }
  }

  private static func ordered<Row, Key>(
    _ rows: [Row], _ isDescending: Bool, _ keepsBlank: Bool, _ key: (Row) -> Key?,
    _ isLess: (Key, Key) -> Bool
  ) -> [Row] {
    var keyed: [(key: Key, place: Int)] = []
    var blank: [Row] = []
    for (place, row) in rows.enumerated() {
      if let key = key(row) { keyed.append((key, place)) } else { blank.append(row) }
    }
    keyed.sort { a, b in
      if isDescending ? isLess(b.key, a.key) : isLess(a.key, b.key) { return true }
      if isDescending ? isLess(a.key, b.key) : isLess(b.key, a.key) { return false }
      return a.place < b.place
    }
    return keyed.map { rows[$0.place] } + (keepsBlank ? blank : [])
  }
}
