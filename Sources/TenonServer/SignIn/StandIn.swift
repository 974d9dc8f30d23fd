import TenonDatabase

/// For whom a session acts instead of its own person, and how.
struct StandIn: Sendable {
  enum Kind: Int64, Sendable {
    /// As the deputy of the person.
    case deputy = 0
    /// An administrator looks with the person's eyes and changes nothing.
    case look = 1
  }

  let kind: Kind
  /// Whose session it is: who really acts.
  let actor: User
  /// When it ends by itself; nil for one who looks.
  let until: Int64?

  func isOver(_ now: Int64) -> Bool { until.map { $0 <= now } ?? false }
}

/// Begins and ends acting for someone else. It is a state of the session, so that no header and no
/// token can ask for it, and it never stacks: only someone who acts for nobody can begin.
struct StandIns: Sendable {
  let tenant: Tenant

  /// What the sessions' table has for it.
  static let schema: [SchemaItem] = [
    SchemaItem(
      key: "column tenon_session.acting_for", definition: "1",
      sql: """
        ALTER TABLE "tenon_session" ADD COLUMN "acting_for" INTEGER
        """),
    SchemaItem(
      key: "column tenon_session.acting_as", definition: "1",
      sql: """
        ALTER TABLE "tenon_session" ADD COLUMN "acting_as" INTEGER
        """),
  ]

  private static let authority = SystemAuthority("acting for someone")
  private static let set = SystemStatement(
    "UPDATE tenon_session SET acting_for = ?, acting_as = ? WHERE token = ?")
  private static let clear = SystemStatement(
    """
    UPDATE tenon_session SET acting_for = NULL, acting_as = NULL
    WHERE token = ? AND acting_for = ?
    """)

  /// Lets a session act for someone. Throws `forbidden` for who may not: a deputy only while the
  /// deputyship lasts, and only administrators look. Call ``Sessions/forgetAll()`` when the write
  /// is on disk.
  func begin(
    _ kind: StandIn.Kind, _ signedIn: SignedIn, for person: Int64, _ session: WriteSession
  ) throws {
    guard signedIn.access == .session, signedIn.standIn == nil,
      try signedIn.standing(in: person, kind, tenant, session) != nil
    else { throw Refusal.forbidden }
    try session.run(
      StandIns.set,
      [.integer(person), .integer(kind.rawValue), .text(Secrets.digest(signedIn.token))],
      StandIns.authority)
    try note(kind, isBegin: true, signedIn.user.principal, for: person, session)
  }

  /// Lets a session act for its own person again.
  func end(_ signedIn: SignedIn, _ session: WriteSession) throws {
    guard let standIn = signedIn.standIn else { return }
    try end(
      standIn.kind, token: signedIn.token, standIn.actor.principal, for: signedIn.user.id, session)
  }

  private func end(
    _ kind: StandIn.Kind, token: String, _ actor: Principal, for person: Int64,
    _ session: WriteSession
  ) throws {
    let count = try session.run(
      StandIns.clear, [.text(Secrets.digest(token)), .integer(person)], StandIns.authority)
    if count > 0 { try note(kind, isBegin: false, actor, for: person, session) }
  }

  /// The deputyship is over, or one of the two has left. The request does not wait for this.
  func lapse(_ kind: StandIn.Kind, _ own: SignedIn, for person: Int64) {
    tenant.database.write { session in
      try end(kind, token: own.token, own.user.principal, for: person, session)
    } completion: { outcome in
      if case .failure(let error) = outcome { Log.notice("the end of acting not kept: \(error)") }
    }
  }

  private func note(
    _ kind: StandIn.Kind, isBegin: Bool, _ actor: Principal, for person: Int64,
    _ session: WriteSession
  ) throws {
    let what: AuditKind
    switch kind {
    case .deputy: what = isBegin ? .actFor : .actForEnd
    case .look: what = isBegin ? .seeAs : .seeAsEnd
    }
    try Audit.note(what, .person(person), by: actor, at: tenant.clock(), session)
  }
}

extension SignedIn {
  /// The same session with someone standing in for a person; nil when that may not be (any more).
  func standing(
    in person: Int64, _ kind: StandIn.Kind, _ tenant: Tenant, _ session: Session
  ) throws -> SignedIn? {
    if person == user.id { return nil }
    let until: Int64?
    switch kind {
    case .deputy:
      until = try Deputies(tenant: tenant).end(of: user.id, for: person, session)
      if until == nil { return nil }
    case .look:
      until = nil
      if !tenant.isAdministrator(user.principal) { return nil }
    }
    let users = Users(tenant: tenant)
    guard let found = try users.find(person, session) else { return nil }
    let placed = try users.placed(
      found, actor: user.id, isReadOnly: kind == .look, session)
    return SignedIn(
      user: placed, csrf: csrf, expiresAt: expiresAt, token: token, access: access,
      standIn: StandIn(kind: kind, actor: user, until: until), own: self)
  }
}

extension Principal {
  /// Who acts for this person; blank for the person as such.
  var standInActor: Value { actor == user ? .blank : .integer(actor) }
}

extension RecordStore {
  /// Who acts for someone else changes no people, and who only looks changes nothing.
  func checkStandIn(_ entity: EntityModel) throws(Refusal) {
    if principal.isReadOnly { throw .lookForbids }
    if principal.actor != principal.user && entity.isOfPeople { throw .standInForbids }
  }
}
