import Values

/// `markdown`: laid out by the server; what is typed can bring no markup of its own.
struct MarkdownControl: LookControl {
  let base: any FieldControl = LongTextControl()

  func writeRead(
    _ cell: Cell, _ field: PageField, _ context: PageContext, into out: inout HTMLWriter
  ) {
    guard case .text(let text) = cell.value, let markup = context.drawing.markdown(text) else {
      return base.writeRead(cell, field, context, into: &out)
    }
    out.raw(#"<div class="rich">"#)
    out.fragment(markup)
    out.raw("</div>")
  }
}
