import TenonDatabase
import TenonPages

/// What happened to a record, read for one person: its changes and what people wrote, the newest
/// first. The caller holds the proof for reading the record.
struct Timeline {
  let part: PagePart
  let entity: EntityModel
  let reader: RecordReader
  let proof: Authorization

  /// So many entries at a time.
  static let length = 20
  /// Changes of one moment by one person are one entry: so many rows are read to make entries of.
  private static let rowLimit = 200

  private static let authority = SystemAuthority("timeline")
  private static let changes = SystemStatement(
    """
    SELECT h.at, h."user", h.changes, u.name, h.kind, b.name FROM tenon_history h
    LEFT JOIN tenon_user u ON u.id = h."user" LEFT JOIN tenon_user b ON b.id = h.behalf
    WHERE h.entity = ? AND h.record = ? AND h.at < ?
      AND h.kind IN ('update', 'delete', 'restore', 'share', 'unshare', 'hand_over')
    ORDER BY h.at DESC, h.id DESC LIMIT ?
    """)
  private static let comments = SystemStatement(
    """
    SELECT c.id, c.at, c."user", c.text, c.mentions, c.edited_at, u.name, a.name
    FROM tenon_comment c LEFT JOIN tenon_user u ON u.id = c."user"
    LEFT JOIN tenon_user a ON a.id = c.actor
    WHERE c.entity = ? AND c.record = ? AND c.at < ? ORDER BY c.at DESC, c.id DESC LIMIT ?
    """)

  /// The entries before a moment, at most ``length``, and the moment before which there are more.
  /// Creation, which the record itself tells, comes last.
  func entries(
    _ id: Int64, before moment: Int64, created: (at: Int64, by: String?)
  ) throws -> (entries: [ActivityEntry], earlier: Int64?) {
    let key: [Value] = [.text(entity.table.name), .integer(id), .integer(moment)]
    var found = try changes(key) + comments(key)
    if created.at < moment {
      found.append(Entry(at: created.at, user: nil, who: created.by, kind: .created))
    }
    found.sort { $0.at > $1.at }
    let hasMore = found.count > Timeline.length
    let shown = found.prefix(Timeline.length)
    var words = ChangeReader(part, reader)
    for entry in shown { words.want(entry.changes, of: entity) }
    try words.read()
    let entries = shown.map { [words] in entry(of: $0, words) }
    return (entries, hasMore ? shown.last?.at : nil)
  }

  // MARK: Rows

  private struct Entry {
    let at: Int64
    let user: Int64?
    let who: String?
    var behalf: String?
    var kind: Kind

    enum Kind {
      case created
      case changes([StoredChange])
      /// Something else than a change of fields, by its name in the trail.
      case event(String, [StoredChange])
      case comment(Comment)
    }

    var changes: [StoredChange] {
      switch kind {
      case .changes(let changes), .event(_, let changes): changes
      case .created, .comment: []
      }
    }
  }

  private func changes(_ key: [Value]) throws -> [Entry] {
    var found: [Entry] = []
    try reader.session.rows(
      Timeline.changes, key + [.integer(Int64(Timeline.rowLimit))], Timeline.authority
    ) { row in
      let user = row.isBlank(1) ? nil : row.integer(1)
      let who = row.isBlank(3) ? nil : row.string(3)
      let behalf = row.isBlank(5) ? nil : row.string(5)
      let kind = row.string(4)
      guard kind == AuditKind.update.rawValue else {
        // What a record was when it went stands in it when it is there again.
        let isShare = kind != AuditKind.delete.rawValue && kind != AuditKind.restore.rawValue
        let told = isShare ? StoredChange.decode(row.string(2)).filter(isReadable) : []
        found.append(
          Entry(
            at: row.integer(0), user: user, who: who, behalf: behalf, kind: .event(kind, told)))
        return
      }
      let more = StoredChange.decode(row.string(2)).filter(isReadable)
      if more.isEmpty { return }
      if let last = found.last, last.at == row.integer(0), last.user == user,
        case .changes(let some) = last.kind
      {
        found[found.count - 1].kind = .changes(more + some)
      } else {
        found.append(
          Entry(
            at: row.integer(0), user: user, who: who, behalf: behalf, kind: .changes(more)))
      }
    }
    return found
  }

  private func comments(_ key: [Value]) throws -> [Entry] {
    var found: [Entry] = []
    try reader.session.rows(
      Timeline.comments, key + [.integer(Int64(Timeline.length + 1))], Timeline.authority
    ) { row in
      let comment = Comment(
        id: row.integer(0), text: row.string(3), mentions: Mentions.names(row.string(4)),
        isEdited: !row.isBlank(5), isOwn: row.integer(2) == reader.principal.user)
      found.append(
        Entry(
          at: row.integer(1), user: row.integer(2), who: who(row, user: 6, actor: 7),
          kind: .comment(comment)))
    }
    return found
  }

  /// The names in two columns of a row: whose doing it was, and who acted for that person.
  private func who(_ row: borrowing Row, user: Int, actor: Int) -> String? {
    guard !row.isBlank(user) else { return nil }
    if row.isBlank(actor) { return row.string(user) }
    return part.exchange.locale.text(.actingFor, row.string(actor), row.string(user))
  }

  /// Whether the person may read what changed.
  private func isReadable(_ change: StoredChange) -> Bool {
    switch change {
    case .value(let name, _, _), .secret(let name):
      guard let column = ChangeReader.column(name, entity) else { return false }
      return proof.mayRead(column)
    case .file, .detail: return true
    case .row(let subform, _, _):
      guard let owned = reader.tenant.relations.subform(subform, of: entity) else { return false }
      return reader.proof(owned.child) != nil
    }
  }

  // MARK: Entries

  private func entry(of found: Entry, _ words: ChangeReader) -> ActivityEntry {
    let kind: ActivityEntry.Kind
    switch found.kind {
    case .created: kind = .created
    case .comment(let comment): kind = .comment(comment)
    case .changes(let changes): kind = .changed(words.words(changes, of: entity))
    case .event(let name, let changes): kind = .event(name, words.words(changes, of: entity))
    }
    return ActivityEntry(
      who: found.who, behalf: found.behalf, at: part.tenant.zone.local(found.at), kind: kind)
  }
}

/// Titles of many records, read with one query for each entity.
struct RecordTitles {
  private let reader: RecordReader
  private var wanted: [Int: Set<Int64>] = [:]
  private var titles: [Int: [Int64: String]] = [:]

  init(_ reader: RecordReader) { self.reader = reader }

  mutating func want(_ entity: EntityModel, _ id: Int64?) {
    if let id { wanted[entity.index, default: []].insert(id) }
  }

  /// Reads what is wanted; records that the person may not see have no title.
  mutating func read() throws {
    for (index, ids) in wanted {
      let entity = reader.tenant.entities[index]
      guard let proof = reader.proof(entity), entity.titleColumns.allSatisfy(proof.mayRead) else {
        continue
      }
      var found: [Int64: String] = [:]
      let query = Query(
        entity.table, outputs: ([SystemColumn.id] + entity.titleColumns).map(Output.column),
        filter: .among(SystemColumn.id, ids.sorted().map(Value.integer)), limit: ids.count)
      try reader.session.rows(query, proof) { row in
        found[row.integer(0)] = reader.title(entity, row, from: 1) ?? "#\(row.integer(0))"
      }
      titles[index] = found
    }
    wanted = [:]
  }

  func title(_ entity: EntityModel, _ id: Int64?) -> String? {
    id.flatMap { titles[entity.index]?[$0] }
  }
}
