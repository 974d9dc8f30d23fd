/// The parts of pages about the second factor.
struct FactorForm {
  let locale: Locale

  /// Writes what an authenticator app must be told: a picture and the same to type.
  func write(_ setUp: FactorSetUp, into out: inout HTMLWriter) {
    out.raw("<p>")
    out.text(locale[.scanCode])
    out.raw("</p>")
    if let modules = setUp.modules {
      SymbolPicture.write(modules, side: 200, label: locale[.qrCode], into: &out)
    }
    out.raw(#"<p class="mute">"#)
    out.text(locale[.factorKey])
    out.raw(#" <a class="link code""#)
    out.attribute("href", setUp.address)
    out.raw(">")
    out.text(setUp.secret)
    out.raw("</a></p>")
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
