extension Pages {
  /// Writes a person's own page.
  public static func render(_ page: ProfilePage, frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    Frame.open(title: locale[.profile], frame, body: #"<body class="people">"#, into: &out)
    out.raw(#"<div class="page stack narrow"><header class="hello">"#)
    Frame.avatar(page.name, isBig: true, picture: page.picture, into: &out)
    out.raw("<div><h1>")
    out.text(page.name)
    out.raw(#"</h1><p class="mute">"#)
    out.text(([page.login] + page.roles).joined(separator: " · "))
    out.raw("</p></div></header>")
    writeBasics(page, frame, into: &out)
    writeLooks(frame, into: &out)
    part(locale[.changePassword], into: &out)
    PeopleForm(frame: frame).writePassword(page.passwordProblem, into: &out)
    out.raw("</section>")
    part(locale[.secondFactor], into: &out)
    writeFurther(
      locale[page.hasFactor ? .factorInUse : .factorText], locale[.manage], .secondFactor,
      into: &out)
    part(locale[.devices], into: &out)
    PeopleForm(frame: frame).writeSessions(page.sessions, .profileSessions, into: &out)
    out.raw("</section>")
    part(locale[.deputies], into: &out)
    DeputyLines(frame: frame).writeActsFor(page.actsFor, mayAct: true, into: &out)
    writeFurther(locale[.deputiesText], locale[.manage], .deputies, into: &out)
    part(locale[.rights], into: &out)
    writeFurther(locale[.rightsOwnText], locale[.rightsShow], .rights, into: &out)
    part(locale[.tokens], into: &out)
    writeFurther(locale[.tokensText], locale[.manage], .tokens, into: &out)
    Frame.writeSignOut(frame, #"<button class="button leave">"#, into: &out)
    out.raw("</div>")
    Frame.close(into: &out)
  }

  private static func part(_ title: String, into out: inout HTMLWriter) {
    out.raw(#"<section class="card"><header><h2>"#)
    out.text(title)
    out.raw("</h2></header>")
  }

  /// What a further page is about, and the way there; closes the card.
  private static func writeFurther(
    _ text: String, _ label: String, _ path: PagePath, into out: inout HTMLWriter
  ) {
    out.raw(#"<div class="body row"><p class="mute">"#)
    out.text(text)
    out.raw(#"</p><a class="button""#)
    out.attribute("href", path)
    out.raw(">")
    out.text(label)
    out.raw("</a></div></section>")
  }

  private static func writeBasics(
    _ page: ProfilePage, _ frame: FrameModel, into out: inout HTMLWriter
  ) {
    let locale = frame.context.locale
    part(locale[.basics], into: &out)
    out.raw(#"<form class="body" method="post" novalidate data-guard"#)
    if page.fields.contains(where: { $0.field.control.takesFiles }) {
      out.raw(#" enctype="multipart/form-data""#)
    }
    out.attribute("action", PagePath.profile)
    out.raw(">")
    Document.hidden("csrf", frame.csrf, into: &out)
    out.raw(#"<div class="fields">"#)
    for (index, form) in page.fields.enumerated() {
      let place = InputPlace(form: form, id: "f\(index)")
      out.raw(
        form.field.control.isWide
          ? #"<div class="field wide"><label"# : #"<div class="field"><label"#)
      out.attribute("for", place.id)
      out.raw(">")
      out.text(form.field.label)
      out.raw("</label>")
      form.field.control.writeInput(place, frame.context, into: &out)
      if let problem = form.problem {
        PeopleForm.error(
          problem.text(form.field, frame.context), id: place.id + "-error", into: &out)
      }
      if let help = form.field.help {
        out.raw(#"<p class="help""#)
        out.attribute("id", place.id + "-help")
        out.raw(">")
        out.text(help)
        out.raw("</p>")
      }
      out.raw("</div>")
    }
    out.raw(#"</div><button class="button main" data-key="s">"#)
    out.text(locale[.save])
    out.raw("</button></form></section>")
  }

  private static func writeLooks(_ frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    part(locale[.appearance], into: &out)
    out.raw(#"<div class="body stack looks"><div class="switch"><span>"#)
    out.text(locale[.theme])
    out.raw("</span>")
    Document.themes(csrf: frame.csrf, back: frame.here, frame.context, into: &out)
    out.raw("</div>")
    if frame.languages.count > 1 {
      out.raw(#"<div class="switch"><span>"#)
      out.text(locale[.language])
      out.raw("</span>")
      Document.languages(
        frame.languages, csrf: frame.csrf, back: frame.here, frame.context, into: &out)
      out.raw("</div>")
    }
    out.raw("</div></section>")
  }

  /// Writes how someone comes in, for administrators.
  public static func render(_ page: AccessPage, frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    Frame.open(
      title: locale[.signInAndSecurity], frame, body: #"<body class="people">"#, into: &out)
    out.raw(#"<div class="head"><a class="crumb""#)
    out.attribute("href", PagePath.record(page.entity.entity, page.id))
    out.attribute("aria-label", page.name)
    out.raw(">")
    Frame.avatar(page.name, into: &out)
    out.raw("<span>")
    out.text(page.name)
    out.raw("</span></a><h1>")
    out.text(locale[.signInAndSecurity])
    out.raw(#"</h1></div><div class="page stack narrow">"#)
    if !page.hasPassword {
      out.raw(#"<p class="notice warn">"#)
      out.text(locale[.noPasswordYet])
      out.raw("</p>")
    }
    let form = PeopleForm(frame: frame)
    part(locale[.invitation], into: &out)
    form.writeInvitation(page, into: &out)
    out.raw("</section>")
    part(locale[.setPassword], into: &out)
    form.writeSetPassword(page, into: &out)
    out.raw("</section>")
    part(locale[.devices], into: &out)
    form.writeSessions(page.sessions, .access(page.id, "sessions"), into: &out)
    out.raw("</section>")
    part(locale[.attempts], into: &out)
    form.writeFailures(page, into: &out)
    out.raw("</section>")
    part(locale[.activeState], into: &out)
    form.writeActive(page, into: &out)
    out.raw("</section></div>")
    Frame.close(into: &out)
  }

  /// Writes the page on which someone invited sets the first password.
  public static func render(_ page: WelcomePage, into out: inout HTMLWriter) {
    let locale = page.context.locale
    let title = locale.text(.welcome, page.name)
    openOuter(title: title, app: page.app, page.context, into: &out)
    out.raw("<h1>")
    out.text(title)
    out.raw("</h1><p>")
    out.text(locale.text(.welcomeText, page.login))
    out.raw(#"</p><form class="stack" method="post""#)
    out.attribute("action", page.path)
    out.raw(">")
    Document.hidden("csrf", page.csrf, into: &out)
    PeopleForm.password(
      "new", locale[.newPassword], "new-password", problem: page.problem, locale, into: &out)
    out.raw(#"<button class="button main">"#)
    out.text(locale[.start])
    out.raw("</button></form></div>")
    closeOuter(into: &out)
  }
}
