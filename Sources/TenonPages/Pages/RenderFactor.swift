extension Pages {
  /// Writes the page that asks for the second factor.
  public static func render(_ page: CodePage, into out: inout HTMLWriter) {
    let locale = page.context.locale
    let form = FactorForm(locale: locale)
    openOuter(title: locale[.secondFactor], app: page.app, page.context, into: &out)
    out.raw("<h1>")
    out.text(locale[.secondFactor])
    out.raw("</h1>")
    if let setUp = page.setUp {
      out.raw("<p>")
      out.text(locale[.factorRequired])
      out.raw("</p>")
      form.write(setUp, into: &out)
    }
    out.raw(#"<form class="stack" method="post""#)
    out.attribute("action", PagePath.signInCode)
    out.raw(">")
    Document.hidden("csrf", page.csrf, into: &out)
    Document.hidden("pending", page.pending, into: &out)
    if let back = page.back { Document.hidden("back", back.text, into: &out) }
    form.writeCode(page.problem, into: &out)
    out.raw(#"<button class="button main">"#)
    out.text(locale[.verify])
    out.raw("</button></form></div>")
    closeOuter(into: &out)
  }

  /// Writes the recovery codes that were made while someone signed in.
  public static func render(_ page: RecoveryPage, into out: inout HTMLWriter) {
    let locale = page.context.locale
    openOuter(title: locale[.recoveryCodes], app: page.app, page.context, into: &out)
    out.raw("<h1>")
    out.text(locale[.recoveryCodes])
    out.raw("</h1>")
    FactorForm(locale: locale).writeCodes(page.codes, into: &out)
    out.raw(#"<a class="button main""#)
    out.attribute("href", page.next)
    out.raw(">")
    out.text(locale[.goOn])
    out.raw("</a></div>")
    closeOuter(into: &out)
  }

  /// Writes the page on which someone sets up or removes the second factor.
  public static func render(_ page: FactorPage, frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    openPart(locale[.secondFactor], frame, into: &out)
    let form = FactorForm(locale: locale)
    switch page.state {
    case .none:
      out.raw("<p>")
      out.text(locale[.factorText])
      out.raw("</p>")
      post("begin", .beginFactor, #"<button class="button main">"#, frame, into: &out)
    case .begun(let setUp, let problem):
      form.write(setUp, into: &out)
      out.raw(#"<form class="stack short" method="post""#)
      out.attribute("action", PagePath.secondFactor("code"))
      out.raw(">")
      Document.hidden("csrf", frame.csrf, into: &out)
      form.writeCode(problem, into: &out)
      out.raw(#"<div><button class="button main">"#)
      out.text(locale[.verify])
      out.raw("</button></div></form>")
    case .inUse(let left, let isRequired):
      out.raw("<p>")
      out.text(locale[.factorInUse] + " " + locale.text(.codesLeft, String(left)))
      if isRequired { out.text(" " + locale[.factorRequired]) }
      out.raw("</p>")
      post("codes", .newCodes, #"<button class="button">"#, frame, into: &out)
      if !isRequired {
        post("remove", .removeFactor, #"<button class="button danger">"#, frame, into: &out)
      }
    case .made(let codes):
      form.writeCodes(codes, into: &out)
      out.raw(#"<div><a class="button main""#)
      out.attribute("href", PagePath.secondFactor)
      out.raw(">")
      out.text(locale[.goOn])
      out.raw("</a></div>")
    }
    out.raw("</div></section></div>")
    Frame.close(into: &out)
  }

  private static func openPart(
    _ title: String, _ frame: FrameModel, into out: inout HTMLWriter
  ) {
    Frame.open(title: title, frame, body: #"<body class="people">"#, into: &out)
    out.raw(#"<div class="head"><h1>"#)
    out.text(title)
    out.raw(#"</h1></div><div class="page stack narrow"><section class="card">"#)
    out.raw(#"<div class="body stack">"#)
  }

  private static func post(
    _ form: String, _ phrase: Phrase, _ button: StaticString, _ frame: FrameModel,
    into out: inout HTMLWriter
  ) {
    out.raw(#"<form method="post""#)
    out.attribute("action", PagePath.secondFactor(form))
    out.raw(">")
    Document.hidden("csrf", frame.csrf, into: &out)
    out.raw(button)
    out.text(frame.context.locale[phrase])
    out.raw("</button></form>")
  }

  /// Writes the page that asks for the password again.
  public static func render(_ page: ConfirmPage, frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    openPart(locale[.confirmTitle], frame, into: &out)
    out.raw("<p>")
    out.text(locale[.confirmText])
    out.raw(#"</p><form class="stack short" method="post""#)
    out.attribute("action", PagePath.confirm)
    out.raw(">")
    Document.hidden("csrf", frame.csrf, into: &out)
    Document.hidden("back", page.back.text, into: &out)
    let problem: PasswordProblem?
    switch page.problem {
    case .wrong: problem = .wrong
    case .wait(let seconds): problem = .wait(seconds)
    case nil: problem = nil
    }
    PeopleForm.password(
      "password", locale[.password], "current-password", problem: problem, locale, into: &out)
    out.raw(#"<div><button class="button main">"#)
    out.text(locale[.goOn])
    out.raw("</button></div></form></div></section></div>")
    Frame.close(into: &out)
  }
}
