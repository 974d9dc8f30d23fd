import Values

/// `control: capital` of money: the amount in Chinese capital figures below it, also on paper.
struct CapitalControl: LookControl {
  let base: any FieldControl

  func writeRead(
    _ cell: Cell, _ field: PageField, _ context: PageContext, into out: inout HTMLWriter
  ) {
    base.writeRead(cell, field, context, into: &out)
    guard case .integer(let amount) = cell.value,
      let words = CapitalFigures.text(amount, scale: field.storage.scale)
    else { return }
    out.raw(#"<br><small lang="zh">"#)
    if context.isRenminbi { out.text("人民币") }
    out.text(words)
    out.raw("</small>")
  }
}
