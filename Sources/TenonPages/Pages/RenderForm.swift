import Values

extension Pages {
  /// Writes a form that creates or edits.
  public static func render(_ page: FormPage, frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    let title: String
    let action: PagePath
    let leave: PagePath
    switch page.purpose {
    case .create:
      title = locale.text(.createTitle, page.entity.label)
      action = .list(page.entity.entity)
      leave = action
    case .edit(let id, let name, _):
      title = locale.text(.editTitle, name.isEmpty ? page.entity.label : " " + name)
      action = .record(page.entity.entity, id)
      leave = action
    }
    Frame.open(title: title, frame, body: #"<body class="forming">"#, into: &out)
    out.raw(#"<form class="form" method="post" novalidate data-guard"#)
    out.attribute("action", action)
    if page.fields.contains(where: { $0.field.control.takesFiles }) {
      out.raw(#" enctype="multipart/form-data""#)
    }
    out.raw(#"><div class="head">"#)
    writeCrumb(page.entity, frame, into: &out)
    out.raw("<h1>")
    out.text(title)
    // The first button of a form is the one that Enter presses, so it stands before all others.
    out.raw(#"</h1><button class="button main" data-key="s">"#)
    out.text(locale[.save])
    out.raw(#"</button><a class="button""#)
    out.attribute("href", leave)
    out.raw(">")
    out.text(locale[.cancel])
    out.raw("</a></div>")
    Document.hidden("csrf", frame.csrf, into: &out)
    if let token = page.token { Document.hidden("token", token, into: &out) }
    if case .edit(_, _, let version) = page.purpose {
      Document.hidden("version", String(version), into: &out)
    }
    out.raw(#"<div class="body">"#)
    if let conflict = page.conflict { write(conflict, frame.context, into: &out) }
    writeSummary(page, frame.context, into: &out)
    writeFields(page, frame.context, into: &out)
    out.raw("</div></form>")
    Frame.close(into: &out)
  }

  private static func writeFields(
    _ page: FormPage, _ context: PageContext, into out: inout HTMLWriter
  ) {
    if page.fields.contains(where: { $0.field.isRequired }) {
      out.raw(#"<p class="mute hint">"#)
      out.text(context.locale[.optionalHint])
      out.raw("</p>")
    }
    out.raw(#"<div class="fields">"#)
    for (index, form) in page.fields.enumerated() {
      write(InputPlace(form: form, id: "f" + String(index)), context, into: &out)
    }
    out.raw("</div>")
  }

  private static func write(
    _ input: InputPlace, _ context: PageContext, into out: inout HTMLWriter
  ) {
    let field = input.field
    let isBox = field.control is BooleanControl
    if isBox {
      out.raw(#"<div class="field box">"#)
    } else if field.control.isWide {
      out.raw(#"<div class="field wide">"#)
    } else {
      out.raw(#"<div class="field">"#)
    }
    if isBox { field.control.writeInput(input, context, into: &out) }
    out.raw("<label")
    out.attribute("for", input.id)
    out.raw(">")
    out.text(field.label)
    if field.isRequired && !input.form.isReadOnly {
      out.raw(#"<b class="must" aria-hidden="true">*</b>"#)
    }
    out.raw("</label>")
    if !isBox { field.control.writeInput(input, context, into: &out) }
    if let problem = input.form.problem {
      out.raw(#"<p class="error""#)
      out.attribute("id", input.id + "-error")
      out.raw(">")
      Icon.warning.write(into: &out)
      out.text(problem.text(field, context))
      out.raw("</p>")
    }
    if let help = field.help {
      out.raw(#"<p class="help""#)
      out.attribute("id", input.id + "-help")
      out.raw(">")
      out.text(help)
      out.raw("</p>")
    }
    out.raw("</div>")
  }

  private static func writeSummary(
    _ page: FormPage, _ context: PageContext, into out: inout HTMLWriter
  ) {
    guard !page.problems.isEmpty || page.fields.contains(where: { $0.problem != nil }) else {
      return
    }
    out.raw(#"<div class="notice bad" role="alert" tabindex="-1" data-focus><h2>"#)
    out.text(context.locale[.errorSummary])
    out.raw("</h2><ul>")
    for problem in page.problems {
      out.raw("<li>")
      out.text(problem)
      out.raw("</li>")
    }
    for (index, form) in page.fields.enumerated() {
      guard let problem = form.problem else { continue }
      out.raw(##"<li><a href="#f"##)
      out.number(Int64(index))
      out.raw(#"">"#)
      out.text(problem.text(form.field, context))
      out.raw("</a></li>")
    }
    out.raw("</ul></div>")
  }

  private static func write(
    _ conflict: EditConflict, _ context: PageContext, into out: inout HTMLWriter
  ) {
    let locale = context.locale
    out.raw(#"<div class="notice warn" role="alert" tabindex="-1" data-focus><h2>"#)
    out.text(locale[.conflictTitle])
    out.raw("</h2><p>")
    if let by = conflict.changedBy {
      let at = ByteWriter.text { Formats.dateTime(conflict.changedAt, locale, to: &$0) }
      out.text(locale.text(.conflictBy, by, at))
      out.raw(" ")
    }
    out.text(locale[.conflictText])
    out.raw("</p>")
    if !conflict.fields.isEmpty {
      out.raw(#"<dl class="facts">"#)
      for entry in conflict.fields {
        out.raw("<div><dt>")
        out.text(locale.text(.now, entry.field.label))
        out.raw("</dt><dd>")
        if entry.cell.value.isBlank {
          out.text(locale[.blank])
        } else {
          entry.field.control.writeRead(entry.cell, entry.field, context, into: &out)
        }
        out.raw("</dd></div>")
      }
      out.raw("</dl>")
    }
    out.raw("</div>")
  }
}
