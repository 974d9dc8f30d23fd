import Values

extension Pages {
  static func writeTable(_ page: ListPage, _ context: PageContext, into out: inout HTMLWriter) {
    out.raw(#"<div class="scroll" role="region" tabindex="0""#)
    let caption = context.locale.text(.rowsOf, page.entity.label)
    out.attribute("aria-label", caption)
    out.raw(#"><table class="grid"><thead><tr>"#)
    for column in page.columns { writeColumnHead(column, page, into: &out) }
    out.raw("</tr></thead><tbody>")
    let base = PagePath.list(page.entity.entity)
    for row in page.rows { writeRow(row, page, base, context, into: &out) }
    out.raw("</tbody></table></div>")
  }

  private static func writeColumnHead(
    _ column: PageField, _ page: ListPage, into out: inout HTMLWriter
  ) {
    out.raw(column.control.isNumeric ? #"<th scope="col" class="num""# : #"<th scope="col""#)
    let offered = page.sorts.indices.filter { page.sorts[$0].column == column.name }
    let current = page.sorts.indices.contains(page.sort) ? page.sorts[page.sort] : nil
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
      out.raw(current.isDescending ? #"<i aria-hidden="true">↓</i>"#
        : #"<i aria-hidden="true">↑</i>"#)
    }
    out.raw("</a></th>")
  }

  private static func writeRow(
    _ row: ListRow, _ page: ListPage, _ base: PagePath, _ context: PageContext,
    into out: inout HTMLWriter
  ) {
    out.raw("<tr>")
    for (index, cell) in row.cells.enumerated() where index < page.columns.count {
      let column = page.columns[index]
      let isNumeric = column.control.isNumeric
      if index == 0 {
        out.raw(#"<th scope="row"><a class="open""#)
        out.href(base, id: row.id)
        out.raw(">")
        if cell.value.isBlank { out.text(context.locale[.untitled]) } else {
          column.control.writeCell(cell, column, context, linked: true, into: &out)
        }
        out.raw("</a></th>")
      } else if cell.value.isBlank {
        out.raw("<td></td>")
      } else {
        out.raw(isNumeric ? #"<td class="num""# : "<td")
        out.attribute("data-label", column.label)
        out.raw(">")
        column.control.writeCell(cell, column, context, linked: false, into: &out)
        out.raw("</td>")
      }
    }
    out.raw("</tr>")
  }
}
