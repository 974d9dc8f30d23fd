/// The forms about passwords and sessions.
struct PeopleForm {
  let frame: FrameModel

  private var locale: Locale { frame.context.locale }

  /// Writes a field for a password with what is wrong with it.
  static func password(
    _ name: String, _ label: String, _ purpose: StaticString, problem: PasswordProblem?,
    _ locale: Locale, into out: inout HTMLWriter
  ) {
    out.raw(#"<div class="field"><label"#)
    out.attribute("for", name)
    out.raw(">")
    out.text(label)
    out.raw(#"</label><input type="password" required autocomplete=""#)
    out.raw(purpose)
    out.raw("\"")
    out.attribute("id", name)
    out.attribute("name", name)
    if problem != nil {
      out.raw(#" aria-invalid="true" autofocus"#)
      out.attribute("aria-describedby", name + "-error")
    }
    out.raw(">")
    if let problem { error(problem.text(locale), id: name + "-error", into: &out) }
    out.raw("</div>")
  }

  /// Writes what is wrong with a field.
  static func error(_ text: String, id: String, into out: inout HTMLWriter) {
    out.raw(#"<p class="error""#)
    out.attribute("id", id)
    out.raw(">")
    Icon.warning.write(into: &out)
    out.text(text)
    out.raw("</p>")
  }

  private func open(_ path: PagePath, _ form: StaticString, into out: inout HTMLWriter) {
    out.raw(form)
    out.attribute("action", path)
    out.raw(">")
    Document.hidden("csrf", frame.csrf, into: &out)
  }

  private func button(
    _ phrase: Phrase, _ opening: StaticString = #"<button class="button">"#,
    into out: inout HTMLWriter
  ) {
    out.raw(opening)
    out.text(locale[phrase])
    out.raw("</button>")
  }

  private static let ownPassword: [(String, Phrase, StaticString)] = [
    ("old", .oldPassword, "current-password"), ("new", .newPassword, "new-password"),
    ("again", .repeatPassword, "new-password"),
  ]

  /// Writes the form with which someone changes the own password.
  func writePassword(_ problem: PasswordProblem?, into out: inout HTMLWriter) {
    open(.profilePassword, #"<form class="body stack short" method="post""#, into: &out)
    // Password managers keep the new password under this login.
    out.raw(#"<input type="text" name="login" autocomplete="username" hidden readonly"#)
    out.attribute("value", frame.login)
    out.raw(">")
    for (name, label, purpose) in PeopleForm.ownPassword {
      PeopleForm.password(
        name, locale[label], purpose, problem: problem?.input == name ? problem : nil, locale,
        into: &out)
    }
    out.raw(#"<p class="help">"#)
    out.text(locale[.passwordHelp])
    out.raw("</p><div>")
    button(.changePassword, into: &out)
    out.raw("</div></form>")
  }

  /// When a session began, when and where it was used last.
  private func words(_ line: SessionLine) -> String {
    var parts = [
      line.isCurrent ? locale[.thisDevice] : locale.text(.signedInAt, line.since)
    ]
    if !line.isCurrent { parts.append(locale.text(.usedAt, line.lastUsed)) }
    if !line.address.isEmpty { parts.append(line.address) }
    return parts.joined(separator: " · ")
  }

  /// Writes the sessions, each with a button that ends it.
  func writeSessions(
    _ sessions: [SessionLine], _ path: PagePath, into out: inout HTMLWriter
  ) {
    if sessions.isEmpty {
      out.raw(#"<p class="body mute">"#)
      out.text(locale[.noSessions])
      out.raw("</p>")
      return
    }
    out.raw(#"<ul class="rows">"#)
    for line in sessions {
      out.raw(#"<li><div class="item"><span class="name">"#)
      out.text(line.device ?? locale[.unknownDevice])
      out.raw(#"</span><span class="more">"#)
      out.text(words(line))
      out.raw("</span>")
      if !line.isCurrent {
        open(path, #"<form method="post""#, into: &out)
        Document.hidden("session", line.name, into: &out)
        button(.endSession, #"<button class="button small">"#, into: &out)
        out.raw("</form>")
      }
      out.raw("</div></li>")
    }
    out.raw("</ul>")
    let others = sessions.filter { !$0.isCurrent }.count
    if others < 2 { return }
    open(path, #"<form class="foot" method="post""#, into: &out)
    button(others == sessions.count ? .endAll : .endOthers, into: &out)
    out.raw("</form>")
  }

  /// Writes the form that makes an invitation, and the one just made.
  func writeInvitation(_ page: AccessPage, into out: inout HTMLWriter) {
    if let link = page.invitation {
      out.raw(#"<div class="body stack"><div class="row copy"><input class="input" readonly"#)
      out.attribute("aria-label", locale[.invitation])
      out.attribute("value", link)
      out.raw(#"><button class="button script" type="button" data-copy"#)
      out.attribute("data-done", locale[.copied])
      out.raw(">")
      out.text(locale[.copy])
      out.raw(#"</button></div><p class="help">"#)
      out.text(locale[.invitationOnce])
      out.raw("</p></div>")
      return
    }
    open(.access(page.id, "invite"), #"<form class="body row" method="post""#, into: &out)
    out.raw(#"<p class="mute">"#)
    out.text(locale[.inviteText])
    out.raw("</p>")
    button(.invite, into: &out)
    out.raw("</form>")
  }

  /// Writes the form with which an administrator sets a password.
  func writeSetPassword(_ page: AccessPage, into out: inout HTMLWriter) {
    open(.access(page.id, "password"), #"<form class="body stack short" method="post""#, into: &out)
    PeopleForm.password(
      "new", locale[.newPassword], "new-password", problem: page.problem, locale, into: &out)
    out.raw(#"<p class="help">"#)
    out.text(locale[.setPasswordText])
    out.raw("</p><div>")
    button(.setPassword, into: &out)
    out.raw("</div></form>")
  }

  /// Writes how many attempts failed and whether there is a second factor, each with what ends it.
  func writeFailures(_ page: AccessPage, into out: inout HTMLWriter) {
    let lines: [(Bool, Phrase, Phrase, Phrase, StaticString)] = [
      (page.failures > 0, .failuresNow, .noFailures, .liftDelay, "lift"),
      (page.hasFactor, .factorInUse, .factorNone, .removeFactor, "factor"),
    ]
    for (isThere, text, none, action, form) in lines {
      open(.access(page.id, form.description), #"<form class="body row" method="post""#, into: &out)
      out.raw(#"<p class="mute">"#)
      out.text(isThere ? locale.text(text, String(page.failures)) : locale[none])
      out.raw("</p>")
      if isThere { button(action, into: &out) }
      out.raw("</form>")
    }
  }

  /// Writes whether the account is in use, and the button that changes that.
  func writeActive(_ page: AccessPage, into out: inout HTMLWriter) {
    open(.access(page.id, "active"), #"<form class="body row" method="post""#, into: &out)
    Document.hidden("active", page.isActive ? "false" : "true", into: &out)
    out.raw(#"<p><span class="pill "#)
    out.raw(page.isActive ? "p2" : "p7")
    out.raw("\">")
    out.text(locale[page.isActive ? .isActive : .isInactive])
    out.raw(#"</span> <span class="mute">"#)
    if page.isSelf {
      out.text(locale[.yourself])
    } else if page.isActive {
      out.text(locale[.deactivateText])
    }
    out.raw("</span></p>")
    if !page.isSelf {
      if page.isActive {
        button(.deactivate, #"<button class="button danger">"#, into: &out)
      } else {
        button(.activate, into: &out)
      }
    }
    out.raw("</form>")
  }
}
