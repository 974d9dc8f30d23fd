import TenonDatabase

/// A person who can sign in.
struct User: Sendable {
  let id: Int64
  let login: String
  let name: String
  let roles: RoleSet
  /// The language chosen, if one was.
  let language: String?

  var principal: Principal { Principal(user: id, roles: roles) }
}

/// Reads and writes users.
struct Users {
  let tenant: Tenant

  private static let find = SystemStatement(
    """
    SELECT id, login, name, roles, language, password FROM tenon_user
    WHERE login = ? AND is_active = 1
    """)

  /// The active user with a login, and the stored password.
  func find(login: String, _ session: Session) throws -> (user: User, password: String)? {
    var found: (User, String)?
    try session.rows(Users.find, [.text(login)], SystemAuthority("sign-in")) { row in
      found = (user(row), row.string(5))
    }
    return found
  }

  /// The user in a row that begins with id, login, name, roles, language.
  func user(_ row: borrowing Row) -> User {
    User(
      id: row.integer(0), login: row.string(1), name: row.string(2), roles: roles(row.string(3)),
      language: row.isBlank(4) ? nil : row.string(4))
  }

  /// Role names parted by spaces; names that the definition no longer has give no right.
  private func roles(_ names: String) -> RoleSet {
    var roles: RoleSet = []
    for name in names.split(separator: " ") {
      if let index = tenant.roleNames.firstIndex(of: String(name)) {
        roles.insert(RoleSet(role: index))
      }
    }
    return roles
  }

  private static let insert = SystemStatement(
    "INSERT INTO tenon_user (login, name, password, roles) VALUES (?, ?, ?, ?)")

  /// Adds a user. Throws when a role is unknown or the login is taken.
  func add(
    login: String, name: String, password: String, roles: [String], _ session: WriteSession
  ) throws {
    guard let login = Text.normalized(login), let name = Text.normalized(name) else {
      throw UserError.blank
    }
    for role in roles where !tenant.roleNames.contains(role) { throw UserError.role(role) }
    guard let hash = Secrets.hash(password: password) else { throw UserError.memory }
    do {
      try session.run(
        Users.insert,
        [.text(login), .text(name), .text(hash), .text(roles.joined(separator: " "))],
        SystemAuthority("users"))
    } catch DatabaseError.unique { throw UserError.taken(login) }
  }
}

/// Why a user was not added.
enum UserError: Error, CustomStringConvertible {
  case blank
  case role(String)
  case taken(String)
  case memory

  var description: String {
    switch self {
    case .blank: return "a user needs a login and a name"
    case .role(let role): return "there is no role `\(role)`"
    case .taken(let login): return "the login `\(login)` is taken"
    case .memory: return "not enough memory to hash a password"
    }
  }
}
