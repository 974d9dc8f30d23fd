extension Pages {
  /// Writes where a spreadsheet is chosen.
  public static func render(
    _ page: ImportStartPage, frame: FrameModel, into out: inout HTMLWriter
  ) {
    let locale = frame.context.locale
    openImport(page.entity, frame, into: &out)
    if let problem = page.problem { importProblem(problem, into: &out) }
    out.raw(#"<form class="card" method="post" enctype="multipart/form-data""#)
    out.attribute("action", PagePath.importing(page.entity.entity))
    out.raw(#"><div class="body stack">"#)
    Document.hidden("csrf", frame.csrf, into: &out)
    out.raw(#"<p class="mute" id="import-help">"#)
    out.text(locale[.importText])
    out.raw(" ")
    out.text(locale.text(.importLimits, String(page.megabytes), String(page.rows)))
    out.raw(#"</p><div class="field"><label for="import-file">"#)
    out.text(locale[.importFile])
    out.raw(#"</label><input type="file" name="file" id="import-file" required"#)
    out.raw(#" accept=".csv,.xlsx,text/csv" aria-describedby="import-help"></div>"#)
    out.raw(#"<p><button class="button main">"#)
    out.text(locale[.importUpload])
    out.raw("</button></p></div></form>")
    if !page.lines.isEmpty {
      card(locale[.importLatest], into: &out)
      out.raw(#"<ul class="rows">"#)
      for line in page.lines {
        out.raw("<li><a")
        out.attribute("href", line.path)
        out.raw(#"><span class="name">"#)
        out.text(line.name)
        out.raw(#"</span><span class="more">"#)
        out.text(line.state)
        out.raw(" · ")
        out.text(line.when)
        out.raw("</span></a></li>")
      }
      out.raw("</ul></section>")
    }
    out.raw("</div>")
    Frame.close(into: &out)
  }

  static func openImport(
    _ entity: ModuleLink, _ frame: FrameModel, into out: inout HTMLWriter
  ) {
    let title = frame.context.locale.text(.importOf, entity.plural)
    Frame.open(title: title, frame, body: #"<body class="people">"#, into: &out)
    out.raw(#"<div class="head"><a class="crumb""#)
    out.attribute("href", PagePath.list(entity.entity))
    out.raw(">")
    Frame.tile(entity, into: &out)
    out.raw("<span>")
    out.text(entity.plural)
    out.raw("</span></a><h1>")
    out.text(title)
    out.raw(#"</h1></div><div class="page stack">"#)
  }

  static func importProblem(_ problem: String, into out: inout HTMLWriter) {
    out.raw(#"<p class="notice" role="alert">"#)
    out.text(problem)
    out.raw("</p>")
  }

  /// Writes an import.
  public static func render(_ page: ImportPage, frame: FrameModel, into out: inout HTMLWriter) {
    openImport(page.entity, frame, into: &out)
    if let problem = page.problem { importProblem(problem, into: &out) }
    let writer = ImportWriter(page: page, frame: frame)
    switch page.body {
    case .plan(let plan): writer.write(plan, into: &out)
    case .work(let work, let counts): writer.write(work, counts, into: &out)
    case .end(let end, let counts): writer.write(end, counts, into: &out)
    }
    out.raw("</div>")
    Frame.close(into: &out)
  }
}
