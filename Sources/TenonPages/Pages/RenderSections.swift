import Values

/// Writes the sections of a record: fields with their values, subforms as tables.
struct RecordSections {
  let page: RecordPage
  let context: PageContext

  private var locale: Locale { context.locale }

  /// Fields that stand together are one list, each subform a part of its own.
  func write(_ section: RecordSection, _ index: Int, into out: inout HTMLWriter) {
    var fields: [RecordField] = []
    var isFirst = true
    func flush(into out: inout HTMLWriter) {
      if fields.isEmpty { return }
      let label = isFirst ? section.label ?? (index == 0 ? locale[.details] : nil) : nil
      write(fields, label, "s\(index)", into: &out)
      fields = []
      isFirst = false
    }
    for item in section.items {
      switch item {
      case .field(let field): fields.append(field)
      case .lines(let lines):
        flush(into: &out)
        if isFirst, let label = section.label, label != lines.label {
          write(heading: label, into: &out)
        }
        isFirst = false
        write(lines, into: &out)
      }
    }
    flush(into: &out)
  }

  private func canEdit(_ field: RecordField) -> Bool { page.canEdit && field.canEdit }
  private func canEdit(_ lines: RecordLines) -> Bool { page.canEdit && lines.canEdit }

  private func edit(_ names: [String]) -> PagePath {
    PagePath.edit(page.entity.entity, page.id)
      .with([("only", names.joined(separator: ","))])
  }

