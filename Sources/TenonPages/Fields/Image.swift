import Values

/// `image`: pictures, shown as such.
struct ImageControl: FieldControl {
  var clarity: Clarity { .always }
  var isWide: Bool { true }
  var takesFiles: Bool { true }

  func writeCell(
    _ cell: Cell, _ field: PageField, _ context: PageContext, linked: Bool,
    into out: inout HTMLWriter
  ) {
    let items = ItemList.items(cell.value)
    guard let first = items.first.flatMap({ Int64($0) }) else { return }
    out.raw(#"<img class="thumb" loading="lazy" width="28" height="28""#)
    out.attribute("src", PagePath.thumbnail(first, 96))
    out.attribute("alt", context.locale.text(.fileCount, String(items.count)))
    out.raw(">")
    if items.count > 1 {
      out.raw(#"<small class="mute">+"#)
      out.number(Int64(items.count - 1))
      out.raw("</small>")
    }
  }

  func writeRead(
    _ cell: Cell, _ field: PageField, _ context: PageContext, into out: inout HTMLWriter
  ) {
    out.raw(#"<ul class="shots">"#)
    for file in cell.files {
      out.raw(#"<li><a target="_blank" rel="noopener""#)
      out.attribute("href", PagePath.picture(file.id))
      out.raw(#"><img loading="lazy""#)
      out.attribute("src", PagePath.thumbnail(file.id, 480))
      out.attribute("alt", file.name)
      out.raw("></a></li>")
    }
    out.raw("</ul>")
  }

  func writeInput(_ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter) {
    FileLists.writeInput(
      input, #" accept="image/png,image/jpeg,image/webp,image/gif""#, context, into: &out)
  }

  func writeFilter(_ filter: ListFilter, _ context: PageContext, into out: inout HTMLWriter) {}
}
