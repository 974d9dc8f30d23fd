import TenonDatabase
import TenonPages

/// A person who can sign in.
struct User: Sendable {
  let id: Int64
  let login: String
  let name: String
  /// The language chosen, if one was.
  let language: String?
  /// Made once: it keeps what was found out about the person's rights.
  let principal: Principal

  var roles: RoleSet { principal.roles }

  /// The same person with no more than a scope leaves.
  func limited(to scope: Scope) -> User {
    User(
      id: id, login: login, name: name, language: language,
      principal: principal.limited(to: scope))
  }
}

/// Reads and writes users.
struct Users {
  let tenant: Tenant

  private static let find = SystemStatement(
    """
    SELECT u.id, u.login, u.name, u.roles, u.language, c.password
    FROM tenon_user u JOIN tenon_credential c ON c."user" = u.id
    WHERE u.login = ? AND u.active = 1
    """)

  /// The active user with a login, and the stored password.
  func find(login: String, _ session: Session) throws -> (user: User, password: String)? {
    var found: (User, String)?
    try session.rows(Users.find, [.text(login)], SystemAuthority("sign-in")) { row in
      found = (user(row), row.string(5))
    }
    return found
  }

  /// The user in a row that begins with id, login, name, roles, language; without departments.
  func user(_ row: borrowing Row) -> User {
    User(
      id: row.integer(0), login: row.string(1), name: row.string(2),
      language: row.isBlank(4) ? nil : row.string(4),
      principal: Principal(
        user: row.integer(0), roles: row.isBlank(3) ? [] : roles(row.string(3))))
  }

  /// The same person with the departments that count at this moment; `actor` is who acts for the
  /// person.
  func placed(
    _ user: User, actor: Int64? = nil, isReadOnly: Bool = false, _ session: Session
  ) throws -> User {
    let principal = try tenant.departments.principal(
      user.id, roles: user.roles, actor: actor, isReadOnly: isReadOnly, session)
    return User(
      id: user.id, login: user.login, name: user.name, language: user.language,
      principal: principal)
  }

  /// The roles of a list; names that the definition no longer has give no right.
  private func roles(_ list: String) -> RoleSet {
    var roles: RoleSet = []
    for name in ItemList.items(list) {
      if let index = tenant.roleNames.firstIndex(of: name) { roles.insert(RoleSet(role: index)) }
    }
    return roles
  }

  private static let insert = SystemStatement(
    """
    INSERT INTO tenon_user (version, created_at, updated_at, login, name, roles, active)
    VALUES (1, ?, ?, ?, ?, ?, 1) RETURNING id
    """)
  private static let setPassword = SystemStatement(
    """
    INSERT INTO tenon_credential ("user", password) VALUES (?, ?)
    ON CONFLICT ("user") DO UPDATE SET password = excluded.password
    """)

  /// Adds a user; answers its id. Throws when a role is unknown, the login is taken or the password
  /// is a bad one.
  @discardableResult
  func add(
    login: String, name: String, password: String, roles: [String], _ session: WriteSession
  ) throws -> Int64 {
    if let problem = PasswordPolicy(tenant, login: login, name: name).problem(password) {
      throw UserError.password(problem)
    }
    guard let hash = Secrets.hash(password: password) else { throw UserError.memory }
    return try add(login: login, name: name, hash: hash, roles: roles, session)
  }

  /// Adds a user whose password is hashed already.
  @discardableResult
  func add(
    login: String, name: String, hash: String, roles: [String], _ session: WriteSession
  ) throws -> Int64 {
    guard let login = Text.normalized(login), let name = Text.normalized(name) else {
      throw UserError.blank
    }
    for role in roles where !tenant.roleNames.contains(role) { throw UserError.role(role) }
    let now = Value.integer(tenant.clock())
    var id: Int64 = 0
    do {
      try session.rows(
        Users.insert,
        [now, now, .text(login), .text(name), ItemList.value(roles) ?? .blank],
        SystemAuthority("users")
      ) { id = $0.integer(0) }
    } catch DatabaseError.unique { throw UserError.taken(login) }
    if let entity = tenant.entity(named: "user") {
      try follow(
        entity, id,
        [
          ("login", .text(login)), ("name", .text(name)),
          ("roles", ItemList.value(roles) ?? .blank), ("active", .integer(1)),
        ], session)
    }
    try setPassword(hash: hash, of: id, session)
    try Audit.note(.password, .person(id), by: nil, at: tenant.clock(), session)
    return id
  }

