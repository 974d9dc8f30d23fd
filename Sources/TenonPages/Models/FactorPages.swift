/// What an authenticator app must be told.
public struct FactorSetUp: Sendable {
  /// `otpauth://…`
  public var address: String
  /// The secret in groups of letters, to be typed.
  public var secret: String
  /// Rows of dark and light modules of the QR code; nil where the machine makes none.
  public var modules: [[Bool]]?

  public init(address: String, secret: String, modules: [[Bool]]?) {
    self.address = address
    self.secret = secret
    self.modules = modules
  }
}

/// Why a code or a password that was asked for again was not taken.
public enum CodeProblem: Hashable, Sendable {
  case wrong
  /// Too many wrong ones: the seconds to wait.
  case wait(Int)
}

/// Asks for the second factor behind a right password: posts `pending`, `code`, `back` and `csrf`
/// to `/sign-in/code`.
public struct CodePage: Sendable {
  public var context: PageContext
  public var app: String
  public var csrf: String
  /// Stands for the right password.
  public var pending: String
  public var back: PagePath?
  /// For someone who must have a second factor and has none yet.
  public var setUp: FactorSetUp?
  public var problem: CodeProblem?

  public init(
    context: PageContext, app: String, csrf: String, pending: String, back: PagePath?,
    setUp: FactorSetUp?, problem: CodeProblem?
  ) {
    self.context = context
    self.app = app
    self.csrf = csrf
    self.pending = pending
    self.back = back
    self.setUp = setUp
    self.problem = problem
  }
}

/// Shows recovery codes to someone who has just signed in.
public struct RecoveryPage: Sendable {
  public var context: PageContext
  public var app: String
  public var codes: [String]
  public var next: PagePath

  public init(context: PageContext, app: String, codes: [String], next: PagePath) {
    self.context = context
    self.app = app
    self.codes = codes
    self.next = next
  }
}

/// The second factor of the person who is signed in: posts to `/me/second-factor/…`: `begin`,
/// `code` (a `code`), `codes`, `remove`.
public struct FactorPage: Sendable {
  public enum State: Sendable {
    case none
    case begun(FactorSetUp, CodeProblem?)
    case inUse(codesLeft: Int, isRequired: Bool)
    /// Recovery codes just made, to be seen this once.
    case made([String])
  }

  public var state: State

  public init(_ state: State) { self.state = state }
}

/// Asks for the password again: posts `password`, `back` and `csrf` to `/me/confirm`.
public struct ConfirmPage: Sendable {
  public var back: PagePath
  public var problem: CodeProblem?

  public init(back: PagePath, problem: CodeProblem?) {
    self.back = back
    self.problem = problem
  }
}
