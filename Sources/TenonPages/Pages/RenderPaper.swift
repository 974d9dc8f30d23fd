import Values

extension Pages {
  /// Writes a record for paper: no frame, nothing to click but the way back and the button that
  /// opens the browser's dialog, which stay off the paper.
  public static func render(
    _ page: PaperPage, _ context: PageContext, app: String, into out: inout HTMLWriter
  ) {
    let locale = context.locale
    let title = page.title.isEmpty ? locale[.untitled] : page.title
    Document.open(title: title, app: app, context, body: #"<body class="paper">"#, into: &out)
    out.raw(#"<main><p class="tools"><a class="button""#)
    out.attribute("href", PagePath.record(page.entity.entity, page.id))
    out.raw(">")
    out.text(page.entity.label)
    out.raw(#"</a><button type="button" class="button main script" data-print>"#)
    out.text(locale[.printNow])
    out.raw("</button></p><header><p>")
    out.text(app)
    out.raw(" · ")
    out.text(page.entity.label)
    out.raw("</p><h1>")
    out.text(title)
    out.raw("</h1></header>")
    let paper = PaperSections(context: context)
    for section in page.sections { paper.write(section, into: &out) }
    writeHistory(page.history, context, into: &out)
    out.raw(#"<p class="made mute"><span>"#)
    let at = ByteWriter.text { Formats.dateTime(page.printedAt, locale, to: &$0) }
    out.text(locale.text(.printed, at, page.printedBy))
    out.raw("</span></p></main>")
    Document.close(into: &out)
  }
}

/// Writes the sections of a record for paper.
private struct PaperSections {
  let context: PageContext

  func write(_ section: RecordSection, into out: inout HTMLWriter) {
    out.raw("<section>")
    if let label = section.label {
      out.raw("<h2>")
      out.text(label)
      out.raw("</h2>")
    }
    var isOpen = false
    for item in section.items {
      switch item {
      case .field(let field):
        if !isOpen { out.raw(#"<dl class="facts">"#) }
        isOpen = true
        write(field, into: &out)
      case .lines(let lines):
        if isOpen { out.raw("</dl>") }
        isOpen = false
        write(lines, into: &out)
      }
    }
    if isOpen { out.raw("</dl>") }
    out.raw("</section>")
  }

  private func write(_ entry: RecordField, into out: inout HTMLWriter) {
    out.raw(entry.field.control.isWide ? #"<div class="wide"><dt>"# : "<div><dt>")
    out.text(entry.field.label)
    out.raw("</dt><dd>")
    if entry.cell.value.isBlank {
      out.raw("—")
    } else {
      entry.field.control.writeRead(entry.cell, entry.field, context, into: &out)
    }
    out.raw("</dd></div>")
  }

  private func write(_ lines: RecordLines, into out: inout HTMLWriter) {
    out.raw("<h3>")
    out.text(lines.label)
    out.raw("</h3>")
    GridCells.table(lines, context, into: &out)
  }
}
