/// Writes what a change did to one field, as a line of a list.
struct ChangeWriter {
  let context: PageContext

  private var locale: Locale { context.locale }

  func write(_ change: FieldChange, into out: inout HTMLWriter) {
    out.raw("<li>")
    switch change {
    case .value(let field, let before, let after):
      label(field.label, into: &out)
      if !before.value.isBlank {
        out.raw("<s>")
        field.control.writeCell(before, field, context, linked: true, into: &out)
        out.raw("</s> ")
      }
      out.raw(#"<i aria-hidden="true">→</i> <b>"#)
      if after.value.isBlank {
        out.text(locale[.blank])
      } else {
        field.control.writeCell(after, field, context, linked: true, into: &out)
      }
      out.raw("</b>")
    case .lines(let name, let added, let changed, let removed):
      label(name, into: &out)
      let parts = [
        (Phrase.rowsAdded, added), (.rowsChanged, changed), (.rowsRemoved, removed),
      ].filter { $0.1.count > 0 }.map { locale.text($0.0, words($0.1)) }
      out.text(parts.joined(separator: locale[.clauseSeparator]))
    case .file(let name, let isAdded):
      label(locale[isAdded ? .fileAdded : .fileRemoved], into: &out)
      out.text(name)
    case .secret(let name):
      label(name, into: &out)
      out.text(locale[.auditSecret])
    case .detail(let name, let before, let after):
      label(name, into: &out)
      write(before, after, into: &out)
    }
    out.raw("</li>")
  }

  private func label(_ text: String, into out: inout HTMLWriter) {
    out.raw("<span>")
    out.text(text)
    out.raw("</span> ")
  }

  private func write(_ before: String?, _ after: String?, into out: inout HTMLWriter) {
    if let before {
      out.raw("<s>")
      out.text(before)
      out.raw(#"</s> <i aria-hidden="true">→</i> "#)
    }
    out.raw("<b>")
    out.text(after ?? locale[.blank])
    out.raw("</b>")
  }

  private static let namedRows = 3

  /// Names the first rows and counts the rest.
  private func words(_ rows: ChangedRows) -> String {
    let named = rows.names.prefix(ChangeWriter.namedRows)
    let names = named.joined(separator: locale[.listSeparator])
    if named.isEmpty { return locale.text(.rowCount, String(rows.count)) }
    if named.count == rows.count { return names }
    return locale.text(.namesOfRows, names, String(rows.count))
  }
}
