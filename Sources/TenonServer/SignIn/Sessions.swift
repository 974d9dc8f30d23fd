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
  /// When the password was shown last.
  let confirmedAt: Int64
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
    confirmedAt: Int64 = 0, standIn: StandIn? = nil, own: SignedIn? = nil
  ) {
    self.user = user
    self.csrf = csrf
    self.expiresAt = expiresAt
    self.token = token
    self.access = access
    self.confirmedAt = confirmedAt
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
  let tenant: Tenant
  private let kept = Mutex(Kept())

  private struct Kept {
    /// By token.
    var sessions: [String: InUse] = [:]
    /// Raised whenever a session ends: what was read before is not kept after.
    var ended: UInt64 = 0
  }

  private struct InUse {
    let signedIn: SignedIn
    var usedAt: Int64
    /// The last use that the database knows.
    var notedAt: Int64
  }

  private static let keptLimit = 10_000
  /// Uses within this time of the last noted one are not noted.
  private static let grain: Int64 = 60_000

  private var rules: SignInRules { tenant.signIn }

  init(_ tenant: Tenant) { self.tenant = tenant }

  /// Begins to hear of what other processes end.
  func listen() throws(StartError) {
    do { try tenant.database.listen { [weak self] in self?.forgetAll() } } catch {
      throw .database("\(error)")
    }
  }

  private static let find = SystemStatement(
    """
    SELECT u.id, u.login, u.name, u.roles, u.language, s.csrf, s.expires_at, s.acting_for,
      s.acting_as, COALESCE(s.confirmed_at, s.created_at), COALESCE(t.at, s.created_at)
    FROM tenon_session s JOIN tenon_user u ON u.id = s."user"
      LEFT JOIN tenon_session_use t ON t.token = s.token
    WHERE s.token = ? AND u.active = 1
    """)
  static let authority = SystemAuthority("sessions")

  /// The session of a token; nil when there is none, its time is over or nobody used it for long.
  /// `address` is where it is used now.
  func find(_ token: String, from address: String = "") throws -> SignedIn? {
    guard token.utf8.count == 64 else { return nil }
    let now = tenant.clock()
    let (known, ended, isStale) = atHand(token, now)
    if let known, tenant.database.isListening, known.standIn?.isOver(now) != true {
      if isStale { noteUse(of: token, at: now, from: address) }
      return known.expiresAt > now ? known : nil
    }
    let read = try tenant.database.read { try self.read(token, $0) }
    guard var found = read, found.signedIn.expiresAt > now, now - found.usedAt < rules.idle else {
      return nil
    }
    found.usedAt = now
    if now - found.notedAt >= Sessions.grain {
      found.notedAt = now
      noteUse(of: token, at: now, from: address)
    }
    kept.withLock { kept in
      if kept.ended != ended { return }
      if kept.sessions.count >= Sessions.keptLimit { kept.sessions.removeAll() }
      kept.sessions[token] = found
    }
    return found.signedIn
  }

  /// A session at hand that is in use. One that seems idle here may be in use elsewhere: the
  /// database knows.
  private func atHand(
    _ token: String, _ now: Int64
  ) -> (known: SignedIn?, ended: UInt64, isStale: Bool) {
    kept.withLock { kept in
      guard let known = kept.sessions[token], now - known.usedAt < rules.idle else {
        return (nil, kept.ended, false)
      }
      let isStale = now - known.notedAt >= Sessions.grain
      kept.sessions[token]?.usedAt = now
      if isStale { kept.sessions[token]?.notedAt = now }
      return (known.signedIn, kept.ended, isStale)
    }
  }

  private func read(_ token: String, _ session: Session) throws -> InUse? {
    let users = Users(tenant: tenant)
    var own: SignedIn?
    var used: Int64 = 0
    var acting: (person: Int64, kind: StandIn.Kind)?
    let digest = Value.text(Secrets.digest(token))
    try session.rows(Sessions.find, [digest], Sessions.authority) { row in
      own = SignedIn(
        user: try users.placed(users.user(row), session), csrf: row.string(5),
        expiresAt: row.integer(6), token: token, confirmedAt: row.integer(9))
      if !row.isBlank(7), let kind = StandIn.Kind(rawValue: row.integer(8)) {
        acting = (row.integer(7), kind)
      }
      used = row.integer(10)
    }
    guard let own else { return nil }
    func inUse(_ signedIn: SignedIn) -> InUse {
      InUse(signedIn: signedIn, usedAt: used, notedAt: used)
    }
    guard let (person, kind) = acting else { return inUse(own) }
    if let found = try own.standing(in: person, kind, tenant, session) { return inUse(found) }
    StandIns(tenant: tenant).lapse(kind, own, for: person)
    return inUse(own)
  }

  private static let note = SystemStatement(
    "UPDATE tenon_session_use SET at = ?, address = ? WHERE token = ?")

  /// The request does not wait for this.
  private func noteUse(of token: String, at now: Int64, from address: String) {
    tenant.database.write { session in
      try session.run(
        Sessions.note, [.integer(now), .text(address), .text(Secrets.digest(token))],
        Sessions.authority)
    } completion: { result in
      if case .failure(let error) = result { Log.notice("use of a session not noted: \(error)") }
    }
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
  func forget(_ signedIn: SignedIn) { forget(token: signedIn.token) }

  /// The same by its token.
  func forget(token: String) {
    kept.withLock { kept in
      kept.ended += 1
      kept.sessions[token] = nil
    }
  }
}
