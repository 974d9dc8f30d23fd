import Synchronization
import TenonDatabase

/// Someone signed in. A class: every request passes it through many hands.
final class SignedIn: Sendable {
  let user: User
  /// Must come with every change that a browser's cookie authorises.
  let csrf: String
  let expiresAt: Int64
  /// What its owner shows; the database knows only its digest.
  let token: String
  /// What the person showed to get in.
  let access: Access
  /// Set while `user` is someone for whom the session's own person acts.
  let standIn: StandIn?
  /// The session as its own person has it, while it acts for another.
  let own: SignedIn?

  enum Access: Sendable {
    case session
    /// An access token that changes nothing.
    case readToken
    case writeToken
  }

  init(
    user: User, csrf: String, expiresAt: Int64, token: String, access: Access = .session,
    standIn: StandIn? = nil, own: SignedIn? = nil
  ) {
    self.user = user
    self.csrf = csrf
    self.expiresAt = expiresAt
    self.token = token
    self.access = access
    self.standIn = standIn
    self.own = own
  }

  /// Who really acts.
  var actor: User { standIn?.actor ?? user }
}

/// Sessions in the database, with those in use kept at hand as long as this process hears of their
/// end: what it drops here is dead at the next request, and other processes drop it when they are
/// told.
final class Sessions: Sendable {
  private let tenant: Tenant
  private let kept = Mutex(Kept())

  private struct Kept {
    /// By token.
    var sessions: [String: SignedIn] = [:]
    /// Raised whenever a session ends: what was read before is not kept after.
    var ended: UInt64 = 0
  }

  /// Twelve hours.
  static let lifetime: Int64 = 12 * 3_600_000
  private static let keptLimit = 10_000

  init(_ tenant: Tenant) { self.tenant = tenant }

  /// Begins to hear of what other processes end.
  func listen() throws(StartError) {
    do { try tenant.database.listen { [weak self] in self?.forgetAll() } } catch {
      throw .database("\(error)")
    }
  }

  private static let insert = SystemStatement(
    """
    INSERT INTO tenon_session (token, "user", csrf, created_at, expires_at, agent)
    VALUES (?, ?, ?, ?, ?, ?)
    """)
  private static let prune = SystemStatement("DELETE FROM tenon_session WHERE expires_at <= ?")
  private static let remove = SystemStatement("DELETE FROM tenon_session WHERE token = ?")
  private static let find = SystemStatement(
    """
    SELECT u.id, u.login, u.name, u.roles, u.language, s.csrf, s.expires_at, s.acting_for,
      s.acting_as
    FROM tenon_session s JOIN tenon_user u ON u.id = s."user"
    WHERE s.token = ? AND u.active = 1
    """)
  private static let authority = SystemAuthority("sessions")

  /// Makes a session for a user, inside a write; outlived ones go in the same write.
  /// `agent` is what the browser calls itself.
  func create(
    _ user: User, _ session: WriteSession, agent: String? = nil
  ) throws -> SignedIn {
    let now = tenant.clock()
    let made = SignedIn(
      user: user, csrf: Secrets.token(), expiresAt: now + Sessions.lifetime,
      token: Secrets.token())
    try session.run(Sessions.prune, [.integer(now)], Sessions.authority)
    try session.run(
      Sessions.insert,
      [
        .text(Secrets.digest(made.token)), .integer(user.id), .text(made.csrf), .integer(now),
        .integer(made.expiresAt), agent.map { .text(String($0.prefix(300))) } ?? .blank,
      ], Sessions.authority)
    return made
  }

  /// The session of a token; nil when there is none or its time is over.
  func find(_ token: String) throws -> SignedIn? {
    guard token.utf8.count == 64 else { return nil }
    let now = tenant.clock()
    let (known, ended) = kept.withLock { ($0.sessions[token], $0.ended) }
    if let known, tenant.database.isListening, known.standIn?.isOver(now) != true {
      return known.expiresAt > now ? known : nil
    }
    let found = try tenant.database.read { try read(token, $0) }
    guard let found, found.expiresAt > now else { return nil }
    kept.withLock { kept in
      if kept.ended != ended { return }
      if kept.sessions.count >= Sessions.keptLimit { kept.sessions.removeAll() }
      kept.sessions[token] = found
    }
    return found
  }

