/// The sign-in page: posts `login`, `password`, `back` and `csrf` to `/sign-in`.
public struct SignInPage: Sendable {
  public enum Problem: Hashable, Sendable {
    /// Unknown login or wrong password; which one is not said.
    case refused
    /// Too many attempts: the seconds to wait.
    case wait(Int)
    /// The server has too much to do.
    case busy
    /// The session ended.
    case ended
  }

  public var context: PageContext
  public var app: String
  public var languages: [LanguageChoice]
  public var csrf: String
  /// What was typed as login.
  public var login: String
  public var problem: Problem?
  /// Where to go after signing in.
  public var back: PagePath?

  public init(
    context: PageContext, app: String, languages: [LanguageChoice], csrf: String,
    login: String = "", problem: Problem? = nil, back: PagePath? = nil
  ) {
    self.context = context
    self.app = app
    self.languages = languages
    self.csrf = csrf
    self.login = login
    self.problem = problem
    self.back = back
  }
}

/// A page that says what went wrong and what to do next.
public struct ProblemPage: Sendable {
  public var context: PageContext
  public var app: String
  /// The frame when someone is signed in.
  public var frame: FrameModel?
  /// HTTP status: 400, 403, 404, 405, 409, 413, 429, 500, 503, 507; others read as 400 or 500.
  public var status: Int
  /// A further sentence in the reader's language.
  public var detail: String?
  /// What the reader may name when asking for help: the request's id.
  public var reference: String?
  /// The page whose form was not taken.
  public var back: PagePath?

  public init(
    context: PageContext, app: String, frame: FrameModel? = nil, status: Int,
    detail: String? = nil, reference: String? = nil, back: PagePath? = nil
  ) {
    self.context = context
    self.app = app
    self.frame = frame
    self.status = status
    self.detail = detail
    self.reference = reference
    self.back = back
  }
}
