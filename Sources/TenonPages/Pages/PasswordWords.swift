extension PasswordProblem {
  /// What is wrong, in words.
  public func text(_ locale: Locale) -> String {
    switch self {
    case .wrong: return locale[.passwordWrong]
    case .short(let least): return locale.text(.passwordShort, String(least))
    case .long(let most): return locale.text(.passwordLong, String(most))
    case .common: return locale[.passwordCommon]
    case .pattern: return locale[.passwordPattern]
    case .personal: return locale[.passwordPersonal]
    case .context: return locale[.passwordContext]
    case .different: return locale[.passwordDifferent]
    case .wait(let seconds): return locale.text(.tryIn, String(seconds))
    }
  }

  /// The input that it stands beside.
  var input: String {
    switch self {
    case .wrong, .wait: return "old"
    case .different: return "again"
    case .short, .long, .common, .pattern, .personal, .context: return "new"
    }
  }
}
