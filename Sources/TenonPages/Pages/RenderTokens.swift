import Values

extension Pages {
  /// Writes the page of access tokens.
  public static func render(_ page: TokensPage, frame: FrameModel, into out: inout HTMLWriter) {
    let locale = frame.context.locale
    Frame.open(title: locale[.tokens], frame, body: "<body>", into: &out)
    out.raw(#"<div class="head"><h1>"#)
    out.text(locale[.tokens])
    out.raw(#"</h1></div><div class="page stack"><p class="mute">"#)
    out.text(locale[.tokensRights])
    out.raw("</p>")
    if let outcome = page.outcome { write(outcome, locale, into: &out) }
    out.raw(#"<section class="card">"#)
    if page.entries.isEmpty {
      out.raw(#"<div class="empty"><p>"#)
      out.text(locale[.tokenNone])
      out.raw("</p></div>")
    } else {
      out.raw(#"<ul class="rows">"#)
      for entry in page.entries { write(entry, frame, into: &out) }
      out.raw("</ul>")
    }
    out.raw("</section>")
    writeForm(page, frame, into: &out)
    out.raw("</div>")
    Frame.close(into: &out)
  }

  private static func write(
    _ outcome: TokensPage.Outcome, _ locale: Locale, into out: inout HTMLWriter
  ) {
    switch outcome {
    case .made(let token):
      out.raw(#"<div class="notice good" role="status" tabindex="-1" data-focus><h2>"#)
      out.text(locale[.tokenMade])
      out.raw("</h2><p>")
      out.text(locale[.tokenMadeText])
      out.raw(#"</p><p><input class="input" readonly autocomplete="off""#)
      out.attribute("aria-label", locale[.tokens])
      out.attribute("value", token)
      out.raw("></p></div>")
    case .sentAlready: writeWarning(locale[.tokenGone], into: &out)
    case .unnamed: writeWarning(locale[.tokenUnnamed], into: &out)
    case .emptyScope: writeWarning(locale[.tokenEmpty], into: &out)
    case .tooMany(let limit):
      writeWarning(locale.text(.tokenTooMany, String(limit)), into: &out)
    }
  }

  private static func writeWarning(_ text: String, into out: inout HTMLWriter) {
    out.raw(#"<div class="notice warn" role="alert" tabindex="-1" data-focus><p>"#)
    out.text(text)
    out.raw("</p></div>")
  }

  private static func write(
    _ entry: TokensPage.Entry, _ frame: FrameModel, into out: inout HTMLWriter
  ) {
    let locale = frame.context.locale
    func moment(_ time: Int64) -> String {
      ByteWriter.text { Formats.dateTime(time, locale, to: &$0) }
    }
    let life: String
    switch (entry.expiresAt, entry.isOver) {
    case (nil, _): life = locale[.tokenUnending]
    case (let end?, true): life = locale.text(.tokenOver, moment(end))
    case (let end?, false): life = locale.text(.tokenUntil, moment(end))
    }
    let use = entry.lastUsedAt.map { locale.text(.tokenUsed, moment($0)) } ?? locale[.tokenUnused]
    out.raw(#"<li><div class="item"><span class="name">"#)
    out.text(entry.name)
    out.raw(#"</span><span class="more">"#)
    out.text(locale[entry.isReadOnly ? .tokenReadOnly : .tokenWrites])
    let reach = (entry.scope ?? []).map { reach in
      reach.entity + " " + reach.actions.map { locale[$0.phrase] }.joined(separator: "/")
    }
    for text in [life, use] + reach {
      out.raw(" · ")
      out.text(text)
    }
    out.raw(#"</span><form method="post""#)
    out.attribute("action", PagePath.revoke(entry.id))
    out.raw(">")
    Document.hidden("csrf", frame.csrf, into: &out)
    out.raw(#"<button class="button small danger">"#)
    out.text(locale[.tokenRevoke])
    out.raw("</button></form></div></li>")
  }

  private static func writeForm(
    _ page: TokensPage, _ frame: FrameModel, into out: inout HTMLWriter
  ) {
    let locale = frame.context.locale
    out.raw(#"<form class="card" method="post""#)
    out.attribute("action", PagePath.tokens)
    out.raw("><header><h2>")
    out.text(locale[.tokenCreate])
    out.raw(#"</h2></header><div class="body fields">"#)
    Document.hidden("csrf", frame.csrf, into: &out)
    Document.hidden("token", page.formToken, into: &out)
    out.raw(#"<div class="field"><label for="name">"#)
    out.text(locale[.tokenName])
    out.raw(#"<b class="must" aria-hidden="true">*</b></label>"#)
    out.raw(#"<input id="name" name="name" maxlength="100" required autocomplete="off""#)
    out.raw(#" aria-describedby="name-help""#)
    out.attribute("value", page.name)
    out.raw(#"><p class="help" id="name-help">"#)
    out.text(locale[.tokenNameHelp])
    out.raw(#"</p></div><div class="field"><label for="days">"#)
    out.text(locale[.tokenExpiry])
    out.raw(#"</label><select id="days" name="days">"#)
    for days in TokensPage.days {
      out.raw("<option")
      out.attribute("value", String(days))
      out.raw(">")
      out.text(locale.text(.tokenDays, String(days)))
      out.raw("</option>")
    }
    out.raw(#"<option value="">"#)
    out.text(locale[.tokenForever])
    out.raw(#"</option></select></div><div class="field box">"#)
    out.raw(#"<input type="checkbox" id="read_only" name="read_only" value="true" checked>"#)
    out.raw(#"<label for="read_only">"#)
    out.text(locale[.tokenReadOnly])
    out.raw("</label></div>")
    writeReach(page, locale, into: &out)
    out.raw(#"<div class="field"><button class="button main">"#)
    out.text(locale[.tokenCreate])
    out.raw("</button></div></div></form>")
  }

  /// Writes the choice of what a token may do, entity by entity.
  private static func writeReach(
    _ page: TokensPage, _ locale: Locale, into out: inout HTMLWriter
  ) {
    out.raw(#"<fieldset class="field wide"><legend class="label">"#)
    out.text(locale[.tokenReach])
    out.raw("</legend>")
    for (value, phrase) in [("all", Phrase.tokenAll), ("some", .tokenSome)] {
      out.raw(#"<label class="opt"><input type="radio" name="reach""#)
      out.attribute("value", value)
      out.raw(value == "all" ? " checked><span>" : "><span>")
      out.text(locale[phrase])
      out.raw("</span></label>")
    }
    for entity in page.entities {
      out.raw(#"<div class="row" role="group""#)
      out.attribute("aria-label", entity.label)
      out.raw(#"><span class="name">"#)
      out.text(entity.label)
      out.raw("</span>")
      for action in TokenAction.allCases {
        out.raw(#"<label class="opt"><input type="checkbox" name="may""#)
        out.attribute("value", entity.entity + "." + action.rawValue)
        out.raw("><span>")
        out.text(locale[action.phrase])
        out.raw("</span></label>")
      }
      out.raw("</div>")
    }
    out.raw("</fieldset>")
  }
}
