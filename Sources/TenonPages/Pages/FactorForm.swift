/// The parts of pages about the second factor.
struct FactorForm {
  let locale: Locale

  /// Writes what an authenticator app must be told: a picture and the same to type.
  func write(_ setUp: FactorSetUp, into out: inout HTMLWriter) {
    out.raw("<p>")
    out.text(locale[.scanCode])
    out.raw("</p>")
    if let modules = setUp.modules { picture(modules, into: &out) }
    out.raw(#"<p class="mute">"#)
    out.text(locale[.factorKey])
    out.raw(#" <a class="link code""#)
    out.attribute("href", setUp.address)
    out.raw(">")
    out.text(setUp.secret)
    out.raw("</a></p>")
  }

  /// Dark on light in every theme, with the margin of four modules that cameras need.
  private func picture(_ modules: [[Bool]], into out: inout HTMLWriter) {
    let size = modules.count + 8
    out.raw(#"<svg class="qr" role="img" width="200" height="200" shape-rendering="crispEdges""#)
    out.attribute("aria-label", locale[.qrCode])
    out.attribute("viewBox", "-4 -4 \(size) \(size)")
    out.raw(##"><rect x="-4" y="-4" width="100%" height="100%" fill="#fff"/>"##)
    out.raw(##"<path fill="#000" d=""##)
    for (y, row) in modules.enumerated() {
      for (x, isDark) in row.enumerated() where isDark { out.text("M\(x) \(y)h1v1h-1z") }
    }
    out.raw(#""/></svg>"#)
  }

  /// Writes the field for a code with what is wrong with it.
  func writeCode(_ problem: CodeProblem?, into out: inout HTMLWriter) {
    out.raw(#"<div class="field"><label for="code">"#)
    out.text(locale[.code])
    out.raw(#"</label><input id="code" name="code" inputmode="numeric" required autofocus"#)
    out.raw(#" autocomplete="one-time-code" spellcheck="false" maxlength="40""#)
    out.raw(
      problem == nil
        ? #" aria-describedby="code-help">"#
        : #" aria-invalid="true" aria-describedby="code-error">"#)
    if let problem { PeopleForm.error(words(problem), id: "code-error", into: &out) }
    out.raw(#"<p class="help" id="code-help">"#)
    out.text(locale[.codeHelp])
    out.raw("</p></div>")
  }

  private func words(_ problem: CodeProblem) -> String {
    switch problem {
    case .wrong: return locale[.codeWrong]
    case .wait(let seconds): return locale.text(.tryIn, String(seconds))
    }
  }

  /// Writes recovery codes.
  func writeCodes(_ codes: [String], into out: inout HTMLWriter) {
    out.raw("<p>")
    out.text(locale[.recoveryText])
    out.raw(#"</p><ol>"#)
    for code in codes {
      out.raw(#"<li class="code">"#)
      out.text(code)
      out.raw("</li>")
    }
    out.raw("</ol>")
  }
}