  /// Lets follow what follows from each new record. This one did not come through the store of
  /// records, because no role of an application need be one that may create people.
  private func follow(
    _ entity: EntityModel, _ id: Int64, _ fields: [(String, Value)], _ session: WriteSession
  ) throws {
    var values: [Value] = Array(repeating: .blank, count: entity.table.columns.count)
    for (name, value) in fields {
      if let column = entity.meta.column(named: name) { values[column] = value }
    }
    let store = RecordStore(
      tenant: tenant, principal: Principal(SystemAuthority("new people")), session: session,
      now: tenant.clock(), tells: false)
    try store.follow(RecordChange(entity: entity, id: id, before: nil, after: values))
  }

  /// Gives a user a password that is hashed already.
  func setPassword(hash: String, of user: Int64, _ session: WriteSession) throws {
    try session.run(
      Users.setPassword, [.integer(user), .text(hash)], SystemAuthority("users"))
  }

  private static let password = SystemStatement(
    """
    SELECT password FROM tenon_credential WHERE "user" = ?
    """)

  /// The stored password of a user; nil for someone who has none yet.
  func password(of user: Int64, _ session: Session) throws -> String? {
    var found: String?
    try session.rows(Users.password, [.integer(user)], SystemAuthority("passwords")) {
      found = $0.string(0)
    }
    return found
  }

  private static let called = SystemStatement("SELECT login, name FROM tenon_user WHERE id = ?")

  /// What someone is called; throws `notFound` for nobody.
  func names(of user: Int64, _ session: Session) throws -> (login: String, name: String) {
    var found: (String, String)?
    try session.rows(Users.called, [.integer(user)], SystemAuthority("passwords")) {
      found = ($0.string(0), $0.string(1))
    }
    guard let found else { throw Refusal.notFound }
    return found
  }

  private static let names = SystemStatement(
    "SELECT id, name FROM tenon_user ORDER BY active DESC, name, id LIMIT 1000")

  /// Everyone there is or was, those who are active first.
  func names(_ session: Session) throws -> [(id: Int64, name: String)] {
    var found: [(Int64, String)] = []
    try session.rows(Users.names, [], SystemAuthority("audit log")) {
      found.append(($0.integer(0), $0.string(1)))
    }
    return found
  }

  private static let id = SystemStatement("SELECT id FROM tenon_user WHERE login = ?")

  /// Whose login it is, whether the person may come in or not.
  func id(login: String, _ session: Session) throws -> Int64? {
    var found: Int64?
    try session.rows(Users.id, [.text(login)], SystemAuthority("sign-in")) { found = $0.integer(0) }
    return found
  }

  private static let active = SystemStatement(
    "SELECT id, login, name, roles, language FROM tenon_user WHERE id = ? AND active = 1")

  private static let any = SystemStatement(
    "SELECT id, login, name, roles, language FROM tenon_user WHERE id = ?")

  /// The active user with an id.
  func find(_ id: Int64, _ session: Session) throws -> User? {
    try first(Users.active, id, session)
  }

  /// The user with an id, in use or not.
  func any(_ id: Int64, _ session: Session) throws -> User? {
    try first(Users.any, id, session)
  }

  private func first(
    _ statement: SystemStatement, _ id: Int64, _ session: Session
  ) throws -> User? {
    var found: User?
    try session.rows(statement, [.integer(id)], SystemAuthority("sign-in")) {
      found = user($0)
    }
    return found
  }
}

/// Why a user was not added.
enum UserError: Error, CustomStringConvertible {
  case blank
  case role(String)
  case taken(String)
  case memory
  case password(PasswordProblem)

  var description: String {
    switch self {
    case .blank: return "a user needs a login and a name"
    case .role(let role): return "there is no role `\(role)`"
    case .taken(let login): return "the login `\(login)` is taken"
    case .memory: return "not enough memory to hash a password"
    case .password(let problem): return problem.text(.en)
    }
  }
}