  /// The link to a form of some items, for those without script.
  private func writeEdit(
    _ names: [String], _ label: String, isAlways: Bool, into out: inout HTMLWriter
  ) {
    if names.isEmpty { return }
    out.raw(isAlways ? #"<a class="more" data-open"# : #"<a class="more noscript""#)
    out.attribute("href", edit(names))
    out.attribute("aria-label", locale.text(.editPart, label))
    out.raw(">")
    out.text(locale[.edit])
    out.raw("</a>")
  }

  private func write(
    _ fields: [RecordField], _ label: String?, _ id: String, into out: inout HTMLWriter
  ) {
    out.raw("<section")
    if label != nil { out.attribute("aria-labelledby", id) }
    out.raw(#" class="part">"#)
    if let label {
      out.raw("<header><h2")
      out.attribute("id", id)
      out.raw(">")
      out.text(label)
      out.raw("</h2>")
      let editable = fields.filter(canEdit).map(\.field.name)
      writeEdit(editable, label, isAlways: false, into: &out)
      out.raw("</header>")
    }
    out.raw(#"<dl class="facts">"#)
    for field in fields { write(field, into: &out) }
    out.raw("</dl></section>")
  }

  /// The heading of a section that begins with a subform, which has one of its own.
  private func write(heading label: String, into out: inout HTMLWriter) {
    out.raw(#"<header class="part"><h2>"#)
    out.text(label)
    out.raw("</h2></header>")
  }

  private func write(_ entry: RecordField, into out: inout HTMLWriter) {
    let control = entry.field.control
    out.raw(control.isWide ? #"<div class="wide"><dt>"# : "<div><dt>")
    out.text(entry.field.label)
    out.raw("</dt><dd")
    if canEdit(entry) { out.attribute("data-edit", edit([entry.field.name])) }
    out.raw(">")
    if entry.cell.value.isBlank {
      out.raw(#"<span class="mute" aria-hidden="true">—</span><span class="vh">"#)
      out.text(locale[.blank])
      out.raw("</span>")
    } else {
      control.writeRead(entry.cell, entry.field, context, into: &out)
      if entry.field.control is SecretControl { writeReveal(entry, into: &out) }
    }
    if canEdit(entry) {
      out.raw(#"<button type="button" class="pen script""#)
      out.attribute("aria-label", locale.text(.editPart, entry.field.label))
      out.raw(">")
      Icon.pencil.write(into: &out)
      out.raw("</button>")
    }
    out.raw("</dd></div>")
  }

  private func writeReveal(_ entry: RecordField, into out: inout HTMLWriter) {
    out.raw(#" <a class="link""#)
    out.attribute(
      "href", PagePath.reveal(page.entity.entity, page.id, entry.field.name))
    out.raw(">")
    out.text(locale[.reveal])
    out.raw("</a>")
  }

  // MARK: Subforms

  private func write(_ lines: RecordLines, into out: inout HTMLWriter) {
    let id = "l-" + lines.name
    out.raw(#"<section class="part lines""#)
    out.attribute("aria-labelledby", id)
    out.raw("><header><h2")
    out.attribute("id", id)
    out.raw(">")
    out.text(lines.label)
    out.raw(#" <span class="badge">"#)
    out.number(Int64(lines.rows.count))
    if lines.hasMore { out.raw("+") }
    out.raw("</span></h2>")
    if canEdit(lines) { writeEdit([lines.name], lines.label, isAlways: true, into: &out) }
    if lines.hasMore, let all = lines.all {
      out.raw(#"<a class="more""#)
      out.attribute("href", all)
      out.raw(">")
      out.text(locale[.showAll])
      out.raw("</a>")
    }
    out.raw("</header>")
    if lines.rows.isEmpty {
      out.raw(#"<p class="mute none">"#)
      out.text(locale.text(.noRows, lines.label))
      out.raw("</p></section>")
      return
    }
    out.raw(#"<div class="table"#)
    out.raw(canEdit(lines) ? #" editable""# : "\"")
    out.raw(">")
    GridCells.table(lines, context, into: &out)
    out.raw("</div></section>")
  }
}

/// The cells of the small tables on a record's page.
enum GridCells {
  /// The rows of a subform.
  static func table(
    _ lines: RecordLines, _ context: PageContext, into out: inout HTMLWriter
  ) {
    out.raw(#"<table class="grid"><thead><tr>"#)
    for column in lines.columns { head(column, into: &out) }
    out.raw("</tr></thead><tbody>")
    for row in lines.rows {
      out.raw("<tr>")
      for (column, cell) in zip(lines.columns, row.cells) {
        self.cell(cell, column, context, into: &out)
      }
      out.raw("</tr>")
    }
    out.raw("</tbody></table>")
  }

  static func head(_ column: PageField, into out: inout HTMLWriter) {
    out.raw(column.control.isNumeric ? #"<th scope="col" class="num">"# : #"<th scope="col">"#)
    out.text(column.label)
    out.raw("</th>")
  }

  static func cell(
    _ cell: Cell, _ column: PageField, _ context: PageContext, into out: inout HTMLWriter
  ) {
    out.raw(column.control.isNumeric ? #"<td class="num""# : "<td")
    out.attribute("data-label", column.label)
    out.raw(">")
    if !cell.value.isBlank {
      column.control.writeCell(cell, column, context, linked: false, into: &out)
    }
    out.raw("</td>")
  }
}

/// Writes the records that refer to the record: tabs with a table each.
struct RelatedTables {
  let page: RecordPage
  let context: PageContext

  private var locale: Locale { context.locale }

  func write(into out: inout HTMLWriter) {
    out.raw(#"<section class="related" id="related""#)
    out.attribute("aria-label", locale[.related])
    out.raw(#"><nav class="tabs" data-tabs"#)
    out.attribute("aria-label", locale[.related])
    out.raw(">")
    // What holds something is open first.
    let first = page.related.firstIndex { !$0.rows.isEmpty } ?? 0
    for (index, other) in page.related.enumerated() {
      out.raw("<a")
      if index == first { out.raw(#" aria-current="true""#) }
      out.attribute("href", "#" + id(other))
      out.raw(">")
      out.text(name(other))
      if !other.rows.isEmpty {
        out.raw(#" <span class="badge">"#)
        out.number(Int64(other.rows.count))
        if other.hasMore { out.raw("+") }
        out.raw("</span>")
      }
      out.raw("</a>")
    }
    out.raw("</nav>")
    for other in page.related { write(other, into: &out) }
    out.raw("</section>")
  }

  private func id(_ other: RelatedRecords) -> String {
    "r-\(other.entity.entity)-\(other.by.name)"
  }

  private func name(_ other: RelatedRecords) -> String {
    other.isOneOfSeveral
      ? locale.text(.relatedBy, other.entity.plural, other.by.label) : other.entity.plural
  }

  private func write(_ other: RelatedRecords, into out: inout HTMLWriter) {
    out.raw(#"<section class="tab""#)
    out.attribute("id", id(other))
    out.attribute("aria-label", name(other))
    out.raw(#"><header><h3 class="noscript">"#)
    out.text(name(other))
    out.raw("</h3>")
    if other.hasMore, let all = other.all {
      out.raw(#"<a class="more""#)
      out.attribute("href", all)
      out.raw(">")
      out.text(locale[.showAll])
      out.raw("</a>")
    }
    if other.canCreate {
      out.raw(#"<a class="button small" data-open"#)
      out.attribute(
        "href",
        PagePath.new(other.entity.entity).with([
          ("quick", "1"), (other.by.inputName, String(page.id)),
          ("back", PagePath.record(page.entity.entity, page.id).text),
        ]))
      out.raw(">")
      Icon.plus.write(into: &out)
      out.text(other.entity.create)
      out.raw("</a>")
    }
    out.raw("</header>")
    if other.rows.isEmpty {
      out.raw(#"<p class="mute none">"#)
      out.text(locale.text(.noRows, other.entity.plural))
      out.raw("</p></section>")
      return
    }
    writeTable(other, into: &out)
    out.raw("</section>")
  }

  private func writeTable(_ other: RelatedRecords, into out: inout HTMLWriter) {
    out.raw(#"<div class="table"><table class="grid"><thead><tr><th scope="col">"#)
    out.text(other.entity.label)
    out.raw("</th>")
    for column in other.columns { GridCells.head(column, into: &out) }
    out.raw("</tr></thead><tbody>")
    for row in other.rows {
      out.raw(#"<tr><th scope="row"><a class="open""#)
      out.href(PagePath.list(other.entity.entity), id: row.id)
      out.raw(">")
      out.text(row.title.isEmpty ? locale[.untitled] : row.title)
      out.raw("</a></th>")
      for (column, cell) in zip(other.columns, row.cells) {
        GridCells.cell(cell, column, context, into: &out)
      }
      out.raw("</tr>")
    }
    out.raw("</tbody></table></div>")
  }
}