  private func read(_ token: String, _ session: Session) throws -> SignedIn? {
    let users = Users(tenant: tenant)
    var own: SignedIn?
    var acting: (person: Int64, kind: StandIn.Kind)?
    let digest = Value.text(Secrets.digest(token))
    try session.rows(Sessions.find, [digest], Sessions.authority) { row in
      own = SignedIn(
        user: try users.placed(users.user(row), session), csrf: row.string(5),
        expiresAt: row.integer(6), token: token)
      if !row.isBlank(7), let kind = StandIn.Kind(rawValue: row.integer(8)) {
        acting = (row.integer(7), kind)
      }
    }
    guard let own, let (person, kind) = acting else { return own }
    if let found = try own.standing(in: person, kind, tenant, session) { return found }
    StandIns(tenant: tenant).lapse(kind, own, for: person)
    return own
  }

  /// Ends a session, inside a write; call ``forget(_:)`` when the write is on disk.
  func remove(_ signedIn: SignedIn, _ session: WriteSession) throws {
    try session.run(Sessions.remove, [.text(Secrets.digest(signedIn.token))], Sessions.authority)
  }

  /// Drops all sessions at hand: the next request of each asks the database who may still come in,
  /// with which roles, and where everyone stands.
  func forgetAll() {
    tenant.departments.forget()
    kept.withLock { kept in
      kept.ended += 1
      kept.sessions.removeAll()
    }
  }

  /// Drops an ended session from those at hand.
  func forget(_ signedIn: SignedIn) {
    kept.withLock { kept in
      kept.ended += 1
      kept.sessions[signedIn.token] = nil
    }
  }
}

/// A session as its owner sees it in a list.
struct SessionEntry {
  /// What names it in a form: the digest of its token, which opens nothing.
  let name: String
  let createdAt: Int64
  let agent: String?
}

extension Sessions {
  private static let listed = SystemStatement(
    """
    SELECT token, created_at, agent FROM tenon_session
    WHERE "user" = ? AND expires_at > ? ORDER BY created_at DESC LIMIT 50
    """)
  private static let removeNamed = SystemStatement(
    """
    DELETE FROM tenon_session WHERE "user" = ? AND token = ?
    """)
  private static let removeOthers = SystemStatement(
    """
    DELETE FROM tenon_session WHERE "user" = ? AND token <> ?
    """)

  /// The running sessions of someone, the latest first.
  func list(of user: Int64, now: Int64, _ session: Session) throws -> [SessionEntry] {
    var entries: [SessionEntry] = []
    try session.rows(
      Sessions.listed, [.integer(user), .integer(now)], SystemAuthority("sessions")
    ) { row in
      entries.append(
        SessionEntry(
          name: row.string(0), createdAt: row.integer(1),
          agent: row.isBlank(2) ? nil : row.string(2)))
    }
    return entries
  }

  /// Ends one session of someone; call ``forgetAll()`` when the write is on disk. `principal` is who
  /// does it.
  func remove(
    _ name: String, of user: Int64, by principal: Principal, _ session: WriteSession
  ) throws {
    let count = try session.run(
      Sessions.removeNamed, [.integer(user), .text(name)], SystemAuthority("sessions"))
    try note(count, user, principal, session)
  }

  /// Ends all sessions of someone but the one with this name.
  func removeAll(
    of user: Int64, except name: String = "", by principal: Principal, _ session: WriteSession
  ) throws {
    let count = try session.run(
      Sessions.removeOthers, [.integer(user), .text(name)], SystemAuthority("sessions"))
    try note(count, user, principal, session)
  }

  private func note(
    _ ended: Int, _ user: Int64, _ principal: Principal, _ session: WriteSession
  ) throws {
    if ended == 0 { return }
    try Audit.note(
      .sessionEnd, .person(user), [.detail(.count, .integer(Int64(ended)))], by: principal,
      at: tenant.clock(), session)
  }
}
