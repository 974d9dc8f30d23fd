import Values

extension Pages {
  /// Writes the audit trail.
  public static func render(_ page: AuditPage, frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    Frame.open(title: locale[.audit], frame, body: #"<body class="audit">"#, into: &out)
    out.raw(#"<div class="head"><h1>"#)
    out.text(locale[.audit])
    out.raw(#"</h1></div><div class="page stack"><p class="mute">"#)
    out.text(locale[.auditFull])
    out.raw("</p>")
    AuditWriter(page: page, context: frame.context).write(into: &out)
    out.raw("</div>")
    Frame.close(into: &out)
  }
}

/// Writes the form and the entries of the audit trail.
struct AuditWriter {
  let page: AuditPage
  let context: PageContext

  private var locale: Locale { context.locale }

  func write(into out: inout HTMLWriter) {
    writeForm(into: &out)
    out.raw(#"<section class="card"><div class="body">"#)
    if page.entries.isEmpty {
      out.raw(#"<div class="empty"><p>"#)
      out.text(locale[.auditNone])
      out.raw("</p></div>")
    } else {
      out.raw(#"<ol class="timeline">"#)
      for entry in page.entries { write(entry, into: &out) }
      out.raw("</ol>")
    }
    if let looked = page.looked {
      let moment = ByteWriter.text { Formats.dateTime(looked, locale, to: &$0) }
      out.raw(#"<p class="mute">"#)
      out.text(locale.text(.auditLooked, moment))
      out.raw("</p>")
    }
    if let older = page.older {
      out.raw(#"<p><a class="button small""#)
      out.attribute("href", older)
      out.raw(">")
      out.text(locale[.auditOlder])
      out.raw("</a></p>")
    }
    out.raw("</div></section>")
  }

  // MARK: What is looked for

  private func writeForm(into out: inout HTMLWriter) {
    out.raw(#"<form class="card" role="search""#)
    out.attribute("action", PagePath.audit)
    out.raw(#"><div class="body fields">"#)
    select("person", .auditPerson, page.form.people, into: &out)
    select("kind", .auditKind, page.form.kinds, into: &out)
    select("entity", .auditEntity, page.form.entities, into: &out)
    input("record", .auditRecord, #"type="text" inputmode="numeric" maxlength="18""#, into: &out)
    input("from", .auditFrom, #"type="date""#, into: &out)
    input("to", .auditTo, #"type="date""#, into: &out)
    out.raw(#"<div class="field"><button class="button main">"#)
    out.text(locale[.auditFind])
    out.raw("</button></div></div></form>")
  }

  private func label(_ name: String, _ phrase: Phrase, into out: inout HTMLWriter) {
    out.raw(#"<div class="field"><label"#)
    out.attribute("for", "a-" + name)
    out.raw(">")
    out.text(locale[phrase])
    out.raw("</label>")
  }

  private func select(
    _ name: String, _ phrase: Phrase, _ choices: [AuditForm.Choice], into out: inout HTMLWriter
  ) {
    label(name, phrase, into: &out)
    out.raw("<select")
    out.attribute("id", "a-" + name)
    out.attribute("name", name)
    out.raw(#"><option value="">"#)
    out.text(locale[.auditAll])
    out.raw("</option>")
    for choice in choices {
      out.raw("<option")
      out.attribute("value", choice.value)
      if choice.value == page.form.values[name] { out.raw(" selected") }
      out.raw(">")
      out.text(choice.label)
      out.raw("</option>")
    }
    out.raw("</select></div>")
  }

  private func input(
    _ name: String, _ phrase: Phrase, _ type: StaticString, into out: inout HTMLWriter
  ) {
    label(name, phrase, into: &out)
    out.raw("<input ")
    out.raw(type)
    out.attribute("id", "a-" + name)
    out.attribute("name", name)
    out.attribute("value", page.form.values[name] ?? "")
    out.raw("></div>")
  }

  // MARK: Entries

  private func write(_ entry: AuditLine, into out: inout HTMLWriter) {
    let who: String
    switch entry.actor {
    case .person(let name, nil): who = name
    case .person(let name, let other?): who = locale.text(.actingFor, name, other)
    case .command(nil), .command("serve"): who = locale[.auditServer]
    case .command(let command?): who = locale.text(.auditCommand, command)
    }
    out.raw("<li>")
    Frame.avatar(who, into: &out)
    out.raw("<p><b>")
    out.text(who)
    out.raw("</b> ")
    out.text(entry.kind)
    if let entity = entry.entity {
      out.raw(" ")
      out.text(entity)
    }
    if let record = entry.record {
      out.raw(#" <a class="link""#)
      out.attribute("href", PagePath.record(record.entity.entity, record.id))
      out.raw(">")
      out.text(record.title)
      out.raw("</a>")
    }
    out.raw(" <time>")
    out.formatted { Formats.dateTime(entry.at, locale, to: &$0) }
    out.raw("</time></p>")
    if !entry.changes.isEmpty {
      out.raw(#"<ul class="changes">"#)
      for change in entry.changes { ChangeWriter(context: context).write(change, into: &out) }
      out.raw("</ul>")
    }
    out.raw("</li>")
  }
}
