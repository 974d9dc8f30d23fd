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
      leave = page.back ?? action
    case .edit(let id, let name, _):
      title = locale.text(.editTitle, name.isEmpty ? page.entity.label : " " + name)
      action = .record(page.entity.entity, id)
      leave = action
    }
    Frame.open(title: title, frame, body: #"<body class="forming">"#, into: &out)
    out.raw(#"<form class="form" method="post" novalidate data-guard"#)
    out.attribute("action", action)
    if page.takesFiles { out.raw(#" enctype="multipart/form-data""#) }
    if let draft = page.draft {
      out.attribute("data-draft", draft)
      out.attribute("data-found", locale[.draftFound])
      out.attribute("data-restore", locale[.draftRestore])
      out.attribute("data-discard", locale[.draftDiscard])
    }
    page.rules?.write(into: &out)
    out.raw(">")
    writeEnter(into: &out)
    out.raw(#"<div class="head">"#)
    writeCrumb(page.entity, frame, into: &out)
    out.raw("<h1>")
    out.text(title)
    out.raw(#"</h1><button class="button main" data-key="s">"#)
    out.text(locale[.save])
    out.raw(#"</button><a class="button""#)
    out.attribute("href", leave)
    out.raw(">")
    out.text(locale[.cancel])
    out.raw("</a></div>")
    writeHidden(page, frame, into: &out)
    out.raw(#"<div class="body">"#)
    FormBodyWriter(page: page, context: frame.context).write(into: &out)
    out.raw("</div></form>")
    Frame.close(into: &out)
  }

  /// The first button of a form is the one that Enter presses. It is not Save: Enter in a box that
  /// looks for records must not save what is half typed.
  private static func writeEnter(into out: inout HTMLWriter) {
    out.raw(#"<button class="vh" name="find" value="enter" tabindex="-1" aria-hidden="true">"#)
    out.raw("</button>")
  }

  private static func writeHidden(
    _ page: FormPage, _ frame: FrameModel, into out: inout HTMLWriter
  ) {
    Document.hidden("csrf", frame.csrf, into: &out)
    if let token = page.token { Document.hidden("token", token, into: &out) }
    if case .edit(_, _, let version) = page.purpose {
      Document.hidden("version", String(version), into: &out)
    }
    if !page.only.isEmpty {
      Document.hidden("only", page.only.joined(separator: ","), into: &out)
    }
    if let back = page.back { Document.hidden("back", back.text, into: &out) }
  }
}

/// Writes what stands below the head of a form: what went wrong, then the sections.
struct FormBodyWriter {
  let page: FormPage
  let context: PageContext

  private var locale: Locale { context.locale }

  /// A field with the id of its input.
  private struct Place {
    let section: Int
    let item: Int
    /// `f0-2`, as an id must be unique in a page.
    var id: String { "f\(section)-\(item)" }
  }

  func write(into out: inout HTMLWriter) {
    if let conflict = page.conflict { write(conflict, into: &out) }
    writeSummary(into: &out)
    let isAnyRequired = page.sections.contains { section in
      section.items.contains { item in
        if case .field(let form) = item { return form.isRequired && !form.isReadOnly }
        return false
      }
    }
    if isAnyRequired {
      out.raw(#"<p class="mute hint">"#)
      out.text(locale[.optionalHint])
      out.raw("</p>")
    }
    for (index, section) in page.sections.enumerated() { write(section, index, into: &out) }
    if let whole = page.whole {
      out.raw(#"<p><a class="link""#)
      out.attribute("href", whole)
      out.raw(">")
      out.text(locale[.wholeForm])
      out.raw("</a></p>")
    }
  }

  private func write(_ section: FormSection, _ index: Int, into out: inout HTMLWriter) {
    out.raw(#"<section class="part""#)
    if section.isHidden { out.raw(" hidden") }
    if let label = section.label {
      out.attribute("aria-labelledby", "h\(index)")
      out.raw("><h2")
      out.attribute("id", "h\(index)")
      out.raw(">")
      out.text(label)
      out.raw("</h2>")
    } else {
      out.raw(">")
    }
    out.raw(#"<div class="fields">"#)
    for (item, content) in section.items.enumerated() {
      let id = Place(section: index, item: item).id
      switch content {
      case .field(let form):
        FieldWriter(input: InputPlace(form: form, id: id), context: context).write(into: &out)
      case .lines(let lines):
        FormLinesWriter(lines: lines, id: id, context: context).write(into: &out)
      }
    }
    out.raw("</div></section>")
  }

  // MARK: What is wrong

  private func writeSummary(into out: inout HTMLWriter) {
    var links: [(id: String, text: String)] = []
    for (section, content) in page.sections.enumerated() {
      for (item, content) in content.items.enumerated() {
        let id = Place(section: section, item: item).id
        switch content {
        case .field(let form):
          if let problem = form.problem { links.append((id, problem.text(form.field, context))) }
        case .lines(let lines):
          links += FormLinesWriter(lines: lines, id: id, context: context).problems
        }
      }
    }
    if page.problems.isEmpty && links.isEmpty { return }
    out.raw(#"<div class="notice bad" role="alert" tabindex="-1" data-focus><h2>"#)
    out.text(locale[.errorSummary])
    out.raw("</h2><ul>")
    for problem in page.problems {
      out.raw("<li>")
      out.text(problem)
      out.raw("</li>")
    }
    for link in links {
      out.raw("<li><a")
      out.attribute("href", "#" + link.id)
      out.raw(">")
      out.text(link.text)
      out.raw("</a></li>")
    }
    out.raw("</ul></div>")
  }

  private func write(_ conflict: EditConflict, into out: inout HTMLWriter) {
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

/// Writes one field of a form: label, input, what is wrong, help.
struct FieldWriter {
  let input: InputPlace
  let context: PageContext

  func write(into out: inout HTMLWriter) {
    let field = input.field
    let isBox = field.control.isBox && !input.form.isSettled
    out.raw(#"<div class="field"#)
    if isBox { out.raw(" box") } else if field.control.isWide { out.raw(" wide") }
    if input.form.isFixed { out.raw(" fixed") }
    out.raw("\"")
    out.attribute("data-field", field.name)
    if input.form.isHidden { out.raw(" hidden") }
    out.raw(">")
    if isBox { input.writeControl(context, into: &out) }
    writeLabel(into: &out)
    if !isBox { input.writeControl(context, into: &out) }
    if let problem = input.form.problem {
      out.raw(#"<p class="error""#)
      out.attribute("id", input.id + "-error")
      out.raw(">")
      Icon.warning.write(into: &out)
      out.text(problem.text(field, context))
      out.raw("</p>")
    }
    if input.form.taken != nil {
      out.raw(#"<p class="help" role="status""#)
      out.attribute("data-words", context.locale[.takenHint])
      out.raw("></p>")
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

  private func writeLabel(into out: inout HTMLWriter) {
    // A group of boxes has a name, not a label: only one input takes a label's click.
    let isGroup = input.field.control.isGroup && !input.form.isSettled
    if isGroup {
      out.raw(#"<span class="label""#)
      out.attribute("id", input.id + "-label")
    } else {
      out.raw("<label")
      out.attribute("for", input.id)
    }
    out.raw(">")
    out.text(input.field.label)
    if input.form.isRequired && !input.form.isReadOnly && !input.form.isSettled {
      out.raw(#"<b class="must" aria-hidden="true">*</b>"#)
    }
    out.raw(isGroup ? "</span>" : "</label>")
  }
}
