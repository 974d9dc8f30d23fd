/// A person's own page. It posts the fields to `/me`, passwords to `/me/password` and sessions to
/// end to `/me/sessions`.
public struct ProfilePage: Sendable {
  public var name: String
  public var login: String
  /// Labels of the person's roles.
  public var roles: [String]
  /// What the person may change.
  public var fields: [FormField]
  public var sessions: [SessionLine]
  /// Whether signing in asks for a second factor.
  public var hasFactor: Bool
  public var passwordProblem: PasswordProblem?
  /// The file of the person's picture.
  public var picture: Int64?
  /// For whom the person acts.
  public var actsFor: [DeputiesPage.Line] = []

  public init(
    name: String, login: String, roles: [String], fields: [FormField], sessions: [SessionLine],
    hasFactor: Bool = false, passwordProblem: PasswordProblem? = nil
  ) {
    self.name = name
    self.login = login
    self.roles = roles
    self.fields = fields
    self.sessions = sessions
    self.hasFactor = hasFactor
    self.passwordProblem = passwordProblem
  }
}

/// A running session in a list.
public struct SessionLine: Sendable {
  /// What names it in the form that ends it.
  public var name: String
  /// `Chrome · Windows`; nil when unknown.
  public var device: String?
  /// When it began: `昨天 09:05`.
  public var since: String
  /// When and where it was used last; the address is empty when unknown.
  public var lastUsed: String
  public var address: String
  public var isCurrent: Bool

  public init(
    name: String, device: String?, since: String, lastUsed: String = "", address: String = "",
    isCurrent: Bool
  ) {
    self.name = name
    self.device = device
    self.since = since
    self.lastUsed = lastUsed
    self.address = address
    self.isCurrent = isCurrent
  }
}

/// Why a password was not changed.
public enum PasswordProblem: Hashable, Sendable {
  /// The one of now is not right.
  case wrong
  /// Fewer characters than this.
  case short(Int)
  /// More characters than this.
  case long(Int)
  /// Among those that are tried first.
  case common
  /// A row or a repetition of characters.
  case pattern
  /// Little more than the login or the name.
  case personal
  /// Little more than the application's name.
  case context
  /// Too many wrong passwords of now: the seconds to wait.
  case wait(Int)
  /// The new one was typed differently the second time.
  case different
}

/// How someone comes in, for administrators. It posts to `/app/user/{id}/access/…`: `password`,
/// `invite`, `active`, `sessions`, `lift`, `factor`.
public struct AccessPage: Sendable {
  public var entity: ModuleLink
  public var id: Int64
  public var name: String
  public var login: String
  public var isActive: Bool
  /// Whether it is the administrator's own.
  public var isSelf: Bool
  public var hasPassword: Bool
  public var sessions: [SessionLine]
  /// How many attempts to sign in failed lately.
  public var failures: Int
  public var hasFactor: Bool
  /// The whole address that sets a first password, shown once.
  public var invitation: String?
  public var problem: PasswordProblem?

  public init(
    entity: ModuleLink, id: Int64, name: String, login: String, isActive: Bool, isSelf: Bool,
    hasPassword: Bool, sessions: [SessionLine], failures: Int = 0, hasFactor: Bool = false,
    invitation: String? = nil, problem: PasswordProblem? = nil
  ) {
    self.entity = entity
    self.id = id
    self.name = name
    self.login = login
    self.isActive = isActive
    self.isSelf = isSelf
    self.hasPassword = hasPassword
    self.sessions = sessions
    self.failures = failures
    self.hasFactor = hasFactor
    self.invitation = invitation
    self.problem = problem
  }
}

/// The page on which someone invited sets the first password; posts to where it stands.
public struct WelcomePage: Sendable {
  public var context: PageContext
  public var app: String
  public var name: String
  public var login: String
  /// The path with the invitation's token, which is the right to set the password.
  public var path: PagePath
  public var csrf: String
  public var problem: PasswordProblem?

  public init(
    context: PageContext, app: String, name: String, login: String, path: PagePath, csrf: String,
    problem: PasswordProblem? = nil
  ) {
    self.context = context
    self.app = app
    self.name = name
    self.login = login
    self.path = path
    self.csrf = csrf
    self.problem = problem
  }
}
