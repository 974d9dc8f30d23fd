import Values

/// `attachment`: files of any type, each a download.
struct AttachmentControl: FieldControl {
  var clarity: Clarity { .always }
  var isWide: Bool { true }
  var takesFiles: Bool { true }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    let count = String(ItemList.items(cell.value).count)
    out.raw(#"<span class="clip""#)
    out.attribute("title", context.locale.text(.fileCount, count))
    out.raw(">")
    Icon.clip.write(into: &out)
    out.text(count)
    out.raw("</span>")
  }

  func writeRead(
    _ cell: Cell, _ field: PageField, _ context: PageContext, into out: inout HTMLWriter
  ) {
    FileLists.write(cell.files, into: &out)
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    FileLists.writeInput(input, "", context, into: &out)
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {}
}
