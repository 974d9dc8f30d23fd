import TenonDatabase

/// What an entry of the audit trail is about.
enum AuditSubject {
  case record(EntityModel, Int64)
  /// Records of an entity, as of an export.
  case entity(EntityModel)
  /// A person, whatever the application calls people.
  case person(Int64)

  /// The table's name stays when an entity is renamed.
  var table: String {
    switch self {
    case .record(let entity, _), .entity(let entity): entity.table.name
    case .person: "tenon_user"
    }
  }

  var id: Int64 {
    switch self {
    case .record(_, let id), .person(let id): id
    case .entity: 0
    }
  }
}

/// The audit trail: who did what and when, kept with it in one transaction and never changed.
enum Audit {
  /// Writes an entry into the audit trail when the session's job is kept. The only way to it.
  ///
  /// `principal` is who did it, nil for the server itself or the operator's command that runs.
  /// Never give values of secrets, passwords or tokens. Throws what the database throws.
  static func note(
    _ kind: AuditKind, _ subject: AuditSubject? = nil, _ changes: [StoredChange] = [],
    by principal: Principal?, at now: Int64, _ session: WriteSession
  ) throws {
    try note(
      kind, subject, encoded: StoredChange.encode(changes), by: principal, at: now, session)
  }

  /// The same with changes as ``StoredChange`` writes them.
  static func note(
    _ kind: AuditKind, _ subject: AuditSubject?, encoded changes: String,
    by principal: Principal?, at now: Int64, _ session: WriteSession
  ) throws {
    let (user, behalf) = who(principal)
    try session.leave(
      AuditNote(
        kind: kind.rawValue, at: now, user: user, behalf: behalf, table: subject?.table ?? "",
        record: subject?.id ?? 0, changes: changes),
      authority)
  }

  /// By which browser or program someone came, and from where.
  static func details(agent: String?, address: String?) -> [StoredChange] {
    let agent = agent.map { StoredChange.detail(.agent, .text(String($0.prefix(300)))) }
    let address = address.map { StoredChange.detail(.address, .text($0)) }
    return [agent, address].compactMap { $0 }
  }

  private static let authority = SystemAuthority("audit trail")

  /// Who really acted, and for whom.
  private static func who(_ principal: Principal?) -> (user: Int64?, behalf: Int64?) {
    guard let principal, principal.user > 0 else { return (nil, nil) }
    return (principal.actor, principal.actor == principal.user ? nil : principal.user)
  }
}

/// An entry on its way into the trail.
struct AuditNote: Sendable {
  /// The raw value of an ``AuditKind``; a version to come may know more.
  let kind: String
  /// Milliseconds since 1970.
  let at: Int64
  let user: Int64?
  let behalf: Int64?
  let table: String
  let record: Int64
  /// As ``StoredChange`` writes them.
  let changes: String
}
