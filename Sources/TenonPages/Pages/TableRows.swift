import Values

/// Rows of a table, written as they are read: a list of fifty keeps no row but its markup.
public struct TableRows: ~Copyable {
  private var out: HTMLWriter
  private let frame: RowFrame
  private var column = 0

  /// Rows of an entity with these columns; `hasTicks` puts a box before each.
  public init(
    _ columns: [PageField], _ entity: ModuleLink, hasTicks: Bool, _ context: PageContext
  ) {
    out = HTMLWriter(capacity: 65_536)
    frame = RowFrame(columns, entity, hasTicks: hasTicks, context)
  }

  /// Begins a row. Returns where.
  public mutating func begin(id: Int64, version: Int64) -> Int {
    let start = out.count
    column = 0
    frame.begin(id, version, into: &out)
    return start
  }

  /// Writes the next cell, in the order of the columns.
  public mutating func write(_ cell: Cell) {
    frame.write(cell, column, into: &out)
    column += 1
  }

  /// Ends a row. Returns where.
  public mutating func end() -> Int {
    out.raw("</tr>")
    return out.count
  }

  /// These rows in this order.
  public consuming func markup(_ rows: [Range<Int>]) -> TableMarkup {
    TableMarkup(block: out.block(), rows: rows)
  }
}

/// What ``TableRows`` wrote.
public struct TableMarkup: Sendable {
  let block: ByteBlock
  fileprivate let rows: [Range<Int>]

  var isEmpty: Bool { rows.isEmpty }

  func write(into out: inout HTMLWriter) {
    for row in rows { out.append(self, row) }
  }
}

extension Pages {
  /// Writes the rows of a table: the first cell leads to the record.
  static func writeRows(
    _ rows: [ListRow], _ columns: [PageField], _ entity: ModuleLink, _ context: PageContext,
    hasTicks: Bool = false, into out: inout HTMLWriter
  ) {
    let frame = RowFrame(columns, entity, hasTicks: hasTicks, context)
    for row in rows {
      frame.begin(row.id, row.version, into: &out)
      for (column, cell) in row.cells.enumerated() { frame.write(cell, column, into: &out) }
      out.raw("</tr>")
    }
  }
}

/// What stands around the values of each row, made once for all.
private struct RowFrame {
  private let columns: [PageField]
  private let context: PageContext
  /// From `<tr>` to the value of the box, which wants id and version; nil without boxes.
  private let tick: HTMLFragment?
  /// From there or from `<tr>` to the link's URL, which wants its id.
  private let row: HTMLFragment
  /// What opens a cell of each column.
  private let cells: [HTMLFragment]

  init(
    _ columns: [PageField], _ entity: ModuleLink, hasTicks: Bool, _ context: PageContext
  ) {
    self.columns = columns
    self.context = context
    tick =
      hasTicks
      ? HTMLFragment { out in
        out.raw(#"<tr><td class="sel"><input type="checkbox" name="id" form="bulk""#)
        out.attribute("aria-label", context.locale[.selectRow])
        out.raw(#" value=""#)
      } : nil
    row = HTMLFragment { out in
      out.raw(hasTicks ? "\"></td>" : "<tr>")
      out.raw(#"<th scope="row"><a class="open" href=""#)
      out.text(entity.path.text)
      out.raw("/")
    }
    cells = columns.map { column in
      HTMLFragment { out in
        out.raw(column.control.isNumeric ? #"<td class="num""# : "<td")
        // On a phone a row is a card.
        if !column.isClear(among: columns) { out.attribute("data-label", column.label) }
        out.raw(">")
      }
    }
  }

  func begin(_ id: Int64, _ version: Int64, into out: inout HTMLWriter) {
    if let tick {
      out.fragment(tick)
      out.number(id)
      out.raw(".")
      out.number(version)
    }
    out.fragment(row)
    out.number(id)
    out.raw("\">")
  }

  func write(_ cell: Cell, _ index: Int, into out: inout HTMLWriter) {
    let column = columns[index]
    if index == 0 {
      if cell.value.isBlank {
        out.text(context.locale[.untitled])
      } else {
        column.control.writeCell(cell, column, context, linked: true, into: &out)
      }
      out.raw("</a></th>")
    } else if cell.value.isBlank {
      out.raw("<td></td>")
    } else {
      out.fragment(cells[index])
      column.control.writeCell(cell, column, context, linked: false, into: &out)
      out.raw("</td>")
    }
  }
}
