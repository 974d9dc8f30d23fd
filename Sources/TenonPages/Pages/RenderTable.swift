import Values

/// The rows of a list as a table, in groups or not, with boxes to select them.
struct ListTable {
  let page: ListPage
  let context: PageContext
  let csrf: String

  private var locale: Locale { context.locale }
  private var hasTicks: Bool { page.rights.canSelect }

  /// Writes rows in one table.
  func write(_ rows: TableMarkup, into out: inout HTMLWriter) {
    open(into: &out)
    out.raw("<tbody>")
    rows.write(into: &out)
    out.raw("</tbody></table></div>")
    writeBulk(into: &out)
  }

  /// Writes groups, each under a line that names its value.
  func write(_ groups: [ListGroup], hasMore: Bool, into out: inout HTMLWriter) {
    open(into: &out)
    for group in groups {
      out.raw(#"<tbody class="group"><tr class="title"><th scope="rowgroup""#)
      out.attribute("colspan", Int64(page.columns.count + (hasTicks ? 1 : 0)))
      out.raw(">")
      writeTitle(group, into: &out)
      out.raw("</th></tr>")
      Pages.writeRows(
        group.rows, page.columns, page.entity, context, hasTicks: hasTicks, into: &out)
      out.raw("</tbody>")
    }
    out.raw("</table></div>")
    if hasMore {
      out.raw(#"<p class="strip mute">"#)
      out.text(locale[.moreGroups])
      out.raw("</p>")
    }
    writeBulk(into: &out)
  }

  private func writeTitle(_ group: ListGroup, into out: inout HTMLWriter) {
    if group.cell.value.isBlank {
      out.text(locale[.blank])
    } else {
      group.field.control.writeCell(group.cell, group.field, context, linked: true, into: &out)
    }
    out.raw(#" <span class="badge">"#)
    out.number(Int64(group.rows.count))
    if group.hasMore { out.raw("+") }
    out.raw("</span>")
    guard group.hasMore else { return }
    let name = "filter." + group.field.name
    var query = page.query.setting("group", "none").withoutFilters(group.field.name)
    query =
      group.cell.value.isBlank
      ? query.setting(name + ".blank", "true") : query.setting(name, group.key)
    out.raw(#" <a class="quiet""#)
    out.attribute("href", page.path(query))
    out.raw(">")
    out.text(locale[.showAll])
    out.raw("</a>")
  }

  private func open(into out: inout HTMLWriter) {
    out.raw(#"<div class="scroll" role="region" tabindex="0""#)
    out.attribute("aria-label", locale.text(.rowsOf, page.entity.label))
    out.raw("><table class=\"grid")
    if hasTicks { out.raw(" ticked") }
    if page.isDense { out.raw(" dense") }
    out.raw("\"")
    out.attribute("data-columns", page.columns.map(\.name).joined(separator: ","))
    out.raw("><thead><tr>")
    if hasTicks {
      out.raw(#"<th scope="col"><input class="script" type="checkbox""#)
      out.attribute("aria-label", locale[.selectPage])
      out.raw("></th>")
    }
    for column in page.columns { writeHead(column, into: &out) }
    out.raw("</tr></thead>")
  }

  private func writeHead(_ column: PageField, into out: inout HTMLWriter) {
    out.raw(column.control.isNumeric ? #"<th scope="col" class="num""# : #"<th scope="col""#)
    if page.rights.canEdit && page.bulkFields.contains(where: { $0.name == column.name }) {
      out.attribute("data-field", column.name)
    }
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
    let key = target == 0 ? "" : page.sorts[target].key
    out.attribute("href", page.path(page.query.setting("sort", key)))
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

  /// What may be done with the rows that are selected.
  private func writeBulk(into out: inout HTMLWriter) {
    guard hasTicks else { return }
    out.raw(#"<form id="bulk" class="bulk" method="post""#)
    out.attribute("action", PagePath.bulk(page.entity.entity))
    out.attribute("aria-label", locale[.bulkActions])
    out.raw(">")
    Document.hidden("csrf", csrf, into: &out)
    Document.hidden("back", page.path(page.query).text, into: &out)
    out.raw(#"<output class="script" aria-live="polite""#)
    out.attribute("data-text", locale.text(.selectedCount, "#"))
    out.raw("></output>")
    if !page.bulkFields.isEmpty {
      out.raw(#"<select class="input" name="field""#)
      out.attribute("aria-label", locale[.bulkField])
      out.raw(">")
      for field in page.bulkFields {
        out.raw("<option")
        out.attribute("value", field.name)
        out.raw(">")
        out.text(field.label)
        out.raw("</option>")
      }
      out.raw(#"</select><button class="button small" name="do" value="edit">"#)
      out.text(locale[.bulkEdit])
      out.raw("</button>")
    }
    if page.rights.canDelete {
      out.raw(#"<button class="button small danger" name="do" value="delete">"#)
      out.text(locale[.delete])
      out.raw("</button>")
    }
    out.raw(#"<button type="button" class="button small quiet script" data-clear>"#)
    out.text(locale[.unselect])
    out.raw("</button></form>")
  }
}
