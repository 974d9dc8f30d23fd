import Values

/// `attachment`, `image`: how many files there are.
struct FileListControl: FieldControl {
  var isReadOnly: Bool { true }
  var isWide: Bool { true }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    out.text(context.locale.text(.fileCount, String(ItemList.items(cell.value).count)))
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {}

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {}
}
