import Values

/// Writes a subform in a form: a table with an input in each cell. Without script some empty rows
/// stand ready; with it a button adds one at a time from a template.
struct FormLinesWriter {
  let lines: FormLines
  let id: String
  let context: PageContext

  private var locale: Locale { context.locale }

  /// Empty rows for those without script.
  private static let spare = 3

  private var columns: [PageField] {
    (lines.rows.first ?? lines.blank)?.fields.map(\.field) ?? []
  }

  /// What is wrong in the rows, each with the id of its input.
  var problems: [(id: String, text: String)] {
    var found: [(String, String)] = []
    if let problem = lines.problem, let field = columns.first {
      found.append((id, problem.text(field, context)))
    }
    for (number, row) in lines.rows.enumerated() {
      func text(_ problem: FieldProblem, _ field: PageField) -> String {
        locale.text(.inRow, lines.label, String(number + 1), problem.text(field, context))
      }
      for (index, form) in row.fields.enumerated() {
        guard let problem = form.problem else { continue }
        found.append((input(form, "\(number)", index).id, text(problem, form.field)))
      }
      if let problem = row.problem, let field = columns.first {
        found.append((id, text(problem, field)))
      }
    }
    return found
  }

  private func input(_ form: FormField, _ number: String, _ index: Int) -> InputPlace {
    InputPlace(
      form: form, id: "\(id)-\(number)-\(index)", prefix: "\(lines.name).\(number).")
  }

  func write(into out: inout HTMLWriter) {
    out.raw(#"<div class="field wide rows-of" data-rows role="group" tabindex="-1""#)
    out.attribute("id", id)
    out.attribute("aria-label", lines.label)
    out.attribute("data-field", lines.name)
    if lines.isPartial { out.raw(" data-partial") }
    out.raw(#"><span class="label" aria-hidden="true">"#)
    out.text(lines.label)
    out.raw("</span>")
    if let help = lines.help {
      out.raw(#"<p class="help">"#)
      out.text(help)
      out.raw("</p>")
    }
    if let problem = lines.problem, let field = columns.first {
      out.raw(#"<p class="error">"#)
      Icon.warning.write(into: &out)
      out.text(problem.text(field, context))
      out.raw("</p>")
    }
    out.raw(#"<div class="table"><table class="grid"><thead><tr>"#)
    for column in columns {
      out.raw(column.control.isNumeric ? #"<th scope="col" class="num">"# : #"<th scope="col">"#)
      out.text(column.label)
      if column.isRequired { out.raw(#"<b class="must" aria-hidden="true">*</b>"#) }
      out.raw("</th>")
    }
    out.raw(#"<td class="del"><span class="vh">"#)
    out.text(locale[.delete])
    out.raw("</span></td></tr></thead><tbody>")
    for (number, row) in lines.rows.enumerated() {
      write(row, "\(number)", "<tr", into: &out)
    }
    if let blank = lines.blank {
      for number in lines.rows.count..<(lines.rows.count + FormLinesWriter.spare) {
        write(blank, "\(number)", #"<tr class="noscript""#, into: &out)
      }
    }
    out.raw("</tbody></table></div>")
    if let blank = lines.blank {
      out.raw("<template><table><tbody>")
      write(blank, "#", "<tr", into: &out)
      out.raw(#"</tbody></table></template><p><button type="button" class="button small script""#)
      out.raw(" data-add>")
      Icon.plus.write(into: &out)
      out.text(locale[.addRow])
      out.raw("</button></p>")
    }
    out.raw("</div>")
  }

  private func write(
    _ row: FormLine, _ number: String, _ opening: StaticString, into out: inout HTMLWriter
  ) {
    out.raw(opening)
    FormRules.write(known: row.known, into: &out)
    out.raw(">")
    for (index, form) in row.fields.enumerated() {
      let input = input(form, number, index)
      out.raw("<td")
      if form.isHidden || form.isFixed {
        out.attribute("class", form.isHidden ? "hid" : "fixed")
      }
      out.attribute("data-label", form.field.label)
      out.attribute("data-field", form.field.name)
      out.raw(">")
      if index == 0 { writeHidden(row, number, into: &out) }
      input.writeControl(context, into: &out)
      if let problem = form.problem {
        out.raw(#"<p class="error""#)
        out.attribute("id", input.id + "-error")
        out.raw(">")
        out.text(problem.text(form.field, context))
        out.raw("</p>")
      }
      if index == 0, let problem = row.problem {
        out.raw(#"<p class="error">"#)
        out.text(problem.text(form.field, context))
        out.raw("</p>")
      }
      out.raw("</td>")
    }
    out.raw(#"<td class="del">"#)
    if row.id == nil || lines.canDelete && row.canDelete { writeDelete(row, number, into: &out) }
    out.raw("</td></tr>")
  }

  private func writeHidden(_ row: FormLine, _ number: String, into out: inout HTMLWriter) {
    guard row.canEdit || row.canDelete else { return }
    for (name, value) in [("id", row.id), ("version", row.version)] {
      guard let value else { continue }
      out.raw(#"<input type="hidden""#)
      out.attribute("name", "\(lines.name).\(number).\(name)")
      out.attribute("value", value)
      out.raw(">")
    }
  }

  private func writeDelete(_ row: FormLine, _ number: String, into out: inout HTMLWriter) {
    out.raw(#"<label class="cut"><input type="checkbox" value="1""#)
    out.attribute("name", "\(lines.name).\(number).delete")
    out.attribute("aria-label", locale[.deleteRow])
    if row.isDeleted { out.raw(" checked") }
    out.raw(">")
    Icon.trash.write(into: &out)
    out.raw("</label>")
  }
}
