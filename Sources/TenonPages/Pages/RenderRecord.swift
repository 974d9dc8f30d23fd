import Values

extension Pages {
  /// Writes a record to read.
  public static func render(_ page: RecordPage, frame: FrameModel, into out: inout HTMLWriter) {
    let context = frame.context
    let title = page.title.isEmpty ? context.locale[.untitled] : page.title
    Frame.open(title: title, frame, body: #"<body class="recording">"#, into: &out)
    out.raw(#"<div class="head">"#)
    writeCrumb(page.entity, frame, into: &out)
    out.raw("<h1>")
    out.text(title)
    out.raw("</h1>")
    writeActions(page, title, frame, into: &out)
    out.raw("</div>")
    writeLead(page, frame, into: &out)
    writePlaces(page, context.locale, into: &out)
    out.raw(#"<div class="record"><div class="parts" id="details">"#)
    let sections = RecordSections(page: page, context: context)
    for (index, section) in page.sections.enumerated() {
      sections.write(section, index, into: &out)
    }
    writeHistory(page.history, context, into: &out)
    if !page.related.isEmpty {
      RelatedTables(page: page, context: context).write(into: &out)
    }
    out.raw("</div>")
    ActivityWriter(page: page, frame: frame).write(into: &out)
    out.raw("</div>")
    Frame.close(into: &out)
  }

  /// Writes the way back to the list of an entity.
  static func writeCrumb(_ entity: ModuleLink, _ frame: FrameModel, into out: inout HTMLWriter) {
    out.raw(#"<a class="crumb""#)
    out.attribute("href", PagePath.list(entity.entity))
    out.attribute("aria-label", entity.plural)
    out.raw(">")
    Frame.tile(entity, into: &out)
    out.raw("<span>")
    out.text(entity.plural)
    out.raw("</span></a>")
  }

  private static func writeActions(
    _ page: RecordPage, _ title: String, _ frame: FrameModel, into out: inout HTMLWriter
  ) {
    let locale = frame.context.locale
    out.raw(#"<button type="button" class="button quiet script" data-link"#)
    out.attribute("data-done", locale[.linkCopied])
    out.attribute("aria-label", locale[.copyLink])
    out.attribute("title", locale[.copyLink])
    out.raw(">")
    Icon(named: "link").write(into: &out)
    out.raw("</button>")
    if let sharing = page.sharing {
      ShareWriter(panel: sharing, frame: frame).writeDialog(into: &out)
    }
    if page.canPrint {
      Frame.button(
        MenuLink(locale[.printRecord], .printer, .paper(page.entity.entity, page.id)), into: &out)
    }
    for link in page.further { Frame.button(link, into: &out) }
    if page.canDelete { writeDelete(page, title, frame, into: &out) }
    if page.canEdit {
      out.raw(#"<a class="button main" data-key="e""#)
      out.attribute("href", PagePath.edit(page.entity.entity, page.id))
      out.attribute("aria-label", locale[.edit])
      out.raw(">")
      Icon.pencil.write(into: &out)
      out.raw(#"<span class="word">"#)
      out.text(locale[.edit])
      out.raw("</span></a>")
    }
  }

  /// Deleting asks first, without script too: the button stands in a panel that opens. It tells
  /// what refers to the record.
  private static func writeDelete(
    _ page: RecordPage, _ title: String, _ frame: FrameModel, into out: inout HTMLWriter
  ) {
    let locale = frame.context.locale
    out.raw(#"<details class="pop ask"><summary class="button quiet""#)
    out.attribute("aria-label", locale[.delete])
    out.attribute("title", locale[.delete])
    out.raw(">")
    Icon.trash.write(into: &out)
    out.raw(#"</summary><form class="panel" method="post""#)
    out.attribute("action", PagePath.delete(page.entity.entity, page.id))
    out.raw("><p><b>")
    out.text(locale.text(.deleteQuestion, title))
    out.raw("</b></p><p>")
    out.text(locale[.deleteText])
    out.raw("</p>")
    let hanging = page.hanging(locale)
    if !hanging.isEmpty {
      out.raw(#"<p class="notice warn">"#)
      out.text(locale.text(.deleteHanging, hanging.joined(separator: locale[.listSeparator])))
      out.raw("</p>")
    }
    Document.hidden("csrf", frame.csrf, into: &out)
    Document.hidden("version", String(page.version), into: &out)
    out.raw(#"<button class="button danger">"#)
    out.text(locale[.delete])
    out.raw("</button></form></details>")
  }

  /// The facts that tell most, and the path of stages.
  private static func writeLead(
    _ page: RecordPage, _ frame: FrameModel, into out: inout HTMLWriter
  ) {
    if page.facts.isEmpty && page.path == nil { return }
    out.raw(#"<div class="lead">"#)
    if !page.facts.isEmpty {
      out.raw(#"<dl class="key">"#)
      for fact in page.facts {
        out.raw("<div><dt>")
        out.text(fact.field.label)
        out.raw("</dt><dd>")
        fact.field.control.writeRead(fact.cell, fact.field, frame.context, into: &out)
        out.raw("</dd></div>")
      }
      out.raw("</dl>")
    }
    if let path = page.path {
      StagePathWriter(path: path, page: page, frame: frame).write(into: &out)
    }
    out.raw("</div>")
  }

  /// The parts of the page, to go from one to the other on a phone.
  private static func writePlaces(
    _ page: RecordPage, _ locale: Locale, into out: inout HTMLWriter
  ) {
    out.raw(#"<nav class="tabs places""#)
    out.attribute("aria-label", locale[.partsOfPage])
    out.raw(##"><a href="#details" aria-current="true">"##)
    out.text(locale[.details])
    out.raw("</a>")
    if !page.related.isEmpty {
      out.raw(##"<a href="#related">"##)
      out.text(locale[.related])
      out.raw("</a>")
    }
    out.raw(##"<a href="#activity">"##)
    out.text(locale[.activity])
    out.raw("</a></nav>")
  }

  static func writeHistory(
    _ history: RecordHistory, _ context: PageContext, into out: inout HTMLWriter
  ) {
    let locale = context.locale
    out.raw(#"<p class="made mute">"#)
    for (phrase, at, by) in [
      (Phrase.createdAt, history.createdAt, history.createdBy),
      (Phrase.updatedAt, history.updatedAt, history.updatedBy),
    ] {
      out.raw("<span>")
      out.text(locale[phrase])
      out.raw(" <time>")
      out.formatted { Formats.dateTime(at, locale, to: &$0) }
      out.raw("</time> ")
      if let by { out.text(by) }
      out.raw("</span>")
    }
    out.raw("</p>")
  }
}

extension RecordPage {
  /// What refers to the record, as far as the reader may see it: `3 商机`.
  func hanging(_ locale: Locale) -> [String] {
    var found: [String] = []
    for section in sections {
      for case .lines(let lines) in section.items where !lines.rows.isEmpty {
        found.append(locale.text(.countOf, count(lines.rows.count, lines.hasMore), lines.label))
      }
    }
    for other in related where !other.rows.isEmpty {
      found.append(
        locale.text(.countOf, count(other.rows.count, other.hasMore), other.entity.plural))
    }
    return found
  }

  private func count(_ number: Int, _ hasMore: Bool) -> String {
    String(number) + (hasMore ? "+" : "")
  }
}

/// Writes the path of stages: a button each, which moves the record there.
struct StagePathWriter {
  let path: StagePath
  let page: RecordPage
  let frame: FrameModel

  private var locale: Locale { frame.context.locale }

  func write(into out: inout HTMLWriter) {
    out.raw(#"<form class="path" method="post" data-partial"#)
    out.attribute("action", PagePath.record(page.entity.entity, page.id))
    out.attribute("aria-label", path.field.label)
    out.raw(">")
    Document.hidden("csrf", frame.csrf, into: &out)
    Document.hidden("version", String(page.version), into: &out)
    Document.hidden("only", path.field.name, into: &out)
    out.raw("<ol>")
    let at = path.field.options.firstIndex { $0.value == path.current }
    for (index, option) in path.field.options.enumerated() {
      write(option, index, at, into: &out)
    }
    out.raw("</ol>")
    writeMissing(at, into: &out)
    out.raw("</form>")
  }

  private func write(
    _ option: PageOption, _ index: Int, _ at: Int?, into out: inout HTMLWriter
  ) {
    let isNow = index == at
    let isEnded = at.map { path.field.options[$0].outcome != nil } ?? false
    switch (isNow, option.outcome) {
    case (true, .won): out.raw(#"<li class="now won">"#)
    case (true, .lost): out.raw(#"<li class="now lost">"#)
    case (true, nil): out.raw(#"<li class="now">"#)
    case (false, .some): out.raw(#"<li class="end">"#)
    case (false, nil):
      let isDone = at.map { index < $0 && path.field.options[$0].outcome != .lost } ?? false
      out.raw(isDone ? #"<li class="done">"# : isEnded ? #"<li class="past">"# : "<li>")
    }
    let missing = path.missing[option.value] ?? []
    if path.canMove && !isNow {
      out.raw("<button")
      out.attribute("name", path.field.inputName)
      out.attribute("value", option.value)
      if !missing.isEmpty { out.attribute("title", needs(option, missing)) }
      out.raw(">")
    } else {
      out.raw(isNow ? #"<span aria-current="step">"# : "<span>")
    }
    if option.outcome == .won { Icon.check.write(into: &out) }
    if option.outcome == .lost { Icon.cross.write(into: &out) }
    out.raw("<b>")
    out.text(option.label)
    out.raw("</b>")
    if !missing.isEmpty && !isNow {
      out.raw(#"<i aria-hidden="true">"#)
      out.number(Int64(missing.count))
      out.raw("</i>")
    }
    out.raw(path.canMove && !isNow ? "</button></li>" : "</span></li>")
  }

  private func needs(_ option: PageOption, _ missing: [String]) -> String {
    locale.text(.stageNeeds, option.label, missing.joined(separator: locale[.listSeparator]))
  }

  /// What the stages ahead still need, in words: the next one and the one that ends well.
  private func writeMissing(_ at: Int?, into out: inout HTMLWriter) {
    let ahead = path.field.options.enumerated().filter { index, option in
      index > (at ?? -1) && option.outcome != .lost && path.missing[option.value] != nil
    }
    guard path.canMove, let (_, option) = ahead.first else { return }
    out.raw(#"<p class="mute">"#)
    out.text(needs(option, path.missing[option.value] ?? []))
    out.raw("</p>")
  }
}
