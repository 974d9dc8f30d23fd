import TenonDatabase
import TenonPages

/// What a leaver had that someone else can get.
struct HandOver: Sendable {
  let tenant: Tenant
  let leaver: Int64

  /// One kind of it.
  enum Part: Sendable {
    /// Records whose person in this column is the leaver.
    case records(EntityModel, column: Int)
    case shares
    /// Deputyships in which the leaver acts for others.
    case deputyships

    /// What names it in forms and reports.
    var name: String {
      switch self {
      case .records(let entity, _): entity.table.name
      case .shares: "shares"
      case .deputyships: "deputyships"
      }
    }
  }

  /// All kinds: what has an owner in the order of the entities, then what people have by the
  /// server's own doing. Who made a record stays who made it.
  var parts: [Part] {
    let owned = tenant.entities.compactMap { entity -> Part? in
      switch entity.table.name {
      case "tenon_user": return nil
      case "tenon_department":
        return entity.meta.column(named: "head").map { .records(entity, column: $0) }
      case "tenon_position":
        return entity.meta.column(named: "person").map { .records(entity, column: $0) }
      default:
        let owner = entity.type.rights.owner
        // A value that expressions work out changes with what they read.
        guard entity.meta.field(owner)?.isWritten == true else { return nil }
        return .records(entity, column: owner)
      }
    }
    return owned + [.shares, .deputyships]
  }

  static let authority = SystemAuthority("hand-over")
  /// What is counted before it is called more than that.
  static let countLimit = 10_000

  private static let shares = SystemStatement(
    """
    SELECT count(*) FROM tenon_share WHERE "user" = ? AND ("until" IS NULL OR "until" >= ?)
    """)
  private static let deputyships = SystemStatement(
    """
    SELECT count(*) FROM tenon_deputy WHERE deputy = ? AND "until" > ?
    """)

  private var today: Int64 { tenant.zone.day(tenant.clock()).days }

  /// How many there are of a kind, up to one more than ``countLimit``.
  func count(_ part: Part, _ session: Session) throws -> Int {
    var count = 0
    switch part {
    case .records(let entity, let column):
      count = try ids(entity, column, after: 0, HandOver.countLimit + 1, session).count
    case .shares:
      try session.rows(
        HandOver.shares, [.integer(leaver), .integer(today)], HandOver.authority
      ) { count = Int($0.integer(0)) }
    case .deputyships:
      try session.rows(
        HandOver.deputyships, [.integer(leaver), .integer(tenant.clock())], HandOver.authority
      ) { count = Int($0.integer(0)) }
    }
    return count
  }

  /// The next of the leaver's records.
  func ids(
    _ entity: EntityModel, _ column: Int, after last: Int64, _ limit: Int, _ session: Session
  ) throws -> [Int64] {
    let everything = Principal(HandOver.authority)
    guard let proof = authorize(everything, .read, on: entity.type) else { return [] }
    var ids: [Int64] = []
    let query = Query(
      entity.table, outputs: [.column(SystemColumn.id)],
      filter: .and([
        .compare(column, .equal, .integer(leaver)),
        .compare(SystemColumn.id, .greater, .integer(last)),
      ]),
      order: [SortKey(SystemColumn.id)], limit: limit)
    try session.rows(query, proof) { ids.append($0.integer(0)) }
    return ids
  }

  // MARK: What is not records

  private static let moveShares = SystemStatement(
    """
    INSERT INTO tenon_share (entity, record, "user", edit, "until", "by", at)
    SELECT entity, record, CAST(? AS BIGINT), edit, "until", "by", at FROM tenon_share
    WHERE "user" = ? AND ("until" IS NULL OR "until" >= ?)
    ON CONFLICT ("user", entity, record) DO NOTHING
    """)
  private static let dropShares = SystemStatement(
    """
    DELETE FROM tenon_share WHERE "user" = ? AND ("until" IS NULL OR "until" >= ?)
    """)
  private static let moveDeputyships = SystemStatement(
    """
    UPDATE tenon_deputy SET deputy = ? WHERE deputy = ? AND "until" > ? AND person <> ?
    """)

  /// Gives shares or deputyships to someone; answers how many. What was shared with both stays as
  /// the new one has it. Nobody becomes the own deputy.
  func move(_ part: Part, to successor: Int64, _ session: WriteSession) throws -> Int {
    let (from, to) = (Value.integer(leaver), Value.integer(successor))
    switch part {
    case .records: return 0
    case .shares:
      try session.run(HandOver.moveShares, [to, from, .integer(today)], HandOver.authority)
      return try session.run(HandOver.dropShares, [from, .integer(today)], HandOver.authority)
    case .deputyships:
      return try session.run(
        HandOver.moveDeputyships, [to, from, .integer(tenant.clock()), to], HandOver.authority)
    }
  }
}

/// What a hand-over has done so far.
struct HandOverReport: Sendable {
  /// How many were moved, by the part's name.
  var moved: [String: Int] = [:]
  /// What stayed, and why.
  var refused: [Refused] = []
  /// How many stayed, by the part's name: more than are told.
  var stayed: [String: Int] = [:]

  struct Refused: Sendable {
    let part: String
    let id: Int64
    let why: String
  }

  /// So many that stayed are told one by one.
  static let limit = 100

  var total: Int { moved.values.reduce(0, +) }

  mutating func refuse(_ part: HandOver.Part, _ id: Int64, _ why: String) {
    stayed[part.name, default: 0] += 1
    if refused.count < HandOverReport.limit {
      refused.append(Refused(part: part.name, id: id, why: why))
    }
  }

  /// The text that the database keeps.
  func encoded() -> String {
    var text = ""
    for (name, count) in moved.sorted(by: { $0.key < $1.key }) {
      TabbedText.append(["moved", name, String(count)], to: &text)
    }
    for (name, count) in stayed.sorted(by: { $0.key < $1.key }) {
      TabbedText.append(["stayed", name, String(count)], to: &text)
    }
    for one in refused {
      TabbedText.append(["refused", one.part, String(one.id), one.why], to: &text)
    }
    return text
  }

  init() {}

  init(parsing text: String) {
    for record in TabbedText.records(text) ?? [] {
      switch (record[0], record.count) {
      case ("moved", 3): moved[record[1]] = Int(record[2])
      case ("stayed", 3): stayed[record[1]] = Int(record[2])
      case ("refused", 4):
        if let id = Int64(record[2]) {
          refused.append(Refused(part: record[1], id: id, why: record[3]))
        }
      default: break
      }
    }
  }
}
