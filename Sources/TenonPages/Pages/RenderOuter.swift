extension Pages {
  /// Writes the sign-in page.
  public static func render(_ page: SignInPage, into out: inout HTMLWriter) {
    let locale = page.context.locale
    openOuter(title: locale[.signIn], app: page.app, page.context, into: &out)
    out.raw("<h1>")
    out.text(locale.text(.signInTo, page.app))
    out.raw("</h1>")
    if let problem = page.problem {
      out.raw(#"<p class="notice bad" role="alert" id="problem">"#)
      switch problem {
      case .refused: out.text(locale[.signInRefused])
      case .wait(let seconds): out.text(locale.text(.tryIn, String(seconds)))
      case .busy: out.text(locale[.unavailableText])
      case .ended: out.text(locale[.signInEnded])
      }
      out.raw("</p>")
    }
    out.raw(#"<form class="stack" method="post""#)
    out.attribute("action", PagePath.signIn)
    out.raw(">")
    Document.hidden("csrf", page.csrf, into: &out)
    if let back = page.back { Document.hidden("back", back.text, into: &out) }
    out.raw(#"<div class="field"><label for="login">"#)
    out.text(locale[.login])
    out.raw(#"</label><input id="login" name="login" type="text" autocomplete="username""#)
    out.raw(#" autocapitalize="none" spellcheck="false" required"#)
    if page.problem == .refused { out.raw(#" aria-describedby="problem""#) }
    if page.login.isEmpty { out.raw(" autofocus") }
    out.attribute("value", page.login)
    out.raw(#"></div><div class="field"><label for="password">"#)
    out.text(locale[.password])
    out.raw(#"</label><input id="password" name="password" type="password""#)
    out.raw(#" autocomplete="current-password" required"#)
    if page.problem == .refused { out.raw(#" aria-describedby="problem""#) }
    if !page.login.isEmpty { out.raw(" autofocus") }
    out.raw(#"></div><button class="button main">"#)
    out.text(locale[.signIn])
    out.raw("</button></form></div>")
    Document.languages(
      page.languages, csrf: page.csrf, back: page.back.map(PagePath.signIn(back:)) ?? .signIn,
      page.context, into: &out)
    closeOuter(into: &out)
  }

  /// Writes what went wrong, inside the frame when someone is signed in.
  public static func render(_ page: ProblemPage, into out: inout HTMLWriter) {
    let (title, text) = wording(page.status)
    let locale = page.context.locale
    if let frame = page.frame {
      Frame.open(title: locale[title], frame, body: #"<body class="failing">"#, into: &out)
      out.raw(#"<div class="empty">"#)
    } else {
      openOuter(title: locale[title], app: page.app, page.context, into: &out)
    }
    out.raw(#"<p class="status" aria-hidden="true">"#)
    out.number(Int64(page.status))
    out.raw("</p><h1>")
    out.text(locale[title])
    out.raw("</h1><p>")
    out.text(page.detail ?? locale[text])
    out.raw(#"</p><p><a class="button main""#)
    let isOutside = page.frame == nil
    out.attribute("href", page.back ?? (isOutside ? PagePath.signIn : PagePath.home))
    out.raw(">")
    out.text(locale[page.back != nil ? .goBack : isOutside ? .toSignIn : .home])
    out.raw("</a></p>")
    if let reference = page.reference {
      out.raw(#"<p class="mute code">"#)
      out.text(locale.text(.reference, reference))
      out.raw("</p>")
    }
    out.raw("</div>")
    if isOutside { closeOuter(into: &out) } else { Frame.close(into: &out) }
  }

  /// Writes the page that a device shows while the network is gone. It stands at whatever address
  /// was asked for, so that its link asks again.
  public static func renderOffline(
    _ context: PageContext, app: String, into out: inout HTMLWriter
  ) {
    let locale = context.locale
    openOuter(title: locale[.offline], app: app, context, into: &out)
    out.raw("<h1>")
    out.text(locale[.offline])
    out.raw("</h1><p>")
    out.text(locale[.offlineText])
    out.raw(#"</p><a class="button main" href="">"#)
    out.text(locale[.tryAgain])
    out.raw("</a></div>")
    closeOuter(into: &out)
  }

  private static func wording(_ status: Int) -> (title: Phrase, text: Phrase) {
    switch status {
    case 403: return (.forbidden, .forbiddenText)
    case 404, 410: return (.notFound, .notFoundText)
    case 405: return (.notAllowed, .notAllowedText)
    case 409, 412: return (.conflict, .conflictRetry)
    case 413, 414, 431: return (.tooLarge, .tooLargeText)
    case 429: return (.tooMany, .tooManyText)
    case 503: return (.unavailable, .unavailableText)
    case 507: return (.storageFull, .storageFullText)
    case 500...599: return (.failure, .failureText)
    default: return (.badRequest, .badRequestText)
    }
  }

  static func openOuter(
    title: String, app: String, _ context: PageContext, into out: inout HTMLWriter
  ) {
    Document.open(title: title, app: app, context, body: #"<body class="outer">"#, into: &out)
    out.raw(#"<main id="main"><div class="door"><span class="logo" aria-hidden="true">"#)
    out.text(Frame.initial(app))
    out.raw("</span>")
  }

  static func closeOuter(into out: inout HTMLWriter) {
    out.raw("</main>")
    Document.close(into: &out)
  }
}
