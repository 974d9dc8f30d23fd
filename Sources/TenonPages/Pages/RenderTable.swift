import Values

extension Pages {
  static func writeTable(_ page: ListPage, _ context: PageContext, into out: inout HTMLWriter) {
    out.raw(#"<div class="scroll" role="region" tabindex="0""#)
    let caption = context.locale.text(.rowsOf, page.entity.label)
    out.attribute("aria-label", caption)
    out.raw(#"><table class="grid"><thead><tr>"#)
    for column in page.columns { writeColumnHead(column, page, into: &out) }
    out.raw("</tr></thead><tbody>")
    let frame = RowFrame(page)
    for row in page.rows { writeRow(row, page.columns, frame, context, into: &out) }
    out.raw("</tbody></table></div>")
  }

  private static func writeColumnHead(
    _ column: PageField, _ page: ListPage, into out: inout HTMLWriter
  ) {
    out.raw(column.control.isNumeric ? #"<th scope="col" class="num""# : #"<th scope="col""#)
    // Hits come in the order of the search.
    let sorts = page.isSearch ? [] : page.sorts
    let offered = sorts.indices.filter { sorts[$0].column == column.name }
    let current = sorts.indices.contains(page.sort) ? sorts[page.sort] : nil
    let isSorted = current?.column == column.name
    if isSorted, let current {
      out.raw(current.isDescending ? #" aria-sort="descending""# : #" aria-sort="ascending""#)
    }
    out.raw(">")
    guard let target = offered.first(where: { $0 != page.sort }) ?? offered.first else {
      out.text(column.label)
      out.raw("</th>")
      return
    }
    out.raw("<a")
    out.attribute("href", page.path(.first, sort: target))
    out.raw(">")
    out.text(column.label)
    if isSorted, let current {
      out.raw(
        current.isDescending
          ? #"<i aria-hidden="true">↓</i>"#
          : #"<i aria-hidden="true">↑</i>"#)
    }
    out.raw("</a></th>")
  }

  private static func writeRow(
    _ row: ListRow, _ columns: [PageField], _ frame: RowFrame, _ context: PageContext,
    into out: inout HTMLWriter
  ) {
    out.fragment(frame.row)
    out.number(row.id)
    out.raw("\">")
    for index in 0..<min(row.cells.count, columns.count) {
      let cell = row.cells[index]
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
        out.fragment(frame.cells[index])
        column.control.writeCell(cell, column, context, linked: false, into: &out)
        out.raw("</td>")
      }
    }
    out.raw("</tr>")
  }
}

/// What stands around the values of each row.
private struct RowFrame {
  /// From `<tr>` to the link's URL, which wants its id.
  let row: HTMLFragment
  /// What opens a cell of each column.
  let cells: [HTMLFragment]

  init(_ page: ListPage) {
    row = HTMLFragment { out in
      out.raw(#"<tr><th scope="row"><a class="open" href=""#)
      out.text(PagePath.list(page.entity.entity).text)
      out.raw("/")
    }
    cells = page.columns.map { column in
      HTMLFragment { out in
        out.raw(column.control.isNumeric ? #"<td class="num""# : "<td")
        out.attribute("data-label", column.label)
        out.raw(">")
      }
    }
  }
}
